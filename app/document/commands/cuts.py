"""Cuts: find them all, split, merge, nudge. Parameters follow the frames they were set for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace as copy_with
from itertools import pairwise
from typing import Any

from app.document.commands.base import Command, Edit, changed, number
from app.document.ids import new_id
from app.document.model import Shot, Transition
from app.document.snapshot import Slot, Snapshot
from app.errors import UsageError


@dataclass(frozen=True)
class SetCuts(Command):
    """Give a reel these cuts and transitions, in place of what it has.

    `cuts` are the first frames of shots (0 may be named or not). A shot that begins where an old one began
    is that shot still; every other one is new and takes its parameters from the old shot its first frame
    was in.
    """

    reel: str
    cuts: tuple[int, ...]
    transitions: tuple[Transition, ...] = ()

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        cuts = number(len(set(self.cuts) - {0}), "cut")
        return f"Set {cuts} and {number(len(self.transitions), 'transition')} in {snapshot.reel(self.reel).path}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for a cut or transition outside the reel."""
        count = snapshot.reel(self.reel).frame_count
        starts = sorted({0, *self.cuts})
        if starts[0] < 0 or starts[-1] >= count:
            wrong = starts[0] if starts[0] < 0 else starts[-1]
            raise UsageError(f"a cut must lie between frames 1 and {count - 1}; there is one at {wrong}")
        for item in self.transitions:
            if item.reel != self.reel or not 0 <= item.start < item.end <= count:
                raise UsageError(f"the transition {item.start}-{item.end} does not lie in the reel")
        slots: dict[Slot, Any] = {("shot", shot.id): None for shot in snapshot.shots_of(self.reel)}
        for start, end in zip(starts, [*starts[1:], count], strict=True):
            old = snapshot.shot_at(self.reel, start)
            shot = Shot(old.id if old.start == start else new_id(), self.reel, start, end)
            slots[("shot", shot.id)] = shot
            if shot.id != old.id:
                slots |= _copied(snapshot, old.id, shot.id)
        for slot, value in [*slots.items()]:
            if slot[0] == "shot" and value is None:
                slots |= _dropped(snapshot, slot[1])
        slots[("transitions", self.reel)] = tuple(sorted(self.transitions, key=lambda item: item.start)) or None
        return Edit(changed(snapshot, slots))


@dataclass(frozen=True)
class SplitShot(Command):
    """Cut a shot in two: `frame` becomes the first of the new one, which gets a copy of the parameters."""

    shot: str
    frame: int

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Split shot {snapshot.shot_number(self.shot)} at frame {self.frame}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError where the frame is not inside the shot."""
        shot = snapshot.shot(self.shot)
        if not shot.start < self.frame < shot.end:
            raise UsageError(
                f"shot {snapshot.shot_number(shot.id)} can be split at frames {shot.start + 1} to {shot.end - 1}, "
                f"not at {self.frame}"
            )
        second = Shot(new_id(), shot.reel, self.frame, shot.end)
        slots: dict[Slot, Any] = {
            ("shot", shot.id): copy_with(shot, end=self.frame),
            ("shot", second.id): second,
        }
        return Edit(slots | _copied(snapshot, shot.id, second.id))


@dataclass(frozen=True)
class MergeShots(Command):
    """Make one shot of neighbours; the first one's id and parameters stay."""

    shots: tuple[str, ...]

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        numbers = ", ".join(str(snapshot.shot_number(id)) for id in self.shots)
        return f"Merged shots {numbers}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError where the shots are not neighbours in one reel."""
        shots = sorted((snapshot.shot(id) for id in set(self.shots)), key=lambda shot: (shot.reel, shot.start))
        if len(shots) < 2:
            raise UsageError("name at least two shots to merge")
        for before, after in pairwise(shots):
            if before.reel != after.reel or before.end != after.start:
                raise UsageError(
                    f"shots {snapshot.shot_number(before.id)} and {snapshot.shot_number(after.id)} cannot be merged: "
                    "they are not neighbours in one reel"
                )
        slots: dict[Slot, Any] = {("shot", shots[0].id): copy_with(shots[0], end=shots[-1].end)}
        for shot in shots[1:]:
            slots |= {("shot", shot.id): None} | _dropped(snapshot, shot.id)
        return Edit(slots)


@dataclass(frozen=True)
class MoveCut(Command):
    """Nudge the cut at the beginning of a shot: `frame` becomes its first frame."""

    shot: str
    frame: int

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        start = snapshot.shot(self.shot).start
        return f"Moved the cut before shot {snapshot.shot_number(self.shot)} from frame {start} to {self.frame}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for the first shot of a reel, or where a shot would be left without frames."""
        shot = snapshot.shot(self.shot)
        if shot.start == 0:
            raise UsageError(f"shot {snapshot.shot_number(shot.id)} begins its reel: there is no cut to move")
        before = snapshot.shot_at(shot.reel, shot.start - 1)
        if not before.start < self.frame < shot.end:
            raise UsageError(f"the cut can lie at frames {before.start + 1} to {shot.end - 1}, not at {self.frame}")
        slots: dict[Slot, Any] = {
            ("shot", before.id): copy_with(before, end=self.frame),
            ("shot", shot.id): copy_with(shot, start=self.frame),
        }
        return Edit(changed(snapshot, slots))


def _own(snapshot: Snapshot, shot: str) -> Iterable[tuple[Slot, int, Any]]:
    """The parameter slots that hang on a shot, and which part of the key names it."""
    for (owner, stage), entries in snapshot.stacks.items():
        if owner == shot:
            yield ("stack", owner, stage), 1, entries
    for (pass_id, threshold_shot, defect), value in snapshot.thresholds.items():
        if threshold_shot == shot:
            yield ("threshold", pass_id, shot, defect), 2, value
    if shot in snapshot.vivid:
        yield ("vivid", shot), 1, snapshot.vivid[shot]


def _copied(snapshot: Snapshot, old: str, new: str) -> dict[Slot, Any]:
    return {(*slot[:place], new, *slot[place + 1 :]): value for slot, place, value in _own(snapshot, old)}


def _dropped(snapshot: Snapshot, shot: str) -> dict[Slot, Any]:
    return {slot: None for slot, _, _ in _own(snapshot, shot)}
