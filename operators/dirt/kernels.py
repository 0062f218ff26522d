"""How unlike its neighbours in time a pixel is: the arithmetic of dirt detection.

Source of the idea: simplified rank-ordered difference, SROD (Biemond, van Roosmalen and Lagendijk 1999): a pixel is
suspect by as much as it lies outside the range of the motion-compensated pixels before and after it. Here that
distance is measured in units of what motion and grain may explain at that place.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray
from operators.motion import Neighbour

_STEEPNESS = 4.0
"""Of the logistic that turns evidence into probability; evidence 1 is as likely dirt as not."""

_CORE = 1.0
_EDGE_FLOOR = 0.3
_EDGE_REACH = 3


def probability(
    centre: FloatArray, neighbours: Sequence[Neighbour], hurt: Sequence[MaskArray], sensitivity: float
) -> FloatArray:
    """The probability `(H, W)` that a pixel of `centre` is dirt.

    Args:
        centre: Luma.
        neighbours: One or more frames moved onto it.
        hurt: Where each neighbour is suspected of dirt itself.
        sensitivity: Multiplies the evidence.
    """
    found = evidence(centre, neighbours, hurt) * np.float32(sensitivity)
    certain = 1.0 / (1.0 + np.exp(-_STEEPNESS * (found - _CORE)))
    return _grown(certain.astype(np.float32), _edge(centre, neighbours))


def evidence(centre: FloatArray, neighbours: Sequence[Neighbour], hurt: Sequence[MaskArray]) -> FloatArray:
    """Distance `(H, W)` outside the neighbours' range, in units of what is to be expected; 0 inside the range."""
    pictures = [neighbour.picture for neighbour in neighbours]
    middle = _middle(pictures)
    noise = noise_level(centre, middle)
    lows, highs = _ranges(pictures, hurt)
    beyond = np.maximum(centre - np.maximum.reduce(highs), np.minimum.reduce(lows) - centre)
    return np.maximum(beyond, 0) / (2.0 * noise + _unsure(neighbours, middle, noise))


def noise_level(centre: FloatArray, reference: FloatArray) -> float:
    """Standard deviation of what frame and reference differ by where nothing is wrong (median absolute value)."""
    return 1.4826 * float(np.median(np.abs(centre - reference)[::2, ::2])) + 1e-6


def _middle(pictures: Sequence[FloatArray]) -> FloatArray:
    if len(pictures) == 1:
        return pictures[0]
    if len(pictures) == 2:
        mean: FloatArray = 0.5 * (pictures[0] + pictures[1])
        return mean
    stack = np.sort(np.stack(pictures), axis=0)
    count = len(pictures)
    median: FloatArray = 0.5 * (stack[(count - 1) // 2] + stack[count // 2])
    return median


def _ranges(pictures: Sequence[FloatArray], hurt: Sequence[MaskArray]) -> tuple[list[FloatArray], list[FloatArray]]:
    """Lowest and highest value within a pixel, for each picture; hurt pixels vouch for nothing while others can."""
    kernel = np.ones((3, 3), np.uint8)
    lows = [cv2.erode(picture, kernel) for picture in pictures]
    highs = [cv2.dilate(picture, kernel) for picture in pictures]
    if hurt:
        all_hurt = np.logical_and.reduce(hurt)
        for low, high, bad in zip(lows, highs, hurt, strict=True):
            out = bad & ~all_hurt
            low[out], high[out] = np.inf, -np.inf
    return lows, highs


def _unsure(neighbours: Sequence[Neighbour], middle: FloatArray, noise: float) -> FloatArray:
    """How much difference `(H, W)` motion alone may explain: neighbours disagree, motion does not return."""
    pictures = [neighbour.picture for neighbour in neighbours]
    spread = cv2.blur(np.maximum.reduce(pictures) - np.minimum.reduce(pictures), (5, 5))
    slope = np.hypot(cv2.Sobel(middle, -1, 1, 0, scale=0.125), cv2.Sobel(middle, -1, 0, 1, scale=0.125))
    doubt = np.minimum.reduce([neighbour.doubt for neighbour in neighbours])
    unsure: FloatArray = 0.5 * spread + cv2.blur(slope, (5, 5)) * (0.3 + np.minimum(doubt, 3.0))
    return unsure + np.float32(0.5 * noise)


def _edge(centre: FloatArray, neighbours: Sequence[Neighbour]) -> MaskArray:
    """Where the frame differs from its neighbours by more than noise: the soft edge of dirt, if dirt is near."""
    middle = _middle([neighbour.picture for neighbour in neighbours])
    noise = noise_level(centre, middle)
    differs: MaskArray = np.abs(centre - middle) > 2.5 * noise + 0.5 * _unsure(neighbours, middle, noise)
    return differs


def _grown(certain: FloatArray, weak: MaskArray) -> FloatArray:
    """Certain pixels, and at a low probability the edge round them as far as `weak` holds."""
    kernel = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    allowed = weak.astype(np.uint8)
    near = (certain >= 0.5).astype(np.uint8)
    for _ in range(_EDGE_REACH):
        near |= cv2.dilate(near, kernel) & allowed
    grown: FloatArray = np.where(near > 0, np.maximum(certain, np.float32(_EDGE_FLOOR)), certain)
    return grown
