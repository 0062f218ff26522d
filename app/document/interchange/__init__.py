"""Shots and programme to and from other programs: OpenTimelineIO timelines and CMX3600 edit decision lists."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from app.document.commands import SetCuts
from app.document.interchange import edl, timeline
from app.document.interchange.cutlist import commands_for
from app.document.snapshot import Snapshot
from app.errors import UsageError

KINDS = {".otio": timeline, ".edl": edl}
"""File ending to the module that reads and writes it: `read(path, snapshot)` and `write(path, snapshot)`."""


def read_cuts(path: Path, snapshot: Snapshot) -> list[SetCuts]:
    """The cuts and transitions that a file gives to the project's reels, one command a reel.

    UsageError for a file that cannot be read or that speaks of none of the reels.
    """
    module = _kind(path)
    if not path.is_file():
        raise UsageError(f"there is no file {path}")
    return commands_for(module.read(path, snapshot), snapshot, path)


def write_cuts(path: Path, snapshot: Snapshot) -> None:
    """Write the programme, shot by shot. The file appears whole or not at all.

    UsageError where the project has no shots; NotSupportedError for a rate the format cannot say.
    """
    module = _kind(path)
    if not snapshot.shots:
        raise UsageError("the project has no shots to write")
    module.write(path, snapshot)


def _kind(path: Path) -> ModuleType:
    try:
        return KINDS[path.suffix.lower()]
    except KeyError:
        raise UsageError(f"{path} is no cut list that is known; there are: {', '.join(KINDS)}") from None
