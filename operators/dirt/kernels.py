"""How unlike its neighbours in time a pixel is: the arithmetic of dirt detection.

Source of the idea: simplified rank-ordered difference, SROD (Biemond, van Roosmalen and Lagendijk 1999): a pixel is
suspect by as much as it lies outside the range of the motion-compensated pixels before and after it.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray
from operators.motion import Neighbour

_ODDS = 2.2
"""Steepness of the logistic that turns evidence into probability."""


def outside_range(centre: FloatArray, others: Sequence[FloatArray], reach: int) -> FloatArray:
    """Signed distance `(H, W)` of `centre` beyond all values of `others` within `reach` pixels; 0 inside."""
    kernel = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    low = np.minimum.reduce([cv2.erode(other, kernel) for other in others])
    high = np.maximum.reduce([cv2.dilate(other, kernel) for other in others])
    beyond: FloatArray = np.maximum(centre - high, 0) - np.maximum(low - centre, 0)
    return beyond


def noise_level(centre: FloatArray, reference: FloatArray) -> float:
    """Standard deviation of what frame and reference differ by where nothing is wrong (median absolute value)."""
    return 1.4826 * float(np.median(np.abs(centre - reference)[::2, ::2])) + 1e-6


def uncertainty(neighbours: Sequence[Neighbour], noise: float) -> FloatArray:
    """How much difference `(H, W)` motion alone may explain: neighbours disagree, motion does not return."""
    pictures = [n.picture for n in neighbours]
    spread = np.maximum.reduce(pictures) - np.minimum.reduce(pictures)
    spread = cv2.blur(spread, (5, 5))
    middle = np.median(np.stack(pictures), axis=0).astype(np.float32)
    slope = np.hypot(cv2.Sobel(middle, -1, 1, 0, scale=0.125), cv2.Sobel(middle, -1, 0, 1, scale=0.125))
    slope = cv2.blur(slope, (5, 5))
    doubt = np.minimum.reduce([n.doubt for n in neighbours])
    unsure: FloatArray = 0.5 * spread + slope * (0.3 + np.minimum(doubt, 3.0))
    return unsure + np.float32(0.5 * noise)


def probability(centre: FloatArray, neighbours: Sequence[Neighbour], sensitivity: float) -> FloatArray:
    """The probability `(H, W)` that a pixel of `centre` is dirt, from at least two neighbours."""
    pictures = [n.picture for n in neighbours]
    middle = np.median(np.stack(pictures), axis=0).astype(np.float32)
    noise = noise_level(centre, middle)
    beyond = outside_range(centre, pictures, 1)
    unsure = uncertainty(neighbours, noise)
    scale = 2.0 * noise + unsure
    core = np.abs(beyond) * np.float32(sensitivity) / scale
    certain = 1.0 / (1.0 + np.exp(-_ODDS * (core - 1.0) / 0.5))
    halo = (centre - middle) * np.sign(_strongest(beyond)) / (2.0 * noise + 0.5 * unsure)
    return _grown(certain.astype(np.float32), halo > 1.0)


def _strongest(beyond: FloatArray) -> FloatArray:
    """The sign and size of the strongest evidence within two pixels."""
    kernel = np.ones((5, 5), np.uint8)
    high, low = cv2.dilate(beyond, kernel), cv2.erode(beyond, kernel)
    strongest: FloatArray = np.where(high > -low, high, low)
    return strongest


def _grown(certain: FloatArray, weak: MaskArray, floor: float = 0.3) -> FloatArray:
    """Certain pixels, and at `floor` the soft edge round each of them as far as `weak` holds (two pixels)."""
    kernel = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    near = (certain >= 0.5).astype(np.uint8)
    for _ in range(2):
        near |= cv2.dilate(near, kernel) & weak.astype(np.uint8)
    grown: FloatArray = np.where(near > 0, np.maximum(certain, floor), np.minimum(certain, 0.49)).astype(np.float32)
    return grown
