"""What a merge would do: everything decided, nothing written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as copy_with
from itertools import product
from typing import Any, Literal

from app.document.codec import dumps, encode
from app.document.ids import sha256
from app.document.lineage import MERGE
from app.document.merging import cuts
from app.document.merging.copies import Copy, Pair
from app.document.merging.three_way import Clash, Rule, Side, join, setter
from app.document.merging.touched import Overlap, Overlaps, author_of, taking, touched_frames
from app.document.merging.verdicts import Dissent, join_verdicts
from app.document.model import HAND, Conflict, ConflictSide, Pass, Version
from app.document.ranges import merged
from app.document.snapshot import Slot, Slots

Prefer = Literal["a", "b", "newer", ""]
"""Whose work counts where both did something; '' is the newer, and the conflicts stay open."""


@dataclass(frozen=True)
class Plan:
    """A merge of copy b into copy a.

    Attributes:
        slots: What changes in a's state (None: the slot goes).
        verdicts: Those the merge row gives itself, by key.
        opened: Ids of edits of b that come in force; `closed` of edits that were undone there.
        conflicts: Where both did something; `chosen` says whose counts.
        open: True where the conflicts are left to be settled.
        rows: How many rows of b's history are taken over.
        nothing: True where b has nothing that a has not.
    """

    pair: Pair
    slots: Slots
    verdicts: Mapping[bytes, str]
    opened: tuple[str, ...]
    closed: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    open: bool
    rows: int
    nothing: bool

    @property
    def people(self) -> tuple[str, ...]:
        """Whose work is taken over."""
        copy = self.pair.b
        return tuple(sorted({copy.rows[id].who for id in copy.own}))


def made_plan(pair: Pair, prefer: Prefer, looked: Callable[[int, int], None] = lambda done, of: None) -> Plan:
    """Decide everything. `looked` is told how many of how many frames were compared."""
    rule = Rule(prefer or "newer")
    opened = pair.b.now.in_force - pair.base.in_force - pair.a.now.in_force
    closed = (pair.base.in_force & pair.a.now.in_force) - pair.b.now.in_force
    slots, clashes = _joined_slots(pair, rule)
    conflicts = [_of_clash(clash) for clash in clashes]
    judged = join_verdicts(pair, rule, opened, closed)
    conflicts += [_of_dissent(dissent) for dissent in judged.dissents]
    passes, over = _passes(pair, rule, slots)
    conflicts += passes
    slots |= over
    verdicts = dict(judged.said)
    joined = pair.a.now.snapshot.with_slots(_changes(pair, slots), 0, "", repairs=True)
    overlaps = Overlaps(pair, joined, verdicts, {dissent.key for dissent in judged.dissents})
    frames = touched_frames(pair)
    for done, frame in enumerate(frames, 1):
        for overlap in overlaps.on(frame):
            conflict, values, said = _of_overlap(pair, rule, overlap)
            conflicts.append(conflict)
            slots |= values
            verdicts |= {bytes.fromhex(key): verdict for key, verdict in said.items()}
        looked(done, len(frames))
    known = {id for copy in (pair.a, pair.b) for id in copy.now.snapshot.conflicts}
    conflicts = sorted((item for item in conflicts if item.id not in known), key=_where)
    if not prefer:
        slots |= {("conflict", item.id): item for item in conflicts}
    nothing = not pair.b.own or (not _has_work(pair.b) and not _changes(pair, slots))
    return Plan(
        pair, _changes(pair, slots), verdicts, tuple(sorted(opened)), tuple(sorted(closed)), tuple(conflicts),
        not prefer, len(pair.b.own), nothing,
    )  # fmt: skip


def _has_work(copy: Copy) -> bool:
    """Whether any of a copy's own rows is more than a merge with the other."""
    return any(copy.rows[id].kind != MERGE for id in copy.own)


def _where(item: Conflict) -> tuple[object, ...]:
    return (item.reel, item.start, item.box or (), item.kind, item.id)


def _joined_slots(pair: Pair, rule: Rule) -> tuple[dict[Slot, Any], list[Clash]]:
    """Every slot of the joined state."""
    states = [state.snapshot for state in (pair.base, pair.a.now, pair.b.now)]
    shots = {id for snapshot in states for id in snapshot.shots_by_id}
    every = {slot for snapshot in states for slot in snapshot.slots()}
    apart = {slot for slot in every if slot[0] == "shot" or (slot[0] in cuts.OWNED and shots & set(slot))}
    found, clashes = join(pair, rule, every - apart)
    more, others = cuts.join_cuts(pair, rule)
    _name_apart(pair, found)
    return {slot: value for slot, value in (found | more).items() if value is not None}, clashes + others


def _name_apart(pair: Pair, slots: dict[Slot, Any]) -> None:
    """Two versions of one name, made in the two copies: the later one gets its author's name behind it."""
    names: set[str] = set()
    versions = [value for value in slots.values() if isinstance(value, Version)]
    for item in sorted(versions, key=lambda version: (version.id not in pair.base.snapshot.versions, version.id)):
        name, count = item.name, 1
        if name in names:
            slot = ("version", item.id)
            copy = pair.a if slot in pair.a.setters and item.id in pair.a.now.snapshot.versions else pair.b
            name = f"{item.name} ({setter(copy, [slot]).who})"
            while name in names:
                count += 1
                name = f"{item.name} ({count})"
            slots["version", item.id] = copy_with(item, name=name)
        names.add(name)


