"""The append-only history: its rows, the hash that chains them, and the replay that is the truth.

Every row names as `parents` the rows its author had seen: in one copy of a project that is the row before,
after a merge of two people's copies it may be several. An ordinary row is an *edit*: `before` and `after` are
the slots it changed. Undo and redo are rows too: their `target` is the edit they move the cursor over, and
their effect is that edit's `before` or `after`. Which rows count where two copies were merged: `lineage`.

The cursor's path is the list of edits in force. Undo takes its last one off, redo puts it back. An edit made
after an undo goes onto the path where the cursor stands: what was undone stays in the ledger as a branch
nobody is on, and can no longer be redone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as copy_with
from datetime import UTC, datetime
from typing import Any

from app.document.codec import Json, dumps
from app.document.ids import new_id, sha256
from app.document.lineage import MERGE, Cursor, Joined, all_joined, joined_by, line_to
from app.document.snapshot import Slot, Slots, Snapshot, decode_slots, encode_slots
from app.errors import ProjectError

UNDO, REDO = "Undo", "Redo"

_COLUMNS = "seq, id, parents, kind, author, time, summary, target, command, before, after, facts, hash"


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row as it is stored; the JSON columns as canonical text."""

    seq: int
    id: str
    parents: tuple[str, ...]
    kind: str
    author: str
    time: str
    summary: str
    target: str | None
    command: str
    before: str
    after: str
    facts: str
    hash: str = ""

    @property
    def is_edit(self) -> bool:
        """True for an ordinary row, False for undo and redo."""
        return self.target is None

    def computed_hash(self, parent_hashes: Iterable[str]) -> str:
        """SHA-256 over the parents' hashes and everything the row says (its `seq` is only local)."""
        content = [
            self.id, list(self.parents), self.kind, self.author, self.time, self.summary, self.target,
            self.command, self.before, self.after, self.facts,
        ]  # fmt: skip
        return sha256(*(hash.encode() for hash in parent_hashes), dumps(content).encode())


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A row for people: what `reelmend log` prints. `undone`: an edit that is not in force now."""

    seq: int
    id: str
    parents: tuple[str, ...]
    kind: str
    author: str
    time: str
    summary: str
    undone: bool
    acknowledged: bool


def make_row(
    seq: int,
    parent: LedgerRow | None,
    kind: str,
    author: str,
    summary: str,
    *,
    target: str | None = None,
    command: Json = None,
    before: Slots | None = None,
    after: Slots | None = None,
    facts: Mapping[str, Any] | None = None,
    merged: LedgerRow | None = None,
) -> LedgerRow:
    """A new row on top of `parent` (and of `merged`, the last row of another copy), with its id, time and hash."""
    parents = tuple(row for row in (parent, merged) if row is not None)
    row = LedgerRow(
        seq=seq,
        id=new_id(),
        parents=tuple(row.id for row in parents),
        kind=kind,
        author=author,
        time=datetime.now(UTC).isoformat(timespec="milliseconds"),
        summary=summary,
        target=target,
        command=dumps(command),
        before=dumps(encode_slots(before or {})),
        after=dumps(encode_slots(after or {})),
        facts=dumps(dict(facts or {})),
    )
    return copy_with(row, hash=row.computed_hash(item.hash for item in parents))


def insert(connection: sqlite3.Connection, row: LedgerRow) -> None:
    """Append the row."""
    values = {name: getattr(row, name) for name in LedgerRow.__slots__} | {"parents": dumps(list(row.parents))}
    names = ", ".join(f":{name}" for name in values)
    connection.execute(f"INSERT INTO ledger ({', '.join(values)}) VALUES ({names})", values)


def rows(connection: sqlite3.Connection, first: int = 1, last: int | None = None) -> Iterator[LedgerRow]:
    """Rows by sequence, `first` to `last` inclusive."""
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM ledger WHERE seq >= ? AND seq <= ? ORDER BY seq",
        (first, 2**62 if last is None else last),
    )
    for seq, id, parents, *rest in found:
        yield LedgerRow(*(seq, id, tuple(json.loads(parents)), *rest))


def heads(connection: sqlite3.Connection, first: int = 1, last: int | None = None) -> Iterator[LedgerRow]:
    """Rows without what they changed, which may be large: enough for a history."""
    found = connection.execute(
        "SELECT seq, id, parents, kind, author, time, summary, target FROM ledger WHERE seq >= ? AND seq <= ?"
        " ORDER BY seq",
        (first, 2**62 if last is None else last),
    )
    for seq, id, parents, kind, author, time, summary, target in found:
        yield LedgerRow(seq, id, tuple(json.loads(parents)), kind, author, time, summary, target, "", "", "", "", "")


def entry_of(row: LedgerRow, *, undone: bool, acknowledged: bool) -> LedgerEntry:
    """A row as people see it."""
    return LedgerEntry(
        row.seq, row.id, row.parents, row.kind, row.author, row.time, row.summary, undone, acknowledged
    )


def row_at(connection: sqlite3.Connection, seq: int) -> LedgerRow:
    """The row with this sequence number."""
    row = next(rows(connection, seq, seq), None)
    if row is None:
        raise ProjectError(f"the ledger has no row {seq}")
    return row


def broken_link(row: LedgerRow, hashes: Mapping[str, str]) -> str | None:
    """What is wrong with a row's place in the chain, as a sentence, or None. `hashes` are those of earlier rows."""
    missing = [parent for parent in row.parents if parent not in hashes]
    if missing:
        return f"ledger row {row.seq} follows row {missing[0]}, which is not there"
    if row.computed_hash(hashes[parent] for parent in row.parents) != row.hash:
        return f"ledger row {row.seq} ({row.summary}) was changed after it was written: its hash does not match"
    return None


