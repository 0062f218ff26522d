"""Metadata made from statistics alone: the curve a display would derive for itself, sent so that all use the same.

The standard's own derivation on the encoder's side is not public. m_p and m_a are those of the self-derived curve
(see `base_curve`) at the set's target; sections from a histogram are those of Annex A.3 as a public generator that
follows it reports them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.errors import UsageError
from app.hdr.vivid.adaptation import Display
from app.hdr.vivid.base_curve import Peak, peak_input, self_derived
from app.hdr.vivid.display_curve import DisplayCurve
from app.hdr.vivid.fields import (
    PQ_SCALE,
    SDR_TARGET,
    BaseParameters,
    Spline,
    Statistics,
    ToneMapping,
    VividMetadata,
    pq_code,
)
from app.hdr.vivid.solving import LOWEST_M_P, peaked
from operators.colour.pq import PEAK_NITS, pq_eotf, pq_inverse_eotf

M_M, M_N = 24, 10
LOW_SECTION = (0.15, 0.35)
SECTION_PARTS, SECTION_BINS = 6, 8
LONGEST_HALF = 0.25
STRENGTH_SHARES = (1.0, 0.75, 0.5, 0.25, 0.0)
LOWEST_HIGH = 0.48
"""No bright section of a hand begins below (PQ signal)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make: the HDR set's target, an SDR set beside it, how the sets follow other displays.

    `target_nits` None leaves the HDR set out; with no set at all only statistics are sent. `delta_mode` 3 sends
    curves that are used as they are, 0 (with `delta` 0) curves that only scale to the display.
    """

    mastering_nits: float = 1000.0
    target_nits: float | None = 500.0
    sdr: bool = True
    delta_mode: int = 0
    delta: int = 0
    saturation: tuple[int, ...] | None = None


def generated(statistics: Statistics, plan: Plan) -> VividMetadata:
    """The metadata of a frame or shot with these statistics."""
    targets: list[int] = []
    if plan.target_nits is not None:
        targets.append(target_code(plan.target_nits))
    if plan.sdr:
        targets.append(SDR_TARGET)
    sets = tuple(generated_set(statistics, code, plan) for code in targets)
    return VividMetadata(statistics, sets, plan.saturation)


def generated_sequence(frames: Iterable[Statistics], plan: Plan) -> tuple[VividMetadata, ...]:
    """One entry a frame; frames of equal statistics share theirs."""
    made: dict[Statistics, VividMetadata] = {}
    result = []
    for statistics in frames:
        if statistics not in made:
            made[statistics] = generated(statistics, plan)
        result.append(made[statistics])
    return tuple(result)


def target_code(nits: float) -> int:
    """The target code of an HDR set; never the one that is kept for SDR."""
    if not 0 < nits <= PEAK_NITS:
        raise UsageError(f"a target of {nits:g} cd/m2 is asked for; it must lie above 0 and within 10000")
    code = pq_code(pq_inverse_eotf(float(nits)))
    return code + 1 if code == SDR_TARGET else code


def generated_set(statistics: Statistics, target: int, plan: Plan) -> ToneMapping:
    """The self-derived curve at the target. Where it would lift the picture its m_p is lowered until it does not."""
    sdr = target == SDR_TARGET
    d = target / PQ_SCALE
    e = peak_input(statistics, pq_inverse_eotf(float(plan.mastering_nits)), d)
    m_p = self_derived(statistics, Peak(e, d, 0.0), sdr=sdr).m_p
    display = Display(pq_eotf(d), plan.mastering_nits, sdr=sdr)
    while True:
        base = BaseParameters(round(m_p * 1638.3), M_M, 1, 0, M_N, 1, 1, 1, plan.delta_mode, plan.delta)
        made = ToneMapping(target, peaked(base, (e, d), statistics.maximum))
        if m_p <= LOWEST_M_P or not _lifts(VividMetadata(statistics, (made,)), display):
            return made
        m_p = max(LOWEST_M_P, m_p - 0.125)


def _lifts(metadata: VividMetadata, display: Display) -> bool:
    """Whether the curve makes anything below the display's peak brighter, by more than half a 12-bit code."""
    x = np.linspace(0.0, display.peak, 257)
    return bool((DisplayCurve.of(metadata, display)(x) - x).max() > 0.5 / PQ_SCALE)


