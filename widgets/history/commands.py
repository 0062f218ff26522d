"""Undo and redo by name, looking back, going on from there, naming versions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget, QWidget

from widgets.commands import Command
from widgets.context import Context
from widgets.history.panel import HistoryPanel
from widgets.history.tracker import Tracker
from widgets.history.words import said
from widgets.text import filled, translate

NAME_LENGTH = 48
"""Letters of an edit's sentence that a menu shows."""


class UndoCommands(QObject):
    """`edit.undo` and `edit.redo`, whose titles say what they would undo and redo."""

    def __init__(self, context: Context, tracker: Tracker) -> None:
        super().__init__(tracker)
        self._context = context
        self._tracker = tracker
        category = translate("Category", "Edit")
        bridge = context.bridge
        self._undo = context.commands.add(
            Command("edit.undo", translate("History", "Undo"), category, ("Ctrl+Z",), icon="undo-2"),
            bridge.undo,
            lambda: self._possible(tracker.next_undo is not None, translate("History", "There is nothing to undo")),
        )
        self._redo = context.commands.add(
            Command("edit.redo", translate("History", "Redo"), category, ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo-2"),
            bridge.redo,
            lambda: self._possible(tracker.next_redo is not None, translate("History", "There is nothing to redo")),
        )
        tracker.changed.connect(self._name)
        self._name()

    def _possible(self, there: bool, nothing: str) -> bool | str:
        if self._context.bridge.readonly:
            return translate("History", "The project is open for reading only")
        return True if there else nothing

    def _name(self) -> None:
        undo, redo = self._tracker.next_undo, self._tracker.next_redo
        commands, snapshot = self._context.commands, self._context.bridge.snapshot
        named_undo, named_redo = translate("History", "Undo: {what}"), translate("History", "Redo: {what}")
        for id, action, entry, named, plain in (
            ("edit.undo", self._undo, undo, named_undo, translate("History", "Undo")),
            ("edit.redo", self._redo, redo, named_redo, translate("History", "Redo")),
        ):
            title = plain if entry is None else filled(named, what=_short(said(entry, snapshot)))
            action.setText(title)
            keys = commands.tooltip(id).removeprefix(plain)
            action.setToolTip(f"{title}{keys}")
        commands.refresh(("edit.undo", "edit.redo"))


def add_commands(context: Context, panel: HistoryPanel) -> None:
    """The ways out of an earlier state, naming the present one, filtering."""
    desk, add = context.desk, context.commands.add
    present = translate("History", "The present state is shown")
    add(
        Command("history.now", translate("History", "Back to now"), _category(), ("Esc",), icon="rotate-ccw"),
        lambda: desk.view_row(None),
        lambda: desk.viewing is not None or present,
    )
    add(
        Command("history.go_on", translate("History", "Go on from here"), _category(), (), icon="git-branch"),
        panel.bar.go_on,
        lambda: present if desk.viewing is None else panel.bar.reason or True,
    )
    add(
        Command(
            "history.name_version",
            translate("History", "Name a version..."),
            _category(),
            ("Ctrl+Shift+B",),
            translate("History", "Give the present state a name"),
            icon="bookmark",
        ),
        lambda: _show(panel, panel.show_versions),
    )
    add(
        Command(
            "history.filter", translate("History", "Filter the history"), _category(), ("Ctrl+Alt+H",), icon="filter"
        ),
        lambda: _show(panel, panel.show_filter),
    )


def _category() -> str:
    return translate("Category", "History")


def _show(panel: QWidget, then: Callable[[], None]) -> None:
    """Bring the dock that the panel is in to the front, then go on."""
    widget: QWidget | None = panel
    while widget is not None:
        if isinstance(widget, QDockWidget):
            widget.show()
            widget.raise_()
        widget = widget.parentWidget()
    then()


def _short(text: str) -> str:
    return text if len(text) <= NAME_LENGTH else text[: NAME_LENGTH - 3].rstrip() + "..."
