"""How fast the work goes: keys, decisions and frames over time, and what is left. Knows no Qt."""

from __future__ import annotations

import statistics
from collections import deque
from dataclasses import dataclass

PAUSE_S = 30.0
"""Whoever does nothing for so long is not at work: the time is not counted."""
REMEMBERED = 500
"""Decisions the median is taken of: an hour ago's pace tells little of the next minutes."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was counted since the beginning.

    Attributes:
        decisions: Verdicts and skips: each decided on one candidate or on many at once.
        candidates: Candidates judged by them.
        keys: Keys and clicks that commands of the work were given by.
        decision_s: Median seconds from one decision to the next; None before there are two.
        working_s: Seconds at work, pauses left out.
    """

    decisions: int
    candidates: int
    keys: int
    decision_s: float | None
    working_s: float

    @property
    def keys_a_decision(self) -> float | None:
        """Keys for each decision; None before the first."""
        return self.keys / self.decisions if self.decisions else None


class Pace:
    """Told of keys and decisions with their times, in seconds of any clock that only goes forward."""

    def __init__(self) -> None:
        self._decisions = self._candidates = self._keys = 0
        self._took: deque[float] = deque(maxlen=REMEMBERED)
        self._last: float | None = None
        self._decided: float | None = None
        self._away = False
        self._working = 0.0

    def key(self, now: float) -> None:
        """A key was pressed."""
        self._keys += 1
        self._tick(now)

    def decision(self, now: float, candidates: int) -> None:
        """Something was decided on so many candidates (0 for a skip)."""
        self._tick(now)
        self._decisions += 1
        self._candidates += candidates
        if self._decided is not None and not self._away:
            self._took.append(now - self._decided)
        self._decided, self._away = now, False

    def _tick(self, now: float) -> None:
        if self._last is not None:
            if now - self._last <= PAUSE_S:
                self._working += now - self._last
            else:
                self._away = True
        self._last = now

    @property
    def measured(self) -> Measured:
        """The figures so far."""
        median = statistics.median(self._took) if self._took else None
        return Measured(self._decisions, self._candidates, self._keys, median, self._working)

    def left_s(self, candidates: int) -> float | None:
        """Seconds that so many candidates will take at the pace so far; None while it is not known.

        A decision may hold for many at once: what counts is how many candidates a second of work has judged.
        """
        if not self._candidates or not self._working:
            return None
        return candidates * self._working / self._candidates
