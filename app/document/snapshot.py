"""The state of a project at one ledger row: immutable, shared freely between threads, cheap to make.

The state is a set of *slots*: a slot's key is a tuple of strings whose first names its family
(`("shot", id)`, `("stack", shot id, stage)`...), its value one frozen value of the model. An edit is a map of
slots to new values (None: the slot goes). That is all a ledger row stores (before and after), all that undo
restores, and all that replay folds. What comes by the million (detections, verdicts on them) is no slot: a
snapshot finds it by its ledger sequence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as copy_with
from types import MappingProxyType
from typing import Any, TypeVar

from app.document.codec import Json, decode, encode
from app.document.model import (
    Conflict,
    Model,
    Pass,
    PassStep,
    Programme,
    Protection,
    ReelRef,
    Shot,
    SignedProof,
    StackEntry,
    Transition,
    Version,
    VividShot,
    nothing,
)
from app.errors import ProjectError, UsageError

T = TypeVar("T")
Slot = tuple[str, ...]
Slots = Mapping[Slot, Any]

SLOT_TYPES: Mapping[str, Any] = {
    "reel": ReelRef,
    "shot": Shot,
    "transitions": tuple[Transition, ...],
    "programme": Programme,
    "stack": tuple[StackEntry, ...],
    "pass": Pass,
    "threshold": float,
    "version": Version,
    "model": Model,
    "protection": Protection,
    "conflict": Conflict,
    "proof": SignedProof,
    "vivid": VividShot,
}
"""Family of a slot to the type of its value. Add a family here, in `_FIELDS` and in `_FIELD_KEYS`."""

_FIELDS: Mapping[str, str] = {
    "reel": "reels",
    "shot": "shots_by_id",
    "transitions": "transitions_by_reel",
    "stack": "stacks",
    "pass": "passes",
    "threshold": "thresholds",
    "version": "versions",
    "model": "models",
    "protection": "protections",
    "conflict": "conflicts",
    "proof": "proofs",
    "vivid": "vivid",
}

_FIELD_KEYS: Mapping[str, Callable[[Slot], Any]] = {
    "stack": lambda slot: (slot[1], slot[2]),
    "threshold": lambda slot: (slot[1], slot[2] or None, slot[3]),
}

REPAIR_FAMILIES = frozenset({"shot", "pass", "threshold", "programme", "protection"})
"""Families of slots that can change which detections count as repairs (or what numbers their shots have),
besides verdicts."""


@dataclass(frozen=True)
class Snapshot:
    """The project after ledger row `seq` (0: nothing was done yet), whose global id is `entry`.

    `repair_seq` is the last row that may have changed which repairs are accepted: while two snapshots agree
    on it, every frame has the same repairs in both.
    """

    seq: int = 0
    entry: str = ""
    repair_seq: int = field(default=0, compare=False)
    reels: Mapping[str, ReelRef] = field(default_factory=nothing)
    shots_by_id: Mapping[str, Shot] = field(default_factory=nothing)
    transitions_by_reel: Mapping[str, tuple[Transition, ...]] = field(default_factory=nothing)
    programme: Programme = field(default=Programme())
    stacks: Mapping[tuple[str, str], tuple[StackEntry, ...]] = field(default_factory=nothing)
    passes: Mapping[str, Pass] = field(default_factory=nothing)
    thresholds: Mapping[tuple[str, str | None, str], float] = field(default_factory=nothing)
    versions: Mapping[str, Version] = field(default_factory=nothing)
    models: Mapping[str, Model] = field(default_factory=nothing)
    protections: Mapping[str, Protection] = field(default_factory=nothing)
    conflicts: Mapping[str, Conflict] = field(default_factory=nothing)
    proofs: Mapping[str, SignedProof] = field(default_factory=nothing)
    vivid: Mapping[str, VividShot] = field(default_factory=nothing)
    shots: tuple[Shot, ...] = field(default=(), compare=False)
    _numbers: Mapping[str, int] = field(default_factory=nothing, compare=False, repr=False)
    _reel_shots: Mapping[str, tuple[Shot, ...]] = field(default_factory=nothing, compare=False, repr=False)

    @property
    def transitions(self) -> tuple[Transition, ...]:
        """All transitions, by reel and start."""
        return tuple(item for _, items in sorted(self.transitions_by_reel.items()) for item in items)

    def reel(self, id: str) -> ReelRef:
        """The reel with this id; UsageError where there is none."""
        return _found(self.reels, id, "reel")

    def shot(self, id: str) -> Shot:
        """The shot with this id; UsageError where there is none."""
        return _found(self.shots_by_id, id, "shot")

    def pass_(self, id: str) -> Pass:
        """The pass with this id; UsageError where there is none."""
        return _found(self.passes, id, "pass")

    def shot_number(self, id: str) -> int:
        """The 1-based place of a shot in the programme."""
        return _found(self._numbers, id, "shot")

    def shots_of(self, reel: str) -> tuple[Shot, ...]:
        """The shots of a reel by start; they tile it."""
        return self._reel_shots.get(reel, ())

    def shot_at(self, reel: str, frame: int) -> Shot:
        """The shot a frame lies in; UsageError where the reel has no such frame."""
        shots = self.shots_of(reel)
        index = bisect_right(shots, frame, key=lambda shot: shot.start) - 1
        if index < 0 or frame >= shots[index].end:
            raise UsageError(f"reel {self.reel(reel).path} has no frame {frame}; its last is {shots[-1].end - 1}")
        return shots[index]

    def shots_between(self, reel: str, start: int, end: int) -> tuple[Shot, ...]:
        """The shots of a reel that have a frame in `start` to `end` (exclusive)."""
        shots = self.shots_of(reel)
        first = max(bisect_right(shots, start, key=lambda shot: shot.start) - 1, 0)
        last = bisect_right(shots, end - 1, key=lambda shot: shot.start)
        return tuple(shot for shot in shots[first:last] if shot.end > start)

    def stack(self, shot: str, stage: str) -> tuple[StackEntry, ...]:
        """The operators of a shot's stage, in order; empty where none were set."""
        return self.stacks.get((shot, stage), ())

    def threshold(self, pass_id: str, shot: str | None, step: PassStep) -> float:
        """The threshold in force for a pass's step in a shot: the shot's own, else the pass-wide one, else
        the one the pass was recorded with."""
        own = self.thresholds.get((pass_id, shot, step.defect))
        wide = self.thresholds.get((pass_id, None, step.defect), step.threshold)
        return wide if own is None else own

    def slot(self, slot: Slot) -> Any | None:
        """The value of a slot, or None."""
        if slot[0] == "programme":
            return None if self.programme == Programme() else self.programme
        return getattr(self, _FIELDS[slot[0]]).get(_key(slot))

    def slots(self) -> dict[Slot, Any]:
        """Every slot that has a value."""
        found: dict[Slot, Any] = {}
        for family, name in _FIELDS.items():
            for key, value in getattr(self, name).items():
                parts = key if isinstance(key, tuple) else (key,)
                found[(family, *("" if part is None else part for part in parts))] = value
        if self.programme != Programme():
            found[("programme",)] = self.programme
        return found

    def with_slots(self, changes: Slots, seq: int, entry: str, *, repairs: bool = False) -> Snapshot:
        """The state after a row that sets these slots. `repairs`: the row also touches verdicts."""
        touched: dict[str, dict[Any, Any]] = {}
        programme = self.programme
        for slot, value in changes.items():
            if slot[0] == "programme":
                programme = value or Programme()
                continue
            name = _FIELDS[slot[0]]
            family = touched.setdefault(name, dict(getattr(self, name)))
            if value is None:
                family.pop(_key(slot), None)
            else:
                family[_key(slot)] = value
        repairs = repairs or any(slot[0] in REPAIR_FAMILIES for slot in changes)
        families: dict[str, Any] = {name: MappingProxyType(family) for name, family in touched.items()}
        after = copy_with(
            self,
            seq=seq,
            entry=entry,
            repair_seq=seq if repairs else self.repair_seq,
            programme=programme,
            **families,
        )
        return _with_shots_in_order(after) if {"shot", "programme"} & {slot[0] for slot in changes} else after


