"""Which transport keys are down: K held with J or L plays slowly, which no shortcut can tell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from widgets.commands import CommandTable


class HeldKeys(QObject):
    """Watches a window's keys for some commands. Keys that a text field takes for itself never come here.

    A shortcut is run without a key press that widgets would see, but Qt asks the window first (`ShortcutOverride`),
    and the release comes as any other.
    """

    def __init__(
        self, commands: CommandTable, ids: tuple[str, ...], released: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._ids = ids
        self._released = released
        self._down: dict[int, str] = {}
        self._window: QWidget | None = None

    def follow(self, window: QWidget) -> None:
        """Watch this window from now on."""
        if window is not self._window:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.installEventFilter(self)

    def is_down(self, id: str) -> bool:
        """True while a key of that command is held."""
        return id in self._down.values()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note, and let everything pass."""
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate:
            for key in list(self._down):
                self._let_go(key)
        elif isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if kind == QEvent.Type.ShortcutOverride:
                id = self._command_of(event)
                if id is not None:
                    self._down[event.key()] = id
            elif kind == QEvent.Type.KeyRelease:
                self._let_go(event.key())
        return False

    def _let_go(self, key: int) -> None:
        id = self._down.pop(key, None)
        if id is not None:
            self._released(id)

    def _command_of(self, event: QKeyEvent) -> str | None:
        pressed = QKeySequence(event.keyCombination())
        for id in self._ids:
            if any(QKeySequence(key) == pressed for key in self._commands.keys(id)):
                return id
        return None
