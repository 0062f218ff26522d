"""The viewer: header, picture and read-out in one widget that can stand in any window."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.context import Context
from widgets.viewer.actions import add_commands
from widgets.viewer.choices import Chooser
from widgets.viewer.header import Header
from widgets.viewer.protecting import Protecting
from widgets.viewer.readout import Readout
from widgets.viewer.surface import Surface
from widgets.viewer.toolbox import Toolbox
from widgets.viewer.tools import Tool


class Viewer(QWidget):
    """Shows what the desk says. The first one of a window adds the commands; further ones share them.

    `name` tells viewers of one desk apart; each has its own zoom and pan.
    """

    def __init__(self, context: Context, name: str = "viewer", *, first: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.chooser = Chooser(context.settings, self)
        self.surface = Surface(context, self.chooser, name, self)
        if first:
            add_commands(context, self.surface, self.chooser)
            Protecting(context, self.surface).add_commands()
        self.header = Header(self.surface, context.commands, self.chooser, self)
        self.readout = Readout(self.surface, self)
        self.setFocusProxy(self.surface)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.surface, self.readout):
            column.addWidget(widget)
        column.setStretchFactor(self.surface, 1)
        self.chooser.changed.connect(self._show_readout)
        self._show_readout()

    def add_tool(self, tool: Tool) -> None:
        """Offer a tool in every viewer of the desk; `desk.set_tool(tool.name)` takes it in hand."""
        self.surface.toolbox.add(tool)

    @property
    def toolbox(self) -> Toolbox:
        """The tools of the desk."""
        return self.surface.toolbox

    def _show_readout(self) -> None:
        self.readout.setVisible(self.chooser.now.readout)
