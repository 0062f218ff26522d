"""Level of detail of the shots: which are drawn one by one, which as a crowd, and where thumbnails stand. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, log2

import numpy as np

from app.playback.film import Film
from widgets.timeline.columns import Array
from widgets.timeline.scale import Scale

WIDE = 12.0
"""Pixels from which a shot is drawn as a box of its own; a narrower one is part of a crowd."""
PICTURED = 28.0
"""Pixels from which a shot has thumbnails of its own; narrower ones share those of the crowd."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The shots in view: indices `low` to `high` (exclusive) of the film's; left and right edge of each in pixels."""

    low: int
    high: int
    left: Array
    right: Array


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for a thumbnail of a frame: from `left` to `right`, in pixels.

    `place` is the index of the frame's shot. `leads` is True for the first one of its shot (or crowd). `anchor` and
    `step` tell which positions have thumbnails at this zoom: at half the zoom those of every other slot.
    """

    position: int
    left: float
    right: float
    place: int
    leads: bool
    anchor: int
    step: int


class Edges:
    """The shots of a film as arrays, made once a film."""

    def __init__(self, film: Film) -> None:
        self.first = np.array([shot.first for shot in film.shots], np.int64)
        self.beyond = np.array([shot.beyond for shot in film.shots], np.int64)

    def seen(self, scale: Scale) -> Seen:
        """The shots in view."""
        start, end = scale.shown()
        low = max(int(np.searchsorted(self.first, start, side="right")) - 1, 0)
        high = int(np.searchsorted(self.first, end, side="left"))
        left = (self.first[low:high] - scale.first) * scale.pixels
        right = (self.beyond[low:high] - scale.first) * scale.pixels
        return Seen(low, high, left, right)


def crowds(seen: Seen, narrow: float = WIDE) -> list[tuple[int, int]]:
    """Runs of shots narrower than `narrow` pixels, as index ranges of the film's shots (end exclusive)."""
    thin = np.concatenate(([False], seen.right - seen.left < narrow, [False]))
    changes = np.flatnonzero(thin[1:] != thin[:-1])
    return [(seen.low + int(a), seen.low + int(b)) for a, b in zip(changes[::2], changes[1::2], strict=True)]


def step_for(scale: Scale, width: float) -> int:
    """Frames between thumbnails: the greatest power of two in which one of `width` pixels is not stretched.

    Powers of two, so that zooming in keeps the thumbnails there are and puts new ones between.
    """
    return 1 << max(floor(log2(max(width / scale.pixels, 1))), 0)


def slots(film: Film, edges: Edges, scale: Scale, width: float) -> Iterator[Slot]:
    """Where thumbnails of `width` pixels stand in the view, from left to right."""
    seen = edges.seen(scale)
    step = step_for(scale, width)
    place = seen.low
    for start, end in [*crowds(seen, PICTURED), (seen.high, seen.high)]:
        for own in range(place, start):
            shot = film.shots[own]
            yield from _row(scale, own, shot.first, shot.beyond, shot.first, step)
        if start < end:
            first, beyond = film.shots[start].first, film.shots[end - 1].beyond
            for slot in _row(scale, start, first, beyond, 0, step):
                index = int(np.searchsorted(edges.first, slot.position, side="right")) - 1
                yield Slot(slot.position, slot.left, slot.right, index, slot.leads, 0, step)
        place = end


def _row(scale: Scale, place: int, first: int, beyond: int, anchor: int, step: int) -> Iterator[Slot]:
    """Slots at `anchor` plus multiples of `step`, cut to the frames `first` to `beyond` and to the view."""
    start, end = scale.shown()
    low = anchor + (max(first, start) - anchor) // step * step
    for position in range(low, min(beyond, end), step):
        left, right = max(position, first), min(position + step, beyond)
        if left < right:
            leads = position <= first
            yield Slot(max(position, first), scale.x(left), scale.x(right), place, leads, anchor, step)
