"""The commands of the fixes: a key for each tool, and for doing the last fix again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from widgets.commands import Command
from widgets.fixes.frames import Frames
from widgets.fixes.room import FixRoom
from widgets.text import translate

Entry = tuple[Command, Callable[..., object], Callable[[], bool | str] | None]
ToolEntry = tuple[str, str, str, str, str]
"""Tool, title, key, tip, icon."""


def command_of(tool: str) -> str:
    """The command that takes a tool in hand."""
    return f"fixes.{tool}"


def add_commands(room: FixRoom) -> None:
    """Add them all to the window's table, and keep them in step with what is possible."""
    table = room.context.commands
    tools = _tools()
    for tool, title, key, tip, icon in tools:
        command = Command(command_of(tool), title, _category(), (key,), tip, checkable=True, icon=icon)
        table.add(command, _taker(room, tool))
    others = _others(room, Frames(room))
    for command, run, enabled in others:
        table.add(command, run, enabled)
    _Standing(room, [tool for tool, *_ in tools], [command.id for command, *_ in others])


def _others(room: FixRoom, frames: Frames) -> tuple[Entry, ...]:
    """What is no tool."""

    def made(id: str, title: str, key: str, tip: str, icon: str) -> Command:
        return Command(f"fixes.{id}", title, _category(), (key,), tip, icon=icon)

    return (
        (
            made(
                "repeat",
                translate("Fixes", "Last fix again on the next frame"),
                ".",
                translate("Fixes", "Go to the next frame and do the last fix there again, in the same place"),
                "repeat",
            ),
            room.repeat,
            room.can_repeat,
        ),
        (
            made(
                "interpolate",
                translate("Fixes", "Replace the frame"),
                "Shift+I",
                translate(
                    "Fixes", "Replace the whole frame by what lies between its neighbours; the history says how sure"
                ),
                "film",
            ),
            frames.replace,
            frames.can_replace,
        ),
        (
            made(
                "splice",
                translate("Fixes", "Steady the splice"),
                "Shift+X",
                translate("Fixes", "Take jump and flash out of the frames after a join; stand on the first of them"),
                "scissors",
            ),
            frames.steady,
            frames.can_replace,
        ),
        (
            made(
                "key",
                translate("Fixes", "Set tracking key"),
                "Shift+T",
                translate(
                    "Fixes", "The selected repair's mask is a key of the track on this frame; again: no longer"
                ),
                "crosshair",
            ),
            frames.set_key,
            frames.can_set_key,
        ),
        (
            made(
                "track",
                translate("Fixes", "Track over the shot"),
                "Ctrl+T",
                translate(
                    "Fixes", "Carry the keys' masks over the shot, both ways, and mend every frame as one track"
                ),
                "fast-forward",
            ),
            frames.track,
            frames.can_track,
        ),
    )


def _category() -> str:
    return translate("Category", "Repair")


def _tools() -> tuple[ToolEntry, ...]:
    """Every tool, in the groups of the dock."""
    return (*_strokes(), *_outlines(), *_taking_back())


def _strokes() -> tuple[ToolEntry, ...]:
    """What a drag over the damage mends."""
    return (
        (
            "donor",
            translate("Fixes", "Donor rectangle"),
            "3",
            translate(
                "Fixes",
                "Drag a rectangle round damage: to the right takes the next frame, left the previous, up both; "
                "Ctrl two frames away, so that no grain stands still",
            ),
            "arrow-left-right",
        ),
        (
            "donor_brush",
            translate("Fixes", "Donor brush"),
            "9",
            translate("Fixes", "As the donor rectangle, for what the brush covers; the stroke's direction picks"),
            "waves",
        ),
        (
            "heal",
            translate("Fixes", "Heal"),
            "H",
            translate("Fixes", "Mend what is painted from its surroundings on this frame alone"),
            "bandage",
        ),
        (
            "clone",
            translate("Fixes", "Clone"),
            "C",
            translate("Fixes", "Copy pixels from elsewhere, on any frame: Ctrl+click sets the source"),
            "copy",
        ),
        (
            "patch",
            translate("Fixes", "Patch"),
            "Shift+C",
            translate("Fixes", "Draw round damage, then drag the outline onto the picture it shall have"),
            "square-dashed",
        ),
        (
            "line",
            translate("Fixes", "Line tool"),
            ";",
            translate("Fixes", "Mend a scratch or a hair from its two sides; Ctrl over the whole shot"),
            "ruler",
        ),
    )


def _outlines() -> tuple[ToolEntry, ...]:
    """What marks damage to be mended in the way chosen in the dock."""
    return (
        (
            "lasso",
            translate("Fixes", "Lasso"),
            "5",
            translate("Fixes", "Draw round what is damaged; it is mended in the way chosen in the dock"),
            "pencil",
        ),
        (
            "polygon",
            translate("Fixes", "Polygon"),
            "6",
            translate("Fixes", "Click from corner to corner round what is damaged"),
            "diamond",
        ),
        (
            "wand",
            translate("Fixes", "Magic wand"),
            "7",
            translate("Fixes", "Click on what a pass saw, also below the threshold"),
            "wand-sparkles",
        ),
    )


def _taking_back() -> tuple[ToolEntry, ...]:
    """What brings the scan back."""
    return (
        (
            "original",
            translate("Fixes", "Original brush"),
            "Y",
            translate("Fixes", "Bring back the scan's own pixels, also behind clean operators"),
            "scan",
        ),
    )


def _taker(room: FixRoom, tool: str) -> Callable[[bool], None]:
    def take(_on: bool) -> None:
        room.desk.set_tool(tool)
        # Pressing the key of the tool in hand must not untick it.
        room.context.commands.action(command_of(tool)).setChecked(True)

    return take


class _Standing(QObject):
    """Ticks the tool in hand, and asks again which commands can run. Goes with the room."""

    def __init__(self, room: FixRoom, tools: list[str], others: list[str]) -> None:
        super().__init__(room)
        self._room = room
        self._tools = tools
        self._others = others
        room.desk.tool_changed.connect(self.tick)
        for signal in (
            room.changed, room.desk.playhead_changed, room.desk.viewing_changed, room.desk.speed_changed,
            room.masks.repairs.changed, room.desk.repair_changed,
        ):  # fmt: skip
            signal.connect(self.refresh)
        self.tick()

    def refresh(self) -> None:
        """What is shown or was done has changed."""
        self._room.context.commands.refresh(self._others)

    def tick(self) -> None:
        """Another tool is in hand."""
        for tool in self._tools:
            self._room.context.commands.action(command_of(tool)).setChecked(self._room.desk.tool == tool)
