"""What two copies of a project have in common, and what each did since."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from app.document.entries import cursor_at
from app.document.ledger import REDO, UNDO
from app.document.lineage import line_to
from app.document.project import Project
from app.document.snapshot import Slot, Snapshot
from app.errors import UsageError

Stamp = tuple[str, str]
"""Time and id of a row: which of two is newer, in whichever copy one asks."""


@dataclass(frozen=True, slots=True)
class Author:
    """The row that did something: when, by whom, and what the history says of it."""

    stamp: Stamp
    who: str
    said: str
    kind: str


@dataclass(frozen=True)
class State:
    """A copy at one of its rows. `judged` are the verdicts in force by key ('' where one was cleared), with the
    sequence of the row that gave them; `in_force` the ids of the edits that count."""

    project: Project
    snapshot: Snapshot
    in_force: frozenset[str]
    judged: Mapping[bytes, tuple[str, int]]

    def verdict(self, key: bytes) -> str:
        """What a person said of a component or a track; '' for nothing."""
        return self.judged.get(key, ("", 0))[0]


@dataclass(frozen=True)
class Copy:
    """One copy as it is now. `own` are the ids of its rows that the other has not, by sequence; `setters` says which
    of them set a slot last."""

    now: State
    rows: Mapping[str, Author]
    own: tuple[str, ...]
    setters: Mapping[Slot, Author]
    seqs: Mapping[str, int]
    ids: Mapping[int, str]

    @property
    def project(self) -> Project:
        """The open project."""
        return self.now.project

    @property
    def latest(self) -> Author:
        """The last row; for what no single row can be named."""
        return self.rows[self.now.snapshot.entry]

    def at(self, seq: int) -> Author:
        """The row of this sequence."""
        id = self.ids.get(seq)
        return self.latest if id is None else self.rows[id]


@dataclass(frozen=True)
class Pair:
    """Two copies and the state from which both went on."""

    base: State
    a: Copy
    b: Copy


def must_be_copies(a: Project, b: Project) -> None:
    """UsageError where they are no copies of one project, or the very same file."""
    if a.path.resolve() == b.path.resolve():
        raise UsageError(f"{a.path} cannot be merged with itself: name the other person's copy")
    if a.id != b.id:
        raise UsageError(
            f"{a.path} and {b.path} are not copies of one project: only work that began from the same project can be "
            "merged"
        )


def compared(a: Project, b: Project) -> Pair:
    """Look at two copies; UsageError as `must_be_copies`."""
    must_be_copies(a, b)
    ours, theirs = _rows(a), _rows(b)
    common = ours.keys() & theirs.keys()
    base = _base(a, b, ours, theirs, common)
    return Pair(base, _copy(a, ours, common), _copy(b, theirs, common))


def _rows(project: Project) -> dict[str, tuple[int, tuple[str, ...], Author]]:
    def ask(connection: sqlite3.Connection) -> dict[str, tuple[int, tuple[str, ...], Author]]:
        found = connection.execute("SELECT id, seq, parents, time, author, summary, kind FROM ledger ORDER BY seq")
        return {
            id: (seq, tuple(json.loads(parents)), Author((time, id), who, said, what))
            for id, seq, parents, time, who, said, what in found
        }

    return project.read(ask)


def _base(
    a: Project,
    b: Project,
    ours: Mapping[str, tuple[int, tuple[str, ...], Author]],
    theirs: Mapping[str, tuple[int, tuple[str, ...], Author]],
    common: set[str],
) -> State:
    """The last common row on the line of either copy; the later one where the two differ.

    Where each copy took the other's work in by itself, and both went on, neither is the later one: then either will
    do, and what one has changed since counts as changed by both, which can only ask too much of a person.
    """
    places = []
    for project, rows in ((a, ours), (b, theirs)):
        line = project.read(line_to)
        seqs = [rows[id][0] for id in common if rows[id][0] in line]
        places.append((project, max(seqs, default=0)))
    (_, seq_a), (_, seq_b) = places
    id_a = next((id for id, row in ours.items() if row[0] == seq_a), "")
    id_b = next((id for id, row in theirs.items() if row[0] == seq_b), "")
    later = id_a == id_b or id_a in _ancestors(id_b, theirs)
    apart = not later and id_b not in _ancestors(id_a, ours)
    project, seq = places[1] if (later if not apart else id_a < id_b) else places[0]
    return _state(project, seq)


def _ancestors(id: str, rows: Mapping[str, tuple[int, tuple[str, ...], Author]]) -> set[str]:
    found: set[str] = set()
    waiting = [id]
    while waiting:
        here = waiting.pop()
        if here in rows and here not in found:
            found.add(here)
            waiting += rows[here][1]
    return found


def _state(project: Project, seq: int) -> State:
    path = project.read(lambda connection: cursor_at(connection, seq)).path
    ids = project.read(lambda connection: dict(connection.execute("SELECT seq, id FROM ledger").fetchall()))
    judged = project.read(lambda connection: _judged(connection, seq))
    return State(project, project.snapshot_at(seq), frozenset(ids[edit] for edit in path), judged)


def _judged(connection: sqlite3.Connection, seq: int) -> dict[bytes, tuple[str, int]]:
    found = connection.execute(
        "SELECT v.key, v.verdict, max(v.edit) FROM verdict v JOIN span s ON s.edit = v.edit"
        " WHERE s.from_seq <= :seq AND (s.to_seq IS NULL OR s.to_seq > :seq) GROUP BY v.key",
        {"seq": seq},
    )
    return {key: ("" if verdict == "clear" else verdict, edit) for key, verdict, edit in found}


def _copy(project: Project, rows: Mapping[str, tuple[int, tuple[str, ...], Author]], common: set[str]) -> Copy:
    own = tuple(id for id in rows if id not in common)
    authors = {id: author for id, (_, _, author) in rows.items()}
    seqs = {id: seq for id, (seq, _, _) in rows.items()}
    state = _state(project, project.snapshot.seq)
    return Copy(state, authors, own, _setters(project, own, authors), seqs, {seq: id for id, seq in seqs.items()})


def _setters(project: Project, own: tuple[str, ...], authors: Mapping[str, Author]) -> dict[Slot, Author]:
    """Which of a copy's own rows set each slot last."""

    def ask(connection: sqlite3.Connection) -> dict[Slot, Author]:
        found: dict[Slot, Author] = {}
        line = line_to(connection)
        wanted = set(own)
        for seq, id, kind, after, target in connection.execute(
            "SELECT l.seq, l.id, l.kind, coalesce(t.after, l.after), l.target FROM ledger l"
            " LEFT JOIN ledger t ON t.id = l.target ORDER BY l.seq"
        ):
            if id not in wanted or seq not in line or (target is not None and kind not in (UNDO, REDO)):
                continue
            for key, _ in json.loads(after):
                found[tuple(key)] = authors[id]
        return found

    return project.read(ask)
