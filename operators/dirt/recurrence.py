"""A guard against false alarms: what is also there in a neighbouring frame, only elsewhere, is no dirt.

A dense flow gives up on wheels, waving hands and whatever turns or blurs. Dirt lives on one frame, so a candidate
that is found again nearby, by its own appearance, belongs to the scene.
"""

from __future__ import annotations

import cv2
import numpy as np

from operators.contract import FloatArray
from operators.masks import Component

_MARGIN = 3


def left_over(centre: FloatArray, other: FloatArray, middle: FloatArray, candidate: Component, search: int) -> float:
    """What remains of a candidate when it is laid on the best match for it in a neighbour.

    Args:
        centre: The frame's luma `(H, W)`.
        other: A neighbour moved onto it, so that only what motion missed is to be searched.
        middle: What the neighbours say the frame should look like: the contrast of a candidate is against this.
        candidate: The piece of `centre` in question.
        search: Pixels to search in each direction.

    Returns:
        The best match's difference over the candidate's contrast, both as roots of mean squares: near 0 for a
        twin, about 1 where there is none.
    """
    height, width = centre.shape
    h, w = candidate.mask.shape
    y0, x0 = max(candidate.y0 - _MARGIN, 0), max(candidate.x0 - _MARGIN, 0)
    y1, x1 = min(candidate.y0 + h + _MARGIN, height), min(candidate.x0 + w + _MARGIN, width)
    weight = np.zeros((y1 - y0, x1 - x0), np.float32)
    weight[candidate.y0 - y0 :, candidate.x0 - x0 :][:h, :w] = candidate.mask
    weight = cv2.dilate(weight, np.ones((3, 3), np.uint8))
    patch = centre[y0:y1, x0:x1]
    contrast = float((weight * np.square(patch - middle[y0:y1, x0:x1])).sum())
    sy0, sx0 = max(y0 - search, 0), max(x0 - search, 0)
    area = other[sy0 : min(y1 + search, height), sx0 : min(x1 + search, width)]
    # sum w (a - p)^2 = w * a^2 - 2 (w p) * a + sum w p^2, about the patch's mean so that floats suffice.
    level = float(patch.mean())
    area, patch = area - level, patch - level
    cost = (
        cv2.matchTemplate(area * area, weight, cv2.TM_CCORR)
        - 2.0 * cv2.matchTemplate(area, weight * patch, cv2.TM_CCORR)
        + float((weight * patch * patch).sum())
    )
    return float(np.sqrt(max(float(cost.min()), 0.0) / max(contrast, 1e-9)))
