"""Proofs: a verification that somebody signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from app.document.artefacts import HASH
from app.document.commands.base import Command, Edit
from app.document.ids import new_id
from app.document.model import SignedProof
from app.document.snapshot import Snapshot
from app.errors import UsageError


@dataclass(frozen=True)
class SignProof(Command):
    """Put a name to a verification that holds; attributes as in `SignedProof`. The report is in the store already."""

    report: str
    entry: str
    point: str
    export: str
    by: str
    version: str = ""

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        what = f"the version '{self.version}'" if self.version else "the export"
        return f"{self.by} signed the proof of {what}: nothing outside the masks was changed."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError where nobody signs, or for what is no hash."""
        if not self.by.strip():
            raise UsageError("say who signs the proof")
        for hash in (self.report, self.point, self.export):
            if not HASH.fullmatch(hash):
                raise UsageError(f"'{hash}' is no hash (64 hex digits)")
        created = datetime.now(UTC).isoformat(timespec="seconds")
        made = SignedProof(new_id(), self.report, self.entry, self.point, self.export, self.by, created, self.version)
        return Edit({("proof", made.id): made})
