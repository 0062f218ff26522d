"""Generated metadata and hand controls become metadata again: a pure function, nothing of it is kept elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.errors import UsageError
from app.hdr.vivid.controls import BASE, BRIGHT, DARK, SATURATION, Controls, Travel
from app.hdr.vivid.fields import BaseParameters, Spline, ToneMapping, VividMetadata
from app.hdr.vivid.generation import LOWEST_HIGH
from app.hdr.vivid.shape import Section, Shape, shape_of
from app.hdr.vivid.solving import through

DETAIL = 0.5
HIGHEST_DARK_END = 0.45
CLOSE = 2e-3
"""How far a point may lie from where a hand put it, in PQ signal, and still count as there."""

Which = Callable[[ToneMapping], bool]

WHICH: Mapping[str, Which] = {
    "all": lambda item: True,
    "hdr": lambda item: not item.is_sdr,
    "sdr": lambda item: item.is_sdr,
}
"""Names of the sets that controls apply to."""


@dataclass(frozen=True, slots=True)
class Graded:
    """The metadata, and the controls that the codes could not follow to where they stand."""

    metadata: VividMetadata
    limited: tuple[str, ...]


def graded(metadata: VividMetadata, controls: Controls, mastering_nits: float, which: str = "all") -> Graded:
    """Metadata with hand controls applied. Neutral controls give back exactly what came in.

    UsageError where the controls need a parameter set and there is none of that kind.
    """
    if which not in WHICH:
        raise UsageError(f"'{which}' names no parameter sets; there are: {', '.join(WHICH)}")
    moved = controls.moved(*DARK, *BRIGHT, "mid_light")
    if moved and not any(WHICH[which](item) for item in metadata.sets):
        raise UsageError("the metadata have no parameter set for these controls; generate one first")
    limited: dict[str, None] = {}
    sets = []
    for item in metadata.sets:
        if moved and WHICH[which](item):
            changed, missed = _graded_set(shape_of(metadata, item, mastering_nits), controls, item)
            limited.update(dict.fromkeys(missed))
            sets.append(changed)
        else:
            sets.append(item)
    return Graded(replace(metadata, sets=tuple(sets), saturation=_gains(metadata, controls)), tuple(limited))


def moved_dark(shape: Shape, controls: Controls) -> Section:
    """The dark section where the controls put it."""
    dark = shape.dark
    th1 = controls.dark_floor if controls.moved("dark_floor") else dark.th1
    th2 = controls.dark_hillside if controls.moved("dark_hillside") else dark.th2
    th2 = max(th2, th1)
    th3 = dark_end(shape, th2).at(controls.dark_offset)
    strength = dark.strength + DETAIL * controls.dark_detail
    offset = (dark.mb or 0) & 3
    mb = round(63 * slope_travel(shape).at(controls.dark_light)) << 2 | offset
    return Section(th1, th2, max(th3, th2), strength, 0, mb)


def moved_bright(shape: Shape, controls: Controls) -> Section:
    """The bright section where the controls put it."""
    bright = shape.bright
    th2 = controls.light_hillside if controls.moved("light_hillside") else bright.th2
    th1 = min(high_start(shape, th2).at(controls.high_offset), th2)
    th3 = max(high_end(shape, th2).at(controls.high_cut), th2)
    return Section(th1, th2, th3, bright.strength + DETAIL * controls.high_detail, bright.mode, bright.mb)


def slope_travel(shape: Shape) -> Travel:
    """Dark light: the slope of the shadows."""
    return Travel(0.0, shape.slope, 1.0)


def dark_end(shape: Shape, th2: float) -> Travel:
    """Dark offset: where the dark section ends."""
    end = max(shape.dark.th3, th2)
    return Travel(th2, end, max(HIGHEST_DARK_END, end))


def mid_travel(shape: Shape) -> Travel:
    """Mid light: the output there."""
    return Travel(min(shape.dark_middle, shape.mid), shape.mid, max(_high_point(shape)[1], shape.mid))


def high_start(shape: Shape, th2: float) -> Travel:
    """High offset: where the bright section starts."""
    start = min(shape.bright.th1, th2)
    return Travel(min(LOWEST_HIGH, start), start, th2)


def high_travel(shape: Shape) -> Travel:
    """High light: the output there."""
    return Travel(min(shape.mid, shape.high), shape.high, max(shape.target, shape.high))


def high_end(shape: Shape, th2: float) -> Travel:
    """High cut: where the bright section ends."""
    end = max(shape.bright.th3, th2)
    return Travel(th2, end, max(shape.maximum, end))


def _high_point(shape: Shape) -> tuple[float, float]:
    """The point that holds the bright end of the base curve: the bright section's start, else the picture's peak."""
    return (shape.bright.th1, shape.high) if shape.bright_sent else (shape.e, shape.curve.at(shape.e))


def _graded_set(shape: Shape, controls: Controls, item: ToneMapping) -> tuple[ToneMapping, list[str]]:
    limited: list[str] = []
    dark, bright = moved_dark(shape, controls), moved_bright(shape, controls)
    splines: list[Spline] = list(item.splines)
    if controls.moved(*DARK):
        splines = [dark.codes(), *(s for s in splines if s.TH_enable_mode != 0)]
        limited += _missed(dark, splines[0], ("dark_floor", "dark_hillside", "dark_offset", "dark_detail"), controls)
    if controls.moved(*BRIGHT):
        splines = [*(s for s in splines if s.TH_enable_mode == 0), bright.codes()]
        names = ("high_offset", "light_hillside", "high_cut", "high_detail")
        limited += _missed(bright, splines[-1], names, controls)
    base = item.base
    if controls.moved(*BASE):
        base, reached = _solved(shape, controls, dark, bright)
        limited += [] if reached else [name for name in BASE if controls.moved(name)]
    return replace(item, base=base, splines=tuple(splines)), limited


def _solved(shape: Shape, controls: Controls, dark: Section, bright: Section) -> tuple[BaseParameters, bool]:
    """The base curve through the two points that the controls move; what a hand moved is met more exactly."""
    mid = (dark.th3, mid_travel(shape).at(controls.mid_light))
    high = _high_point(shape)
    if controls.moved(*BRIGHT):
        high = (bright.th1, high_travel(shape).at(controls.high_light))
    if high[0] <= mid[0]:
        return shape.base, False
    solved = through((mid, high), shape.base, shape.maximum, CLOSE)
    return solved.base, solved.reached


def _missed(wanted: Section, sent: Spline, names: tuple[str, str, str, str], controls: Controls) -> list[str]:
    pairs = zip(names, (wanted.th1, wanted.th2, wanted.th3), (sent.th1, sent.th2, sent.th3), strict=False)
    missed = [name for name, want, got in pairs if abs(want - got) > CLOSE]
    if abs(wanted.strength) > 1:
        missed.append(names[3])
    return [name for name in missed if controls.moved(name)]


def _gains(metadata: VividMetadata, controls: Controls) -> tuple[int, ...] | None:
    if not controls.moved(*SATURATION):
        return metadata.saturation
    gains = list(metadata.saturation or (0,))
    gains += [0] * (1 + controls.moved("high_sat") - len(gains))
    gains[0] = round(Travel(0, gains[0], 255).at(controls.whole_sat))
    if controls.moved("high_sat"):  # the two low bits are an exponent of their own
        gains[1] = round(Travel(0, gains[1], 255).at(controls.high_sat)) & 0xFC | gains[1] & 3
    return tuple(gains)
