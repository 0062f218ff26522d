"""What HDR10+ and Dolby Vision say of a picture's light, as a start for HDR Vivid's statistics.

Both measure other things than T/UWA 005.1 does: what they do not say stays None and must be measured.
"""

from __future__ import annotations

from typing import NamedTuple

from app.hdr.stream.dolby import Level1
from app.hdr.stream.hdr10plus import Hdr10Plus
from app.hdr.vivid.fields import Statistics, pq_code
from operators.colour.pq import pq_inverse_eotf

_NITS = 0.1
"""A code of HDR10+ light in cd/m2."""


class Start(NamedTuple):
    """Statistics in HDR Vivid's codes (PQ, v/4095); None is not told."""

    minimum: int | None
    average: int
    variance: int | None
    maximum: int

    def completed(self, measured: Statistics) -> Statistics:
        """With what is missing taken from a measurement of the pictures."""
        told = (self.minimum, self.average, self.variance, self.maximum)
        found = (
            measured.minimum_maxrgb_pq,
            measured.average_maxrgb_pq,
            measured.variance_maxrgb_pq,
            measured.maximum_maxrgb_pq,
        )
        return Statistics(*(there if said is None else said for said, there in zip(told, found, strict=True)))


def from_dolby(level: Level1) -> Start:
    """From level 1, whose codes are PQ already. Its average is one of PQ values, HDR Vivid's one of light."""
    return Start(level.minimum, level.average, None, level.maximum)


def from_hdr10plus(frame: Hdr10Plus) -> Start:
    """From linear light: the largest of R, G and B, the mean of maxRGB, and PQ(L90 - L10) as the spread.

    In application version 1 the place of the 10th percentile holds something else, so there the spread is not told.
    """
    window = frame.windows[0]
    levels = dict(window.percentiles)
    spread = None
    if frame.version == 0 and 10 in levels and 90 in levels:
        spread = _code(max(levels[90] - levels[10], 0))
    return Start(None, _code(window.average), spread, _code(max(window.max_scl)))


def _code(light: int) -> int:
    return pq_code(pq_inverse_eotf(min(light * _NITS, 10000.0)))
