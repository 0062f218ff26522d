"""The history for people who look through it: which rows fit, what a page of them says, where undo stood at a row.

All of it reads the ledger table; hand these functions to `Project.read`.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.document.ledger import REDO, UNDO, LedgerRow
from app.document.lineage import Cursor, all_joined, line_to
from app.document.model import nothing

BY_HAND = ("AddRepairs", "ReviseRepairs")
"""Kinds of rows whose repairs lie elsewhere: what they put into force tells the frames."""

LONG = 20_000
"""Characters of a recorded command beyond which a page leaves it out: a pass over a whole film names 10,000 maps."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the history.

    Attributes:
        kind: The command's kind, or "Undo" or "Redo".
        time: ISO 8601, UTC.
        summary: The stored English sentence.
        command: The recorded values of the command; empty where they are too long.
        shots: Ids of the shots it concerns.
        about: For an undo or redo, the edit it moves over.
        frames: The frames (reel, index) that work by hand was done on or a verdict names, in order; else empty.
    """

    seq: int
    kind: str
    author: str
    time: str
    summary: str
    command: Mapping[str, Any]
    shots: tuple[str, ...] = ()
    about: Entry | None = None
    frames: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which rows to list. Empty fields let everything through.

    Attributes:
        text: Part of the stored sentence, whatever its case...
        kinds_of_text: ...or else any of these kinds: those whose name in the user's language has the text.
        kinds: Only these kinds.
        author: Only this person's.
        shots: Only rows that concern one of these shots.
    """

    text: str = ""
    kinds_of_text: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    author: str = ""
    shots: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        """True where every row fits."""
        return not (self.text or self.kinds or self.author or self.shots)


def matching(connection: sqlite3.Connection, wanted: EntryFilter) -> array[int]:
    """The sequence numbers of the rows that fit, oldest first."""
    where, values = ["1"], list[Any]()
    if wanted.text:
        kinds = sorted(wanted.kinds_of_text)
        where.append(f"(instr(lower(l.summary), ?) OR l.kind IN ({_marks(kinds)}))")
        values += [wanted.text.lower(), *kinds]
    if wanted.kinds:
        where.append(f"l.kind IN ({_marks(wanted.kinds)})")
        values += sorted(wanted.kinds)
    if wanted.author:
        where.append("l.author = ?")
        values.append(wanted.author)
    if wanted.shots:
        found = [
            f"instr(coalesce(t.{column}, l.{column}), ?)" for column in ("after", "command") for _ in wanted.shots
        ]
        where.append(f"({' OR '.join(found)})")
        values += [*wanted.shots, *wanted.shots]
    joined = "LEFT JOIN ledger t ON t.id = l.target" if wanted.shots else ""
    found_rows = connection.execute(
        f"SELECT l.seq FROM ledger l {joined} WHERE {' AND '.join(where)} ORDER BY l.seq", values
    )
    return array("q", (seq for (seq,) in found_rows))


def page(connection: sqlite3.Connection, seqs: Sequence[int]) -> tuple[Entry, ...]:
    """These rows, in this order; rows that are not there are left out."""
    found = {seq: (entry, target) for seq, entry, target in _read(connection, "seq", seqs)}
    targets = {target for _, target in found.values() if target}
    about = {id: entry for id, entry, _ in _read(connection, "id", sorted(targets))}
    made = []
    for seq in seqs:
        if seq in found:
            entry, target = found[seq]
            made.append(entry if not target else with_about(entry, about.get(target)))
    return tuple(made)


def entry_of(row: LedgerRow) -> Entry:
    """A row that was just made."""
    command = json.loads(row.command) if row.command and len(row.command) < LONG else None
    after = row.after if row.kind in BY_HAND else None
    return _entry(row.seq, row.kind, row.author, row.time, row.summary, command, after)


def with_about(entry: Entry, about: Entry | None) -> Entry:
    """An undo or redo with the edit it moves over."""
    shots = about.shots if about is not None else ()
    return replace(entry, shots=shots, about=about)


