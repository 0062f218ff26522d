"""Averaging along motion, each neighbour weighed pixel by pixel by how well it fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import FloatArray

_MARGIN = 0.35
"""How much more than the expected noise a local residual may hold before it counts as misfit."""

_CAUTION = 3.0
"""How much more misfit counts than its power: a ghost is worse than a little grain."""


@dataclass(frozen=True, slots=True)
class Average:
    """`picture` `(C, H, W)`, and `left` `(H, W)`: the part of the noise's deviation that is still there, 0..1."""

    picture: FloatArray
    left: FloatArray


def average(
    centre: FloatArray, moved: list[FloatArray], sigmas: FloatArray, check: Callable[[], None] = lambda: None
) -> Average:
    """The mean of `centre` `(C, H, W)` and its `moved` neighbours under the noise deviations `sigmas` `(C, H, W)`.

    The weights minimise the expected square error of each pixel: 1 / (noise + misfit), where the misfit is what
    the local residual holds beyond the noise of two frames. `check` is called before each neighbour.
    """
    total = centre.copy()
    weights = np.ones(centre.shape[1:], np.float32)
    squares = np.ones_like(weights)
    for neighbour in moved:
        check()
        weight = _weight(neighbour - centre, sigmas)
        total += weight * neighbour
        weights += weight
        squares += np.square(weight)
    left = np.sqrt(squares) / weights
    return Average(np.asarray(total / weights, dtype=np.float32), np.asarray(left, dtype=np.float32))


def _weight(residual: FloatArray, sigmas: FloatArray) -> FloatArray:
    """1 where the residual `(C, H, W)` is what noise alone explains, falling to 0 with the misfit."""
    floor = np.float32(1e-12)
    energy = np.square(residual) / (2.0 * np.square(sigmas) + floor)
    misfit = np.zeros(residual.shape[1:], np.float32)
    for channel in energy:
        # A wide look has little chance of its own; a narrow one sees thin things (a wire, dirt on the neighbour).
        wide = cv2.GaussianBlur(channel, (0, 0), 2.5) - np.float32(1.0 + _MARGIN)
        narrow = cv2.GaussianBlur(channel, (0, 0), 0.9) - np.float32(1.0 + 5.0 * _MARGIN)
        np.maximum(misfit, np.maximum(wide, narrow), out=misfit)
    return np.asarray(1.0 / (1.0 + 2.0 * _CAUTION * misfit), dtype=np.float32)