def _changes(pair: Pair, joined: Mapping[Slot, Any]) -> dict[Slot, Any]:
    """What the joined state has that copy a's has not, and the reverse."""
    ours = pair.a.now.snapshot.slots()
    gone: dict[Slot, Any] = {slot: None for slot in ours if joined.get(slot) is None}
    return gone | {slot: value for slot, value in joined.items() if value is not None and ours.get(slot) != value}


def _passes(pair: Pair, rule: Rule, slots: Mapping[Slot, Any]) -> tuple[list[Conflict], dict[Slot, Any]]:
    """Machine passes of both copies that looked for the same on the same frames: one of them speaks there."""
    both = [
        [
            item
            for item in copy.now.snapshot.passes.values()
            if item.active and item.id not in pair.base.snapshot.passes and item.id not in other.now.snapshot.passes
            if any(step.defect and step.operator != HAND for step in item.steps)
        ]
        for copy, other in ((pair.a, pair.b), (pair.b, pair.a))
    ]
    conflicts: list[Conflict] = []
    over: dict[Slot, Any] = {}
    for ours, theirs in product(*both):
        shared = _shared(ours, theirs)
        if not shared or not {(s.operator, s.defect) for s in ours.steps if s.defect} & {
            (s.operator, s.defect) for s in theirs.steps if s.defect
        }:
            continue
        either = {"a": _over(ours, theirs), "b": _over(theirs, ours)}
        by_a, by_b = setter(pair.a, [("pass", ours.id)]), setter(pair.b, [("pass", theirs.id)])
        side = rule.side(by_a, by_b)
        for slot, value in either[side].items():
            before: Pass = over.get(slot) or slots[slot]
            over[slot] = copy_with(before, over=tuple(sorted({*before.over, *value.over})))
        reel, start, end = shared[0][0], shared[0][1], shared[-1][2]
        clash = Clash("pass", either["a"], either["b"], side, by_a, by_b, (), reel, start, end)
        conflicts.append(_of_clash(clash))
    return conflicts, over


def _over(winner: Pass, other: Pass) -> dict[Slot, Any]:
    return {
        ("pass", winner.id): copy_with(winner, over=tuple(sorted({*winner.over, other.id}))),
        ("pass", other.id): copy_with(other, over=tuple(id for id in other.over if id != winner.id)),
    }


def _shared(ours: Pass, theirs: Pass) -> list[tuple[str, int, int]]:
    """The frames both passes looked at, by reel."""
    found: list[tuple[str, int, int]] = []
    for reel in sorted({item[0] for item in ours.ranges} & {item[0] for item in theirs.ranges}):
        sides = [merged((s, e) for name, s, e in item.ranges if name == reel) for item in (ours, theirs)]
        spans = [(max(a, c), min(b, d)) for (a, b), (c, d) in product(*sides)]
        found += [(reel, start, end) for start, end in merged(spans)]
    return found


def _of_clash(clash: Clash) -> Conflict:
    what = [f" ({', '.join(clash.names)})" if any(clash.names) else ""] * 2
    sides = [
        ConflictSide(by.who, by.stamp[0], by.said + more, _texts(values))
        for by, values, more in ((clash.by_a, clash.a, what[0]), (clash.by_b, clash.b, what[1]))
    ]
    return _conflict(clash.family, sides, clash.chosen, clash.reel, clash.start, clash.end)


def _of_dissent(item: Dissent) -> Conflict:
    key = item.key.hex()
    sides = [
        ConflictSide(by.who, by.stamp[0], by.said, (), {key: verdict})
        for by, verdict in ((item.by_a, item.a), (item.by_b, item.b))
    ]
    if item.place is None:
        return _conflict("verdict", sides, item.chosen)
    place = item.place
    return _conflict("verdict", sides, item.chosen, place.reel, place.frame, place.frame + 1, place.box)


def _of_overlap(pair: Pair, rule: Rule, overlap: Overlap) -> tuple[Conflict, dict[Slot, Any], dict[str, str]]:
    authors = [
        max(
            (author_of(pair, touch) for touch in overlap.touches if touch.side == side),
            key=lambda by: by.stamp,
        )
        for side in ("a", "b")
    ]
    chosen = rule.side(*authors)
    taken = [taking(pair, overlap, side) for side in ("a", "b")]
    sides = [
        ConflictSide(by.who, by.stamp[0], by.said, _texts(slots), verdicts)
        for by, (slots, verdicts) in zip(authors, taken, strict=True)
    ]
    conflict = _conflict("pixels", sides, chosen, overlap.reel, overlap.frame, overlap.frame + 1, overlap.box)
    slots, verdicts = taken[0 if chosen == "a" else 1]
    return conflict, slots, verdicts


def _texts(slots: Mapping[Slot, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((dumps(list(slot)), dumps(encode(slots[slot]))) for slot in sorted(slots))


def _conflict(
    kind: str,
    sides: Sequence[ConflictSide],
    chosen: Side,
    reel: str = "",
    start: int = 0,
    end: int = 0,
    box: tuple[int, int, int, int] | None = None,
) -> Conflict:
    """A conflict whose id is the same whichever copy it is looked at from."""
    told = sorted(dumps(encode(side)) for side in sides)
    id = sha256(kind.encode(), *(text.encode() for text in told))[:32]
    return Conflict(id, kind, sides[0], sides[1], chosen, reel, start, end, box)
