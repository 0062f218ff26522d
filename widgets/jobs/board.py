"""The board that long work is pinned to: it runs one job after the other and tells the window how far each is."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Signal

from app.engine.worker import Cancelled, Token
from app.errors import ReelmendError
from app.jobs.progress import Report, Reporter
from widgets.jobs.job import Job, JobAction, JobState, Words

T = TypeVar("T")

BETWEEN_READINGS_MS = 100
"""Readings come by the hundred a second; the window is told of the newest at most this often."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    state: JobState
    result: Any = None
    error: str = ""
    details: str = ""


@dataclass(eq=False)
class _Run:
    """A job's thread. The thread writes `latest` and `outcome`, the UI thread reads them; nothing else is shared."""

    job: Job
    token: Token
    thread: Thread | None = None
    latest: Report | None = None
    outcome: _Outcome | None = None


class JobBoard(QObject):
    """Long work of one open project. Lives on the UI thread; call it only there.

    Jobs run in the order of the list, one at a time; light ones in a lane of their own, so that they never wait
    behind a pass. A paused job gives its place to the next. What an interrupted job finished is the work's own
    to keep: passes resume where they stopped.
    """

    changed = Signal(object)
    """`Job`: its state or its reading is another; at most ten times a second for each."""
    listed = Signal()
    """A job came or went, or the order is another."""
    finished = Signal(object)
    """`Job`: it ended (done, failed or cancelled); after `changed`."""
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._runs: dict[Job, _Run] = {}
        self._count = 0
        self._closing = False
        self._waking = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._read)
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Every job, in the order in which they run."""
        return tuple(self._jobs)

    @property
    def active(self) -> tuple[Job, ...]:
        """The jobs that run, wait or are paused."""
        return tuple(job for job in self._jobs if not job.ended)

    def submit(
        self,
        title: Words,
        kind: str,
        run: Callable[[Reporter, Token], T],
        done: Callable[[T], None] | None = None,
        shots: Iterable[str] = (),
        *,
        light: bool = False,
    ) -> Job:
        """Pin a job to the end of the board.

        Args:
            title: What people read: text, or what makes it in the language of the moment.
            kind: "pass", "export", "verify", "cuts", "proxy"...
            run: The work. Called on a background thread with a reporter and a token; raises `Cancelled` when
                the token says so, or a `ReelmendError` whose sentence the person reads. Called again on `retry`.
            done: Called on the UI thread with what `run` returned, before `finished`.
            shots: Ids of the shots it works on.
            light: Short work that must not wait behind a pass.
        """
        self._count += 1
        job = Job(self._count, title, kind, run, done, tuple(shots), light)
        self._jobs.append(job)
        self.listed.emit()
        self._start_next()
        return job

    def pause(self, job: Job) -> None:
        """Hold a job; the next one takes its place. Frames it is at are finished first."""
        if job.state not in (JobState.RUNNING, JobState.WAITING):
            return
        if job in self._runs:
            self._runs[job].token.pause()
        self._set_state(job, JobState.PAUSED)
        self._start_next()

    def resume(self, job: Job) -> None:
        """Let a paused job go on, at once or when its turn comes."""
        if job.state is JobState.PAUSED:
            self._set_state(job, JobState.WAITING)
            self._start_next()

    def cancel(self, job: Job) -> None:
        """End a job; what it has finished is kept where it can be resumed."""
        if job in self._runs:
            self._runs[job].token.cancel()
            job.stopping = True
            self.changed.emit(job)
        elif not job.ended:
            self._set_state(job, JobState.CANCELLED)
            self.finished.emit(job)

    def retry(self, job: Job) -> None:
        """Run a failed or cancelled job again; what is resumable goes on where it stopped."""
        if job.state in (JobState.FAILED, JobState.CANCELLED):
            job.error = job.details = job.noted = ""
            job.actions, job.good = (), True
            job.report = None
            self._set_state(job, JobState.WAITING)
            self._start_next()

    def move(self, job: Job, by: int) -> None:
        """Move a job up (negative) or down the list. One that runs already goes on running."""
        here = self._jobs.index(job)
        there = min(max(here + by, 0), len(self._jobs) - 1)
        if there != here:
            self._jobs.insert(there, self._jobs.pop(here))
            self.listed.emit()

    def remove(self, job: Job) -> None:
        """Take a job that ended off the list."""
        if job.ended and job in self._jobs:
            self._jobs.remove(job)
            self.listed.emit()

    def clear(self) -> None:
        """Take everything that ended off the list."""
        self._jobs = [job for job in self._jobs if not job.ended]
        self.listed.emit()

    def annotate(self, job: Job, note: Words, actions: Iterable[JobAction] = (), *, good: bool = True) -> None:
        """Put a result in words (as `Job.title`), and what can be done about it, on a job's row."""
        job.noted, job.actions, job.good = note, tuple(actions), good
        self.changed.emit(job)

    def close(self, limit_s: float = 15.0) -> bool:
        """Cancel everything and wait for the threads, the window going on to draw. False: one is still at work.

        Nothing can be submitted afterwards that would run.
        """
        self._closing = True
        for job in self.active:
            self.cancel(job)
        deadline = time.monotonic() + limit_s
        while self._runs and time.monotonic() < deadline:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 20)
            self._read()
            for thread in [run.thread for run in self._runs.values()][:1]:
                if thread is not None:
                    thread.join(0.01)
        self._timer.stop()
        return not self._runs

    # --- on the UI thread ----------------------------------------------------------------------------------

    def _set_state(self, job: Job, state: JobState) -> None:
        job.state = state
        self.changed.emit(job)

    def _start_next(self) -> None:
        """Start the first waiting job of every lane that is free."""
        for light in (False, True):
            lane = [job for job in self._jobs if job.light is light]
            if self._closing or any(job.state is JobState.RUNNING for job in lane):
                continue
            waiting = next((job for job in lane if job.state is JobState.WAITING), None)
            if waiting is not None:
                self._start(waiting)

    def _start(self, job: Job) -> None:
        run = self._runs.get(job)
        if run is not None:
            run.token.resume()
        else:
            run = self._runs[job] = _Run(job, Token())
            run.thread = Thread(target=self._work, args=(run,), name=f"job {job.number} ({job.kind})", daemon=True)
            run.thread.start()
        self._set_state(job, JobState.RUNNING)

    def _on_woken(self) -> None:
        if any(run.outcome is not None for run in self._runs.values()):
            self._read()
        elif not self._timer.isActive():
            self._timer.start(BETWEEN_READINGS_MS)

    def _read(self) -> None:
        """Take over what the threads have left since the last time."""
        self._waking = False
        for run in tuple(self._runs.values()):
            reading, run.latest = run.latest, None
            if reading is not None:
                run.job.report = reading
            if run.outcome is not None:
                self._end(run, run.outcome)
            elif reading is not None:
                self.changed.emit(run.job)

    def _end(self, run: _Run, outcome: _Outcome) -> None:
        job = run.job
        if run.thread is not None:
            run.thread.join()
        del self._runs[job]
        job.stopping = False
        job.result, job.error, job.details = outcome.result, outcome.error, outcome.details
        self._set_state(job, outcome.state)
        try:
            if outcome.state is JobState.DONE and job.on_done is not None:
                job.on_done(outcome.result)
        finally:
            self.finished.emit(job)
            self._start_next()

    # --- on the jobs' threads ------------------------------------------------------------------------------

    def _work(self, run: _Run) -> None:
        def report(reading: Report) -> None:
            run.latest = reading
            if not self._waking:
                self._waking = True
                self._wake()

        try:
            outcome = _Outcome(JobState.DONE, run.job.run(report, run.token))
        except Cancelled:
            outcome = _Outcome(JobState.CANCELLED)
        except ReelmendError as error:
            outcome = _Outcome(JobState.FAILED, error=str(error))
        except Exception as error:
            told = f"{type(error).__name__}: {error}"
            outcome = _Outcome(JobState.FAILED, error=told, details=traceback.format_exc())
        run.outcome = outcome
        self._wake()

    def _wake(self) -> None:
        """The one call from another thread: a queued signal, which Qt allows from anywhere."""
        try:
            self._woken.emit()
        except RuntimeError:  # The board is gone: `close` gave up waiting for this thread.
            return
