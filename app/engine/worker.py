"""The one thread that computes. It owns the device; everybody else asks it.

Work comes as single calls (a shown frame) or as quanta (a generator that yields between short pieces of a long
job). The most urgent work always goes next, so that a stroke never waits for a pass: at most one quantum.
"""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count
from typing import Any, TypeVar

T = TypeVar("T")


class Priority(IntEnum):
    """Who goes first. Equal ones go in the order they came."""

    SHOWN = 0
    SCRUB = 1
    PREFETCH = 2
    ANALYSIS = 3
    EXPORT = 4


class Cancelled(Exception):
    """The work was cancelled; nothing of it is kept but what it had finished."""


class Token:
    """Lets the asker cancel or pause work; the worker and the operators look at it between pieces."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._running = threading.Event()
        self._running.set()

    def cancel(self) -> None:
        """Stop at the next look; wakes paused work so that it can end."""
        self._cancelled.set()
        self._running.set()

    def pause(self) -> None:
        """Take no further quantum until `resume`."""
        self._running.clear()

    def resume(self) -> None:
        """Go on."""
        self._running.set()

    @property
    def cancelled(self) -> bool:
        """True once `cancel` was called."""
        return self._cancelled.is_set()

    @property
    def paused(self) -> bool:
        """True between `pause` and `resume`."""
        return not self._running.is_set()

    def check(self) -> None:
        """Raise `Cancelled` where that was asked for. Does not wait: pausing happens between quanta."""
        if self._cancelled.is_set():
            raise Cancelled

    def wait_while_paused(self) -> None:
        """Block the calling thread while paused, then `check`. For loops that run outside the worker."""
        self._running.wait()
        self.check()


@dataclass(order=True)
class _Item:
    priority: int
    number: int
    quanta: Iterator[Any] = field(compare=False)
    token: Token = field(compare=False)
    future: Future[Any] = field(compare=False)


class Worker:
    """One daemon thread and a heap of work. `close` finishes the current quantum and cancels the rest."""

    def __init__(self, name: str = "worker") -> None:
        self._heap: list[_Item] = []
        self._numbers = count()
        self._condition = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._loop, name=name, daemon=True)
        self._thread.start()

    def submit(self, priority: Priority, call: Callable[[], T], token: Token | None = None) -> Future[T]:
        """Run `call` once; the future gives its result, its error, or `Cancelled`."""

        def once() -> Iterator[T]:
            yield call()

        return self.submit_quanta(priority, once(), token)

    def submit_quanta(self, priority: Priority, quanta: Iterator[T], token: Token | None = None) -> Future[T]:
        """Run a generator piece by piece, others getting their turn in between; the last value is the result."""
        item = _Item(priority, next(self._numbers), quanta, token or Token(), Future())
        with self._condition:
            if self._closing:
                raise RuntimeError("the worker is closed")
            heapq.heappush(self._heap, item)
            self._condition.notify()
        return item.future

    def wake(self) -> None:
        """Look again at what waits; call it after resuming a token."""
        with self._condition:
            self._condition.notify()

    def close(self) -> None:
        """End the thread."""
        with self._condition:
            self._closing = True
            self._condition.notify()
        self._thread.join()

    def _loop(self) -> None:
        last: dict[int, Any] = {}
        while (item := self._next()) is not None:
            if item.future.running() is False and not item.future.set_running_or_notify_cancel():
                continue
            try:
                item.token.check()
                last[item.number] = next(item.quanta)
            except StopIteration:
                item.future.set_result(last.pop(item.number, None))
            except BaseException as error:
                last.pop(item.number, None)
                item.future.set_exception(error)
            else:
                with self._condition:
                    heapq.heappush(self._heap, item)
        for item in self._heap:
            if item.future.running() or item.future.set_running_or_notify_cancel():
                item.future.set_exception(Cancelled())

    def _next(self) -> _Item | None:
        """The most urgent item that is not paused; waits for one. None when closing."""
        with self._condition:
            while not self._closing:
                ready = [item for item in self._heap if not item.token.paused]
                if ready:
                    item = min(ready)
                    self._heap.remove(item)
                    heapq.heapify(self._heap)
                    return item
                self._condition.wait(timeout=0.1 if self._heap else None)
            return None
