"""Base curves through given points, as codes: m_p and m_a solved while the other parameters stay.

Source: US 12 444 033 (m_p and m_a from a pair of anchor points). What is sent is quantised, so the solution is
found on the codes: m_a has only 10 bits, and m_p, which has 14, takes up what rounding m_a would miss.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.hdr.vivid.base_curve import BaseCurve
from app.hdr.vivid.fields import BaseParameters

LOWEST_M_P, HIGHEST_M_P = 1.0, 10.0
STEPS = 60

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Solved:
    """The codes, and whether the curve goes through the points (False: as near as the codes reach)."""

    base: BaseParameters
    reached: bool


def through(points: tuple[Point, Point], base: BaseParameters, maximum: float, within: float = 1e-3) -> Solved:
    """The curve through two points (PQ signals, the second brighter), the first being met more exactly.

    `base` gives every parameter but m_p and m_a. `within` is how far off, in PQ signal, still counts as reached.
    """
    (x1, y1), (x2, y2) = points
    shape = BaseCurve.transmitted(base, maximum)
    rise1, rise2 = y1 - shape.m_b, y2 - shape.m_b
    if not (rise1 > 0 and rise2 > 0):
        return Solved(base, False)
    # q(x2)^m_m / q(x1)^m_m falls as m_p grows: the points fix m_p, and then m_a is their height
    m_p = _bisected(lambda m: _power(shape, m, x2) / max(_power(shape, m, x1), 1e-12), rise2 / rise1, falling=True)
    m_a = 1023 * rise1 / max(_power(shape, m_p, x1), 1e-12)
    candidates = [_with_m_a(shape, base, code, (x1, y1)) for code in {math.floor(m_a), math.ceil(m_a)}]

    def miss(candidate: BaseParameters) -> float:
        curve = BaseCurve.transmitted(candidate, maximum)
        return max(abs(curve.at(x1) - y1), abs(curve.at(x2) - y2))

    best = min(candidates, key=miss)
    return Solved(best, miss(best) <= within)


def peaked(base: BaseParameters, point: Point, maximum: float) -> BaseParameters:
    """The curve of nearly the same m_p whose value at the point's x is its y, to the resolution of m_p."""
    x, y = point
    shape = BaseCurve.transmitted(base, maximum)
    m_a = 1023 * (y - shape.m_b) / max(_power(shape, shape.m_p, x), 1e-12)
    return _with_m_a(shape, base, round(m_a), point)


def _with_m_a(shape: BaseCurve, base: BaseParameters, code: int, point: Point) -> BaseParameters:
    """This m_a, and the m_p that then meets the point."""
    code = min(max(code, 1), 1023)
    x, y = point
    m_p = _bisected(lambda m: _power(shape, m, x), 1023 * (y - shape.m_b) / code, falling=False)
    return replace(base, base_param_m_a=code, base_param_m_p=min(round(m_p * 1638.3), 16383))


def _power(shape: BaseCurve, m_p: float, x: float) -> float:
    return float(replace(shape, m_p=m_p).q_at(x) ** shape.m_m)


def _bisected(value: Callable[[float], float], wanted: float, *, falling: bool) -> float:
    """The m_p of a monotone value; the end that comes nearest where it lies outside."""
    low, high = LOWEST_M_P, HIGHEST_M_P
    for _ in range(STEPS):
        middle = (low + high) / 2
        if (value(middle) > wanted) == falling:
            low = middle
        else:
            high = middle
    return (low + high) / 2
