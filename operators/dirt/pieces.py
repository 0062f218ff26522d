"""From the network's opinion of every pixel to pieces that a threshold chooses among and never cuts."""

from __future__ import annotations

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray

SMALLEST = 3
"""Pixels; anything smaller is grain."""

_LEAST = 0.04
"""Below, nothing is a candidate."""

_SHAPE = 0.4
"""A piece is as large as its pixels are at least so sure, or half as sure as its surest where it is faint."""


def pieces(sure: FloatArray) -> FloatArray:
    """`sure` `(H, W)`, 0..1, with each piece at the value of its surest pixels and 0 elsewhere.

    A piece that is itself several sure ones joined by doubtful pixels falls apart into them.
    """
    count, numbers = cv2.connectedComponents((sure >= _LEAST).astype(np.uint8), connectivity=8)
    labels = np.asarray(numbers, np.int32)
    if count < 2:
        return np.zeros_like(sure)
    highest = np.zeros(count, np.float32)
    np.maximum.at(highest, labels.ravel(), sure.ravel())
    limit = np.minimum(np.float32(_SHAPE), 0.5 * highest)
    limit[0] = np.inf
    shape: MaskArray = sure >= limit[labels]
    return _flat(sure, shape)


def _flat(sure: FloatArray, shape: MaskArray) -> FloatArray:
    count, numbers, stats, _ = cv2.connectedComponentsWithStats(shape.astype(np.uint8), connectivity=8)
    labels = np.asarray(numbers, np.int32)
    value = np.zeros(count, np.float32)
    np.maximum.at(value, labels[shape], sure[shape])
    value[stats[:, cv2.CC_STAT_AREA] < SMALLEST] = 0.0
    value[0] = 0.0
    flat: FloatArray = value[labels]
    return flat
