"""The light of a frame, of a shot, of a film: from a histogram of maxRGB, which is all that the statistics need.

maxRGB is the brightest of R, G, B of a pixel, in PQ, whatever the picture's own transfer function. Values follow
T/UWA 005.1 as its implementations have it (Annex A), CTA-861.3 for MaxCLL and MaxFALL. Where implementations differ,
`Rule` says which reading counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from app.hdr.vivid.fields import Statistics
from operators.colour.pq import pq_eotf, pq_inverse_eotf

BINS = 65536
"""Of the histogram, over PQ 0..1: a sixteenth of a 12-bit code each."""

MaxRgb = NDArray[np.uint16]
"""maxRGB of each pixel `(H, W)`: the PQ signal times 65535, rounded."""
Counts = NDArray[np.int64]

PERCENTILES = (1, 5, 10, 25, 50, 75, 90, 95, 99)
_MOST_EXACT = 1 << 24
"""OpenCV counts in float32, exact up to so many pixels."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Which of two readings counts, where public implementations of Annex A differ.

    Attributes:
        average: 'linear' averages the light and takes PQ of that; 'pq' averages the signals.
        spread: 'linear' is PQ of the 90th less the 10th percentile's light; 'pq' subtracts the signals.
    """

    average: Literal["linear", "pq"] = "linear"
    spread: Literal["linear", "pq"] = "linear"


DEFAULT_RULE = Rule()


@dataclass(frozen=True, slots=True)
class Light:
    """The statistics of a set of pixels. Signals are PQ 0..1, light is cd/m2.

    `average_nits` is the mean of maxRGB in linear light: a frame's average light level (FALL), whatever the rule.
    What HDR10+ says besides: `most` is the signal that 99.98 % of the pixels do not exceed, `dark` the share of them,
    0..1, below 100 cd/m2, `channels` the signals of the brightest red, green and blue. Light that was measured
    before these were has no channels.
    """

    pixels: int
    minimum: float
    average: float
    spread: float
    maximum: float
    average_nits: float
    percentiles: tuple[float, ...]
    most: float = 0.0
    dark: float = 0.0
    channels: tuple[float, ...] = ()

    @property
    def maximum_nits(self) -> float:
        """The brightest pixel: a frame's content light level."""
        return pq_eotf(self.maximum)

    @property
    def codes(self) -> Statistics:
        """As 12-bit codes, rounded down as all known generators do."""
        return Statistics.from_pq(self.minimum, self.average, self.spread, self.maximum)


def counted(brightest: MaxRgb) -> Counts:
    """The histogram `(65536,)` of a picture or of a part of it."""
    if brightest.size > _MOST_EXACT:
        return np.bincount(brightest.ravel(), minlength=BINS)
    found = cv2.calcHist([np.ascontiguousarray(brightest)], [0], None, [BINS], [0, BINS])
    return np.asarray(found.ravel(), np.int64)


def light_of(counts: Counts, rule: Rule = DEFAULT_RULE, channels: tuple[float, ...] = ()) -> Light:
    """The statistics of counted pixels, with the `channels` that were found beside. ValueError without pixels."""
    held = np.flatnonzero(counts)
    if not held.size:
        raise ValueError("there are no pixels to measure")
    pixels = int(counts.sum())
    signals, nits = tables()
    mean_nits = float(counts[held] @ nits[held]) / pixels
    below = np.cumsum(counts)

    def percentile(share: float) -> int:
        """The lowest bin that `share` percent of the pixels do not exceed."""
        return int(np.searchsorted(below, math.ceil(share / 100 * pixels)))

    low, high = percentile(10), percentile(90)
    mean = pq_inverse_eotf(mean_nits) if rule.average == "linear" else float(counts[held] @ signals[held]) / pixels
    linear = rule.spread == "linear"
    spread = pq_inverse_eotf(float(nits[high] - nits[low])) if linear else float(signals[high] - signals[low])
    return Light(
        pixels,
        float(signals[held[0]]),
        mean,
        spread,
        float(signals[held[-1]]),
        mean_nits,
        tuple(float(signals[percentile(share)]) for share in PERCENTILES),
        float(signals[percentile(99.98)]),
        float(below[int(np.searchsorted(nits, 100.0)) - 1]) / pixels,
        channels,
    )


def whole_nits(nits: float) -> int:
    """Light in whole cd/m2, rounded up, as SEI messages carry it; hundredths below a whole one do not count."""
    return math.ceil(round(nits, 2))


def max_cll(frames: Iterable[Light]) -> int:
    """Maximum content light level, cd/m2: the brightest maxRGB of all frames (CTA-861.3, Annex P)."""
    return whole_nits(max(frame.maximum_nits for frame in frames))


def max_fall(frames: Iterable[Light]) -> int:
    """Maximum frame-average light level, cd/m2: of each frame the mean of maxRGB in linear light."""
    return whole_nits(max(frame.average_nits for frame in frames))


def coarse(counts: Counts, bins: int = 256) -> list[int]:
    """The histogram in fewer equal bins over PQ 0..1, for graphs and files."""
    return [int(part) for part in counts.reshape(bins, -1).sum(axis=1)]


def summed(counts: Sequence[Counts]) -> Counts:
    """The histogram of all of them together: a shot's, of its frames'."""
    return np.asarray(np.sum(counts, axis=0), np.int64)


def indices(signal: NDArray[Any]) -> MaxRgb:
    """PQ signals as `MaxRgb`; what lies beyond 0..1 no deliverable can hold, and counts as its end."""
    rounded: MaxRgb = np.rint(np.clip(signal, 0, 1) * (BINS - 1)).astype(np.uint16)
    return rounded


@cache
def tables() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The PQ signal of each bin, and its light in cd/m2."""
    signals = np.arange(BINS) / (BINS - 1)
    return signals, pq_eotf(signals)
