"""What a touch of the inspector does to stacks: to each shot it reaches, and as one command. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.document.commands import Command, SetParameter, SetStacks, ShotStack
from app.document.keyframes import Keyframes, keyframes_in, shifted, value_text
from app.document.model import Shot, StackEntry
from app.document.snapshot import Snapshot
from operators.contract import Filter
from widgets.inspector.reading import STAGES, Item, Place, Stack, Target, filter_for, places, stored_values

Change = Callable[[Stack, Shot], Stack]
"""A shot's stack at one stage, changed."""


@dataclass(frozen=True)
class Edit:
    """A change of the stacks at some stages; `act` and `what` say it for the history, as `SetStacks` has it.

    `parameter` (place, name, value) is set where the edit is no more than one parameter.
    """

    changes: Mapping[str, Change]
    act: str
    what: str
    parameter: tuple[Place, str, Any] | None = None

    def stacks(self, snapshot: Snapshot, shots: Iterable[str]) -> dict[tuple[str, str], Stack]:
        """(shot, stage) to what stands there afterwards, for those that change."""
        after: dict[tuple[str, str], Stack] = {}
        for id in shots:
            shot = snapshot.shot(id)
            for stage, change in self.changes.items():
                now = snapshot.stack(id, stage)
                stack = change(now, shot)
                if stack != now:
                    after[id, stage] = stack
        return after

    def command(self, snapshot: Snapshot, shots: Iterable[str]) -> Command | None:
        """The one command that makes the edit; None where it changes nothing."""
        after = self.stacks(snapshot, shots)
        if not after:
            return None
        ids = tuple(id for id, _ in after)
        if self.parameter is not None:
            place, name, value = self.parameter
            indices = {place.index(snapshot.stack(id, place.stage)) for id in ids}
            alike = len(ids) == 1 or keyframes_in(value) is None
            (index,) = indices if len(indices) == 1 else (None,)
            if index is not None and alike:
                return SetParameter(ids, place.stage, index, name, value)
        stacks = tuple(ShotStack(id, stage, stack) for (id, stage), stack in after.items())
        return SetStacks(stacks, self.act, self.what)


def set_values(target: Target, item: Item, values: Mapping[str, Any]) -> Edit:
    """Give parameters plain values; on a keyframed one this sets a key at the target's frame."""
    stored: dict[str, Any] = {}
    for name, value in values.items():
        keys = item.values[name].keys
        value = checked(item, name, value)
        stored[name] = value if keys is None else keys.with_key(target.frame, value).to_json()
    return _stored(target, item, stored)


def set_keys(target: Target, item: Item, name: str, keys: Keyframes | None) -> Edit:
    """Give a parameter keyframes (frames of the lead's reel); None leaves it the value it has at the frame."""
    stored = item.values[name].plain if keys is None else keys.to_json()
    return _stored(target, item, {name: stored})


def toggle_key(target: Target, item: Item, name: str) -> Edit:
    """Take the key at the frame away, or set one there with the value of the moment."""
    value = item.values[name]
    if value.keys is None:
        return set_keys(target, item, name, Keyframes((target.frame,), (value.plain,), "smooth"))
    if target.frame in value.keys.frames:
        return set_keys(target, item, name, value.keys.without_key(target.frame))
    return set_keys(target, item, name, value.keys.with_key(target.frame, value.plain))


def reset(target: Target, item: Item, names: Iterable[str] | None = None) -> Edit:
    """Back to the declared defaults, keyframes and all."""
    assert item.operator is not None
    defaults = item.operator.Params().to_mapping()
    chosen = defaults if names is None else {name: defaults[name] for name in names}
    if len(chosen) == 1:
        return _stored(target, item, chosen)
    return replace(_stored(target, item, chosen), act="reset", what=item.place.operator)


def enable(item: Item, enabled: bool) -> Edit:
    """Switch an operator on or off."""
    change = _at(item.place, lambda entry, _: replace(entry, enabled=enabled))
    return Edit({item.place.stage: change}, "on" if enabled else "off", item.place.operator)


def add(operator_id: str, stage: str, after: Place | None = None) -> Edit:
    """Put an operator into the stack with its defaults: behind `after`, else at the end."""
    operator = filter_for(operator_id)
    assert operator is not None
    entry = StackEntry(operator.id, operator.version, operator.Params().to_mapping())

    def change(stack: Stack, _: Shot) -> Stack:
        index = None if after is None else after.index(stack)
        index = len(stack) if index is None else index + 1
        return (*stack[:index], entry, *stack[index:])

    return Edit({stage: change}, "add", operator_id)


