"""The base curve of HDR Vivid, and the one that a display derives for itself from the statistics.

Source: T/UWA 005.1, formulas (16), (100), (106) as public implementations have them; US 12 444 033, claim 1.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.hdr.vivid.errors import CurveError
from app.hdr.vivid.fields import BaseParameters, Statistics

Array = NDArray[np.float64]

LOWEST_PEAK_INPUT = 0.5081
"""The peak input is never taken to lie below the PQ signal of 100 cd/m2."""


@dataclass(frozen=True, slots=True)
class BaseCurve:
    """F(x) = m_a * q(x)^m_m + m_b with q(x) = m_p x^m_n / ((K1 m_p - K2) x^m_n + K3); all PQ signals."""

    m_p: float
    m_m: float
    m_a: float
    m_b: float
    m_n: float
    k1: float
    k2: float
    k3: float

    @classmethod
    def transmitted(cls, codes: BaseParameters, maximum: float) -> BaseCurve:
        """The curve of a set; `maximum` is the frame's maximum maxRGB, which K3 may stand for."""
        k1, k2, k3 = float(codes.base_param_K1), float(codes.base_param_K2), codes.k3(maximum)
        return cls(codes.m_p, codes.m_m, codes.m_a, codes.m_b, codes.m_n, k1, k2, k3)

    def q(self, x: Array) -> Array:
        """The rational part; 0 where its numerator is 0."""
        power = x**self.m_n
        top = self.m_p * power
        bottom = (self.k1 * self.m_p - self.k2) * power + self.k3
        return np.divide(top, bottom, out=np.zeros_like(top), where=top != 0)

    def __call__(self, x: Array) -> Array:
        """F(x)."""
        return self.m_a * self.q(x) ** self.m_m + self.m_b

    def at(self, x: float) -> float:
        """F of one number."""
        return float(self(np.array([x], dtype=np.float64))[0])

    def q_at(self, x: float) -> float:
        """The rational part of one number."""
        return float(self.q(np.array([x], dtype=np.float64))[0])

    def slope_at(self, x: float) -> float:
        """F'(x). At 0, and wherever q is 0, the limit from above where it is finite; otherwise CurveError."""
        if self.m_n == 0 or self.m_m == 0 or self.m_a == 0 or self.m_p == 0 or self.k3 == 0:
            return 0.0
        if x > 0:
            # m_p x^(2 m_n) of the published form, with q's own factor taken out so that small x divides by no zero
            bottom = (self.k1 * self.m_p - self.k2) * x**self.m_n + self.k3
            dq = self.m_p * self.k3 * self.m_n * x ** (self.m_n - 1) / bottom**2
            return float(self.m_a * self.m_m * self.q_at(x) ** (self.m_m - 1) * dq)
        order = self.m_n * self.m_m  # F goes like x^order near 0
        if order > 1:
            return 0.0
        if order == 1:
            return float(self.m_a * (self.m_p / self.k3) ** self.m_m)
        raise CurveError("the base curve is infinitely steep at 0, where a section of the curve ends")

    def check(self) -> None:
        """CurveError where the curve has no finite value somewhere on 0..1."""
        bottom = [self.k3, (self.k1 * self.m_p - self.k2) + self.k3]  # linear in x^m_n: extremes lie at the ends
        if self.m_p > 0 and (min(bottom) < 0 or (min(bottom) == 0 and self.k3 != 0) or max(bottom) <= 0):
            raise CurveError(
                f"the base curve has no finite value everywhere: its denominator goes from {bottom[0]:.4g} at 0 "
                f"to {bottom[1]:.4g} at 1 and must stay above 0"
            )


@dataclass(frozen=True, slots=True)
class Peak:
    """Where the picture's peak lies on the input (E), and the display's (D) and black's (Dmin) PQ signal."""

    e: float
    d: float
    d_min: float


def peak_input(statistics: Statistics, mastering: float, display: float) -> float:
    """E: the input that a self-derived curve takes to the display's peak. All PQ signals."""
    spread = statistics.average + statistics.variance / 2
    e = 0.8 * spread + 0.2 * statistics.maximum
    if e > mastering:
        e = mastering
    elif e < LOWEST_PEAK_INPUT:
        e = LOWEST_PEAK_INPUT
    return max(e, display)


def self_derived(statistics: Statistics, peak: Peak, *, sdr: bool) -> BaseCurve:
    """What a display makes of the statistics alone: E becomes its peak, black its black."""
    average = statistics.average
    if sdr:
        m_p = ramp(average, 0.1, 0.6, 6.0, 3.5) + (0.3 if peak.e <= 0.67 else ramp(peak.e, 0.67, 0.75, 0.3, 0.6))
    else:
        m_p = ramp(average, 0.3, 0.6, 4.0, 3.5) + ramp(peak.e, 0.75, 0.9, 0.0, 0.6)
    return through_peak(BaseCurve(m_p, 2.4, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0), peak)


def through_peak(curve: BaseCurve, peak: Peak) -> BaseCurve:
    """The same shape with m_a and m_b such that E becomes the display's peak and 0 its black."""
    curve.check()
    rise = curve.q_at(peak.e) ** curve.m_m - curve.q_at(0.0) ** curve.m_m
    if not rise > 0 or not math.isfinite(rise):
        raise CurveError("the base curve does not rise, so that no peak can be set on it")
    m_a = (peak.d - peak.d_min) / rise
    return BaseCurve(curve.m_p, curve.m_m, m_a, peak.d_min, curve.m_n, curve.k1, curve.k2, curve.k3)


def ramp(x: float, low: float, high: float, at_low: float, at_high: float) -> float:
    """Linear between two points, constant outside."""
    if x <= low:
        return at_low
    if x > high:
        return at_high
    return at_low + (x - low) / (high - low) * (at_high - at_low)
