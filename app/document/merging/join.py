"""Carrying a merge out: artefacts first, each on the disk, then all rows in one transaction."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import replace as copy_with

from app.document import detections, lease, ledger
from app.document.artefacts import ArtefactStore
from app.document.codec import encode
from app.document.commands.base import number
from app.document.detections import Chunk
from app.document.effects import StoreJudged
from app.document.ids import new_id
from app.document.ledger import LedgerRow
from app.document.lineage import MERGE
from app.document.merging.copies import compared, must_be_copies
from app.document.merging.planning import Plan, Prefer, made_plan
from app.document.model import Conflict, Version
from app.document.named import tokens
from app.document.project import Project
from app.document.snapshot import Slot, Slots, decode_slots, encode_slots
from app.errors import LockedError, ProjectError

Told = Callable[[str, int, int], None]
"""Told what is being done ("copying artefacts": the last word is what is counted), and how much of how much is."""

PIECE = 1 << 20


def silent(what: str, done: int, of: int) -> None:
    """Says nothing."""


@dataclass(frozen=True)
class Merged:
    """What was joined: the merge row's sequence (0 where there was nothing to join), whose work, the conflicts."""

    seq: int
    summary: str
    conflicts: tuple[Conflict, ...]
    rows: int
    artefacts: int
    people: tuple[str, ...] = ()


def plan(a: Project, b: Project, prefer: Prefer = "", told: Told = silent) -> Plan:
    """What merging b into a would do; writes nothing.

    Raises:
        UsageError: They are no copies of one project.
        ProjectError: One of them is damaged.
    """
    return made_plan(compared(a, b), prefer, lambda done, of: told("comparing frames", done, of))


def merge(a: Project, b: Project, prefer: Prefer = "", told: Told = silent) -> Merged:
    """Bring the work of copy b into copy a, which is open for writing; b is only read.

    Stopped at any moment, a is as it was before, with artefacts at most that nothing names.

    Args:
        a: The project merged into.
        b: The other copy.
        prefer: Whose work counts where both touched the same; '' leaves conflicts open, the newer work in force.
        told: Progress.

    Raises:
        UsageError: They are no copies of one project.
        ProjectError: An artefact of b is missing or damaged.
        NoRoomError: The disk is full.
        LockedError: Somebody is working in b.
    """
    must_be_copies(a, b)
    holder = b.read(lease.read)
    if holder is not None and not lease.is_stale(holder, time.time()):
        raise LockedError(lease.refusal(b.path, holder, time.time()))
    made = plan(a, b, prefer, told)
    if made.nothing:
        return Merged(0, f"{a.path.name} has everything that was done in {b.path.name} already.", (), 0, 0)
    brought = _bring_artefacts(a, b, made, told)
    row = a.write(lambda connection: b.read(lambda other: _write(connection, other, made, a, told)))
    a.reload()
    return Merged(row.seq, row.summary, made.conflicts, made.rows, brought, made.people)


def _bring_artefacts(a: Project, b: Project, made: Plan, told: Told) -> int:
    """Copy what b's own rows name and a has not; each is on the disk before the next."""
    wanted = sorted(b.read(lambda connection: _named(connection, set(made.pair.b.own), b.artefacts)))
    missing = [hash for hash in wanted if a.artefacts.damage(hash) is not None]
    for done, hash in enumerate(missing, 1):
        if a.artefacts.put(_pieces(b.artefacts, hash), "the other copy's work") != hash:
            raise ProjectError(f"{b.artefacts.damage(hash)}; nothing was merged")
        told("copying artefacts", done, len(missing))
    return len(missing)


def _named(connection: sqlite3.Connection, own: set[str], store: ArtefactStore) -> Iterator[str]:
    seqs = []
    for seq, id, command, before, after in connection.execute("SELECT seq, id, command, before, after FROM ledger"):
        if id in own:
            seqs.append(seq)
            yield from (hash for hash in tokens(command + before + after) if store.has(hash))
    packs: set[str] = set()
    for seq in seqs:
        found = connection.execute(
            "SELECT DISTINCT a.hash FROM job j JOIN job_chunk c ON c.job = j.number"
            " JOIN detection d ON d.job = j.number JOIN artefact a ON a.number = d.pack WHERE j.edit = ?",
            (seq,),
        )
        packs |= {hash for (hash,) in found}
    yield from packs


def _pieces(store: ArtefactStore, hash: str) -> Iterator[bytes]:
    path = store.path(hash)
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece
    except OSError as error:
        raise ProjectError(
            f"the artefact {path} cannot be read ({error.strerror}): bring it back from your backup"
        ) from error


