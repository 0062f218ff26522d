"""Masks by hand: brush, eraser, verdicts, thresholds, and the panel of the repairs on the frame."""

from __future__ import annotations

from widgets.context import Context
from widgets.masks.brush import BrushTool
from widgets.masks.commands import add_commands
from widgets.masks.panel import RepairsPanel
from widgets.masks.room import Room
from widgets.masks.select import SelectTool
from widgets.viewer.toolbox import Toolbox


def make_panel(context: Context) -> RepairsPanel:
    """The panel, with its tools in the desk's toolbox and its commands in the table."""
    room = Room(context)
    add_commands(room)
    tools = Toolbox.of(context.desk)
    for tool in (
        SelectTool(room),
        BrushTool(room, "brush", erases=False),
        BrushTool(room, "eraser", erases=True),
    ):
        tools.add(tool)
    if context.desk.tool == "hand":
        context.desk.set_tool("select")  # a click on a repair is the first thing anybody tries
    return RepairsPanel(room)
