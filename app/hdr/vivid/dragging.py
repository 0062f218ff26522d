"""What a dragged point of the curve means: the controls that bring the point to where the hand is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.errors import UsageError
from app.hdr.vivid.controls import Controls
from app.hdr.vivid.fields import VividMetadata
from app.hdr.vivid.grading import (
    DETAIL,
    dark_end,
    graded,
    high_end,
    high_start,
    high_travel,
    mid_travel,
    moved_bright,
    moved_dark,
    slope_travel,
)
from app.hdr.vivid.shape import Shape, middle, shape_of, strength_for


@dataclass(frozen=True, slots=True)
class Handle:
    """A point of the curve that can be dragged, by name; x and y are PQ signals."""

    name: str
    x: float
    y: float


def handles(metadata: VividMetadata, controls: Controls, set_index: int, mastering_nits: float) -> tuple[Handle, ...]:
    """Where the points of a set lie under these controls, at the set's own target, from dark to bright."""
    return points(graded(metadata, controls, mastering_nits).metadata, set_index, mastering_nits)


def points(metadata: VividMetadata, set_index: int, mastering_nits: float) -> tuple[Handle, ...]:
    """Where the points of a set lie whose controls are applied already."""
    shape = shape_of(metadata, metadata.sets[set_index], mastering_nits)
    floor = shape.slope * shape.dark.th1 + shape.offset
    end = shape.target
    return (
        Handle("dark_floor", shape.dark.th1, floor),
        Handle("dark_hillside", shape.dark.th2, shape.dark_middle),
        Handle("mid", shape.dark.th3, shape.mid),
        Handle("high", shape.bright.th1, shape.high),
        Handle("light_hillside", shape.bright.th2, middle(shape.bright, shape.high, end)),
        Handle("cut", shape.bright.th3, end),
    )


def nearest(points: tuple[Handle, ...], x: float, y: float) -> Handle:
    """The handle that a hand at (x, y) takes."""
    return min(points, key=lambda handle: (handle.x - x) ** 2 + (handle.y - y) ** 2)


def dragged(
    metadata: VividMetadata,
    controls: Controls,
    set_index: int,
    handle: str,
    to: tuple[float, float],
    mastering_nits: float,
) -> Controls:
    """The controls with a handle at `to` (x, y in PQ signal), or as near as the sliders go.

    `metadata` are the automatic ones that `controls` apply to. UsageError names an unknown handle.
    """
    if handle not in _DRAGS:
        raise UsageError(f"the curve has no point '{handle}'; there are: {', '.join(_DRAGS)}")
    shape = shape_of(metadata, metadata.sets[set_index], mastering_nits)
    return _DRAGS[handle](shape, controls, *to)


def _floor(shape: Shape, controls: Controls, x: float, y: float) -> Controls:
    x = _within(x, 0.0, moved_dark(shape, controls).th2)
    slope = (y - shape.offset) / x if x > 0 else shape.slope
    return replace(controls, dark_floor=x, dark_light=slope_travel(shape).slider(slope))


def _hillside(shape: Shape, controls: Controls, x: float, y: float) -> Controls:
    before = moved_dark(shape, controls)
    x = _within(x, before.th1, before.th3)
    # the end stays where it is, though its slider counts from the middle
    held = replace(controls, dark_hillside=x, dark_offset=dark_end(shape, x).slider(before.th3))
    dark = moved_dark(shape, held)
    slope = ((dark.mb or 0) >> 2) / 63
    start, end = slope * dark.th1 + shape.offset, mid_travel(shape).at(controls.mid_light)
    wanted = strength_for(dark, start, end, y)
    return replace(held, dark_detail=_within((wanted - shape.dark.strength) / DETAIL, -1.0, 1.0))


def _mid(shape: Shape, controls: Controls, x: float, y: float) -> Controls:
    travel = dark_end(shape, moved_dark(shape, controls).th2)
    return replace(controls, dark_offset=travel.slider(x), mid_light=mid_travel(shape).slider(y))


def _high(shape: Shape, controls: Controls, x: float, y: float) -> Controls:
    travel = high_start(shape, moved_bright(shape, controls).th2)
    return replace(controls, high_offset=travel.slider(x), high_light=high_travel(shape).slider(y))


def _light_hillside(shape: Shape, controls: Controls, x: float, y: float) -> Controls:
    before = moved_bright(shape, controls)
    x = _within(x, before.th1, before.th3)
    held = replace(
        controls,
        light_hillside=x,
        high_offset=high_start(shape, x).slider(before.th1),
        high_cut=high_end(shape, x).slider(before.th3),
    )
    start, end = high_travel(shape).at(controls.high_light), shape.target
    wanted = strength_for(moved_bright(shape, held), start, end, y)
    return replace(held, high_detail=_within((wanted - shape.bright.strength) / DETAIL, -1.0, 1.0))


def _cut(shape: Shape, controls: Controls, x: float, y: float) -> Controls:
    """The end lies on the target's peak: only its x can be moved."""
    return replace(controls, high_cut=high_end(shape, moved_bright(shape, controls).th2).slider(x))


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high, 1.0)


_DRAGS: Mapping[str, Callable[[Shape, Controls, float, float], Controls]] = {
    "dark_floor": _floor,
    "dark_hillside": _hillside,
    "mid": _mid,
    "high": _high,
    "light_hillside": _light_hillside,
    "cut": _cut,
}
