"""Questions about detections: what is accepted on a frame, what an expression selects, how many there are.

A detection is *live* where the newest pass of its detector speaks for its frame (`app.document.segments`) and
nothing there is protected from passes (`app.document.protected`). In
force is, first, the latest verdict of a person on its key or its track; without one (or with it cleared) it is
accepted from the threshold on, and a proposal below. All questions are asked of a snapshot, also of an old
one.
"""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from app.document.database import Readers
from app.document.density import LATEST_VERDICT, Densities, Density, fill_judged, per_frame
from app.document.expression import ask, parse
from app.document.ids import sha256
from app.document.listing import Page, Pages, Place
from app.document.model import HAND
from app.document.protected import Protections
from app.document.ranges import FrameRanges
from app.document.repair import Repair as Repair
from app.document.risks import risk_of
from app.document.segments import Adopted, Segment, Segments
from app.document.snapshot import Snapshot

T = TypeVar("T")

CACHED_FRAMES = 2048
CACHED_REPAIRS = 200_000
"""Frames remembered, while they have no more repairs than this together: an object each, some hundred megabytes."""

GATHERED_FROM = 500
"""Frames asked about from which on it pays to look all verdicts up beforehand."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many live detections of a class are in which state."""

    accepted: int = 0
    rejected: int = 0
    proposed: int = 0


_VERDICT = """(SELECT v.verdict FROM verdict v JOIN span s ON s.edit = v.edit
    WHERE v.key IN (d.key, d.track) AND s.from_seq <= :seq AND (s.to_seq IS NULL OR s.to_seq > :seq)
    ORDER BY v.edit DESC LIMIT 1)"""

_FRAME = f"""SELECT d.job, d.class, d.detector, d.x0, d.y0, d.x1, d.y1, d.area, d.probability, d.track,
    coalesce(a.hash, ''), d.offset, d.length, d.key, d.risk, {_VERDICT}
    FROM detection d LEFT JOIN artefact a ON a.number = d.pack
    WHERE d.reel = (SELECT number FROM reel_number WHERE reel = :reel) AND d.frame = :frame"""

# CROSS JOIN keeps SQLite to this order: segments outside, detections by index inside.
_LIVE = """SELECT d.number, d.reel, d.frame, d.class, d.detector, d.x0, d.y0, d.x1, d.y1, d.area, d.probability,
    d.track, d.key, d.risk, g.pass, g.shot, g.threshold, {verdict} AS verdict
    FROM temp.segment g CROSS JOIN reel_number r ON r.reel = g.reel CROSS JOIN detection d
    ON d.reel = r.number AND d.frame >= g.first AND d.frame < g.beyond
    AND d.job = g.job AND d.class = g.class AND d.detector = g.detector"""

# What a pass found in a region that nothing may touch is not live; where there are no such regions nobody asks.
_OUTSIDE = f""" WHERE d.detector = '{HAND}' OR NOT EXISTS (SELECT 1 FROM temp.kept k WHERE k.reel = g.reel
    AND d.frame >= k.first AND d.frame < k.beyond AND d.x0 < k.x1 AND d.x1 > k.x0 AND d.y0 < k.y1 AND d.y1 > k.y0)"""

_STATE = """SELECT *, CASE verdict WHEN 'accept' THEN 'accepted' WHEN 'reject' THEN 'rejected'
    ELSE CASE WHEN probability >= threshold THEN 'accepted' ELSE 'proposed' END END AS state"""

_SEGMENT_TABLE = """CREATE TEMP TABLE IF NOT EXISTS segment (job INTEGER, pass TEXT, detector TEXT, class TEXT,
    reel TEXT, first INTEGER, beyond INTEGER, threshold REAL, shot INTEGER)"""

_KEPT_TABLE = """CREATE TEMP TABLE IF NOT EXISTS kept (reel TEXT, first INTEGER, beyond INTEGER,
    x0 INTEGER, y0 INTEGER, x1 INTEGER, y1 INTEGER)"""


