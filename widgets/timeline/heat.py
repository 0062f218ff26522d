"""What was found and mended on each programme position. Made off the UI thread; knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from app.document.density import Density
from app.document.snapshot import Snapshot
from app.playback.film import Film, Span
from widgets.timeline.columns import Array, strongest

FEW = 7
"""A film with no more than this on any frame fills no bar."""


@dataclass(frozen=True, eq=False)
class Heat:
    """Per position: how many detections are accepted and proposed, and the accepted ones' pixels.

    All of shape (length,), int32. `looked_at` are the positions an active pass ran over, as spans; `spans` are
    those of the film it was made for.
    """

    accepted: Array
    proposed: Array
    area: Array
    looked_at: tuple[tuple[int, int], ...] = ()
    spans: tuple[Span, ...] = ()

    @classmethod
    def none(cls, length: int = 0) -> Heat:
        """Nothing was looked at."""
        return cls(np.zeros(length, np.int32), np.zeros(length, np.int32), np.zeros(length, np.int32))

    @classmethod
    def of(cls, film: Film, snapshot: Snapshot, densities: Mapping[str, Density]) -> Heat:
        """Lay what each reel's density says on the positions that show the reel."""
        made = cls.none(film.length)
        looked_at = []
        for span in film.spans:
            density = densities.get(span.reel)
            if density is not None:
                low, high = np.searchsorted(density.frames, (span.start, span.end))
                places = density.frames[low:high] - span.start + span.first
                for ours, theirs in (
                    (made.accepted, density.accepted),
                    (made.proposed, density.proposed),
                    (made.area, density.area),
                ):
                    ours[places] = np.minimum(theirs[low:high], np.iinfo(np.int32).max)
        for item in snapshot.passes.values():
            if item.active and any(step.defect for step in item.steps):
                looked_at += [place for part in item.ranges for place in places_of(film, *part)]
        return cls(made.accepted, made.proposed, made.area, tuple(sorted(set(looked_at))), film.spans)

    def levels(self, starts: Array, ends: Array) -> tuple[Array, Array]:
        """Strength of accepted and proposed in each column, float32 0..1; above 0 wherever there is any.

        Logarithmic, and against the most that any frame of the film has: one detection is seen, and two hundred
        stand out from fifty.
        """
        scale = np.log2(1 + np.float32(max(self.most, FEW)))
        up, down = (strongest(values, starts, ends).astype(np.float32) for values in (self.accepted, self.proposed))
        return np.log2(1 + up) / scale, np.log2(1 + down) / scale

    @cached_property
    def most(self) -> int:
        """The most accepted or proposed detections on one frame."""
        return max((int(values.max()) for values in (self.accepted, self.proposed) if values.size), default=0)


def places_of(film: Film, reel: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the programme shows frames `start` to `end` of a reel: positions, first and one past the last."""
    found = []
    for span in film.spans:
        low, high = max(start, span.start), min(end, span.end)
        if span.reel == reel and low < high:
            found.append((low - span.start + span.first, high - span.start + span.first))
    return found
