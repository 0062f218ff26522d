"""Slots: what only one side changed holds, what both changed alike holds, and the rest is joined or clashes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import replace as copy_with
from typing import Any, Literal

from app.document.merging.copies import Author, Copy, Pair
from app.document.model import Pass, Programme, ReelRef, StackEntry, Version
from app.document.snapshot import Slot

Side = Literal["a", "b"]
Joiner = Callable[[Any, Any, Any, Side], tuple[Any, tuple[str, ...]]]
"""(base, a, b, side that counts in doubt) to the joined value and the names of what was in doubt."""


@dataclass(frozen=True)
class Clash:
    """Something both sides changed differently: what either would set, and which is in force.

    `names` says what of it (parameters); `about` is the shot where it hangs on one.
    """

    family: str
    a: Mapping[Slot, Any]
    b: Mapping[Slot, Any]
    chosen: Side
    by_a: Author
    by_b: Author
    names: tuple[str, ...] = ()
    reel: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Rule:
    """Whose work counts where both did something: one side's, or the newer."""

    prefer: Literal["a", "b", "newer"] = "newer"

    def side(self, a: Author, b: Author) -> Side:
        """`a` or `b`; of two that are told apart by nothing else, the one with the later id is newer."""
        if self.prefer != "newer":
            return self.prefer
        return "a" if a.stamp > b.stamp else "b"


def setter(copy: Copy, slots: Iterable[Slot]) -> Author:
    """The latest of a copy's own rows that set one of these slots."""
    found = [copy.setters[slot] for slot in slots if slot in copy.setters]
    return max(found, key=lambda author: author.stamp, default=copy.latest)


def join(pair: Pair, rule: Rule, slots: Iterable[Slot]) -> tuple[dict[Slot, Any], list[Clash]]:
    """The joined values of these slots, and the clashes among them."""
    found: dict[Slot, Any] = {}
    clashes: list[Clash] = []
    for slot in sorted(set(slots)):
        values = (pair.base.snapshot.slot(slot), pair.a.now.snapshot.slot(slot), pair.b.now.snapshot.slot(slot))
        found[slot], clash = decided(pair, rule, slot, slot, slot, values)
        clashes += [clash] if clash else []
    return found, clashes


def decided(
    pair: Pair, rule: Rule, slot: Slot, of_a: Slot, of_b: Slot, values: tuple[Any, Any, Any]
) -> tuple[Any, Clash | None]:
    """The joined value of one slot; `of_a` and `of_b` are what it is called in either copy."""
    base, a, b = (_normal(value) for value in values)
    if a == b or b == base:
        return values[1], None
    if a == base:
        return values[2], None
    by_a, by_b = setter(pair.a, [of_a]), setter(pair.b, [of_b])
    side = rule.side(by_a, by_b)
    joiner = JOINERS.get(slot[0], _whole) if None not in (a, b) else _whole
    value, names = joiner(*values, side)
    if not names:
        return value, None
    either = {which: {slot: joiner(*values, which)[0]} for which in ("a", "b")}
    return value, Clash(slot[0], either["a"], either["b"], side, by_a, by_b, names)


def _normal(value: Any) -> Any:
    """A value without what has another meaning in every file: the place of a version in its ledger."""
    return copy_with(value, seq=0) if isinstance(value, Version) else value


def _whole(base: Any, a: Any, b: Any, side: Side) -> tuple[Any, tuple[str, ...]]:
    return (a if side == "a" else b), ("",)


