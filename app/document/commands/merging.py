"""Conflicts that a merge of two copies left: whose work counts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from app.document.codec import Json
from app.document.commands.base import Command, Edit, changed, number
from app.document.commands.verdicts import component_keys
from app.document.effects import StoreJudged
from app.document.snapshot import Slot, Snapshot, decode_slots
from app.errors import UsageError


@dataclass(frozen=True)
class SettleConflicts(Command):
    """Take one side of conflicts, by their ids: `a` of the copy that was merged into, `b` of the other.

    The side that is in force already stays as it is; only the conflicts go.
    """

    ids: tuple[str, ...]
    side: Literal["a", "b"]

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        found = [snapshot.conflicts[id] for id in self.ids if id in snapshot.conflicts]
        who = sorted({(item.a if self.side == "a" else item.b).who for item in found})
        return f"Settled {number(len(self.ids), 'conflict')} with the work of {', '.join(who)}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for none, one that is not open, or no side."""
        if self.side not in ("a", "b"):
            raise UsageError(f"a conflict has sides a and b, not '{self.side}'")
        if not self.ids:
            raise UsageError("there is no conflict to settle")
        slots: dict[Slot, Any] = {}
        judged: dict[bytes, str] = {}
        for id in dict.fromkeys(self.ids):
            if id not in snapshot.conflicts:
                raise UsageError(f"there is no open conflict '{id}'")
            item = snapshot.conflicts[id]
            slots["conflict", id] = None
            if item.chosen == self.side:
                continue
            side = item.a if self.side == "a" else item.b
            slots |= decode_slots((json.loads(key), json.loads(value)) for key, value in side.slots)
            judged |= zip(component_keys(side.verdicts), side.verdicts.values(), strict=True)
        effects = (StoreJudged(tuple(judged.items())),) if judged else ()
        return Edit(changed(snapshot, slots), effects)

    def record(self) -> Json:
        """The verdicts lie in their table; `where` says that nobody looked a frame through for them."""
        return {"ids": list(self.ids), "side": self.side, "where": "conflicts"}
