"""Versions: names on points of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as copy_with

from app.document.commands.base import Command, Edit, changed
from app.document.ids import new_id
from app.document.model import Version
from app.document.snapshot import Snapshot
from app.errors import UsageError


@dataclass(frozen=True)
class NameVersion(Command):
    """Name the state as it is now."""

    name: str

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Named this version '{self.name}'."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for no name or one that is taken."""
        if not self.name.strip():
            raise UsageError("a version needs a name")
        if any(version.name == self.name for version in snapshot.versions.values()):
            raise UsageError(f"there is a version '{self.name}' already")
        version = Version(new_id(), self.name, snapshot.seq, entry=snapshot.entry)
        return Edit({("version", version.id): version})


@dataclass(frozen=True)
class ApproveVersion(Command):
    """Note who approved a version."""

    version: str
    by: str

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        version = snapshot.versions.get(self.version)
        return f"{self.by} approved the version '{version.name if version else self.version}'."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for an unknown version or nobody."""
        if self.version not in snapshot.versions:
            raise UsageError(f"the project has no version '{self.version}'")
        if not self.by.strip():
            raise UsageError("say who approves")
        version = copy_with(snapshot.versions[self.version], approved_by=self.by)
        return Edit(changed(snapshot, {("version", version.id): version}))
