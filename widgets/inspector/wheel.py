"""A colour wheel: which way a colour leans, and how far, on a disc."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QConicalGradient, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.inspector.own_keys import OwnKeys
from widgets.theme import colour

RED_DEGREES = 103.0
"""Where red lies, as on a vectorscope; green and blue follow a third of a turn each."""

RING = 5
LARGEST, SMALLEST = 160, 64
"""Diameters in logical pixels."""
DRAG = 0.5
"""How far the point goes for each pixel of the pointer: a turn of the wrist is a nuance, no other colour."""
FINE = 0.2
"""What Shift makes of steps and drags."""
KEY_STEP = 0.02

_DIRECTIONS = tuple(
    (math.cos(math.radians(RED_DEGREES + turn)), math.sin(math.radians(RED_DEGREES + turn))) for turn in (0, 120, 240)
)
_KEYS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
}  # fmt: skip

Triple = tuple[float, float, float]


def lean_of(rgb: Triple) -> tuple[float, float]:
    """Where three numbers lean to: (0, 0) where they are equal; y upwards."""
    mean = sum(rgb) / 3
    pairs = list(zip(rgb, _DIRECTIONS, strict=True))
    return (
        2 / 3 * sum((value - mean) * x for value, (x, _) in pairs),
        2 / 3 * sum((value - mean) * y for value, (_, y) in pairs),
    )


def leaning(mean: float, x: float, y: float) -> Triple:
    """Three numbers with this mean that lean to (x, y): the inverse of `lean_of`."""
    red, green, blue = (mean + x * dx + y * dy for dx, dy in _DIRECTIONS)
    return red, green, blue


class Wheel(OwnKeys):
    """Drag anywhere on it to move the point; Shift fine, double-click or Delete back to the middle, arrows too.

    The point is in units of the wheel: (0, 0) the middle, length 1 the rim.
    """

    tried = Signal(float, float)
    committed = Signal(float, float)
    dropped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.x_lean, self.y_lean = 0.0, 0.0
        self.mixed = False
        self._held = (0.0, 0.0)
        self._last: QPointF | None = None
        self._changing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        """A comfortable size."""
        return QSize(88, 88)

    def minimumSizeHint(self) -> QSize:
        """Three fit side by side in a narrow dock."""
        return QSize(SMALLEST, SMALLEST)

    @property
    def busy(self) -> bool:
        """True while the person is at it."""
        return self._changing or self._last is not None

    def set_lean(self, x: float, y: float, *, mixed: bool = False) -> None:
        """Show a point, unless the person is just moving it."""
        if not self.busy:
            self.x_lean, self.y_lean, self.mixed = x, y, mixed
            self.update()

    def _radius(self) -> float:
        return min(self.width(), self.height()) / 2 - RING - 2

    def _try(self, x: float, y: float) -> None:
        if not self._changing:
            self._held = (self.x_lean, self.y_lean)
        length = math.hypot(x, y)
        if length > 1:
            x, y = x / length, y / length
        self._changing, self.mixed = True, False
        self.x_lean, self.y_lean = x, y
        self.tried.emit(x, y)
        self.update()

    def _commit(self) -> None:
        if self._changing:
            self._changing = False
            self.committed.emit(self.x_lean, self.y_lean)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._last = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The point moves as the pointer does, from where it was."""
        if self._last is None:
            return
        by, self._last = event.position() - self._last, event.position()
        fine = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        share = DRAG * fine / max(self._radius(), 1)
        self._try(self.x_lean + by.x() * share, self.y_lean - by.y() * share)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """One edit."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._last = None
            self._commit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the middle."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._try(0.0, 0.0)
            self._commit()

    def takes(self, event: QKeyEvent) -> bool:
        """See `OwnKeys.takes`."""
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        if event.key() == Qt.Key.Key_Escape:
            return self._changing
        return event.key() in _KEYS or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Delete goes back to the middle, Escape drops."""
        if not self.takes(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._changing, self._last = False, None
            self.x_lean, self.y_lean = self._held
            self.dropped.emit()
            self.update()
        elif event.key() in _KEYS:
            step = KEY_STEP * (FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0)
            dx, dy = _KEYS[Qt.Key(event.key())]
            self._try(self.x_lean + dx * step, self.y_lean + dy * step)
        else:
            self._try(0.0, 0.0)
            self._commit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A run of steps is one edit."""
        if event.key() in _KEYS and not event.isAutoRepeat():
            self._commit()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was changed holds."""
        if self._last is None:
            self._commit()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rim of hues, dark disc, cross, point."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = QRectF(self.rect()).center(), self._radius()
        painter.setPen(QPen(self._hues(middle), RING) if self.isEnabled() else QPen(colour("line"), RING))
        painter.setBrush(colour("field"))
        painter.drawEllipse(middle, radius + RING / 2, radius + RING / 2)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(middle - QPointF(radius, 0), middle + QPointF(radius, 0))
        painter.drawLine(middle - QPointF(0, radius), middle + QPointF(0, radius))
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius + RING + 1, radius + RING + 1)
        here = middle + QPointF(self.x_lean, -self.y_lean) * radius
        if not self.mixed:
            painter.setPen(QPen(colour("text_dim"), 1))
            painter.drawLine(middle, here)
        painter.setPen(QPen(colour("text" if self.isEnabled() else "text_disabled"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush if self.mixed else colour("raised"))
        painter.drawEllipse(here, 4.5, 4.5)

    @staticmethod
    def _hues(middle: QPointF) -> QConicalGradient:
        gradient = QConicalGradient(middle, 0)
        for step in range(25):
            angle = math.radians(step * 15)
            rgb = leaning(0.0, math.cos(angle), math.sin(angle))
            red, green, blue = (min(max(0.42 + 0.36 * part, 0.0), 1.0) for part in rgb)
            gradient.setColorAt(step / 24, QColor.fromRgbF(red, green, blue))
        return gradient
