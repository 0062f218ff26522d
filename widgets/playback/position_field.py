"""Where the playhead is, as text that can be typed over."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from widgets.playback.units import UNITS, Unit
from widgets.text import translate

_WIDEST = "00:00:00:00"


def unit_title(unit: Unit) -> str:
    """What a unit is called."""
    return {
        "timecode": translate("Playback", "Timecode"),
        "frames": translate("Playback", "Frame number"),
        "feet35": translate("Playback", "Feet and frames, 35 mm"),
        "feet16": translate("Playback", "Feet and frames, 16 mm"),
    }[unit.id]


def unit_mark(unit: Unit) -> str:
    """The few letters that stand beside a position."""
    return {
        "timecode": translate("Playback", "TC"),
        "frames": translate("Playback", "frame"),
        "feet35": translate("Playback", "ft 35"),
        "feet16": translate("Playback", "ft 16"),
    }[unit.id]


class PositionField(QWidget):
    """A position and its unit. Enter goes there, Escape leaves it; what means nothing is kept to be mended."""

    typed = Signal(int)
    """A position to go to; it may lie outside the film."""
    unit_changed = Signal(str)

    def __init__(self, unit: Unit, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position, self._rate = 0, Fraction(24)
        self.unit = unit
        self.edit = _Edit(self)
        self.edit.setAccessibleName(translate("Playback", "Position of the playhead"))
        self.edit.setToolTip(
            translate(
                "Playback", "Position: click to type one, +12 or -12 goes so many frames from here ({keys})"
            ).format(keys=keys)
        )
        self.edit.returnPressed.connect(self._commit)
        self.edit.left.connect(self._write)
        self.menu_button = self._unit_button()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.edit)
        layout.addWidget(self.menu_button)
        self._show_unit()

    def show_position(self, position: int, rate: Fraction) -> None:
        """Show a position, unless one is being typed."""
        self._position, self._rate = position, rate
        if not self.edit.isModified():
            self._write()

    def begin(self) -> None:
        """Put the cursor in, everything selected."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def set_unit(self, unit: Unit) -> None:
        """Say positions in this unit from now on."""
        if unit != self.unit:
            self.unit = unit
            self._show_unit()
            self._write()
            self.unit_changed.emit(unit.id)

    def _write(self) -> None:
        text = self.unit.written(self._position, self._rate)
        if text != self.edit.text() or self.edit.isModified():
            self.edit.setText(text)
        self._mark_wrong(False)

    def _commit(self) -> None:
        position = self.unit.read(self.edit.text(), self._position, self._rate)
        if position is None:
            self._mark_wrong(True)
            self.edit.selectAll()
            return
        self.edit.setModified(False)
        self.typed.emit(position)
        self._write()
        self.edit.clearFocus()

    def _mark_wrong(self, wrong: bool) -> None:
        if bool(self.edit.property("wrong")) != wrong:
            self.edit.setProperty("wrong", wrong)
            self.edit.style().polish(self.edit)

    def _unit_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(translate("Playback", "How positions are said: timecode, frame number, feet and frames"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu, group = QMenu(button), QActionGroup(button)
        for unit in UNITS:
            action = QAction(unit_title(unit), menu, checkable=True, checked=unit == self.unit)
            action.triggered.connect(lambda _checked, chosen=unit: self.set_unit(chosen))
            group.addAction(action)
            menu.addAction(action)
        button.setMenu(menu)
        return button

    def _show_unit(self) -> None:
        self.menu_button.setText(unit_mark(self.unit))
        self.menu_button.setAccessibleName(unit_title(self.unit))


class _Edit(QLineEdit):
    """A field that is as wide as a timecode, selects all when entered and gives up on Escape."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxLength(16)

    def sizeHint(self) -> QSize:
        """Room for a timecode with its frame."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(_WIDEST) + 28, hint.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One click, and what is typed takes the place of what is there."""
        super().focusInEvent(event)
        # After the press that brought the focus has set its cursor.
        self.selectAll()

    def mouseReleaseEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """A click without a drag leaves everything selected."""
        super().mouseReleaseEvent(event)
        if not self.hasSelectedText() and not self.isModified():
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed and not entered is dropped."""
        super().focusOutEvent(event)
        if self.isModified():
            self.setModified(False)
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.setModified(False)
            self.left.emit()
            self.clearFocus()
            return
        super().keyPressEvent(event)
