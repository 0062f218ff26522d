"""How much was found and mended on each frame of a reel.

The first time that is one pass over the live detections; afterwards only the frames are counted again on which
something has changed since: with a million detections a verdict must not cost seconds.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.document.model import Protection
from app.document.ranges import FrameRanges, merged
from app.document.segments import Segment, Segments
from app.document.snapshot import Snapshot

Integers = np.ndarray[Any, np.dtype[np.int64]]

ROWS_AT_ONCE = 4096
"""Rows turned into an array in one call. While NumPy converts, no other Python thread can run; so not all at once."""

# The latest word on every key and track, looked up once instead of per detection.
_JUDGED_TABLE = """CREATE TEMP TABLE IF NOT EXISTS judged
    (key BLOB PRIMARY KEY, edit INTEGER, verdict TEXT) WITHOUT ROWID"""
# SQLite takes a bare column from the row that max() found (sqlite.org/lang_select.html, section 2.5).
_FILL = """INSERT INTO temp.judged SELECT v.key, max(v.edit), v.verdict FROM verdict v JOIN span s ON s.edit = v.edit
    WHERE s.from_seq <= :seq AND (s.to_seq IS NULL OR s.to_seq > :seq) GROUP BY v.key"""

LATEST_VERDICT = """CASE WHEN d.track IS NULL THEN (SELECT j.verdict FROM temp.judged j WHERE j.key = d.key)
    ELSE (SELECT j.verdict FROM temp.judged j WHERE j.key IN (d.key, d.track) ORDER BY j.edit DESC LIMIT 1) END"""
"""The verdict in force on detection `d`, once `fill_judged` was called."""

_PER_FRAME = """SELECT frame, sum(state = 'accepted'), sum((state = 'accepted') * area), sum(state = 'proposed')
    FROM ({live}) WHERE reel = (SELECT number FROM reel_number WHERE reel = :reel) GROUP BY frame ORDER BY frame"""


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """The frames of a reel that have something, ascending; the other arrays go along with `frames`.

    `accepted` and `proposed` count detections, `area` is the accepted ones' pixels. All of shape (n,), int64.
    A frame whose detections were all rejected is listed with zeros.
    """

    frames: Integers
    accepted: Integers
    area: Integers
    proposed: Integers

    def exchanged(self, newer: Density, frames: Integers) -> Density:
        """This one with what `newer` says of these frames."""
        kept = ~np.isin(self.frames, frames)
        parts = [np.concatenate([a[kept], b]) for a, b in zip(self._columns(), newer._columns(), strict=True)]
        order = np.argsort(parts[0], kind="stable")
        return Density(*(part[order] for part in parts))

    def _columns(self) -> tuple[Integers, ...]:
        return self.frames, self.accepted, self.area, self.proposed


@dataclass(frozen=True, slots=True)
class _Known:
    seq: int
    segments: frozenset[Segment]
    protections: Mapping[str, Protection]
    density: Density


_FLIPPED = """SELECT v.key FROM verdict v JOIN span s ON s.edit = v.edit
    WHERE (s.from_seq > :low AND s.from_seq <= :high) OR (s.to_seq > :low AND s.to_seq <= :high)"""
_ANY_FLIPPED = f"SELECT EXISTS ({_FLIPPED})"
# The plus keeps SQLite from the index by frames: looking every row up takes twice the time of going through all.
_ON_FRAMES = f"""WITH flipped AS MATERIALIZED ({_FLIPPED}) SELECT DISTINCT frame FROM detection
    WHERE +reel = (SELECT number FROM reel_number WHERE reel = :reel)
    AND (key IN (SELECT key FROM flipped) OR track IN (SELECT key FROM flipped))"""
"""Frames on which a verdict was given, undone or redone between two states, whichever of them is the later one."""

MANY = 0.25
"""Share of a reel's frames from which on all are counted."""


class Densities:
    """The last density of each reel, for many threads; one counts, the others wait for what it finds.

    `count` counts the given frames of one reel.
    """

    def __init__(self, count: Callable[[Snapshot, FrameRanges], Density]) -> None:
        self._count = count
        self._lock = threading.Lock()
        self._known: dict[str, _Known] = {}

    def forget(self) -> None:
        """Drop what is known (after an edit could not be kept)."""
        with self._lock:
            self._known.clear()

    def of(self, snapshot: Snapshot, reel: str, segments: Segments, connection: sqlite3.Connection) -> Density:
        """The density of a reel in a state that the tables can answer for."""
        length = snapshot.reel(reel).frame_count
        speaking = frozenset(one._replace(shot=0) for one in segments.all if one.reel == reel)
        with self._lock:
            known = self._known.get(reel)
            frames = None if known is None else _changed(known, snapshot, reel, speaking, connection)
            if known is None or frames is None or len(frames) > MANY * length:
                density = self._count(snapshot, ((reel, 0, length),))
            elif len(frames):
                again = merged([(int(frame), int(frame) + 1) for frame in frames])
                newer = self._count(snapshot, tuple((reel, start, end) for start, end in again))
                density = known.density.exchanged(newer, frames)
            else:
                density = known.density
            self._known[reel] = _Known(snapshot.seq, speaking, snapshot.protections, density)
        return density


def _changed(
    known: _Known, snapshot: Snapshot, reel: str, speaking: frozenset[Segment], connection: sqlite3.Connection
) -> Integers | None:
    """The frames that may have another density than the known one; None for any."""
    if dict(known.protections) != dict(snapshot.protections):
        return None
    low, high = sorted((known.seq, snapshot.seq))
    values = {"low": low, "high": high, "reel": reel}
    parts = [np.arange(one.start, one.end) for one in known.segments ^ speaking]
    if connection.execute(_ANY_FLIPPED, values).fetchone()[0]:
        parts.append(np.array([frame for (frame,) in connection.execute(_ON_FRAMES, values)], np.int64))
    return np.unique(np.concatenate(parts)).astype(np.int64) if parts else np.zeros(0, np.int64)


def fill_judged(connection: sqlite3.Connection, seq: int) -> None:
    """Note the verdicts in force after ledger row `seq`, in a transaction that is rolled back."""
    connection.execute(_JUDGED_TABLE)
    connection.execute("DELETE FROM temp.judged")
    connection.execute(_FILL, {"seq": seq})


def per_frame(connection: sqlite3.Connection, live: str, reel: str, seq: int) -> Density:
    """Ask for the density of a reel; `live` is the SQL for all live detections."""
    cursor = connection.execute(_PER_FRAME.format(live=live), {"reel": reel, "seq": seq})
    parts = [np.empty((0, 4), np.int64)]
    while rows := cursor.fetchmany(ROWS_AT_ONCE):
        parts.append(np.array(rows, np.int64))
    table = np.concatenate(parts)
    return Density(*(np.ascontiguousarray(table[:, column]) for column in range(4)))
