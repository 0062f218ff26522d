"""A straight line of a width, mended across: scratches and hairs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainterPath, QPainterPathStroker

from app.jobs.shapes import line
from app.jobs.ways import Fill
from widgets.fixes.over_shot import mend_over_shot
from widgets.fixes.room import FixRoom
from widgets.fixes.tool import FixTool
from widgets.text import translate

DEFECT = "scratch"
LEAST = 2.0
"""Picture pixels that a line must be long."""

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class LineTool(FixTool):
    """Drag from end to end; Shift keeps it upright; with Ctrl it is mended over the whole shot, as one track."""

    def __init__(self, room: FixRoom) -> None:
        super().__init__(room, "line")
        self._from: QPointF | None = None

    def path(self) -> QPainterPath | None:
        """The line with its width."""
        if self._from is None:
            return None
        axis = QPainterPath(self._from)
        axis.lineTo(self.at)
        stroker = QPainterPathStroker()
        stroker.setWidth(self.room.line_width)
        stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
        return stroker.createStroke(axis)

    def hint(self) -> str:
        """What a drag will do."""
        text = translate("Fixes", "Drag along the line ({width} px); Shift: upright; Ctrl: over the whole shot")
        return text.format(width=self.room.line_width)

    def forget(self) -> None:
        """Drop the line."""
        super().forget()
        self._from = None

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """One end."""
        if not self.begun(event):
            return event.button() == Qt.MouseButton.LeftButton
        self._from = self.at = point
        return True

    def move(self, point: QPointF, event: QMouseEvent) -> bool:
        """The other end."""
        if self._from is None:
            return False
        self.at = self._end(point, event)
        self.refresh()
        return True

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """Mend it."""
        start, frame = self._from, self.frame
        if start is None or frame is None:
            return False
        self.at = end = self._end(point, event)
        path, stage = self.path(), self.stage
        self.forget()
        long = (end - start).manhattanLength() >= LEAST
        if long and path is not None:
            shape = line((start.x(), start.y()), (end.x(), end.y()), self.room.line_width)
            if event.modifiers() & CTRL:
                mend_over_shot(self.room, frame, shape, Fill("line"), stage, DEFECT)
            else:
                self.room.mend(frame, shape, Fill("line"), path, stage, DEFECT)
        self.refresh()
        return True

    def _end(self, point: QPointF, event: QMouseEvent) -> QPointF:
        """Where the line ends: below or above its start while Shift is held."""
        assert self._from is not None
        upright = bool(event.modifiers() & SHIFT)
        return QPointF(self._from.x(), point.y()) if upright else point