def effect_of(row: LedgerRow, target: LedgerRow | None) -> dict[Slot, Any]:
    """The slots a row sets; `target` is the edit that an undo or redo moves over."""
    if target is None:
        return decode_slots(json.loads(row.after))
    return decode_slots(json.loads(target.before if row.kind == UNDO else target.after))


def touches_repairs(row: LedgerRow) -> bool:
    """True where an edit changed verdicts or detections, which are no slots."""
    return row.facts != "{}"


@dataclass
class Replay:
    """The state, rebuilt row by row from the ledger alone."""

    snapshot: Snapshot = field(default_factory=Snapshot)
    cursor: Cursor = field(default_factory=Cursor)
    _edits: dict[str, LedgerRow] = field(default_factory=dict)

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> Replay:
        """The empty state, which knows the merges of this file."""
        return cls(cursor=Cursor(merges=all_joined(connection)))

    def step(self, row: LedgerRow) -> None:
        """Apply the next row of the line; ProjectError where an undo or redo does not fit the path."""
        target = None if row.target is None else self._edits.get(row.target)
        if row.is_edit:
            self._edits[row.id] = row
            self.cursor.edit(row.seq)
        else:
            stack = self.cursor.path if row.kind == UNDO else self.cursor.undone
            if target is None or not stack or stack[-1] != target.seq:
                raise ProjectError(f"ledger row {row.seq} ({row.summary}) does not follow from the rows before it")
            _ = self.cursor.undo() if row.kind == UNDO else self.cursor.redo()
        self.snapshot = self.snapshot.with_slots(
            effect_of(row, target), row.seq, row.id, repairs=touches_repairs(target or row)
        )


def replay(connection: sqlite3.Connection, last: int | None = None) -> Replay:
    """The state after row `last` (the end where None), from the ledger alone."""
    state, line = Replay.of(connection), line_to(connection, last)
    for row in rows(connection, 1, last):
        if row.seq in line:
            state.step(row)
    return state


def load(connection: sqlite3.Connection) -> Replay:
    """The state after the last row, from the tables kept beside the ledger: quick however long it is."""
    last = connection.execute("SELECT seq, id FROM ledger ORDER BY seq DESC LIMIT 1").fetchone()
    if last is None:
        return Replay()
    seq, id = last
    stored = connection.execute("SELECT key, value FROM slot")
    slots = decode_slots((json.loads(key), json.loads(value)) for key, value in stored)
    path = [edit for (edit,) in connection.execute("SELECT edit FROM span WHERE to_seq IS NULL ORDER BY edit")]
    cursor = Cursor(path, _redoable(connection), all_joined(connection))
    return Replay(Snapshot().with_slots(slots, seq, id, repairs=True), cursor)


def _redoable(connection: sqlite3.Connection) -> list[int]:
    """What was undone since the last edit, and not yet redone."""
    undone: list[int] = []
    tail = connection.execute(
        "SELECT l.kind, t.seq FROM ledger l JOIN ledger t ON t.id = l.target WHERE l.seq >"
        " (SELECT coalesce(max(seq), 0) FROM ledger WHERE target IS NULL) ORDER BY l.seq"
    )
    for kind, target in tail:
        if kind == UNDO:
            undone.append(target)
        else:
            undone.pop()
    return undone


def commit_row(connection: sqlite3.Connection, row: LedgerRow, slots: Slots, target_seq: int | None) -> None:
    """Append a row and bring the tables beside the ledger to the state after it, in the open transaction."""
    insert(connection, row)
    for key, value in encode_slots(slots):
        if value is None:
            connection.execute("DELETE FROM slot WHERE key = ?", (dumps(key),))
        else:
            connection.execute("INSERT OR REPLACE INTO slot VALUES (?, ?)", (dumps(key), dumps(value)))
    edit = row.seq if target_seq is None else target_seq
    joined = joined_by(connection, edit) if target_seq is not None or row.kind == MERGE else Joined()
    on, off = (edit, *joined.opened), joined.closed
    if row.kind == UNDO:
        on, off = off, on
    for gone in off:
        connection.execute("UPDATE span SET to_seq = ? WHERE edit = ? AND to_seq IS NULL", (row.seq, gone))
    connection.executemany("INSERT INTO span VALUES (?, ?, NULL)", ((item, row.seq) for item in on))
