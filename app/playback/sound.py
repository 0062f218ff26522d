"""Sound that leads the picture: the sound device's own clock says what is heard, and pictures follow it.

Three threads: the window's asks for play and stop and reads the clock; a feeder decodes ahead; the device's takes
samples when it needs them. Where the machine has no device, the free-running clock plays the film in silence.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from app.media.reel import Reel
from app.playback.film import Film
from app.playback.run import SECOND, Route
from app.playback.sound_feed import CHANNELS, SAMPLE_RATE, Block, has_sound, programme_sound
from app.playback.transport import Clock

PERIOD_MS = 30
PERIODS = 3
"""The device's buffer: what is handed over is heard this many periods later."""
_LATENCY = PERIODS * PERIOD_MS * SAMPLE_RATE // 1000
_AHEAD = SAMPLE_RATE
"""Samples decoded ahead."""
_PRIMED = SAMPLE_RATE // 5
_PATIENCE = SECOND // 2
"""Nanoseconds the picture waits for a slow disk's first sample before it goes without."""
_PULL = 20
"""A period's report moves the clock by 1/20 of what it says: the device asks in bursts, the clock must not."""
_ASTRAY = SECOND // 5
_IDLE_SECONDS = 5.0


class SoundState(StrEnum):
    """What a person is told about sound."""

    READY = "ready"
    """There is a device, and sound in the film."""
    NO_DEVICE = "no device"
    NO_SOUND = "no sound"
    """The programme's reels carry none."""


class Device(Protocol):
    """What `miniaudio.PlaybackDevice` does for us."""

    def start(self, callback_generator: Any) -> None:
        """Ask the generator for samples from now on."""
        ...

    def stop(self) -> None:
        """Ask no more."""
        ...

    def close(self) -> None:
        """Release the device."""
        ...


def open_device() -> Device | None:
    """The system's sound device; None where there is none that sounds."""
    if not _may_sound():
        return None
    try:
        import miniaudio
    except ImportError:
        return None
    try:
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.FLOAT32,
            nchannels=CHANNELS,
            sample_rate=SAMPLE_RATE,
            buffersize_msec=PERIOD_MS,
            callback_periods=PERIODS,
            app_name="Reelmend",
        )
    except miniaudio.MiniaudioError:
        return None
    if device.backend.lower() == "null":  # it takes samples and sounds nowhere
        device.close()
        return None
    opened: Device = device
    return opened


def _may_sound() -> bool:
    """False where Linux has neither a card nor a sound server: asking ALSA then prints a page of complaints."""
    if not sys.platform.startswith("linux"):
        return True
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", f"/run/user/{os.getuid()}"))
    places = (Path("/dev/snd"), runtime / "pulse", runtime / "pipewire-0")
    return bool(os.environ.get("PULSE_SERVER")) or any(place.exists() for place in places)


