"""The brush and the eraser."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter

from app.media.reel import FrameId
from widgets.masks.drawing import paint_ring, paint_stroke, paint_work, ring_box, work_words
from widgets.masks.room import Room
from widgets.masks.trail import Trail
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.tools import Canvas, PlainTool

RING_MARGIN = 4.0
"""Widget pixels round a ring that its lines need."""


class BrushTool(PlainTool):
    """Drag to draw a stroke; Shift and drag sideways changes the size; Escape drops the stroke.

    Points come in coordinates of the picture in the pane; where its stage has moved pixels, the stroke is brought
    onto the film on its way to the ledger. Another tool that draws strokes inherits this one and says what becomes of
    them (`_hand_over`) and what a drag will do (`hint`).
    """

    def __init__(self, room: Room, name: str, *, erases: bool) -> None:
        super().__init__()
        self.name = name
        self._room = room
        self._desk = room.desk
        self._erases = erases
        self._at: QPointF | None = None
        self._trail: Trail | None = None
        self._frame: FrameId | None = None
        self._resizing: tuple[QPointF, float] | None = None
        self._drawn = QRectF()
        room.redraw.connect(self._refresh_all)
        room.brush_changed.connect(self._refresh_ring)

    # --- the tool protocol ---------------------------------------------------------------------------------

    def attach(self, canvas: Canvas) -> None:
        """Draw in this viewer, and read its pen."""
        super().attach(canvas)
        self._room.pen.watch(canvas)

    def leave(self) -> None:
        """Drop the stroke."""
        self._trail = self._resizing = self._frame = None
        self._at = None
        self._refresh_all()

    def cursor(self, view: ViewGeometry) -> QCursor | Qt.CursorShape:
        """A cross: the ring may lag behind the hand, the cursor never does."""
        return Qt.CursorShape.SizeHorCursor if self._resizing else Qt.CursorShape.CrossCursor

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """Begin a stroke, or to change the size."""
        if event.button() != Qt.MouseButton.LeftButton or self.canvas is None:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._resizing = (point, self._desk.brush_size)
            return True
        frame = self.canvas.frame
        if frame is None or not self._room.can_paint():
            return True
        self._room.pending.keep()  # whoever begins another has gone on
        self._frame, self._trail = frame, Trail(self._desk.hardness)
        self._draw_to(point)
        return True

    def move(self, point: QPointF, event: QMouseEvent) -> bool:
        """Go on with the stroke; move the ring."""
        if self._resizing is not None:
            start, size = self._resizing
            self._desk.set_brush(size=size + 2 * (point.x() - start.x()))
            return True
        self._at = point
        if self._trail is not None:
            self._draw_to(point)
        self._refresh_ring()
        return self._trail is not None

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """Hand the stroke over."""
        if self._resizing is not None:
            self._resizing = None
            return True
        trail, frame, self._trail = self._trail, self._frame, None
        if trail is None or frame is None:
            return False
        self._hand_over(frame, trail, event.modifiers())
        return True

    def _hand_over(self, frame: FrameId, trail: Trail, held: Qt.KeyboardModifier) -> None:
        """What becomes of a stroke; `held` are the keys at its end."""
        stage = self._room.stage_under(self.canvas)
        if self._erases:
            self._room.pending.erase(frame, trail.finished(), trail.path, stage)
        else:
            self._room.pending.paint(frame, trail.finished(), trail.path, self._room.defect, stage)

    def hint(self) -> str:
        """What a drag will do, for the screen; '' for nothing to say."""
        return ""

    def key(self, event: QKeyEvent) -> bool:
        """Escape drops the stroke, or the fix that is still open; Enter keeps that."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape and self._trail is not None:
            self._trail = None
            self._refresh_all()
            return True
        return self._room.decide_open(event.key())

    def paint(self, painter: QPainter, view: ViewGeometry) -> None:
        """Strokes on their way, the one in hand, the ring."""
        if self.canvas is None:
            return
        paint_work(painter, view, self._room.pending, self.canvas.frame)
        if self._trail is not None:
            paint_stroke(painter, view, self._trail.path, self._erases)
        spot = self._resizing[0] if self._resizing is not None else self._at
        if spot is not None:
            paint_ring(painter, view, spot, self._desk.brush_size, self._desk.hardness, self._erases)

    def words(self, canvas: Canvas) -> str:
        """What a drag will do, in the viewer that the pointer is in."""
        return work_words(self._room.pending, canvas.frame, self.hint()) if canvas is self.canvas else ""

    # --- drawing -------------------------------------------------------------------------------------------

    def _draw_to(self, point: QPointF) -> None:
        assert self._trail is not None
        self._at = point
        pen = self._room.pen
        size = pen.scaled(self._desk.brush_size) if self._room.pressure_to_size else self._desk.brush_size
        seen = self._trail.add(point, size / 2)
        if self.canvas is not None and not seen.isEmpty():
            self.canvas.refresh(seen)

    def _refresh_ring(self) -> None:
        """Repaint where the ring was and where it is."""
        if self.canvas is None or self._desk.tool != self.name:
            return
        spot = self._resizing[0] if self._resizing is not None else self._at
        now = QRectF() if spot is None else ring_box(spot, self._desk.brush_size)
        for region in (self._drawn, now):
            if not region.isEmpty():
                self.canvas.refresh(region, RING_MARGIN)
        self._drawn = now

    def _refresh_all(self) -> None:
        if self.canvas is not None and self._desk.tool == self.name:
            self.canvas.refresh()
