"""What no pass may touch: shots and regions put under protection, and lifted out of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.document.commands.base import Command, Edit, number, shot_numbers
from app.document.model import Protection
from app.document.snapshot import Snapshot
from app.errors import UsageError


@dataclass(frozen=True)
class Protect(Command):
    """From now on no pass touches these frames and rectangles, and what passes found there is not in force.

    Repairs made by hand stay as they are.
    """

    items: tuple[Protection, ...]

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Protected {described(snapshot, self.items)}: no pass touches it."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for nothing, frames or pixels that are not there, or what is protected already."""
        if not self.items:
            raise UsageError("there is nothing to protect")
        there = {(item.reel, item.start, item.end, item.box) for item in snapshot.protections.values()}
        for item in self.items:
            _must_fit(snapshot, item)
            place = (item.reel, item.start, item.end, item.box)
            if place in there or item.id in snapshot.protections:
                raise UsageError(f"{described(snapshot, (item,))} is protected already")
            there.add(place)
        return Edit({("protection", item.id): item for item in self.items})


@dataclass(frozen=True)
class LiftProtection(Command):
    """Let passes touch these again; what they had found there before is in force again."""

    ids: tuple[str, ...]

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Lifted the protection of {described(snapshot, [snapshot.protections[id] for id in self.ids])}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for none, or one that is not there."""
        if not self.ids:
            raise UsageError("there is no protection to lift")
        for id in self.ids:
            if id not in snapshot.protections:
                raise UsageError(f"the project has no protection '{id}'")
        return Edit({("protection", id): None for id in self.ids})


def described(snapshot: Snapshot, items: tuple[Protection, ...] | list[Protection]) -> str:
    """'shots 3-4', 'frames 10-20 of scan.mov', 'a region of frames 10-20 of scan.mov', '5 ranges': for sentences."""
    shots = {(shot.reel, shot.start, shot.end): shot.id for shot in snapshot.shots}
    whole = [shots.get((item.reel, item.start, item.end)) for item in items if item.box is None]
    if len(whole) == len(items) and None not in whole:
        return shot_numbers(snapshot, [id for id in whole if id is not None])
    if len(items) > 1:
        return number(len(items), "range")
    (item,) = items
    frames = f"frames {item.start}-{item.end - 1} of {snapshot.reel(item.reel).path}"
    return frames if item.box is None else f"a region of {frames}"


def _must_fit(snapshot: Snapshot, item: Protection) -> None:
    reel = snapshot.reel(item.reel)
    if not 0 <= item.start < item.end <= reel.frame_count:
        raise UsageError(
            f"frames {item.start} to {item.end - 1} do not lie in {reel.path}; its last is {reel.frame_count - 1}"
        )
    if item.box is None:
        return
    x0, y0, x1, y1 = item.box
    if not (0 <= x0 < x1 <= reel.width and 0 <= y0 < y1 <= reel.height):
        raise UsageError(f"the region {x0},{y0},{x1},{y1} does not lie in a picture of {reel.width} x {reel.height}")
