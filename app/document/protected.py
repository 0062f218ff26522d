"""What no pass may touch, as it is asked for: which whole frames, and which rectangles on a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.document.model import Protection
from app.document.ranges import Range, merged, without
from app.document.snapshot import Snapshot

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """One frame: `whole` where nothing of it may be touched, else the `boxes` that may not."""

    whole: bool = False
    boxes: tuple[Box, ...] = ()

    def touch(self, x0: int, y0: int, x1: int, y1: int) -> bool:
        """Whether a box (x0 <= x < x1) has a pixel that may not be touched."""
        if self.whole:
            return True
        return any(x0 < right and x1 > left and y0 < low and y1 > top for left, top, right, low in self.boxes)


class Protections:
    """The protections of a snapshot, or those handed in."""

    def __init__(self, of: Snapshot | Sequence[Protection]) -> None:
        self.all = tuple(of.protections.values()) if isinstance(of, Snapshot) else tuple(of)

    @property
    def regions(self) -> tuple[tuple[Protection, Box], ...]:
        """Those with a rectangle, and it."""
        return tuple((item, item.box) for item in self.all if item.box is not None)

    def on(self, reel: str, frame: int) -> Kept:
        """What is protected of one frame."""
        here = [item for item in self.all if item.reel == reel and item.start <= frame < item.end]
        return Kept(any(item.box is None for item in here), tuple(item.box for item in here if item.box is not None))

    def touching(self, reel: str, start: int, end: int) -> tuple[Protection, ...]:
        """Those that have a frame in `start` to `end` (exclusive), in the order in which they were made."""
        return tuple(item for item in self.all if item.reel == reel and item.start < end and item.end > start)

    def frames(self, reel: str) -> list[Range]:
        """The wholly protected frames of a reel, as ranges (end exclusive), ascending and apart."""
        return merged([(item.start, item.end) for item in self.all if item.reel == reel and item.box is None])

    def free(self, reel: str, start: int, end: int) -> list[Range]:
        """What of a range of frames is not wholly protected."""
        return without((start, end), self.frames(reel))