def _write(
    connection: sqlite3.Connection, other: sqlite3.Connection, made: Plan, a: Project, told: Told
) -> LedgerRow:
    """Everything into the open transaction of copy a's writer."""
    (seq,) = connection.execute("SELECT coalesce(max(seq), 0) FROM ledger").fetchone()
    (last,) = other.execute("SELECT coalesce(max(seq), 0) FROM ledger").fetchone()
    if seq != made.pair.a.now.snapshot.seq or last != made.pair.b.now.snapshot.seq:
        raise ProjectError("somebody has gone on working in one of the copies meanwhile: merge again")
    own = set(made.pair.b.own)
    places: dict[int, int] = {}
    theirs: LedgerRow | None = None
    for row in ledger.rows(other):
        theirs = row
        if row.id in own:
            seq += 1
            places[row.seq] = seq
            ledger.insert(connection, copy_with(row, seq=seq))
    _copy_jobs(connection, other, places, a.artefacts.has, told)
    _copy_verdicts(connection, other, places)
    tip = ledger.row_at(connection, made.pair.a.now.snapshot.seq) if made.pair.a.now.snapshot.seq else None
    slots = decode_slots(encode_slots(_placed(connection, made.slots)))
    judged = StoreJudged(tuple(made.verdicts.items()))
    row = ledger.make_row(
        seq + 1, tip, MERGE, a.author, _summary(made), merged=theirs,
        command={
            "where": "merge", "rows": made.rows,
            "conflicts": [{**encode(item), "open": made.open} for item in made.conflicts],
        },
        before={slot: made.pair.a.now.snapshot.slot(slot) for slot in slots}, after=slots,
        facts={"opened": list(made.opened), "closed": list(made.closed), **judged.facts(connection)},
    )  # fmt: skip
    ledger.commit_row(connection, row, slots, None)
    judged.commit(connection, row.seq, a.artefacts.has)
    return row


def _placed(connection: sqlite3.Connection, slots: Slots) -> dict[Slot, object]:
    """Versions say where in this ledger their row is."""
    found: dict[Slot, object] = {}
    for slot, value in slots.items():
        if isinstance(value, Version) and value.entry:
            (seq,) = connection.execute("SELECT seq FROM ledger WHERE id = ?", (value.entry,)).fetchone()
            value = copy_with(value, seq=seq)
        found[slot] = value
    return found


def _summary(made: Plan) -> str:
    people = ", ".join(made.people)
    rows = number(made.rows, "edit")
    left = len(made.conflicts)
    clashes = number(left, "conflict") if left else "no conflict"
    if made.open and left:
        return f"Merged the work of {people}: {rows}, {clashes} left open."
    return f"Merged the work of {people}: {rows}, {clashes}."


def _copy_jobs(
    connection: sqlite3.Connection,
    other: sqlite3.Connection,
    places: Mapping[int, int],
    has: Callable[[str], bool],
    told: Told,
) -> None:
    """The detections of the other copy's own rows, chunk by chunk, checked against their digests."""
    found = other.execute(
        "SELECT number, id, kind, key, spec, created, edit, pass FROM job WHERE edit IS NOT NULL ORDER BY number"
    ).fetchall()
    found = [job for job in found if job[6] in places]
    for done, (old, id, kind, key, spec, created, edit, pass_id) in enumerate(found, 1):
        if connection.execute("SELECT 1 FROM job WHERE id = ?", (id,)).fetchone():
            id = new_id()  # begun before the copies parted
        number = connection.execute(
            "INSERT INTO job VALUES (NULL, ?, ?, ?, ?, 'finished', ?, ?, ?)",
            (id, kind, key, spec, created, places[edit], pass_id),
        ).lastrowid
        assert number is not None
        for chunk in other.execute(
            "SELECT number, key, payload, kinds, rows, digest FROM job_chunk WHERE job = ? ORDER BY number", (old,)
        ).fetchall():
            _copy_chunk(connection, other, (old, number), chunk, has)
        told("taking over detections", done, len(found))


def _copy_chunk(
    connection: sqlite3.Connection,
    other: sqlite3.Connection,
    job: tuple[int, int],
    chunk: tuple[int, str, str, str, int, str],
    has: Callable[[str], bool],
) -> None:
    number, key, payload, kinds, count, digest = chunk
    rows = list(detections.stored(other, number, job[0]))
    told = Chunk(count, tuple((a, b) for a, b in json.loads(kinds)), digest)
    if len(rows) != count or detections.digest_of(rows) != told.digest:
        raise ProjectError(
            "the other copy is damaged: detections were changed after they were written; check it first"
        )
    made = connection.execute(
        "INSERT INTO job_chunk VALUES (NULL, ?, ?, ?, ?, ?, ?)", (job[1], key, payload, kinds, count, digest)
    ).lastrowid
    assert made is not None
    detections.insert(connection, job[1], made, rows, has)


def _copy_verdicts(connection: sqlite3.Connection, other: sqlite3.Connection, places: Mapping[int, int]) -> None:
    for old, new in places.items():
        found = other.execute("SELECT key, verdict FROM verdict WHERE edit = ?", (old,))
        connection.executemany("INSERT INTO verdict VALUES (?, ?, ?)", ((key, new, word) for key, word in found))
