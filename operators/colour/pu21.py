"""PU21: light in perceptually uniform units, so that measures made for SDR hold for HDR.

Source: R. K. Mantiuk, M. Azimi, "PU21: A novel perceptually uniform encoding for adapting existing quality metrics
for HDR", Picture Coding Symposium 2021; the parameters of its variant with glare ('banding_glare').
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np

from operators.colour.kinds import Colours

P = (0.353487901, 0.3734658629, 8.277049286e-05, 0.9062562627, 0.09150303166, 0.9099517204, 596.3148142)
LOWEST, HIGHEST = 0.005, 10000.0
"""The light, cd/m2, that the encoding was fitted to; what is beyond counts as the end."""

PEAK = 256.0
"""What the signal-to-noise ratio is relative to: 100 cd/m2 encodes to it, as 255 is white in 8 bits."""


def pu21(nits: Colours) -> Colours:
    """Light in cd/m2, of any shape, in PU21 units: 0..596, 256 at 100 cd/m2."""
    given: Any = nits
    power = given.clip(LOWEST, HIGHEST) ** P[3]
    value = P[6] * (((P[0] + P[1] * power) / (1 + P[2] * power)) ** P[4] - P[5])
    return cast("Colours", value.clip(min=0))


def pu21_psnr(one: Colours, other: Colours) -> float:
    """Peak signal-to-noise ratio, dB, of two pictures in cd/m2 (R, G, B or Y); infinite where they are equal."""
    step: Any = pu21(one) - pu21(other)
    error = float((step * step).mean())
    return float("inf") if error == 0 else float(10 * np.log10(PEAK**2 / error))
