"""The table of all commands: one QAction each, with the person's own keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from widgets.commands.command import Command
from widgets.commands.guard import FocusGuard
from widgets.settings import Settings
from widgets.theme import icon

Enabled = Callable[[], bool | str]
"""True where the command can run now; a sentence says why not; False says no with no reason."""

ICON_SIZE = 20


@dataclass(slots=True)
class _Entry:
    command: Command
    action: QAction
    enabled: Enabled | None
    reason: str = ""


class CommandTable(QObject):
    """Every command of the window. Rooms `add` theirs; menus, palette and shortcut editor read it.

    Actions live on the window given to `attach`: their keys work wherever the focus is in it, except that a
    text field keeps the keys it types with (see `guard`).
    """

    changed = Signal()
    """A command came or went, or keys changed."""

    ran = Signal(str)
    """The id of a command that was just run, by whatever way."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._entries: dict[str, _Entry] = {}
        self._window: QWidget | None = None
        self._own = settings.keys
        settings.changed.connect(self._on_setting)

    def attach(self, window: QWidget) -> None:
        """Make the keys of all commands, present and coming, work in `window`."""
        self._window = window
        FocusGuard(window)
        window.addActions([entry.action for entry in self._entries.values()])

    def add(self, command: Command, run: Callable[..., object], enabled: Enabled | None = None) -> QAction:
        """Register a command. A checkable one's `run` is given the new state.

        Raises:
            ValueError: the id is taken.
        """
        if command.id in self._entries:
            raise ValueError(f"there is a command {command.id} already")
        action = QAction(command.title, self)
        action.setObjectName(command.id)
        action.setCheckable(command.checkable)
        if command.icon:
            action.setIcon(icon(command.icon))
            action.setIconVisibleInMenu(False)
        entry = _Entry(command, action, enabled)
        self._entries[command.id] = entry
        action.triggered.connect(lambda checked: self._run(entry, run, checked))
        self._show_keys(entry)
        self._refresh(entry)
        if self._window is not None:
            self._window.addAction(action)
        self.changed.emit()
        return action

    def _run(self, entry: _Entry, run: Callable[..., object], checked: bool) -> None:
        if not self._refresh(entry):
            return  # what made it possible has gone since the last look
        if entry.command.checkable:
            run(checked)
        else:
            run()
        self.ran.emit(entry.command.id)

    def action(self, id: str) -> QAction:
        """The action of a command; KeyError where there is none."""
        return self._entries[id].action

    def command(self, id: str) -> Command:
        """The command of that id; KeyError where there is none."""
        return self._entries[id].command

    def all(self) -> tuple[Command, ...]:
        """Every command in the order they were added."""
        return tuple(entry.command for entry in self._entries.values())

    def categories(self) -> tuple[str, ...]:
        """The categories in the order they first came."""
        return tuple(dict.fromkeys(entry.command.category for entry in self._entries.values()))

    def button(self, id: str, parent: QWidget | None = None) -> QToolButton:
        """A tool button for a command. Clicking it leaves the focus where the person works."""
        button = QToolButton(parent)
        button.setDefaultAction(self.action(id))
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setAccessibleName(self.command(id).title)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def trigger(self, id: str) -> bool:
        """Run a command as if its key were pressed; False where it cannot run now."""
        entry = self._entries[id]
        if not self._refresh(entry):
            return False
        entry.action.trigger()
        return True

    def refresh(self, ids: Iterable[str] | None = None) -> None:
        """Ask again which commands can run: after a change of the project, the selection, the tool."""
        for id in self._entries if ids is None else ids:
            self._refresh(self._entries[id])

    def reason(self, id: str) -> str:
        """Why a command cannot run now, in a sentence; '' where it can, or where nothing was said."""
        return self._entries[id].reason

    def _refresh(self, entry: _Entry) -> bool:
        answer = True if entry.enabled is None else entry.enabled()
        possible = answer is True
        entry.reason = answer if isinstance(answer, str) else ""
        if entry.action.isEnabled() != possible:
            entry.action.setEnabled(possible)
        return possible

    def keys(self, id: str) -> tuple[str, ...]:
        """The keys a command has now, the person's own or the defaults."""
        return self._own.get(id, self._entries[id].command.keys)

    def set_keys(self, id: str, keys: Iterable[str] | None) -> None:
        """Give a command other keys, at once and for good; None goes back to the defaults."""
        chosen = dict(self._own)
        chosen.pop(id, None)
        if keys is not None and tuple(keys) != self.command(id).keys:
            chosen[id] = tuple(keys)
        self.settings.keys = chosen

    def reset_keys(self) -> None:
        """All commands back to their default keys."""
        self.settings.keys = {}

    def _on_setting(self, name: str) -> None:
        """Keys may have been changed here or by another window's table."""
        if name == "keys":
            self._own = self.settings.keys
            for entry in self._entries.values():
                self._show_keys(entry)
            self.changed.emit()

    def who_has(self, key: str) -> tuple[Command, ...]:
        """The commands that a key (portable text) runs."""
        wanted = QKeySequence(key)
        return tuple(
            command for command in self.all() if any(QKeySequence(own) == wanted for own in self.keys(command.id))
        )

    def conflicts(self) -> dict[str, tuple[str, ...]]:
        """Keys that more than one command has, with the commands' ids: Qt runs none of them."""
        users: dict[str, list[str]] = {}
        for id in self._entries:
            for key in self.keys(id):
                users.setdefault(QKeySequence(key).toString(), []).append(id)
        return {key: tuple(ids) for key, ids in users.items() if len(ids) > 1}

    def _show_keys(self, entry: _Entry) -> None:
        sequences = [QKeySequence(key) for key in self.keys(entry.command.id)]
        entry.action.setShortcuts(sequences)
        entry.action.setToolTip(self.tooltip(entry.command.id))

    def tooltip(self, id: str) -> str:
        """Title or tip of a command with its keys as this system writes them."""
        command = self.command(id)
        written = " / ".join(key_text(key) for key in self.keys(id))
        text = command.tip or command.title
        return f"{text} ({written})" if written else text


def key_text(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
