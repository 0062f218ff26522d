"""Verdicts: what both copies say of a component or a track."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from app.document.merging.copies import Author, Copy, Pair, State
from app.document.merging.three_way import Rule, Side
from app.document.project import Project

CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a component is: reel, frame, box and class."""

    reel: str
    frame: int
    box: tuple[int, int, int, int]
    defect: str
    key: bytes
    track: bytes


@dataclass(frozen=True, slots=True)
class Dissent:
    """Two different verdicts on one key; `a` and `b` are the words ("clear" for none)."""

    key: bytes
    a: str
    b: str
    chosen: Side
    by_a: Author
    by_b: Author
    place: Place | None


@dataclass(frozen=True)
class Judged:
    """`said` are the verdicts the merge row must give itself, so that what both copies say comes out whichever of
    them was merged into the other; `dissents` what they do not agree on."""

    said: Mapping[bytes, str]
    dissents: tuple[Dissent, ...]


def changed_keys(pair: Pair, copy: Copy) -> set[bytes]:
    """The components and tracks on which a copy says something else than before."""
    keys = {*pair.base.judged, *copy.now.judged}
    return {key for key in keys if pair.base.verdict(key) != copy.now.verdict(key)}


def join_verdicts(pair: Pair, rule: Rule, opened: Collection[str], closed: Collection[str]) -> Judged:
    """Bring the verdicts of both copies together. `opened` and `closed` are ids of edits that the merge moves."""
    ours, theirs = changed_keys(pair, pair.a), changed_keys(pair, pair.b)
    asked = {*ours, *theirs}
    places = [place for copy in (pair.a, pair.b) for place in placed(copy.project, asked)]
    crossed = {
        place
        for place in places
        if (place.track in ours and place.key in theirs) or (place.track in theirs and place.key in ours)
    }
    said: dict[bytes, str] = {}
    dissents: list[Dissent] = []
    by_key = {place.key: place for place in places} | {place.track: place for place in places if place.track in asked}
    for place in sorted(crossed, key=lambda item: item.key):
        found = [_in_force(state, place) for state in (pair.base, pair.a.now, pair.b.now)]
        _decide(pair, rule, place.key, found, by_key, said, dissents)
        said.setdefault(place.key, found[1][0] or CLEAR)
    moved = {copy.project.path: _moved(copy, {*opened, *closed}) for copy in (pair.a, pair.b)}
    for key in sorted(asked - {place.key for place in crossed}):
        found = [state.judged.get(key, ("", 0)) for state in (pair.base, pair.a.now, pair.b.now)]
        new_b, new_a = found[2][1] in moved[pair.b.project.path], found[1][1] in moved[pair.a.project.path]
        plain = (key in theirs and key not in ours and new_b) or (key in ours and not new_b and not new_a)
        if (key in ours and key in theirs) or not plain:
            _decide(pair, rule, key, found, by_key, said, dissents)
    return Judged(said, tuple(dissents))


def _decide(
    pair: Pair,
    rule: Rule,
    key: bytes,
    found: list[tuple[str, int]],
    places: Mapping[bytes, Place],
    said: dict[bytes, str],
    dissents: list[Dissent],
) -> None:
    (base, _), (a, edit_a), (b, edit_b) = found
    value = b if a == base else a
    if a != b and base not in (a, b):
        by_a, by_b = pair.a.at(edit_a), pair.b.at(edit_b)
        side = rule.side(by_a, by_b)
        value = a if side == "a" else b
        dissents.append(Dissent(key, a or CLEAR, b or CLEAR, side, by_a, by_b, places.get(key)))
    said[key] = value or CLEAR


def _in_force(state: State, place: Place) -> tuple[str, int]:
    """The latest word on a component or its track."""
    return max((state.judged.get(key, ("", 0)) for key in (place.key, place.track)), key=lambda found: found[1])


def _moved(copy: Copy, ids: Collection[str]) -> set[int]:
    return {copy.seqs[id] for id in ids if id in copy.seqs}


def placed(project: Project, keys: Collection[bytes]) -> list[Place]:
    """Where the components are that have one of these keys or belong to one of these tracks."""
    if not keys:
        return []

    def ask(connection: sqlite3.Connection) -> list[Place]:
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS asked (key BLOB PRIMARY KEY) WITHOUT ROWID")
        connection.execute("BEGIN")
        try:
            connection.execute("DELETE FROM temp.asked")
            connection.executemany("INSERT INTO temp.asked VALUES (?)", ((key,) for key in keys))
            return list(_read(connection))
        finally:
            connection.execute("ROLLBACK")

    return project.read(ask)


def _read(connection: sqlite3.Connection) -> Iterator[Place]:
    found = connection.execute(
        "SELECT DISTINCT r.reel, d.frame, d.x0, d.y0, d.x1, d.y1, d.class, d.key, d.track FROM detection d"
        " JOIN reel_number r ON r.number = d.reel JOIN job j ON j.number = d.job WHERE j.edit IS NOT NULL"
        " AND (d.key IN temp.asked OR d.track IN temp.asked)"
    )
    for reel, frame, x0, y0, x1, y1, defect, key, track in found:
        yield Place(reel, frame, (x0, y0, x1, y1), defect, key, track or b"")
