"""Methods of the literature, as yardsticks for `bench quality`. Nothing else uses them.

All take the luma `(H, W)` float32 of frame t and its motion-compensated, gain-matched neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray
from operators.motion import estimate, matched, search_picture, to_full_size, warp

_THREE = np.ones((3, 3), np.uint8)


def flows_to_neighbours(lumas: Sequence[FloatArray], t: int) -> list[tuple[int, FloatArray]]:
    """(frame, flow) to the frames before and after `t`, by DIS on the damaged pictures as they are."""
    here = search_picture(lumas[t])
    found = []
    for other in (t - 1, t + 1):
        if 0 <= other < len(lumas):
            flow = estimate(here, search_picture(lumas[other]))
            found.append((other, to_full_size(flow, lumas[t].shape)))
    return found


def srod(lumas: Sequence[FloatArray], t: int) -> FloatArray:
    """Simplified rank-ordered difference with DIS motion and gain matching (van Roosmalen et al. 1999), `(H, W)`.

    How far a pixel lies outside the 3x3 surroundings of both neighbours; a threshold on it is the detector.
    """
    moved = [matched(warp(lumas[other], flow), lumas[t]) for other, flow in flows_to_neighbours(lumas, t)]
    if not moved:
        return np.zeros_like(lumas[t])
    high = np.maximum.reduce([cv2.dilate(picture, _THREE) for picture in moved])
    low = np.minimum.reduce([cv2.erode(picture, _THREE) for picture in moved])
    distance: FloatArray = np.maximum(lumas[t] - high, 0) + np.maximum(low - lumas[t], 0)
    return distance


def median3(frames: Sequence[FloatArray], lumas: Sequence[FloatArray], t: int, *, compensated: bool) -> FloatArray:
    """The median of a frame `(H, W, C)` and its two neighbours, moved onto it or not (the spike median)."""
    flows = dict(flows_to_neighbours(lumas, t)) if compensated else {}
    others = [o for o in (t - 1, t + 1) if 0 <= o < len(frames)]
    if len(others) < 2:
        return frames[t]
    pictures = [warp(frames[other], flows[other]) if compensated else frames[other] for other in others]
    middle: FloatArray = np.median(np.stack([frames[t], *pictures]), axis=0)
    return middle


def telea(frame: FloatArray, truth: MaskArray) -> FloatArray:
    """Telea's inpainting (2004) of a frame `(H, W, C)` under the true mask: what a single frame can give at best."""
    hole = truth.astype(np.uint8)
    # In 16 bits: OpenCV 5's Telea gives nonsense for float pictures.
    codes = np.rint(np.clip(frame, 0, 1) * 65535).astype(np.uint16)
    planes = [
        cv2.inpaint(np.ascontiguousarray(plane), hole, 3, cv2.INPAINT_TELEA) for plane in np.moveaxis(codes, 2, 0)
    ]
    return np.stack(planes, axis=2).astype(np.float32) / np.float32(65535)
