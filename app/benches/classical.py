"""The methods of `operators.baselines` over a whole clip, with motion and gain matching as their papers have it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from operators import baselines
from operators.contract import FloatArray, MaskArray
from operators.motion import estimate, matched, search_picture, to_full_size, warp


def flows_to_neighbours(lumas: Sequence[FloatArray], t: int) -> list[tuple[int, FloatArray]]:
    """(frame, flow) to the frames before and after `t`, by DIS on the damaged pictures as they are."""
    here = search_picture(lumas[t])
    return [
        (other, to_full_size(estimate(here, search_picture(lumas[other])), lumas[t].shape))
        for other in (t - 1, t + 1)
        if 0 <= other < len(lumas)
    ]


def srod(lumas: Sequence[FloatArray], t: int) -> FloatArray:
    """SROD evidence `(H, W)` of frame `t`; at the ends of the clip the only neighbour counts as both."""
    moved = [matched(warp(lumas[other], flow), lumas[t]) for other, flow in flows_to_neighbours(lumas, t)]
    return baselines.srod(lumas[t], moved[0], moved[-1]) if moved else np.zeros_like(lumas[t])


def median3(frames: Sequence[FloatArray], lumas: Sequence[FloatArray], t: int, *, compensated: bool) -> FloatArray:
    """The median of a frame `(H, W, C)` and its two neighbours, moved onto it or not (the spike median)."""
    if not 0 < t < len(frames) - 1:
        return frames[t]
    flows = dict(flows_to_neighbours(lumas, t)) if compensated else {}
    before, after = (warp(frames[o], flows[o]) if compensated else frames[o] for o in (t - 1, t + 1))
    return baselines.median_of_three(frames[t], before, after)


def telea(frame: FloatArray, truth: MaskArray) -> FloatArray:
    """Telea's inpainting of a frame `(H, W, C)` under the true mask: what a single frame can give."""
    return np.stack(
        [baselines.telea(np.ascontiguousarray(plane), truth) for plane in np.moveaxis(frame, 2, 0)], axis=2
    )
