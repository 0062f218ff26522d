"""Reels: add one, say what its numbers mean, what a bad frame shows, and where it has gone."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as copy_with

from app.document.commands.base import Command, Edit, changed
from app.document.ids import new_id
from app.document.model import Policy, Programme, ProgrammeItem, ReelRef, Shot
from app.document.snapshot import Snapshot
from app.errors import UsageError


@dataclass(frozen=True)
class AddReel(Command):
    """Take a reel into the project: as one shot, at the end of the programme."""

    reel: ReelRef

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Added reel {self.reel.path} ({self.reel.frame_count} frames)."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for a reel that is in the project already, or has no frame."""
        reel = self.reel
        if reel.id in snapshot.reels:
            raise UsageError(f"reel {reel.path} is in the project already")
        if reel.frame_count < 1 or reel.width < 1 or reel.height < 1 or reel.rate <= 0:
            raise UsageError(f"reel {reel.path} has no frames, no size or no frame rate")
        shot = Shot(new_id(), reel.id, 0, reel.frame_count)
        item = ProgrammeItem(reel.id, 0, reel.frame_count)
        programme = Programme((*snapshot.programme.items, item), snapshot.programme.projection_rate)
        return Edit({("reel", reel.id): reel, ("shot", shot.id): shot, ("programme",): programme})


@dataclass(frozen=True)
class SetReelEncoding(Command):
    """Say what colour encoding a reel's numbers are in."""

    reel: str
    encoding: str

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Set the encoding of {snapshot.reel(self.reel).path} to {self.encoding}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for an unknown reel or no encoding."""
        if not self.encoding:
            raise UsageError("name the encoding the reel is in")
        reel = copy_with(snapshot.reel(self.reel), encoding=self.encoding)
        return Edit(changed(snapshot, {("reel", self.reel): reel}))


@dataclass(frozen=True)
class SetReelPolicy(Command):
    """Say what a missing or broken frame shows."""

    reel: str
    policy: Policy

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Set bad frames of {snapshot.reel(self.reel).path} to {self.policy}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for an unknown reel or policy."""
        if self.policy not in ("hold", "black", "stop"):
            raise UsageError(f"a bad frame can be hold, black or stop, not '{self.policy}'")
        reel = copy_with(snapshot.reel(self.reel), policy=self.policy)
        return Edit(changed(snapshot, {("reel", self.reel): reel}))


@dataclass(frozen=True)
class RelinkReel(Command):
    """Say where a reel has gone. The caller has seen that the media is the same, or that a person wants it
    all the same: then `fingerprint` is the new one."""

    reel: str
    path: str
    fingerprint: str

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Relinked {snapshot.reel(self.reel).path} to {self.path}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for an unknown reel."""
        reel = copy_with(snapshot.reel(self.reel), path=self.path, fingerprint=self.fingerprint)
        return Edit(changed(snapshot, {("reel", self.reel): reel}))
