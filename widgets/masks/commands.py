"""The commands of the masks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from widgets.commands import Command
from widgets.masks.room import Room
from widgets.text import translate

Run = Callable[[], object]

TOOLS = {"select": "masks.select", "brush": "masks.brush", "eraser": "masks.eraser"}
"""Tool to the command that takes it in hand."""


def add_commands(room: Room) -> None:
    """Add them all to the window's table, and keep them in step with what is possible."""
    table = room.context.commands
    entries = (*_tools(room), *_brush(room), *_verdicts(room), *_going(room))
    for command, run, enabled in entries:
        table.add(command, run, enabled)
    _Standing(room, [command.id for command, _, _ in entries])


class _Standing(QObject):
    """Asks again which commands can run, and ticks the tool in hand. Goes with the room."""

    def __init__(self, room: Room, ids: list[str]) -> None:
        super().__init__(room)
        self._room = room
        self._ids = ids
        room.desk.tool_changed.connect(self.tick)
        for signal in (
            room.repairs.changed, room.desk.repair_changed, room.desk.viewing_changed, room.desk.speed_changed,
        ):  # fmt: skip
            signal.connect(self.refresh)
        self.tick()

    def refresh(self) -> None:
        """What is selected or shown has changed."""
        self._room.context.commands.refresh(self._ids)

    def tick(self) -> None:
        """Another tool is in hand."""
        for tool, id in TOOLS.items():
            self._room.context.commands.action(id).setChecked(self._room.desk.tool == tool)


def _category() -> str:
    return translate("Category", "Repair")


_Entry = tuple[Command, Callable[..., object], Callable[[], bool | str] | None]


def _tools(room: Room) -> tuple[_Entry, ...]:
    def take(tool: str) -> Callable[[bool], None]:
        def run(_on: bool) -> None:
            room.desk.set_tool(tool)
            # Pressing the key of the tool in hand must not untick it.
            room.context.commands.action(TOOLS[tool]).setChecked(True)

        return run

    def made(tool: str, title: str, key: str, tip: str, icon: str) -> _Entry:
        command = Command(TOOLS[tool], title, _category(), (key,), tip, checkable=True, icon=icon)
        return command, take(tool), None

    return (
        made(
            "select",
            translate("Masks", "Select repairs"),
            "V",
            translate("Masks", "Select repairs by click; Ctrl+click or a double click accepts or rejects"),
            "mouse-pointer-2",
        ),
        made(
            "brush",
            translate("Masks", "Brush"),
            "B",
            translate("Masks", "Paint what is to be mended; Shift and drag changes the size"),
            "brush",
        ),
        made(
            "eraser",
            translate("Masks", "Eraser"),
            "E",
            translate("Masks", "Take parts out of masks; Shift and drag changes the size"),
            "eraser",
        ),
    )


def _brush(room: Room) -> tuple[_Entry, ...]:
    def made(id: str, title: str, key: str, run: Run) -> _Entry:
        return Command(id, title, _category(), (key,)), run, None

    return (
        made("masks.smaller", translate("Masks", "Smaller brush"), "[", lambda: room.grow_brush(-1)),
        made("masks.bigger", translate("Masks", "Bigger brush"), "]", lambda: room.grow_brush(1)),
        made("masks.softer", translate("Masks", "Softer brush"), "{", lambda: room.harden_brush(-1)),
        made("masks.harder", translate("Masks", "Harder brush"), "}", lambda: room.harden_brush(1)),
    )


def _verdicts(room: Room) -> tuple[_Entry, ...]:
    def one() -> bool | str:
        return room.why_not() or _must(room.can_decide(), translate("Masks", "No repair is selected."))

    def tracked() -> bool | str:
        found = room.repairs.focused
        no_track = translate("Masks", "No repair of a track is selected.")
        return room.why_not() or _must(found is not None and bool(found.track), no_track)

    def listed() -> bool | str:
        return room.why_not() or _must(bool(room.repairs.listed.size), translate("Masks", "No repair is listed."))

    def made(
        id: str, title: str, keys: tuple[str, ...], icon: str, run: Run, can: Callable[[], bool | str]
    ) -> _Entry:
        return Command(id, title, _category(), keys, icon=icon), run, can

    return (
        made(
            "masks.accept", translate("Masks", "Accept"), ("A",), "check", lambda: room.decide_focused("accept"), one
        ),
        made(
            "masks.reject",
            translate("Masks", "Reject"),
            ("R", "Del"),
            "x",
            lambda: room.decide_focused("reject"),
            one,
        ),
        made(
            "masks.clear",
            translate("Masks", "Leave to the threshold"),
            ("Shift+Del",),
            "rotate-ccw",
            lambda: room.decide_focused("clear"),
            one,
        ),
        made(
            "masks.accept_alone",
            translate("Masks", "Accept on this frame alone"),
            ("Alt+A",),
            "",
            lambda: room.decide_focused("accept", alone=True),
            tracked,
        ),
        made(
            "masks.reject_alone",
            translate("Masks", "Reject on this frame alone"),
            ("Alt+R",),
            "",
            lambda: room.decide_focused("reject", alone=True),
            tracked,
        ),
        made(
            "masks.accept_listed",
            translate("Masks", "Accept all listed"),
            ("Ctrl+Alt+A",),
            "list-checks",
            lambda: room.decide_listed("accept"),
            listed,
        ),
        made(
            "masks.reject_listed",
            translate("Masks", "Reject all listed"),
            ("Ctrl+Alt+R",),
            "ban",
            lambda: room.decide_listed("reject"),
            listed,
        ),
    )


def _going(room: Room) -> tuple[_Entry, ...]:
    def listed() -> bool | str:
        return _must(room.can_step(), translate("Masks", "No repair is listed."))

    return (
        (
            Command("masks.next", translate("Masks", "Next repair"), _category(), ("N",), icon="chevron-right"),
            lambda: room.step(1),
            listed,
        ),
        (
            Command(
                "masks.previous", translate("Masks", "Previous repair"), _category(), ("P",), icon="chevron-left"
            ),
            lambda: room.step(-1),
            listed,
        ),
        (
            Command("masks.next_frame", translate("Masks", "Next frame with repairs"), _category(), ("Ctrl+Right",)),
            lambda: room.go_to_repairs(1),
            None,
        ),
        (
            Command(
                "masks.previous_frame", translate("Masks", "Previous frame with repairs"), _category(), ("Ctrl+Left",)
            ),
            lambda: room.go_to_repairs(-1),
            None,
        ),
    )


def _must(possible: bool, why_not: str) -> bool | str:
    return True if possible else why_not
