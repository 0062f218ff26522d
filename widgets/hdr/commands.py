"""Every command of HDR Vivid: measuring, sets, shots, displays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from app.document.commands import LinkVivid, SetVivid, ShotGrade, UnlinkVivid
from app.document.commands.vivid import vivid_of
from app.document.model import VividGrade
from app.engine.look import HdrLook
from app.engine.vivid import measured_shot
from widgets.commands import Command
from widgets.context import Context
from widgets.hdr.hand import VividHand
from widgets.hdr.jobs import submit_measuring
from widgets.text import translate
from widgets.viewer.words import DISPLAYS, display_name

ALIKE = (0.03, 0.05)
"""How far mean and peak of two shots' light may lie apart, in PQ signal, for them to count as similar."""

Possible = Callable[[], bool | str]


def add_commands(context: Context, hand: VividHand) -> None:
    """Add them to the table."""
    _Commands(context, hand).add_all()


def tick(context: Context, hand: VividHand) -> None:
    """Which displays are looked at; and what can run now."""
    table, look = context.commands, context.desk.compare.b.hdr or HdrLook()
    for nits in (0.0, *DISPLAYS):
        table.action(f"hdr.see_{nits:g}").setChecked(look.nits == nits)
    table.action("hdr.false_colour").setChecked(look.false_colour)
    read = hand.reading
    table.action("hdr.automatic").setChecked(read is not None and read.grade.automatic)
    table.refresh(command.id for command in table.all() if command.id.startswith("hdr."))