class Line:
    """Samples on their way to the device, and the clock of what is heard of them.

    While a stretch plays, every sample the device takes counts as time, whether sound was ready for it or not:
    sound that comes too late is left out, so picture and sound stay together.
    """

    def __init__(self, now: Clock = time.monotonic_ns) -> None:
        self._now = now
        self._lock = threading.Condition()
        self._blocks: deque[Block] = deque()
        self._stretch = 0
        self._waiting = 0
        self._late = 0  # samples the device has gone without: left out when they come
        self._playing = self._ended = False
        self._taken = 0
        self._asked_at = 0
        self._offset: int | None = None  # clock minus now; None: nothing was heard yet
        self._last = 0
        self._warm = 0
        self.muted = False

    # Window thread

    def begin(self) -> int:
        """A new stretch: the clock stands at 0 until its first sample is heard. Returns the stretch's number."""
        with self._lock:
            self._reset()
            self._playing = True
            self._asked_at = self._now()
            return self._stretch

    def end(self) -> None:
        """Silence."""
        with self._lock:
            self._reset()

    def clock(self) -> int:
        """Nanoseconds heard of this stretch. Never goes back within it, and never stands still for long."""
        with self._lock:
            now = self._now()
            if self._offset is None:
                if now - self._asked_at < _PATIENCE or not self._playing:
                    return self._last
                self._offset = -self._asked_at - _PATIENCE
            self._last = max(self._last, now + self._offset)
            return self._last

    # Feeder thread

    def push(self, block: Block, stretch: int) -> bool:
        """Hand samples of a stretch in; waits while enough wait already. False where the stretch is over."""
        with self._lock:
            self._lock.wait_for(lambda: self._waiting < _AHEAD or stretch != self._stretch)
            if stretch != self._stretch:
                return False
            cut = min(self._late, len(block))
            self._late -= cut
            if cut < len(block):
                self._blocks.append(block[cut:])
                self._waiting += len(block) - cut
            return True

    def finish(self, stretch: int) -> None:
        """No more comes: what waits is the end of the sound. Waits until the stretch is over."""
        with self._lock:
            self._ended = stretch == self._stretch
            self._lock.wait_for(lambda: stretch != self._stretch)

    def restarted(self) -> None:
        """The device begins anew, with an empty buffer."""
        with self._lock:
            self._warm = 0

    # Device thread

    def pull(self, count: int) -> Block:
        """The `count` samples the device plays next."""
        out = np.zeros((count, CHANNELS), np.float32)
        with self._lock:
            self._warm += 1
            # A device that starts fills its buffer at once: those calls tell nothing about time.
            ready = self._warm > PERIODS and (self._taken or self._waiting >= _PRIMED or self._ended)
            if not self._playing or not ready:
                return out
            if not self._taken and self._offset is not None:
                self._join()
            filled = self._fill(out)
            self._late += count - filled
            self._taken += count
            self._report()
            self._lock.notify()
            return np.zeros_like(out) if self.muted else out

    def _fill(self, out: Block) -> int:
        filled = 0
        while self._blocks and filled < len(out):
            block = self._blocks.popleft()
            part = block[: len(out) - filled]
            out[filled : filled + len(part)] = part
            filled += len(part)
            if len(part) < len(block):
                self._blocks.appendleft(block[len(part) :])
        self._waiting -= filled
        return filled

    def _join(self) -> None:
        """The picture has gone ahead alone: leave out what should have been heard by now."""
        assert self._offset is not None
        self._taken = max((self._now() + self._offset) * SAMPLE_RATE // SECOND + _LATENCY, 0)
        passed = np.empty((min(self._taken, self._waiting), CHANNELS), np.float32)
        self._late += self._taken - self._fill(passed)

    def _report(self) -> None:
        heard = (self._taken - _LATENCY) * SECOND // SAMPLE_RATE
        told = heard - self._now()
        if self._offset is None or abs(told - self._offset) > _ASTRAY:
            self._offset = told
        else:
            self._offset += (told - self._offset) // _PULL

    def _reset(self) -> None:
        self._blocks.clear()
        self._waiting = self._late = self._taken = self._last = 0
        self._playing = self._ended = False
        self._offset = None
        self._stretch += 1
        self._lock.notify()


class SoundPlayer:
    """Plays the programme's sound at projection speed. Methods answer at once, in any thread."""

    def __init__(self, reels: Mapping[str, Reel], open_device: Callable[[], Device | None] = open_device) -> None:
        self._reels = reels
        self._open = open_device
        self.line = Line()
        self._wanted: _Wanted | None = None
        self._has_device = True  # until opening it says otherwise
        self._closing = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._feed, name="sound", daemon=True)
        self._thread.start()

    def state(self, film: Film) -> SoundState:
        """What a person is told."""
        if not has_sound(film, self._reels):
            return SoundState.NO_SOUND
        return SoundState.READY if self._has_device else SoundState.NO_DEVICE

    @property
    def muted(self) -> bool:
        """True where nothing is heard, though the clock is still the device's."""
        return self.line.muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        self.line.muted = muted

    def play(self, film: Film, route: Route, position: int) -> Clock | None:
        """Play from a position; returns the clock to follow, at 0 there. None where there is nothing to hear."""
        if self.state(film) is not SoundState.READY:
            self.stop()
            return None
        with self._changed:
            self._wanted = _Wanted(film, route, position, self.line.begin())
            self._changed.notify()
        return self.line.clock

    def stop(self) -> None:
        """Be silent."""
        with self._changed:
            self._wanted = None
            self.line.end()

    def close(self) -> None:
        """End the thread and release the device."""
        with self._changed:
            self._closing = True
            self._wanted = None
            self.line.end()
            self._changed.notify()
        self._thread.join()

    def _feed(self) -> None:
        device = self._open()
        self._has_device = device is not None
        running = False
        while device is not None:
            with self._changed:
                idle = _IDLE_SECONDS if running else None
                self._changed.wait_for(lambda: self._wanted is not None or self._closing, idle)
                wanted, self._wanted = self._wanted, None
            if wanted is not None:
                if not running:
                    self.line.restarted()
                    device.start(_asking(self.line))
                    running = True
                self._play(wanted)
                continue
            if running:
                device.stop()
                running = False
            if self._closing:
                device.close()
                return

    def _play(self, wanted: _Wanted) -> None:
        """Decode a stretch until it is over."""
        with contextlib.closing(programme_sound(wanted.film, self._reels, wanted.route, wanted.position)) as sound:
            for block in sound:
                if not self.line.push(block, wanted.stretch):
                    return
        self.line.finish(wanted.stretch)


class _Wanted(NamedTuple):
    """A stretch to play, by its number on the line."""

    film: Film
    route: Route
    position: int
    stretch: int


def _asking(line: Line) -> Generator[Block | bytes, int, None]:
    """The generator that the device sends its wishes to, begun."""

    def asking() -> Generator[Block | bytes, int, None]:
        count = yield b""
        while True:
            count = yield line.pull(count)

    generator = asking()
    next(generator)
    return generator
