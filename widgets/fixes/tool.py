"""What the tools of this room share that draw no brush strokes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter, QPainterPath

from app.engine.request import Stage
from app.media.reel import FrameId
from widgets.fixes.room import FixRoom
from widgets.masks.drawing import paint_outline, paint_work, work_words
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.tools import Canvas, PlainTool


class FixTool(PlainTool):
    """Draws what is marked and says what a drag will do. Another tool says what it marks (`path`), what it will do
    (`hint`) and takes the pointer; `begun` tells whether it can begin."""

    def __init__(self, room: FixRoom, name: str) -> None:
        super().__init__()
        self.name = name
        self.room = room
        self.frame: FrameId | None = None
        self.at = QPointF()
        room.masks.redraw.connect(self.refresh)
        room.changed.connect(self.refresh)

    def path(self) -> QPainterPath | None:
        """What is marked so far, in picture coordinates; None for nothing."""
        return None

    def hint(self) -> str:
        """What a drag will do, for the screen."""
        return ""

    def forget(self) -> None:
        """Drop what is half done."""
        self.frame = None

    def begun(self, event: QMouseEvent) -> bool:
        """Whether the left button came down where something can be fixed; the frame is noted."""
        if event.button() != Qt.MouseButton.LeftButton or self.canvas is None or self.canvas.frame is None:
            return False
        if not self.room.masks.can_paint():
            return False
        self.room.masks.pending.keep()  # whoever begins another has gone on
        self.frame = self.canvas.frame
        return True

    @property
    def stage(self) -> Stage:
        """The stage whose picture is drawn on."""
        return self.room.masks.stage_under(self.canvas)

    def leave(self) -> None:
        """Drop what is half done."""
        self.forget()
        self.refresh()

    def cursor(self, view: ViewGeometry) -> QCursor | Qt.CursorShape:
        """A cross."""
        return Qt.CursorShape.CrossCursor

    def key(self, event: QKeyEvent) -> bool:
        """Escape drops what is half done, or the fix that is still open; Enter keeps that."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape and self.path() is not None:
            self.forget()
            self.refresh()
            return True
        return self.room.masks.decide_open(event.key())

    def paint(self, painter: QPainter, view: ViewGeometry) -> None:
        """What is on its way, what is marked."""
        if self.canvas is None:
            return
        marked = self.path()
        paint_work(painter, view, self.room.masks.pending, self.canvas.frame)
        if marked is not None:
            paint_outline(painter, view, marked)

    def words(self, canvas: Canvas) -> str:
        """What a drag will do, in the viewer that the pointer is in."""
        return work_words(self.room.masks.pending, canvas.frame, self.hint()) if canvas is self.canvas else ""

    def refresh(self) -> None:
        """Draw anew."""
        if self.canvas is not None and self.room.desk.tool == self.name:
            self.canvas.refresh()
