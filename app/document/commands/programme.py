"""The programme: which reel ranges make the film, in what order, at what speed."""

from __future__ import annotations

from dataclasses import dataclass

from app.document.commands.base import Command, Edit, changed, number
from app.document.model import Programme
from app.document.snapshot import Snapshot
from app.errors import UsageError


@dataclass(frozen=True)
class SetProgramme(Command):
    """Give the project this programme."""

    programme: Programme

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Set the programme to {number(len(self.programme.items), 'piece')}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for a range outside its reel or a negative rate."""
        for item in self.programme.items:
            reel = snapshot.reel(item.reel)
            if not 0 <= item.start < item.end <= reel.frame_count:
                raise UsageError(
                    f"frames {item.start} to {item.end} do not lie in {reel.path}, which has {reel.frame_count}"
                )
        if self.programme.projection_rate < 0:
            raise UsageError("a projection rate cannot be negative")
        value = None if self.programme == Programme() else self.programme
        return Edit(changed(snapshot, {("programme",): value}))
