"""Child processes that do chunks: the window keeps its core and its interpreter, a crash stays outside."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from threading import Event, Thread
from typing import Any, Literal

from app.engine.worker import Cancelled, Token
from app.errors import NoRoomError
from app.jobs.chunk_work import ChunkWorker, Mended, PassWork
from app.jobs.findings import Chunk, Looked
from app.jobs.tally import Tally

Result = Looked | Mended

GRACE_S = 1.0
"""Seconds a child has to notice that it should stop."""

LOOKING_S = 0.1
"""How often the parent looks how far its children are."""

_BASE, _A_PIXEL = 620_000_000, 320
"""Bytes that a child takes at its most: `reelmend bench memory` has 610 MB for small frames and 3,170 for 4K."""

_SHARE = 0.8
"""Of the memory that is free when the pass begins; others want some as well."""

NICENESS = 10
"""Of 19: a busy window gets nine times the time of such a process, an idle one leaves it everything."""


@dataclass(frozen=True, slots=True)
class Task:
    """One call of a `ChunkWorker` method."""

    method: Literal["look", "mend"]
    chunk: Chunk
    arguments: tuple[Any, ...] = ()


def children_that_fit(cores: int, pixels: int, free: int) -> int:
    """How many children, at most one a core and at least one, the memory holds for frames of so many pixels.

    Args:
        cores: How many would be welcome.
        pixels: Of the largest frame.
        free: Bytes that may be taken.
    """
    return max(min(cores, int(_SHARE * free) // (_BASE + _A_PIXEL * pixels)), 1)


class Stretches:
    """Tasks in as many stretches as there are children; who is done with theirs takes half of the longest left."""

    def __init__(self, tasks: Sequence[Task], children: int) -> None:
        ends = [len(tasks) * child // children for child in range(children + 1)]
        self._left = [deque(tasks[start:end]) for start, end in pairwise(ends)]

    def __bool__(self) -> bool:
        return any(self._left)

    def take(self, child: int) -> Task | None:
        """The child's next task; None where none is left."""
        own = self._left[child]
        if not own:
            longest = max(self._left, key=len)
            for _ in range(-(-len(longest) // 2)):
                own.appendleft(longest.pop())
        return own.popleft() if own else None


class Children:
    """Runs tasks in `workers` child processes, or in this one where `workers` is 0.

    A child uses one thread: as many children as cores is the quickest way through a film. Each goes through a stretch
    of its own, so that what it knows of the frames before serves for the next. Those of the `background` let every
    other process go first.
    """

    def __init__(self, work: PassWork, workers: int, *, background: bool = False) -> None:
        self._work = work
        self._workers = workers
        self._background = background
        self._context = get_context("spawn")
        # A pipe that ends rather than an Event: setting one waits for its sleepers, and a killed child never wakes.
        self._stop, self._go = self._context.Pipe(duplex=False)
        self._pools: dict[int, ProcessPoolExecutor] = {}
        self._here: ChunkWorker | None = None
        self._told: Callable[[], None] = lambda: None
        self.tally = (
            Tally.shared(work.classes, self._context) if workers else Tally(work.classes, lambda: self._told())
        )
        """What the children have done so far, frame by frame."""

    def run(
        self, tasks: Sequence[Task], token: Token, told: Callable[[], None] = lambda: None
    ) -> Iterator[tuple[Task, Result]]:
        """Do the tasks, yielding each as it gets ready. Pausing lets running chunks end and starts no other.

        `told` is called ten times a second or after each frame: `tally` may have grown.

        Raises:
            Cancelled: the token was cancelled; what was yielded before is done.
            NoRoomError: a child was killed, most often because the memory is full.
        """
        if not tasks:
            return
        self._told = told
        if self._workers == 0:
            yield from self._run_here(tasks, token)
            return
        stretches = Stretches(tasks, self._workers)
        running: dict[Future[Result], tuple[int, Task]] = {}

        def begin() -> None:
            busy = {child for child, _ in running.values()}
            for child in range(self._workers):
                task = None if child in busy or token.paused else stretches.take(child)
                if task is not None:
                    running[self._child(child).submit(_do, task)] = child, task

        try:
            while running or stretches:
                if not running:
                    token.wait_while_paused()
                token.check()
                begin()
                done, _ = wait(running, timeout=LOOKING_S, return_when=FIRST_COMPLETED)
                told()
                ready = [(running.pop(future)[1], future) for future in done]
                begin()  # before the results are kept, which takes a moment
                for task, future in ready:
                    yield task, future.result()
        except BrokenProcessPool:
            raise NoRoomError(
                "a worker process was killed, most often because the memory is full; what was finished is kept: "
                "run the same command again with fewer --workers"
            ) from None
        finally:
            for future in running:
                future.cancel()

    def _run_here(self, tasks: Sequence[Task], token: Token) -> Iterator[tuple[Task, Result]]:
        if self._here is None:
            self._here = ChunkWorker(self._work, lambda: token.cancelled, self.tally)
        for task in tasks:
            token.wait_while_paused()
            yield task, getattr(self._here, task.method)(task.chunk, *task.arguments)

    def _child(self, number: int) -> ProcessPoolExecutor:
        if number not in self._pools:
            self._pools[number] = ProcessPoolExecutor(
                1,
                mp_context=self._context,
                initializer=_begin,
                initargs=(self._work, self._stop, self._background, self.tally),
            )
        return self._pools[number]

    def close(self) -> None:
        """End the children; chunks they are at are lost and done again next time.

        One that is in the middle of a frame after `GRACE_S` is cut off: what it makes appears whole or not at all.
        """
        self._go.close()
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
        for pool in self._pools.values():
            pool.shutdown()
        self._stop.close()
        if self._here is not None:
            self._here.close()


_worker: ChunkWorker | None = None


def _begin(work: PassWork, stop: Connection, background: bool, tally: Tally) -> None:
    """Set a child up: one thread, and Ctrl-C is for the parent to answer."""
    import cv2
    import torch

    global _worker
    die_with_the_parent()
    told = Event()
    Thread(target=_leave, args=(stop, told), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    if background:
        step_back()
    _worker = ChunkWorker(work, told.is_set, tally)


def _leave(stop: Connection, told: Event) -> None:
    """Tell the work and end this process soon after the parent's end of `stop` was closed, whatever it is doing."""
    wait_for([stop])
    told.set()
    time.sleep(GRACE_S)
    os._exit(0)


def step_back() -> None:
    """Let every other process go first, from now on: for a process whose work can wait."""
    if sys.platform == "win32":
        from ctypes import windll

        below_normal = 0x4000
        windll.kernel32.SetPriorityClass(windll.kernel32.GetCurrentProcess(), below_normal)
    else:
        os.nice(NICENESS)


def die_with_the_parent() -> None:
    """A child whose parent was killed would wait for work for ever: it leaves instead."""
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait_for([parent.sentinel])
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def _do(task: Task) -> Result:
    if _worker is None:
        raise Cancelled
    result: Result = getattr(_worker, task.method)(task.chunk, *task.arguments)
    return result
