"""Whether this machine keeps up with a reel: found by reading and showing some frames of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from app.engine.screen import screen_pixels
from app.media.colour import View
from app.media.opening import open_reader
from app.media.reel import FrameReader, Reel

FRAMES = 12
LONGEST = 1.5
"""Seconds a measurement goes on for, once it has a few frames."""
FEWEST = 4
HEADROOM = 1.15
"""A machine that is only just quick enough on its own is not while something else runs."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds a frame takes: to be read in order, and to be made ready for the screen in full size."""

    reading: float
    showing: float

    @property
    def rate(self) -> float:
        """Frames a second, one after the other."""
        return 1 / max(self.reading + self.showing, 1e-9)

    def keeps_up(self, rate: float) -> bool:
        """True where a film of this rate plays without proxies."""
        return self.rate >= rate * HEADROOM


def measured(
    reel: Reel, encoding: str, reader: FrameReader | None = None, clock: Callable[[], float] = perf_counter
) -> Speed:
    """Read and show frames from the middle of a reel: for a second or two, or four frames of a very slow one.

    Raises what reading raises where not one frame can be read.
    """
    own = reader is None
    reader = reader or open_reader(reel)
    view = View.of(encoding)
    reading, showing = [], []
    first = max((reel.frame_count - FRAMES) // 2, 0)
    try:
        for index in range(first, min(first + FRAMES, reel.frame_count)):
            begin = clock()
            picture = reader.read(index)
            middle = clock()
            screen_pixels(picture, view)
            reading.append(middle - begin)
            showing.append(clock() - middle)
            if sum(reading) + sum(showing) > LONGEST and len(reading) >= FEWEST:
                break
    finally:
        if own:
            reader.close()
    # The first frame pays for the seek and for tables that are made once.
    return Speed(_typical(reading), _typical(showing))


def _typical(seconds: list[float]) -> float:
    later = seconds[1:] or seconds
    # Decoders with several threads hand out frames in bursts: the mean tells the rate, the median forgives a stall.
    return max(median(later), min(sum(later) / len(later), 3 * median(later)))
