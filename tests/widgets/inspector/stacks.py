"""Snapshots with stacks, made without a file."""

from __future__ import annotations

from typing import Any

from app.document.commands import AddReel, Command, SetCuts, SetStack
from app.document.model import StackEntry
from app.document.snapshot import Snapshot
from app.playback.film import Film
from operators.contract.registry import filter_operator
from tests.document.making import make_reel
from widgets.inspector.reading import Item, Target, items_of, target_of

REEL = make_reel(frames=40)


def after(snapshot: Snapshot, *commands: Command) -> Snapshot:
    for command in commands:
        snapshot = snapshot.with_slots(command.apply(snapshot).slots, snapshot.seq + 1, "row")
    return snapshot


def four_shots() -> Snapshot:
    """Shots of ten frames."""
    return after(Snapshot(), AddReel(REEL), SetCuts(REEL.id, (10, 20, 30)))


def entry(operator: str = "denoise", enabled: bool = True, **params: Any) -> StackEntry:
    defaults = filter_operator(operator).Params().to_mapping()
    return StackEntry(operator, 1, defaults | params, enabled)


def with_stack(snapshot: Snapshot, shot: int, *entries: StackEntry, stage: str = "clean") -> Snapshot:
    return after(snapshot, SetStack((snapshot.shots[shot].id,), stage, entries))


def target(snapshot: Snapshot, playhead: int = 0, *selected: int, scope: str = "selected") -> Target:
    ids = [snapshot.shots[index].id for index in selected]
    found = target_of(snapshot, Film.of(snapshot), playhead, ids, scope)
    assert found is not None
    return found


def item(snapshot: Snapshot, whose: Target, index: int = 0, stage: str = "clean") -> Item:
    return items_of(snapshot, whose, stage)[index]
