"""Which frames a person has looked through: where masks were made by hand or single repairs were decided on."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from app.document.model import HAND
from app.document.snapshot import Snapshot

if TYPE_CHECKING:
    from app.document.project import Project

_JUDGED = """SELECT DISTINCT r.reel, d.frame FROM detection d JOIN reel_number r ON r.number = d.reel
    WHERE d.key IN (SELECT v.key FROM verdict v JOIN span s ON s.edit = v.edit JOIN ledger l ON l.seq = v.edit
        WHERE s.from_seq <= :seq AND (s.to_seq IS NULL OR s.to_seq > :seq)
        AND coalesce(json_extract(l.command, '$.where'), '') = ''
        AND NOT coalesce(json_extract(l.command, '$.in_passing'), 0))"""


def looked_through(project: Project, snapshot: Snapshot) -> tuple[tuple[str, int], ...]:
    """The frames (reel, index) that were corrected as wholes, in order.

    A verdict on all that an expression selects, on a track, or in passing (triage shows one repair, not its frame),
    says nothing of what else is on a frame: such frames are not among them.
    """

    def ask(connection: sqlite3.Connection) -> set[tuple[str, int]]:
        return {(reel, frame) for reel, frame in connection.execute(_JUDGED, {"seq": snapshot.seq})}

    by_hand = {
        (reel, frame)
        for item in snapshot.passes.values()
        if item.active and item.recipe == HAND
        for reel, start, end in item.ranges
        for frame in range(start, end)
    }
    judged = (at for at in project.read(ask) - by_hand if _still_judged(project, snapshot, *at))
    return tuple(sorted(by_hand.union(judged)))


def _still_judged(project: Project, snapshot: Snapshot, reel: str, frame: int) -> bool:
    """False where what was decided on was superseded, or the verdict taken back."""
    there = reel in snapshot.reels
    return there and any(r.verdict in ("accept", "reject") for r in project.detections_of(snapshot, reel, frame))
