"""The tables of a project file, schema 3."""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x524D4E44
"""'RMND' in the SQLite header, by which `file` and we know a project."""

SCHEMA = 3
"""`user_version` of the files this Reelmend writes. Raise it together with a new function in `upgrades`."""

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;

-- The append-only history. `target` is the edit an undo or redo moves over; `parents` a JSON list of ids.
CREATE TABLE ledger (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, parents TEXT NOT NULL, kind TEXT NOT NULL,
    author TEXT NOT NULL, time TEXT NOT NULL, summary TEXT NOT NULL, target TEXT,
    command TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, facts TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX ledger_merges ON ledger(seq) WHERE kind = 'Merge';
CREATE TRIGGER ledger_is_append_only_update BEFORE UPDATE ON ledger
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_is_append_only_delete BEFORE DELETE ON ledger
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- The state after the last row, so that opening need not replay: always equal to the replay (`check`).
CREATE TABLE slot (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;

-- An edit is in force in the snapshots from_seq <= seq < to_seq. Undo closes a span, redo opens another.
CREATE TABLE span (
    edit INTEGER NOT NULL REFERENCES ledger(seq), from_seq INTEGER NOT NULL, to_seq INTEGER,
    PRIMARY KEY (edit, from_seq)
) WITHOUT ROWID, STRICT;

CREATE TABLE reel_number (number INTEGER PRIMARY KEY, reel TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE artefact (number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE) STRICT;

-- Work that can be interrupted, and the chunks it has finished. Not history. `edit` is the ledger row that
-- made its detections live, as those of `pass`; until then they are staged and nobody sees them.
CREATE TABLE job (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, key TEXT NOT NULL,
    spec TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'abandoned')),
    created TEXT NOT NULL, edit INTEGER REFERENCES ledger(seq), pass TEXT UNIQUE
) STRICT;
CREATE INDEX job_by_key ON job(key) WHERE state = 'running';
CREATE TABLE job_chunk (
    number INTEGER PRIMARY KEY, job INTEGER NOT NULL REFERENCES job(number), key TEXT NOT NULL,
    payload TEXT NOT NULL, kinds TEXT NOT NULL, rows INTEGER NOT NULL, digest TEXT NOT NULL,
    UNIQUE (job, key)
) STRICT;

CREATE TABLE detection (
    number INTEGER PRIMARY KEY, job INTEGER NOT NULL REFERENCES job(number), chunk INTEGER NOT NULL,
    reel INTEGER NOT NULL REFERENCES reel_number(number), frame INTEGER NOT NULL,
    class TEXT NOT NULL, detector TEXT NOT NULL,
    x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,
    area INTEGER NOT NULL, probability REAL NOT NULL, track BLOB,
    pack INTEGER REFERENCES artefact(number), offset INTEGER NOT NULL, length INTEGER NOT NULL,
    key BLOB NOT NULL, risk INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX detection_by_frame ON detection(reel, frame);

-- What a person decided. `key` is a component key or a track id: it survives a re-run.
CREATE TABLE verdict (
    key BLOB NOT NULL, edit INTEGER NOT NULL REFERENCES ledger(seq), verdict TEXT NOT NULL,
    PRIMARY KEY (key, edit)
) WITHOUT ROWID, STRICT;
CREATE INDEX verdict_by_edit ON verdict(edit);

-- Who may write: at most one row.
CREATE TABLE lease (
    one INTEGER PRIMARY KEY CHECK (one = 1), token TEXT NOT NULL, host TEXT NOT NULL, boot TEXT NOT NULL,
    pid INTEGER NOT NULL, started TEXT NOT NULL, author TEXT NOT NULL, heartbeat REAL NOT NULL
) STRICT;
"""


def create_tables(connection: sqlite3.Connection, project_id: str) -> None:
    """Make an empty project of the current schema in an empty database."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in _statements(TABLES):
        connection.execute(statement)
    connection.execute("INSERT INTO meta VALUES ('project', ?)", (project_id,))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.execute("COMMIT")


def _statements(script: str) -> list[str]:
    """Split a script at its semicolons, keeping triggers whole (`executescript` would commit first)."""
    found, part = [], ""
    for line in script.splitlines():
        part += line + "\n"
        if sqlite3.complete_statement(part):
            found.append(part)
            part = ""
    return found
