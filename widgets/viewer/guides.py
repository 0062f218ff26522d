"""Lines over the picture that help to judge it: pixel grid, safe areas, the region of interest."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from operators.contract import Region
from widgets.theme import colour
from widgets.viewer.geometry import GRID_ZOOM, ViewGeometry

ACTION_SAFE, TITLE_SAFE = 0.93, 0.90
"""Shares of width and height (SMPTE ST 2046-1)."""

CROSS = 0.02
"""Half the length of the centre cross, as a share of the picture's height."""


def paint_grid(painter: QPainter, view: ViewGeometry) -> None:
    """The borders of pixels, from 800 % on."""
    if view.zoom < GRID_ZOOM:
        return
    seen = view.visible
    top_left, bottom_right = view.rect_to_widget(seen).topLeft(), view.rect_to_widget(seen).bottomRight()
    lines = []
    for column in range(ceil(seen.left()), floor(seen.right()) + 1):
        x = view.to_widget(QPointF(column, 0)).x()
        lines.append(QLineF(x, top_left.y(), x, bottom_right.y()))
    for row in range(ceil(seen.top()), floor(seen.bottom()) + 1):
        y = view.to_widget(QPointF(0, row)).y()
        lines.append(QLineF(top_left.x(), y, bottom_right.x(), y))
    # Half transparent mid-grey shows on black and on white, and shifts neither.
    painter.setPen(QPen(QColor(128, 128, 128, 72), 0))
    painter.drawLines(lines)


def paint_safe_areas(painter: QPainter, view: ViewGeometry) -> None:
    """Action and title safe areas (dashed and solid) and the centre."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    centre = view.target.center()
    arm = view.target.height() * CROSS
    cross = [
        QLineF(centre - QPointF(arm, 0), centre + QPointF(arm, 0)),
        QLineF(centre - QPointF(0, arm), centre + QPointF(0, arm)),
    ]
    for offset, tint in ((1.0, QColor(0, 0, 0, 150)), (0.0, colour("text"))):
        for share, style in ((ACTION_SAFE, Qt.PenStyle.DashLine), (TITLE_SAFE, Qt.PenStyle.SolidLine)):
            painter.setPen(QPen(tint, 0, style))
            painter.drawRect(safe_area(view, share).translated(offset, offset))
        painter.setPen(QPen(tint, 0))
        painter.drawLines([line.translated(offset, offset) for line in cross])
    painter.restore()


def safe_area(view: ViewGeometry, share: float) -> QRectF:
    """The part of the picture that is safe, in the widget."""
    whole = view.target
    margin_x, margin_y = whole.width() * (1 - share) / 2, whole.height() * (1 - share) / 2
    return whole.adjusted(margin_x, margin_y, -margin_x, -margin_y)


def paint_region(painter: QPainter, view: ViewGeometry, region: Region) -> None:
    """The border of the region of interest, with squares at its corners."""
    inside = view.rect_to_widget(QRectF(region.x0, region.y0, region.x1 - region.x0, region.y1 - region.y0))
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for offset, tint in ((1.0, QColor(0, 0, 0, 190)), (0.0, colour("accent"))):
        painter.setPen(QPen(tint, 0))
        painter.drawRect(inside.translated(offset, offset))
    painter.restore()
    size = 5.0
    for corner in (inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight()):
        painter.fillRect(QRectF(corner.x() - size / 2, corner.y() - size / 2, size, size), colour("accent"))