def remove(item: Item) -> Edit:
    """Take an operator out of the stack."""

    def change(stack: Stack, _: Shot) -> Stack:
        index = item.place.index(stack)
        return stack if index is None else (*stack[:index], *stack[index + 1 :])

    return Edit({item.place.stage: change}, "remove", item.place.operator)


def move(item: Item, order: Iterable[Place], to: int) -> Edit:
    """Move an operator to place `to` of the lead's `order`; elsewhere it comes behind the same neighbour."""
    others = [place for place in order if place != item.place]
    neighbour = others[to - 1] if to > 0 else None

    def change(stack: Stack, _: Shot) -> Stack:
        named = dict(zip(places(item.place.stage, stack), stack, strict=True))
        if item.place not in named or (neighbour is not None and neighbour not in named):
            return stack
        rest = [place for place in named if place != item.place]
        index = 0 if neighbour is None else rest.index(neighbour) + 1
        return tuple(named[place] for place in (*rest[:index], item.place, *rest[index:]))

    return Edit({item.place.stage: change}, "move", item.place.operator)


def paste_operators(stacks: Mapping[str, Stack], start: int, after: Place | None = None) -> Edit:
    """Put copied operators in behind `after`, or at the end of their stages.

    `start` is the first frame of the shot they were copied from: their curves move with the pictures.
    """

    def of(stage: str, entries: Stack) -> Change:
        def change(stack: Stack, shot: Shot) -> Stack:
            index = None if after is None or after.stage != stage else after.index(stack)
            index = len(stack) if index is None else index + 1
            return (*stack[:index], *(_moved(entry, shot.start - start) for entry in entries), *stack[index:])

        return change

    names = ", ".join(entry.operator for entries in stacks.values() for entry in entries)
    return Edit({stage: of(stage, entries) for stage, entries in stacks.items() if entries}, "paste", names)


def paste_stacks(stacks: Mapping[str, Stack], start: int, recipe: str = "") -> Edit:
    """Replace all stages by these: by those that were copied, or by those of a recipe."""

    def of(stack: Stack) -> Change:
        return lambda _, shot: tuple(_moved(entry, shot.start - start) for entry in stack)

    names = ", ".join(entry.operator for stack in stacks.values() for entry in stack)
    act = "recipe" if recipe else "paste" if names else ""
    return Edit({stage: of(stacks.get(stage, ())) for stage in STAGES}, act, recipe or names)


def checked(item: Item, name: str, value: Any) -> Any:
    """A value as the declaration keeps it; ParameterError where it does not fit."""
    if item.operator is None:
        return value
    return item.operator.Params.from_mapping({name: value}).to_mapping()[name]


def checked_entry(operator: Filter[Any], entry: StackEntry) -> StackEntry:
    """An entry as this version of its operator keeps it; ParameterError where a value or a key does not fit."""
    params: dict[str, Any] = {}
    for name, value in operator.upgrade(entry.version, entry.params).items():
        keys = keyframes_in(value)
        if keys is None:
            params |= {name: operator.Params.from_mapping({name: value}).to_mapping()[name]}
        else:
            held = [operator.Params.from_mapping({name: key}).to_mapping()[name] for key in keys.values]
            params[name] = replace(keys, values=tuple(held)).to_json()
    return replace(entry, version=operator.version, params={**operator.Params().to_mapping(), **params})


def _stored(target: Target, item: Item, stored: Mapping[str, Any]) -> Edit:
    def change(entry: StackEntry, shot: Shot) -> StackEntry:
        values = stored_values(item.operator, entry) | shifted(stored, shot.start - target.lead.start)
        version = entry.version if item.operator is None else item.operator.version
        return replace(entry, version=version, params=values)

    single = next(iter(stored.items())) if len(stored) == 1 else None
    named = ", ".join(stored)
    what = f"{item.place.operator} {named}" + (f" to {value_text(single[1])}" if single else "")
    current = item.operator is None or item.entry.version == item.operator.version
    parameter = (item.place, *single) if single and current else None
    return Edit({item.place.stage: _at(item.place, change)}, "set", what, parameter)


def _at(place: Place, change: Callable[[StackEntry, Shot], StackEntry]) -> Change:
    def changed(stack: Stack, shot: Shot) -> Stack:
        index = place.index(stack)
        return stack if index is None else (*stack[:index], change(stack[index], shot), *stack[index + 1 :])

    return changed


def _moved(entry: StackEntry, by: int) -> StackEntry:
    return replace(entry, params=shifted(entry.params, by)) if by else entry
