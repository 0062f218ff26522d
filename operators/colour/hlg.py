"""Hybrid log-gamma: the transfer functions of ITU-R BT.2100-2, Table 5, for arrays and tensors alike."""

from __future__ import annotations

import math
from typing import Any, cast

from operators.colour.kinds import Colours, chosen, exp, log
from operators.colour.primaries import luminance

A = 0.17883277
B = 1 - 4 * A
C = 0.5 - A * math.log(4 * A)

NOMINAL_PEAK = 1000.0
"""The display, in cd/m2, that HLG pictures are made on, with a system gamma of 1.2."""


def hlg_oetf(scene: Colours) -> Colours:
    """The HLG signal of scene light: 0..1 to 0..1, of any shape. Below 0 the root is mirrored, nothing is clipped."""
    light: Any = scene
    size = abs(light)
    root = (3 * size) ** 0.5
    # The logarithm is only taken where it counts; 1/12 keeps it in its domain elsewhere.
    upper = A * log(12 * size.clip(min=1 / 12) - B) + C
    return cast("Colours", _signed(light, chosen(size <= 1 / 12, root, upper)))


def hlg_inverse_oetf(signal: Colours) -> Colours:
    """The scene light, 0..1, of an HLG signal 0..1, of any shape; the inverse of `hlg_oetf` also outside."""
    given: Any = signal
    size = abs(given)
    square = size * size / 3
    power = (exp((size - C) / A) + B) / 12
    return cast("Colours", _signed(given, chosen(size <= 0.5, square, power)))


def system_gamma(peak: float = NOMINAL_PEAK) -> float:
    """The OOTF's gamma for a display of `peak` cd/m2 (Table 5, note 5f): 1.2 at 1000."""
    return 1.2 + 0.42 * math.log10(peak / 1000)


def hlg_ootf(scene: Colours, peak: float = NOMINAL_PEAK) -> Colours:
    """Display light in cd/m2 of scene light `(3, ...)`, R, G, B of BT.2020, on a display of `peak` and no black."""
    given: Any = scene
    weight = luminance(given).clip(min=0) ** (system_gamma(peak) - 1)
    return cast("Colours", peak * weight * given)


def hlg_inverse_ootf(nits: Colours, peak: float = NOMINAL_PEAK) -> Colours:
    """Scene light of display light `(3, ...)` in cd/m2; black stays black."""
    given: Any = nits
    shown = (luminance(given) / peak).clip(min=1e-12)
    return cast("Colours", given / peak * shown ** (1 / system_gamma(peak) - 1))


def hlg_to_nits(signal: Colours, peak: float = NOMINAL_PEAK) -> Colours:
    """The EOTF: display light in cd/m2 of an HLG signal `(3, ...)`."""
    return hlg_ootf(hlg_inverse_oetf(signal), peak)


def nits_to_hlg(nits: Colours, peak: float = NOMINAL_PEAK) -> Colours:
    """The HLG signal `(3, ...)` that shows this light, cd/m2, on a display of `peak`."""
    return hlg_oetf(hlg_inverse_ootf(nits, peak))


def _signed(like: Any, size: Any) -> Any:
    return chosen(like < 0, -size, size)
