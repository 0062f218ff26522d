"""Loops of candidates, made on one background thread with decoders of its own. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from app.document.query import Repair
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.loops import Loop, make_loop
from app.engine.worker import Cancelled, Token
from app.errors import ReelmendError

Deliver = Callable[["Loop | None"], None]


class LoopMaker:
    """Makes one loop after the other. `make` and `close` are called from the UI thread and wait for nothing."""

    def __init__(self, engine: Engine, size: tuple[int, int]) -> None:
        self._whole = engine
        self._engine: Engine | None = None
        self._size = size
        self._token = Token()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="loops")
        self._closed = False

    def make(self, repair: Repair, snapshot: Snapshot, deliver: Deliver) -> None:
        """Hand a repair's loop to `deliver` on the loops' thread; None where its frames cannot be read."""
        if not self._closed:
            self._thread.submit(self._work, repair, snapshot, deliver)

    def close(self, *, wait: bool = False) -> None:
        """Make no more, and close the readers; `wait` until that is done."""
        if not self._closed:
            self._closed = True
            self._token.cancel()
            # At the very end of the program there are no threads left to close anything on, nor a need to.
            with suppress(RuntimeError):
                self._thread.submit(self._end)
            self._thread.shutdown(wait=wait)

    def _end(self) -> None:
        if self._engine is not None:
            self._engine.close()

    def _work(self, repair: Repair, snapshot: Snapshot, deliver: Deliver) -> None:
        made = None
        try:
            if self._engine is None:
                self._engine = self._whole.aside()
            self._engine.colour = self._whole.colour
            made = make_loop(self._engine, snapshot, repair, self._size, self._token.check)
        except (ReelmendError, Cancelled, KeyError, OSError):
            pass  # A frame that cannot be read has no loop: the viewer says what is wrong with it.
        finally:
            deliver(made)
