"""Networks that learned from this project's corrections: taken into use, and thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.document.artefacts import HASH
from app.document.commands.base import Command, Edit, number
from app.document.model import Model, nothing
from app.document.snapshot import Snapshot
from app.errors import UsageError


@dataclass(frozen=True)
class AddModel(Command):
    """From now on passes ask these weights for `task`, in place of the shipped ones and of the project's before.

    Attributes as in `Model`; the weights are in the artefact store already.
    """

    task: str
    weights: str
    base: str
    frames: int
    figures: Mapping[str, float] = field(default_factory=nothing)

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Adapted the {self.task} detector to {number(self.frames, 'corrected frame')} of this film."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for weights that are no artefact's name, for no task, or for weights that are in use already."""
        if not self.task.strip():
            raise UsageError("a model needs a task")
        for hash in (self.weights, self.base):
            if not HASH.fullmatch(hash):
                raise UsageError(f"'{hash}' names no weights (64 hex digits)")
        now = snapshot.models.get(self.task)
        if now is not None and now.weights == self.weights:
            raise UsageError(f"the project uses these {self.task} weights already")
        created = datetime.now(UTC).isoformat(timespec="seconds")
        made = Model(self.task, self.weights, self.base, self.frames, self.figures, created)
        return Edit({("model", self.task): made})


@dataclass(frozen=True)
class RetireModel(Command):
    """Throw the project's own weights away: the shipped ones count again. Undo brings them back."""

    task: str

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Threw the adapted {self.task} detector away."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError where the project has no weights of its own."""
        if self.task not in snapshot.models:
            raise UsageError(f"the project has no {self.task} model of its own")
        return Edit({("model", self.task): None})
