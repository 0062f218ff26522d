"""HDR10+ from a measured picture's light: statistics for a display that makes its own curve (profile A).

Slots "5" and "10" of the percentages are no percentiles in application version 1, which is written here: streams in
use carry the light that 99.98 % of the pixels do not exceed in the one, and in the other how many per cent of the
pixels lie below 100 cd/m2. No tone curve is made up: profile B is the work of a grader's program, and is carried when
it comes from one.
"""

from __future__ import annotations

from app.errors import MediaError
from app.hdr.statistics.light import PERCENTILES, Light
from app.hdr.stream.hdr10plus import Hdr10Plus, Window
from operators.colour.pq import pq_eotf

CODES_A_NIT = 10
HIGHEST = 100_000
"""The code of 10000 cd/m2."""


def hdr10plus_of(light: Light) -> Hdr10Plus:
    """The metadata of a picture or a shot. MediaError where its channels were not measured."""
    if not light.channels:
        raise MediaError(
            "HDR10+ says how bright red, green and blue get, and this light was measured without: measure it again"
        )
    red, green, blue = (_code(signal) for signal in light.channels)
    values = {at: _code(signal) for at, signal in zip(PERCENTILES, light.percentiles, strict=True)}
    values |= {5: _code(light.most), 10: round(100 * light.dark)}
    average = min(round(light.average_nits * CODES_A_NIT), HIGHEST)
    return Hdr10Plus(0, (Window((red, green, blue), average, tuple(values.items())),))


def _code(signal: float) -> int:
    return min(round(pq_eotf(signal) * CODES_A_NIT), HIGHEST)
