"""The writer thread: the only one that writes the project file, one transaction after another, in order."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from app.document import lease
from app.document.database import explained, transaction
from app.errors import ProjectError

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]


class Writer:
    """Owns the writing connection. Work is done in the order in which it was handed in, each piece in a
    transaction of its own that also renews the lease (and fails where the lease was lost)."""

    def __init__(self, connection: sqlite3.Connection, path: Path, token: str) -> None:
        self._connection = connection
        self._path = path
        self._token = token
        self._closed = False
        self._queue: SimpleQueue[tuple[Work[Any], Future[Any]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=f"writer of {path.name}", daemon=True)
        self._thread.start()

    def submit(self, work: Work[T]) -> Future[T]:
        """Hand in work; the future is done when it is on the disk, or carries the sentence of why not.

        Its callbacks run in the writer thread, before the next piece of work begins.
        """
        future: Future[T] = Future()
        if self._closed:
            raise ProjectError(f"{self._path} has been closed")
        self._queue.put((work, future))
        return future

    def finish(self) -> None:
        """Do what was handed in, give the lease back and end the thread; nothing more can be handed in."""
        self._closed = True
        self._queue.put(None)
        self._thread.join()

    def disconnect(self) -> None:
        """Close the connection, after `finish`, and as the last one of the process: only a writing connection
        that nobody reads beside can put the WAL back into the file and remove it."""
        self._connection.close()

    def _run(self) -> None:
        while True:
            try:
                item = self._queue.get(timeout=lease.HEARTBEAT_SECONDS)
            except Empty:
                item = (lambda connection: None, Future())
            if item is None:
                break
            self._do(*item)
        # Where it fails, the next one finds a holder that is gone, and takes the lease over.
        with suppress(sqlite3.Error):
            lease.release(self._connection, self._token)

    def _do(self, work: Work[Any], future: Future[Any]) -> None:
        try:
            with transaction(self._connection):
                lease.keep(self._connection, self._path, self._token)
                result = work(self._connection)
        except (sqlite3.Error, OSError) as error:
            future.set_exception(explained(error, self._path))
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)
