"""Stacks: the operators of a shot's stage and their parameters.

Whether an operator takes a parameter is the caller's to check (against the operator's declaration): the
document knows no operators.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace as copy_with
from typing import Any

from app.document.commands.base import Command, Edit, changed, shot_numbers
from app.document.keyframes import value_text
from app.document.model import STAGES, StackEntry
from app.document.snapshot import Slot, Snapshot
from app.errors import UsageError


@dataclass(frozen=True)
class SetStack(Command):
    """Give shots these operators at a stage."""

    shots: tuple[str, ...]
    stage: str
    entries: tuple[StackEntry, ...]

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        what = ", ".join(entry.operator for entry in self.entries) or "nothing"
        return f"Set the {self.stage} stage of {shot_numbers(snapshot, self.shots)} to {what}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for an unknown shot or stage."""
        _check(snapshot, self.shots, self.stage)
        slots: dict[Slot, Any] = {("stack", shot, self.stage): self.entries or None for shot in self.shots}
        return Edit(changed(snapshot, slots))


@dataclass(frozen=True)
class SetParameter(Command):
    """Set one parameter of one operator (by its place in the stack, from 0) in shots.

    The value is plain, or keyframes as `app.document.keyframes` writes them.
    """

    shots: tuple[str, ...]
    stage: str
    index: int
    name: str
    value: Any

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        stack = snapshot.stack(self.shots[0], self.stage) if self.shots else ()
        operator = stack[self.index].operator if 0 <= self.index < len(stack) else "?"
        return f"Set {operator} {self.name} to {value_text(self.value)} in {shot_numbers(snapshot, self.shots)}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError where a shot has no operator at that place of its stack."""
        _check(snapshot, self.shots, self.stage)
        slots: dict[Slot, Any] = {}
        for shot in self.shots:
            stack = list(snapshot.stack(shot, self.stage))
            if not 0 <= self.index < len(stack):
                raise UsageError(
                    f"shot {snapshot.shot_number(shot)} has {len(stack)} operators in its {self.stage} stage; "
                    f"there is none at place {self.index}"
                )
            params = {**stack[self.index].params, self.name: self.value}
            stack[self.index] = copy_with(stack[self.index], params=params)
            slots[("stack", shot, self.stage)] = tuple(stack)
        return Edit(changed(snapshot, slots))


@dataclass(frozen=True, slots=True)
class ShotStack:
    """The operators of one stage of one shot."""

    shot: str
    stage: str
    entries: tuple[StackEntry, ...]


@dataclass(frozen=True)
class SetStacks(Command):
    """Give each of several shots its own operators at its stages, in one row.

    For the history, `act` says what was done ("add", "remove", "move", "on", "off", "reset", "set", "paste",
    "recipe"; '' for anything else) and `what` to what: an operator, a parameter with its value, a recipe.
    """

    stacks: tuple[ShotStack, ...]
    act: str = ""
    what: str = ""

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        where = shot_numbers(snapshot, tuple(dict.fromkeys(item.shot for item in self.stacks)))
        said = {
            "add": f"Added {self.what} in {where}.",
            "remove": f"Removed {self.what} in {where}.",
            "move": f"Moved {self.what} in {where}.",
            "on": f"Switched {self.what} on in {where}.",
            "off": f"Switched {self.what} off in {where}.",
            "reset": f"Reset {self.what} in {where}.",
            "set": f"Set {self.what} in {where}.",
            "paste": f"Pasted {self.what} in {where}.",
            "recipe": f"Took the operators of recipe {self.what} over in {where}.",
        }
        return said.get(self.act, f"Set the operators of {where}.")

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for an unknown shot or stage."""
        _check(snapshot, [item.shot for item in self.stacks], *{item.stage for item in self.stacks})
        slots: dict[Slot, Any] = {("stack", item.shot, item.stage): item.entries or None for item in self.stacks}
        return Edit(changed(snapshot, slots))


def _check(snapshot: Snapshot, shots: Iterable[str], *stages: str) -> None:
    for stage in stages:
        if stage not in STAGES:
            raise UsageError(f"there is no stage '{stage}'; there are: {', '.join(STAGES)}")
    if not shots:
        raise UsageError("name at least one shot")
    for shot in shots:
        snapshot.shot(shot)
