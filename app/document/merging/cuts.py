"""The shots of a reel, joined cut by cut, and the parameters that hang on them.

Shots tile their reel, so they are joined as the set of their first frames: a cut that one side made is made, one that
it took away is gone. Where both moved the same cut, or one merged a shot away to which the other gave parameters, the
cuts of the reel are one side's as a whole.
"""

from __future__ import annotations

from dataclasses import replace as copy_with
from typing import Any

from app.document.merging.copies import Pair
from app.document.merging.three_way import Clash, Rule, decided, setter
from app.document.model import STAGES, Shot
from app.document.snapshot import Slot, Snapshot

OWNED = frozenset({"stack", "threshold"})
"""Families whose slots may hang on a shot."""


def join_cuts(pair: Pair, rule: Rule) -> tuple[dict[Slot, Any], list[Clash]]:
    """The shots of all reels, and what hangs on them."""
    found: dict[Slot, Any] = {}
    clashes: list[Clash] = []
    for reel in sorted({*pair.a.now.snapshot.reels, *pair.b.now.snapshot.reels}):
        shots, clash = _shots(pair, rule, reel)
        clashes += [clash] if clash else []
        found |= {("shot", shot.id): shot for shot in shots}
        for shot in shots:
            values, more = _owned(pair, rule, shot)
            found |= values
            clashes += more
    return found, clashes


def _shots(pair: Pair, rule: Rule, reel: str) -> tuple[tuple[Shot, ...], Clash | None]:
    base, a, b = (
        pair.base.snapshot.shots_of(reel),
        pair.a.now.snapshot.shots_of(reel),
        pair.b.now.snapshot.shots_of(reel),
    )
    if a == b or not b:
        return a, None
    if not a:
        return b, None
    joined = _joined(pair, base, a, b)
    if joined is not None:
        return joined, None
    slots = [("shot", shot.id) for shot in (*base, *a, *b)]
    by_a, by_b = setter(pair.a, slots), setter(pair.b, slots)
    side = rule.side(by_a, by_b)
    count = a[-1].end
    of_a, of_b = (_all_of(pair, copy.now.snapshot, reel) for copy in (pair.a, pair.b))
    return (a if side == "a" else b), Clash("shot", of_a, of_b, side, by_a, by_b, (), reel, 0, count)


def _joined(pair: Pair, base: tuple[Shot, ...], a: tuple[Shot, ...], b: tuple[Shot, ...]) -> tuple[Shot, ...] | None:
    """The shots with both sides' cuts; None where that cannot be."""
    starts = [{shot.id: shot.start for shot in shots} for shots in (base, a, b)]
    kept: dict[str, int] = {}
    for id in sorted({*starts[0], *starts[1], *starts[2]}):
        old, ours, theirs = (found.get(id) for found in starts)
        if ours != theirs and old not in (ours, theirs):
            return None
        start = theirs if ours == old else ours
        if start is not None:
            kept[id] = start
        elif old is not None and _given_parameters(pair, id):
            return None
    by_start: dict[int, str] = {}
    for id, start in sorted(kept.items(), key=lambda item: (item[0] not in starts[0], item[0])):
        if start in by_start and by_start[start] in starts[0]:
            return None  # one moved a cut to where the other made one
        by_start.setdefault(start, id)
    places = sorted(by_start)
    if places[0] != 0:
        return None
    ends = [*places[1:], a[-1].end]
    return tuple(Shot(by_start[start], a[0].reel, start, end) for start, end in zip(places, ends, strict=True))


def _given_parameters(pair: Pair, shot: str) -> bool:
    """Whether a shot that one side has merged away got other parameters, or other frames, from the other."""
    old = _slots_of(pair.base.snapshot, shot)
    return any(
        shot in copy.now.snapshot.shots_by_id and _slots_of(copy.now.snapshot, shot) != old
        for copy in (pair.a, pair.b)
    )


def _slots_of(snapshot: Snapshot, shot: str) -> dict[Slot, Any]:
    return {slot: value for slot, value in snapshot.slots().items() if slot[0] in OWNED and shot in slot}


def _all_of(pair: Pair, snapshot: Snapshot, reel: str) -> dict[Slot, Any]:
    """Every shot of a reel with what hangs on it, as one side has it; what only the other has goes."""
    slots: dict[Slot, Any] = {}
    for copy in (pair.a.now.snapshot, pair.b.now.snapshot):
        for shot in copy.shots_of(reel):
            slots |= dict.fromkeys((("shot", shot.id), *_slots_of(copy, shot.id)))
    for shot in snapshot.shots_of(reel):
        slots |= {("shot", shot.id): shot, **_slots_of(snapshot, shot.id)}
    return slots


def _owned(pair: Pair, rule: Rule, shot: Shot) -> tuple[dict[Slot, Any], list[Clash]]:
    """The parameters of a joined shot: each side gives those it has for the shot, or for the shot its first frame is
    in there. So what one sets follows the frames into a shot that the other split off."""
    found: dict[Slot, Any] = {}
    clashes: list[Clash] = []
    sides = (pair.base.snapshot, pair.a.now.snapshot, pair.b.now.snapshot)
    owners = [_owner(snapshot, shot) for snapshot in sides]
    names = _names(sides, owners)
    for name in sorted(names):
        slots = [_placed(name, owner) for owner in owners]
        values = [snapshot.slot(slot) for snapshot, slot in zip(sides, slots, strict=True)]
        target = _placed(name, shot.id)
        value, clash = decided(pair, rule, target, slots[1], slots[2], (values[0], values[1], values[2]))
        if value is not None:
            found[target] = value
        if clash is not None:
            clashes.append(copy_with(clash, reel=shot.reel, start=shot.start, end=shot.end))
    return found, clashes


def _owner(snapshot: Snapshot, shot: Shot) -> str:
    if shot.id in snapshot.shots_by_id:
        return shot.id
    there = snapshot.shots_of(shot.reel)
    return snapshot.shot_at(shot.reel, shot.start).id if there else ""


def _names(sides: tuple[Snapshot, ...], owners: list[str]) -> set[Slot]:
    """The slots that hang on the shot in any state, with '*' in the place of its id."""
    names: set[Slot] = {("stack", "*", stage) for stage in STAGES}
    for snapshot, owner in zip(sides, owners, strict=True):
        names |= {("threshold", pass_id, "*", defect) for pass_id, own, defect in snapshot.thresholds if own == owner}
    return names


def _placed(name: Slot, shot: str) -> Slot:
    return tuple(shot if part == "*" else part for part in name)
