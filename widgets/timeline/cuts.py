"""Cuts as they are grasped: where one can be dragged to, and the film as it would be. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from app.playback.film import Film, FilmShot
from widgets.timeline.scale import Scale

REACH = 5.0
"""Pixels from a cut within which it is grasped."""
ROOM = 8.0
"""Where the shots beside a cut are narrower than this, cuts lie too close to be grasped."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The cut at the beginning of a shot: `place` is its index in the film's shots, `position` where it lies.

    `low` and `high` are the first and last position it can be moved to.
    """

    shot: FilmShot
    place: int
    low: int
    high: int

    @property
    def position(self) -> int:
        """The first position of the shot."""
        return self.shot.first

    def frame(self, position: int) -> int:
        """The reel frame that would begin the shot."""
        return self.shot.start + position - self.shot.first

    def held(self, position: int) -> int:
        """The nearest position it can be moved to."""
        return min(max(position, self.low), self.high)


def cut_before(film: Film, place: int) -> Cut | None:
    """The cut before the shot at an index; None where the shot begins the film, its reel or a piece of it."""
    if not 0 < place < len(film.shots):
        return None
    before, after = film.shots[place - 1], film.shots[place]
    if before.reel != after.reel or before.end != after.start or before.id == after.id:
        return None
    if after.first in (span.first for span in film.spans):
        return None
    low, high = before.first + 1, after.beyond - 1
    return Cut(after, place, low, high) if low <= high else None


def nearest_cut(film: Film, position: int) -> Cut | None:
    """The cut that can be moved nearest to a position (the later one of two as near); None where there is none."""
    place = bisect_left(film.shots, position, key=lambda shot: shot.first)
    later, earlier = range(place, len(film.shots)), range(place - 1, 0, -1)
    found = [next((cut for index in side if (cut := cut_before(film, index))), None) for side in (later, earlier)]
    return min((cut for cut in found if cut), key=lambda cut: abs(cut.position - position), default=None)


def cut_at(film: Film, scale: Scale, x: float) -> Cut | None:
    """The cut that a press at `x` grasps."""
    position = scale.edge(x)
    place = bisect_left(film.shots, position, key=lambda shot: shot.first)
    reached = []
    for index in (place - 1, place, place + 1):
        cut = cut_before(film, index)
        if cut is not None and abs(scale.x(cut.position) - x) <= REACH:
            reached.append(cut)
    if not reached:
        return None
    cut = min(reached, key=lambda item: abs(scale.x(item.position) - x))
    before = film.shots[cut.place - 1]
    narrow = min(before.beyond - before.first, cut.shot.beyond - cut.shot.first)
    return cut if narrow * scale.pixels >= ROOM else None


def film_with(film: Film, cut: Cut, position: int) -> Film:
    """The film as it would be with the cut at another position."""
    position = cut.held(position)
    frame = cut.frame(position)
    shots = list(film.shots)
    shots[cut.place - 1] = replace(shots[cut.place - 1], end=frame)
    shots[cut.place] = replace(cut.shot, start=frame, first=position)
    return Film(film.spans, tuple(shots), film.rate)
