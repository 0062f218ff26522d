"""What is shown next is made ahead: display pictures near the playhead, under a byte budget.

The window thread asks `at_hand`, which only looks; a thread of its own decides what to make and what to let go,
and the pictures themselves are made by whoever `render` asks (the engine's worker).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from itertools import count, islice
from typing import NamedTuple

from app.document.change import Change
from app.engine.look import SCALES, Look, Shown
from app.engine.worker import Cancelled, Priority
from app.playback.film import Film
from app.playback.reach import Aim, positions_wanted
from app.playback.run import Route
from app.playback.staleness import Touched, touched_by

Render = Callable[[int, Look, int, Priority], "Future[Shown]"]
"""Make the display picture of a programme position: look, scale, priority."""

IN_FLIGHT = 4
"""Pictures asked for at a time: enough to keep a worker and a decoder busy, few enough to change one's mind."""
FARTHEST = 1024
"""Positions looked ahead at most: 40 seconds, and a plan that is made in a millisecond."""
_FILL = 0.9
"""Part of the budget that is aimed at; the rest is slack for pictures of other sizes."""


class Key(NamedTuple):
    """What a picture is kept under."""

    position: int
    look: Look
    scale: int


class Stretch(NamedTuple):
    """Positions `first` to `beyond` (exclusive) that are at hand; `approximate` where as stand-ins."""

    first: int
    beyond: int
    approximate: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    shown: Shown
    seq: int  # the ledger row it was made at; -1: it is out of date


