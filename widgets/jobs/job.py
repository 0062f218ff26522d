"""One job as the window knows it: what it is, how far it is, how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.engine.worker import Token
from app.jobs.progress import Report, Reporter

Run = Callable[[Reporter, Token], Any]
"""The work itself, called on a background thread."""

Words = str | Callable[[], str]
"""Text, or what makes it of facts: a job outlives a switch of the language, so its words are made when shown."""

FrameRange = tuple[str, int, int]
"""Frames of a reel: its id, the first one, and one past the last."""


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


def spoken(words: Words) -> str:
    """The text, in the language of the moment."""
    return words if isinstance(words, str) else words()


ENDED = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED})


@dataclass(frozen=True, slots=True)
class JobAction:
    """Something to do about a job that ended: a button on its row."""

    called: Words
    icon: str
    run: Callable[[], object]

    @property
    def title(self) -> str:
        """What the button says."""
        return spoken(self.called)


@dataclass(eq=False)
class Job:
    """A job on the board. Only the board changes it, and only on the UI thread: read it there.

    Attributes:
        called: What `title` is made of.
        kind: "pass", "export", "verify", "cuts", "proxy"...: for icons and for those who look for their own.
        shots: Ids of the shots it works on.
        light: True for short work that must not wait behind a pass.
        stopping: True from `cancel` until the work has noticed.
        report: The last reading; None before the first.
        error: One sentence, where it failed.
        details: The traceback of a failure that carries no sentence of ours.
        result: What its work returned, once done.
        noted: What `note` is made of.
        good: False where it was done and the result is bad news, as a proof that does not hold.
        actions: What can be done about the result.
    """

    number: int
    called: Words
    kind: str
    run: Run
    on_done: Callable[[Any], None] | None = None
    shots: tuple[str, ...] = ()
    light: bool = False
    state: JobState = JobState.WAITING
    stopping: bool = False
    report: Report | None = None
    error: str = ""
    details: str = ""
    result: Any = field(default=None, repr=False)
    noted: Words = ""
    good: bool = True
    actions: tuple[JobAction, ...] = ()

    @property
    def title(self) -> str:
        """What people read, in their language."""
        return spoken(self.called)

    @property
    def note(self) -> str:
        """The result in words, for its row."""
        return spoken(self.noted)

    @property
    def ended(self) -> bool:
        """True when it does not run and will not by itself."""
        return self.state in ENDED

    @property
    def frames_done(self) -> int:
        """Frames finished, in the round it is in."""
        return 0 if self.report is None else self.report.done

    @property
    def frames_total(self) -> int:
        """Frames there are; 0 while unknown."""
        return 0 if self.report is None else self.report.total

    @property
    def frames_per_second(self) -> float:
        """Speed over the last half minute."""
        return 0.0 if self.report is None else self.report.rate

    @property
    def seconds_left(self) -> float | None:
        """Time left in the round it is in; None while unknown."""
        return None if self.report is None else self.report.seconds_left

    @property
    def fraction(self) -> float:
        """How much of the whole is done, 0..1; rounds count alike."""
        if self.state is JobState.DONE:
            return 1.0
        if self.report is None or self.report.total == 0:
            return 0.0
        within = min(self.report.done / self.report.total, 1.0)
        return (self.report.round - 1 + within) / self.report.rounds

    @property
    def ranges_done(self) -> tuple[FrameRange, ...]:
        """The reel frames that are finished for good, joined and in order; empty where the work does not tell."""
        return () if self.report is None else self.report.ranges
