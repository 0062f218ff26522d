"""A small curve: one parameter over the frames of its shot, with keys to drag."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.document.keyframes import Keyframes
from operators.contract.params import Declaration
from widgets.inspector.own_keys import OwnKeys
from widgets.inspector.words import shown_number
from widgets.text import operator_text, translate
from widgets.theme import colour, figures
from widgets.theme.fonts import SMALL

HEIGHT = 88
MARGIN = 8
REACH = 8
"""Pixels within which a press takes a key."""

_FRAMES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_VALUES = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class CurveEditor(OwnKeys):
    """Drag a key in time and value, double-click for a new one, Delete takes the chosen one away.

    Arrows move the chosen key by a frame or a step, Tab goes through the keys. `tried` follows, `committed` comes
    once; both carry `Keyframes`, or None where the last key was taken away.
    """

    tried = Signal(object)
    committed = Signal(object)
    dropped = Signal()

    def __init__(self, declared: Declaration, *, whole: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.declared = declared
        self.whole = whole
        self.keys: Keyframes | None = None
        self.range = (0, 1)
        self.frame = 0
        self.chosen: int | None = None
        self._held: Keyframes | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("Inspector", "Curve of {name}").format(name=operator_text(declared.label)))
        self.setToolTip(
            translate(
                "Inspector",
                "Drag a key in time and value; double-click for a new one. With the keyboard: Page Up and Page Down "
                "choose a key, arrows move it, Delete takes it away.",
            )
        )

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a narrow dock."""
        return QSize(80, HEIGHT)

    def show_keys(self, keys: Keyframes | None, start: int, end: int, frame: int) -> None:
        """Show a curve over a shot's frames `start` to `end` (exclusive), with the playhead at `frame`."""
        if self._dragging or self._held is not None:
            return
        self.keys, self.range, self.frame = keys, (start, max(end - 1, start + 1)), frame
        if keys is None or self.chosen not in keys.frames:
            self.chosen = None
        self.update()

    # --- where things lie ---------------------------------------------------------------------------------

    def _span(self) -> tuple[float, float]:
        """The values at the bottom and the top: those of the keys with air round them, inside the declared range."""
        values = [float(value) for value in self.keys.values] if self.keys is not None else [0.0]
        low, high = min(values), max(values)
        air = max((high - low) * 0.25, 4 * float(self.declared.step or 0.25))
        low = low - air if self.declared.low is None else max(low - air, self.declared.low)
        high = high + air if self.declared.high is None else min(high + air, self.declared.high)
        return (low, high) if high > low else (low - 1, high + 1)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def point(self, frame: float, value: float) -> QPointF:
        """Where a frame and value lie in the widget."""
        area, (start, end), (low, high) = self._area(), self.range, self._held_span or self._span()
        x = area.left() + (frame - start) / (end - start) * area.width()
        return QPointF(x, area.bottom() - (value - low) / (high - low) * area.height())

    _held_span: tuple[float, float] | None = None

    def _at(self, point: QPointF) -> tuple[int, float]:
        area, (start, end), (low, high) = self._area(), self.range, self._held_span or self._span()
        frame = round(start + (point.x() - area.left()) / max(area.width(), 1) * (end - start))
        value = low + (area.bottom() - point.y()) / max(area.height(), 1) * (high - low)
        return min(max(frame, start), end), self._bounded(value)

    def _bounded(self, value: float) -> float:
        declared = self.declared
        step = float(declared.step or (1 if self.whole else 0.001)) * (1.0 if self.whole else 0.1)
        value = float(f"{round(value / step) * step:.12g}")
        value = value if declared.low is None else max(value, declared.low)
        value = value if declared.high is None else min(value, declared.high)
        return round(value) if self.whole else value

    def _key_at(self, point: QPointF) -> int | None:
        if self.keys is None:
            return None
        near = [
            ((self.point(frame, float(value)) - point).manhattanLength(), frame) for frame, value in self.keys.keys
        ]
        distance, frame = min(near)
        return frame if distance <= REACH * 1.5 else None

    # --- pointer ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a key."""
        if event.button() != Qt.MouseButton.LeftButton or self.keys is None:
            return
        self.chosen = self._key_at(event.position())
        if self.chosen is not None:
            self._held, self._held_span, self._dragging = self.keys, self._span(), True
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the key; it stops beside its neighbours."""
        if not self._dragging:
            over = self._key_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor)
            return
        frame, value = self._at(event.position())
        self._move(frame, value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go: one edit."""
        if event.button() == Qt.MouseButton.LeftButton and self._dragging:
            self._finish()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A new key."""
        if event.button() == Qt.MouseButton.LeftButton and self.keys is not None:
            self._dragging, self._held, self._held_span = False, None, None
            if self._key_at(event.position()) is None:
                frame, value = self._at(event.position())
                self.chosen = frame
                self._commit(self.keys.with_key(frame, value))

    # --- keys ---------------------------------------------------------------------------------------------

    def takes(self, event: QKeyEvent) -> bool:
        """See `OwnKeys.takes`."""
        if self.keys is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return True
        if event.key() == Qt.Key.Key_Escape:
            return self._held is not None
        return self.chosen is not None and (
            event.key() in _FRAMES or event.key() in _VALUES or event.key() in _REMOVE
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, move and take away keys."""
        if not self.takes(event) or self.keys is None:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._choose_next(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Escape:
            self._drop()
        elif key in _REMOVE:
            assert self.chosen is not None
            self._commit(self.keys.without_key(self.chosen))
        else:
            assert self.chosen is not None
            if self._held is None:
                self._held, self._held_span = self.keys, None
            step = float(self.declared.step or 0.01)
            fine = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not self.whole else 1.0
            value = float(self.keys.at(self.chosen)) + _VALUES.get(key, 0) * step * fine
            frame = min(max(self.chosen + _FRAMES.get(key, 0), self.range[0]), self.range[1])
            self._move(frame, self._bounded(value))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A run of steps is one edit."""
        if self._held is not None and not self._dragging and not event.isAutoRepeat():
            self._finish()
        else:
            super().keyReleaseEvent(event)

    def _choose_next(self, by: int) -> None:
        assert self.keys is not None
        frames = self.keys.frames
        index = frames.index(self.chosen) + by if self.chosen in frames else 0
        self.chosen = frames[index % len(frames)]
        self.update()

    # --- changing -----------------------------------------------------------------------------------------

    def _move(self, frame: int, value: float) -> None:
        assert self.keys is not None and self.chosen is not None
        before, after = self.keys.before(self.chosen), self.keys.after(self.chosen)
        frame = frame if before is None else max(frame, before + 1)
        frame = frame if after is None else min(frame, after - 1)
        rest = self.keys.without_key(self.chosen)
        moved = (
            Keyframes((frame,), (value,), self.keys.interpolation) if rest is None else rest.with_key(frame, value)
        )
        self.chosen, self.keys = frame, moved
        self.tried.emit(moved)
        self.update()

    def _finish(self) -> None:
        held, self._held, self._held_span, self._dragging = self._held, None, None, False
        if self.keys != held:
            self._commit(self.keys)
        self.update()

    def _commit(self, keys: Keyframes | None) -> None:
        self.keys = keys
        self.committed.emit(keys)
        self.update()

    def _drop(self) -> None:
        self.keys, self._held, self._held_span, self._dragging = self._held, None, None, False
        self.dropped.emit()
        self.update()

    # --- painting -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, playhead, curve, keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour("field"))
        painter.setPen(QPen(colour("accent" if self.hasFocus() else "line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self.keys is None:
            return
        area = self._area()
        x = round(self.point(self.frame, 0).x()) + 0.5
        if area.left() <= x <= area.right() + 1:
            painter.setPen(QPen(colour("text_dim"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(QPen(colour("text"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(self._line(self.keys, area))
        for frame, value in self.keys.keys:
            self._paint_key(painter, frame, float(value))
        if self.chosen is not None:
            self._paint_words(painter, self.chosen, self.keys)

    def _line(self, keys: Keyframes, area: QRectF) -> QPolygonF:
        start, end = self.range
        steps = max(int(area.width() / 2), 1)
        # Whole numbers jump between frames; drawn at frames only, the jump is where it happens.
        sampled = {start + i * (end - start) / steps for i in range(steps + 1)}
        frames = sorted((set(map(round, sampled)) if self.whole else sampled) | set(keys.frames))
        line = QPolygonF()
        last = None
        for frame in frames:
            here = self.point(frame, float(keys.at(frame)))
            if (self.whole or keys.interpolation == "hold") and last is not None:
                line.append(QPointF(here.x(), last.y()))
            line.append(here)
            last = here
        return line

    def _paint_words(self, painter: QPainter, frame: int, keys: Keyframes) -> None:
        """Where the chosen key is, in the upper corner that it leaves free."""
        value = shown_number(float(keys.at(frame)), self.declared.step)
        text = translate("Inspector", "frame {frame}: {value}").format(frame=frame, value=value)
        left = self.point(frame, 0).x() > self._area().center().x()
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        painter.setFont(figures(SMALL))
        painter.setPen(colour("text_dim"))
        painter.drawText(self._area().adjusted(-2, -4, 2, 0), side | Qt.AlignmentFlag.AlignTop, text)

    def _paint_key(self, painter: QPainter, frame: int, value: float) -> None:
        size = 5.0 if frame == self.chosen else 4.0
        here = self.point(frame, value)
        sides = (QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0))
        painter.setPen(QPen(colour("accent"), 1.5))
        painter.setBrush(colour("accent" if frame == self.chosen else "field"))
        painter.drawPolygon(QPolygonF([here + side for side in sides]))
