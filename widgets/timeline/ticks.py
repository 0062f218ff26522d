"""The ruler's marks: a step that suits the zoom, and what is written on it. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from app.media.timecode import Timecode, nominal_rate
from widgets.timeline.scale import Scale

LABEL_ROOM = 88
"""Pixels between two labels at least."""
TICK_ROOM = 7
"""Pixels between two small marks at least."""


class Unit(StrEnum):
    """What the ruler counts in."""

    TIMECODE = "timecode"
    FRAMES = "frames"
    FEET_35 = "feet35"
    FEET_16 = "feet16"


SETTING = "playback/unit"
"""Where the unit is kept: one for the ruler and for the position beside the transport."""

FRAMES_A_FOOT = {Unit.FEET_35: 16, Unit.FEET_16: 40}
"""35 mm with four perforations a frame, and 16 mm."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark at a position; small ones carry no `label`."""

    position: int
    label: str = ""


def label(position: int, rate: Fraction, unit: Unit) -> str:
    """A position as the ruler and the tooltips write it."""
    if unit is Unit.FRAMES:
        return str(position)
    if unit is Unit.TIMECODE:
        return str(Timecode.from_frames(position, rate))
    feet, frames = divmod(position, FRAMES_A_FOOT[unit])
    return f"{feet}+{frames:02d}"


def steps(rate: Fraction, unit: Unit) -> tuple[int, ...]:
    """Distances between marks that people count in, in frames, ascending."""
    if unit is Unit.FRAMES:
        return tuple(base * 10**power for power in range(8) for base in (1, 2, 5))
    if unit is not Unit.TIMECODE:
        foot = FRAMES_A_FOOT[unit]
        inside: tuple[int, ...] = (1, 2, 4, 8) if foot == 16 else (1, 2, 5, 10, 20)
        return (*inside, *(foot * base * 10**power for power in range(6) for base in (1, 2, 5)))
    second = nominal_rate(rate)
    inside = tuple(step for step in (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 24, 30) if step < second and second % step == 0)
    seconds = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18000, 36000)
    return (*inside, *(second * count for count in seconds))


def ticks(scale: Scale, rate: Fraction, unit: Unit) -> tuple[Tick, ...]:
    """The marks to draw, from a little left of the view to its right edge, at most a few hundred."""
    known = steps(rate, unit)
    big = next((step for step in known if step * scale.pixels >= LABEL_ROOM), known[-1])
    small = next((step for step in known if step * scale.pixels >= TICK_ROOM and big % step == 0), big)
    start, beyond = scale.shown()
    first = (start // big) * big
    return tuple(
        Tick(position, label(position, rate, unit) if position % big == 0 else "")
        for position in range(first, min(beyond, scale.length) + 1, small)
    )
