"""What the timeline shows, in one place: the film, the zoom, what was found, what is selected. Knows no Qt.

Lanes read it and change nothing. All positions are programme positions; all ranges end exclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from app.document.model import Transition
from app.document.protected import Protections
from app.document.snapshot import Snapshot
from app.media.reel import FrameId
from app.playback.film import DEFAULT_RATE, Film
from widgets.timeline.columns import Array
from widgets.timeline.cuts import Cut, film_with
from widgets.timeline.heat import Heat, places_of
from widgets.timeline.scale import Scale
from widgets.timeline.slots import Edges
from widgets.timeline.ticks import Unit, label

Places = tuple[tuple[int, int], ...]
"""Ranges of programme positions: (first, one past the last)."""


@dataclass(frozen=True, slots=True)
class Dissolve:
    """A transition where the programme shows it."""

    first: int
    beyond: int
    kind: str


@dataclass(frozen=True, slots=True)
class Progress:
    """A job at work: what it goes over, what of that is finished, how far it is (0..1), and the kind of job."""

    title: str
    asked: Places
    done: Places
    fraction: float
    paused: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A reel range of the programme with the reel's name."""

    first: int
    beyond: int
    name: str
    start: int


class Laid:
    """A film laid out: everything that depends on it alone, so that it is made once an edit."""

    def __init__(self, film: Film, snapshot: Snapshot | None = None) -> None:
        self.film = film
        self.edges = Edges(film)
        reels = {} if snapshot is None else snapshot.reels
        self.pieces = tuple(
            Piece(span.first, span.beyond, _name(reels[span.reel].path) if span.reel in reels else "", span.start)
            for span in film.spans
        )
        transitions = {} if snapshot is None else snapshot.transitions_by_reel
        self.dissolves = _dissolves(film, transitions)
        self._longest = max((item.beyond - item.first for item in self.dissolves), default=0)
        self.kept = () if snapshot is None else _kept(film, snapshot)
        sizes = [(reel.width, reel.height) for reel in reels.values() if reel.height]
        self.aspect = min(max(sizes[0][0] / sizes[0][1], 1.0), 2.4) if sizes else 4 / 3

    def dissolves_between(self, first: int, beyond: int) -> tuple[Dissolve, ...]:
        """Those that may have a frame in a range, in order."""
        low = bisect_left(self.dissolves, first - self._longest, key=lambda item: item.first)
        high = bisect_left(self.dissolves, beyond, key=lambda item: item.first)
        return self.dissolves[low:high]

    def with_shots_of(self, film: Film) -> Laid:
        """The same programme with its cuts elsewhere."""
        other = copy(self)
        other.film, other.edges = film, Edges(film)
        return other


def _name(path: str) -> str:
    """What people call a reel: its file, its sequence without the digits, or the folder of bare digits."""
    *folders, last = path.replace("\\", "/").rstrip("/").split("/")
    stem, pattern, _ = last.partition("%")
    if not pattern:
        return last
    return stem.rstrip("._- ") or (folders[-1] if folders else last)


def _kept(film: Film, snapshot: Snapshot) -> Places:
    """The positions that no pass may touch."""
    there = Protections(snapshot)
    return tuple(
        place
        for reel in {span.reel for span in film.spans}
        for start, end in there.frames(reel)
        for place in places_of(film, reel, start, end)
    )


def _dissolves(film: Film, transitions: Mapping[str, tuple[Transition, ...]]) -> tuple[Dissolve, ...]:
    found = [
        Dissolve(first, beyond, item.kind)
        for items in transitions.values()
        for item in items
        for first, beyond in places_of(film, item.reel, item.start, item.end)
    ]
    return tuple(sorted(found, key=lambda item: item.first))


@dataclass
class Model:
    """Mutable; belongs to the UI thread. `film` is as dragged while a cut is dragged, else as the project has it.

    Attributes:
        scale: Zoom and pan.
        unit: What the ruler counts in.
        heat, progress: What lanes of those names show.
        cached, approximate: Positions whose pictures are at hand as they are, and as stand-ins.
        waves: `(length, 2)` int16, least and greatest sample of each position; None where there is no sound.
        selected: Ids of the selected shots.
        hovered: The cut under the pointer.
        thumbnail: A frame's thumbnail where it is at hand (whatever the screen can draw).
    """

    laid: Laid = field(default_factory=lambda: Laid(Film((), (), DEFAULT_RATE)))
    scale: Scale = field(default_factory=Scale)
    unit: Unit = Unit.TIMECODE
    heat: Heat = field(default_factory=Heat.none)
    progress: tuple[Progress, ...] = ()
    cached: Places = ()
    approximate: Places = ()
    waves: Array | None = None
    selected: frozenset[str] = frozenset()
    playhead: int = 0
    in_point: int | None = None
    out_point: int | None = None
    hovered: Cut | None = None
    thumbnail: Callable[[FrameId], Any] = field(default=lambda frame: None)
    _kept: Laid | None = None

    @property
    def film(self) -> Film:
        """The film as it is drawn."""
        return self.laid.film

    @property
    def rate(self) -> Fraction:
        """Frames per second."""
        return self.film.rate

    def show(self, film: Film, snapshot: Snapshot | None) -> None:
        """Draw another film; a drag of a cut is over."""
        self.laid, self._kept, self.hovered = Laid(film, snapshot), None, None
        self.scale = self.scale.resized(film.length, self.scale.width)
        if self.heat.spans != film.spans:
            self.heat = Heat.none(film.length)
        if self.waves is not None and len(self.waves) != film.length:
            self.waves = None

    def drag(self, cut: Cut, position: int) -> None:
        """Draw the film as it would be with the cut at another position."""
        kept = self._kept or self.laid
        self.laid, self._kept = kept.with_shots_of(film_with(kept.film, cut, position)), kept

    def drop(self) -> None:
        """Draw the film as it is; nothing is dragged any more."""
        if self._kept is not None:
            self.laid, self._kept = self._kept, None

    @property
    def dragged(self) -> bool:
        """True while a cut is drawn elsewhere than the project has it."""
        return self._kept is not None

    @property
    def marked(self) -> tuple[int, int] | None:
        """The marked range, None where neither in nor out is set."""
        if self.in_point is None and self.out_point is None:
            return None
        beyond = self.film.length if self.out_point is None else self.out_point + 1
        return self.in_point or 0, beyond

    def label(self, position: int) -> str:
        """A position as people read it, in the ruler's unit."""
        return label(position, self.rate, self.unit)

    def shot_of_playhead(self) -> str | None:
        """The id of the shot under the playhead."""
        shot = self.film.shot_at(self.playhead)
        return None if shot is None else shot.id
