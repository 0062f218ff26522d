"""What is wrong, or odd, with metadata that the syntax allows: each finding has a code, a place and a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

import numpy as np

from app.hdr.vivid.base_curve import Array
from app.hdr.vivid.display_curve import DisplayCurve
from app.hdr.vivid.errors import CurveError
from app.hdr.vivid.fields import PQ_SCALE, BaseParameters, Spline, Statistics, ToneMapping, VividMetadata
from app.hdr.vivid.shape import own_display

Severity = Literal["error", "warning"]
SAMPLES = 4096
FALL = 1e-7
"""A fall of the curve from one sample to the next that is no rounding error."""
LIFT = 0.5 / PQ_SCALE
OVER_PEAK = 2 / PQ_SCALE


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. Errors make pictures that nobody wants; warnings may be meant."""

    code: str
    place: str
    sentence: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class FrameFinding:
    """A finding and the frames (first, one past the last) that have it."""

    start: int
    end: int
    finding: Finding


def check(metadata: VividMetadata, mastering_nits: float = 1000.0) -> tuple[Finding, ...]:
    """All findings of one frame's metadata."""
    found = [*_statistics(metadata.statistics), *_targets(metadata.sets), *_saturation(metadata)]
    for number, item in enumerate(metadata.sets, 1):
        found += _reserved(item, f"set {number}")
        found += _sections(item, f"set {number}")
        found += _curve(metadata, item, f"set {number}", mastering_nits)
    return tuple(found)


def check_sequence(frames: Sequence[VividMetadata], mastering_nits: float = 1000.0) -> tuple[FrameFinding, ...]:
    """The findings of a sequence; frames in a row with the same metadata are looked at once."""
    known: dict[VividMetadata, tuple[Finding, ...]] = {}
    result, position = [], 0
    for metadata, run in groupby(frames):
        end = position + sum(1 for _ in run)
        if metadata not in known:
            known[metadata] = check(metadata, mastering_nits)
        result += [FrameFinding(position, end, finding) for finding in known[metadata]]
        position = end
    return tuple(result)


def _statistics(statistics: Statistics) -> Iterator[Finding]:
    low, average = statistics.minimum_maxrgb_pq, statistics.average_maxrgb_pq
    high = statistics.maximum_maxrgb_pq
    if low > high:
        yield Finding("statistics-order", "statistics", f"the minimum {low} lies above the maximum {high}")
    elif not low <= average <= high:
        yield Finding(
            "statistics-order", "statistics", f"the average {average} lies outside the range {low} to {high}"
        )
    if statistics.variance_maxrgb_pq > high:
        spread = statistics.variance_maxrgb_pq
        yield Finding("spread", "statistics", f"the spread {spread} is greater than the maximum {high}", "warning")


def _targets(sets: Sequence[ToneMapping]) -> Iterator[Finding]:
    for number, item in enumerate(sets, 1):
        if item.target_code == 0:
            yield Finding("target-zero", f"set {number}", "the target is 0 cd/m2, which no display has")
    if len(sets) < 2:
        return
    first, second = sets[0].target_code, sets[1].target_code
    if first == second:
        yield Finding(
            "target-order", "sets", f"both sets have the target {first}; displays use only the first of them"
        )
    elif first < second:
        yield Finding(
            "target-order", "sets", f"the target {first} comes before {second}; the brighter goes first", "warning"
        )


def _saturation(metadata: VividMetadata) -> Iterator[Finding]:
    gains = metadata.saturation
    if gains is not None and not gains:
        yield Finding("saturation-empty", "saturation", "saturation is switched on without any gain", "warning")
    if gains is not None and len(gains) > 2:
        yield Finding(
            "saturation-unknown",
            "saturation",
            f"there are {len(gains)} saturation gains; only the first two have a published meaning",
            "warning",
        )


