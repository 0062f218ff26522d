"""The ledger in the open: all repairs of a frame, a shot or the film in one table."""

from __future__ import annotations

from widgets.context import Context
from widgets.repair_table.commands import add_commands
from widgets.repair_table.panel import TablePanel


def make_panel(context: Context) -> TablePanel:
    """The panel, with its commands in the table of commands."""
    panel = TablePanel(context)
    add_commands(context, panel)
    panel.add_buttons()
    return panel
