"""The tools of a desk, for every viewer that shows it, also one that is opened later."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from widgets.desk import Desk
from widgets.viewer.region import RegionTool
from widgets.viewer.tools import Tool


class Toolbox(QObject):
    """Tools by name; `desk.tool` says which is in hand. A tool of a known name takes the old one's place."""

    changed = Signal()
    entered = Signal()
    """The pointer came over a viewer: the tool works there now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._tools: dict[str, Tool] = {}
        self.add(RegionTool(desk))

    @classmethod
    def of(cls, desk: Desk) -> Toolbox:
        """The desk's toolbox; it lives as long as the desk."""
        known = desk.findChild(cls)
        return known if isinstance(known, cls) else cls(desk)

    def add(self, tool: Tool) -> None:
        """Offer a tool."""
        self._tools[tool.name] = tool
        self.changed.emit()

    @property
    def in_hand(self) -> Tool | None:
        """The tool in hand; None for the plain hand, which pans."""
        return self._tools.get(self._desk.tool)
