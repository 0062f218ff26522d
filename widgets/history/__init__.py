"""The history: the ledger as people read it, looking back, versions."""

from __future__ import annotations

from widgets.context import Context
from widgets.history.commands import UndoCommands, add_commands
from widgets.history.panel import HistoryPanel
from widgets.history.tracker import Tracker

__all__ = ["HistoryPanel", "make_panel"]


def make_panel(context: Context) -> HistoryPanel:
    """The dock of the history, its commands (undo and redo among them) added to the table."""
    tracker = Tracker(context.bridge)
    UndoCommands(context, tracker)
    panel = HistoryPanel(context, tracker)
    add_commands(context, panel)
    panel.begin()
    return panel
