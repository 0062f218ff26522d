"""Is a patch's grain dead: is there too little of it, in any octave?"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import cv2
import numpy as np

from operators.contract import FloatArray
from operators.lint.pieces import Piece

EDGES = (0.0, 0.6, 1.2, 2.4)
"""Deviations in pixels of the blurs between which the octaves of grain lie, as in `operators.fill.grain`."""
_DEPTHS = (0.0, 1.0, 2.0)
"""So deep inside a patch an octave is told from: nearer to the border it holds what is outside."""
_LEAST = 5
_ALIKE = 0.08
"""How much brighter or darker a place may be whose grain is an example."""


def octaves(plane: FloatArray) -> list[FloatArray]:
    """The plane's detail `(h, w)` in each octave, finest first."""
    blurred = [plane, *(cv2.GaussianBlur(plane, (0, 0), sigma) for sigma in EDGES[1:])]
    return [np.asarray(fine - coarse, np.float32) for fine, coarse in pairwise(blurred)]


@cache
def correlated_area(octave: int) -> float:
    """Pixels of an octave of white noise that tell as much of its power as one independent pixel would."""
    band = octaves(np.random.default_rng(1).standard_normal((512, 512), np.float32))[octave] ** 2
    side = 16
    means = band.reshape(512 // side, side, 512 // side, side).mean(axis=(1, 3))
    return float(means.var() / band.var() * side * side)


def deadness(
    piece: Piece,
    bands: list[FloatArray],
    depth: FloatArray,
    level: FloatArray,
    beside: list[list[FloatArray]],
    code_step: float,
) -> tuple[float, float]:
    """By how many decibels the patch's grain is below the film's in its worst octave, and how sure that is.

    Args:
        piece: The patch.
        bands: The frame's octaves `(h, w)`.
        depth: Distance from the border `(h, w)`, below 0 inside.
        level: The blurred picture `(h, w)`: only places as bright are examples.
        beside: For each undamaged neighbour, its octaves squared under the piece, each `(n,)`.
        code_step: One code value; what is finer than its rounding is no grain.

    The film's grain is the lower of two witnesses: the quieter places round the patch, and the same place in the
    neighbours. Texture raises the first only; both see what grain there must be.
    """
    worst = (0.0, 0.0)
    means = piece.laid(level).mean(axis=1)
    alike = np.abs(means[1:] - means[0]) < _ALIKE
    for number, band in enumerate(bands):
        deep = depth[piece.rows, piece.columns] <= -_DEPTHS[number]
        count = int(deep.sum())
        if count < _LEAST:
            continue
        power = np.square(piece.laid(band, piece.rows[deep], piece.columns[deep])).mean(axis=1)
        floor = (0.5 * code_step) ** 2 * float(bands_of_white()[number])
        examples = power[1:][alike] if np.count_nonzero(alike) >= _LEAST else power[1:]
        film = float(np.quantile(examples, 0.15))
        if beside:
            there = float(np.median([float(one[number][deep].mean()) for one in beside]))
            film = min(film, there) if np.count_nonzero(alike) >= _LEAST else there
        if film < floor:
            continue
        lost = float(np.log(film / max(float(power[0]), floor * 1e-3)))
        sure = lost / float(np.sqrt(2.0 * 1.5 * correlated_area(number) / count))
        if min(10 / np.log(10) * lost / 4.0, sure / 2.5) > min(worst[0] / 4.0, worst[1] / 2.5):
            worst = 10 / float(np.log(10)) * lost, sure
    return worst


@cache
def bands_of_white() -> tuple[float, ...]:
    """The variance of each octave of white noise of variance 1."""
    noise = np.random.default_rng(2).standard_normal((256, 256), np.float32)
    return tuple(float(band.var()) for band in octaves(noise))