class Supply:
    """The front cache. Every method may be called from any thread; none of them waits for a picture."""

    def __init__(self, render: Render, budget: int, in_flight: int = IN_FLIGHT) -> None:
        self._render = render
        self._budget = budget
        self._limit = in_flight
        self._aim = Aim(Route(0))
        self._entries: dict[Key, _Entry] = {}
        self._asked: dict[Key, tuple[Future[Shown], int]] = {}
        self._failed: set[Key] = set()
        self._looks: dict[tuple[Look, int], int] = {}  # what panes look at, and where they asked for it last
        self._bytes = 0
        self._picture_bytes = 0
        self._seq = 0
        self._film: Film | None = None
        self._told: Callable[[], None] = lambda: None
        self._changed = threading.Condition()
        self._work = False
        self._closing = False
        self._thread = threading.Thread(target=self._loop, name="supply", daemon=True)
        self._thread.start()

    # Asked by the window

    def at_hand(self, position: int, look: Look, scale: int = 1) -> Shown | None:
        """The picture as things are now, or None. A stand-in is answered only while the playhead moves."""
        # One look into a dict: atomic, so the window thread takes no lock here.
        if (look, scale) not in self._looks:
            self._take_note(look, scale)
        self._looks[look, scale] = position
        return self._fresh(Key(position, look, scale))

    def glance(self, position: int, look: Look) -> Shown | None:
        """The finest picture at hand of a look, at whatever scale; nothing is noted and nothing made: for scopes."""
        found = (self._fresh(Key(position, look, scale)) for scale in SCALES)
        return next((shown for shown in found if shown is not None), None)

    def ready(self, position: int) -> bool:
        """True where every pane has what it can get of this position."""
        keys = [Key(position, look, scale) for look, scale in list(self._looks)]
        return all(key in self._failed or self._fresh(key) is not None for key in keys)

    def approximate(self, position: int) -> bool:
        """True where a pane has to do with a stand-in at this position."""
        found = [self._fresh(Key(position, look, scale)) for look, scale in list(self._looks)]
        return any(shown is not None and shown.approximate for shown in found)

    def aim(self, aim: Aim) -> None:
        """Watch this from now on: what is nearest ahead is made first, what is farthest goes first.

        What is made are pictures as the panes ask for them by `at_hand`; tell them of a new position first. A look
        that no pane asks for any more is forgotten with the next position.
        """
        with self._changed:
            asked = {look: position for look, position in self._looks.items() if position == aim.position}
            self._looks = asked or self._looks
            if aim != self._aim:
                self._aim = aim
                self._poke()

    @property
    def seq(self) -> int:
        """The ledger row of the last edit it was told of."""
        return self._seq

    def put(self, position: int, look: Look, scale: int, shown: Shown, asked_at: int | None = None) -> None:
        """Keep a picture that was made on request; a stand-in never takes the place of a real one.

        `asked_at` is `seq` as it was when the picture was asked for: one that an edit has overtaken is not kept.
        """
        with self._changed:
            if asked_at in (None, self._seq):
                self._keep(Key(position, look, scale), shown, self._seq)
                self._poke()

    def spans(self, look: Look) -> tuple[Stretch, ...]:
        """What is at hand of a look, at any scale, in order: the cache bar."""
        held: dict[int, bool] = {}
        with self._changed:
            for key, entry in self._entries.items():
                if entry.seq >= 0 and key.look == look:
                    held[key.position] = held.get(key.position, True) and entry.shown.approximate
        return _stretches(held)

    def watch(self, told: Callable[[], None]) -> None:
        """Call `told`, in any thread, whenever `spans` may have changed."""
        self._told = told

    # Told of edits

    def set_film(self, film: Film) -> None:
        """The film as it is laid out now; pictures that stand at another position by now are dropped."""
        with self._changed:
            if film is self._film:
                return
            self._film = film
            moved = [key for key, entry in self._entries.items() if not _stands(film, key, entry)]
            for key in moved:
                self._drop(key)
            self._failed.clear()
            self._poke()

    def stale(self, change: Change) -> None:
        """An edit, undo or redo holds: pictures it may have changed are asked for again when they are near."""
        with self._changed:
            touched = touched_by(change, self._film)
            self._seq = change.seq
            for key, entry in self._entries.items():
                if entry.seq >= 0 and _concerns(touched, key):
                    self._entries[key] = _Entry(entry.shown, -1)
            for key in [key for key in self._asked if _concerns(touched, key)]:
                self._asked[key] = (self._asked[key][0], -1)
            self._failed.clear()
            self._poke()

    def clear(self) -> None:
        """Forget everything, also what is being made."""
        with self._changed:
            self._entries.clear()
            self._bytes = 0
            self._failed.clear()
            for key, (future, _) in list(self._asked.items()):
                self._asked[key] = (future, -1)
            self._poke()

    def set_budget(self, budget: int) -> None:
        """Change the bytes it may hold."""
        with self._changed:
            self._budget = budget
            self._poke()

    @property
    def budget(self) -> int:
        """Bytes it may hold."""
        return self._budget

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        return self._bytes

    def close(self) -> None:
        """End the thread, and cancel what has not begun."""
        with self._changed:
            self._closing = True
            self._changed.notify()
            asked = [future for future, _ in self._asked.values()]
        for future in asked:
            future.cancel()
        self._thread.join()
        with self._changed:
            self._entries.clear()
            self._bytes = 0

    def _fresh(self, key: Key) -> Shown | None:
        entry = self._entries.get(key)
        if entry is None or entry.seq < 0 or (entry.shown.approximate and not self._aim.moving):
            return None
        return entry.shown

    def _take_note(self, look: Look, scale: int) -> None:
        with self._changed:
            self._looks[look, scale] = -1
            self._poke()

    # On its own thread

    def _poke(self) -> None:
        self._work = True
        self._changed.notify()

    def _loop(self) -> None:
        moved = False
        while True:
            with self._changed:
                while not (self._work or self._closing):
                    self._changed.wait()
                if self._closing:
                    return
                self._work = False
                wanted = self._wanted()
                self._let_go(wanted)
                # Once the film moves, stand-ins may be made: real pictures that have not begun must not hold them up.
                anew = self._aim.moving and not moved
                moved = self._aim.moving
                unwanted = [future for key, (future, _) in self._asked.items() if anew or key not in wanted]
                missing = self._missing(wanted)
            for future in unwanted:
                future.cancel()
            for key in missing:
                self._ask(key)
            self._told()

    def _wanted(self) -> dict[Key, int]:
        """Keys to their rank, as many as fit the budget."""
        aim, left = self._aim, self._budget * _FILL
        wanted: dict[Key, int] = {}
        ranks = count()
        # A slider's preview lasts until the slider is let go: making it ahead would be for nothing.
        looks = [(look, scale) for look, scale in self._looks if not look.preview]
        for position in islice(positions_wanted(aim), FARTHEST if looks else 0):
            for look, scale in looks:
                key = Key(position, look, scale)
                entry = self._entries.get(key)
                left -= entry.shown.pixels.nbytes if entry else self._picture_bytes
                if left < 0 and wanted:
                    return wanted
                wanted[key] = next(ranks)
        return wanted

    def _missing(self, wanted: dict[Key, int]) -> list[Key]:
        room = self._limit - len(self._asked)
        found: list[Key] = []
        for key in wanted:
            if len(found) >= room:
                break
            entry = self._entries.get(key)
            useful = entry is not None and entry.seq >= 0 and (self._aim.moving or not entry.shown.approximate)
            if not useful and key not in self._asked and key not in self._failed:
                found.append(key)
        return found

    def _let_go(self, wanted: dict[Key, int]) -> None:
        """Drop pictures until the budget holds: first those not wanted, the farthest first."""
        if self._bytes <= self._budget:
            return
        here, last = self._aim.position, len(wanted)
        farthest = sorted(
            self._entries, key=lambda key: (wanted.get(key, last), abs(key.position - here)), reverse=True
        )
        for key in farthest:
            if self._bytes <= self._budget:
                return
            self._drop(key)

    def _ask(self, key: Key) -> None:
        with self._changed:
            seq = self._seq
        try:
            future = self._render(key.position, key.look, key.scale, Priority.PREFETCH)
        except RuntimeError:
            return  # whoever renders has closed: the end is near
        with self._changed:
            # An edit between the question and here would make the answer too old to trust.
            self._asked[key] = (future, seq if seq == self._seq else -1)
        future.add_done_callback(lambda done: self._arrived(key, done))

    # In whichever thread renders

    def _arrived(self, key: Key, future: Future[Shown]) -> None:
        with self._changed:
            _, seq = self._asked.pop(key, (future, -1))
            try:
                if seq >= 0:
                    self._keep(key, future.result(), self._seq)
            except (CancelledError, Cancelled):
                pass
            except Exception:
                self._failed.add(key)  # the pane that asks for this very picture gets to know
            self._poke()

    def _keep(self, key: Key, shown: Shown, seq: int) -> None:
        held = self._entries.get(key)
        if held is not None:
            if held.seq >= 0 and shown.approximate and not held.shown.approximate:
                return
            self._bytes -= held.shown.pixels.nbytes
        self._picture_bytes = shown.pixels.nbytes
        self._bytes += shown.pixels.nbytes
        self._entries[key] = _Entry(shown, seq)

    def _drop(self, key: Key) -> None:
        self._bytes -= self._entries.pop(key).shown.pixels.nbytes


def _concerns(touched: Touched, key: Key) -> bool:
    return key.look.at is None and touched(key.position, key.look.stage)


def _stands(film: Film, key: Key, entry: _Entry) -> bool:
    return key.position < film.length and film.frame(key.position) == entry.shown.frame


def _stretches(held: dict[int, bool]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for position in sorted(held):
        last = found[-1] if found else None
        if last is not None and (last.beyond, last.approximate) == (position, held[position]):
            found[-1] = last._replace(beyond=position + 1)
        else:
            found.append(Stretch(position, position + 1, held[position]))
    return tuple(found)
