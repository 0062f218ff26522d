"""Operators on the system's clipboard, as JSON text: they can be carried to another project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QApplication

from app.document.codec import dumps, encode
from app.document.model import StackEntry
from app.errors import ReelmendError
from operators.contract import ParameterError
from operators.contract.registry import UnknownOperatorError, filter_operator
from widgets.inspector.edits import checked_entry
from widgets.inspector.reading import STAGES, Stack

KIND = "reelmend operators"


@dataclass(frozen=True)
class Copied:
    """Operators by stage; `whole` where they are all stages of a shot. `start` is the shot's first frame."""

    stacks: Mapping[str, Stack]
    start: int
    whole: bool

    @property
    def count(self) -> int:
        """How many operators."""
        return sum(map(len, self.stacks.values()))


def copy(copied: Copied) -> None:
    """Put operators on the clipboard."""
    data = {"kind": KIND, "start": copied.start, "whole": copied.whole, "stacks": encode(dict(copied.stacks))}
    # As text: an object of ours on the clipboard would be taken down by Qt after Python has ended, and crash.
    QApplication.clipboard().setText(dumps(data))


def copied() -> Copied | None:
    """The operators on the clipboard; None where there are none, or none that fit what is installed."""
    return parsed(QApplication.clipboard().text())


def parsed(text: str) -> Copied | None:
    """Operators from text that `copy` made; the text may come from anywhere, so everything is checked."""
    if KIND not in text:
        return None
    try:
        data = json.loads(text)
        if data["kind"] != KIND:
            return None
        stacks = {
            stage: tuple(_entry(item) for item in items) for stage, items in data["stacks"].items() if stage in STAGES
        }
        return Copied(stacks, int(data["start"]), bool(data["whole"]))
    except (ValueError, TypeError, KeyError, AttributeError, ReelmendError, ParameterError, UnknownOperatorError):
        return None


def _entry(item: Mapping[str, Any]) -> StackEntry:
    entry = StackEntry(
        str(item["operator"]), int(item["version"]), dict(item["params"]), bool(item.get("enabled", True))
    )
    return checked_entry(filter_operator(entry.operator), entry)
