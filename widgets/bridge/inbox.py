"""The one door by which other threads reach the UI thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, Qt, Signal

TURN_MS = 8
"""How long one turn may deliver before events get theirs again."""


class Inbox(QObject):
    """Calls handed in by any thread are made on the UI thread, in order, by one queued signal.

    A flood of calls is delivered in turns of a few milliseconds, so that keys and paints come between.
    """

    _filled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._announced = False
        self._closed = False
        self._filled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Make `call` on the UI thread soon. Safe from any thread; ignored once closed."""
        with self._lock:
            if self._closed:
                return
            self._calls.append(call)
            if self._announced:
                return
            self._announced = True
        self._filled.emit()

    def close(self) -> None:
        """Drop what waits, and everything that comes later."""
        with self._lock:
            self._closed = True
            self._calls.clear()

    def _deliver(self) -> None:
        until = perf_counter() + TURN_MS / 1000
        try:
            while (call := self._next()) is not None:
                call()
                if perf_counter() > until:
                    break
        finally:
            # Also after a call that raised: what waits behind it must not be stuck.
            with self._lock:
                self._announced = bool(self._calls)
                more = self._announced
            if more:
                self._filled.emit()

    def _next(self) -> Callable[[], None] | None:
        with self._lock:
            return self._calls.popleft() if self._calls else None
