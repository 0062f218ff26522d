"""A list of detections behind the views: arrays for all of it, rows a page at a time. Never waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from app.document import candidates
from app.document.candidates import JUDGED_ACCEPT, Candidates, Listing, Row, Wanted
from app.document.change import Change
from app.document.snapshot import REPAIR_FAMILIES
from widgets.context import Context

PAGE = 100
KEPT_PAGES = 100
REST_MS = 250
"""Edits may follow each other quickly; the list is made anew once they pause."""
SEVERAL = 20_000
"""Verdicts in one row of the ledger from which on the list is made anew, which takes no longer then."""
NEAR = 65_536
"""Rows looked at in one go for one that is open."""

Rows = np.ndarray[Any, np.dtype[Any]]


class _Judged(NamedTuple):
    """Places in the list, and what the rows there say now."""

    places: Rows
    rows: tuple[Row | None, ...]


class _Made(NamedTuple):
    """A list, and how many rows of each of its frames nobody has judged."""

    listing: Listing
    left: Rows


def _made(listing: Listing) -> _Made:
    open_ones = listing.frame_of[listing.candidates.states < JUDGED_ACCEPT]
    return _Made(listing, np.bincount(open_ones, minlength=listing.frame_count))


class Listed(QObject):
    """What `wanted` lists now. Belongs to the UI thread.

    The order stays while a person decides: a verdict changes the state of rows, not their places.
    """

    listed = Signal()
    """Another list."""
    filled = Signal(int, int)
    """Rows from the first to one past the last can be read now, or say something else."""
    judged = Signal()
    """States have changed."""
    turned_back = Signal(object)
    """Rows (an array) whose verdicts were undone or redone."""

    def __init__(self, context: Context, wanted: Wanted, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        self.wanted = wanted
        self.listing: Listing = candidates.indexed(Candidates())
        self.busy = False
        """True while a list is being made."""
        self._once_more = False
        self._pages: dict[int, list[Row | None]] = {}
        self._asked: set[int] = set()
        self._generation = 0
        self._left = np.zeros(0, np.int64)
        self._wish: tuple[int, Callable[[Row], None]] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.make)
        self.filled.connect(self._grant)
        self._bridge.changed.connect(self._on_change)
        self._bridge.reloaded.connect(self.make)
        self._bridge.failed.connect(self._soon)

    def _soon(self, *_: object) -> None:
        self._rest.start()

    # --- making ----------------------------------------------------------------------------------------------

    def want(self, wanted: Wanted) -> None:
        """List this from now on."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.make()

    def make(self) -> None:
        """Make the list anew; the old one stays until it has come."""
        self._rest.stop()
        project, snapshot, wanted = self._bridge.project, self._bridge.snapshot, self.wanted

        def question() -> _Made:
            if wanted.within is not None and not wanted.within:
                return _made(candidates.indexed(Candidates()))
            return _made(
                project.ask(
                    snapshot, lambda sql, live: candidates.listed(sql, live, snapshot.seq, wanted), wanted.within
                )
            )

        if self.busy:
            self._once_more = True  # one at a time: what is wanted by then is made when this one has come
            return
        self.busy = True
        self._bridge.ask(self, "list", question, self._take, long=True)

    def _take(self, made: _Made) -> None:
        self.busy = False
        if self._once_more:
            self._once_more = False
            self.make()
            return
        self._generation += 1
        self.listing, self._left = made
        self._pages.clear()
        self._asked.clear()
        self.listed.emit()
        self.judged.emit()

    # --- reading ---------------------------------------------------------------------------------------------

    @property
    def states(self) -> Rows:
        """The state of every row (`app.document.candidates`)."""
        return self.listing.candidates.states

    def __len__(self) -> int:
        return len(self.listing.candidates)

    def row(self, place: int) -> Row | None:
        """What a row says; None while it is being read (or is gone)."""
        number = place // PAGE
        page = self._pages.get(number)
        if page is None:
            self._ask(number)
            return None
        return page[place - number * PAGE]

    def look_ahead(self, place: int) -> None:
        """Read the page of a row if it is not there yet."""
        if 0 <= place < len(self):
            self.row(place)

    def _ask(self, number: int) -> None:
        if number in self._asked:
            return
        self._asked.add(number)
        first, beyond = number * PAGE, min((number + 1) * PAGE, len(self))
        numbers = [int(one) for one in self.listing.candidates.numbers[first:beyond]]
        project, snapshot, generation = self._bridge.project, self._bridge.snapshot, self._generation

        def take(rows: tuple[Row | None, ...]) -> None:
            if generation != self._generation:
                return
            self._asked.discard(number)
            self._pages[number] = list(rows)
            while len(self._pages) > KEPT_PAGES:
                del self._pages[max(self._pages, key=lambda other: abs(other - number))]
            self.filled.emit(first, beyond)

        self._bridge.ask(self, f"page {number}", lambda: project.rows(snapshot, numbers), take)

    # --- verdicts --------------------------------------------------------------------------------------------

    @property
    def done(self) -> int:
        """Rows a person has judged."""
        return int((self.states >= JUDGED_ACCEPT).sum())

    @property
    def frames_done(self) -> int:
        """Frames on which every row is judged."""
        return int((self._left == 0).sum())

    def mark(self, places: Rows, state: int) -> None:
        """Show rows as judged, before the ledger says so: it will."""
        self._put(places, np.full(len(places), state, np.int8))

    def _put(self, places: Rows, states: Rows) -> None:
        before = self.states[places] < JUDGED_ACCEPT
        self.states[places] = states
        gone = (states >= JUDGED_ACCEPT).astype(np.int64) - (~before).astype(np.int64)
        np.subtract.at(self._left, self.listing.frame_of[places], gone)
        self.judged.emit()
        if len(places):
            self.filled.emit(int(places.min()), int(places.max()) + 1)

    def _on_change(self, change: Change) -> None:
        if change.kind in ("SetVerdicts", "ReviseRepairs"):
            self._judge_anew(change)
        if change.kind != "SetVerdicts" and (
            change.repairs or any(slot[0] in REPAIR_FAMILIES for slot in change.slots)
        ):
            self._rest.start()

    def _judge_anew(self, change: Change) -> None:
        """Read again what an edit, an undo or a redo of verdicts has decided."""
        project, snapshot, listing = self._bridge.project, self._bridge.snapshot, self.listing
        entry, generation = change.row.target or change.id, self._generation

        def question() -> _Judged | None:
            keys = project.read(lambda sql: candidates.judged_by(sql, entry))
            if len(keys) > SEVERAL:
                return None
            places = listing.rows_of(keys)
            numbers = [int(one) for one in listing.candidates.numbers[places]]
            return _Judged(places, project.rows(snapshot, numbers))

        def take(found: _Judged | None) -> None:
            if generation != self._generation:
                return
            if found is None:
                self._rest.start()
                return
            places, rows = found.places, found.rows
            for place, row in zip(places.tolist(), rows, strict=True):
                self._exchange(place, row)
            there = np.array([row is not None for row in rows], bool)
            states = [candidates.state_of(row.repair) for row in rows if row is not None]
            self._put(places[there], np.array(states, np.int8))
            if change.row.target:
                self.turned_back.emit(places)

        # Several may be on their way at once: each is answered.
        self._bridge.ask(self, f"judged {change.seq % 64}", question, take)

    def _exchange(self, place: int, row: Row | None) -> None:
        number = place // PAGE
        if number in self._pages:
            self._pages[number][place - number * PAGE] = row

    # --- finding ---------------------------------------------------------------------------------------------

    def place_of(self, id: str) -> int | None:
        """The row of a component key, where it is listed."""
        found = self.places_of((id,))
        return int(found[0]) if len(found) else None

    def places_of(self, ids: Iterable[str]) -> Rows:
        """The rows of component keys and tracks that are listed."""
        return self.listing.rows_of(bytes.fromhex(id.replace("-", "")) for id in ids if id)

    def next_open(self, place: int) -> int | None:
        """The first row after this one that nobody has judged, round the list's end; None where there is none."""
        found = self._first_open(place + 1, len(self))
        if found is None:
            found = self._first_open(0, place)
        return found

    def _first_open(self, start: int, end: int) -> int | None:
        """Most often the next row is open: so look a little way first, and at all of a million only then."""
        while start < end:
            beyond = min(start + NEAR, end)
            open_ones = np.flatnonzero(self.states[start:beyond] < JUDGED_ACCEPT)
            if len(open_ones):
                return start + int(open_ones[0])
            start = beyond
        return None

    def when_read(self, place: int, then: Callable[[Row], None]) -> None:
        """Call `then` with what a row says, now or as soon as it has been read; the newest wish wins."""
        self._wish = None
        row = self.row(place)
        if row is not None:
            then(row)
        else:
            self._wish = (place, then)

    def _grant(self) -> None:
        wish = self._wish
        if wish is not None and wish[0] < len(self) and (row := self.row(wish[0])) is not None:
            self._wish = None
            wish[1](row)
