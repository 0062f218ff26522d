"""A and B next to each other, or one above the other where that shows them larger."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.desk import Compare
from widgets.viewer.scene import Panes, Scene

GAP = 4
"""Logical pixels between the panes."""


class Side:
    """Two panes that zoom and pan together."""

    needs: tuple[str, ...] = ("a", "b")

    def panes(self, area: QRectF, compare: Compare, shape: float) -> Panes:
        """A left and B right, or A above B: whichever fits `shape` larger."""
        width, height = floor((area.width() - GAP) / 2), floor((area.height() - GAP) / 2)
        beside = min(width, area.height() * shape)
        above = min(area.width(), height * shape)
        if beside >= above:
            left = QRectF(area.left(), area.top(), width, area.height())
            right = QRectF(area.left() + width + GAP, area.top(), area.width() - width - GAP, area.height())
            return (("a", left), ("b", right))
        upper = QRectF(area.left(), area.top(), area.width(), height)
        lower = QRectF(area.left(), area.top() + height + GAP, area.width(), area.height() - height - GAP)
        return (("a", upper), ("b", lower))

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Each picture, clipped to its pane."""
        for pane, view in scene.views.items():
            painter.save()
            painter.setClipRect(view.area.toAlignedRect(), Qt.ClipOperation.IntersectClip)
            scene.paint(painter, pane, view)
            painter.restore()

    def side(self, scene: Scene, point: QPointF) -> str:
        """The pane under the point."""
        view = scene.at(point)
        return "a" if view is None else view.pane
