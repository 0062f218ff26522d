"""Bringing an older project file up to the current schema, one numbered step after another."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from app.document.database import transaction
from app.document.schema import SCHEMA
from app.errors import ProjectError

Upgrade = Callable[[sqlite3.Connection], None]


def from_1_to_2(connection: sqlite3.Connection) -> None:
    """Detections say why they are risky; of those that are there nothing was noted."""
    connection.execute("ALTER TABLE detection ADD COLUMN risk INTEGER NOT NULL DEFAULT 0")


def from_2_to_3(connection: sqlite3.Connection) -> None:
    """Merges of two copies are found at once. What is there stays; but an older Reelmend, which would fold the other
    copy's rows into the state, must not open a project that was merged."""
    connection.execute("CREATE INDEX IF NOT EXISTS ledger_merges ON ledger(seq) WHERE kind = 'Merge'")


UPGRADES: Mapping[int, Upgrade] = {1: from_1_to_2, 2: from_2_to_3}
"""Schema number to the function that makes the next one of it; schema 1 is the first.
A new one: write `def from_3_to_4(connection)`, add it here, raise `schema.SCHEMA`, test it on a real file."""


def check_version(path: Path, version: int, current: int = SCHEMA) -> None:
    """ProjectError for a file of a newer Reelmend than this one."""
    if version > current:
        raise ProjectError(
            f"{path} was made by a newer Reelmend (schema {version}; this one reads up to {current}): "
            "update Reelmend to open it"
        )


def upgrade(
    connection: sqlite3.Connection,
    path: Path,
    registry: Mapping[int, Upgrade] = UPGRADES,
    current: int = SCHEMA,
) -> list[int]:
    """Upgrade the open file at `path` to schema `current`, in one transaction.

    A copy of the older file is kept beside it as `NAME.reelmend.schema-N`. Returns the numbers of the steps
    taken. ProjectError for a newer file, or where a step is missing.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    check_version(path, version, current)
    if version == current:
        return []
    missing = [number for number in range(version, current) if number not in registry]
    if missing:
        raise ProjectError(f"{path} is of schema {version}, for which this Reelmend has no upgrade")
    _keep_copy(connection, path.with_name(f"{path.name}.schema-{version}"))
    with transaction(connection):
        for number in range(version, current):
            registry[number](connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")
    return list(range(version, current))


def _keep_copy(connection: sqlite3.Connection, target: Path) -> None:
    if not target.exists():
        copy = sqlite3.connect(target)
        try:
            connection.backup(copy)
        finally:
            copy.close()
