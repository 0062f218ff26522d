"""The tool that selects what lies inside a loop drawn on the picture."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QCursor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen, QPolygonF

from widgets.masks.drawing import SHADOW, paint_hovered
from widgets.theme import colour
from widgets.theme.palette import ACCENT
from widgets.triage.room import Room
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.marks import Mark
from widgets.viewer.tools import PlainTool

NAME = "lasso_select"


class LassoTool(PlainTool):
    """Drag round repairs to select them: A accepts them, R rejects them, Escape lets go. A click lets go too."""

    name = NAME

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._line: list[QPointF] = []
        self._drawing = False
        room.selection_changed.connect(self._refresh)

    def leave(self) -> None:
        """Another frame or tool: what is half drawn is dropped."""
        self._line, self._drawing = [], False

    def cursor(self, view: ViewGeometry) -> QCursor | Qt.CursorShape:
        """A cross."""
        return Qt.CursorShape.CrossCursor

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """Begin."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._line, self._drawing = [point], True
        self._room.let_go()
        return True

    def move(self, point: QPointF, event: QMouseEvent) -> bool:
        """Go on; what lies inside is marked as one draws."""
        if self._drawing:
            self._line.append(point)
            self._refresh()
        return self._drawing

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """Close the loop and select what lies in it."""
        if not self._drawing:
            return False
        ids = tuple(mark.repair.id for mark in self._inside())
        self._line, self._drawing = [], False
        self._room.select_ids(ids)
        self._refresh()
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Escape drops the loop, or lets go of what was selected."""
        if event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_Escape:
            return False
        if not self._drawing and not self._room.selection.count:
            return False
        self._line, self._drawing = [], False
        self._room.let_go()
        self._refresh()
        return True

    def paint(self, painter: QPainter, view: ViewGeometry) -> None:
        """The loop, and corners round what is selected or would be."""
        if self.canvas is None:
            return
        chosen = set(self._room.selection.ids or ())
        marks = self._inside() if self._drawing else [m for m in self.canvas.marks if m.repair.id in chosen]
        for mark in marks:
            paint_hovered(painter, view, mark)
        if len(self._line) > 1:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            path = view.transform().map(self._path())
            painter.setBrush(QBrush(colour(ACCENT, 0.12)))
            for pen in (QPen(SHADOW, 3), QPen(colour(ACCENT), 1.25, Qt.PenStyle.DashLine)):
                painter.setPen(pen)
                painter.drawPath(path)
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.restore()

    def _path(self) -> QPainterPath:
        path = QPainterPath()
        path.addPolygon(QPolygonF(self._line))
        path.closeSubpath()
        return path

    def _inside(self) -> list[Mark]:
        """The repairs that can be seen whose middles lie in the loop."""
        if self.canvas is None or len(self._line) < 3:
            return []
        path, marks = self._path(), self.canvas.marks
        around: QRectF = path.boundingRect()
        boxes = np.array([(m.repair.x0, m.repair.y0, m.repair.x1, m.repair.y1) for m in marks]).reshape(-1, 4)
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        found = []
        for mark, (x, y) in zip(marks, middles.tolist(), strict=True):
            seen = self._room.masks.repairs.is_listed(mark.repair.id)
            if seen and around.contains(x, y) and path.contains(QPointF(x, y)):
                found.append(mark)
        return found

    def _refresh(self) -> None:
        if self.canvas is not None and self._room.desk.tool == self.name:
            self.canvas.refresh()
