"""One-stroke fixes: tools of the viewer, their keys, and the dock that shows them."""

from __future__ import annotations

from widgets.context import Context
from widgets.fixes.commands import add_commands
from widgets.fixes.donor import DonorBox, DonorBrush
from widgets.fixes.line import LineTool
from widgets.fixes.outlines import LassoTool, PolygonTool
from widgets.fixes.panel import FixesPanel
from widgets.fixes.patch import PatchTool
from widgets.fixes.room import FixRoom
from widgets.fixes.strokes import CloneBrush, HealBrush, OriginalBrush
from widgets.fixes.wand import WandTool
from widgets.masks.room import Room
from widgets.viewer.toolbox import Toolbox
from widgets.viewer.tools import Tool

TOOLS = (
    DonorBox, DonorBrush, HealBrush, CloneBrush, PatchTool, LineTool, LassoTool, PolygonTool, WandTool, OriginalBrush,
)  # fmt: skip


def make_panel(context: Context, masks: Room) -> FixesPanel:
    """The dock, with its tools in the desk's toolbox and its commands in the table. `masks` is the room of the
    repairs: strokes of both take their turn in one queue."""
    room = FixRoom(context, masks)
    add_commands(room)
    toolbox = Toolbox.of(context.desk)
    for make in TOOLS:
        tool: Tool = make(room)
        toolbox.add(tool)
    return FixesPanel(room)
