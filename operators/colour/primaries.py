"""Primaries: matrices between linear R, G, B of BT.709, BT.2020 and P3-D65, from their chromaticities."""

from __future__ import annotations

from typing import Any, cast

import numpy as np

from operators.colour.kinds import Colours, Matrix, transformed

Chromaticities = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]

BT709: Chromaticities = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
"""ITU-R BT.709-6, item 1.3."""
BT2020: Chromaticities = ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046))
"""ITU-R BT.2020-2, Table 3."""
P3: Chromaticities = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
"""SMPTE RP 431-2; with D65 as in SMPTE EG 432-1."""
D65 = (0.3127, 0.3290)

LUMINANCE = (0.2627, 0.6780, 0.0593)
"""Y of linear R, G, B of BT.2020, as BT.2020 and BT.2100 round it."""


def to_xyz(primaries: Chromaticities) -> Matrix:
    """The matrix from linear R, G, B with D65 white to CIE XYZ, Y = 1 for white (SMPTE RP 177)."""
    columns = np.array([_xyz(x, y) for x, y in primaries]).T
    scale = np.linalg.solve(columns, _xyz(*D65))
    return np.asarray(columns * scale)


def between(source: Chromaticities, target: Chromaticities) -> Matrix:
    """The matrix from linear R, G, B of one set of primaries to another, both with D65 white."""
    return np.asarray(np.linalg.solve(to_xyz(target), to_xyz(source)))


def _xyz(x: float, y: float) -> Matrix:
    return np.array([x / y, 1.0, (1 - x - y) / y])


BT709_TO_BT2020 = between(BT709, BT2020)
"""ITU-R BT.2087, clause 2."""
BT2020_TO_BT709 = between(BT2020, BT709)
P3_TO_BT2020 = between(P3, BT2020)
BT2020_TO_P3 = between(BT2020, P3)


def bt709_to_bt2020(light: Colours) -> Colours:
    """Linear R, G, B `(3, ...)` of BT.709 in BT.2020's (ITU-R BT.2087)."""
    return transformed(BT709_TO_BT2020, light)


def bt2020_to_bt709(light: Colours) -> Colours:
    """The inverse; colours outside BT.709 get values below 0 or above the white."""
    return transformed(BT2020_TO_BT709, light)


def luminance(light: Colours) -> Colours:
    """Y `(...)` of linear R, G, B `(3, ...)` of BT.2020."""
    given: Any = light
    red, green, blue = LUMINANCE
    return cast("Colours", red * given[0] + green * given[1] + blue * given[2])
