"""Lasso and polygon: what lies inside is mended in the way that the dock says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainterPath

from app.jobs.shapes import Outline
from widgets.fixes.room import FixRoom, polygon_path, way_names
from widgets.fixes.tool import FixTool
from widgets.text import filled, translate

FEW = 3
"""Points that make an outline."""


class OutlineTool(FixTool):
    """Gathers points."""

    def __init__(self, room: FixRoom, name: str) -> None:
        super().__init__(room, name)
        self.points: list[QPointF] = []

    def forget(self) -> None:
        """Drop the outline."""
        super().forget()
        self.points = []

    def path(self) -> QPainterPath | None:
        """What is drawn so far."""
        return polygon_path(self.points, closed=False) if self.points else None

    def said(self, text: str) -> str:
        """A hint with the way to mend."""
        names = way_names()
        return filled(text, way=names.get(self.room.way, names["fill"]))

    def mend(self) -> None:
        """Close the outline and mend what lies inside; too few points are none."""
        points, frame, stage = self.points, self.frame, self.stage
        self.forget()
        if frame is not None and len(points) >= FEW:
            shape = Outline(tuple((point.x(), point.y()) for point in points), self.room.feather)
            self.room.mend(frame, shape, self.room.chosen_way(), polygon_path(points), stage)
        self.refresh()


class LassoTool(OutlineTool):
    """Drag round what is damaged."""

    def __init__(self, room: FixRoom) -> None:
        super().__init__(room, "lasso")

    def hint(self) -> str:
        """What a drag will do."""
        return self.said(translate("Fixes", "Draw round the damage. {way}"))

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """Begin."""
        if not self.begun(event):
            return event.button() == Qt.MouseButton.LeftButton
        self.points = [point]
        return True

    def move(self, point: QPointF, event: QMouseEvent) -> bool:
        """Go on."""
        if not self.points:
            return False
        self.points.append(point)
        self.refresh()
        return True

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """Close it."""
        if not self.points:
            return False
        self.mend()
        return True


class PolygonTool(OutlineTool):
    """Click from corner to corner; a double click or Enter closes, Backspace takes the last corner back."""

    def __init__(self, room: FixRoom) -> None:
        super().__init__(room, "polygon")

    def hint(self) -> str:
        """What a click will do."""
        if self.points:
            return translate(
                "Fixes", "Click the next corner; Enter or a double click closes, Backspace takes one back"
            )
        return self.said(translate("Fixes", "Click from corner to corner round the damage. {way}"))

    def path(self) -> QPainterPath | None:
        """The corners, and the one under the pointer."""
        return polygon_path([*self.points, self.at], closed=False) if self.points else None

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """One more corner."""
        if event.type() == QEvent.Type.MouseButtonDblClick and len(self.points) >= FEW:
            self.mend()
            return True
        moved_on = self.canvas is not None and self.canvas.frame != self.frame
        if not self.points or moved_on:
            self.forget()
            if not self.begun(event):
                return event.button() == Qt.MouseButton.LeftButton
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self.points.append(point)
        self.at = point
        self.refresh()
        return True

    def move(self, point: QPointF, event: QMouseEvent) -> bool:
        """Show the side that a click would add."""
        self.at = point
        if self.points:
            self.refresh()
        return False

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """The press has done it."""
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Enter closes, Backspace takes a corner back."""
        if event.type() == QEvent.Type.KeyPress and self.points:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.mend()
                return True
            if event.key() == Qt.Key.Key_Backspace:
                self.points.pop()
                self.refresh()
                return True
        return super().key(event)
