"""Merging another copy of the project, and settling what both did."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from widgets.commands import Command
from widgets.context import Context
from widgets.merging.dialog import MergeDialog
from widgets.merging.settling import SettlingDialog
from widgets.text import translate

__all__ = ["MergeDialog", "SettlingDialog", "add_commands"]


def add_commands(context: Context, window: QWidget) -> None:
    """Add `file.merge` and `file.settle` to the table; the dialogs belong to `window`."""
    file, bridge = translate("Category", "File"), context.bridge

    def can_merge() -> bool | str:
        return not bridge.readonly or translate("Merging", "The project is open to be read only")

    def can_settle() -> bool | str:
        return bool(bridge.snapshot.conflicts) or translate("Merging", "No conflict is open")

    context.commands.add(
        Command(
            "file.merge",
            translate("Merging", "Merge a copy..."),
            file,
            ("Ctrl+Alt+M",),
            translate("Merging", "Bring the work done in another copy of this project into it, repair by repair"),
            icon="git-branch",
        ),
        lambda: MergeDialog.ask(context, window),
        can_merge,
    )
    context.commands.add(
        Command(
            "file.settle",
            translate("Merging", "Settle conflicts..."),
            file,
            ("Ctrl+Alt+K",),
            translate("Merging", "Go through what a merge left open and say whose work counts"),
            icon="git-branch",
        ),
        lambda: SettlingDialog.ask(context, window),
        can_settle,
    )
    _Standing(context, window)


class _Standing(QObject):
    """Asks again which commands can run. Goes with the window."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._commands = context.commands
        context.bridge.changed.connect(self._refresh)
        context.bridge.reloaded.connect(self._refresh)

    def _refresh(self, *_: object) -> None:
        self._commands.refresh(("file.merge", "file.settle"))
