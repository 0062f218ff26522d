"""Pixels: what one copy mended, or a person there took back, on the very pixels the other touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.document.merging.copies import Author, Copy, Pair, State
from app.document.merging.three_way import Side
from app.document.merging.verdicts import CLEAR, changed_keys, placed
from app.document.model import HAND, Pass
from app.document.patches import Mask, read_patch
from app.document.protected import Protections
from app.document.repair import Repair
from app.document.segments import Adopted, Segment, Segments
from app.document.snapshot import Slot, Snapshot

Frame = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Touch:
    """A repair one side made (or took back, where not `made`)."""

    side: Side
    repair: Repair
    made: bool


@dataclass(frozen=True)
class Overlap:
    """Repairs of both sides on one frame whose masks share pixels."""

    reel: str
    frame: int
    touches: tuple[Touch, ...]

    @property
    def box(self) -> tuple[int, int, int, int]:
        """The box round all of it."""
        found = [touch.repair for touch in self.touches]
        return (
            min(r.x0 for r in found), min(r.y0 for r in found), max(r.x1 for r in found), max(r.y1 for r in found)
        )  # fmt: skip


def touched_frames(pair: Pair) -> list[Frame]:
    """The frames on which both copies may have changed what is mended."""
    return sorted(_frames(pair, pair.a) & _frames(pair, pair.b))


def _frames(pair: Pair, copy: Copy) -> set[Frame]:
    before, now = pair.base.snapshot, copy.now.snapshot
    found = {(place.reel, place.frame) for place in placed(copy.project, changed_keys(pair, copy))}
    changed = {id for id, item in now.passes.items() if before.passes.get(id) != item}
    changed |= {pass_id for (pass_id, _, _), _ in {*before.thresholds.items()} ^ {*now.thresholds.items()}}
    own = {id for id in changed if id not in before.passes}
    found |= copy.project.read(lambda connection: _mended(connection, own))
    for id in changed - own:
        for reel, start, end in now.passes[id].ranges if id in now.passes else ():
            found |= {(reel, frame) for frame in range(start, end)}
    for id in {*before.protections} ^ {*now.protections}:
        item = before.protections.get(id) or now.protections[id]
        found |= {(item.reel, frame) for frame in range(item.start, item.end)}
    return found


def _mended(connection: sqlite3.Connection, passes: set[str]) -> set[Frame]:
    jobs = [n for n, id in connection.execute("SELECT number, pass FROM job WHERE pass IS NOT NULL") if id in passes]
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS mending (job INTEGER PRIMARY KEY)")
    connection.execute("BEGIN")
    try:
        connection.execute("DELETE FROM temp.mending")
        connection.executemany("INSERT INTO temp.mending VALUES (?)", ((job,) for job in jobs))
        found = connection.execute(
            "SELECT DISTINCT r.reel, d.frame FROM detection d JOIN reel_number r ON r.number = d.reel"
            " WHERE d.job IN temp.mending"
        )
        return {(reel, frame) for reel, frame in found}
    finally:
        connection.execute("ROLLBACK")


class Overlaps:
    """Finds, frame by frame, where both sides touched the same pixels, given what holds of everything else."""

    def __init__(self, pair: Pair, joined: Snapshot, said: Mapping[bytes, str], settled: set[bytes]) -> None:
        """`said` are verdicts the merge gives itself; on `settled` keys the two were found to differ already."""
        self._pair = pair
        self._joined = joined
        self._said = said
        self._settled = settled
        self._segments = Segments(joined, _adopted(pair))
        self._protections = Protections(joined)

    def on(self, frame: Frame) -> Iterator[Overlap]:
        """The overlaps of one frame."""
        base, a, b = (_repairs(state, frame) for state in (self._pair.base, self._pair.a.now, self._pair.b.now))
        live = set(self._live(frame, a | b))
        touches = [
            *self._made("a", live, base, a, b), *self._unmade("a", base, a, b), *self._made("b", live, base, b, a),
            *self._unmade("b", base, b, a),
        ]  # fmt: skip
        for group in _groups(touches, self._mask):
            yield Overlap(*frame, tuple(group))

    def _live(self, frame: Frame, found: Mapping[tuple[str, str], Repair]) -> dict[tuple[str, str], Repair]:
        """What is in force on the frame after the merge, if nothing overlaps."""
        at: dict[tuple[str, str, str], Segment] = {
            (segment.pass_id, segment.detector, segment.defect): segment
            for segment in self._segments.at(*frame).values()
        }
        kept = self._protections.on(*frame)
        live = {}
        for place, repair in found.items():
            segment = at.get((repair.pass_id, repair.detector, repair.defect))
            box = (repair.x0, repair.y0, repair.x1, repair.y1)
            if segment is None or (repair.detector != HAND and kept.touch(*box)):
                continue
            verdict = self._verdict(bytes.fromhex(repair.id), repair)
            if verdict == "accept" or (verdict in ("", CLEAR) and repair.probability >= segment.threshold):
                live[place] = repair
        return live

    def _verdict(self, key: bytes, repair: Repair) -> str:
        said = self._said.get(key)
        if said is not None:
            return said
        states = (self._pair.base, self._pair.a.now, self._pair.b.now)
        base, a, b = (latest(state, repair) for state in states)
        return b if a == base else a

    def _made(
        self,
        side: Side,
        live: set[tuple[str, str]],
        base: Mapping[tuple[str, str], Repair],
        own: Mapping[tuple[str, str], Repair],
        other: Mapping[tuple[str, str], Repair],
    ) -> Iterator[Touch]:
        before = {key for (_, key), repair in base.items() if repair.accepted}
        there = {place for place, repair in other.items() if repair.accepted}
        for place, repair in own.items():
            known = place[1] in before or place in there or bytes.fromhex(place[1]) in self._settled
            there_now = place in live or self._retired_by("b" if side == "a" else "a", place[0])
            if repair.accepted and there_now and not known:
                yield Touch(side, repair, True)

    def _unmade(
        self,
        side: Side,
        base: Mapping[tuple[str, str], Repair],
        own: Mapping[tuple[str, str], Repair],
        other: Mapping[tuple[str, str], Repair],
    ) -> Iterator[Touch]:
        """What a person took back: by a verdict, or by making a hand repair anew (also one that was not in force, and
        that the other has brought back)."""
        state = self._pair.a.now if side == "a" else self._pair.b.now
        now = {key for (_, key), repair in own.items() if repair.accepted}
        for (pass_id, key), repair in {**other, **base}.items():
            before = base.get((pass_id, key))
            if key in now or bytes.fromhex(key) in self._settled:
                continue
            was = before is not None and before.accepted
            judged = was and latest(state, repair) == "reject" and repair.verdict != "reject"
            back = (pass_id, key) in other and other[pass_id, key].accepted
            if judged or ((was or back) and self._retired_by(side, pass_id)):
                yield Touch(side, repair, False)

    def _retired_by(self, side: Side, pass_id: str) -> bool:
        state = self._pair.a.now if side == "a" else self._pair.b.now
        return _retired(state.snapshot, pass_id) and not _retired(self._pair.base.snapshot, pass_id)

    def _mask(self, touch: Touch) -> tuple[int, int, Mask]:
        repair = touch.repair
        if not repair.length:
            return repair.x0, repair.y0, np.ones((repair.y1 - repair.y0, repair.x1 - repair.x0), bool)
        copy = self._pair.a if touch.side == "a" else self._pair.b
        patch = read_patch(copy.project.artefacts, repair.pack, repair.offset, repair.length)
        return patch.x0, patch.y0, patch.mask


def taking(pair: Pair, overlap: Overlap, side: Side) -> tuple[dict[Slot, Any], dict[str, str]]:
    """The slots and verdicts that make an overlap what one side has there."""
    copy = pair.a if side == "a" else pair.b
    there = _repairs(copy.now, (overlap.reel, overlap.frame))
    accepted = {key for (_, key), repair in there.items() if repair.accepted}
    slots: dict[Slot, Any] = {}
    verdicts: dict[str, str] = {}
    for touch in overlap.touches:
        repair = touch.repair
        own: Pass | None = copy.now.snapshot.passes.get(repair.pass_id)
        if own is not None and repair.pass_id in pair.base.snapshot.passes and repair.detector == HAND:
            slots["pass", repair.pass_id] = own
        if repair.id in accepted:
            verdicts[repair.id] = latest(copy.now, repair) or CLEAR
        elif own is None or own.active:
            verdicts[repair.id] = "reject"
    return slots, verdicts


def author_of(pair: Pair, touch: Touch) -> Author:
    """The row by which one side touched a repair: the verdict, the row that came with it, or the last one."""
    copy = pair.a if touch.side == "a" else pair.b
    keys = [bytes.fromhex(touch.repair.id), bytes.fromhex(touch.repair.track.replace("-", ""))]
    edits = [copy.now.judged[key][1] for key in keys if key in copy.now.judged]
    if touch.made:
        edits.append(touch.repair.seq)
    elif ("pass", touch.repair.pass_id) in copy.setters:
        return copy.setters["pass", touch.repair.pass_id]
    own = [author for edit in edits if (author := copy.at(edit)).stamp[1] in copy.own]
    return max(own, key=lambda author: author.stamp, default=copy.latest)


def latest(state: State, repair: Repair) -> str:
    """What a person said last of a repair or its track in a state; '' for nothing."""
    keys = [bytes.fromhex(repair.id), *([bytes.fromhex(repair.track.replace("-", ""))] if repair.track else [])]
    return max((state.judged.get(key, ("", 0)) for key in keys), key=lambda found: found[1])[0]


def _retired(snapshot: Snapshot, pass_id: str) -> bool:
    item = snapshot.passes.get(pass_id)
    return item is not None and not item.active and all(step.operator == HAND for step in item.steps)


def _repairs(state: State, frame: Frame) -> dict[tuple[str, str], Repair]:
    reel, index = frame
    if reel not in state.snapshot.reels:
        return {}
    found = state.project.detections_of(state.snapshot, reel, index)
    return {(repair.pass_id, repair.id): repair for repair in found}


def _adopted(pair: Pair) -> dict[str, Adopted]:
    """Which pass speaks first: ours in our order, then what the other copy brings."""
    order: list[str] = []
    ask = "SELECT pass FROM job WHERE edit IS NOT NULL ORDER BY edit"
    for copy in (pair.a, pair.b):
        found = copy.project.read(lambda connection: connection.execute(ask).fetchall())
        order += [id for (id,) in found if id not in set(order)]
    return {id: Adopted(number, number) for number, id in enumerate(order, 1)}


def _groups(touches: list[Touch], mask: Any) -> Iterator[list[Touch]]:
    """Touches of both sides that hang together by shared pixels, in order."""
    joined = list(range(len(touches)))

    def root(index: int) -> int:
        while joined[index] != index:
            index = joined[index]
        return index

    for i, one in enumerate(touches):
        for j in range(i + 1, len(touches)):
            two = touches[j]
            if one.side != two.side and (one.made or two.made) and _meet(one, two, mask):
                joined[root(j)] = root(i)
    groups: dict[int, list[Touch]] = {}
    for index, touch in enumerate(touches):
        groups.setdefault(root(index), []).append(touch)
    yield from (group for group in groups.values() if len(group) > 1)


def _meet(one: Touch, two: Touch, mask: Any) -> bool:
    a, b = one.repair, two.repair
    if a.x0 >= b.x1 or b.x0 >= a.x1 or a.y0 >= b.y1 or b.y0 >= a.y1:
        return False
    parts = (mask(one), mask(two))
    x0, y0 = max(left for left, _, _ in parts), max(top for _, top, _ in parts)
    x1 = min(left + part.shape[1] for left, _, part in parts)
    y1 = min(top + part.shape[0] for _, top, part in parts)
    if x0 >= x1 or y0 >= y1:
        return False
    first, second = (part[y0 - top : y1 - top, x0 - left : x1 - left] for left, top, part in parts)
    return bool((first & second).any())
