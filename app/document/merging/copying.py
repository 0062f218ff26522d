"""A third project for two copies to be joined in."""

from __future__ import annotations

import errno
import os
import sqlite3
from dataclasses import replace as copy_with
from pathlib import Path

from app.document import lease
from app.document.artefacts import ArtefactStore
from app.document.commands import RelinkReel
from app.document.database import connect, explained
from app.document.files import artefacts_beside, with_suffix
from app.document.merging.copies import must_be_copies
from app.document.project import Project
from app.errors import ProjectError, UsageError


def copy_to(path: Path, other: Project, out: Path, author: str) -> Path:
    """Make a copy of a project that can be merged with `other`; it appears whole or not at all.

    Reels that are named from the project's folder are named absolutely where the copy lies in another.

    Raises:
        UsageError: The name is taken, or the two are no copies of one project.
        ProjectError, NoRoomError: It cannot be read or written.
    """
    out = with_suffix(out)
    for taken in (out, artefacts_beside(out)):
        if taken.exists():
            raise UsageError(f"{taken} exists already: choose another name")
    if not out.parent.is_dir():
        raise UsageError(f"there is no folder {out.parent} to put the project into")
    with Project.open(path, author, write=False) as source:
        must_be_copies(source, other)
        store = ArtefactStore(artefacts_beside(out))
        store.root.mkdir()
        for hash in source.artefacts.hashes():
            store.put(source.artefacts.get(hash), "artefacts")
        _copy_file(source.path, out)
        moved = path.absolute().parent != out.absolute().parent
        reels = [reel for reel in source.snapshot.reels.values() if moved and not Path(reel.path).is_absolute()]
        folder = path.absolute().parent
    if reels:
        with Project.open(out, author) as made:
            for reel in reels:
                found = copy_with(reel, path=str(folder / reel.path))
                made.dispatch(RelinkReel(found.id, found.path, found.fingerprint)).wait()
    return out


def _copy_file(source: Path, out: Path) -> None:
    temporary = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        reader, writer = connect(source, write=False), sqlite3.connect(temporary)
        try:
            reader.backup(writer)
            holder = lease.read(writer)
            if holder is not None:
                lease.release(writer, holder.token)
            writer.commit()
        finally:
            reader.close()
            writer.close()
        temporary.replace(out)
    except (sqlite3.Error, OSError) as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno != errno.ENOSPC:
            raise ProjectError(f"the project {out} cannot be made: {error.strerror}") from error
        raise explained(error, out) from error
