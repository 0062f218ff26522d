"""Where a point of a picture lies on the scan, and back, through the operators that move pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.engine.plan import Moved, Outline, moved_by
from app.engine.request import Stage
from app.media.reel import FrameId
from operators.contract import Filter, FloatArray, FrameInfo
from operators.contract.registry import filter_operator


def on_scan(outline: Outline, frame: FrameId, stage: Stage, points: FloatArray) -> FloatArray:
    """Points `(N, 2)` of the picture of a stage (x, y; pixel centres at half-integers), on the scan."""
    for chosen, params, info in reversed(_ways(outline, frame, stage)):
        points = chosen.map_points_back(points, info, params)
    return points


def on_stage(outline: Outline, frame: FrameId, stage: Stage, points: FloatArray) -> FloatArray:
    """Points `(N, 2)` of the scan, on the picture of a stage."""
    for chosen, params, info in _ways(outline, frame, stage):
        points = chosen.map_points(points, info, params)
    return points


def _ways(outline: Outline, frame: FrameId, stage: Stage) -> list[tuple[Filter[Any], Any, FrameInfo]]:
    """The operators that move pixels up to a stage, with parameters and the pictures they are given."""
    stack = [entry for one in stage.filter_stages for entry in outline.stack(frame, one) if entry.enabled]
    return steps_of(moved_by(stack, frame.index), outline.frame_info(frame.reel))


def steps_of(moved: Sequence[Moved], info: FrameInfo) -> list[tuple[Filter[Any], Any, FrameInfo]]:
    """Operators that move pixels, each with its parameters and what it is given; the first is given `info`."""
    found = []
    for item in moved:
        chosen = filter_operator(item.operator)
        params: Any = chosen.Params.from_mapping(dict(item.params))
        found.append((chosen, params, info))
        info = chosen.output_info(info, params)
    return found
