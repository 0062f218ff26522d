"""How unlike its neighbours in time a pixel is: the arithmetic of dirt detection.

Source of the idea: simplified rank-ordered difference, SROD (Biemond, van Roosmalen and Lagendijk 1999): a pixel is
suspect by as much as it lies outside the range of the motion-compensated pixels before and after it. Here that
distance is measured in units of what motion and grain may explain at that place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray
from operators.dirt.recurrence import recurring
from operators.motion import Neighbour

_STEEPNESS = 4.0
"""Of the logistic that turns evidence into probability; evidence `_CORE` is as likely dirt as not."""

_CORE = 1.25
_EDGE_FLOOR = 0.3
_EDGE_REACH = 6.0
"""Pixels that dirt may go on beyond what is certain."""

_EDGE_NOISE = 3.0

_COPY = 0.35
"""Of the greatest difference between the frame and a neighbour; below, the neighbour is a copy."""

_SEARCH = 10
_LIKENESS = 0.5
"""See `recurring`."""


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
    pictures = [neighbour.picture for neighbour in neighbours]
    faint = evidence(_soft(centre), [replace(n, picture=_soft(n.picture)) for n in neighbours], hurt)
    found = np.maximum(evidence(centre, neighbours, hurt), faint)
    certain = 1.0 / (1.0 + np.exp(-_STEEPNESS * (found * np.float32(sensitivity) - _CORE)))
    certain = certain.astype(np.float32)
    again = recurring(centre, pictures[:2], _middle(pictures), certain, _SEARCH, _LIKENESS)
    certain = np.where(again, np.float32(0.2) * certain, certain)
    return _grown(certain, _edge(centre, neighbours))


def evidence(centre: FloatArray, neighbours: Sequence[Neighbour], hurt: Sequence[MaskArray]) -> FloatArray:
    """Distance `(H, W)` outside the neighbours' range, in units of what is to be expected; 0 inside the range."""
    pictures = [neighbour.picture for neighbour in neighbours]
    middle = _middle(pictures)
    noise = noise_level(centre, middle)
    lows, highs = _ranges(pictures, hurt)
    beyond = np.maximum(centre - np.maximum.reduce(highs), np.minimum.reduce(lows) - centre)
    return np.asarray(np.maximum(beyond, 0) / (2.0 * noise + _unsure(neighbours, middle, noise)), np.float32)


def originals(centre: FloatArray, neighbours: Mapping[int, Neighbour]) -> dict[int, Neighbour]:
    """The neighbours that are no copies of the frame.

    Films stretched to a faster rate repeat frames, and a copy shows the same dirt. Two frames of film differ by
    both their grains, wherever they stand; copies by next to nothing.
    """
    levels = {offset: noise_level(centre, near.picture) for offset, near in neighbours.items()}
    usual = max(levels.values(), default=0.0)
    return {offset: near for offset, near in neighbours.items() if levels[offset] >= _COPY * usual}


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
    lows = [np.asarray(cv2.erode(picture, kernel), np.float32) for picture in pictures]
    highs = [np.asarray(cv2.dilate(picture, kernel), np.float32) for picture in pictures]
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


def _soft(picture: FloatArray) -> FloatArray:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.0), np.float32)


def _edge(centre: FloatArray, neighbours: Sequence[Neighbour]) -> FloatArray:
    """How much lighter or darker `(H, W)` than its neighbours a pixel is, 1 and -1 being no longer noise."""
    pictures = [_soft(neighbour.picture) for neighbour in neighbours]
    middle, soft = _middle(pictures), _soft(centre)
    noise = noise_level(soft, middle)
    softened = [replace(n, picture=p) for n, p in zip(neighbours, pictures, strict=True)]
    difference: FloatArray = (soft - middle) / (_EDGE_NOISE * noise + 0.5 * _unsure(softened, middle, noise))
    return difference


def _grown(certain: FloatArray, edge: FloatArray) -> FloatArray:
    """Certain pixels, and at a low probability what hangs together with them and differs the same way."""
    grown = certain.copy()
    core = certain >= 0.5
    if not core.any():
        return grown
    close = cv2.distanceTransform((~core).astype(np.uint8), cv2.DIST_L2, 3) <= _EDGE_REACH
    for weak in (edge > 1.0, edge < -1.0):
        allowed = ((weak & close) | core).astype(np.uint8)
        count, labels = cv2.connectedComponents(allowed, connectivity=4)
        seeded = np.zeros(count, bool)
        seeded[np.unique(labels[core & weak])] = True
        seeded[0] = False
        grown = np.where(seeded[labels], np.maximum(grown, np.float32(_EDGE_FLOOR)), grown)
    return grown
