"""A rectangle or a stroke whose direction picks the frame that its picture comes from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainterPath

from app.jobs.shapes import Outline
from app.jobs.ways import Donors
from app.media.reel import FrameId
from widgets.fixes.direction import donors_of, donors_said
from widgets.fixes.room import FixRoom
from widgets.fixes.tool import FixTool
from widgets.masks.brush import BrushTool
from widgets.masks.trail import Trail
from widgets.text import translate

LEAST = 2.0
"""Picture pixels that a rectangle must be wide and high: less is a click."""

CTRL = Qt.KeyboardModifier.ControlModifier


class DonorBox(FixTool):
    """Drag a rectangle round what is damaged."""

    def __init__(self, room: FixRoom) -> None:
        super().__init__(room, "donor")
        self._from: QPointF | None = None
        self._far = False

    def path(self) -> QPainterPath | None:
        """The rectangle."""
        if self._from is None:
            return None
        path = QPainterPath()
        path.addRect(QRectF(self._from, self.at).normalized())
        return path

    def hint(self) -> str:
        """Before: which way is which. While dragging: the frame it will be."""
        if self._from is not None:
            return donors_said(donors_of(self._from, self.at, far=self._far))
        return translate("Fixes", "Drag right: next frame; left: previous; up: both; Ctrl: 2 frames away")

    def forget(self) -> None:
        """Drop the rectangle."""
        super().forget()
        self._from = None

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """The first corner."""
        if not self.begun(event):
            return event.button() == Qt.MouseButton.LeftButton
        self._from = self.at = point
        self._far = bool(event.modifiers() & CTRL)
        return True

    def move(self, point: QPointF, event: QMouseEvent) -> bool:
        """The other corner."""
        if self._from is None:
            return False
        self.at, self._far = point, bool(event.modifiers() & CTRL)
        self.refresh()
        return True

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """Mend it."""
        start, frame, path = self._from, self.frame, self.path()
        self.forget()
        if start is None or frame is None or path is None:
            return False
        box = QRectF(start, point).normalized()
        if min(box.width(), box.height()) >= LEAST:
            donors = donors_of(start, point, far=bool(event.modifiers() & CTRL))
            shape = Outline.rectangle((start.x(), start.y()), (point.x(), point.y()), self.room.feather)
            self.room.mend(frame, shape, Donors(donors), path, self.stage)
        self.refresh()
        return True


class DonorBrush(BrushTool):
    """A stroke over what is damaged."""

    def __init__(self, room: FixRoom) -> None:
        super().__init__(room.masks, "donor_brush", erases=False)
        self._fixes = room

    def hint(self) -> str:
        """Which way is which."""
        return translate("Fixes", "Stroke right: next frame; left: previous; up: both; Ctrl: 2 frames away")

    def _hand_over(self, frame: FrameId, trail: Trail, held: Qt.KeyboardModifier) -> None:
        stroke = trail.finished()
        first, last = (QPointF(dab.x, dab.y) for dab in (stroke.dabs[0], stroke.dabs[-1]))
        donors = donors_of(first, last, far=bool(held & CTRL))
        stage = self._fixes.masks.stage_under(self.canvas)
        self._fixes.mend(frame, stroke, Donors(donors), trail.path, stage)
