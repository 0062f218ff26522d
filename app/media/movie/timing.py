"""Frame rates and durations, from the frame table: what the file does, not what its header says."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np

from app.media.movie.index import FrameTable
from app.media.rates import DEFAULT_RATE, exact_rate

_TOLERANCE = Fraction(1, 2000)


def rate_of(stream: av.VideoStream, table: FrameTable) -> Fraction:
    """Frames per second, as an exact fraction.

    The container's own rate is taken where the frames keep it (times are rounded to the container's clock:
    Matroska's is a millisecond); otherwise the mean rate of the frames.
    """
    declared = [Fraction(r) for r in (stream.guessed_rate, stream.average_rate, stream.base_rate) if r]
    mean = _mean_rate(table)
    if mean is None:
        return _snapped(declared[0]) if declared else DEFAULT_RATE
    slack = _TOLERANCE + Fraction(2) / (len(table) - 1) * table.time_base * mean
    for rate in declared:
        if abs(rate / mean - 1) <= slack:
            return _snapped(rate)
    return _snapped(mean)


def durations(table: FrameTable) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """How long each frame but the last is shown, in units of the table's time base."""
    return np.diff(table.pts)


def is_variable(table: FrameTable, rate: Fraction) -> bool:
    """True where frames stand elsewhere than a constant rate puts them.

    Containers round times to their clock, so a duration may be off by one tick (and by 2 %).
    """
    if table.counted or len(table) < 3:
        return False
    nominal = float(1 / (rate * table.time_base))
    return bool(np.any(np.abs(durations(table) - nominal) > max(1.01, 0.02 * nominal)))


def _mean_rate(table: FrameTable) -> Fraction | None:
    if table.counted or len(table) < 2:
        return None
    span = int(table.pts[-1]) - int(table.pts[0])
    return Fraction(len(table) - 1) / (span * table.time_base)


def _snapped(rate: Fraction) -> Fraction:
    return exact_rate(float(rate)) or rate.limit_denominator(1001)