def annex_a3_sections(histogram: NDArray[np.floating[Any]], maximum: float) -> tuple[Spline, Spline]:
    """The low and the high section (both of mode 1) of a histogram of maxRGB; strengths follow where pixels lie.

    `histogram` holds counts of equal bins over the PQ signal 0..1 (256 bins or more); `maximum` is the scene's.
    Displays that keep one bright section use the second.
    """
    counts = np.asarray(histogram, dtype=np.float64)
    if counts.ndim != 1 or counts.size < 64 or counts.sum() <= 0:
        raise UsageError("the histogram of a scene needs 64 or more bins and at least one pixel")
    top = max(maximum, LOW_SECTION[1] + 0.01)
    part = (top - LOW_SECTION[1]) / SECTION_PARTS
    start = LOW_SECTION[1] + part * (SECTION_PARTS - 2)
    crowding = _share(counts, start, top) / ((top - start) / top)
    start = max(start - crowding**0.5 * part, LOW_SECTION[1])
    return _section(counts, *LOW_SECTION), _section(counts, start, top)


def high_section(maximum: float) -> Spline:
    """The bright section that hands start from where none is sent: the same span, without a histogram."""
    top = max(maximum, LOWEST_HIGH + 0.05)
    part = (top - LOW_SECTION[1]) / SECTION_PARTS
    start = max(LOWEST_HIGH, LOW_SECTION[1] + part * (SECTION_PARTS - 2))
    delta = min(round((top - start) / 2 * 4 * 1023), 1023)
    return Spline(1, None, pq_code(start), delta, delta, 128)


def _section(counts: NDArray[np.float64], low: float, high: float) -> Spline:
    low = max(low, high - 2 * LONGEST_HALF)
    edges: list[float] = np.linspace(low, high, SECTION_BINS + 1).tolist()
    middle = range(SECTION_BINS // 4, SECTION_BINS - SECTION_BINS // 4)
    emptiest = min(middle, key=lambda bin: _share(counts, edges[bin], edges[bin + 1]))
    th2 = (edges[emptiest] + edges[emptiest + 1]) / 2
    th2 = min(max(th2, high - LONGEST_HALF), low + LONGEST_HALF)
    below, above = _share(counts, low, th2), _share(counts, th2, high)
    strength = (-0.2 if below < above else 0.0) + (-0.4 if below < above / 2 else 0.0)
    delta1, delta2 = (min(round(width * 4 * 1023), 1023) for width in (th2 - low, high - th2))
    return Spline(1, None, pq_code(low), delta1, delta2, round((strength + 1) * 127.5))


def _share(counts: NDArray[np.float64], low: float, high: float) -> float:
    """The share of pixels between two signals; a bin that is cut counts in part."""
    total = np.concatenate([[0.0], np.cumsum(counts)]) / counts.sum()
    ends = np.interp([low, high], np.linspace(0.0, 1.0, total.size), total)
    return float(ends[1] - ends[0])


def with_sections(metadata: VividMetadata, sections: Sequence[Spline], mastering_nits: float) -> VividMetadata:
    """The same metadata with these sections in every HDR set.

    Where their strength would make a set's curve fall it is weakened until it does not; a set whose curve would fall
    even without keeps none.
    """
    sets = []
    for item in metadata.sets:
        kept = item
        for share in () if item.is_sdr else STRENGTH_SHARES:
            trial = replace(item, splines=tuple(_weakened(section, share) for section in sections))
            if not _falls(replace(metadata, sets=(trial,)), Display(pq_eotf(item.target), mastering_nits)):
                kept = trial
                break
        sets.append(kept)
    return replace(metadata, sets=tuple(sets))


def _weakened(section: Spline, share: float) -> Spline:
    return section if share == 1 else replace(section, enable_Strength=round((section.strength * share + 1) * 127.5))


def _falls(metadata: VividMetadata, display: Display) -> bool:
    y = DisplayCurve.of(metadata, display)(np.linspace(0.0, 1.0, 1025))
    return bool((np.diff(y) < 0).any())
