"""A number that is dragged, stepped or typed."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from operators.contract.params import Declaration
from widgets.inspector.number_field import NumberField
from widgets.inspector.own_keys import OwnKeys
from widgets.inspector.words import shown_number
from widgets.text import operator_text, translate
from widgets.theme import colour, figures

HEIGHT = 24
DRAG_PIXELS = 3
"""A press that moves less is a click."""

PAUSE_MS = 400
"""Wheel turns closer together than this are one edit."""

FINE = 0.1
COARSE = 10.0

_STEPS = {
    Qt.Key.Key_Left: -1.0, Qt.Key.Key_Down: -1.0, Qt.Key.Key_Right: 1.0, Qt.Key.Key_Up: 1.0,
    Qt.Key.Key_PageDown: -COARSE, Qt.Key.Key_PageUp: COARSE,
}  # fmt: skip
_TYPING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class ValueSlider(OwnKeys):
    """Drag it, turn the wheel over it while it has the focus, step it with the arrows, or type into it.

    Shift makes every way ten times finer. `tried` follows each move; `committed` comes once, at the end of a drag,
    a run of steps or on Enter; `dropped` where Escape took it back. It changes nothing but what it shows.
    """

    tried = Signal(float)
    committed = Signal(float)
    dropped = Signal()

    def __init__(self, declared: Declaration, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.declared = declared
        self.whole = whole
        self.step = float(declared.step or (1.0 if whole else 0.01))
        self.value = 0.0
        self.mixed = False
        self._held = 0.0
        self._changing = False
        self._press: QPointF | None = None
        self._exact = 0.0
        self._last_x = 0.0
        self._dragging = False
        self._field: NumberField | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFont(figures())
        self.setAccessibleName(operator_text(declared.label))

    def sizeHint(self) -> QSize:
        """Wide enough for the number, willing to be wider."""
        return QSize(120, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The number with its unit."""
        return QSize(56, HEIGHT)

    @property
    def busy(self) -> bool:
        """True while the person is at it: values from outside are then not taken."""
        return self._changing or self._field is not None

    def set_value(self, value: float, *, mixed: bool = False) -> None:
        """Show what the project says, unless the person is just changing it."""
        if not self.busy:
            self.value, self.mixed = float(value), mixed
            self.update()

    def text(self) -> str:
        """What it shows."""
        if self.mixed:
            return translate("Inspector", "several")
        return shown_number(round(self.value) if self.whole else self.value, self.declared.step)

    # --- changing -----------------------------------------------------------------------------------------

    def commit(self) -> None:
        """End a change that is under way."""
        self._pause.stop()
        if self._changing:
            self._changing = False
            self.committed.emit(self.value)
        self.update()

    def drop(self) -> None:
        """Take a change that is under way back."""
        self._pause.stop()
        self._press, self._dragging = None, False
        if self._changing:
            self._changing = False
            self.value = self._held
            self.dropped.emit()
        self.update()

    def _try(self, value: float, grid: float) -> None:
        value = self._bounded(self._on_grid(value, grid))
        if not self._changing:
            self._held = self.value
        if value != self.value or self.mixed:
            self._changing = True
            self.value, self.mixed = value, False
            self.tried.emit(value)
            self.update()

    def _on_grid(self, value: float, grid: float) -> float:
        if self.whole:
            return float(round(value))
        # Twelve digits hide the dust of binary fractions: 0.30000000000000004 is 0.3.
        return float(f"{round(value / grid) * grid:.12g}")

    def _bounded(self, value: float) -> float:
        low, high = self.declared.low, self.declared.high
        value = value if low is None else max(value, low)
        return value if high is None else min(value, high)

    def _grid(self, modifiers: Qt.KeyboardModifier) -> float:
        fine = bool(modifiers & Qt.KeyboardModifier.ShiftModifier) and not self.whole
        return self.step * FINE if fine else self.step

    def _step(self, steps: float, modifiers: Qt.KeyboardModifier) -> None:
        grid = self._grid(modifiers)
        self._try(self.value + steps * grid, grid)

    def _per_pixel(self) -> float:
        """The whole range over the width, but never coarser than a step a pixel."""
        low, high = self.declared.low, self.declared.high
        if low is None or high is None:
            return self.step
        return min((high - low) / max(self.width(), 1), self.step if not self.whole else math.inf)

    # --- pointer ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag, or a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.commit()
            self._press, self._last_x, self._exact = event.position(), event.position().x(), self.value

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer; Shift fine."""
        if self._press is None:
            return
        x = event.position().x()
        if not self._dragging and abs(x - self._press.x()) < DRAG_PIXELS:
            return
        self._dragging = True
        fine = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        self._exact = self._bounded(self._exact + (x - self._last_x) * self._per_pixel() * fine)
        self._last_x = x
        self._try(self._exact, self._grid(event.modifiers()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag; a click only takes the focus."""
        if event.button() == Qt.MouseButton.LeftButton and self._press is not None:
            self._press, self._dragging = None, False
            self.commit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step while focused; otherwise the wheel scrolls the panel."""
        if not self.hasFocus():
            event.ignore()
            return
        # With Alt or Shift held some systems turn the wheel's axis.
        delta = event.angleDelta().y() or event.angleDelta().x()
        self._step(math.copysign(max(abs(delta) / 120, 1.0), delta) if delta else 0.0, event.modifiers())
        self._pause.start()
        event.accept()

    # --- keys ---------------------------------------------------------------------------------------------

    def takes(self, event: QKeyEvent) -> bool:
        """See `OwnKeys.takes`."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if held:
            return False
        if event.key() == Qt.Key.Key_Escape:
            return self._changing
        return event.key() in _STEPS or event.key() in _TYPING or self._types(event)

    def _types(self, event: QKeyEvent) -> bool:
        return len(event.text()) == 1 and event.text() in "0123456789.,-+"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Page keys step, a digit or Enter begins to type, Escape takes back."""
        if not self.takes(event):
            super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())], event.modifiers())
        elif event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            self.edit("" if event.key() in _TYPING else event.text())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A run of steps is one edit, made when the key is let go."""
        if event.key() in _STEPS and not event.isAutoRepeat():
            self.commit()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was changed holds."""
        if self._press is None:
            self.commit()
        super().focusOutEvent(event)

    # --- typing -------------------------------------------------------------------------------------------

    def edit(self, begun: str = "") -> None:
        """Show a field to type into; Enter commits, Escape drops."""
        if self._field is not None:
            return
        self.drop()
        field = self._field = NumberField(self)
        field.setText(begun or ("" if self.mixed else self.text()))
        field.setGeometry(self.rect())
        field.setAccessibleName(self.accessibleName())
        if not begun:
            field.selectAll()
        field.entered.connect(lambda: self._typed(take=True))
        field.left.connect(lambda: self._typed(take=True, refocus=False))
        field.escaped.connect(lambda: self._typed(take=False))
        field.show()
        field.setFocus()

    def _typed(self, *, take: bool, refocus: bool = True) -> None:
        field, self._field = self._field, None
        if field is None:
            return
        text = field.text().strip().replace(",", ".")
        field.hide()
        field.deleteLater()
        if refocus:
            self.setFocus()
        try:
            value = float(text)
        except ValueError:
            take = False
        if take and math.isfinite(value):
            self._held = self.value
            value = self._bounded(float(round(value)) if self.whole else value)
            if value != self.value or self.mixed:
                self.value, self.mixed = value, False
                self.committed.emit(value)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field on the number."""
        if self._field is not None:
            self._field.setGeometry(self.rect())

    # --- painting -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar up to the value, and the value."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, 4, 4)
        painter.fillPath(shape, colour("field"))
        if not self.mixed and self.isEnabled():
            painter.save()
            painter.setClipPath(shape)
            painter.fillRect(self._bar(frame), colour("selected"))
            painter.restore()
        edge = "accent" if self.hasFocus() else "edge" if self.isEnabled() else "line"
        painter.setPen(QPen(colour(edge), 1))
        painter.drawPath(shape)
        self._paint_text(painter)

    def _bar(self, frame: QRectF) -> QRectF:
        """From zero (or the low end) to the value."""
        low, high = self.declared.low, self.declared.high
        if low is None or high is None or high <= low:
            return QRectF()
        zero = (min(max(0.0, low), high) - low) / (high - low)
        here = (self._bounded(self.value) - low) / (high - low)
        left, right = frame.left() + min(zero, here) * frame.width(), frame.left() + max(zero, here) * frame.width()
        return QRectF(left, frame.top(), right - left, frame.height())

    def _paint_text(self, painter: QPainter) -> None:
        text, unit = self.text(), operator_text(self.declared.unit)
        space = self.rect().adjusted(8, 0, -8, 0)
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if unit and not self.mixed:
            painter.setPen(colour("text_dim" if self.isEnabled() else "text_disabled"))
            painter.drawText(space, centre, unit)
            space.setRight(space.right() - painter.fontMetrics().horizontalAdvance(f"{unit} "))
        shade = "text_disabled" if not self.isEnabled() else "text_dim" if self.mixed else "text"
        painter.setPen(colour(shade))
        painter.drawText(space, centre, text)
