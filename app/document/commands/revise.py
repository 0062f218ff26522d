"""Hand work on repairs that are there already: new ones take the place of old ones, in one row."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as copy_with
from typing import Any

from app.document.codec import Json
from app.document.commands.base import Command, Edit, number
from app.document.commands.passes import hand_pass
from app.document.commands.verdicts import component_keys
from app.document.detections import Detection
from app.document.effects import ReviseDetections
from app.document.model import BRUSH, HAND, Handwork, Pass
from app.document.snapshot import Slot, Snapshot
from app.errors import UsageError


@dataclass(frozen=True)
class ReviseRepairs(Command):
    """Put hand repairs in the place of others; undoing the row brings the others back as they were.

    Attributes:
        add: What is there instead; may be empty. Their detector becomes "hand" and their probability 1.
        retire: Passes of hand repairs that `add` replaces: they are left out as if they had been undone.
        reject: Ids of detections that get the verdict "reject", which lasts through a re-run of their pass.
    """

    add: tuple[Detection, ...] = ()
    retire: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    how: tuple[Handwork, ...] = ()
    """How each of `add` was made; empty for the brush."""

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        before, after = len(self.retire) + len(self.reject), len(self.add)
        if after and before != after:
            return f"Put {number(after, 'repair')} by hand in the place of {before}."
        return f"Changed the mask of {number(before, 'repair')} by hand."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError where nothing is replaced, or a pass to retire is no hand repair in force."""
        if not self.retire and not self.reject:
            raise UsageError("there is no repair to change")
        slots: dict[Slot, Any] = {}
        for id in self.retire:
            slots["pass", id] = copy_with(_in_force(snapshot, id), active=False)
        batches = []
        for place, repair in enumerate(self.add):
            item, rows = hand_pass(snapshot, (repair,), self.how[place] if self.how else BRUSH)
            slots["pass", item.id] = item
            batches.append((item.id, rows))
        keys = tuple(component_keys(self.reject))
        return Edit(slots, (ReviseDetections(tuple(batches), keys),) if batches or keys else ())

    def record(self) -> Json:
        """Repairs and verdicts lie in their tables; the row names their digests."""
        return {"add": len(self.add), "retire": list(self.retire), "reject": len(self.reject)}


def _in_force(snapshot: Snapshot, id: str) -> Pass:
    item = snapshot.pass_(id)
    if any(step.operator != HAND for step in item.steps):
        raise UsageError(f"the pass {item.recipe} was not made by hand: reject what it found instead")
    if not item.active:
        raise UsageError("this repair is not in force any more: somebody has changed it since")
    return item
