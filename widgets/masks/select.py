"""The tool that selects repairs on the picture and decides on them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter

from widgets.masks.drawing import paint_hovered, paint_work, work_words
from widgets.masks.room import Room
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.marks import Mark
from widgets.viewer.tools import Canvas, PlainTool

REACH = 6.0
"""Widget pixels beside a repair that still hit it: specks are small."""


class SelectTool(PlainTool):
    """Click selects; a second click on the same place takes what lies below; Ctrl+click or a double click turns
    the verdict round, with Alt on this component alone instead of its whole track."""

    name = "select"

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._desk = room.desk
        self._hovered = ""
        self._marks: tuple[Mark, ...] = ()
        self._boxes = np.zeros((0, 4))
        room.redraw.connect(self._refresh)

    def leave(self) -> None:
        """Nothing is under the pointer any more."""
        self._hovered = ""

    def cursor(self, view: ViewGeometry) -> QCursor | Qt.CursorShape:
        """A hand over a repair."""
        return Qt.CursorShape.PointingHandCursor if self._hovered else Qt.CursorShape.ArrowCursor

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """Select, or decide."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        hits = self._hits(point)
        held = event.modifiers()
        twice = event.type() == QEvent.Type.MouseButtonDblClick
        if not hits:
            self._desk.focus_repair("")
            return False  # beside every repair the picture can be dragged
        ids = [mark.repair.id for mark in hits]
        if twice or held & Qt.KeyboardModifier.ControlModifier:
            chosen = next((mark for mark in hits if mark.repair.id == self._desk.repair), hits[0])
            self._desk.focus_repair(chosen.repair.id)
            self._room.turn(chosen.repair, alone=bool(held & Qt.KeyboardModifier.AltModifier))
        elif self._desk.repair in ids:
            self._desk.focus_repair(ids[(ids.index(self._desk.repair) + 1) % len(ids)])
        else:
            self._desk.focus_repair(ids[0])
        return True

    def move(self, point: QPointF, event: QMouseEvent) -> bool:
        """Show what a click would hit."""
        hits = self._hits(point)
        hovered = hits[0].repair.id if hits else ""
        if hovered != self._hovered:
            self._hovered = hovered
            self._refresh()
        return False

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """The press has done it."""
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Escape drops the fix that is still open, then selects nothing; Enter keeps it."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        if self._room.decide_open(event.key()):
            return True
        if event.key() != Qt.Key.Key_Escape or not self._desk.repair:
            return False
        self._desk.focus_repair("")
        return True

    def paint(self, painter: QPainter, view: ViewGeometry) -> None:
        """Corners round the repair under the pointer; the viewer itself marks the one in focus."""
        if self.canvas is None:
            return
        paint_work(painter, view, self._room.pending, self.canvas.frame)
        if self._hovered and self._hovered != self._desk.repair:
            for mark in self.canvas.marks:
                if mark.repair.id == self._hovered:
                    paint_hovered(painter, view, mark)

    def words(self, canvas: Canvas) -> str:
        """How to end the fix that can still be dropped."""
        return work_words(self._room.pending, canvas.frame) if canvas is self.canvas else ""

    def _hits(self, point: QPointF) -> list[Mark]:
        """The repairs under a point, or nearest within reach; the smallest first, for it is the hardest to hit."""
        view = self.canvas.view() if self.canvas is not None else None
        if self.canvas is None or view is None:
            return []
        reach = REACH / max(view.scale[1], 1e-6)
        near = [mark for mark in self._near(point, reach) if self._room.repairs.is_listed(mark.repair.id)]
        x, y = int(point.x() // 1), int(point.y() // 1)
        under = [mark for mark in near if mark.covers(x, y)]
        if under:
            return sorted(under, key=lambda mark: mark.repair.area)
        return sorted(near, key=lambda mark: _distance(mark, point))[:1]

    def _near(self, point: QPointF, reach: float) -> list[Mark]:
        """The marks whose boxes come within reach of a point, found among any number in one go."""
        assert self.canvas is not None
        marks = self.canvas.marks
        if marks is not self._marks:
            self._marks = marks
            boxes = [(m.repair.x0, m.repair.y0, m.repair.x1, m.repair.y1) for m in marks]
            self._boxes = np.array(boxes, np.float64).reshape(-1, 4)
        x0, y0, x1, y1 = self._boxes.T
        x, y = point.x(), point.y()
        away = np.hypot(np.maximum(np.maximum(x0 - x, x - x1), 0.0), np.maximum(np.maximum(y0 - y, y - y1), 0.0))
        return [marks[place] for place in np.flatnonzero(away <= reach)]

    def _refresh(self) -> None:
        if self.canvas is not None and self._desk.tool == self.name:
            self.canvas.refresh()


def _distance(mark: Mark, point: QPointF) -> float:
    """From a point to a repair's box, in picture pixels; 0 inside."""
    repair = mark.repair
    x = max(repair.x0 - point.x(), 0.0, point.x() - repair.x1)
    y = max(repair.y0 - point.y(), 0.0, point.y() - repair.y1)
    return float((x * x + y * y) ** 0.5)
