"""Freeing what nothing names: orphaned artefacts, the staged rows of work given up, half-written files."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from app.document.named import named_artefacts
from app.document.project import Project


@dataclass(frozen=True, slots=True)
class Freed:
    """What was (or would be) freed. `bytes` counts files; `detections` are rows, whose room in the project
    file is used again by later ones."""

    artefacts: int
    temporaries: int
    detections: int
    bytes: int


def collect(project: Project, *, dry_run: bool = False) -> Freed:
    """Free what no row names. Undone edits and interrupted jobs keep what they name.

    Call it while no work is running that has put artefacts and not yet named them: the writing lease keeps
    other processes out, the caller keeps out its own.

    Args:
        project: Open for writing (for a dry run, reading is enough).
        dry_run: Only say what would be freed.
    """
    store = project.artefacts
    named, staged = project.read(lambda connection: (named_artefacts(connection), _staged(connection)))
    orphans = [hash for hash in store.hashes() if hash not in named.surely and hash not in named.maybe]
    temporaries = store.temporaries()
    files = [*(store.path(hash) for hash in orphans), *temporaries]
    freed = Freed(len(orphans), len(temporaries), staged, sum(file.stat().st_size for file in files))
    if not dry_run:
        # Rows first: were we stopped in between, files would be left that nothing names, never the reverse.
        project.write(_delete_abandoned)
        for file in files:
            file.unlink(missing_ok=True)
    return freed


def _staged(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute(
        "SELECT count(*) FROM detection WHERE job IN (SELECT number FROM job WHERE state = 'abandoned')"
    ).fetchone()
    return int(count)


def _delete_abandoned(connection: sqlite3.Connection) -> None:
    given_up = "(SELECT number FROM job WHERE state = 'abandoned')"
    connection.execute(f"DELETE FROM detection WHERE job IN {given_up}")
    connection.execute(f"DELETE FROM job_chunk WHERE job IN {given_up}")
    connection.execute("DELETE FROM artefact WHERE number NOT IN (SELECT pack FROM detection WHERE pack IS NOT NULL)")
    connection.execute("DELETE FROM job WHERE state = 'abandoned'")
