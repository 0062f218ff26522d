"""Which lanes there is room for, and how high each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from widgets.timeline.lanes.base import Lane

GAP = 1
"""Pixels between lanes."""
TALLEST = 168
"""Height that a lane grows to at most: beyond it thumbnails tell no more."""


@dataclass(frozen=True, slots=True)
class Row:
    """A lane's place: `top` and `height` in logical pixels."""

    lane: Lane
    top: int
    height: int

    @property
    def bottom(self) -> int:
        """One past its last pixel."""
        return self.top + self.height


def needed(lanes: Sequence[Lane]) -> int:
    """The height that these lanes need."""
    return sum(lane.height for lane in lanes) + GAP * max(len(lanes) - 1, 0)


def lay_out(height: int, lanes: Sequence[Lane]) -> tuple[Row, ...]:
    """Rows from the top: lanes of the highest rank are left out where there is too little room."""
    kept = list(lanes)
    while needed(kept) > height and any(lane.rank for lane in kept):
        kept.remove(max(kept, key=lambda lane: lane.rank))
    spare = max(height - needed(kept), 0)
    heights = [min(lane.height + spare, TALLEST) if lane.grows else lane.height for lane in kept]
    tops = accumulate((high + GAP for high in heights), initial=0)
    return tuple(Row(lane, top, high) for lane, top, high in zip(kept, tops, heights, strict=False))
