"""The dark and the bright section of the curve: two cubics over three points that join the base curve smoothly.

Source: T/UWA 005.1 ("3Spline") as public implementations have it; US 12 437 377 for the guard.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from app.hdr.vivid.adaptation import AUTHORED, Adapted
from app.hdr.vivid.base_curve import Array, BaseCurve, Peak, ramp
from app.hdr.vivid.fields import Spline, Statistics

GUARD = ((2.5, 0.99), (3.5, 0.879), (4.5, 0.777), (7.5, 0.54))
"""m_p and the m_a above which the output would exceed the input."""
AUTOMATIC_DELTAS = (0.15, 0.075)


@dataclass(frozen=True, slots=True)
class CubicPair:
    """A clamped cubic spline through (x1, y1), (x2, y2), (x3, y3): end slopes s1, s3, C2-continuous at x2."""

    x: tuple[float, float, float]
    y: tuple[float, float, float]
    s1: float
    s3: float

    @property
    def empty(self) -> bool:
        """Whether it has no width at all."""
        return self.x[2] <= self.x[0]

    @property
    def s2(self) -> float:
        """The slope in the middle."""
        h1, h2 = self.x[1] - self.x[0], self.x[2] - self.x[1]
        y1, y2, y3 = self.y
        top = 3 * h2**2 * (y2 - y1) + 3 * h1**2 * (y3 - y2) - h1 * h2**2 * self.s1 - h1**2 * h2 * self.s3
        return top / (2 * h1 * h2 * (h1 + h2))

    def __call__(self, x: Array) -> Array:
        """Values at points of x1..x3. A half without width leaves one cubic from end to end."""
        (x1, x2, x3), (y1, y2, y3) = self.x, self.y
        if x2 <= x1 or x3 <= x2:
            return _hermite(x, x1, x3, y1, y3, self.s1, self.s3)
        s2 = self.s2
        low = _hermite(x, x1, x2, y1, y2, self.s1, s2)
        return np.where(x <= x2, low, _hermite(x, x2, x3, y2, y3, s2, self.s3))


@dataclass(frozen=True, slots=True)
class Dark:
    """The line y = slope * x + offset up to TH1, then the cubics to TH3. `curve` is the base curve from there on."""

    slope: float
    offset: float
    cubics: CubicPair
    curve: BaseCurve


@dataclass(frozen=True, slots=True)
class Bright:
    """The cubics of a bright section; above TH3 a line of its end slope, or the base curve (mode 3)."""

    cubics: CubicPair
    mode: int


def dark_section(adapted: Adapted, statistics: Statistics, *, sdr: bool) -> Dark:
    """The transmitted dark section, or the automatic one where the set in use has none."""
    splines = adapted.spline_set.splines if adapted.spline_set else ()
    found = [spline for spline in splines if spline.TH_enable_mode == 0]
    if not found:
        return _automatic_dark(adapted, statistics, sdr=sdr)
    dark = _transmitted_dark(adapted, found[0])
    for spline in found[1:]:  # a second one replaces the first, on the base curve as the first has left it
        dark = _transmitted_dark(replace(adapted, curve=dark.curve), spline)
    return dark


def bright_section(adapted: Adapted, dark: Dark) -> Bright | None:
    """The transmitted bright section, if there is one that reaches beyond the dark one. The last counts."""
    splines = adapted.spline_set.splines if adapted.spline_set else ()
    found = [_bright(adapted, dark, spline) for spline in splines if spline.TH_enable_mode != 0]
    usable = [section for section in found if section is not None]
    return usable[-1] if usable else None


def _transmitted_dark(adapted: Adapted, spline: Spline) -> Dark:
    curve, slope = adapted.curve, spline.slope
    th1, th2, th3 = spline.th1, spline.th2, spline.th3
    if adapted.guarded and curve.m_a > guard_limit(curve.m_p):
        slope, th1, th2, th3 = _lifted(curve, adapted.peak, slope, th1, th2, th3)
        curve = replace(curve, m_b=0.0)
    y1, y3 = slope * th1 + spline.offset, curve.at(th3)
    if adapted.held_below_input and y3 > th3:
        curve, y3 = replace(curve, m_b=curve.m_b - (y3 - th3)), th3
    y2 = _middle(y1, y3, (th1, th2, th3), spline.strength)
    if adapted.held_below_input:
        y2 = min(y2, th2)
    return Dark(slope, spline.offset, CubicPair((th1, th2, th3), (y1, y2, y3), slope, curve.slope_at(th3)), curve)


def _automatic_dark(adapted: Adapted, statistics: Statistics, *, sdr: bool) -> Dark:
    curve = adapted.curve
    slope, th1 = automatic_line(statistics.average, sdr=sdr)
    if adapted.guarded and curve.m_a > guard_limit(curve.m_p):
        slope, th1, _, _ = _lifted(curve, adapted.peak, slope, th1, th1, th1)
    th2 = th1 + AUTOMATIC_DELTAS[0]
    th3 = th2 + AUTOMATIC_DELTAS[1]
    y1, y3 = slope * th1, curve.at(th3)
    y2 = curve.at(th2) if sdr else _middle(y1, y3, (th1, th2, th3), 0.0)
    return Dark(slope, 0.0, CubicPair((th1, th2, th3), (y1, y2, y3), slope, curve.slope_at(th3)), curve)


def automatic_line(average: float, *, sdr: bool) -> tuple[float, float]:
    """Slope and end (TH1) of the line that an automatic dark section begins with."""
    slope = ramp(average, 0.3, 0.6, 1.0, 0.9 if sdr else 0.96)
    return slope, 0.0 if sdr else ramp(average, 0.3, 0.6, 0.25, 0.1)


def _bright(adapted: Adapted, dark: Dark, spline: Spline) -> Bright | None:
    curve, mode = dark.curve, spline.TH_enable_mode
    th1, th2, th3 = spline.th1, spline.th2, spline.th3
    dark_end = dark.cubics.x[2]
    if th3 <= dark_end:
        return None
    if th1 < dark_end:
        th1, th2 = dark_end, (dark_end + th3) / 2
    y1, s1, y3 = curve.at(th1), curve.slope_at(th1), adapted.peak.d
    if mode == 3:
        y3 = curve.at(th3)
    elif adapted.delta_mode in AUTHORED and adapted.spline_set is not None:
        y3 = adapted.spline_set.target
    held = adapted.held_below_input and mode in (1, 2)
    if held and y3 > th3:
        th3 = y3
        th2 = (th1 + th3) / 2
    y2 = _middle(y1, y3, (th1, th2, th3), spline.strength)
    if held:
        y2 = min(y2, th2)
    if held and th3 == y3:
        s3 = 1.0
    elif mode == 1:
        s3 = _end_slope((th1, th2, th3), y1, y3, s1, spline.strength)
    else:
        s3 = curve.slope_at(th3) - (spline.slope_reduction if mode == 2 else 0.0)
    return Bright(CubicPair((th1, th2, th3), (y1, y2, y3), s1, s3), mode)


def _end_slope(th: tuple[float, float, float], y1: float, y3: float, s1: float, strength: float) -> float:
    """The slope at TH3 of mode 1: steeper with strength, flatter against it, never above 1."""
    mid = (y3 - y1) / (th[2] - th[0])
    up = max((y3 - y1) / (th[2] - th[1]), s1) if th[2] > th[1] else s1
    down = max(0.1 * mid, s1)
    slope = up * strength + mid * (1 - strength) if strength >= 0 else -down * strength + mid * (1 + strength)
    return min(1.0, slope)


def guard_limit(m_p: float) -> float:
    """The m_a above which a base curve of this m_p lifts its input."""
    points, limits = zip(*GUARD, strict=True)
    return float(np.interp(m_p, points, limits))


def _lifted(
    curve: BaseCurve, peak: Peak, slope: float, th1: float, th2: float, th3: float
) -> tuple[float, float, float, float]:
    """The guard: slope and thresholds of a dark section under a base curve that would exceed its input."""
    if not (2.35 <= curve.m_m <= 2.45 and 0.95 <= curve.m_n <= 1.05):
        return slope, th1, th2, th3
    e = max(peak.e, peak.d)
    rise = guard_limit(curve.m_p) * curve.q_at(e) ** curve.m_m / e
    weight = max(0.0, peak.d / e - rise) / (1 - rise) if rise != 1 else 0.0
    moved = (e - th1) * weight
    return slope + (1 - slope) * weight, th1 + moved, th2 + moved, th3 + moved


def _middle(y1: float, y3: float, th: tuple[float, float, float], strength: float) -> float:
    share = (th[1] - th[0]) / (th[2] - th[0]) if th[2] > th[0] else 0.0
    return y1 + (y3 - y1) * share + (y3 - y1) * strength / 2


def _hermite(x: Array, x1: float, x2: float, y1: float, y2: float, s1: float, s2: float) -> Array:
    h = x2 - x1
    t = (x - x1) / h if h > 0 else np.zeros_like(x)
    u = 1 - t
    return u * u * (1 + 2 * t) * y1 + t * u * u * h * s1 + t * t * (3 - 2 * t) * y2 - t * t * u * h * s2
