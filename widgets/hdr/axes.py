"""Lines of equal light in a PQ diagram, labelled in cd/m²."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from operators.colour.pq import pq_inverse_eotf
from widgets.theme import colour

LEVELS = (0.1, 1.0, 10.0, 100.0, 1000.0, 10000.0)
FINER = (0.1, 1.0, 5.0, 10.0, 25.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 4000.0, 10000.0)
APART = 36.0
"""Logical pixels that labels keep from each other."""


class AxisLine(Enum):
    """Which way the lines run."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


def paint_levels(
    painter: QPainter, area: QRectF, span: tuple[float, float], way: AxisLine, *, every: int = 1
) -> None:
    """Lines of equal light across `area`, whose ends along the axis are the PQ signals of `span`; `every` n-th one of
    the decades is labelled where `every` is above 1, else a finer scale."""
    low, high = span
    levels = LEVELS[::-1][::every][::-1] if every > 1 else FINER
    last: float | None = None
    for nits in levels:
        share = (pq_inverse_eotf(nits) - low) / (high - low)
        if not 0 <= share <= 1.0001:
            continue
        at = (
            area.bottom() - share * area.height()
            if way is AxisLine.HORIZONTAL
            else area.left() + share * area.width()
        )
        painter.setPen(QPen(colour("line"), 1))
        if way is AxisLine.HORIZONTAL:
            painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at))
        else:
            painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()))
        if last is not None and abs(at - last) < (APART if way is AxisLine.VERTICAL else APART / 2):
            continue
        last = at
        painter.setPen(colour("text_dim"))
        if way is AxisLine.HORIZONTAL:
            top = min(max(at - 8, area.top() - 4), area.bottom() - 12)
            painter.drawText(QRectF(0, top, area.left() - 4, 16), Qt.AlignmentFlag.AlignRight, f"{nits:g}")
        else:
            left = min(at - 24, area.right() - 40)
            painter.drawText(QRectF(left, area.bottom() + 2, 48, 16), Qt.AlignmentFlag.AlignHCenter, f"{nits:g}")
