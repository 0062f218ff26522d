"""J, K, L and the space bar: what plays, how fast, which position is due, and which pictures came too late.

Pure logic: it owns no timer and no thread, and time comes from a clock that is handed in. A player asks
`next_deadline`, sleeps until then, calls `advance`, and tells by `shown` when the picture is on the screen.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from app.playback.run import SECOND, Route, Run

Clock = Callable[[], int]
"""Nanoseconds since some moment; never goes back. The free-running one is `free_clock`; sound has its own."""

free_clock: Clock = time.monotonic_ns

FASTEST = 8
SLOW = Fraction(1, 4)
"""Speed while K is held down with J or L."""
STANDING = Fraction(0)
_SOON = SECOND // 4


class Transport:
    """The state of playing one film. Belongs to one thread."""

    def __init__(self, rate: Fraction, length: int, clock: Clock = free_clock) -> None:
        self.clock = clock
        self.rate = rate
        self.route = Route(length)
        self.held = False
        self.dropped = 0
        self._position = 0
        self._run: Run | None = None
        self._step = 0
        self._step_shown = True
        self._shown: deque[int] = deque()
        self._measured_from = 0

    # What it is doing

    @property
    def speed(self) -> Fraction:
        """1 is projection speed, negative backwards, 0 standing."""
        return self._run.speed if self._run else STANDING

    @property
    def playing(self) -> bool:
        """True unless standing."""
        return self._run is not None

    @property
    def position(self) -> int:
        """The position at the last `advance`."""
        return self._position

    @property
    def wanted_rate(self) -> Fraction:
        """Pictures a second that playing at this speed should show; 0 standing."""
        return self._run.pace if self._run else STANDING

    # Keys

    def forward(self) -> None:
        """L: play; again: twice as fast, up to 8; with K held: slowly, the first frame at once."""
        self._press(1)

    def backward(self) -> None:
        """J: as `forward`, the other way."""
        self._press(-1)

    def hold(self) -> None:
        """K goes down: stand, and make J and L slow until `release`."""
        self.stop()
        self.held = True

    def release(self) -> None:
        """K comes up."""
        self.held = False
        self.release_direction()

    def release_direction(self) -> None:
        """J or L comes up: what plays slowly stands."""
        if abs(self.speed) == SLOW:
            self.stop()

    def toggle(self) -> None:
        """Space: stand, or play forward; at the film's end from the beginning of the range."""
        if self.playing:
            self.stop()
            return
        if not self.route.loops and self._position >= self.route.length - 1:
            inside = self.route.first < self._position
            self._position = self.route.first if inside else 0
        self.play(Fraction(1))

    def play(self, speed: Fraction) -> None:
        """Play at a speed of -8 to 8 from where it stands; 0 stands. ValueError beyond."""
        if abs(speed) > FASTEST:
            raise ValueError(f"the film runs at up to {FASTEST} times its speed, not {speed}")
        if not speed or not self.route.length:
            self.stop()
            return
        self._settle()
        self._begin(speed)

    def stop(self) -> None:
        """Stand where it is."""
        self._settle()
        self._run = None
        self._shown.clear()

    def seek(self, position: int) -> None:
        """Go to a position, the nearest there is; what plays goes on from there."""
        self._position = min(max(position, 0), max(self.route.length - 1, 0))
        if self._run is not None:
            self._begin(self._run.speed)

    # What it plays

    def set_film(self, rate: Fraction, length: int) -> None:
        """Another rate or length, as an edit of the programme makes it."""
        if (rate, length) == (self.rate, self.route.length):
            return
        self._settle()
        self.rate = rate
        beyond = min(self.route.beyond, length)
        self.route = replace(self.route, length=length, first=min(self.route.first, beyond), beyond=beyond)
        self._position = min(self._position, max(length - 1, 0))
        if self._run is not None:
            self.play(self._run.speed)

    def set_range(self, first: int, beyond: int, loop: bool) -> None:
        """Mark positions `first` to `beyond` (exclusive); `loop` plays them round and round. Keeps the beat."""
        beyond = min(beyond, self.route.length)
        route = Route(self.route.length, min(max(first, 0), beyond), beyond, loop)
        if route == self.route:
            return
        self.route = route
        if self._run is not None:
            now = self.clock()
            self._rebase(now, self._run.due(self._run.step_at(now)))

    def use(self, clock: Clock) -> None:
        """Go on by another clock, at the very point between two frames where the old one stood."""
        if clock is self.clock:
            return
        old, self.clock = self.clock, clock
        self._measure_anew()
        if self._run is not None:
            then, now = old(), clock()
            self._rebase(then, self._run.due(self._run.step_at(then)) - then + now)

    # Time

    def position_at(self, now: int) -> int:
        """The position that belongs on the screen at `now`. Changes nothing."""
        return self._run.position(self._run.step_at(now)) if self._run else self._position

    def next_deadline(self, now: int) -> int | None:
        """When the next picture is due; None where none is: standing, or at the film's end."""
        if self._run is None:
            return None
        step = self._run.step_at(now)
        return None if step == self._run.last_step else self._run.due(step + 1)

    def lateness(self, now: int) -> int:
        """Nanoseconds since the present picture was due; 0 standing."""
        return now - self._run.due(self._run.step_at(now)) if self._run else 0

    def advance(self, now: int) -> int:
        """Take note of the time: counts pictures that were due and never shown, stands at the film's end."""
        run = self._run
        if run is None:
            return self._position
        step = run.step_at(now)
        if step > self._step:
            self.dropped += step - self._step - (1 if self._step_shown else 0)
            self._step, self._step_shown = step, False
            self._position = run.position(step)
        if step == run.last_step:
            self._run = None
            self._shown.clear()
        return self._position

    def shown(self, position: int, now: int) -> None:
        """The picture of a position is on the screen. Counts once, and only while it is the one that is due."""
        if self._run is not None and not self._step_shown and position == self._position:
            self._step_shown = True
            self._shown.append(now)

    def measured_rate(self, now: int) -> float | None:
        """Pictures a second, over the last second; None standing, and in the first moments."""
        if self._run is None:
            return None
        while self._shown and self._shown[0] <= now - SECOND:
            self._shown.popleft()
        elapsed = min(now - self._measured_from, SECOND)
        return len(self._shown) * SECOND / elapsed if elapsed >= _SOON else None

    def reset_dropped(self) -> None:
        """Count dropped frames from 0 again."""
        self.dropped = 0

    def _press(self, direction: int) -> None:
        if self.held:
            self._settle()
            if abs(self.speed) != SLOW or self.speed * direction < 0:
                start = self.route.start_for(self._position, direction)
                self._position = self.route.travelled(start, direction)
                self.play(SLOW * direction)
            return
        same_way = self.speed * direction >= 1
        self.play(min(abs(self.speed) * 2, Fraction(FASTEST)) * direction if same_way else Fraction(direction))

    def _begin(self, speed: Fraction) -> None:
        origin = self.route.start_for(self._position, 1 if speed > 0 else -1)
        self._position = origin
        self._run = Run(self.route, origin, self.clock(), speed, self.rate)
        self._step, self._step_shown = 0, True
        self._measure_anew()

    def _measure_anew(self) -> None:
        self._shown.clear()
        self._measured_from = self.clock()

    def _settle(self) -> None:
        if self._run is not None:
            self._position = self.position_at(self.clock())

    def _rebase(self, now: int, began: int) -> None:
        """The same speed with the present step as step 0, begun at `began`."""
        position = self.advance(now)
        speed = self.speed
        if not speed:
            return  # the end was reached meanwhile
        origin = self.route.start_for(position, 1 if speed > 0 else -1)
        pending = not self._step_shown
        self._run = Run(self.route, origin, began, speed, self.rate)
        self._position, self._step, self._step_shown = origin, 0, not pending
