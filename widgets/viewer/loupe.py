"""A round of pixels enlarged under the pointer; side by side, the same pixels in both panes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from widgets.theme import colour
from widgets.viewer.geometry import MAX_ZOOM, ViewGeometry
from widgets.viewer.guides import paint_grid
from widgets.viewer.scene import Mode, Scene

SIDE = 208.0
"""Logical pixels across."""
STRONGER = 4.0
LEAST = 8.0
"""It enlarges four times as much as the view, eight times at the least."""


def loupe_views(scene: Scene, point: QPointF) -> Mapping[str, ViewGeometry]:
    """For each pane a view of the surroundings of a picture point, to be painted round that point."""
    views = {}
    for pane, view in scene.views.items():
        middle = view.to_widget(point)
        if not view.area.contains(middle):
            continue
        area = QRectF(middle.x() - SIDE / 2, middle.y() - SIDE / 2, SIDE, SIDE)
        zoom = min(max(view.zoom * STRONGER, LEAST), MAX_ZOOM)
        views[pane] = replace(view, area=area, zoom=zoom, centre=(point.x(), point.y()))
    return views


def paint_loupe(painter: QPainter, mode: Mode, scene: Scene, point: QPointF) -> None:
    """Paint the loupes over the finished picture, with the pixel under the pointer framed."""
    for pane, view in loupe_views(scene, point).items():
        round = QPainterPath()
        round.addEllipse(view.area)
        painter.save()
        painter.setClipPath(round, Qt.ClipOperation.IntersectClip)
        painter.fillRect(view.area, colour("surround"))
        mode.paint(painter, scene.through({pane: view}))
        paint_grid(painter, view)
        pixel = QRectF(int(point.x()), int(point.y()), 1, 1)
        frame = view.rect_to_widget(pixel)
        for grown, tint in ((1.0, QColor(0, 0, 0, 190)), (0.0, colour("accent"))):
            painter.setPen(QPen(tint, 0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(-grown, -grown, grown, grown))
        painter.restore()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(0, 0, 0, 200), 3))
        painter.drawPath(round)
        painter.setPen(QPen(colour("text_dim"), 1))
        painter.drawPath(round)
        painter.restore()


def loupe_damage(scene: Scene, point: QPointF) -> list[QRect]:
    """What to repaint where a loupe is or was."""
    return [view.area.toAlignedRect().adjusted(-3, -3, 3, 3) for view in loupe_views(scene, point).values()]
