"""A whole job in a process of its own: neither its interpreter lock, its memory nor its crash is the window's.

The child opens the project to read only, beside whoever writes it, and works on the snapshot it is told. Readings
come back through a pipe; the token's words go over as events.
"""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any, TypeVar

import torch

from app.document.project import Project
from app.document.snapshot import Snapshot
from app.engine.engine import ASIDE_PART, Engine, memory_budget
from app.engine.worker import Cancelled, Token
from app.errors import NoRoomError, ReelmendError
from app.jobs.children import die_with_the_parent, step_back
from app.jobs.progress import Report, Reporter
from app.media.reel import Reel

T = TypeVar("T")
Work = Callable[[Engine, Snapshot, Reporter, Token], T]
"""What the child does: something that can be pickled, as a function of a module or a `functools.partial` of one."""

BETWEEN_READINGS_S = 0.05


@dataclass(frozen=True, slots=True)
class _Errand:
    project: Path
    reels: Mapping[str, Reel]
    seq: int
    device: str
    work: Work[Any]


def run_apart(engine: Engine, snapshot: Snapshot, work: Work[T], reporter: Reporter, token: Token) -> T:
    """Call `work(engine, snapshot, reporter, token)` in a child process; its result, or what it raises.

    Raises:
        Cancelled: the token was cancelled.
        NoRoomError: the child was killed, most often because the memory is full.
        ReelmendError: what `work` raised. Any other error of it comes as a RuntimeError with its traceback.
    """
    engine.project.read(lambda connection: None)  # what the child is to see must be on the disk
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    stop, go = context.Event(), context.Event()
    go.set()
    errand = _Errand(engine.project.path, engine.reels, snapshot.seq, str(engine.device), work)
    child = context.Process(target=_child, args=(theirs, stop, go, errand), daemon=True)
    child.start()
    theirs.close()
    try:
        while True:
            _pass_on(token, stop, go)
            if not ours.poll(0.1):
                continue
            kind, value = ours.recv()
            if kind == "report":
                reporter(value)
            else:
                return _outcome(kind, value)  # type: ignore[no-any-return]
    except (EOFError, ConnectionError):
        raise NoRoomError(
            "the process that did this job was killed, most often because the memory is full: free some and try again"
        ) from None
    finally:
        stop.set()
        go.set()
        child.join()
        ours.close()
        child.close()


def _pass_on(token: Token, stop: Event, go: Event) -> None:
    if token.cancelled:
        stop.set()
        go.set()
    elif token.paused:
        go.clear()
    else:
        go.set()


def _outcome(kind: str, value: Any) -> Any:
    if kind == "done":
        return value
    if kind == "cancelled":
        raise Cancelled
    raise value if isinstance(value, ReelmendError) else RuntimeError(value)


class _ToldToken(Token):
    """The child's token: it listens to the parent's events."""

    def __init__(self, stop: Event, go: Event) -> None:
        super().__init__()
        self._stop = stop
        self._go = go

    @property
    def cancelled(self) -> bool:
        """True once the parent's token was cancelled."""
        return self._stop.is_set()

    @property
    def paused(self) -> bool:
        """True while the parent's token is paused."""
        return not self._go.is_set()

    def check(self) -> None:
        """Raise `Cancelled` where the parent's token was cancelled."""
        if self.cancelled:
            raise Cancelled

    def wait_while_paused(self) -> None:
        """Block while paused, then `check`."""
        self._go.wait()
        self.check()


def _child(pipe: Connection, stop: Event, go: Event, errand: _Errand) -> None:
    import cv2

    die_with_the_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    step_back()
    threads = max((os.cpu_count() or 1) - 1, 1)
    cv2.setNumThreads(threads)
    torch.set_num_threads(threads)
    token = _ToldToken(stop, go)
    told = 0.0

    def report(reading: Report) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told > BETWEEN_READINGS_S or reading.done in (0, reading.total):
            told = now
            pipe.send(("report", reading))

    try:
        answer = ("done", _carry_out(errand, report, token))
    except Cancelled:
        answer = ("cancelled", None)
    except ReelmendError as error:
        answer = ("failed", error)
    except Exception:
        answer = ("failed", traceback.format_exc())
    with suppress(OSError):
        pipe.send(answer)
        pipe.close()


def _carry_out(errand: _Errand, reporter: Reporter, token: Token) -> Any:
    with Project.open(errand.project, "", write=False) as project:
        now = project.snapshot
        snapshot = now if now.seq == errand.seq else project.snapshot_at(errand.seq)
        budget = memory_budget() // ASIDE_PART
        with Engine(project, errand.reels, device=torch.device(errand.device), budget=budget) as engine:
            return errand.work(engine, snapshot, reporter, token)
