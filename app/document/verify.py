"""The quick look on opening: is the end of the chain whole. The full one is `app.document.check`."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from app.document import ledger
from app.errors import ProjectError

TAIL = 32
"""How many of the last rows are verified on opening."""


def verify_tail(connection: sqlite3.Connection, path: Path) -> None:
    """ProjectError where one of the last rows was changed or does not follow from the one before."""
    (last,) = connection.execute("SELECT coalesce(max(seq), 0) FROM ledger").fetchone()
    hashes: dict[str, str] = {}
    for row in ledger.rows(connection, max(last - TAIL, 1)):
        if hashes:  # a merge follows rows that may lie far back
            hashes |= {id: hash for id in row.parents if id not in hashes for hash in _hash_of(connection, id)}
        broken = ledger.broken_link(row, hashes) if hashes or row.seq == 1 else None
        if broken:
            raise ProjectError(f"{path} is damaged: {broken}; 'reelmend check' says more")
        hashes[row.id] = row.hash


def _hash_of(connection: sqlite3.Connection, id: str) -> tuple[str, ...]:
    found = connection.execute("SELECT hash FROM ledger WHERE id = ?", (id,)).fetchone()
    return () if found is None else (found[0],)
