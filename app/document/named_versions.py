"""Versions by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.document.model import Version
from app.document.snapshot import Snapshot
from app.errors import UsageError

if TYPE_CHECKING:
    from app.document.project import Project


def version_named(snapshot: Snapshot, name: str) -> Version:
    """The version of this name; UsageError, with the names there are, where there is none."""
    for version in snapshot.versions.values():
        if version.name == name:
            return version
    names = ", ".join(sorted(version.name for version in snapshot.versions.values())) or "none was named yet"
    raise UsageError(f"the project has no version '{name}'; there are: {names}")


def snapshot_named(project: Project, name: str | None) -> Snapshot:
    """The state of a version; the present one where no name is given."""
    return project.snapshot if name is None else project.snapshot_at(version_named(project.snapshot, name))
