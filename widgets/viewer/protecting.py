"""Regions that no pass may touch: the commands that protect the marked region and lift it, and its border."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.document.commands import LiftProtection, Protect
from app.document.ids import new_id
from app.document.model import Protection
from app.document.protected import Box, Protections
from app.playback.film import Film
from widgets.bridge.bridge import Bridge
from widgets.commands import Command
from widgets.context import Context
from widgets.text import translate
from widgets.theme import colour, icon_pixmap
from widgets.theme.palette import WARN
from widgets.viewer.geometry import ViewGeometry

COMMANDS = ("viewer.protect_region", "viewer.lift_regions")
SIGN = 14


class Protecting(QObject):
    """What the two commands do; goes with the viewer it was made for."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._desk, self._bridge = context, context.desk, context.bridge
        self._desk.region_changed.connect(self._refresh)
        self._desk.playhead_changed.connect(self._refresh)
        self._bridge.changed.connect(self._refresh)
        self._bridge.reloaded.connect(self._refresh)

    def add_commands(self) -> None:
        """Put them into the table, beside those of the region."""
        picture = translate("Category", "Picture")
        tip = translate("Viewer", "No pass touches the marked region, from in to out or in this shot")
        title = translate("Viewer", "Region: protect from passes")
        self._context.commands.add(
            Command(COMMANDS[0], title, picture, (), tip, icon="lock"), self.protect, self.may_protect
        )
        tip = translate("Viewer", "Let passes touch what was protected on this frame")
        title = translate("Viewer", "Region: lift the protection")
        self._context.commands.add(
            Command(COMMANDS[1], title, picture, (), tip, icon="lock-open"), self.lift, self.may_lift
        )

    def may_protect(self) -> bool | str:
        """A sentence where there is no region, or the project can only be looked at."""
        if self._bridge.readonly:
            return translate("Viewer", "This project is open to look at only.")
        if self._desk.region is None:
            return translate("Viewer", "Mark a region first.")
        return bool(self._bridge.film.length)

    def protect(self) -> None:
        """Protect the marked region from in to out, or in the shot at the playhead where neither is marked."""
        region = self._desk.region
        if region is not None:
            box = (region.x0, region.y0, region.x1, region.y1)
            places = _places(self._bridge.film, self._desk.playhead, self._desk.in_point, self._desk.out_point)
            self._bridge.dispatch(Protect(tuple(Protection(new_id(), *place, box) for place in places)))

    def _here(self) -> tuple[str, ...]:
        film = self._bridge.film
        if not film.length:
            return ()
        frame = film.frame(film.clamped(self._desk.playhead))
        there = Protections(self._bridge.snapshot).touching(frame.reel, frame.index, frame.index + 1)
        return tuple(item.id for item in there if item.box is not None)

    def may_lift(self) -> bool | str:
        """A sentence where no region of the frame is protected."""
        if self._bridge.readonly:
            return translate("Viewer", "This project is open to look at only.")
        return True if self._here() else translate("Viewer", "No region of this frame is protected.")

    def lift(self) -> None:
        """Lift the protection of every region of the frame, on all the frames it was made for."""
        if ids := self._here():
            self._bridge.dispatch(LiftProtection(ids))

    def _refresh(self) -> None:
        self._context.commands.refresh(COMMANDS)


def _places(film: Film, playhead: int, first: int | None, last: int | None) -> list[tuple[str, int, int]]:
    """The reel ranges (end exclusive) of the marked positions, or of the shot at the playhead."""
    if first is None and last is None:
        shot = film.shot_at(film.clamped(playhead))
        return [] if shot is None else [(shot.reel, shot.start, shot.end)]
    low, beyond = first or 0, film.length if last is None else last + 1
    found = []
    for span in film.spans:
        start, end = max(low, span.first), min(beyond, span.beyond)
        if start < end:
            found.append((span.reel, span.start + start - span.first, span.start + end - span.first))
    return list(dict.fromkeys(found))


def paint_protected(painter: QPainter, view: ViewGeometry, bridge: Bridge, playhead: int) -> None:
    """The border of every protected region of the frame shown, dashed, with a lock in its corner."""
    film = bridge.film
    if not film.length or not bridge.snapshot.protections:
        return
    frame = film.frame(film.clamped(playhead))
    for box in Protections(bridge.snapshot).on(frame.reel, frame.index).boxes:
        _paint_box(painter, view, box)


def _paint_box(painter: QPainter, view: ViewGeometry, box: Box) -> None:
    x0, y0, x1, y1 = box
    inside = view.rect_to_widget(QRectF(x0, y0, x1 - x0, y1 - y0))
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tint, style in ((QColor(0, 0, 0, 190), Qt.PenStyle.SolidLine), (colour(WARN), Qt.PenStyle.DashLine)):
        painter.setPen(QPen(tint, 0, style))
        painter.drawRect(inside)
    painter.restore()
    if inside.width() > 2 * SIGN and inside.height() > 2 * SIGN:
        sign = icon_pixmap("lock", SIGN, WARN, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(inside.left() + 3, inside.top() + 3), sign)
