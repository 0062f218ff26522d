"""The tool that marks a region of interest."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent

from operators.contract import Region
from widgets.desk import Desk
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.tools import PlainTool


class RegionTool(PlainTool):
    """Drag from corner to corner; a click or Escape clears it."""

    name = "region"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._from: QPointF | None = None

    def leave(self) -> None:
        """Let go of the corner."""
        self._from = None

    def cursor(self, view: ViewGeometry) -> QCursor | Qt.CursorShape:
        """A cross."""
        return Qt.CursorShape.CrossCursor

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """The first corner."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._from = point
        self._desk.set_region(None)
        return True

    def move(self, point: QPointF, event: QMouseEvent) -> bool:
        """The other corner."""
        view = self.canvas.view() if self.canvas else None
        if self._from is None or view is None:
            return False
        self._desk.set_region(region_between(self._from, point, view))
        return True

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """Done."""
        held, self._from = self._from is not None, None
        return held

    def key(self, event: QKeyEvent) -> bool:
        """Escape clears."""
        if event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_Escape:
            return False
        self._from = None
        self._desk.set_region(None)
        return True


def region_between(one: QPointF, other: QPointF, view: ViewGeometry) -> Region | None:
    """The whole pixels between two corners, inside the picture; None where that is none."""
    box = QRectF(one, other).normalized() & view.frame
    if box.width() < 1 or box.height() < 1:
        return None
    return Region(floor(box.left()), floor(box.top()), ceil(box.right()), ceil(box.bottom()))


def region_seen(view: ViewGeometry) -> Region | None:
    """What of the picture is seen, as a region: for marking one by key."""
    return region_between(view.visible.topLeft(), view.visible.bottomRight(), view)
