"""A stretch of steady playing as exact arithmetic: which position at what time, and when the next one is due."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

SECOND = 1_000_000_000
"""Times are whole nanoseconds: sums of them never round, so a clock made of them never drifts."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where playing may go: positions 0 to `length` (exclusive); in a loop, round and round `first` to `beyond`."""

    length: int
    first: int = 0
    beyond: int = 0
    loop: bool = False

    @property
    def loops(self) -> bool:
        """True where there is a loop that holds at least one position."""
        return self.loop and self.beyond > self.first

    def start_for(self, position: int, direction: int) -> int:
        """Where playing begins: a loop that lies behind is entered at its near end."""
        position = min(max(position, 0), max(self.length - 1, 0))
        if self.loops and direction > 0 and position >= self.beyond:
            return self.first
        if self.loops and direction < 0 and position < self.first:
            return self.beyond - 1
        return position

    def travelled(self, origin: int, distance: int) -> int:
        """The position `distance` (signed) away from `origin`, wrapped in the loop or held at the film's end.

        `origin` is one that `start_for` gave for this direction.
        """
        place = origin + distance
        if not self.loops:
            return min(max(place, 0), max(self.length - 1, 0))
        left = place >= self.beyond if distance > 0 else place < self.first
        return self.first + (place - self.first) % (self.beyond - self.first) if distance and left else place


@dataclass(frozen=True, slots=True)
class Run:
    """Playing since `began` (nanoseconds) from `origin` at one speed.

    A run goes in steps. Up to projection speed a step is one frame; beyond it steps stay as frequent and skip
    frames, because no eye and no screen takes 192 pictures a second. Step n is due at an absolute time that is
    computed from `began` alone.
    """

    route: Route
    origin: int
    began: int
    speed: Fraction
    rate: Fraction

    @property
    def stride(self) -> int:
        """Signed positions a step goes."""
        size = max(int(abs(self.speed)), 1)
        return size if self.speed > 0 else -size

    @property
    def pace(self) -> Fraction:
        """Steps a second."""
        return self.rate * min(abs(self.speed), Fraction(1))

    @property
    def last_step(self) -> int | None:
        """The step that arrives at the film's end; None in a loop, which has none."""
        if self.route.loops:
            return None
        distance = self.origin if self.speed < 0 else max(self.route.length - 1, 0) - self.origin
        return -(-distance // abs(self.stride))

    def step_at(self, now: int) -> int:
        """The step that is on the screen at `now`; 0 before the run began."""
        pace = self.pace
        step = max(now - self.began, 0) * pace.numerator // (pace.denominator * SECOND)
        last = self.last_step
        return step if last is None else min(step, last)

    def due(self, step: int) -> int:
        """The first nanosecond of a step."""
        pace = self.pace
        return self.began - (-step * SECOND * pace.denominator // pace.numerator)

    def position(self, step: int) -> int:
        """The programme position a step shows."""
        return self.route.travelled(self.origin, step * self.stride)
