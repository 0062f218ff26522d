"""Journal modes, older and newer schemas, and the sentences for what SQLite says."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from app.document import Project
from app.document.database import Readers, explained, filesystem_of, journal_mode_for, set_journal_mode
from app.document.schema import APPLICATION_ID
from app.document.upgrades import UPGRADES, upgrade
from app.errors import LockedError, NoRoomError, ProjectError, ReelmendError

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/films /films nfs4 rw 0 0
//nas/scans /mnt/my\\040scans cifs rw 0 0
/dev/sdb1 /films/local xfs rw 0 0
"""


def test_network_volumes_get_a_rollback_journal() -> None:
    assert filesystem_of(Path("/films/a/b.reelmend"), MOUNTS) == "nfs4"
    expected = {"/a": "wal", "/films/a": "delete", "/films/local/a": "wal", "/mnt/my scans/a": "delete"}
    assert {path: journal_mode_for(Path(path), MOUNTS) for path in expected} == expected
    assert journal_mode_for(Path("/films2/a"), "") == "wal"


def test_where_wal_cannot_be_there_is_a_fallback(tmp_path: Path) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)  # a memory database refuses WAL
    assert set_journal_mode(connection, "wal") in ("memory", "delete")
    connection.close()
    connection = sqlite3.connect(tmp_path / "x", isolation_level=None)
    assert set_journal_mode(connection, "wal") == "wal"
    assert set_journal_mode(connection, "delete") == "delete"
    connection.close()


def test_a_project_works_with_the_rollback_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.document import database
    from app.document.commands import NameVersion

    monkeypatch.setattr(database, "journal_mode_for", lambda path: "delete")
    with Project.create(tmp_path / "film", "Ann") as project:
        for index in range(5):
            project.dispatch(NameVersion(str(index))).wait()
            assert project.snapshot_at(index + 1).versions.keys() == project.snapshot.versions.keys()
        with Project.open(project.path, "Ben", write=False) as reader:
            assert reader.snapshot == project.snapshot
        assert not project.path.with_name("film.reelmend-wal").exists()


def old_file(path: Path) -> sqlite3.Connection:
    """A file of a schema 0 that never was: versions without ids."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("CREATE TABLE version (name TEXT)")
    connection.execute("INSERT INTO version VALUES ('first')")
    return connection


def from_0_to_1(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE version ADD COLUMN id TEXT")
    connection.execute("UPDATE version SET id = 'id of ' || name")


def test_upgrades_run_in_order_and_keep_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "film.reelmend"
    connection = old_file(path)

    def from_1_to_2(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE version RENAME TO named")

    assert upgrade(connection, path, {0: from_0_to_1, 1: from_1_to_2}, current=2) == [0, 1]
    assert connection.execute("SELECT name, id FROM named").fetchall() == [("first", "id of first")]
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert upgrade(connection, path, {0: from_0_to_1, 1: from_1_to_2}, current=2) == []
    connection.close()
    copy = sqlite3.connect(tmp_path / "film.reelmend.schema-0")
    assert copy.execute("SELECT * FROM version").fetchall() == [("first",)]
    copy.close()


def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "film.reelmend"
    connection = old_file(path)

    def breaks(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE version")
        raise RuntimeError("power")

    with pytest.raises(RuntimeError):
        upgrade(connection, path, {0: from_0_to_1, 1: breaks}, current=2)
    assert connection.execute("SELECT * FROM version").fetchall() == [("first",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    connection.close()


def test_versions_without_an_upgrade_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "film.reelmend"
    connection = old_file(path)
    with pytest.raises(ProjectError, match="schema 0, for which this Reelmend has no upgrade"):
        upgrade(connection, path, UPGRADES)
    connection.execute("PRAGMA user_version = 9")
    with pytest.raises(ProjectError, match="newer Reelmend"):
        upgrade(connection, path)
    connection.close()


@pytest.mark.parametrize(
    ("text", "name", "kind", "sentence"),
    [
        ("database or disk is full", "SQLITE_FULL", NoRoomError, "no room left"),
        ("database is locked", "SQLITE_BUSY", LockedError, "is busy"),
        ("attempt to write a readonly database", "SQLITE_READONLY", ProjectError, "rights"),
        ("database disk image is malformed", "SQLITE_CORRUPT", ProjectError, "damaged"),
        ("something else", "SQLITE_ERROR", ProjectError, "something else"),
    ],
)
def test_sqlite_errors_become_sentences(text: str, name: str, kind: type[ReelmendError], sentence: str) -> None:
    error = sqlite3.OperationalError(text)
    error.sqlite_errorname = name
    found = explained(error, Path("film.reelmend"))
    assert type(found) is kind and sentence in str(found)


def test_the_connections_of_threads_that_are_gone_are_closed(project: Project) -> None:
    readers = Readers(project.path)
    kept = readers.get()
    taken: list[sqlite3.Connection] = []
    for _ in range(5):
        thread = threading.Thread(target=lambda: taken.append(readers.get()))
        thread.start()
        thread.join()
    for connection in taken[:-1]:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")
    assert taken[-1].execute("SELECT 1").fetchone() == kept.execute("SELECT 1").fetchone() == (1,)
    readers.close()
