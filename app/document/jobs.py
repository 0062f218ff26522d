"""Jobs: what an interrupted piece of long work has finished, so that it need not be done again.

A job is found again by its key, a hash of everything that determines its result. Jobs are no history: the
ledger row that adopts a job's detections is.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.document import detections as table
from app.document.codec import dumps
from app.document.detections import Detection
from app.document.ids import new_id, sha256
from app.errors import UsageError

if TYPE_CHECKING:
    from app.document.writer import Writer


class Job:
    """One piece of long work. Its methods may be called from any thread; each returns when it is durable."""

    def __init__(
        self,
        number: int,
        id: str,
        kind: str,
        key: str,
        spec: Mapping[str, Any],
        resumed: bool,
        writer: Writer,
        has: Callable[[str], bool],
    ) -> None:
        self.id = id
        self.kind = kind
        self.key = key
        self.spec = spec
        self.resumed = resumed
        """True where an earlier run began it."""
        self._number = number
        self._writer = writer
        self._has = has

    def done_chunks(self) -> dict[str, dict[str, Any]]:
        """What is finished: chunk key to the payload it was finished with."""

        def work(connection: sqlite3.Connection) -> dict[str, dict[str, Any]]:
            found = connection.execute("SELECT key, payload FROM job_chunk WHERE job = ?", (self._number,))
            return {key: json.loads(payload) for key, payload in found}

        return self._writer.submit(work).result()

    def chunk_done(self, chunk_key: str, payload: Mapping[str, Any], rows: Sequence[Detection] = ()) -> None:
        """Note a chunk as finished and stage its detections, all or nothing. A chunk finished before is left
        as it was.

        Args:
            chunk_key: The caller's name for it, unique in the job.
            payload: Plain values the caller wants back on resuming; artefacts named in it by hash are kept by
                `gc`.
            rows: Its detections; their packs must be in the store already.
        """
        chunk = table.summarise(rows)
        stored = dumps(dict(payload))

        def work(connection: sqlite3.Connection) -> None:
            self._must_run(connection)
            if connection.execute(
                "SELECT 1 FROM job_chunk WHERE job = ? AND key = ?", (self._number, chunk_key)
            ).fetchone():
                return
            number = connection.execute(
                "INSERT INTO job_chunk VALUES (NULL, ?, ?, ?, ?, ?, ?)",
                (self._number, chunk_key, stored, dumps(list(chunk.kinds)), chunk.rows, chunk.digest),
            ).lastrowid
            assert number is not None
            table.insert(connection, self._number, number, rows, self._has)

        self._writer.submit(work).result()

    def finish(self) -> None:
        """Note that the work is done; the job will not be found again. Harmless after its row was recorded."""
        self._set_state("finished")

    def abandon(self) -> None:
        """Give the work up: the next of the same key starts anew, and `gc` frees what was staged."""
        self._set_state("abandoned")

    def _set_state(self, state: str) -> None:
        self._writer.submit(
            lambda connection: connection.execute(
                "UPDATE job SET state = ? WHERE number = ? AND state = 'running'", (state, self._number)
            )
        ).result()

    def _must_run(self, connection: sqlite3.Connection) -> None:
        (state,) = connection.execute("SELECT state FROM job WHERE number = ?", (self._number,)).fetchone()
        if state != "running":
            raise UsageError(f"the job {self.kind} is {state}: nothing can be added to it")


def begin(
    connection: sqlite3.Connection, kind: str, key: str, spec: Mapping[str, Any]
) -> tuple[int, str, Mapping[str, Any], bool]:
    """Find the running job of this key or make one: its number, id, spec, and whether it was there."""
    found = connection.execute(
        "SELECT number, id, spec FROM job WHERE key = ? AND kind = ? AND state = 'running'", (key, kind)
    ).fetchone()
    if found:
        return found[0], found[1], json.loads(found[2]), True
    id = new_id()
    number = connection.execute(
        "INSERT INTO job VALUES (NULL, ?, ?, ?, ?, 'running', ?, NULL, NULL)",
        (id, kind, key, dumps(dict(spec)), datetime.now(UTC).isoformat(timespec="seconds")),
    ).lastrowid
    assert number is not None
    return number, id, dict(spec), False


def find(connection: sqlite3.Connection, id: str) -> tuple[int, str, str, str, Mapping[str, Any], bool]:
    """Number, id, kind, key and spec of a job, and that it was there; UsageError where it is not."""
    found = connection.execute("SELECT number, id, kind, key, spec FROM job WHERE id = ?", (id,)).fetchone()
    if found is None:
        raise UsageError(f"there is no job {id}")
    number, id, kind, key, spec = found
    return number, id, kind, key, json.loads(spec), True


def digest(connection: sqlite3.Connection, job: int) -> str:
    """A hash over all of a job's chunks, whatever the order in which they were finished."""
    chunks = connection.execute("SELECT key, digest FROM job_chunk WHERE job = ? ORDER BY key", (job,))
    return sha256(*(part.encode() for row in chunks for part in row))


def kinds(connection: sqlite3.Connection, job: int) -> set[tuple[str, str]]:
    """The (detector, class) pairs among a job's detections."""
    found = connection.execute("SELECT DISTINCT kinds FROM job_chunk WHERE job = ?", (job,))
    return {(detector, defect) for (text,) in found for detector, defect in json.loads(text)}


def rows(connection: sqlite3.Connection, job: int) -> int:
    """How many detections a job has staged."""
    (count,) = connection.execute("SELECT coalesce(sum(rows), 0) FROM job_chunk WHERE job = ?", (job,)).fetchone()
    return int(count)
