"""Dirt, dust and hairs: spots that are on one frame only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from operators.contract import Analysis, Context, FrameEvidence, Params, Window, as_array, luma, param
from operators.dirt import kernels
from operators.motion import moved_neighbours


@dataclass(frozen=True)
class DirtParams(Params):
    """How readily a difference in time is taken for dirt."""

    sensitivity: float = param(
        1.0,
        "Sensitivity",
        "Higher finds fainter dirt, and takes more of the film's own movement for dirt.",
        low=0.25,
        high=4.0,
        step=0.05,
    )


class Dirt(Analysis[DirtParams]):
    """Compares a frame with those beside it, moved onto it. A shot of one frame has nothing to compare: no dirt."""

    id = "dirt"
    label = "Dirt"
    summary = "Finds dust, dirt and hairs: spots that are on one frame and on none beside it."
    stage = "repair"
    tiling = "none"
    defect = "dirt"
    base_threshold = 0.25
    Params = DirtParams

    def window(self, params: DirtParams) -> tuple[int, int]:
        """Two frames to either side."""
        return 2, 2

    def look(self, window: Window, params: DirtParams, context: Context) -> FrameEvidence:
        """Judge the centre frame; `FrameEvidence.probability` is 0.5 where dirt is as likely as not."""
        centre = np.nan_to_num(luma(as_array(window.centre)))
        neighbours = moved_neighbours(window.frames)
        context.check()
        if not neighbours:
            return FrameEvidence(np.zeros_like(centre))
        near = sorted(neighbours, key=lambda offset: (abs(offset), offset))[:2]
        chosen = [neighbours[offset] for offset in near]
        if len(chosen) == 1:
            chosen *= 2
        return FrameEvidence(kernels.probability(centre, chosen, params.sensitivity))


OPERATOR = Dirt()
