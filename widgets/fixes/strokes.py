"""Brushes that mend in a way of their own: from the surroundings, from the scan, from another place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen

from app.engine.engine import Engine
from app.engine.request import Stage
from app.jobs.fixes import Fix
from app.jobs.landing import landed, points_on_scan
from app.jobs.strokes import Stroke
from app.jobs.ways import Clone, Heal, Original, Way
from app.media.reel import FrameId
from widgets.fixes.room import FixRoom, Plan
from widgets.masks.brush import BrushTool
from widgets.masks.drawing import SHADOW
from widgets.masks.trail import Trail
from widgets.text import translate
from widgets.theme import colour
from widgets.theme.palette import ACCENT
from widgets.viewer.geometry import ViewGeometry

CROSS = 9.0
"""Widget pixels from the middle of the source's cross to its ends."""


class WayBrush(BrushTool):
    """A brush that mends in one way."""

    def __init__(self, room: FixRoom, name: str, way: Way) -> None:
        super().__init__(room.masks, name, erases=False)
        self._fixes = room
        self._way = way

    def _hand_over(self, frame: FrameId, trail: Trail, held: Qt.KeyboardModifier) -> None:
        stage = self._fixes.masks.stage_under(self.canvas)
        self._fixes.mend(frame, trail.finished(), self._way, trail.path, stage)


class HealBrush(WayBrush):
    """From the surroundings on the frame itself."""

    def __init__(self, room: FixRoom) -> None:
        super().__init__(room, "heal", Heal())

    def hint(self) -> str:
        """What a drag will do."""
        return translate("Fixes", "Paint: mended from its surroundings on this frame alone")


class OriginalBrush(WayBrush):
    """The scan's own pixels."""

    def __init__(self, room: FixRoom) -> None:
        super().__init__(room, "original", Original())

    def hint(self) -> str:
        """What a drag will do."""
        return translate("Fixes", "Paint: brings back the scan's own pixels, also behind clean operators")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a clone comes from: a point of the picture, and the frame it was set on."""

    frame: FrameId
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Offset:
    """From what is painted to its source: pixels, and frames."""

    dx: float
    dy: float
    frames: int


class CloneBrush(BrushTool):
    """Ctrl+click sets the source, on any frame; strokes copy from it, and from then on from as far away."""

    def __init__(self, room: FixRoom) -> None:
        super().__init__(room.masks, "clone", erases=False)
        self._fixes = room
        self.source: Source | None = None
        self.offset: Offset | None = None

    def hint(self) -> str:
        """What is missing, or where the picture comes from."""
        if self.offset is not None:
            text = translate("Fixes", "Clones from {x}, {y}, frame {frame}; Ctrl+click sets another source")
            o = self.offset
            return text.format(x=f"{o.dx:+.0f}", y=f"{o.dy:+.0f}", frame=f"{o.frames:+d}")
        if self.source is not None:
            return translate("Fixes", "Paint over the damage; the first stroke fixes the distance to the source")
        return translate("Fixes", "Ctrl+click where the picture shall come from, on any frame; then paint")

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """Set the source, or begin a stroke."""
        if event.button() != Qt.MouseButton.LeftButton or self.canvas is None:
            return False
        frame = self.canvas.frame
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if frame is not None:
                self.source, self.offset = Source(frame, point.x(), point.y()), None
                self._refresh_all()
            return True
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return super().press(point, event)
        if self.offset is None:
            if self.source is None or frame is None or self.source.frame.reel != frame.reel:
                reason = translate(
                    "Fixes", "No source is set on this reel: Ctrl+click where the picture shall come from."
                )
                self._fixes.bridge.failed.emit(translate("Fixes", "Nothing was cloned"), reason)
                return True
            frames = self.source.frame.index - frame.index
            self.offset = Offset(self.source.x - point.x(), self.source.y - point.y(), frames)
        return super().press(point, event)

    def key(self, event: QKeyEvent) -> bool:
        """Backspace forgets the source."""
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Backspace and self.source is not None:
            self.source = self.offset = None
            self._refresh_all()
            return True
        return super().key(event)

    def paint(self, painter: QPainter, view: ViewGeometry) -> None:
        """The source's cross, with a line from the ring to it."""
        super().paint(painter, view)
        spot = self._spot()
        if spot is None:
            return
        middle = view.to_widget(spot)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pen in (QPen(SHADOW, 3), QPen(colour(ACCENT), 1.25)):
            painter.setPen(pen)
            painter.drawLine(middle - QPointF(CROSS, 0), middle + QPointF(CROSS, 0))
            painter.drawLine(middle - QPointF(0, CROSS), middle + QPointF(0, CROSS))
            if self._at is not None and self.offset is not None:
                painter.drawLine(view.to_widget(self._at), middle)
        painter.restore()

    def _refresh_ring(self) -> None:
        """The cross goes along with the ring: repaint all."""
        if self.offset is not None:
            self._refresh_all()
        super()._refresh_ring()

    def _spot(self) -> QPointF | None:
        """Where the cross stands now."""
        if self.offset is not None:
            at = self._at
            return None if at is None else at + QPointF(self.offset.dx, self.offset.dy)
        if self.source is not None and self.canvas is not None and self.canvas.frame == self.source.frame:
            return QPointF(self.source.x, self.source.y)
        return None

    def _hand_over(self, frame: FrameId, trail: Trail, held: Qt.KeyboardModifier) -> None:
        if self.offset is not None:
            stage = self._fixes.masks.stage_under(self.canvas)
            plan = cloned(trail.finished(), self.offset, stage, self._fixes.masks.defect)
            self._fixes.carry_out(frame, plan, trail.path)


def cloned(stroke: Stroke, offset: Offset, stage: Stage, defect: str) -> Plan:
    """What a clone does on a frame: stroke and source are brought onto the film, each on its own frame."""

    def plan(engine: Engine, frame: FrameId) -> Fix:
        first = stroke.dabs[0]
        (here,) = points_on_scan(engine, frame, stage, [(first.x, first.y)])
        source = FrameId(frame.reel, frame.index + offset.frames)
        there = (first.x + offset.dx, first.y + offset.dy)
        if 0 <= source.index < engine.project.snapshot.reel(frame.reel).frame_count:
            (there,) = points_on_scan(engine, source, stage, [there])
        shift = round(there[0] - here[0]), round(there[1] - here[1])
        return Fix(landed(engine, frame, stage, stroke), Clone(shift, offset.frames), defect)

    return plan
