"""The commands of triage. Accepting, rejecting and stepping are those of `widgets/masks`, which ask the room."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject

from operators.contract import Region
from widgets.commands import Command
from widgets.text import translate
from widgets.triage.jumps import IN_FORCE, RISKY_OPEN, following
from widgets.triage.lasso import NAME as LASSO
from widgets.triage.panel import TriagePanel
from widgets.triage.room import Room
from widgets.triage.scope import Choice

COUNTED = (
    "masks.accept", "masks.reject", "masks.clear", "masks.accept_alone", "masks.reject_alone", "masks.next",
    "masks.previous", "edit.undo", "triage.edit", "triage.alike", "triage.select_left", "triage.select_range",
)  # fmt: skip
"""Keys of the work, for the pace."""
STANDING = ("masks.accept", "masks.reject", "masks.clear", "masks.next", "masks.previous")
OWN = ("triage.edit", "triage.alike", "triage.select_left", "triage.select_range", "triage.let_go")

Entry = tuple[Command, Callable[..., object], Callable[[], bool | str] | None]


class TriageCommands(QObject):
    """Adds them, keeps them in step with what is possible, and counts their keys. Goes with the panel."""

    def __init__(self, room: Room, panel: TriagePanel) -> None:
        super().__init__(panel)
        self._room, self._panel = room, panel
        self._table = room.context.commands
        for command, run, enabled in (*self._deciding(), *self._going(), *self._looking()):
            self._table.add(command, run, enabled)
        self._table.ran.connect(self._on_ran)
        room.desk.tool_changed.connect(self._tick)
        for signal in (room.current_changed, room.selection_changed, room.listed.listed, panel.seen_changed):
            signal.connect(self._refresh)
        self._tick()

    def _refresh(self) -> None:
        self._table.refresh((*STANDING, *OWN))

    def _tick(self, _tool: str = "") -> None:
        self._table.action("triage.lasso").setChecked(self._room.desk.tool == LASSO)

    def _on_ran(self, id: str) -> None:
        if id in COUNTED and self._room.seen():
            self._room.pace.key(monotonic())

    # --- what can be asked for -----------------------------------------------------------------------------------

    def _deciding(self) -> tuple[Entry, ...]:
        room = self._room

        def one() -> bool | str:
            there = room.stands or room.masks.repairs.focused is not None
            return room.why_not() or there or translate("Triage", "No candidate is looked at.")

        def some() -> bool | str:
            return room.why_not() or len(room.listed) > 0 or translate("Triage", "No candidate is listed.")

        Can = Callable[[], bool | str]

        def made(id: str, title: str, key: str, icon: str, tip: str, run: Callable[[], object], can: Can) -> Entry:
            return Command(f"triage.{id}", title, _category(), (key,), tip, icon=icon), run, can

        return (
            made(
                "edit",
                translate("Triage", "Edit the candidate"),
                "F2",
                "pencil",
                translate("Triage", "Take the brush to the candidate's mask; the next key goes on as before"),
                self._edit,
                one,
            ),
            made(
                "alike",
                translate("Triage", "Select all like this in the shot"),
                "U",
                "layers",
                translate(
                    "Triage",
                    "Select all in the shot of the same class, size and probability at the same place; once more: "
                    "anywhere in the frame. Then accept or reject them at once",
                ),
                room.select_alike,
                one,
            ),
            made(
                "select_left",
                translate("Triage", "Select all not judged yet"),
                "Ctrl+Alt+U",
                "list-checks",
                translate("Triage", "Select everything in the list that nobody has judged, to accept or reject it"),
                room.select_left,
                some,
            ),
            made(
                "select_range",
                translate("Triage", "Select all between in and out"),
                "Ctrl+Alt+I",
                "arrow-right-to-line",
                translate("Triage", "Select what the list shows on the frames marked by in and out, to judge it"),
                room.select_range,
                lambda: room.why_not() or True,
            ),
            (
                Command(
                    "triage.let_go",
                    translate("Triage", "Let go of the selection"),
                    _category(),
                    tip=translate("Triage", "Back to one candidate at a time; Escape in the list does it too"),
                ),
                room.let_go,
                lambda: bool(room.selection.count) or translate("Triage", "Nothing is selected."),
            ),
        )

    def _going(self) -> tuple[Entry, ...]:
        def made(id: str, title: str, key: str, where: str, by: int) -> Entry:
            return Command(f"triage.{id}", title, _category(), (key,)), lambda: self._jump(where, by), None

        return (
            made("next_repair", translate("Triage", "Next repair in the film"), "Alt+Right", IN_FORCE, 1),
            made("previous_repair", translate("Triage", "Previous repair in the film"), "Alt+Left", IN_FORCE, -1),
            made("next_risky", translate("Triage", "Next risky one"), "Ctrl+Shift+Right", RISKY_OPEN, 1),
            made("previous_risky", translate("Triage", "Previous risky one"), "Ctrl+Shift+Left", RISKY_OPEN, -1),
        )

    def _looking(self) -> tuple[Entry, ...]:
        room, panel = self._room, self._panel

        def take(_on: bool) -> None:
            room.desk.set_tool("select" if room.desk.tool == LASSO else LASSO)
            self._tick()

        return (
            (
                Command(
                    "triage.lasso",
                    translate("Triage", "Select with a lasso"),
                    _category(),
                    ("Shift+V",),
                    translate("Triage", "Draw round repairs in the picture to accept or reject them together"),
                    checkable=True,
                    icon="square-dashed",
                ),
                take,
                None,
            ),
            (
                Command(
                    "triage.grid",
                    translate("Triage", "Candidates as a grid"),
                    _category(),
                    ("Ctrl+Alt+L",),
                    translate("Triage", "Show the candidates as a grid of pictures, or as a list"),
                    checkable=True,
                    icon="grid-3x3",
                ),
                panel.show_grid,
                None,
            ),
            (
                Command(
                    "triage.all",
                    translate("Triage", "Go through all that was found"),
                    _category(),
                    tip=translate("Triage", "Bring the list to the front, over the whole film and every class"),
                    icon="list-checks",
                ),
                self._go_through_all,
                None,
            ),
            (
                Command(
                    "triage.again",
                    translate("Triage", "Make the list anew"),
                    _category(),
                    ("F5",),
                    translate("Triage", "Leave out what no longer fits the filter, and sort again"),
                    icon="refresh-cw",
                ),
                room.listed.make,
                None,
            ),
        )

    # --- what they do ----------------------------------------------------------------------------------------------

    def _edit(self) -> None:
        room = self._room
        if room.stands:
            room.pace.decision(monotonic(), 1)
        room.desk.set_tool("brush")
        self._table.trigger("panel.picture")

    def _go_through_all(self) -> None:
        plain = Choice()
        self._room.choose(scope="film", shown=plain.shown, defect=plain.defect)
        self._table.trigger("panel.triage")

    def _jump(self, where: str, by: int) -> None:
        room = self._room
        project, snapshot, film, at = room.bridge.project, room.bridge.snapshot, room.bridge.film, room.desk.playhead
        focused = room.masks.repairs.focused
        spot = None if focused is None else (focused.frame, focused.y0, focused.x0, focused.id)

        def go(found: tuple[int, object] | None) -> None:
            if found is None:
                return
            position, place = found
            room.desk.set_playhead(position)
            room.desk.focus_repair(place.id)  # type: ignore[attr-defined]
            self._reveal(place.id)  # type: ignore[attr-defined]

        room.bridge.ask(self, "jump", lambda: following(project, snapshot, film, at, spot, where, by), go)

    def _reveal(self, id: str) -> None:
        """Bring it into sight as soon as it is known where it lies."""
        repairs = self._room.masks.repairs
        place = repairs.listing.place.get(id)
        if place is not None:
            repair = repairs.listing.repairs[place]
            self._room.desk.reveal.emit(Region(repair.x0, repair.y0, repair.x1, repair.y1))


def _category() -> str:
    return translate("Category", "Triage")
