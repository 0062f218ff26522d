"""Shots that no pass may touch: the commands that protect the shots in hand and lift them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.document.commands import LiftProtection, Protect
from app.document.ids import new_id
from app.document.model import Protection, Shot
from app.document.protected import Protections
from widgets.commands import Command
from widgets.context import Context
from widgets.text import translate
from widgets.timeline.timeline import Timeline

COMMANDS = ("timeline.protect", "timeline.lift")


class Protecting(QObject):
    """What the two commands do to the selected shots, or to the one at the playhead where none is selected."""

    def __init__(self, context: Context, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._context, self._timeline = context, timeline
        self._desk, self._bridge = context.desk, context.bridge
        self._desk.playhead_changed.connect(self._refresh)
        self._desk.selection_changed.connect(self._refresh)
        timeline.feed.film_changed.connect(self._refresh)

    def add_commands(self) -> None:
        """Put them into the table."""
        shots = translate("Timeline", "Shots")
        tip = translate(
            "Timeline", "No pass looks at the selected shots or changes them; what passes found is out of force"
        )
        title = translate("Timeline", "Never touch this shot")
        self._context.commands.add(
            Command(COMMANDS[0], title, shots, (), tip, icon="lock"), self.protect, self.may_protect
        )
        tip = translate("Timeline", "Let passes touch the selected shots; what was found there is in force again")
        title = translate("Timeline", "Let passes touch this shot again")
        self._context.commands.add(
            Command(COMMANDS[1], title, shots, (), tip, icon="lock-open"), self.lift, self.may_lift
        )

    def _shots(self) -> list[Shot]:
        film, there = self._timeline.model.film, self._bridge.snapshot.shots_by_id
        ids = tuple(self._desk.selected_shots)
        if not ids:
            here = film.shot_at(self._desk.playhead)
            ids = () if here is None else (here.id,)
        return [there[id] for id in dict.fromkeys(ids) if id in there]

    def _free(self) -> list[Shot]:
        kept = Protections(self._bridge.snapshot)
        return [shot for shot in self._shots() if kept.free(shot.reel, shot.start, shot.end)]

    def _kept(self) -> tuple[str, ...]:
        there = Protections(self._bridge.snapshot)
        found = (item for shot in self._shots() for item in there.touching(shot.reel, shot.start, shot.end))
        return tuple(dict.fromkeys(item.id for item in found if item.box is None))

    def may_protect(self) -> bool | str:
        """A sentence where all of it is protected already."""
        if self._bridge.readonly:
            return translate("Timeline", "This project is open to look at only.")
        if self._shots() and not self._free():
            return translate("Timeline", "This shot is protected already.")
        return bool(self._shots())

    def protect(self) -> None:
        """One row for all of them."""
        if free := self._free():
            items = (Protection(new_id(), shot.reel, shot.start, shot.end) for shot in free)
            self._bridge.dispatch(Protect(tuple(items)))

    def may_lift(self) -> bool | str:
        """A sentence where none of it is protected."""
        if self._bridge.readonly:
            return translate("Timeline", "This project is open to look at only.")
        return True if self._kept() else translate("Timeline", "This shot is not protected.")

    def lift(self) -> None:
        """Lift what lies on them, also where it goes on beyond them since a cut was moved."""
        if ids := self._kept():
            self._bridge.dispatch(LiftProtection(ids))

    def _refresh(self) -> None:
        self._context.commands.refresh(COMMANDS)
