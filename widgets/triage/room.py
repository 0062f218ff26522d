"""Triage: one candidate after the other, a key each. What panel, tool and commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from app.document import candidates
from app.document.candidates import JUDGED_ACCEPT, JUDGED_REJECT, Alike, Row, Wanted
from app.document.commands import SetVerdicts
from app.document.model import Verdict
from app.document.query import Repair
from app.media.reel import FrameId
from operators.contract import Region
from widgets.context import Context
from widgets.masks.room import Room as Masks
from widgets.text import filled, translate
from widgets.triage.ahead import Ahead
from widgets.triage.listed import Listed, Rows
from widgets.triage.pace import Pace
from widgets.triage.scope import SCOPES, SHOWN, Choice, frames_of

FOLLOW_MS = 150
"""The playhead rests so long in another shot before the list follows it there."""
CODES: dict[str, int] = {"accept": JUDGED_ACCEPT, "reject": JUDGED_REJECT}


@dataclass(frozen=True, eq=False)
class Selection:
    """Several candidates that the next verdict holds for. `ids` None: those at `places` of the list.

    `said` is what they are, in a sentence, `where` the expression that selected them, for the history.
    """

    places: Rows = field(default_factory=lambda: np.zeros(0, np.int64))
    ids: tuple[str, ...] | None = None
    said: str = ""
    where: str = ""
    alike: Alike | None = None

    @property
    def count(self) -> int:
        """How many."""
        return len(self.places) if self.ids is None else len(self.ids)


NOTHING = Selection()


class Room(QObject):
    """Made once for a window, on the UI thread. It dispatches commands, moves the playhead, and counts."""

    current_changed = Signal()
    """Another candidate is looked at, or none."""
    selection_changed = Signal()
    choice_changed = Signal()

    def __init__(self, context: Context, masks: Masks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.bridge, self.desk, self.masks = context.bridge, context.desk, masks
        self.choice = _kept(context)
        self.listed = Listed(context, Wanted(), self)
        self.pace = Pace()
        self.selection = NOTHING
        self.seen: Callable[[], bool] = lambda: False
        """Whether the person sees the list: only then do verdicts go on in it."""
        self.place: int | None = None
        self._ahead = Ahead(context, self)
        self._number: int | None = None
        self._moving = False
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._follow.timeout.connect(self.refresh)
        masks.walk = self
        self.listed.listed.connect(self._on_listed)
        self.listed.turned_back.connect(self._on_turned_back)
        self.desk.repair_changed.connect(self._on_focus)
        for signal in (self.desk.playhead_changed, self.desk.selection_changed, self.desk.range_changed):
            signal.connect(self._soon)
        self.desk.speed_changed.connect(self._soon)
        self.bridge.changed.connect(self._soon)

    # --- what is listed --------------------------------------------------------------------------------------

    def choose(self, **changes: object) -> None:
        """List something else."""
        choice = replace(self.choice, **changes)  # type: ignore[arg-type]
        if choice != self.choice:
            self.choice = choice
            for name in ("scope", "shown", "order"):
                self.context.settings.set_value(f"triage/{name}", getattr(choice, name))
            self.choice_changed.emit()
            self.refresh()

    def _soon(self, *_: object) -> None:
        self._follow.start()

    def refresh(self) -> None:
        """List what the choice says now, where that is something else than before. Nothing while nobody looks."""
        if self.desk.speed != 0.0 or self.desk.scrubbing or not self.seen():
            return
        within = frames_of(self.choice.scope, self.bridge.film, self.bridge.snapshot, self.desk)
        self.listed.want(Wanted(self.choice.where, self.choice.order, within, self.choice.backwards))

    def _on_listed(self) -> None:
        """Stay at the candidate that was looked at, where it is still listed."""
        self.let_go()
        numbers = self.listed.listing.candidates.numbers
        found = np.flatnonzero(numbers == (-1 if self._number is None else self._number))
        self.place = int(found[0]) if len(found) else None
        if self.place is None and self.desk.repair:
            self.place = self.listed.place_of(self.desk.repair)
        self.current_changed.emit()

    # --- where one stands ------------------------------------------------------------------------------------

    @property
    def current(self) -> Row | None:
        """What is known of the candidate looked at; None where there is none, or while it is being read."""
        place = self.place
        return self.listed.row(place) if place is not None and place < len(self.listed) else None

    def go(self, place: int) -> None:
        """Look at a candidate of the list: its frame comes, and it is in focus."""
        if 0 <= place < len(self.listed):
            self.place = place
            self._number = int(self.listed.listing.candidates.numbers[place])
            self.current_changed.emit()
            self.listed.when_read(place, self._show)

    def _show(self, row: Row) -> None:
        repair = row.repair
        position = self.bridge.film.position(FrameId(repair.reel, repair.frame))
        self._moving = True
        if position is not None:
            self.desk.set_playhead(position)
        self.desk.focus_repair(repair.id)
        self._moving = False
        self.desk.reveal.emit(Region(repair.x0, repair.y0, repair.x1, repair.y1))
        self.current_changed.emit()
        following = None if self.place is None else self.listed.next_open(self.place)
        if following is not None and (ahead := self.listed.row(following)) is not None:
            self._ahead.make(FrameId(ahead.repair.reel, ahead.repair.frame))

    def _on_focus(self, id: str) -> None:
        """Somebody put a repair in focus, by a click on the picture say: the list follows."""
        if not id and not self._moving:
            self.let_go()
        if self._moving or not id:
            return
        place = self.listed.place_of(id)
        if place is not None and place != self.place:
            self.place = place
            self._number = int(self.listed.listing.candidates.numbers[place])
            self.current_changed.emit()

    def _on_turned_back(self, places: Rows) -> None:
        """A verdict was undone: see what it was about."""
        if len(places) and self.seen():
            self.go(int(places[0]))

    @property
    def stands(self) -> bool:
        """True where keys are meant for the list: it is seen, and the repair in focus is its current one."""
        row = self.current if self.seen() else None
        return row is not None and row.repair.id == self.desk.repair

    # --- the walk: what `masks` asks before it takes a verdict or a step itself --------------------------------

    def can_decide(self) -> bool:
        """Whether a verdict would be taken."""
        return bool(self.selection.count) or self.stands

    def can_step(self) -> bool:
        """Whether there is a list to step through."""
        return self.seen() and len(self.listed) > 0

    def decide(self, verdict: Verdict, *, alone: bool = False) -> bool:
        """A verdict on the selection, or on the current candidate, and on to the next; False where there is none."""
        if self.selection.count:
            self._decide_selection(verdict)
            return True
        row = self.current
        if not self.stands or row is None or self.place is None:
            return False
        repair = row.repair
        if repair.track and not alone:
            self.bridge.dispatch(SetVerdicts((), verdict, (repair.track,)))
            places = self.listed.places_of((repair.track,))
        else:
            self.bridge.dispatch(SetVerdicts.on((repair,), verdict, in_passing=True))
            places = np.array([self.place])
        self._decided(places, verdict, len(places))
        self.go_on()
        return True

    def _decide_selection(self, verdict: Verdict) -> None:
        chosen = self.selection
        ids = self.listed.listing.candidates.ids(chosen.places.tolist()) if chosen.ids is None else chosen.ids
        self.bridge.dispatch(SetVerdicts(ids, verdict, where=chosen.where, in_passing=True))
        self._decided(self.listed.places_of(ids) if chosen.ids is not None else chosen.places, verdict, len(ids))
        self.let_go()
        if self.seen():
            self.go_on()

    def _decided(self, places: Rows, verdict: Verdict, count: int) -> None:
        if verdict in CODES:
            self.listed.mark(places, CODES[verdict])
        self.pace.decision(monotonic(), count)

    def go_on(self) -> None:
        """To the next candidate nobody has judged."""
        following = self.listed.next_open(-1 if self.place is None else self.place)
        if following is not None:
            self.go(following)

    def step(self, by: int) -> bool:
        """Skip to the next candidate nobody has judged, or back to the one above; False where no list is seen."""
        if not self.can_step():
            return False
        self.let_go()
        if by > 0:
            if self.place is not None:
                self.pace.decision(monotonic(), 0)
            self.go_on()
        else:
            self.go(len(self.listed) - 1 if self.place is None else max(self.place - 1, 0))
        return True

    # --- several at once -------------------------------------------------------------------------------------

    def select(self, selection: Selection) -> None:
        """Let the next verdict hold for these."""
        self.selection = selection
        self.selection_changed.emit()

    def let_go(self) -> None:
        """Back to one at a time."""
        if self.selection is not NOTHING:
            self.select(NOTHING)

    def select_alike(self) -> None:
        """All like the current one in its shot: first those at the same place; asked again, anywhere in the frame."""
        repair = self._meant()
        if repair is None:
            return
        before = self.selection.alike
        here = not (before is not None and before.repair.id == repair.id and before.here)
        snapshot, project = self.bridge.snapshot, self.bridge.project
        shot = snapshot.shot_at(repair.reel, repair.frame)
        like, within = Alike(repair, snapshot.reel(repair.reel).width, here), ((shot.reel, shot.start, shot.end),)
        number = snapshot.shot_number(shot.id)
        said = (
            translate("Triage", "{count} like this at the same place in shot {shot}")
            if here
            else translate("Triage", "{count} like this anywhere in shot {shot}")
        )

        def take(ids: tuple[str, ...]) -> None:
            words = filled(said, count=f"{len(ids):,}", shot=number)
            where = f"shot={number} and {like.where}"
            self.select(Selection(self.listed.places_of(ids), ids, words, where, like))

        self.bridge.ask(
            self,
            "alike",
            lambda: project.ask(
                snapshot, lambda sql, live: candidates.ids_of(sql, live, snapshot.seq, like.where), within
            ),
            take,
        )

    def _meant(self) -> Repair | None:
        row = self.current
        if row is not None and self.stands:
            return row.repair
        return self.masks.repairs.focused

    def select_left(self) -> None:
        """All of the list that nobody has judged."""
        places = np.flatnonzero(self.listed.states < JUDGED_ACCEPT)
        said = filled(translate("Triage", "{count} not judged yet"), count=f"{len(places):,}")
        self.select(Selection(places, None, said, self.choice.where))

    def select_places(self, places: Rows) -> None:
        """Rows of the list that were selected by hand; one or none is no selection."""
        if len(places) < 2:
            self.let_go()
            return
        said = filled(translate("Triage", "{count} selected"), count=f"{len(places):,}")
        self.select(Selection(places, None, said, ""))

    def select_ids(self, ids: tuple[str, ...]) -> None:
        """Repairs that were pointed out on the picture."""
        said = filled(translate("Triage", "{count} in the lasso"), count=f"{len(ids):,}")
        self.select(Selection(self.listed.places_of(ids), ids, said, "") if ids else NOTHING)

    def select_range(self) -> None:
        """All that the list's choice takes between the marks of in and out, wherever the list is."""
        snapshot, project, where = self.bridge.snapshot, self.bridge.project, self.choice.where
        within = frames_of("range", self.bridge.film, snapshot, self.desk)
        said = translate("Triage", "{count} between in and out")
        self.bridge.ask(
            self,
            "range",
            lambda: project.ask(
                snapshot, lambda sql, live: candidates.ids_of(sql, live, snapshot.seq, where), within
            ),
            lambda ids: self.select(
                Selection(self.listed.places_of(ids), ids, filled(said, count=f"{len(ids):,}"), where)
            ),
        )

    def why_not(self) -> str:
        """Why nothing can be judged just now; '' where it can."""
        return self.masks.why_not()


def _kept(context: Context) -> Choice:
    """What was chosen last."""
    value = context.settings.value
    scope, shown, order = (value(f"triage/{name}", "") for name in ("scope", "shown", "order"))
    plain = Choice()
    return Choice(
        scope if scope in SCOPES else plain.scope,
        shown if shown in SHOWN else plain.shown,
        order=order if order in candidates.ORDERS else plain.order,
    )
