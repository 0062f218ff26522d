"""Where a shape drawn on the picture of a stage lies on the film.

A hand draws on what it sees, which a stabiliser may have moved; repairs lie on the scan and stick to it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from app.engine.engine import Engine
from app.engine.mapping import on_scan
from app.engine.request import Stage
from app.jobs.shapes import Outline, Point, Shape
from app.jobs.strokes import Dab, Stroke
from app.media.reel import FrameId


def landed(engine: Engine, frame: FrameId, stage: Stage, shape: Shape) -> Shape:
    """The shape on the scan; what is a mask already lies there. Strokes keep their width as far as scales agree."""
    if isinstance(shape, Outline):
        return replace(shape, points=tuple(points_on_scan(engine, frame, stage, shape.points)))
    if not isinstance(shape, Stroke):
        return shape
    centres = points_on_scan(engine, frame, stage, [(dab.x, dab.y) for dab in shape.dabs])
    rims = points_on_scan(engine, frame, stage, [(dab.x + dab.radius, dab.y) for dab in shape.dabs])
    if centres == [(dab.x, dab.y) for dab in shape.dabs]:
        return shape
    dabs = [Dab(x, y, float(np.hypot(u - x, v - y))) for (x, y), (u, v) in zip(centres, rims, strict=True)]
    return replace(shape, dabs=tuple(dabs))


def points_on_scan(
    engine: Engine, frame: FrameId, stage: Stage, points: tuple[Point, ...] | list[Point]
) -> list[Point]:
    """Points of the picture of a stage, on the scan; the very same where no operator moves pixels."""
    outline = engine.outline(engine.project.snapshot)
    given = np.array(points, np.float32).reshape(-1, 2)
    found = on_scan(outline, frame, stage, given)
    return [(float(x), float(y)) for x, y in found] if found is not given else list(points)
