"""What a process holds at a moment: memory, threads, files, widgets, references, objects of classes that matter."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections import Counter
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from widgets.bench.soak.drift import Limit

WATCHED = ("MainWindow", "Viewer", "Surface", "Timeline", "Bridge", "Session", "Engine", "NativePicture", "Shown")
"""Classes whose objects are counted by name, over and above the whole."""

LIMITS = {
    "memory_mb": Limit(0.5),
    "python_threads": Limit(0.1),
    "threads": Limit(0.1),
    "files": Limit(0.1),
    "widgets": Limit(0.5),
    "qobjects": Limit(1.0),
    "objects": Limit(400.0),
    "none": Limit(60_000.0, 400.0),
    "true": Limit(100.0, 100.0),
    "": Limit(0.1),
    "NativePicture": Limit(1.0),
    "Shown": Limit(1.0),
}
"""What a count may change a round, where nothing is open; classes not named here have the limit of ''.

References to None rise whatever we do: PySide 6.11 forgets one wherever a function is connected to a signal, and two
or three where None is passed for a parent or for data. None lives for ever, so that this harms nobody; a fall does.
"""

GROWING = LIMITS | {
    "memory_mb": Limit(3.0),
    "objects": Limit(3000.0),
    "true": Limit(1000.0, 1000.0),
    "NativePicture": Limit(10.0),
    "Shown": Limit(100.0),
}
"""The same in an open project, whose ledger is longer after every round and whose caches fill up to their bounds."""

WARM = 30
"""Rounds below which `COLD` holds too."""

COLD = {"memory_mb": Limit(12.0), "files": Limit(0.6)}
"""The heap of every thread takes a dozen rounds to fill, and SQLite holds a closed file over for its next use."""


def take() -> dict[str, float]:
    """All counts now, garbage collected first. Files, threads of the system and memory only where /proc tells."""
    spared = gc.get_freeze_count() > 0
    gc.unfreeze()
    gc.collect()
    objects = gc.get_objects()
    names = Counter(type(one).__name__ for one in objects)
    counts: dict[str, float] = {
        "python_threads": threading.active_count(),
        "widgets": len(QApplication.allWidgets()),
        "qobjects": sum(issubclass(type(one), QObject) and shiboken6.isValid(one) for one in objects),
        "objects": len(objects),
        "none": sys.getrefcount(None),
        "true": sys.getrefcount(True),
    }
    del objects
    if spared:
        gc.freeze()
    counts |= {name: names[name] for name in WATCHED}
    process = Path("/proc/self")
    if (process / "statm").exists():
        pages = int((process / "statm").read_text().split()[1])
        counts["memory_mb"] = round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1)
        counts["threads"] = len(list((process / "task").iterdir()))
        counts["files"] = len(list((process / "fd").iterdir()))
    return counts
