"""The writing lease: one process writes a project, found by host, process and heartbeat."""

from __future__ import annotations

import os
import socket
import sqlite3
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from app.document.database import transaction
from app.document.ids import new_id
from app.errors import LockedError

HEARTBEAT_SECONDS = 15.0
STALE_SECONDS = 120.0
"""A holder on another machine that was silent for so long is taken to be gone."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lease."""

    token: str
    host: str
    boot: str
    pid: int
    started: str
    author: str
    heartbeat: float


def boot_id() -> str:
    """What tells this run of the machine from its last; '' where the system does not say."""
    source = Path("/proc/sys/kernel/random/boot_id")
    return source.read_text().strip() if source.exists() else ""


def process_start(pid: int) -> str:
    """When a process began, as the kernel counts it: tells it from a later one with the same number.

    '' where there is no such process or the system does not say (proc(5), field 22 of stat).
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return ""
    words = stat.rpartition(")")[2].split()
    return "" if words[0] in "ZX" else words[19]


def process_alive(pid: int, started: str) -> bool:
    """True while the process that began at `started` runs on this machine."""
    if started:
        return process_start(pid) == started
    if sys.platform == "win32":
        return _alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _alive_on_windows(pid: int) -> bool:
    """`os.kill(pid, 0)` would end the process on Windows, so the system is asked."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - absent on other systems, as mypy knows
    handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == 259  # STILL_ACTIVE


def is_stale(holder: Holder, now: float) -> bool:
    """True where the holder is certainly (this machine) or very probably (another) gone."""
    if holder.host == socket.gethostname():
        return holder.boot != boot_id() or not process_alive(holder.pid, holder.started)
    return now - holder.heartbeat > STALE_SECONDS


def read(connection: sqlite3.Connection) -> Holder | None:
    """The holder on record, stale or not."""
    row = connection.execute("SELECT token, host, boot, pid, started, author, heartbeat FROM lease").fetchone()
    return None if row is None else Holder(*row)


def acquire(connection: sqlite3.Connection, path: Path, author: str) -> str:
    """Take the lease, or a stale one over; returns the token that proves it. LockedError names the holder."""
    with transaction(connection):
        holder = read(connection)
        now = time.time()
        if holder is not None and not is_stale(holder, now):
            raise LockedError(refusal(path, holder, now))
        token = new_id()
        pid = os.getpid()
        connection.execute(
            "INSERT OR REPLACE INTO lease VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
            (token, socket.gethostname(), boot_id(), pid, process_start(pid), author, now),
        )
    return token


def refusal(path: Path, holder: Holder, now: float) -> str:
    """The sentence for a project that somebody is writing."""
    where = "on this machine" if holder.host == socket.gethostname() else f"on {holder.host}"
    seen = max(now - holder.heartbeat, 0)
    return (
        f"{path} is being written by {holder.author}, {where} (process {holder.pid}, last seen {seen:.0f} s ago): "
        "close it there, or open it for reading only"
    )


def keep(connection: sqlite3.Connection, path: Path, token: str) -> None:
    """Renew the heartbeat inside the current transaction; LockedError where another has taken the lease over."""
    renewed = connection.execute("UPDATE lease SET heartbeat = ? WHERE token = ?", (time.time(), token))
    if renewed.rowcount != 1:
        holder = read(connection)
        who = "another process" if holder is None else f"{holder.author} on {holder.host} (process {holder.pid})"
        raise LockedError(f"{who} has taken over {path}: this edit was not kept; open the project again")


def release(connection: sqlite3.Connection, token: str) -> None:
    """Give the lease back; harmless where it is no longer held."""
    connection.execute("DELETE FROM lease WHERE token = ?", (token,))
