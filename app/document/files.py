"""The files of a project: `NAME.reelmend` and, beside it, `NAME.artefacts/`."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from app.document.database import explained, set_journal_mode
from app.document.ids import new_id
from app.document.schema import create_tables
from app.errors import ProjectError, UsageError

SUFFIX = ".reelmend"


def with_suffix(path: Path) -> Path:
    """The project's path, `.reelmend` added where it was left out."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def artefacts_beside(path: Path) -> Path:
    """The folder of a project's artefacts."""
    return path.with_name(path.stem + ".artefacts")


def make_file(path: Path) -> None:
    """Make an empty project: built under a temporary name, synced, then given its name.

    UsageError where the name is taken; ProjectError or NoRoomError where it cannot be written.
    """
    folder = artefacts_beside(path)
    for taken in (path, folder):
        if taken.exists():
            raise UsageError(f"{taken} exists already: choose another name, or open it")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent} to put the project into")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        connection = sqlite3.connect(temporary, isolation_level=None)
        try:
            # While nobody can see the file a rollback journal does: `open` chooses the lasting kind.
            set_journal_mode(connection, "delete")
            create_tables(connection, new_id())
        finally:
            connection.close()
        temporary.rename(path)
        _sync(path.parent)
        folder.mkdir(exist_ok=True)
    except (sqlite3.Error, OSError) as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno != errno.ENOSPC:
            raise ProjectError(f"the project {path} cannot be made: {error.strerror}") from error
        raise explained(error, path) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file so that it appears whole or not at all; see `write_pieces`."""
    write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file piece by piece so that it appears whole or not at all, in place of what had its name.

    ProjectError or NoRoomError where it cannot be written; nothing is left behind, also where making a piece raises.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        _sync(path.parent)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        if error.errno == errno.ENOSPC:
            raise explained(error, path) from error
        raise ProjectError(f"{path} cannot be written: {error.strerror}") from error


def _sync(folder: Path) -> None:
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
