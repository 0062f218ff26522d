"""A set's curve at its own target as the numbers that hands move, and those numbers as codes again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.hdr.vivid.adaptation import Display
from app.hdr.vivid.base_curve import BaseCurve, peak_input
from app.hdr.vivid.fields import (
    PQ_SCALE,
    BaseParameters,
    Spline,
    Statistics,
    ToneMapping,
    VividMetadata,
)
from app.hdr.vivid.generation import Plan, generated_set, high_section
from app.hdr.vivid.sections import AUTOMATIC_DELTAS, automatic_line
from operators.colour.pq import pq_eotf, pq_inverse_eotf

DELTA_CODES = 4 * 1023
"""Codes of Delta1 and Delta2 to one unit of PQ signal."""


@dataclass(frozen=True, slots=True)
class Section:
    """Where a section begins, bends and ends, and how far its middle is lifted. `mode` and `mb` as transmitted."""

    th1: float
    th2: float
    th3: float
    strength: float
    mode: int
    mb: int | None = None

    @classmethod
    def of(cls, spline: Spline) -> Section:
        """A transmitted section."""
        mode, mb = spline.TH_enable_mode, spline.TH_enable_MB
        return cls(spline.th1, spline.th2, spline.th3, spline.strength, mode, mb)

    def codes(self) -> Spline:
        """As transmitted: every point to the nearest code, no half without width, none longer than 0.25."""
        th1 = min(max(round(self.th1 * PQ_SCALE), 0), PQ_SCALE)
        delta1 = _delta(self.th2 - th1 / PQ_SCALE)
        delta2 = _delta(self.th3 - th1 / PQ_SCALE - delta1 / DELTA_CODES)
        strength = round((min(max(self.strength, -1.0), 1.0) + 1) * 127.5)
        return Spline(self.mode, self.mb, th1, delta1, delta2, strength)


@dataclass(frozen=True, slots=True)
class Shape:
    """One set at its own target. `sent` tells which sections are transmitted and not the display's own doing.

    `slope` and `offset` are those of the line in the shadows; `e` is the input that becomes the peak.
    """

    base: BaseParameters
    curve: BaseCurve
    dark: Section
    slope: float
    bright: Section
    bright_sent: bool
    target: float
    maximum: float
    e: float

    @property
    def offset(self) -> float:
        """The output for black."""
        return 0.1 * ((self.dark.mb or 0) & 3) / 3

    @property
    def mid(self) -> float:
        """Output at the end of the dark section."""
        return self.curve.at(self.dark.th3)

    @property
    def dark_middle(self) -> float:
        """Output where the halves of the dark section meet."""
        floor = self.slope * self.dark.th1 + self.offset
        return middle(self.dark, floor, self.mid)

    @property
    def high(self) -> float:
        """Output at the start of the bright section."""
        return self.curve.at(self.bright.th1)


def shape_of(metadata: VividMetadata, item: ToneMapping, mastering_nits: float) -> Shape:
    """The shape of one of the metadata's sets. CurveError where its codes make no finite curve."""
    statistics = metadata.statistics
    base = item.base or generated_set(statistics, item.target_code, Plan(mastering_nits)).base
    assert base is not None
    curve = BaseCurve.transmitted(base, statistics.maximum)
    curve.check()
    darks = [spline for spline in item.splines if spline.TH_enable_mode == 0]
    brights = [spline for spline in item.splines if spline.TH_enable_mode != 0]
    dark = Section.of(darks[-1]) if darks else _automatic_dark(statistics, curve, sdr=item.is_sdr)
    slope = darks[-1].slope if darks else automatic_line(statistics.average, sdr=item.is_sdr)[0]
    bright = Section.of(brights[-1]) if brights else Section.of(high_section(statistics.maximum))
    bright = replace(bright, th1=max(bright.th1, dark.th3))
    e = peak_input(statistics, pq_inverse_eotf(float(mastering_nits)), item.target)
    return Shape(base, curve, dark, slope, bright, bool(brights), item.target, statistics.maximum, e)


def own_display(item: ToneMapping, mastering_nits: float) -> Display:
    """The display that a set was made for."""
    nits = 100.0 if item.is_sdr else max(pq_eotf(item.target), 1e-3)
    return Display(nits, mastering_nits, sdr=item.is_sdr)


def middle(section: Section, start: float, end: float) -> float:
    """Output where a section's halves meet, between the outputs at its ends."""
    share = (section.th2 - section.th1) / (section.th3 - section.th1) if section.th3 > section.th1 else 0.0
    return start + (end - start) * (share + section.strength / 2)


def strength_for(section: Section, start: float, end: float, wanted: float) -> float:
    """The strength that puts a section's middle at a wanted output."""
    if end == start or section.th3 <= section.th1:
        return section.strength
    share = (section.th2 - section.th1) / (section.th3 - section.th1)
    return 2 * ((wanted - start) / (end - start) - share)


def _automatic_dark(statistics: Statistics, curve: BaseCurve, *, sdr: bool) -> Section:
    slope, th1 = automatic_line(statistics.average, sdr=sdr)
    th2 = th1 + AUTOMATIC_DELTAS[0]
    section = Section(th1, th2, th2 + AUTOMATIC_DELTAS[1], 0.0, 0, round(slope * 63) << 2)
    if not sdr:
        return section
    return replace(section, strength=strength_for(section, slope * th1, curve.at(section.th3), curve.at(th2)))


def _delta(width: float) -> int:
    return min(max(round(width * DELTA_CODES), 1), 1023)
