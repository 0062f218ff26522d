"""What a person goes through: which live detections are listed and in which order, by the million, and pages of them.

A list is arrays, not rows: it opens in the time SQLite takes to sort. What its rows say is read a page at a time.
Hand the functions to `Query.ask` (those with `live`) or `Project.read`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from app.document.expression import FIELDS, bound, parse
from app.document.query import Repair, repair_of
from app.document.risks import weight_sql
from app.document.segments import Segments

Integers = np.ndarray[Any, np.dtype[Any]]

PROPOSED, ACCEPTED, JUDGED_ACCEPT, JUDGED_REJECT = range(4)
"""States in `Candidates.states`: by the threshold alone, or by a person."""

ROWS_AT_ONCE = 4096
"""Rows turned into arrays in one go; no other Python thread runs meanwhile."""

_STATE = f"""CASE verdict WHEN 'accept' THEN {JUDGED_ACCEPT} WHEN 'reject' THEN {JUDGED_REJECT}
    ELSE probability >= threshold END"""
_RECORD = f"""printf('%016x%08x%08x%02x', number, reel, frame, {_STATE}) || hex(key)
    || CASE WHEN track IS NULL THEN '0000000000000000' ELSE substr(hex(track), 1, 16) END"""
_UNPACKED = np.dtype(
    [("number", ">i8"), ("reel", ">i4"), ("frame", ">i4"), ("state", "i1"), ("key", "u1", 16), ("track", "<i8")]
)
"""A row as SQLite writes it in hex digits, and as NumPy reads those."""

_TIME = ", ".join(("shot", "reel", "frame", "y0", "x0", "key"))
ORDERS: Mapping[str, str] = {
    "risk": f"{weight_sql(FIELDS['risk'].sql)} DESC, abs(probability - threshold), {_TIME}",
    "time": _TIME,
    "class": f"class, {_TIME}",
    "size": f"area DESC, {_TIME}",
    "probability": f"probability, {_TIME}",
    "made": "number DESC",
}
"""Name to SQL: the riskiest, the earliest, the largest, the least sure, what was made last first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list.

    Attributes:
        where: An expression of `app.document.expression`.
        order: A name of `ORDERS`.
        within: Frame ranges that do not overlap; None for the whole project.
        backwards: Turn the order round.
    """

    where: str = ""
    order: str = "risk"
    within: tuple[tuple[str, int, int], ...] | None = None
    backwards: bool = False


def _none(dtype: str = "i8") -> Integers:
    return np.zeros(0, dtype)


@dataclass(frozen=True, eq=False)
class Candidates:
    """A list of detections in its order; all arrays have its length.

    Attributes:
        numbers: Rows of the detection table.
        keys: Component keys, uint8 `(n, 16)`.
        tracks: The first eight bytes of the track's id as a number; 0 for none.
        reels: Numbers of reels in the project's own table; with `frames` they tell frames apart.
        frames: Frames in their reels.
        states: See `PROPOSED` and the others. The only array that changes: who holds the list keeps it in step.
    """

    numbers: Integers = field(default_factory=_none)
    keys: Integers = field(default_factory=lambda: np.zeros((0, 16), np.uint8))
    tracks: Integers = field(default_factory=_none)
    reels: Integers = field(default_factory=_none)
    frames: Integers = field(default_factory=_none)
    states: Integers = field(default_factory=lambda: _none("i1"))

    def __len__(self) -> int:
        return len(self.numbers)

    def ids(self, rows: Iterable[int]) -> tuple[str, ...]:
        """The component keys of rows, as repairs are named by."""
        return tuple(self.keys[row].tobytes().hex() for row in rows)


class Listing(NamedTuple):
    """A list with what finding rows in it takes: keys and tracks in order, with the rows they stand in; frames."""

    candidates: Candidates
    keys: Integers
    by_key: Integers
    tracks: Integers
    by_track: Integers
    frame_of: Integers
    """A number for each row's frame, from 0; rows of one frame share it."""
    frame_count: int

    def rows_of(self, keys: Iterable[bytes]) -> Integers:
        """The rows of component keys and of tracks (16 bytes each), ascending; those not listed are left out."""
        wanted = np.array(sorted({int.from_bytes(key[:8], "little", signed=True) for key in keys}), np.int64)
        found = [
            _matches(ordered, places, wanted)
            for ordered, places in ((self.keys, self.by_key), (self.tracks, self.by_track))
        ]
        return np.unique(np.concatenate(found))


def _matches(ordered: Integers, places: Integers, wanted: Integers) -> Integers:
    """The places of what is `wanted` among values in order."""
    first, beyond = np.searchsorted(ordered, wanted, "left"), np.searchsorted(ordered, wanted, "right")
    parts = [places[start:end] for start, end in zip(first, beyond, strict=True) if end > start]
    return np.concatenate(parts) if parts else _none()


