"""Python's cyclic garbage collector, kept from stopping the window."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor

from widgets.main_window.shell import Shell

THRESHOLDS = (20_000, 4, 1_000_000)
"""New objects, young collections and middling ones after which Python collects by itself: full ones never. A middling
one goes through what four young ones have left, some 20 ms; after twenty of them, with a frame of thousands of
repairs, it stopped the window for 380."""

STILL_S = 3
"""So long nothing has moved when nobody is taken to be at work."""

_MIDDLING = 2
"""After so many middling collections a full one is worth its while."""


@contextmanager
def spared(shell: Shell) -> Iterator[None]:
    """While the program runs: what lives long is left out of collections, and full ones wait for a pause.

    Going through a million objects of torch, Qt's bindings and a project would stop the window for a quarter of a
    second, at moments nobody chose; a hundred thousand marks cost a tenth of one. A project's objects are left out
    once its window stands, and given back when it closes. Afterwards everything is as it was: an interpreter that
    ends with objects left out takes down what Qt and other libraries hold in the wrong order.
    """
    thresholds = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    shell.opened.connect(gc.freeze)
    shell.closed.connect(lambda: QTimer.singleShot(0, shell, _sweep))
    pauses = Pauses(shell)
    try:
        yield
    finally:
        pauses.stop()
        gc.set_threshold(*thresholds)
        gc.unfreeze()


class Pauses(QObject):
    """Collects in full while nobody works: no pointer, playhead or edit has moved for a while, and nothing plays."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._seen: object = None
        self._still = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Called every second."""
        seen = self._state()
        self._still = self._still + 1 if seen == self._seen else 0
        self._seen = seen
        if self._still >= STILL_S and gc.get_count()[2] >= _MIDDLING:
            gc.collect()

    def _state(self) -> object:
        pointer = QCursor.pos()
        context = self._shell.context
        if context is None:
            return pointer.x(), pointer.y()
        return pointer.x(), pointer.y(), context.desk.playhead, context.bridge.snapshot.seq


def _sweep() -> None:
    """A closed project's memory is given back; what stays is spared again."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
