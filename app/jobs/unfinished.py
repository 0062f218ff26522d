"""Passes that were begun in a project and neither ended nor given up: after a crash, a cancel, a closed window."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from app.document.model import Shot
from app.document.project import Project
from app.engine.recipe import Recipe
from app.errors import ReelmendError
from app.jobs.pass_spec import KIND, asked_for, chunks, key_and_spec


@dataclass(frozen=True, slots=True)
class UnfinishedPass:
    """A pass that can go on.

    Attributes:
        job: Id of its job in the project.
        frames_done: Frames of the second round that are finished.
        fresh: True where nothing of it can be used again, because the film, its shots, the operators or the
            libraries are others now: it would begin anew.
        begun: When (ISO 8601, UTC).
    """

    job: str
    recipe: Recipe
    shots: tuple[Shot, ...]
    frames_done: int
    frames: int
    fresh: bool
    begun: str


def unfinished_passes(project: Project) -> tuple[UnfinishedPass, ...]:
    """Those of which all shots are still there, the oldest first."""

    def ask(connection: sqlite3.Connection) -> list[tuple[str, str, str, str, set[str]]]:
        found = connection.execute(
            "SELECT number, id, key, spec, created FROM job WHERE kind = ? AND state = 'running' ORDER BY number",
            (KIND,),
        ).fetchall()
        return [
            (*row, {key for (key,) in connection.execute("SELECT key FROM job_chunk WHERE job = ?", (number,))})
            for number, *row in found
        ]

    made = (_made(project, *row) for row in project.read(ask))
    return tuple(item for item in made if item is not None)


def give_up(project: Project, jobs: Iterable[str]) -> None:
    """Note that these jobs will not be gone on with; `gc` frees what they had staged."""
    ids = list(jobs)
    project.write(
        lambda connection: connection.executemany(
            "UPDATE job SET state = 'abandoned' WHERE id = ? AND state = 'running'", [(id,) for id in ids]
        )
    )


def _made(project: Project, job: str, key: str, spec: str, begun: str, done: set[str]) -> UnfinishedPass | None:
    snapshot = project.snapshot
    try:
        asked = asked_for(json.loads(spec))
        if asked is None:
            return None
        recipe, ids = asked
        shots = tuple(snapshot.shot(id) for id in ids)
        now, _ = key_and_spec(snapshot, recipe, shots)
    except ReelmendError:
        return None
    frames = sum(shot.end - shot.start for shot in shots)
    finished = [chunk for shot in shots for chunk in chunks(shot) if f"mend {chunk.name}" in done]
    frames_done = sum(chunk.end - chunk.start for chunk in finished) if now == key else 0
    return UnfinishedPass(job, recipe, shots, frames_done, frames, now != key, begun)
