"""Triage: the machine's candidates gone through, a key each."""

from __future__ import annotations

from widgets.context import Context
from widgets.masks.room import Room as Masks
from widgets.triage.commands import TriageCommands
from widgets.triage.lasso import LassoTool
from widgets.triage.panel import TriagePanel
from widgets.triage.room import Room
from widgets.viewer.toolbox import Toolbox


def make_panel(context: Context, masks: Masks) -> TriagePanel:
    """The panel, with its tool in the desk's toolbox and its commands in the table; after that of the masks."""
    room = Room(context, masks)
    panel = TriagePanel(room)
    TriageCommands(room, panel)
    panel.add_buttons()
    Toolbox.of(context.desk).add(LassoTool(room))
    return panel