def listed(connection: sqlite3.Connection, live: str, seq: int, wanted: Wanted) -> Listing:
    """List what is wanted. UsageError where its expression cannot be read.

    SQLite sorts, and packs the rows into records, without holding Python's lock; NumPy nearly so: however long it
    takes, the window goes on. (A cursor would take and give back that lock for every single row.)
    """
    sql, values = bound(parse(wanted.where))
    connection.execute("DROP TABLE IF EXISTS temp.listed")
    connection.execute(
        f"CREATE TEMP TABLE listed AS SELECT {_RECORD} AS record FROM ({live}) WHERE {sql}"
        f" ORDER BY {ORDERS[wanted.order]}",
        {"seq": seq, **values},
    )
    parts = []
    try:
        (count,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM temp.listed").fetchone()
        for first in range(1, count + 1, ROWS_AT_ONCE):
            beyond = first + ROWS_AT_ONCE
            packed = "SELECT record FROM temp.listed WHERE rowid >= ? AND rowid < ? ORDER BY rowid"
            (text,) = connection.execute(
                f"SELECT group_concat(record, '') FROM ({packed})", (first, beyond)
            ).fetchone()
            parts.append(np.frombuffer(bytes.fromhex(text), _UNPACKED))
    finally:
        connection.execute("DROP TABLE temp.listed")
    made = _columns(np.concatenate(parts) if parts else np.zeros(0, _UNPACKED))
    if wanted.backwards:
        made = Candidates(*(np.ascontiguousarray(column[::-1]) for column in vars(made).values()))
    return indexed(made)


def _columns(records: Integers) -> Candidates:
    number, reel, frame, state, key, track = (records[name] for name in _UNPACKED.names or ())
    return Candidates(
        number.astype(np.int64),
        np.ascontiguousarray(key),
        track.astype(np.int64),
        reel.astype(np.int64),
        frame.astype(np.int64),
        state.astype(np.int8),
    )


def indexed(candidates: Candidates) -> Listing:
    """A list with its indices."""
    short = np.ascontiguousarray(candidates.keys[:, :8]).view("<i8").reshape(-1)
    by_key, tracked = np.argsort(short, kind="stable"), np.flatnonzero(candidates.tracks)
    by_track = tracked[np.argsort(candidates.tracks[tracked], kind="stable")]
    frames, frame_of = np.unique(candidates.reels << 40 | candidates.frames, return_inverse=True)
    return Listing(
        candidates,
        short[by_key],
        by_key,
        candidates.tracks[by_track],
        by_track,
        frame_of.reshape(-1).astype(np.int32),
        len(frames),
    )


# --- what rows say -----------------------------------------------------------------------------------------


class Moment(NamedTuple):
    """Who wrote a ledger row, and when (ISO 8601, UTC)."""

    author: str
    time: str


@dataclass(frozen=True, slots=True)
class Row:
    """A listed detection as it is read out: the repair, who or what made it, and whose verdict is in force."""

    number: int
    repair: Repair
    made: Moment
    judged: Moment | None = None


_ROW = """SELECT d.number, r.reel, d.frame, d.job, d.detector, d.class, d.x0, d.y0, d.x1, d.y1, d.area, d.probability,
    d.track, coalesce(a.hash, ''), d.offset, d.length, d.key, d.risk
    FROM detection d JOIN reel_number r ON r.number = d.reel LEFT JOIN artefact a ON a.number = d.pack
    WHERE d.number IN ({marks})"""

# SQLite takes a bare column from the row that max() found (sqlite.org/lang_select.html, section 2.5).
# CROSS JOIN keeps it from going through all verdicts first, which may be very many.
_SAID = """SELECT d.number, max(v.edit), v.verdict FROM detection d CROSS JOIN verdict v ON v.key IN (d.key, d.track)
    CROSS JOIN span s ON s.edit = v.edit WHERE d.number IN ({marks})
    AND s.from_seq <= ? AND (s.to_seq IS NULL OR s.to_seq > ?) GROUP BY d.number"""


def rows(
    connection: sqlite3.Connection, segments: Segments, seq: int, numbers: Sequence[int]
) -> tuple[Row | None, ...]:
    """What these rows of the detection table say after ledger row `seq`, in this order; None for one not live."""
    found: dict[int, tuple[Repair, int]] = {}
    for some in _parts(numbers):
        said = {
            number: (edit, verdict)
            for number, edit, verdict in connection.execute(_SAID.format(marks=_marks(some)), (*some, seq, seq))
        }
        for number, reel, frame, job, detector, defect, *rest in connection.execute(
            _ROW.format(marks=_marks(some)), some
        ):
            segment = segments.at(reel, frame).get((job, detector, defect))
            edit, verdict = said.get(number, (0, None))
            if segment is not None:
                found[number] = repair_of(segment, reel, frame, rest, verdict), 0 if verdict == "clear" else edit
    edits = {repair.seq for repair, _ in found.values()} | {edit for _, edit in found.values()}
    moments = _moments(connection, sorted(edits))
    return tuple(_row(number, *found[number], moments) if number in found else None for number in numbers)


def _row(number: int, repair: Repair, edit: int, moments: Mapping[int, Moment]) -> Row:
    return Row(number, repair, moments.get(repair.seq, Moment("", "")), moments.get(edit))


def _moments(connection: sqlite3.Connection, seqs: Sequence[int]) -> dict[int, Moment]:
    return {
        seq: Moment(author, time)
        for some in _parts(seqs)
        for seq, author, time in connection.execute(
            f"SELECT seq, author, time FROM ledger WHERE seq IN ({_marks(some)})", some
        )
    }


def state_of(repair: Repair) -> int:
    """A repair's state as `Candidates.states` has it."""
    if repair.verdict:
        return JUDGED_ACCEPT if repair.verdict == "accept" else JUDGED_REJECT
    return ACCEPTED if repair.accepted else PROPOSED


def judged_by(connection: sqlite3.Connection, entry: str) -> tuple[bytes, ...]:
    """The keys of detections and tracks that the ledger row of this id decided on."""
    found = connection.execute("SELECT v.key FROM verdict v JOIN ledger l ON l.seq = v.edit WHERE l.id = ?", (entry,))
    return tuple(key for (key,) in found)


# --- what is like one --------------------------------------------------------------------------------------

SIZE_BAND, SCORE_BAND, NEAR = 2.0, 0.1, 0.05
"""Like one another are areas within a factor, probabilities within a difference, and corners within a part of the
frame's width of each other."""


@dataclass(frozen=True, slots=True)
class Alike:
    """What is like a repair, and all in the same shot. `here` asks for the same place too."""

    repair: Repair
    width: int
    """Of the frame, in pixels."""
    here: bool = True

    @property
    def where(self) -> str:
        """As an expression, which the history can keep."""
        one = self.repair
        bands = [
            ("area", one.area / SIZE_BAND, one.area * SIZE_BAND),
            ("probability", one.probability - SCORE_BAND, one.probability + SCORE_BAND),
        ]
        if self.here:
            reach = NEAR * self.width
            bands += [(name, at - reach, at + reach) for name, at in (("x", one.x0), ("y", one.y0))]
        kinds = (f"class={one.defect}", f"detector={one.detector}")
        return " and ".join((*kinds, *(f"{name} in {_between(low, high)}" for name, low, high in bands)))


def _between(low: float, high: float) -> str:
    return f"{max(low, 0.0):.4f}-{high:.4f}"


def ids_of(connection: sqlite3.Connection, live: str, seq: int, where: str) -> tuple[str, ...]:
    """The ids of the live detections that an expression selects, in film order."""
    sql, values = bound(parse(where))
    found = connection.execute(
        f"SELECT lower(hex(key)) FROM ({live}) WHERE {sql} ORDER BY {_TIME}", {"seq": seq, **values}
    )
    return tuple(id for (id,) in found)


# --- going on ----------------------------------------------------------------------------------------------

FIRST_WINDOW = 48
"""Frames looked through first; then twice as many each time."""


class Place(NamedTuple):
    """A detection found by going on from another."""

    reel: str
    frame: int
    id: str


Spot = tuple[int, int, int, str]
"""(frame, y0, x0, id): where in a reel one stands; detections of a frame follow in reading order."""


def windows(start: int, end: int, backwards: bool) -> Iterator[tuple[int, int]]:
    """Frames `start` to `end` in growing pieces from the near side on."""
    size = FIRST_WINDOW
    while start < end:
        cut = max(end - size, start) if backwards else min(start + size, end)
        yield (cut, end) if backwards else (start, cut)
        start, end = (start, cut) if backwards else (cut, end)
        size *= 2


def nearest(
    connection: sqlite3.Connection, live: str, seq: int, where: str, spot: Spot | None, backwards: bool
) -> Place | None:
    """The first detection after a spot (the last before it) that an expression selects, among those `live`."""
    sql, values = bound(parse(where))
    beyond = ""
    if spot is not None:
        beyond = f"AND (frame, y0, x0, lower(hex(key))) {'<' if backwards else '>'} (:frame, :top, :left, :id)"
        values |= dict(zip(("frame", "top", "left", "id"), spot, strict=True))
    turn = "DESC" if backwards else "ASC"
    found = connection.execute(
        f"SELECT frame, lower(hex(key)), (SELECT reel FROM reel_number n WHERE n.number = f.reel) FROM ({live}) f"
        f" WHERE {sql} {beyond} ORDER BY frame {turn}, y0 {turn}, x0 {turn}, lower(hex(key)) {turn} LIMIT 1",
        {"seq": seq, **values},
    ).fetchone()
    return None if found is None else Place(found[2], found[0], found[1])


def _parts(values: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(values), 500):
        yield tuple(values[start : start + 500])


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
