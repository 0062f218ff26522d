"""Which transmitted set a display uses, and how it bends that set's base curve to its own peak.

Source: T/UWA 005.1 as public implementations have it; US 12 388 964 (adaptation), US 12 437 377 (guard).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.hdr.vivid.base_curve import BaseCurve, Peak, peak_input, self_derived, through_peak
from app.hdr.vivid.errors import CurveError
from app.hdr.vivid.fields import PQ_SCALE, SDR_TARGET, ToneMapping, VividMetadata
from operators.colour.pq import PEAK_NITS, pq_eotf, pq_inverse_eotf

SAME_TARGET_NITS = 1.0
AUTHORED = (3, 7)
"""Delta modes in which the curve is used as authored; 7 has no published meaning and counts as 3."""


@dataclass(frozen=True, slots=True)
class Display:
    """The display to show on: its peak and black in cd/m2, the mastering display's peak, whether output is SDR."""

    peak_nits: float
    mastering_nits: float
    sdr: bool = False
    black_nits: float = 0.0

    def __post_init__(self) -> None:
        for name, nits in (("display", self.peak_nits), ("mastering display", self.mastering_nits)):
            if not 0 < nits <= PEAK_NITS:
                raise CurveError(f"the {name} has a peak of {nits:g} cd/m2; it must lie above 0 and within 10000")
        if not 0 <= self.black_nits < self.peak_nits:
            raise CurveError(f"the display's black of {self.black_nits:g} cd/m2 must lie below its peak")

    @property
    def peak(self) -> float:
        """PQ signal of the display's peak."""
        return pq_inverse_eotf(float(self.peak_nits))

    @property
    def mastering(self) -> float:
        """PQ signal of the mastering display's peak."""
        return pq_inverse_eotf(float(self.mastering_nits))

    @property
    def black(self) -> float:
        """PQ signal of the display's black."""
        return pq_inverse_eotf(float(self.black_nits))


@dataclass(frozen=True, slots=True)
class Adapted:
    """A base curve for one display.

    `base_set` and `spline_set` are the transmitted sets that it comes from, None where there is none to use;
    `delta_mode` None where no base curve is transmitted at all.
    """

    curve: BaseCurve
    peak: Peak
    base_set: ToneMapping | None
    spline_set: ToneMapping | None
    delta_mode: int | None

    @property
    def held_below_input(self) -> bool:
        """Whether sections are kept from lifting the picture (not in Delta modes 2, 3, 6)."""
        return self.delta_mode not in (2, *AUTHORED, 6)

    @property
    def guarded(self) -> bool:
        """Whether the guard of `sections` looks at m_a (Delta modes 0 to 2 of a transmitted base curve)."""
        return self.delta_mode in (0, 1, 2)


def adapted(metadata: VividMetadata, display: Display) -> Adapted:
    """The base curve that a display uses. CurveError where the transmitted codes make none."""
    d = display.peak
    peak = Peak(peak_input(metadata.statistics, display.mastering, d), d, display.black)
    own = self_derived(metadata.statistics, peak, sdr=display.sdr)
    usable = [item for item in metadata.sets if item.is_sdr == (int(PQ_SCALE * d) == SDR_TARGET)]
    base_set = _chosen(usable, d, lambda item: item.base is not None)
    spline_set = _chosen(usable, d, lambda item: bool(item.splines))
    curve = own if base_set is None else _bent(base_set, own, peak, metadata.statistics.maximum)
    curve.check()
    return Adapted(curve, peak, base_set, spline_set, _delta_mode(metadata, base_set))


def _chosen(usable: list[ToneMapping], d: float, wanted: Callable[[ToneMapping], bool]) -> ToneMapping | None:
    """The first set that has what is wanted; of authored curves, which do not adapt, the one made for nearest."""
    having = [item for item in usable if wanted(item)]
    if not having:
        return None
    first = having[0].base
    if first is not None and first.delta_mode in AUTHORED:
        return min(having, key=lambda item: abs(item.target - d))
    return having[0]


def _delta_mode(metadata: VividMetadata, used: ToneMapping | None) -> int | None:
    """The used set's mode. Where none fits the display the first set's counts, as in the public implementation."""
    chosen = used or next(iter(metadata.sets), None)
    return None if chosen is None or chosen.base is None else chosen.base.delta_mode


def _bent(item: ToneMapping, own: BaseCurve, peak: Peak, maximum: float) -> BaseCurve:
    """A set's curve for a display of another peak than its target's, after its Delta mode."""
    assert item.base is not None
    curve = BaseCurve.transmitted(item.base, maximum)
    mode, delta = item.base.delta_mode, item.base.delta
    apart = abs(pq_eotf(peak.d) - pq_eotf(item.target))
    if apart <= SAME_TARGET_NITS or mode in AUTHORED:
        return curve
    weight = (apart / 100) ** 0.5 * delta
    if mode in (1, 5):
        return through_peak(_mixed(curve, own, min(1.0, weight)), peak)
    if item.target_code == 0:
        raise CurveError("a set's target is 0 cd/m2, so that its curve cannot be adapted to a display")
    m_p = min(max(curve.m_p + weight, 3.0), 7.5)
    return replace(curve, m_p=m_p, m_a=curve.m_a * (peak.d - peak.d_min) / item.target)


def _mixed(curve: BaseCurve, own: BaseCurve, weight: float) -> BaseCurve:
    names = ("m_p", "m_m", "m_n", "k1", "k2", "k3")
    mixed = {name: (1 - weight) * getattr(curve, name) + weight * getattr(own, name) for name in names}
    return replace(curve, **mixed)
