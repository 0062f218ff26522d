"""One picture: B, the one that is worked on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from widgets.desk import Compare
from widgets.viewer.scene import Panes, Scene


class Single:
    """B fills the viewer."""

    needs: tuple[str, ...] = ("b",)

    def panes(self, area: QRectF, compare: Compare, shape: float) -> Panes:
        """One pane."""
        return (("b", area),)

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """The picture."""
        for pane, view in scene.views.items():
            scene.paint(painter, pane, view)

    def side(self, scene: Scene, point: QPointF) -> str:
        """The one there is."""
        return next(iter(scene.views), "b")
