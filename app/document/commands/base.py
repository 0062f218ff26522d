"""What a command is: a frozen, serialisable wish that turns one snapshot into the next."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar

from app.document.codec import Json, decode, encode
from app.document.effects import Effect
from app.document.model import nothing
from app.document.snapshot import Slot, Slots, Snapshot
from app.errors import UsageError

_KINDS: dict[str, type[Command]] = {}

KINDS: Mapping[str, type[Command]] = MappingProxyType(_KINDS)
"""Every command by its name, as stored in ledger rows."""


@dataclass(frozen=True)
class Edit:
    """What a command does to the project: slots to set (None: the slot goes), and rows it owns besides."""

    slots: Slots = field(default_factory=nothing)
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True)
class Command(ABC):
    """Base of all commands. A subclass is a frozen dataclass of plain values and model values; its class
    name is its kind and must never change once published."""

    kind: ClassVar[str]

    def __init_subclass__(cls) -> None:
        cls.kind = cls.__name__
        _KINDS[cls.kind] = cls

    @abstractmethod
    def summary(self, snapshot: Snapshot) -> str:
        """One English sentence for the history; `snapshot` is the state before."""

    @abstractmethod
    def apply(self, snapshot: Snapshot) -> Edit:
        """What to change; UsageError where the command does not fit the snapshot. Changes nothing itself."""

    def record(self) -> Json:
        """What the ledger row keeps of the command; bulky lists are kept in tables instead."""
        return encode(self)


def to_json(command: Command) -> Json:
    """The whole command as plain JSON values."""
    return {"kind": command.kind, **encode(command)}


def from_json(data: Mapping[str, Any]) -> Command:
    """The command that `to_json` made `data` from. UsageError for an unknown kind."""
    values = dict(data)
    kind = values.pop("kind", None)
    if kind not in KINDS:
        raise UsageError(f"there is no command '{kind}'; there are: {', '.join(sorted(KINDS))}")
    command: Command = decode(KINDS[kind], values)
    return command


def changed(snapshot: Snapshot, slots: Mapping[Slot, Any]) -> dict[Slot, Any]:
    """Only those slots whose value is another than now."""
    return {slot: value for slot, value in slots.items() if snapshot.slot(slot) != value}


def number(count: int, what: str) -> str:
    """'1 shot', '3 shots'."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def shot_numbers(snapshot: Snapshot, shots: Sequence[str]) -> str:
    """'shot 3', 'shots 3-7', '12 shots': for sentences."""
    numbers = sorted(snapshot.shot_number(id) for id in shots)
    if len(numbers) == 1:
        return f"shot {numbers[0]}"
    if numbers and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"shots {numbers[0]}-{numbers[-1]}"
    return number(len(numbers), "shot")