class Query:
    """Answers from any thread. `settle` waits until a snapshot is on the disk, for only then can the tables
    answer for it."""

    def __init__(self, readers: Readers, settle: Callable[[Snapshot], None]) -> None:
        self._readers = readers
        self._settle = settle
        self._frames: _Recent[tuple[Repair, ...]] = _Recent(CACHED_FRAMES, CACHED_REPAIRS, len)
        self._segments: _Recent[Segments] = _Recent(4)
        self._densities = Densities(self._count_frames)

    def forget(self) -> None:
        """Drop everything cached (after an edit could not be kept)."""
        self._frames.clear()
        self._segments.clear()
        self._densities.forget()

    def detections_of(self, snapshot: Snapshot, reel: str, frame: int) -> tuple[Repair, ...]:
        """Every live detection on a frame, in ledger order, then by id."""
        key = (snapshot.repair_seq, reel, frame)
        return self._frames.get(key, lambda: self._read_frame(snapshot, reel, frame))

    def repairs_of(self, snapshot: Snapshot, reel: str, frame: int) -> tuple[Repair, ...]:
        """The accepted ones, in the order in which their patches are composited."""
        return in_order(repair for repair in self.detections_of(snapshot, reel, frame) if repair.accepted)

    def repair_digest(self, snapshot: Snapshot, reel: str, frame: int) -> str:
        """A hash over the accepted repairs of a frame and their baked patches; '' where there are none."""
        return repairs_digest(self.repairs_of(snapshot, reel, frame))

    def _read_frame(self, snapshot: Snapshot, reel: str, frame: int) -> tuple[Repair, ...]:
        segments = self._segments_of(snapshot).at(reel, frame)
        if not segments:
            return ()
        values = {"reel": reel, "frame": frame, "seq": snapshot.seq}
        found: list[Repair] = []
        kept = Protections(snapshot).on(reel, frame)
        guarded = kept.whole or bool(kept.boxes)
        rows = self._readers.get().execute(_FRAME, values)
        for job, defect, detector, *middle, track, pack, offset, length, key, risk, verdict in rows:
            segment = segments.get((job, detector, defect))
            if segment is None or (guarded and detector != HAND and kept.touch(*middle[:4])):
                continue
            found.append(repair_of(segment, reel, frame, (*middle, track, pack, offset, length, key, risk), verdict))
        return tuple(sorted(found, key=lambda repair: (repair.seq, repair.id)))

    def select(self, snapshot: Snapshot, where: str) -> tuple[str, ...]:
        """The ids of the live detections an expression selects, by reel and frame.

        UsageError, with the position and the list of fields, where the expression cannot be read.
        """
        condition = parse(where)
        with self._live(snapshot) as (connection, live):
            found = ask(
                connection, snapshot.seq, f"SELECT lower(hex(key)) FROM ({live}) WHERE", condition,
                "ORDER BY reel, frame, key",
            )  # fmt: skip
            return tuple(dict.fromkeys(id for (id,) in found))

    def frames(self, snapshot: Snapshot, reel: str, where: str = "state=accepted") -> tuple[int, ...]:
        """The frames of a reel on which an expression selects something: by default those with repairs."""
        condition = parse(where)
        with self._live(snapshot) as (connection, live):
            here = "(SELECT number FROM reel_number WHERE reel = :reel)"
            head = f"SELECT DISTINCT frame FROM ({live}) WHERE reel = {here} AND"
            return tuple(
                frame for (frame,) in ask(connection, snapshot.seq, head, condition, "ORDER BY frame", reel=reel)
            )

    def count(self, snapshot: Snapshot, where: str = "") -> dict[str, Count]:
        """Per class, how many live detections are accepted, rejected and proposed."""
        condition = parse(where)
        with self._live(snapshot) as (connection, live):
            found: dict[str, dict[str, int]] = {}
            tail = "GROUP BY class, state ORDER BY class"
            for defect, state, count in ask(
                connection, snapshot.seq, f"SELECT class, state, count(*) FROM ({live}) WHERE", condition, tail
            ):
                found.setdefault(defect, {})[state] = count
        return {defect: Count(**states) for defect, states in found.items()}

    def page(self, snapshot: Snapshot, where: str, after: Place | None, limit: int) -> Page:
        """The repairs that an expression selects, behind a place; see `app.document.listing`."""
        return Pages(snapshot, parse(where), self._live).read(after or Place(), limit)

    def density(self, snapshot: Snapshot, reel: str) -> Density:
        """How much is accepted and proposed on each frame of a reel; the first time some seconds for a million, then
        what counting the frames takes on which something has changed."""
        return self._densities.of(snapshot, reel, self._segments_of(snapshot), self._readers.get())

    def accepted(self, snapshot: Snapshot) -> int:
        """How many repairs are in force in the whole project; as quick as `density`."""
        return sum(int(self.density(snapshot, reel).accepted.sum()) for reel in snapshot.reels)

    def _count_frames(self, snapshot: Snapshot, within: FrameRanges) -> Density:
        (reel, *_), *_ = within
        gathered = _length(within) > GATHERED_FROM
        with self._live(snapshot, within, gathered=gathered) as (connection, live):
            return per_frame(connection, live, reel, snapshot.seq)

    def ask(
        self,
        snapshot: Snapshot,
        question: Callable[[sqlite3.Connection, str], T],
        within: FrameRanges | None = None,
    ) -> T:
        """Hand a question a connection and the SQL for the live detections, all or those on these frames."""
        gathered = within is None or _length(within) > GATHERED_FROM
        with self._live(snapshot, within, gathered=gathered) as (connection, live):
            return question(connection, live)

    def segments(self, snapshot: Snapshot) -> Segments:
        """Which pass speaks for which frames."""
        return self._segments_of(snapshot)

    @contextmanager
    def _live(
        self, snapshot: Snapshot, within: FrameRanges | None = None, *, gathered: bool = False
    ) -> Iterator[tuple[sqlite3.Connection, str]]:
        """A connection on which `temp.segment` is filled, and the SQL for the live detections, all or on some frames.

        `gathered` looks all verdicts up beforehand: quicker where very many detections are asked for.
        """
        segments = self._segments_of(snapshot)
        connection = self._readers.get()
        connection.execute(_SEGMENT_TABLE)
        connection.execute("BEGIN")
        try:
            connection.execute("DELETE FROM temp.segment")
            connection.executemany(
                "INSERT INTO temp.segment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (s.job, s.pass_id, s.detector, s.defect, s.reel, start, end, s.threshold, s.shot)
                    for s in segments.all
                    for start, end in _pieces(s, within)
                ),
            )
            judged = connection.execute("SELECT 1 FROM verdict LIMIT 1").fetchone() is not None
            if judged and gathered:
                fill_judged(connection, snapshot.seq)
            live = _LIVE.format(verdict="NULL" if not judged else LATEST_VERDICT if gathered else _VERDICT)
            regions = Protections(snapshot).regions
            connection.execute(_KEPT_TABLE)
            connection.execute("DELETE FROM temp.kept")
            connection.executemany(
                "INSERT INTO temp.kept VALUES (?, ?, ?, ?, ?, ?, ?)",
                ((item.reel, item.start, item.end, *box) for item, box in regions),
            )
            live += _OUTSIDE if regions else ""
            yield connection, f"{_STATE} FROM ({live})"
        finally:
            connection.execute("ROLLBACK")

    def _segments_of(self, snapshot: Snapshot) -> Segments:
        self._settle(snapshot)
        return self._segments.get(snapshot.repair_seq, lambda: Segments(snapshot, self._adopted()))

    def _adopted(self) -> Mapping[str, Adopted]:
        found = self._readers.get().execute("SELECT pass, number, edit FROM job WHERE pass IS NOT NULL")
        return {pass_id: Adopted(job, edit) for pass_id, job, edit in found}