class _Commands:
    def __init__(self, context: Context, hand: VividHand) -> None:
        self.context, self.hand = context, hand
        self.bridge, self.desk = context.bridge, context.desk
        self.category = translate("Category", "Grade")

    def add_all(self) -> None:
        """Add every command."""
        self._add_measuring()
        self._add_grading()
        self._add_shots()
        self._add_displays()

    def _add(
        self, id: str, title: str, run: Callable[..., object], possible: Possible, key: str, icon: str = "",
        tip: str = "", *, checkable: bool = False,
    ) -> None:  # fmt: skip
        command = Command(f"hdr.{id}", title, self.category, (key,) if key else (), tip, checkable, icon)
        self.context.commands.add(command, run, possible)

    # --- what can run -------------------------------------------------------------------------------------

    def shown(self) -> bool | str:
        """A shot is in view."""
        return self.hand.reading is not None or translate("Hdr", "The project has no film yet")

    def editable(self) -> bool | str:
        """It can be edited."""
        return self.hand.locked_because or self.shown()

    def several(self) -> bool | str:
        """More than one shot is selected."""
        enough = len(self.hand.chosen) > 1 or translate("Hdr", "Select the shots on the timeline first")
        return self.hand.locked_because or enough

    def pasting(self) -> bool | str:
        """Something was copied."""
        copied = self.hand.clipboard is not None or translate("Hdr", "Nothing was copied yet")
        return self.hand.locked_because or copied

    # --- measuring ----------------------------------------------------------------------------------------

    def _add_measuring(self) -> None:
        self._add(
            "analyse", translate("Hdr", "Analyse the light of the shots"), self._analyse, self.editable,
            "Ctrl+Shift+Y", "chart-column",
            translate("Hdr", "Measure the selected shots, or the one in view, at the grade stage"),
        )  # fmt: skip
        self._add(
            "analyse_all", translate("Hdr", "Analyse the light of all shots"), self._analyse_all, self.editable,
            "Ctrl+Alt+Y", "", translate("Hdr", "Measure every shot of the film at the grade stage"),
        )  # fmt: skip
        self._add(
            "similar", translate("Hdr", "Select shots of similar light"), self._select_similar, self.measured,
            "Alt+L", "", translate("Hdr", "Shots whose mean and peak lie near those of the one in view"),
        )  # fmt: skip

    def measured(self) -> bool | str:
        """The light of the shot in view is known."""
        read = self.hand.reading
        known = read is not None and read.measured is not None
        return known or translate("Hdr", "The light of this shot was not measured yet: analyse it.")

    def _analyse(self) -> None:
        submit_measuring(self.context, self.hand.chosen)

    def _analyse_all(self) -> None:
        submit_measuring(self.context, tuple(shot.id for shot in self.bridge.snapshot.shots))

    def _select_similar(self) -> None:
        read, snapshot, store = self.hand.reading, self.bridge.snapshot, self.bridge.project.artefacts
        if read is None or read.measured is None:
            return
        own = read.measured.light.light

        def question() -> tuple[str, ...]:
            found = []
            for shot in snapshot.shots:
                light = vivid_of(snapshot, shot.id).light
                if not light:
                    continue
                other = measured_shot(store, light).light.light
                apart = abs(other.average - own.average), abs(other.maximum - own.maximum)
                if apart[0] <= ALIKE[0] and apart[1] <= ALIKE[1]:
                    found.append(shot.id)
            return tuple(found)

        self.bridge.ask(self.hand, "similar", question, self.desk.select_shots)

    # --- the shot in view ---------------------------------------------------------------------------------

    def _add_grading(self) -> None:
        self._add(
            "other_set", translate("Hdr", "The other set"), self._other_set, self.shown, "Alt+W", "columns-2",
            translate("Hdr", "Work on the HDR set, or on the one for SDR displays"),
        )  # fmt: skip
        self._add(
            "automatic", translate("Hdr", "Automatic HDR Vivid"), self._set_automatic, self.editable, "Alt+U",
            "wand-sparkles", translate("Hdr", "Set the hand controls aside, or take them up again"), checkable=True,
        )  # fmt: skip
        self._add(
            "reset", translate("Hdr", "Reset HDR Vivid"), self._reset, self.editable, "Alt+Shift+Home", "rotate-ccw",
            translate("Hdr", "All controls of both sets back to automatic; the displays stay"),
        )  # fmt: skip

    def _other_set(self) -> None:
        self.hand.set_which("sdr" if self.hand.which == "hdr" else "hdr")

    def _set_automatic(self, on: bool) -> None:
        read = self.hand.reading
        if read is not None:
            self.hand.commit(replace(read.grade, automatic=on))

    def _reset(self) -> None:
        read = self.hand.reading
        if read is None:
            return
        old = read.grade
        grade = VividGrade(old.mastering_nits, old.target_nits, old.sdr)
        self.hand.dispatch(SetVivid(tuple(ShotGrade(id, grade) for id in read.shots), "reset"))

    # --- over shots ---------------------------------------------------------------------------------------

    def _add_shots(self) -> None:
        self._add("copy", translate("Hdr", "Copy HDR Vivid"), self._copy, self.shown, "Alt+C", "copy")
        self._add(
            "paste", translate("Hdr", "Paste HDR Vivid"), self._paste, self.pasting, "Alt+V", "clipboard-paste",
            translate("Hdr", "Into the selected shots, or the one in view; their light stays their own"),
        )  # fmt: skip
        self._add(
            "link", translate("Hdr", "Link HDR Vivid of the shots"), self._link, self.several, "Alt+J", "link",
            translate("Hdr", "The selected shots share one grade from now on: that of the one in view"),
        )  # fmt: skip
        self._add(
            "unlink", translate("Hdr", "Unlink HDR Vivid of the shots"), self._unlink, self.linked, "Alt+Shift+J", "",
            translate("Hdr", "The shots have grades of their own again"),
        )  # fmt: skip
        self._add(
            "ripple", translate("Hdr", "Ripple HDR Vivid"), self._ripple, self.editable, "Alt+B",
            "arrow-right-to-line", translate("Hdr", "Give this grade to this shot and all that follow"),
        )  # fmt: skip

    def linked(self) -> bool | str:
        """One of the chosen shots is linked."""
        snapshot = self.bridge.snapshot
        some = any(vivid_of(snapshot, id).link for id in self.hand.chosen)
        return self.hand.locked_because or some or translate("Hdr", "These shots are not linked")

    def _copy(self) -> None:
        read = self.hand.reading
        if read is not None:
            self.hand.clipboard = read.grade
            self.hand.changed.emit()

    def _paste(self) -> None:
        if self.hand.clipboard is not None:
            self._give(self.hand.clipboard, self.hand.chosen, "paste")

    def _link(self) -> None:
        read = self.hand.reading
        lead = () if read is None or read.shot.id not in self.hand.chosen else (read.shot.id,)
        self.hand.dispatch(LinkVivid.of((*lead, *self.hand.chosen)))

    def _unlink(self) -> None:
        self.hand.dispatch(UnlinkVivid(self.hand.chosen))

    def _ripple(self) -> None:
        read = self.hand.reading
        if read is None:
            return
        shots = [shot.id for shot in self.bridge.snapshot.shots]
        self._give(read.grade, tuple(shots[shots.index(read.shot.id) :]), "ripple")

    def _give(self, grade: VividGrade, shots: tuple[str, ...], act: str) -> None:
        self.hand.dispatch(SetVivid(tuple(ShotGrade(id, grade) for id in shots), act))

    # --- displays -----------------------------------------------------------------------------------------

    def _add_displays(self) -> None:
        for place, nits in enumerate((0.0, *DISPLAYS)):
            text = translate("Hdr", "See as on a display: {display}").format(display=display_name(nits))
            if not nits:
                text = translate("Hdr", "See the master")
            self._add(
                f"see_{nits:g}", text, partial(self._see, nits), self.shown, f"Ctrl+{place + 4}",
                tip=translate("Hdr", "B shows it; on an SDR screen that is a simulation"), checkable=True,
            )  # fmt: skip
        self._add(
            "beside_master", translate("Hdr", "Display beside the master"), self.hand.beside_master, self.shown,
            "Alt+Q", "square-split-horizontal",
            translate("Hdr", "Wipe between the master and the target display's picture"),
        )  # fmt: skip
        self._add(
            "false_colour", translate("Hdr", "False colour in cd/m²"), self.hand.set_false_colour, self.shown,
            "Alt+Y", "palette", translate("Hdr", "Light as colours, in A and B"), checkable=True,
        )  # fmt: skip

    def _see(self, nits: float, on: bool) -> None:
        self.hand.see(nits)
        tick(self.context, self.hand)  # a second press of the same key must not take the tick off
