"""Detections: what passes and people marked, by the million, in one indexed table.

They are staged chunk by chunk under a job while it runs, durable and invisible, and become live all at once
when one ledger row adopts the job.
"""

from __future__ import annotations

import re
import sqlite3
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256 as new_sha256
from typing import Any, NamedTuple
from uuid import UUID

from app.errors import ProjectError, UsageError


class Detection(NamedTuple):
    """One component on one frame, as a pass or a person hands it in.

    The box is x0 <= x < x1, y0 <= y < y1 in pixels of the source; `area` counts mask pixels. `track` is a
    UUID where the component is one frame of a thing that lives longer. `pack`, `offset` and `length` find
    the baked patch (see `app.document.patches`); '' where no fill was baked. `key` is `ids.component_key`. `risk`
    says why it may be a false alarm: flags of `app.document.risks`.
    """

    reel: str
    frame: int
    defect: str
    detector: str
    x0: int
    y0: int
    x1: int
    y1: int
    area: int
    probability: float
    key: str
    track: str = ""
    pack: str = ""
    offset: int = 0
    length: int = 0
    risk: int = 0


@dataclass(frozen=True, slots=True)
class Chunk:
    """What was stored: how many rows, which (detector, class) pairs, and a hash over all of it."""

    rows: int
    kinds: tuple[tuple[str, str], ...]
    digest: str


_KEY = re.compile("[0-9a-f]{32}")
_TRACK = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NUMBERS = struct.Struct("<q5qdqq")


def digest_of(detections: Iterable[Detection]) -> str:
    """A hash over detections in their order, which the ledger row that adopts them names."""
    digest = new_sha256()
    for d in detections:
        text = "\0".join((d.reel, d.defect, d.detector, d.key, d.track, d.pack))
        digest.update(text.encode())
        digest.update(_NUMBERS.pack(d.frame, d.x0, d.y0, d.x1, d.y1, d.area, d.probability, d.offset, d.length))
        if d.risk:  # rows without one hash as they did before schema 2
            digest.update(b"\0risk" + d.risk.to_bytes(8, "little"))
    return digest.hexdigest()


def insert(
    connection: sqlite3.Connection, job: int, chunk: int, detections: Sequence[Detection], has: Callable[[str], bool]
) -> None:
    """Store the rows of one chunk in the open transaction.

    Args:
        connection: The writer's.
        job: Number of the job.
        chunk: Number of the chunk.
        detections: The rows, in the order of their digest.
        has: Says whether the artefact store has a pack.

    Raises:
        ProjectError: A row names a pack that is not there.
        UsageError: A row is out of range.
    """
    reels = {reel: _number(connection, "reel_number", "reel", reel) for reel in {d.reel for d in detections}}
    packs: dict[str, int | None] = {"": None}
    for hash in {d.pack for d in detections if d.pack}:
        if not has(hash):
            raise ProjectError(f"the patches {hash} must be in the artefact store before a row names them")
        packs[hash] = _number(connection, "artefact", "hash", hash)
    connection.executemany(
        "INSERT INTO detection VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        ((job, chunk, *_values(d, reels, packs)) for d in detections),
    )


def _values(d: Detection, reels: Mapping[str, int], packs: Mapping[str, int | None]) -> tuple[Any, ...]:
    """A row as its columns hold it: short numbers for long texts, bytes for ids, NumPy's numbers as Python's."""
    track = UUID(d.track).bytes if d.track else None
    box = (int(d.x0), int(d.y0), int(d.x1), int(d.y1))
    found = (int(d.area), float(d.probability), track, packs[d.pack], int(d.offset), int(d.length))
    return (reels[d.reel], int(d.frame), d.defect, d.detector, *box, *found, bytes.fromhex(d.key), int(d.risk))


def summarise(detections: Sequence[Detection]) -> Chunk:
    """Check rows that came from outside and describe them; UsageError where one cannot be."""
    for d in detections:
        if not (0.0 <= d.probability <= 1.0 and d.x0 < d.x1 and d.y0 < d.y1 and d.frame >= 0 and d.area > 0):
            raise UsageError(f"a detection on frame {d.frame} has an empty box, no area or no probability: {d}")
        if not 0 <= d.risk < 1 << 62:
            raise UsageError(f"{d.risk} is no set of risks")
        if not _KEY.fullmatch(d.key):
            raise UsageError(f"'{d.key}' is no component key of 32 hex digits")
        if d.track and not _TRACK.fullmatch(d.track):
            raise UsageError(f"'{d.track}' is no id of a track")
    kinds = tuple(sorted({(d.detector, d.defect) for d in detections}))
    return Chunk(len(detections), kinds, digest_of(detections))


def stored(connection: sqlite3.Connection, chunk: int, job: int) -> Iterable[Detection]:
    """The rows of a chunk as they were handed in."""
    # `check` reads files of schema 1 as they are.
    risk = "d.risk" if connection.execute("PRAGMA user_version").fetchone()[0] > 1 else "0"
    found = connection.execute(
        "SELECT r.reel, d.frame, d.class, d.detector, d.x0, d.y0, d.x1, d.y1, d.area, d.probability, d.key,"
        f" d.track, coalesce(a.hash, ''), d.offset, d.length, {risk} FROM detection d"
        " JOIN reel_number r ON r.number = d.reel LEFT JOIN artefact a ON a.number = d.pack"
        " WHERE d.job = ? AND d.chunk = ? ORDER BY d.number",
        (job, chunk),
    )
    for *head, key, track, pack, offset, length, why in found:
        yield Detection(*(*head, key.hex(), str(UUID(bytes=track)) if track else "", pack, offset, length, why))


def _number(connection: sqlite3.Connection, table: str, column: str, value: str) -> int:
    """The short number that stands for a long text in the detection table."""
    connection.execute(f"INSERT OR IGNORE INTO {table} ({column}) VALUES (?)", (value,))
    return int(connection.execute(f"SELECT number FROM {table} WHERE {column} = ?", (value,)).fetchone()[0])