def authors(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Everybody who has written a row."""
    return tuple(name for (name,) in connection.execute("SELECT DISTINCT author FROM ledger ORDER BY author"))


def cursor_at(connection: sqlite3.Connection, seq: int) -> Cursor:
    """Which edits were in force after row `seq`, and which could be redone."""
    cursor, line = Cursor(merges=all_joined(connection)), line_to(connection, seq)
    for row, kind in connection.execute("SELECT seq, kind FROM ledger WHERE seq <= ? ORDER BY seq", (seq,)):
        if row not in line:
            continue
        if kind == UNDO:
            cursor.undo()
        elif kind == REDO:
            cursor.redo()
        else:
            cursor.edit(row)
    return cursor


def steps_to(now: Cursor, then: Cursor) -> tuple[int, int] | None:
    """How many undos and then how many redos lead from `now` to the edits that were in force `then`.

    None where they do not lead there: an edit of that state was undone and another made since.
    """
    here, there, common = now.stack, then.stack, 0
    for ours, theirs in zip(here, there, strict=False):
        if ours != theirs:
            break
        common += 1
    undone = [*now.undone, *reversed(here[common:])]
    wanted = there[common:]
    redone = undone[: -len(wanted) - 1 : -1]
    return (len(here) - common, len(wanted)) if redone == wanted else None


def _read(
    connection: sqlite3.Connection, column: str, values: Sequence[int] | Sequence[str]
) -> Iterable[tuple[Any, Entry, str]]:
    """By `column`: its value, the row, and its target's id."""
    for start in range(0, len(values), 500):
        part = values[start : start + 500]
        rows = connection.execute(
            f"SELECT {column}, seq, kind, author, time, summary, target,"
            f" CASE WHEN length(command) < {LONG} THEN command END,"
            " CASE WHEN kind = 'RecordPass' THEN json_extract(command, '$.pass_.recipe') END,"
            " CASE WHEN kind = 'RecordPass' THEN json_extract(command, '$.pass_.shots') END,"
            f" CASE WHEN kind IN ({_marks(BY_HAND)}) THEN after END"
            f" FROM ledger WHERE {column} IN ({_marks(part)})",
            (*BY_HAND, *part),
        )
        for key, seq, kind, author, time, summary, target, command, recipe, shots, after in rows:
            told = json.loads(command) if command else None
            if recipe is not None:
                told = {"pass_": {"recipe": recipe, "shots": json.loads(shots)}}
            yield key, _entry(seq, kind, author, time, summary, told, after), target or ""


def _entry(
    seq: int, kind: str, author: str, time: str, summary: str, command: Mapping[str, Any] | None, after: str | None
) -> Entry:
    command = command or nothing()
    shots, frames = _by_hand(after) if after else (_shots_of(command), _frames_of(command))
    return Entry(seq, kind, author, time, summary, command, shots, None, frames)


def _by_hand(after: str) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    """The shots and the frames of the hand's passes that a row put into force or took out of it."""
    shots: dict[str, None] = {}
    frames: set[tuple[str, int]] = set()
    for (family, *_), item in json.loads(after):
        if family == "pass" and item is not None:
            shots |= dict.fromkeys(item.get("shots", ()))
            frames |= {(reel, index) for reel, start, end in item.get("ranges", ()) for index in range(start, end)}
    return tuple(shots), tuple(sorted(frames))


def _shots_of(command: Mapping[str, Any]) -> tuple[str, ...]:
    """The shots a recorded command names, whichever way it does."""
    if "pass_" in command:
        return tuple(command["pass_"].get("shots", ()))
    if "stacks" in command:
        return tuple(dict.fromkeys(item["shot"] for item in command["stacks"]))
    if isinstance(command.get("shot"), str):
        return (command["shot"],)
    return tuple(command.get("shots") or ())


def _frames_of(command: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    """The frames that a verdict names."""
    told = command.get("frames") if "verdict" in command else None
    return tuple((str(reel), int(index)) for reel, index in told or ())


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)