def in_order(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """Repairs of a frame, given in ledger order, as they are laid on: what machines found, then what people did.

    Each in ledger order. A pass that runs again must not lay its fill over what a person cloned, replaced or brought
    back from the scan.
    """
    machines: list[Repair] = []
    people: list[Repair] = []
    for repair in repairs:
        (people if repair.detector == HAND else machines).append(repair)
    return (*machines, *people)


def repair_of(segment: Segment, reel: str, frame: int, row: Sequence[Any], verdict: str | None) -> Repair:
    """A detection of a segment with what is decided on it.

    `row` is (x0, y0, x1, y1, area, probability, track, pack, offset, length, key, risk) as the table holds them.
    """
    *box, area, probability, track, pack, offset, length, key, risk = row
    x0, y0, x1, y1 = box
    said = "" if verdict in (None, "clear") else verdict
    accepted = said == "accept" or (not said and probability >= segment.threshold)
    return Repair(
        key.hex(), segment.edit, segment.pass_id, reel, frame, segment.defect, segment.detector, x0, y0, x1, y1, area,
        probability, str(UUID(bytes=track)) if track else "", pack, offset, length, said or "", segment.threshold,
        accepted, risk_of(risk, probability, segment.threshold),
    )  # fmt: skip


def _pieces(segment: Segment, within: FrameRanges | None) -> Iterator[tuple[int, int]]:
    """The parts of a segment's frames that lie in some ranges (which do not overlap); all of it for None."""
    if within is None:
        yield segment.start, segment.end
        return
    for reel, start, end in within:
        first, beyond = max(start, segment.start), min(end, segment.end)
        if reel == segment.reel and first < beyond:
            yield first, beyond


def _length(ranges: FrameRanges) -> int:
    return sum(end - start for _, start, end in ranges)


def repairs_digest(repairs: Sequence[Repair]) -> str:
    """A hash over what is composited and in which order, on nothing else; '' where nothing is."""
    parts = (f"{r.id} {r.pack} {r.offset} {r.length}".encode() for r in repairs)
    return sha256(*parts) if repairs else ""


class _Recent(Generic[T]):
    """A small cache of what was asked for last, for many threads; what two ask for at once is made once.

    It holds `size` things at the most, which together weigh no more than `limit` (but the newest in any case).
    """

    def __init__(self, size: int, limit: int = 0, weigh: Callable[[T], int] = lambda _: 0) -> None:
        self._size, self._limit, self._weigh = size, limit, weigh
        self._weight = 0
        self._lock = threading.Lock()
        self._items: OrderedDict[Hashable, T] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        with self._lock:
            if key in self._items:
                self._items.move_to_end(key)
                return self._items[key]
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if key in self._items:
                    return self._items[key]
            try:
                made = make()
                with self._lock:
                    self._items[key] = made
                    self._weight += self._weigh(made)
                    while len(self._items) > self._size or (self._weight > self._limit and len(self._items) > 1):
                        self._weight -= self._weigh(self._items.popitem(last=False)[1])
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return made

    def clear(self) -> None:
        with self._lock:
            self._items.clear()
            self._weight = 0
