"""Opening the SQLite file: pragmas, journal, threads, and its errors turned into sentences."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from app.document.schema import APPLICATION_ID
from app.errors import LockedError, NoRoomError, ProjectError, ReelmendError

NETWORK_FILESYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "9p", "ncpfs", "lustre", "beegfs", "gpfs", "ceph"}
    | {"glusterfs", "fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.davfs2", "vboxsf", "vmhgfs", "prl_fs"}
)
"""Where memory shared between machines cannot work, and with it SQLite's WAL (sqlite.org/wal.html, section 1)."""

BUSY_SECONDS = 30.0


def filesystem_of(path: Path, mounts: str) -> str:
    """The type of the filesystem `path` is on, by the text of /proc/mounts; '' where that does not tell."""
    best, kind = "", ""
    for line in mounts.splitlines():
        words = line.split()
        if len(words) < 3:
            continue
        point = words[1].replace("\\040", " ")
        if path.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, words[2]
    return kind


def journal_mode_for(path: Path, mounts: str | None = None) -> str:
    """'wal' for a project on a local disk, 'delete' (rollback journal) on a network volume.

    Args:
        path: The project file.
        mounts: Text in the form of /proc/mounts; read from this machine where None. A machine without it
            (macOS, Windows) is asked for WAL, and falls back where SQLite itself refuses it; a Windows path
            on a share (`//server/...`) is not asked.
    """
    if mounts is None:
        source = Path("/proc/mounts")
        mounts = source.read_text(encoding="utf-8", errors="replace") if source.exists() else ""
    if path.absolute().as_posix().startswith("//"):
        return "delete"
    return "delete" if filesystem_of(path.resolve(), mounts) in NETWORK_FILESYSTEMS else "wal"


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open an existing project file and see that it is one. Transactions are begun and ended explicitly."""
    if not path.is_file():
        raise ProjectError(f"there is no project {path}")
    with sqlite_errors(path):
        connection = _open(path, write)
        try:
            if int(connection.execute("PRAGMA application_id").fetchone()[0]) != APPLICATION_ID:
                raise ProjectError(f"{path} is no Reelmend project")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA fullfsync = ON")
            connection.execute("PRAGMA temp_store = MEMORY")
            if write:
                set_journal_mode(connection, journal_mode_for(path))
        except BaseException:
            connection.close()
            raise
    return connection


def _open(path: Path, write: bool) -> sqlite3.Connection:
    modes = ["mode=rw"] if write else ["mode=ro"]
    if not write and not path.with_name(path.name + "-wal").exists():
        # A file in WAL mode in a folder nobody may write to can only be read as what never changes.
        modes.append("mode=ro&immutable=1")
    for mode in modes:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            if mode is modes[-1]:
                raise
        except BaseException:
            connection.close()
            raise
        else:
            return connection
    raise AssertionError("the last mode either opens or raises")


def tidy(path: Path) -> None:
    """Take away the -wal and -shm files that stay where the last connection to close could only read.

    SQLite removes them when the last connection closes that may write (sqlite.org/wal.html, section 4); one is opened
    and closed for that. Where others still have the project open nothing happens, and none where nobody may write.
    """
    if not path.with_name(path.name + "-wal").exists():
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as last:
        last.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def set_journal_mode(connection: sqlite3.Connection, wanted: str) -> str:
    """Ask for a journal mode and take the rollback journal where the volume cannot do it. Returns what it is."""
    try:
        got = str(connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0])
    except sqlite3.OperationalError:
        got = ""
    if got != wanted and wanted != "delete":
        got = str(connection.execute("PRAGMA journal_mode = delete").fetchone()[0])
    return got


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing: commits at the end, rolls back on any exception."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Raise SQLite's own errors as ones a person can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error, path) from error


def explained(error: BaseException, path: Path) -> ReelmendError:
    """The sentence for an error met while working on the project file."""
    if isinstance(error, ReelmendError):
        return error
    name = str(getattr(error, "sqlite_errorname", "") or "")
    text = str(error)
    if name == "SQLITE_FULL" or getattr(error, "errno", None) == 28 or "disk is full" in text:
        return NoRoomError(
            f"no room left on the disk of {path}: free some and try again; nothing was lost but the last edit"
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LockedError(f"{path} is busy: another program has had it locked for {BUSY_SECONDS:.0f} seconds")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return ProjectError(
            f"{path} cannot be opened or written: look at the rights of the file and its folder ({text})"
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return ProjectError(f"{path} is damaged or no project ({text}): take a copy from your backup")
    return ProjectError(f"{path}: the database answered '{text}'")


class Readers:
    """One reading connection a thread, made when first asked for, closed some time after the thread has ended."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._all: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._closed = False

    def get(self) -> sqlite3.Connection:
        """The calling thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            if self._closed:
                raise ProjectError(f"{self._path} has been closed")
            connection = connect(self._path, write=False)
            self._local.connection = connection
            with self._lock:
                self._close_left()
                self._all.append((threading.current_thread(), connection))
        return connection

    def _close_left(self) -> None:
        """Close the connections of threads that are gone: every job has a thread of its own, all day long."""
        left = [pair for pair in self._all if not pair[0].is_alive()]
        for _, connection in left:
            connection.close()
        self._all = [pair for pair in self._all if pair not in left]

    def close(self) -> None:
        """Close the connections of all threads; no thread may be reading any more."""
        self._closed = True
        with self._lock:
            for _, connection in self._all:
                connection.close()
            self._all.clear()
        self._local = threading.local()
