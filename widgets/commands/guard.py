"""Keeps the keys of commands away from a control that needs them itself.

Qt asks the focused widget by a `ShortcutOverride` event before it runs a shortcut. Text fields say yes for
most keys they type with; the other controls never do, so that Space would play instead of pressing the button
one has tabbed to. A filter on the focused widget alone answers for them: an application-wide one would see
every paint event.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

Key = Qt.Key
_ARROWS = frozenset({Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down})
_PAGES = frozenset({Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown})
_PRESS = frozenset({Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Select})
_EDIT = frozenset({Key.Key_Delete, Key.Key_Backspace, Key.Key_Return, Key.Key_Enter})

_TEXTS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QKeySequenceEdit)
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def keeps(widget: QWidget, event: QKeyEvent) -> bool:
    """True where `widget`, having the focus, needs this key itself."""
    key, plain = Key(event.key()), not event.modifiers() & _COMMANDING
    if not plain:
        return False  # Ctrl+C and its like: Qt's fields claim theirs themselves
    if isinstance(widget, QComboBox):
        return (widget.isEditable() and _types(event)) or key in _ARROWS | _PAGES | _PRESS
    if isinstance(widget, _TEXTS):
        if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit) and widget.isReadOnly():
            return key in _ARROWS | _PAGES
        return _types(event) or key in _ARROWS | _PAGES | _EDIT
    if isinstance(widget, QAbstractSlider):
        return key in _ARROWS | _PAGES
    if isinstance(widget, QAbstractItemView):
        if widget.window().windowType() == Qt.WindowType.Popup and key in (Key.Key_Return, Key.Key_Enter):
            return False  # the list of a combo box takes its row at this very question, by a filter of its own
        return key in _ARROWS | _PAGES | _PRESS
    if isinstance(widget, QTabBar):
        return key in _ARROWS
    return isinstance(widget, QAbstractButton) and key in _PRESS


def _types(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable()


def _has_nothing_to_undo(widget: QWidget, event: QKeyEvent) -> bool:
    """True for Undo and Redo over a line in which nothing was typed since it was taken: the project's are meant."""
    line = widget.lineEdit() if isinstance(widget, QAbstractSpinBox) else widget
    if not isinstance(line, QLineEdit):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not line.isUndoAvailable()
    return event.matches(QKeySequence.StandardKey.Redo) and not line.isRedoAvailable()


class FocusGuard(QObject):
    """Follows the focus of the application and answers for the widget that has it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self._watched: QWidget | None = None
        self._follow(None, app.focusWidget())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.destroyed.disconnect(self._lose)
            self._watched.removeEventFilter(self)
        self._watched = new
        if new is not None:
            new.installEventFilter(self)
            new.destroyed.connect(self._lose)

    def _lose(self) -> None:
        self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the keys that the focused control needs, and give up those it claims for nothing."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(watched, QWidget):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if _has_nothing_to_undo(watched, event):
            event.ignore()
            return True
        if keeps(watched, event):
            event.accept()
            return True
        return False
