"""Watches the event loop: how long it was away from events."""

from __future__ import annotations

import os
import sys
import threading
import traceback
from pathlib import Path
from time import perf_counter, sleep
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 4


class StallProbe(QObject):
    """A timer that should fire every few milliseconds; what it fires late by, the window stood still."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self.late: list[float] = []
        """Lateness of each tick in seconds."""
        self._watch = bool(os.environ.get("REELMEND_STALLS"))
        self._running = False

    def start(self) -> None:
        """Watch from now on."""
        self.late.clear()
        self._last = perf_counter()
        self._timer.start(TICK_MS)
        self._running = True
        if self._watch:
            threading.Thread(target=self._tell_stalls, name="probe", daemon=True).start()

    def stop(self) -> dict[str, float]:
        """End; the median and the worst lateness in milliseconds, and how many exceeded 50 ms."""
        self._tick()
        self._running = False
        self._timer.stop()
        ordered = sorted(self.late)
        return {
            "median_ms": round(1000 * ordered[len(ordered) // 2], 2),
            "worst_ms": round(1000 * ordered[-1], 1),
            "over_50_ms": sum(late > 0.05 for late in ordered),
        }

    def _tick(self) -> None:
        now = perf_counter()
        self.late.append(max(now - self._last - TICK_MS / 1000, 0.0))
        self._last = now

    def _tell_stalls(self) -> None:
        """With $REELMEND_STALLS set: where every thread is while the UI thread is away from events for too long."""
        while self._running:
            sleep(0.01)
            away, since = perf_counter() - self._last, self._last
            if away > 0.05:
                told = "\n".join(_told(ident, frame) for ident, frame in sys._current_frames().items())
                while self._running and self._last == since:
                    sleep(0.005)
                print(f"--- away for {1000 * (perf_counter() - since):.0f} ms\n{told}", file=sys.stderr)


def _told(thread: int, frame: FrameType) -> str:
    """The innermost lines of a thread: while the UI thread waits for Python's lock, another one has it."""
    name = next((one.name for one in threading.enumerate() if one.ident == thread), str(thread))
    lines = (f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in traceback.extract_stack(frame)[-4:])
    return f"  {name}: " + " > ".join(lines)