def _reserved(item: ToneMapping, place: str) -> Iterator[Finding]:
    if item.base is None:
        return
    base: BaseParameters = item.base
    allowed = {
        "base_param_K1": (0, 1),
        "base_param_K2": (0, 1),
        "base_param_K3": (0, 1, 2),
        "base_param_Delta_enable_mode": range(7),
    }
    for name, values in allowed.items():
        value = getattr(base, name)
        if value not in values:
            yield Finding("reserved-value", place, f"{name} is {value}; values above {max(values)} are reserved")


def _sections(item: ToneMapping, place: str) -> Iterator[Finding]:
    if item.splines and item.base is None:
        sentence = "the set has sections without a base curve; readers before FFmpeg 6 misread it"
        yield Finding("base-missing", place, sentence, "warning")
    for number, spline in enumerate(item.splines, 1):
        yield from _section(spline, f"{place}, section {number}")
    kinds = [spline.TH_enable_mode == 0 for spline in item.splines]
    if len(kinds) == 2 and kinds[0] == kinds[1]:
        kind = "dark" if kinds[0] else "bright"
        yield Finding("section-twice", place, f"there are two {kind} sections; displays keep the second", "warning")
    if len(kinds) == 2 and not kinds[0] and kinds[1]:
        sentence = "the bright section comes before the dark one; displays expect them from dark to bright"
        yield Finding("section-order", place, sentence, "warning")
    darks = [spline for spline, dark in zip(item.splines, kinds, strict=True) if dark]
    for spline, dark in zip(item.splines, kinds, strict=True):
        if not dark and darks and spline.th1 < darks[-1].th3:
            sentence = (
                f"the bright section begins at {spline.th1:.3f}, before the dark one ends at {darks[-1].th3:.3f}"
            )
            yield Finding("section-overlap", place, sentence)


def _section(spline: Spline, place: str) -> Iterator[Finding]:
    if not spline.TH_enable_Delta1 or not spline.TH_enable_Delta2:
        yield Finding("section-empty", place, f"the section at {spline.th1:.3f} has a half without width")
    if spline.th3 > 1:
        yield Finding("section-beyond", place, f"the section ends at {spline.th3:.3f}, beyond 1", "warning")
    if spline.TH_enable_mode == 0 and spline.offset > 0:
        yield Finding("black-lifted", place, f"black is lifted to {spline.offset:.3f}", "warning")


def _curve(metadata: VividMetadata, item: ToneMapping, place: str, mastering_nits: float) -> Iterator[Finding]:
    if item.target_code == 0:
        return
    try:
        display = own_display(item, mastering_nits)
        curve = DisplayCurve.of(replace(metadata, sets=(item,)), display)
    except CurveError as error:
        yield Finding("no-curve", place, str(error))
        return
    x = np.linspace(0.0, 1.0, SAMPLES)
    y = curve(x)
    for start, end in _runs(np.diff(y) < -FALL):
        yield Finding("not-monotone", place, f"the curve is not monotone between {x[start]:.2f} and {x[end]:.2f}")
    below = y < -FALL
    if below.any():
        start, end = _runs(below)[0]
        last = min(end, SAMPLES - 1)
        yield Finding("below-black", place, f"the curve lies below black between {x[start]:.2f} and {x[last]:.2f}")
    lifted = (y - x > LIFT) & (x < display.peak)
    if lifted.any():
        start, end = _runs(lifted)[0]
        most = float((y - x)[lifted].max())
        sentence = f"the curve lifts the picture by up to {most:.3f} between {x[start]:.2f} and {x[end - 1]:.2f}"
        yield Finding("lift", place, sentence, "warning")
    over = curve.base.at(curve.adapted.peak.e) - item.target
    if curve.bright is None and over > OVER_PEAK:
        sentence = f"the picture's peak lands {over * PQ_SCALE:.0f} codes above the target and is clipped"
        yield Finding("over-peak", place, sentence, "warning")


def _runs(flags: Array | np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[tuple[int, int]]:
    """The runs of True as (first, one past the last)."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
