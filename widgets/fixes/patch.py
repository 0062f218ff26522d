"""An outline drawn by hand, dragged onto the region that it is patched from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath

from app.engine.engine import Engine
from app.jobs.fixes import Fix
from app.jobs.landing import landed, points_on_scan
from app.jobs.shapes import Outline
from app.jobs.ways import Clone
from app.media.reel import FrameId
from widgets.fixes.room import FixRoom, polygon_path
from widgets.fixes.tool import FixTool
from widgets.masks.drawing import paint_outline
from widgets.text import translate
from widgets.viewer.geometry import ViewGeometry

FEW = 3
"""Points that make an outline."""


class PatchTool(FixTool):
    """First draw round what is damaged, then drag that outline onto the picture it shall have."""

    def __init__(self, room: FixRoom) -> None:
        super().__init__(room, "patch")
        self._points: list[QPointF] = []
        self._drawing = False
        self._grabbed: QPointF | None = None

    def path(self) -> QPainterPath | None:
        """The outline round the damage."""
        return polygon_path(self._points, closed=not self._drawing) if self._points else None

    def hint(self) -> str:
        """The next step, and how far the outline has been dragged."""
        if self._grabbed is not None:
            away = self.at - self._grabbed
            return translate("Fixes", "Patches from {x}, {y}").format(x=f"{away.x():+.0f}", y=f"{away.y():+.0f}")
        if self._points and not self._drawing:
            return translate("Fixes", "Drag the outline onto the picture it shall have; Esc drops it")
        return translate("Fixes", "Draw round what is damaged")

    def forget(self) -> None:
        """Drop the outline."""
        super().forget()
        self._points, self._drawing, self._grabbed = [], False, None

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """Begin to draw, or take the outline; elsewhere a new one is begun."""
        if self._points and self.frame is not None and event.button() == Qt.MouseButton.LeftButton:
            same = self.canvas is not None and self.canvas.frame == self.frame
            if same and polygon_path(self._points).contains(point):
                self._grabbed = self.at = point
                return True
            self.forget()
        if not self.begun(event):
            return event.button() == Qt.MouseButton.LeftButton
        self._points, self._drawing = [point], True
        return True

    def move(self, point: QPointF, event: QMouseEvent) -> bool:
        """Go on drawing, or drag."""
        self.at = point
        if self._drawing:
            self._points.append(point)
        elif self._grabbed is None:
            return False
        self.refresh()
        return True

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """The outline is closed; or patched from where it was dragged to."""
        if self._drawing:
            self._drawing = False
            if len(self._points) < FEW:
                self.forget()
        elif self._grabbed is not None and self.frame is not None:
            self._patch(self.frame, point - self._grabbed)
            self.forget()
        self.refresh()
        return True

    def paint(self, painter: QPainter, view: ViewGeometry) -> None:
        """Besides, the outline where it has been dragged to."""
        super().paint(painter, view)
        if self._grabbed is not None:
            away = self.at - self._grabbed
            paint_outline(painter, view, polygon_path([point + away for point in self._points]))

    def _patch(self, frame: FrameId, away: QPointF) -> None:
        stage, defect = self.stage, self.room.masks.defect
        outline = Outline(tuple((point.x(), point.y()) for point in self._points), self.room.feather)
        first = outline.points[0]

        def plan(engine: Engine, at: FrameId) -> Fix:
            here, there = points_on_scan(engine, at, stage, [first, (first[0] + away.x(), first[1] + away.y())])
            shift = round(there[0] - here[0]), round(there[1] - here[1])
            return Fix(landed(engine, at, stage, outline), Clone(shift, level=True), defect)

        self.room.carry_out(frame, plan, polygon_path(self._points))
