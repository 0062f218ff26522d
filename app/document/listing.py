"""The ledger in the open: repairs a page at a time, with who made and who judged them, however many there are.

A page is found by place, not by number: what lies behind (reel, frame, row). Frames are looked through in growing
steps until the page is full, so that a page costs what it shows. A condition that hardly anything fulfils is looked
for through all frames; that takes as long as `select`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.document.expression import Condition, ask
from app.document.model import HAND, Pass
from app.document.ranges import FrameRanges, Range
from app.document.repair import Repair
from app.document.risks import risk_of
from app.document.snapshot import Snapshot

if TYPE_CHECKING:
    from app.document.candidates import Row

FIRST_STEP, GROWTH = 6, 8
"""Frames looked at first, and how many times as many next."""

Live = Callable[[Snapshot, FrameRanges], AbstractContextManager[tuple[sqlite3.Connection, str]]]
"""A connection with the live detections of these frames, and the SQL for them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Behind which repair a page begins: that of a row on a frame. `Place(reel, frame)` is where a frame begins."""

    reel: str = ""
    frame: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """One repair for people.

    Attributes:
        repair: The repair in the snapshot asked for; its patch gives the mask (`Engine.patch`).
        shot: Its shot's number.
        state: accepted, rejected or proposed.
        by: Who or what found it: a person, or the detector; `recipe` the recipe of the pass, "hand" for a person's.
        made: When its row was written; ISO 8601, UTC.
        fill: The operator that mended it, with its version; '' where nothing did. Which frames lent their picture is
            not kept, only what the fill was told (the pass's step).
        judged_by, judged: Who gave the verdict and when; '' where nobody did.
        place: Where the next page begins if this is its last row.
    """

    repair: Repair
    shot: int
    state: str
    by: str
    recipe: str
    made: str
    fill: str
    judged_by: str
    judged: str
    place: Place


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in order, and where to go on (None: there is nothing behind them)."""

    rows: tuple[Listed, ...]
    following: Place | None


def of_row(snapshot: Snapshot, row: Row) -> Listed:
    """A row of a list (`app.document.candidates`) for people."""
    repair, made = row.repair, snapshot.pass_(row.repair.pass_id)
    state = "rejected" if repair.verdict == "reject" else "accepted" if repair.accepted else "proposed"
    judged = row.judged if repair.verdict and row.judged is not None else None
    return Listed(
        repair, snapshot.shot_number(snapshot.shot_at(repair.reel, repair.frame).id), state,
        row.made.author if repair.detector == HAND else repair.detector, made.recipe, row.made.time,
        _fill(made, repair), "" if judged is None else judged.author, "" if judged is None else judged.time,
        Place(repair.reel, repair.frame, row.number),
    )  # fmt: skip


class Pages:
    """Reads pages of one snapshot and condition."""

    def __init__(self, snapshot: Snapshot, condition: Condition, live: Live) -> None:
        self._snapshot = snapshot
        self._condition = condition
        self._live = live

    def read(self, after: Place, limit: int) -> Page:
        """At most `limit` rows behind a place, by reel, frame and row."""
        found: list[Listed] = []
        reels = sorted(self._snapshot.reels)
        for reel in reels[reels.index(after.reel) if after.reel else 0 :]:
            frame, row = (after.frame, after.row) if reel == after.reel else (0, 0)
            count, step = self._snapshot.reel(reel).frame_count, FIRST_STEP
            while frame < count:
                beyond = min(frame + step, count)
                found += self._frames(reel, (frame, beyond), row, limit + 1 - len(found))
                if len(found) > limit:
                    return Page(tuple(found[:limit]), found[limit - 1].place)
                frame, row, step = beyond, 0, step * GROWTH
        return Page(tuple(found), None)

    def _frames(self, reel: str, frames: Range, row: int, limit: int) -> Iterable[Listed]:
        """The rows on some frames; on the first of them those behind a row only."""
        with self._live(self._snapshot, ((reel, *frames),)) as (connection, live):
            head = (
                "SELECT number, frame, class, detector, x0, y0, x1, y1, area, probability, track, lower(hex(key)),"
                f" risk, pass, shot, threshold, coalesce(verdict, ''), state FROM ({live})"
                " WHERE (frame > :first OR number > :row) AND"
            )
            tail = "ORDER BY frame, number LIMIT :limit"
            more = {"first": frames[0], "row": row, "limit": limit}
            rows = ask(connection, self._snapshot.seq, head, self._condition, tail, **more)
            return [
                self._listed(reel, values, details) for values, details in _detailed(connection, rows, self._snapshot)
            ]

    def _listed(self, reel: str, values: Sequence[Any], details: Mapping[str, Any]) -> Listed:
        number, frame, defect, detector, x0, y0, x1, y1, area, probability, track, key, risk, *rest = values
        pass_id, shot, threshold, verdict, state = rest
        verdict = "" if verdict == "clear" else verdict
        repair = Repair(
            key, details["seq"], pass_id, reel, frame, defect, detector, x0, y0, x1, y1, area, probability,
            str(UUID(bytes=track)) if track else "", details["pack"], details["offset"], details["length"],
            verdict, threshold, state == "accepted", risk_of(risk, probability, threshold),
        )  # fmt: skip
        made = self._snapshot.pass_(pass_id)
        return Listed(
            repair, shot, state, details["author"] if detector == HAND else detector, made.recipe, details["time"],
            _fill(made, repair), details["judged_by"] if verdict else "", details["judged"] if verdict else "",
            Place(reel, frame, number),
        )  # fmt: skip


def _fill(made: Pass, repair: Repair) -> str:
    if not repair.length:
        return ""
    if repair.detector == HAND:
        return HAND
    return next((f"{step.operator} {step.version}" for step in made.steps if not step.defect), "")


# CROSS JOIN keeps SQLite to this order: the rows asked about outside, what goes with each by its key inside.
_PATCHES = """SELECT d.number, l.seq, l.author, l.time, coalesce(a.hash, ''), d.offset, d.length FROM detection d
    CROSS JOIN job j ON j.number = d.job CROSS JOIN ledger l ON l.seq = j.edit LEFT JOIN artefact a ON a.number =
    d.pack WHERE d.number IN ({marks})"""

# SQLite takes bare columns from the row that max() found (sqlite.org/lang_select.html, section 2.5).
_JUDGED = """SELECT d.number, max(v.edit), l.author, l.time FROM detection d
    CROSS JOIN verdict v ON v.key IN (d.key, d.track) CROSS JOIN span s ON s.edit = v.edit
    CROSS JOIN ledger l ON l.seq = v.edit WHERE d.number IN ({marks})
    AND s.from_seq <= ? AND (s.to_seq IS NULL OR s.to_seq > ?) GROUP BY d.number"""

_TOGETHER = 500
"""Rows asked about in one question."""


def _detailed(
    connection: sqlite3.Connection, rows: Sequence[Sequence[Any]], snapshot: Snapshot
) -> Iterable[tuple[Sequence[Any], Mapping[str, Any]]]:
    """Each row with what other tables say of it: its patch, its ledger row, its verdict's."""
    for start in range(0, len(rows), _TOGETHER):
        some = rows[start : start + _TOGETHER]
        numbers = [row[0] for row in some]
        marks = ", ".join("?" * len(numbers))
        patches = {number: rest for number, *rest in connection.execute(_PATCHES.format(marks=marks), numbers)}
        asked = (*numbers, snapshot.seq, snapshot.seq)
        judged = {number: rest for number, _, *rest in connection.execute(_JUDGED.format(marks=marks), asked)}
        for row in some:
            seq, author, time, pack, offset, length = patches[row[0]]
            judged_by, when = judged.get(row[0], ("", ""))
            yield row, {
                "seq": seq, "author": author, "time": time, "pack": pack, "offset": offset, "length": length,
                "judged_by": judged_by, "judged": when,
            }  # fmt: skip
