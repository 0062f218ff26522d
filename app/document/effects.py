"""What an edit does besides setting slots: the rows by the million that it owns.

`facts` go into the ledger row and are hashed with it, so that `check` can tell whether the rows it owns are
still what they were. They must not be empty.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from app.document import detections as table
from app.document import jobs
from app.document.codec import dumps
from app.document.detections import Detection
from app.document.ids import sha256
from app.errors import UsageError


class Effect(Protocol):
    """One kind of rows an edit owns."""

    def facts(self, connection: sqlite3.Connection) -> Mapping[str, Any]:
        """What the ledger row says of them. Reads only; UsageError where the edit cannot be."""
        ...

    def commit(self, connection: sqlite3.Connection, seq: int, has: Callable[[str], bool]) -> None:
        """Store them, in the transaction that appends ledger row `seq`. `has`: is this artefact in the store."""
        ...


@dataclass(frozen=True)
class AdoptJob:
    """Make the detections that a job staged live, as those of a pass: one row is touched, however many."""

    pass_id: str
    job_id: str
    kinds: frozenset[tuple[str, str]]
    """The (detector, class) pairs that the pass's steps find."""

    def facts(self, connection: sqlite3.Connection) -> Mapping[str, Any]:
        """Job, number of detections and their digest."""
        found = connection.execute("SELECT number, edit, state FROM job WHERE id = ?", (self.job_id,)).fetchone()
        if found is None:
            raise UsageError(f"there is no job {self.job_id} whose detections could be recorded")
        number, edit, state = found
        if edit is not None:
            raise UsageError(f"the detections of job {self.job_id} were recorded already, by ledger row {edit}")
        if state == "abandoned":
            raise UsageError(f"the job {self.job_id} was given up: run it again")
        strange = jobs.kinds(connection, number) - self.kinds
        if strange:
            detector, defect = min(strange)
            raise UsageError(f"the job found {defect} by '{detector}', which is no step of the pass")
        return {
            "job": self.job_id,
            "detections": jobs.rows(connection, number),
            "digest": jobs.digest(connection, number),
        }

    def commit(self, connection: sqlite3.Connection, seq: int, has: Callable[[str], bool]) -> None:
        """Note the adoption on the job."""
        connection.execute(
            "UPDATE job SET edit = ?, pass = ?, state = 'finished' WHERE id = ?", (seq, self.pass_id, self.job_id)
        )


@dataclass(frozen=True)
class StoreDetections:
    """Detections that come with the edit itself (hand repairs): a job of one chunk, adopted at once."""

    pass_id: str
    rows: Sequence[Detection]

    def facts(self, connection: sqlite3.Connection) -> Mapping[str, Any]:
        """Number of detections and their digest."""
        return {"detections": len(self.rows), "digest": hand_digest([table.summarise(self.rows).digest])}

    def commit(self, connection: sqlite3.Connection, seq: int, has: Callable[[str], bool]) -> None:
        """Store job, chunk and rows."""
        number, _, _, _ = jobs.begin(connection, "hand", self.pass_id, {})
        chunk = table.summarise(self.rows)
        chunk_number = connection.execute(
            "INSERT INTO job_chunk VALUES (NULL, ?, 'hand', '{}', ?, ?, ?)",
            (number, dumps(list(chunk.kinds)), chunk.rows, chunk.digest),
        ).lastrowid
        assert chunk_number is not None
        table.insert(connection, number, chunk_number, self.rows, has)
        connection.execute(
            "UPDATE job SET edit = ?, pass = ?, state = 'finished' WHERE number = ?", (seq, self.pass_id, number)
        )


def hand_digest(digests: Iterable[str]) -> str:
    """A hash over the hand repairs of one ledger row, from the digests of its chunks in the order of their jobs."""
    return sha256(b"hand", *(digest.encode() for digest in digests))


@dataclass(frozen=True)
class StoreVerdicts:
    """A person's verdict on detections or tracks, by their lasting keys (16 bytes each)."""

    keys: tuple[bytes, ...]
    verdict: str

    def facts(self, connection: sqlite3.Connection) -> Mapping[str, Any]:
        """Number of keys and their digest."""
        return {"verdicts": len(set(self.keys)), "digest": digest_of_keys(self.keys)}

    def commit(self, connection: sqlite3.Connection, seq: int, has: Callable[[str], bool]) -> None:
        """Store one row a key."""
        connection.executemany(
            "INSERT INTO verdict VALUES (?, ?, ?)", ((key, seq, self.verdict) for key in sorted(set(self.keys)))
        )


@dataclass(frozen=True)
class ReviseDetections:
    """Hand repairs, each with a pass of its own, that come together with the rejection of others."""

    batches: tuple[tuple[str, Sequence[Detection]], ...]
    """(id of the pass, its rows)."""
    rejected: tuple[bytes, ...]

    def facts(self, connection: sqlite3.Connection) -> Mapping[str, Any]:
        """Numbers and digests of what is stored and of what is rejected."""
        digests = [table.summarise(rows).digest for _, rows in self.batches]
        return {
            "detections": sum(len(rows) for _, rows in self.batches),
            "digest": hand_digest(digests),
            "rejected": len(set(self.rejected)),
            "rejected_digest": digest_of_keys(self.rejected),
        }

    def commit(self, connection: sqlite3.Connection, seq: int, has: Callable[[str], bool]) -> None:
        """Store the rows and the verdicts."""
        for pass_id, rows in self.batches:
            StoreDetections(pass_id, rows).commit(connection, seq, has)
        StoreVerdicts(self.rejected, "reject").commit(connection, seq, has)


def digest_of_keys(keys: Iterable[bytes]) -> str:
    """A hash over verdict keys in whatever order."""
    return sha256(b"".join(sorted(set(keys))))


@dataclass(frozen=True)
class StoreJudged:
    """Verdicts of several kinds in one row: what a merge, or a conflict that is settled, decides on."""

    judged: tuple[tuple[bytes, str], ...]
    """(key, verdict), each key once."""

    def facts(self, connection: sqlite3.Connection) -> Mapping[str, Any]:
        """Number of verdicts and their digest."""
        return {"judged": len(self.judged), "digest": digest_of_judged(self.judged)}

    def commit(self, connection: sqlite3.Connection, seq: int, has: Callable[[str], bool]) -> None:
        """Store one row a key."""
        connection.executemany(
            "INSERT INTO verdict VALUES (?, ?, ?)", ((key, seq, verdict) for key, verdict in sorted(self.judged))
        )


def digest_of_judged(judged: Iterable[tuple[bytes, str]]) -> str:
    """A hash over (key, verdict) in whatever order."""
    return sha256(*(part for key, verdict in sorted(judged) for part in (key, verdict.encode())))
