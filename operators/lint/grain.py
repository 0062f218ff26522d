"""Is a patch's grain dead (too little of it) or frozen (a neighbour's)?"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray
from operators.lint.pieces import Indices, Piece
from operators.lint.scene import PAD, Beside

EDGES = (0.0, 0.6, 1.2, 2.4)
"""Deviations in pixels of the blurs between which the octaves of grain lie, as in `operators.fill.grain`."""
_DEPTHS = (0.0, 1.0, 2.0)
"""So deep inside a patch an octave is told from: nearer to the border it holds what is outside."""
_LEAST = 5
_ALIKE = 0.08
"""How much brighter or darker a place may be whose grain is an example."""
_REACH, _STEP = 1.5, 0.5
_SAMPLES = 256
_CONTROLS = 14


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
    piece: Piece, bands: list[FloatArray], depth: FloatArray, level: FloatArray, beside: list[list[FloatArray]], code_step: float
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


def fine(plane: FloatArray) -> FloatArray:
    """The two finest octaves together: what of a picture is mostly grain."""
    return np.asarray(plane - cv2.GaussianBlur(plane, (0, 0), EDGES[2]), np.float32)


class Likeness:
    """Correlation of grain under a piece with that of neighbours, where it would be the same grain.

    Structure correlates too; so what the other neighbours show at the same place is taken off first.
    """

    def __init__(
        self, piece: Piece, shown: FloatArray, beside: dict[int, tuple[Beside, FloatArray]], moved: dict[int, FloatArray]
    ) -> None:
        """`shown` and, by offset, `beside` are fine detail: `(h, w)` and `(h + 2 PAD, w + 2 PAD)`; `moved` is the
        neighbours' as it lies on the scene."""
        step = max(len(piece.rows) // _SAMPLES, 1)
        rows, columns = piece.rows[::step], piece.columns[::step]
        self._piece = Piece(rows, columns, piece.places[: _CONTROLS + 1])
        self._shown = self._piece.laid(shown)
        self._beside = beside
        self._moved = {offset: self._piece.laid(picture) for offset, picture in moved.items()}
        self._ways = {offset: self._way(item) for offset, (item, _) in beside.items()}
        self._phases = {offset: _phases(detail) for offset, (_, detail) in beside.items()}

    def with_neighbour(self, offset: int) -> FloatArray:
        """The best correlation `(K + 1,)` with one neighbour near where the motion leads, at every place."""
        return self._searched(self._shown - self._others(offset), offset, self._ways[offset])

    def unmoved(self, offset: int) -> FloatArray | None:
        """The same where the neighbour stands still; None where that is beyond what it shows, or much the same."""
        item, _ = self._beside[offset]
        still = np.broadcast_to(-np.array(item.shift), self._ways[offset].shape).astype(np.float32)
        if np.abs(still).max() > PAD - 4 or np.abs(still - self._ways[offset])[0].max() < 1.0:
            return None
        return self._searched(self._shown - self._others(offset), offset, still, near=True)

    def between(self, a: int, b: int) -> float:
        """The best correlation of two neighbours with each other at the piece's own place: what is structure."""
        rest = self._gather(self._phases[a], self._ways[a][:1]) - self._others(a, b)[:1]
        return float(self._searched(rest, b, self._ways[b][:1])[0])

    def _others(self, *without: int) -> FloatArray:
        """What the other neighbours show on the average: structure, and little grain."""
        return np.asarray(np.mean([seen for o, seen in self._moved.items() if o not in without], axis=0), np.float32)

    def _way(self, item: Beside) -> FloatArray:
        """How far `(K + 1, 2)` to go from each place, in pixels of the neighbour's cut; half pixels."""
        flow = [np.median(self._piece.laid(item.flow[..., axis]), axis=1) - item.shift[axis] for axis in (0, 1)]
        way = np.round(np.stack(flow, axis=1) / _STEP) * _STEP
        return np.asarray(np.clip(way, -(PAD - 4), PAD - 4), np.float32)

    def _searched(self, seen: FloatArray, offset: int, way: FloatArray, *, near: bool = False) -> FloatArray:
        reach = 0.5 if near else _REACH
        tries = np.arange(-reach, reach + 0.01, _STEP, np.float32)
        a = seen - seen.mean(axis=1, keepdims=True)
        a /= np.maximum(np.sqrt(np.square(a).sum(axis=1, keepdims=True)), 1e-9)
        best = np.full(len(way), -1.0, np.float32)
        for dy in tries:
            for dx in tries:
                b = self._gather(self._phases[offset], way + np.array([dx, dy], np.float32))
                b = b - b.mean(axis=1, keepdims=True)
                size = np.maximum(np.sqrt(np.square(b).sum(axis=1)), 1e-9)
                np.maximum(best, (a * b).sum(axis=1) / size, out=best)
        return best

    def _gather(self, phases: FloatArray, way: FloatArray) -> FloatArray:
        """A neighbour's detail under the piece, moved by half pixels, `(len(way), n)`."""
        halves = np.rint(way / _STEP).astype(np.int64)
        whole, phase = halves // 2, halves % 2
        places = self._piece.places[: len(way)] + whole + PAD
        y = self._piece.rows[None] + places[:, 1:]
        x = self._piece.columns[None] + places[:, :1]
        return np.asarray(phases[phase[:, 1:] * 2 + phase[:, :1], y, x], np.float32)


def _phases(detail: FloatArray) -> FloatArray:
    """The picture seen half a pixel further on, `(4, h, w)`: not, to the right, down, both."""
    found = []
    for y in (0.0, 0.5):
        for x in (0.0, 0.5):
            matrix = np.array([[1, 0, -x], [0, 1, -y]], np.float32)
            flat = cv2.warpAffine(
                detail, matrix, detail.shape[::-1], flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
            )
            found.append(flat if x or y else detail)
    return np.stack(found)


__all__ = ["Indices", "Likeness", "MaskArray", "correlated_area", "deadness", "fine", "octaves"]
