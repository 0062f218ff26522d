"""What the room says of repairs, and the small signs it says it with."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap

from app.document.model import HAND as BY_HAND
from app.document.repair import Repair
from app.document.risks import names_of
from widgets.text import translate
from widgets.theme import colour, icon
from widgets.theme.palette import BAD, DIRT, OK, SCRATCH, SPLICE, TEXT, WARN
from widgets.viewer.marks import State

DRAWN_CLASSES = ("dirt", "hair", "scratch", "splice", "tear", "mould")
"""What a person can say a new repair is."""

STATE_ICONS = {
    State.ACCEPTED: ("circle-check", OK),
    State.PROPOSED: ("circle-question-mark", WARN),
    State.REJECTED: ("circle-x", BAD),
}
SIGN = 16
"""Logical pixels of a class's sign."""


def class_name(defect: str) -> str:
    """A class of defects as people say it; its own id for one that is not known here."""
    known = {
        "dirt": translate("Masks", "Dirt"),
        "hair": translate("Masks", "Hair"),
        "scratch": translate("Masks", "Scratch"),
        "splice": translate("Masks", "Splice"),
        "tear": translate("Masks", "Tear"),
        "mould": translate("Masks", "Mould"),
    }
    return known.get(defect, defect)


def state_name(state: State) -> str:
    """What is in force on a repair."""
    return {
        State.ACCEPTED: translate("Masks", "Accepted"),
        State.PROPOSED: translate("Masks", "Proposed"),
        State.REJECTED: translate("Masks", "Rejected"),
    }[state]


def decided_by(repair: Repair) -> str:
    """Who decided on a repair: a hand that drew it, a person's verdict, or the threshold."""
    if repair.detector == BY_HAND:
        return translate("Masks", "Hand")
    return translate("Masks", "Person") if repair.verdict else translate("Masks", "Machine")


def decider_icon(repair: Repair) -> QIcon:
    """The sign of who decided."""
    if repair.detector == BY_HAND:
        return icon("brush")
    return icon("user" if repair.verdict else "cpu")


def percent(value: float) -> str:
    """A probability as people read it."""
    return f"{round(value * 100)} %"


def described(repair: Repair, state: State) -> str:
    """A repair in a few lines, for a tooltip."""
    lines = [
        translate("Masks", "{kind}, {probability}").format(
            kind=class_name(repair.defect), probability=percent(repair.probability)
        ),
        translate("Masks", "{width} x {height} at {x}, {y}; {area} pixel(s) under the mask", n=repair.area).format(
            width=repair.x1 - repair.x0, height=repair.y1 - repair.y0, x=repair.x0, y=repair.y0, area=repair.area
        ),
        _why(repair, state),
    ]
    if repair.risk:
        reasons = ", ".join(risk_names(repair))
        lines.append(translate("Masks", "Perhaps a false alarm: {reasons}").format(reasons=reasons))
    if repair.track:
        lines.append(
            translate("Masks", "One frame of a track: a verdict decides all of it; with Alt this frame alone")
        )
    return "\n".join(lines)


def risk_names(repair: Repair) -> list[str]:
    """Why a repair may be a false alarm, as people say it."""
    known = {
        "motion": translate("Masks", "on fast motion"),
        "light": translate("Masks", "at a bright light"),
        "large": translate("Masks", "large"),
        "edge": translate("Masks", "at the frame's edge"),
        "margin": translate("Masks", "close to the threshold"),
    }
    return [known[name] for name in names_of(repair.risk)]


def risk_icon() -> QIcon:
    """The sign of a repair that may be a false alarm."""
    return icon("triangle-alert", WARN)


def _why(repair: Repair, state: State) -> str:
    if repair.detector == BY_HAND:
        return translate("Masks", "{state}: drawn by hand").format(state=state_name(state))
    if repair.verdict:
        return translate("Masks", "{state} by a person").format(state=state_name(state))
    return translate("Masks", "{state} at the threshold of {threshold}").format(
        state=state_name(state), threshold=percent(repair.threshold)
    )


def state_icon(state: State) -> QIcon:
    """A shape for each state, besides its colour."""
    return icon(*STATE_ICONS[state])


@cache
def class_icon(defect: str) -> QIcon:
    """The sign of a class: a blot, a curl, a line, a seam; a diamond for others."""
    made = QIcon()
    for ratio in (1, 2, 3):
        picture = QPixmap(SIGN * ratio, SIGN * ratio)
        picture.fill(Qt.GlobalColor.transparent)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(painter, defect)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            made.addPixmap(picture, mode)
    return made


def _draw(painter: QPainter, defect: str) -> None:
    tint = colour({"dirt": DIRT, "hair": DIRT, "scratch": SCRATCH, "splice": SPLICE}.get(defect, TEXT))
    painter.setPen(QPen(tint, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    path = QPainterPath()
    if defect == "dirt":
        path.addEllipse(QRectF(3, 5, 7, 6))
        path.addEllipse(QRectF(11, 10.5, 2.5, 2.5))
        painter.setBrush(tint)
    elif defect == "hair":
        path.moveTo(3, 12)
        path.cubicTo(QPointF(4, 2), QPointF(12, 15), QPointF(13, 4))
    elif defect == "scratch":
        path.moveTo(8, 1.5)
        path.lineTo(8, 14.5)
    elif defect == "splice":
        path.moveTo(1.5, 8)
        path.lineTo(14.5, 8)
    else:
        path.moveTo(8, 3)
        for x, y in ((13, 8), (8, 13), (3, 8)):
            path.lineTo(x, y)
        path.closeSubpath()
    painter.drawPath(path)
