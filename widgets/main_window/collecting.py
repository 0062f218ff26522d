"""Python's cyclic garbage collector, kept from stopping the window."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

from widgets.main_window.shell import Shell


@contextmanager
def spared(shell: Shell) -> Iterator[None]:
    """While the program runs: what lives long is left out of collections.

    Going through a million objects of torch, Qt's bindings and a project would stop the window for a quarter of a
    second, at moments nobody chose. A project's objects are left out once its window stands, and given back when it
    closes. Afterwards everything is as it was: an interpreter that ends with objects left out takes down what Qt
    and other libraries hold in the wrong order.
    """
    gc.freeze()
    shell.opened.connect(gc.freeze)
    shell.closed.connect(lambda: QTimer.singleShot(0, shell, _sweep))
    try:
        yield
    finally:
        gc.unfreeze()


def _sweep() -> None:
    """A closed project's memory is given back; what stays is spared again."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
