"""Dirt, dust and hairs: spots that are on one frame only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from operators.contract import Analysis, Context, FrameEvidence, Params, Window, param
from operators.dirt import judge, kernels, rounds
from operators.motion import finite_luma, warp_mask


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
    base_threshold = 0.2
    Params = DirtParams

    def window(self, params: DirtParams) -> tuple[int, int]:
        """Two frames to either side are compared, and each of them with its own neighbours."""
        return rounds.REACH, rounds.REACH

    def look(self, window: Window, params: DirtParams, context: Context) -> FrameEvidence:
        """Judge the centre frame; `FrameEvidence.probability` is 0.5 where dirt is as likely as not."""
        centre = finite_luma(window.centre)
        found = rounds.Rounds(window.frames)
        near = found.neighbours()
        context.check()
        if not near:
            return FrameEvidence(np.zeros_like(centre))
        near = kernels.originals(centre, near)
        offsets = sorted(near, key=abs)
        hurt = [warp_mask(found.rough(offset), near[offset].flow) for offset in offsets]
        neighbours = [near[offset] for offset in offsets]
        suspects = kernels.suspects(centre, neighbours, hurt, params.sensitivity)
        context.check()
        return FrameEvidence(judge.judged(centre, neighbours, suspects, params.sensitivity))


OPERATOR = Dirt()