def _fields(base: Any, a: Any, b: Any, side: Side, names: Iterable[str]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Field by field: what is in doubt is the side's."""
    values: dict[str, Any] = {}
    doubt = []
    for name in names:
        before, ours, theirs = (None if of is None else getattr(of, name) for of in (base, a, b))
        if ours != theirs and before not in (ours, theirs):
            doubt.append(name)
            values[name] = ours if side == "a" else theirs
        else:
            values[name] = theirs if ours == before else ours
    return values, tuple(doubt)


def _reel(base: ReelRef, a: ReelRef, b: ReelRef, side: Side) -> tuple[ReelRef, tuple[str, ...]]:
    """Where a copy finds its media is its own business, unless the other has taken another medium in its place."""
    values, doubt = _fields(base, a, b, side, ("fingerprint", "encoding", "policy", "rate"))
    path = a.path if values["fingerprint"] == a.fingerprint else b.path
    return copy_with(a, path=path, **values), doubt


def _pass(base: Pass | None, a: Pass, b: Pass, side: Side) -> tuple[Pass, tuple[str, ...]]:
    values, doubt = _fields(base, a, b, side, ("active",))
    return copy_with(a, over=tuple(sorted({*a.over, *b.over})), **values), doubt


def _programme(base: Programme | None, a: Programme, b: Programme, side: Side) -> tuple[Programme, tuple[str, ...]]:
    """Reels that each side added at the end are all added; anything else is one side's."""
    before = base or Programme()
    values, doubt = _fields(before, a, b, side, ("projection_rate",))
    count = len(before.items)
    if a.items == b.items or b.items == before.items:
        return Programme(a.items, **values), doubt
    if a.items == before.items:
        return Programme(b.items, **values), doubt
    if a.items[:count] != before.items or b.items[:count] != before.items:
        return Programme(a.items if side == "a" else b.items, **values), (*doubt, "order")
    added = sorted((a.items[count:], b.items[count:]), key=lambda items: items[0].reel)
    return Programme((*before.items, *added[0], *added[1]), **values), doubt


Stack = tuple[StackEntry, ...]


def _stack(base: Stack | None, a: Stack, b: Stack, side: Side) -> tuple[Stack, tuple[str, ...]]:
    """Operator by operator, parameter by parameter, where the order is one; else one side's stack."""
    before = base or ()
    named = [{entry.operator: entry for entry in stack} for stack in (before, a, b)]
    alike = all(len(found) == len(stack) for found, stack in zip(named, (before, a, b), strict=True))
    order = [entry.operator for entry in before]
    for found in named[1:]:
        kept = [name for name in found if name in named[0]]
        alike = alike and kept == [name for name in order if name in found]
        # What was put in before or between the others has its place for a reason.
        alike = alike and list(found)[: len(kept)] == kept
    if not alike:
        return (a if side == "a" else b), ("order",)
    joined, doubt = [], list[str]()
    added = sorted({*named[1], *named[2]} - set(order))
    for name in (*order, *added):
        old, ours, theirs = (found.get(name) for found in named)
        entry, names = _entry(old, ours, theirs, side)
        doubt += names
        joined += [entry] if entry is not None else []
    return tuple(joined), tuple(doubt)


def _entry(
    base: StackEntry | None, a: StackEntry | None, b: StackEntry | None, side: Side
) -> tuple[StackEntry | None, tuple[str, ...]]:
    if a == b or b == base:
        return a, ()
    if a == base:
        return b, ()
    if a is None or b is None or a.version != b.version:
        name = (a or b or base).operator  # type: ignore[union-attr]
        return (a if side == "a" else b), (name,)
    before = {} if base is None else base.params
    params, doubt = {}, []
    for name in sorted({*a.params, *b.params}):
        old, ours, theirs = before.get(name), a.params.get(name), b.params.get(name)
        if ours != theirs and old not in (ours, theirs):
            doubt.append(f"{a.operator}.{name}")
            chosen = ours if side == "a" else theirs
        else:
            chosen = theirs if ours == old else ours
        if chosen is not None:
            params[name] = chosen
    values, off = _fields(base, a, b, side, ("enabled",))
    return copy_with(a, params=params, **values), (*doubt, *(f"{a.operator} {name}" for name in off))


JOINERS: Mapping[str, Joiner] = {"reel": _reel, "pass": _pass, "programme": _programme, "stack": _stack}
"""Families of slots that can be joined in part."""
