"""How much was found and mended on each frame of a reel: one pass over the live detections."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

import numpy as np

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
