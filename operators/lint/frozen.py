"""Is a patch's grain frozen: is it that of a frame beside it?"""

from __future__ import annotations

import cv2
import numpy as np

from operators.contract import FloatArray
from operators.lint.grain import EDGES
from operators.lint.pieces import Indices, Piece
from operators.lint.scene import PAD, Beside

_REACH, _STEP = 1.5, 0.5
"""A neighbour's grain is sought so far round where the motion leads, in such steps."""
_FAR, _WIDE_CONTROLS = 8, 9
"""And so far, in whole pixels, at fewer places: whoever took the grain may have followed another motion."""
_SAMPLES = 256
_CONTROLS = 14


def fine(plane: FloatArray) -> FloatArray:
    """The two finest octaves together: what of a picture is mostly grain."""
    return np.asarray(plane - cv2.GaussianBlur(plane, (0, 0), EDGES[2]), np.float32)


class Likeness:
    """Correlation of grain under a piece with that of neighbours, where it would be the same grain.

    Structure correlates too; so what the other neighbours show at the same place is taken off first.
    """

    def __init__(
        self,
        piece: Piece,
        shown: FloatArray,
        beside: dict[int, tuple[Beside, FloatArray]],
        moved: dict[int, FloatArray],
    ) -> None:
        """`shown` and, by offset, `beside` are fine detail: `(h, w)` and `(h + 2 PAD, w + 2 PAD)`; `moved` is the
        neighbours' as it lies on the scene."""
        step = max(len(piece.rows) // _SAMPLES, 1)
        rows, columns = piece.rows[::step], piece.columns[::step]
        self._piece = Piece(rows, columns, piece.places[: _CONTROLS + 1])
        self._shown = self._piece.laid(shown)
        self._whole = Piece(piece.rows, piece.columns, piece.places[: _WIDE_CONTROLS + 1])
        self._whole_seen = self._whole.laid(shown)
        self._whole_moved = {offset: self._whole.laid(picture) for offset, picture in moved.items()}
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

    def anywhere(self, offset: int) -> FloatArray:
        """The best correlation `(K + 1,)`, at fewer places, within `_FAR` pixels of where the motion leads: whoever
        took the grain may have followed another motion."""
        return self._wide(self._whole_seen - self._whole_others(offset), offset)

    def _wide(self, kept: FloatArray, offset: int) -> FloatArray:
        piece, detail = self._whole, self._beside[offset][1]
        top, left = int(piece.rows.min()), int(piece.columns.min())
        where = piece.rows - top, piece.columns - left
        foot = np.zeros((int(where[0].max()) + 1, int(where[1].max()) + 1), np.float32)
        foot[where] = 1
        corners = self._corners(offset, left, top)
        found = [_best_match(detail, foot, row, where, at) for row, at in zip(kept, corners, strict=False)]
        return np.array(found, np.float32)

    def _corners(self, offset: int, left: int, top: int) -> list[tuple[int, int]]:
        ways = np.rint(self._ways[offset][: _WIDE_CONTROLS + 1]).astype(int)
        places = self._whole.places + ways + PAD + np.array([left, top])
        return [(int(x), int(y)) for x, y in places]

    def _whole_others(self, *without: int) -> FloatArray:
        kept = [seen for o, seen in self._whole_moved.items() if o not in without]
        return np.asarray(np.mean(kept, axis=0), np.float32)

    def between(self, a: int, b: int) -> float:
        """The best correlation of two neighbours with each other at the piece's own place: what is structure."""
        rest = self._gather(self._phases[a], self._ways[a][:1]) - self._others(a, b)[:1]
        near = float(self._searched(rest, b, self._ways[b][:1])[0])
        whole = self._whole_moved[a][:1] - self._whole_others(a, b)[:1]
        return max(near, float(self._wide(whole, b)[0]))

    def _others(self, *without: int) -> FloatArray:
        """What the other neighbours show on the average: structure, and little grain."""
        return np.asarray(np.mean([seen for o, seen in self._moved.items() if o not in without], axis=0), np.float32)

    def _way(self, item: Beside) -> FloatArray:
        """How far `(K + 1, 2)` to go from each place, in pixels of the neighbour's cut; half pixels."""
        flow = [self._piece.laid(item.flow[..., axis]).mean(axis=1) - item.shift[axis] for axis in (0, 1)]
        way = np.round(np.stack(flow, axis=1) / _STEP) * _STEP
        return np.asarray(np.clip(way, -(PAD - 4), PAD - 4), np.float32)

    def _searched(self, seen: FloatArray, offset: int, way: FloatArray, *, near: bool = False) -> FloatArray:
        reach = 0.5 if near else _REACH
        tries = np.arange(-reach, reach + 0.01, _STEP).astype(np.float32)
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


def _best_match(
    detail: FloatArray, foot: FloatArray, values: FloatArray, where: tuple[Indices, Indices], corner: tuple[int, int]
) -> float:
    """The highest correlation of values under a footprint with a picture, its corner within `_FAR` of `corner`."""
    height, width = foot.shape
    x, y = max(corner[0] - _FAR, 0), max(corner[1] - _FAR, 0)
    part = detail[y : corner[1] + height + _FAR, x : corner[0] + width + _FAR]
    if part.shape[0] < height or part.shape[1] < width:
        return 0.0
    template, count = np.zeros_like(foot), float(len(values))
    template[where] = values - values.mean()
    found = cv2.matchTemplate(part, template, cv2.TM_CCORR)
    mean = cv2.matchTemplate(part, foot, cv2.TM_CCORR) / count
    power = cv2.matchTemplate(np.square(part), foot, cv2.TM_CCORR) / count - np.square(mean)
    size = np.sqrt(np.maximum(power, 1e-12) * count) * max(float(np.sqrt(np.square(template).sum())), 1e-9)
    return float((found / size).max())


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
