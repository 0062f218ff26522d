"""The full look at a project: is everything there, and as it was written."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.document import jobs, ledger
from app.document.artefacts import ArtefactStore
from app.document.database import connect, sqlite_errors, tidy
from app.document.detections import digest_of, stored
from app.document.effects import digest_of_judged, digest_of_keys, hand_digest
from app.document.files import artefacts_beside, with_suffix
from app.document.ledger import LedgerRow, Replay
from app.document.lineage import line_to
from app.document.model import ReelRef
from app.document.named import named_artefacts
from app.document.snapshot import Snapshot
from app.document.upgrades import check_version
from app.errors import ReelmendError

MediaProbe = Callable[[ReelRef], str | None]
"""Says what is wrong with a reel's media, as a sentence, or None."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something found. `kind` is stable: `file`, `chain`, `replay`, `rows`, `artefact`, `media`, `orphan`,
    `temporary`, `job`. What is `harmless` costs room only; `gc` frees it."""

    kind: str
    text: str
    harmless: bool = False


def check(path: Path, media_probe: MediaProbe) -> list[Problem]:
    """Everything that is wrong with the project at `path`; an empty list where it is whole.

    Reads only, and may run beside a process that writes. `media_probe` is asked about every reel. What stops
    the file from being read at all is a problem too, not an exception.
    """
    path = with_suffix(path)
    try:
        with sqlite_errors(path):
            connection = connect(path, write=False)
            try:
                check_version(path, int(connection.execute("PRAGMA user_version").fetchone()[0]))
                connection.execute("BEGIN")
                return list(_problems(connection, path, media_probe))
            finally:
                connection.close()
                tidy(path)
    except ReelmendError as error:
        return [Problem("file", str(error))]


def _problems(connection: sqlite3.Connection, path: Path, media_probe: MediaProbe) -> Iterator[Problem]:
    broken = list(_file(connection, path))
    yield from broken
    if broken:
        return
    yield from _references(connection, path)
    replay = Replay.of(connection)
    yield from _chain(connection, replay)
    yield from _state(connection, replay)
    yield from _rows(connection)
    store = ArtefactStore(artefacts_beside(path))
    yield from _artefacts(connection, store)
    yield from _unfinished(connection)
    for reel in replay.snapshot.reels.values():
        wrong = media_probe(reel)
        if wrong:
            yield Problem("media", wrong)


def _file(connection: sqlite3.Connection, path: Path) -> Iterator[Problem]:
    for (text,) in connection.execute("PRAGMA integrity_check(5)"):
        if text != "ok":
            yield Problem("file", f"{path} is damaged: {text}")


def _references(connection: sqlite3.Connection, path: Path) -> Iterator[Problem]:
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(5):
        yield Problem("file", f"{path} is damaged: a row of '{table}' names a row of '{parent}' that is not there")


def _chain(connection: sqlite3.Connection, replay: Replay) -> Iterator[Problem]:
    """Hashes and replay, row by row; rows after one that cannot be replayed are only hashed."""
    hashes: dict[str, str] = {}
    expected, sound, line = 1, True, line_to(connection)
    for row in ledger.rows(connection):
        if row.seq != expected:
            yield Problem("chain", f"ledger rows {expected} to {row.seq - 1} are missing")
        broken = ledger.broken_link(row, hashes)
        if broken:
            yield Problem("chain", broken)
        hashes[row.id] = row.hash
        expected = row.seq + 1
        if sound and row.seq in line:
            try:
                replay.step(row)
            except ReelmendError as error:
                sound = False
                yield Problem("replay", str(error))


def _state(connection: sqlite3.Connection, replay: Replay) -> Iterator[Problem]:
    """The tables kept beside the ledger must say what the replay says."""
    state = ledger.load(connection)
    if state.snapshot != replay.snapshot:
        yield Problem(
            "replay", f"the stored state is not what the ledger says: {_difference(state.snapshot, replay.snapshot)}"
        )
    if state.cursor != replay.cursor:
        yield Problem("replay", "where undo stands is not what the ledger says")


def _difference(stored_state: Snapshot, replayed: Snapshot) -> str:
    a, b = stored_state.slots(), replayed.slots()
    differing = sorted(slot for slot in a.keys() | b.keys() if a.get(slot) != b.get(slot))
    return ", ".join(" ".join(slot) for slot in differing[:3]) or "another last row"


def _rows(connection: sqlite3.Connection) -> Iterator[Problem]:
    """The rows that edits own must be those whose digest the ledger names."""
    by_edit: dict[int, list[int]] = {}
    for number, edit in connection.execute("SELECT number, edit FROM job WHERE edit IS NOT NULL"):
        by_edit.setdefault(edit, []).append(number)
        for chunk, count, digest in connection.execute(
            "SELECT number, rows, digest FROM job_chunk WHERE job = ?", (number,)
        ).fetchall():
            rows = list(stored(connection, chunk, number))
            if len(rows) != count or digest_of(rows) != digest:
                yield Problem("rows", f"detections of ledger row {edit} were changed after they were written")
    for row in ledger.rows(connection):
        facts = json.loads(row.facts)
        if "digest" in facts and not _facts_hold(connection, row, facts, by_edit.get(row.seq, [])):
            yield Problem("rows", f"what ledger row {row.seq} ({row.summary}) owns is not what it was")


def _facts_hold(connection: sqlite3.Connection, row: LedgerRow, facts: dict[str, object], owned: list[int]) -> bool:
    if "judged" in facts:
        found = connection.execute("SELECT key, verdict FROM verdict WHERE edit = ?", (row.seq,)).fetchall()
        return len(found) == facts["judged"] and digest_of_judged(found) == facts["digest"]
    if "verdicts" in facts:
        found = connection.execute("SELECT key, verdict FROM verdict WHERE edit = ?", (row.seq,)).fetchall()
        same = {verdict for _, verdict in found} == {json.loads(row.command)["verdict"]}
        return same and digest_of_keys(key for key, _ in found) == facts["digest"]
    if "job" in facts:
        return len(owned) == 1 and jobs.digest(connection, owned[0]) == facts["digest"]
    digests = [
        digest
        for number in sorted(owned)
        for (digest,) in connection.execute("SELECT digest FROM job_chunk WHERE job = ?", (number,))
    ]
    return hand_digest(digests) == facts["digest"] and _rejections_hold(connection, row.seq, facts)


def _rejections_hold(connection: sqlite3.Connection, seq: int, facts: dict[str, object]) -> bool:
    """The verdicts that came with hand repairs: none, or the rejection of what they replace."""
    found = connection.execute("SELECT key, verdict FROM verdict WHERE edit = ?", (seq,)).fetchall()
    if any(verdict != "reject" for _, verdict in found):
        return False
    return digest_of_keys(key for key, _ in found) == facts.get("rejected_digest", digest_of_keys(()))


def _artefacts(connection: sqlite3.Connection, store: ArtefactStore) -> Iterator[Problem]:
    named = named_artefacts(connection)
    here = set(store.hashes())
    for hash in sorted(named.surely | (named.maybe & here)):
        damage = store.damage(hash)
        if damage:
            yield Problem("artefact", damage)
    orphans = here - named.surely - named.maybe
    if orphans:
        size = sum(store.path(hash).stat().st_size for hash in orphans)
        text = f"{len(orphans)} artefacts ({size:,} bytes) are named by nothing: 'reelmend gc' frees them"
        yield Problem("orphan", text, harmless=True)
    temporaries = store.temporaries()
    if temporaries:
        text = (
            f"{len(temporaries)} half-written files of interrupted work lie in {store.root}: 'reelmend gc' frees them"
        )
        yield Problem("temporary", text, harmless=True)


def _unfinished(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Interrupted work is nothing wrong, but a person may want to know of it."""
    for kind, created, chunks in connection.execute(
        "SELECT kind, created, (SELECT count(*) FROM job_chunk WHERE job = job.number) FROM job"
        " WHERE state = 'running'"
    ):
        text = f"a {kind} begun {created} is not finished ({chunks} chunks done): run it again to go on"
        yield Problem("job", text, harmless=True)
