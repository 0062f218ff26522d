"""The detections on the frame under the playhead: one list for the panel, the tools and the commands."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.document.change import Change
from app.document.repair import Repair
from app.document.snapshot import REPAIR_FAMILIES, Snapshot
from app.media.reel import FrameId
from operators.contract import Region
from widgets.context import Context
from widgets.masks.listing import STATES, Array, Listing
from widgets.viewer.marks import State


class FrameRepairs(QObject):
    """What is marked on the frame under the playhead, in reading order. Made and used on the UI thread; never waits.

    While the film plays the list stays as it was: nobody reads it at 24 frames a second.
    """

    changed = Signal()
    """Other repairs, other states, another frame or other states shown."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        self._desk = context.desk
        self.frame: FrameId | None = None
        """The frame of the list; None until the first answer."""
        self.listing = Listing()
        self.shown_states: frozenset[State] = frozenset(State)
        """Which states are listed and stepped through."""
        self._states = self.listing.states({})
        self._shown = np.zeros(0, bool)
        self._places = np.zeros(0, np.intp)
        for signal in (
            self._desk.playhead_changed, self._desk.speed_changed, self._desk.viewing_changed,
            self._bridge.reloaded,
        ):  # fmt: skip
            signal.connect(self.ask)
        self._desk.preview_changed.connect(self._judge)
        self._bridge.changed.connect(self._on_change)
        self.ask()

    @property
    def standing(self) -> bool:
        """False while the film plays: the list is that of the frame where it began."""
        return self._desk.speed == 0.0

    # --- what there is -------------------------------------------------------------------------------------

    @property
    def all(self) -> tuple[Repair, ...]:
        """Whatever its state."""
        return tuple(self.listing.repairs)

    @property
    def listed(self) -> Array:
        """Those whose state is shown, in reading order: an array of `Repair`s."""
        return self.listing.repairs[self._places]

    def is_listed(self, id: str) -> bool:
        """True where the state of this repair is shown."""
        place = self.listing.place.get(id)
        return place is not None and bool(self._shown[place])

    @property
    def row(self) -> int | None:
        """Where in `listed` the repair in focus stands."""
        id = self._desk.repair
        return int(np.searchsorted(self._places, self.listing.place[id])) if self.is_listed(id) else None

    @property
    def focused(self) -> Repair | None:
        """The repair in focus, where it is on this frame."""
        place = self.listing.place.get(self._desk.repair)
        found: Repair | None = None if place is None else self.listing.repairs[place]
        return found

    def state(self, repair: Repair) -> State:
        """What is in force on a repair of the list, or would be at the threshold that is being tried out."""
        return STATES[int(self._states[self.listing.place[repair.id]])]

    def count(self, state: State) -> int:
        """How many are in a state."""
        return int((self._states == STATES.index(state)).sum())

    @property
    def shot(self) -> str | None:
        """Id of the shot that the frame lies in."""
        frame, snapshot = self.frame, self._bridge.snapshot
        return None if frame is None else snapshot.shot_at(frame.reel, frame.index).id

    def show(self, state: State, on: bool) -> None:
        """List repairs of this state, or leave them out."""
        self.shown_states = self.shown_states | {state} if on else self.shown_states - {state}
        self._judge()

    def step(self, by: int) -> None:
        """Put the next listed repair in focus (the previous for -1), round and round."""
        listed, row = self.listed, self.row
        if listed.size:
            at = (0 if by > 0 else -1) if row is None else row + by
            self.go_to(listed[at % listed.size])

    def go_to(self, repair: Repair) -> None:
        """Put a repair in focus and bring it into sight."""
        self._desk.focus_repair(repair.id)
        self._desk.reveal.emit(Region(repair.x0, repair.y0, repair.x1, repair.y1))

    # --- asking ----------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for the list again."""
        film = self._bridge.film
        if not self.standing:
            return
        if not film.length:
            self._keep(None, Listing())
            return
        frame = film.frame(film.clamped(self._desk.playhead))
        self._bridge.ask(self, "repairs", self._question(frame), lambda found: self._keep(frame, found))

    def _question(self, frame: FrameId) -> Callable[[], Listing]:
        project, now, at = self._bridge.project, self._bridge.snapshot, self._desk.viewing

        def question() -> Listing:
            snapshot: Snapshot = now if at is None else project.snapshot_at(at)
            if frame.reel not in snapshot.reels:
                return Listing()
            return Listing.of(project.detections_of(snapshot, frame.reel, frame.index))

        return question

    def _keep(self, frame: FrameId | None, found: Listing) -> None:
        before, moved = self.focused, frame != self.frame
        self.frame, self.listing = frame, found
        self._weigh()
        if moved and before is not None and before.track:
            # The focus follows a scratch from frame to frame.
            same = next((repair.id for repair in found.repairs if repair.track == before.track), "")
            self._desk.focus_repair(same or self._desk.repair)
        self.changed.emit()

    def _judge(self) -> None:
        """Say anew what is in force, or would be."""
        self._weigh()
        self.changed.emit()

    def _weigh(self) -> None:
        shot = self.shot
        tried = {(key[0], key[2]): value for key, value in self._desk.preview.thresholds.items() if key[1] == shot}
        self._states = self.listing.states(tried)
        self._shown = np.isin(self._states, [STATES.index(state) for state in self.shown_states])
        self._places = np.flatnonzero(self._shown)

    def _on_change(self, change: Change) -> None:
        if change.repairs or any(slot[0] in REPAIR_FAMILIES for slot in change.slots):
            self.ask()
