"""Which rows made the state, where a ledger holds the rows of two copies.

A merge is a row with two parents: the last row of this copy, then the last of the other. Before it stand the other
copy's own rows as they are, hashes and all. The state is the fold of the rows on the *line*: from the last row back
by first parents. What came from the other copy is history, and the merge row says which of those edits it puts in
force (`opened`) and which of ours it takes out because they were undone over there (`closed`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container, Mapping
from dataclasses import dataclass, field

MERGE = "Merge"
"""The kind of the row that joins another copy's work."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What a merge row does to other edits, by their sequence in this file."""

    opened: tuple[int, ...] = ()
    closed: tuple[int, ...] = ()


def joined_by(connection: sqlite3.Connection, seq: int) -> Joined:
    """What the row does to other edits: nothing where it is no merge."""
    found = connection.execute("SELECT facts FROM ledger WHERE seq = ? AND kind = ?", (seq, MERGE)).fetchone()
    return Joined() if found is None else _joined(connection, found[0])


def all_joined(connection: sqlite3.Connection) -> dict[int, Joined]:
    """Every merge in the ledger."""
    found = connection.execute(f"SELECT seq, facts FROM ledger WHERE kind = '{MERGE}'").fetchall()
    return {seq: _joined(connection, facts) for seq, facts in found}


def _joined(connection: sqlite3.Connection, facts: str) -> Joined:
    told = json.loads(facts)
    return Joined(_seqs(connection, told["opened"]), _seqs(connection, told["closed"]))


def _seqs(connection: sqlite3.Connection, ids: list[str]) -> tuple[int, ...]:
    ask = "SELECT seq FROM ledger WHERE id = ?"
    found = (connection.execute(ask, (id,)).fetchone() for id in ids)
    return tuple(sorted(row[0] for row in found if row is not None))


def line_to(connection: sqlite3.Connection, last: int | None = None) -> Container[int]:
    """The sequence numbers of the rows whose fold is the state after row `last` (the end where None)."""
    if connection.execute(f"SELECT 1 FROM ledger WHERE kind = '{MERGE}' LIMIT 1").fetchone() is None:
        return range(1, 2**62)
    parents, seqs, tip = {}, {}, ""
    found = connection.execute("SELECT seq, id, parents FROM ledger WHERE seq <= ? ORDER BY seq", (last or 2**62,))
    for seq, id, text in found:
        parents[id], seqs[id], tip = json.loads(text), seq, id
    line: set[int] = set()
    while tip in seqs:
        line.add(seqs[tip])
        tip = parents[tip][0] if parents[tip] else ""
    return line


@dataclass
class Cursor:
    """Where undo and redo stand: sequence numbers of the edits in force, and of those that can be redone.

    `merges` are the merge rows of the ledger: moving over one moves over what it joined as well.
    """

    path: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)
    merges: Mapping[int, Joined] = field(default_factory=dict, compare=False)

    def copy(self) -> Cursor:
        """An independent copy, to roll back to."""
        return Cursor(list(self.path), list(self.undone), self.merges)

    def edit(self, seq: int) -> None:
        """A new edit: what was undone can no longer be redone."""
        self._take_in(seq)
        self.undone.clear()

    def undo(self) -> int:
        """Take the last edit off the path and return it."""
        seq = self.path.pop()
        if seq in self.merges:
            joined = self.merges[seq]
            self.path = sorted((set(self.path) - set(joined.opened)) | set(joined.closed))
        self.undone.append(seq)
        return seq

    def redo(self) -> int:
        """Put the last undone edit back and return it."""
        seq = self.undone.pop()
        self._take_in(seq)
        return seq

    @property
    def stack(self) -> list[int]:
        """The edits that undo takes off one after another, the last first: what a merge joined goes with it."""
        found = set(self.path)
        for seq in sorted(self.merges, reverse=True):
            if seq in found:
                found = (found - set(self.merges[seq].opened)) | set(self.merges[seq].closed)
        return sorted(found)

    def _take_in(self, seq: int) -> None:
        if seq in self.merges:
            joined = self.merges[seq]
            self.path = sorted((set(self.path) - set(joined.closed)) | set(joined.opened))
        self.path.append(seq)
