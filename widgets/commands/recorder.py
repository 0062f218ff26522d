"""A field that takes the next key pressed, whatever it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from widgets.text import translate

_ALONE = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown}
_MOVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class KeyRecorder(QLineEdit):
    """While it has the focus, a key is not run but recorded. Tab leaves it, Escape gives up."""

    recorded = Signal(str)
    """The key in portable text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setPlaceholderText(translate("Commands", "Click here, then press a key"))
        self.setToolTip(translate("Commands", "Press the key that is to run the command. Escape gives up."))
        self.setAccessibleName(translate("Commands", "New key"))

    def event(self, event: QEvent) -> bool:
        """Claim every key before a shortcut takes it; Tab goes on its way."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record a key, once a real one comes with the modifiers."""
        key = Qt.Key(event.key())
        if key in _ALONE:
            return
        if key in _MOVING:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            sequence = QKeySequence(QKeyCombination(modifiers, key))
            self.recorded.emit(sequence.toString(QKeySequence.SequenceFormat.PortableText))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what it waits for."""
        super().focusInEvent(event)
        self.setPlaceholderText(translate("Commands", "Press a key..."))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say how to begin."""
        super().focusOutEvent(event)
        self.setPlaceholderText(translate("Commands", "Click here, then press a key"))