def _found(mapping: Mapping[str, T], id: str, what: str) -> T:
    try:
        return mapping[id]
    except KeyError:
        raise UsageError(f"the project has no {what} '{id}'") from None


def _key(slot: Slot) -> Any:
    make = _FIELD_KEYS.get(slot[0])
    return slot[1] if make is None else make(slot)


def _with_shots_in_order(snapshot: Snapshot) -> Snapshot:
    """Fill in what is derived from shots and programme: a shot stands where the programme first shows it;
    shots it never shows come last."""
    by_reel: dict[str, list[Shot]] = {}
    for shot in snapshot.shots_by_id.values():
        by_reel.setdefault(shot.reel, []).append(shot)
    for shots in by_reel.values():
        shots.sort(key=lambda shot: shot.start)
    ordered: dict[str, Shot] = {}
    for item in snapshot.programme.items:
        for shot in by_reel.get(item.reel, ()):
            if shot.start < item.end and shot.end > item.start:
                ordered.setdefault(shot.id, shot)
    for _, shots in sorted(by_reel.items()):
        for shot in shots:
            ordered.setdefault(shot.id, shot)
    return copy_with(
        snapshot,
        shots=tuple(ordered.values()),
        _numbers=MappingProxyType({id: number for number, id in enumerate(ordered, start=1)}),
        _reel_shots=MappingProxyType({reel: tuple(shots) for reel, shots in by_reel.items()}),
    )


def encode_slots(slots: Slots) -> Json:
    """Slots as a JSON list of [key, value] pairs in key order; a value of None says the slot goes."""
    return [[list(slot), encode(slots[slot])] for slot in sorted(slots)]


def decode_slots(data: Json) -> dict[Slot, Any]:
    """The inverse of `encode_slots`. ProjectError for a family this version does not know."""
    slots: dict[Slot, Any] = {}
    for key, value in data:
        if key[0] not in SLOT_TYPES:
            raise ProjectError(f"the ledger holds a '{key[0]}', which this Reelmend does not know: update it")
        slots[tuple(key)] = None if value is None else decode(SLOT_TYPES[key[0]], value)
    return slots
