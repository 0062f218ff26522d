"""What the stacks of one or many shots say, as the inspector shows it. No Qt here.

One shot leads: its operators are listed and its values shown. The other shots that an edit reaches are compared
with it: an operator is the same in two shots when it is the n-th of its kind in the same stage.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.document.keyframes import Keyframes, keyframes_in, resolve
from app.document.model import Shot, StackEntry
from app.document.snapshot import Snapshot
from app.playback.film import Film
from operators.contract import Filter
from operators.contract.registry import all_operators

STAGES = ("clean", "grade", "deliver")
"""The stages with stacks, in the order a picture passes them."""

SCOPES = ("this", "selected", "all")
"""Which shots an edit reaches."""

Stack = tuple[StackEntry, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """Whose parameters are shown and edited.

    Attributes:
        lead: The shot whose values are shown.
        shots: Ids of every shot that an edit reaches, the lead among them.
        frame: The frame of the lead's reel at which keyframed values are read.
        inside: True where that is the frame under the playhead, so that a key can be set on it.
    """

    lead: Shot
    shots: tuple[str, ...]
    frame: int
    inside: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Which operator: the `nth` (from 0) called `operator` in the stack of a stage."""

    stage: str
    operator: str
    nth: int = 0

    def index(self, stack: Stack) -> int | None:
        """Where it stands in a stack; None where it does not."""
        found = [index for index, entry in enumerate(stack) if entry.operator == self.operator]
        return found[self.nth] if self.nth < len(found) else None


@dataclass(frozen=True, slots=True)
class Value:
    """One parameter: the lead's plain value at the frame, its keyframes, and whether other shots say otherwise."""

    plain: Any
    keys: Keyframes | None = None
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One operator of the lead's stack. `operator` is None where it is not installed here."""

    place: Place
    entry: StackEntry
    operator: Filter[Any] | None
    values: Mapping[str, Value]
    having: int
    enabled_mixed: bool = False


def target_of(snapshot: Snapshot, film: Film, playhead: int, selected: Iterable[str], scope: str) -> Target | None:
    """Whose parameters are shown; None for an empty film.

    The shot under the playhead leads where it is selected, nothing is, or it alone is asked for; otherwise the
    first selected one does.
    """
    here = film.shot_at(playhead)
    chosen = tuple(id for id in selected if id in snapshot.shots_by_id)
    if here is None and not chosen:
        return None
    lead_id = here.id if here is not None and (scope == "this" or not chosen or here.id in chosen) else chosen[0]
    lead = snapshot.shot(lead_id)
    inside = here is not None and here.id == lead_id
    frame = film.frame(playhead).index if inside else lead.start
    if scope == "all":
        shots = tuple(shot.id for shot in snapshot.shots)
    else:
        shots = chosen if scope == "selected" and chosen else (lead_id,)
    return Target(lead, shots, frame, inside)


def items_of(snapshot: Snapshot, target: Target, stage: str) -> tuple[Item, ...]:
    """The lead's operators at a stage, compared with the other shots'."""
    own = snapshot.stack(target.lead.id, stage)
    # Shots with equal stacks are the rule and need no closer look, unless there are curves: they lie on frames.
    keyed = any(keyframes_in(value) for entry in own for value in entry.params.values())
    others: list[tuple[Shot, Stack]] = []
    for id in target.shots:
        stack = snapshot.stack(id, stage)
        if id != target.lead.id and (keyed or stack != own):
            others.append((snapshot.shot(id), stack))
    alike = len(target.shots) - len(others)
    return tuple(
        _item(target, place, entry, alike, others) for place, entry in zip(places(stage, own), own, strict=True)
    )


def places(stage: str, stack: Stack) -> tuple[Place, ...]:
    """The places of a stack's operators, in order."""
    seen: dict[str, int] = {}
    made = []
    for entry in stack:
        nth = seen.get(entry.operator, 0)
        seen[entry.operator] = nth + 1
        made.append(Place(stage, entry.operator, nth))
    return tuple(made)


def more_elsewhere(snapshot: Snapshot, target: Target, stage: str) -> int:
    """How many of the target's shots have operators at a stage that the lead lacks."""
    own = set(places(stage, snapshot.stack(target.lead.id, stage)))
    stacks = [snapshot.stack(id, stage) for id in target.shots]
    return sum(1 for stack in stacks if stack and not set(places(stage, stack)) <= own)


def filter_for(id: str) -> Filter[Any] | None:
    """The installed filter of that id, or None."""
    found = all_operators().get(id)
    return found if isinstance(found, Filter) else None


def filters_at(stage: str) -> tuple[Filter[Any], ...]:
    """The installed filters that belong to a stage, by label."""
    found = [item for item in all_operators().values() if isinstance(item, Filter) and item.stage == stage]
    return tuple(sorted(found, key=lambda item: item.label))


def stored_values(operator: Filter[Any] | None, entry: StackEntry) -> dict[str, Any]:
    """Every parameter of an entry as it is stored, defaults where nothing is."""
    if operator is None:
        return dict(entry.params)
    named = operator.upgrade(entry.version, entry.params)
    return {**operator.Params().to_mapping(), **named}


def _item(target: Target, place: Place, entry: StackEntry, alike: int, others: list[tuple[Shot, Stack]]) -> Item:
    operator = filter_for(place.operator)
    stored = stored_values(operator, entry)
    plain = resolve(stored, target.frame)
    mixed: set[str] = set()
    enabled_mixed, having = False, alike
    for shot, stack in others:
        index = place.index(stack)
        if index is None:
            continue
        having += 1
        enabled_mixed |= stack[index].enabled != entry.enabled
        theirs = stored_values(operator, stack[index])
        by = target.lead.start - shot.start
        mixed |= {name for name in stored if name not in mixed and not _same(stored[name], theirs.get(name), by)}
    values = {name: Value(plain[name], keyframes_in(stored[name]), name in mixed) for name in stored}
    return Item(place, entry, operator, values, having, enabled_mixed)


def _same(own: Any, theirs: Any, by: int) -> bool:
    """Whether two stored values are the same once their curves are laid over each other."""
    keyed, other = keyframes_in(own), keyframes_in(theirs)
    if keyed is None or other is None:
        return keyed is None and other is None and bool(own == theirs)
    return keyed == other.shifted(by)
