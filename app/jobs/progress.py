"""How far a long job is: frames done, speed, time left."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.document.ranges import Range, merged


@dataclass(frozen=True, slots=True)
class Report:
    """One reading. `rate` is frames per second over the last half minute; `seconds_left` None while unknown.

    Work that goes over the frames several times says which `round` of how many it is in; `done` and `total`
    count frames of that round. `ranges` are the reel frames (reel, first, one past the last) that are finished
    for good, joined and in order; empty where the work does not tell. `found` is how many of each class were found
    so far; empty while that is not known. `unit` says what is counted where it is not frames: "repairs", "edits",
    "artefacts".
    """

    task: str
    done: int
    total: int
    rate: float
    seconds_left: float | None
    round: int = 1
    rounds: int = 1
    ranges: tuple[tuple[str, int, int], ...] = ()
    found: tuple[tuple[str, int], ...] = ()
    unit: str = "frames"

    def sentence(self) -> str:
        """The reading as people read it; what is not known yet is left out."""
        left = None if self.seconds_left is None else f"{duration(self.seconds_left)} left"
        if self.unit != "frames":
            counted = f"{self.task}: {self.done} of {self.total} {self.unit}"
            return counted if left is None or self.done >= self.total else f"{counted}, {left}"
        if self.rate <= 0:
            return f"{self.task}: {self.done} of {self.total} frames"
        if left is None or self.done >= self.total:
            return f"{self.task}: {self.done} of {self.total} frames, {self.rate:.1f} frames/s"
        return f"{self.task}: {self.done} of {self.total} frames, {self.rate:.1f} frames/s, {left}"


Reporter = Callable[[Report], None]


def silent(report: Report) -> None:
    """A reporter that says nothing."""


class Progress:
    """Counts frames and reports. `already` frames were finished by an earlier run and do not count as speed.

    `rounds` is (round, of how many); `ranges` are reel frames an earlier run finished for good.
    """

    MEMORY_S = 30.0

    def __init__(
        self,
        task: str,
        total: int,
        reporter: Reporter,
        already: int = 0,
        *,
        rounds: tuple[int, int] = (1, 1),
        ranges: Iterable[tuple[str, int, int]] = (),
        unit: str = "frames",
    ) -> None:
        self._task = task
        self._total = total
        self._done = already
        self._reporter = reporter
        self._marks: deque[tuple[float, int]] = deque([(time.monotonic(), already)])
        self._rounds = rounds
        self._unit = unit
        self._ranges: dict[str, list[Range]] = {}
        self._found: tuple[tuple[str, int], ...] = ()
        for span in ranges:
            self._add(*span)
        self._tell(0.0, None)

    def advance(
        self,
        frames: int = 1,
        span: tuple[str, int, int] | None = None,
        found: Mapping[str, int] | None = None,
    ) -> None:
        """`frames` more are finished; `span` says which reel frames, where they are finished for good; `found` how
        many of each class there are by now."""
        if found is not None:
            self._found = tuple(found.items())
        if span is not None:
            self._add(*span)
        now = time.monotonic()
        self._done += frames
        self._marks.append((now, self._done))
        while len(self._marks) > 2 and now - self._marks[0][0] > self.MEMORY_S:
            self._marks.popleft()
        since, before = self._marks[0]
        rate = (self._done - before) / max(now - since, 1e-6)
        left = (self._total - self._done) / rate if rate > 0 else None
        self._tell(rate, left)

    def _add(self, reel: str, start: int, end: int) -> None:
        self._ranges[reel] = merged([*self._ranges.get(reel, ()), (start, end)])

    def _tell(self, rate: float, left: float | None) -> None:
        spans = tuple((reel, *span) for reel, found in self._ranges.items() for span in found)
        self._reporter(
            Report(self._task, self._done, self._total, rate, left, *self._rounds, spans, self._found, self._unit)
        )


def duration(seconds: float) -> str:
    """`3 s`, `4 min 10 s`, `2 h 05 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
