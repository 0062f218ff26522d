"""A mask cut into pieces, and the places round each where the film itself can be asked the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray

LARGEST = 30
"""A mask wider or higher than this is cut into pieces of about this size."""
RIM = 5
"""Pixels round a piece that its outline is told from."""
CONTROLS = 40
FEWEST = 8
"""With fewer places to compare with, nothing is said."""

Indices = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Part of a mask: the rows and columns of its pixels, and (`places`, `(K + 1, 2)` x, y) where it is laid.

    The first place is its own, (0, 0); at the others it covers sound film only.
    """

    rows: Indices
    columns: Indices
    places: Indices

    def laid(self, plane: FloatArray, rows: Indices | None = None, columns: Indices | None = None) -> FloatArray:
        """The values `(K + 1, n)` of a plane under the piece (or other pixels that go with it) at every place."""
        y = (self.rows if rows is None else rows)[None] + self.places[:, 1:]
        x = (self.columns if columns is None else columns)[None] + self.places[:, :1]
        return np.asarray(plane[y, x])

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle, x and y."""
        return float(self.columns.mean()) + 0.5, float(self.rows.mean()) + 0.5


def pieces(mask: MaskArray, sound: MaskArray) -> Iterator[Piece]:
    """The pieces of a mask that have enough sound film round them to be compared with."""
    rows, columns = np.nonzero(mask)
    if not rows.size:
        return
    top, left = int(rows.min()), int(columns.min())
    cells = [_cells(int(index.max()) - int(index.min()) + 1) for index in (rows, columns)]
    free = sound & ~mask
    number = (rows - top) // cells[0] * 10_000 + (columns - left) // cells[1]
    for one in np.unique(number):
        here = number == one
        places = _places(rows[here], columns[here], free)
        if len(places) > FEWEST:
            yield Piece(rows[here], columns[here], places)


def _cells(length: int) -> int:
    """The size of equal cells that a length is cut into."""
    return -(-length // max(round(length / LARGEST), 1))


def _places(rows: Indices, columns: Indices, free: MaskArray) -> Indices:
    """Where the pixels and `RIM` round them lie on free pixels only: the nearest, not too close to each other."""
    top, left = int(rows.min()), int(columns.min())
    height, width = int(rows.max()) - top + 1 + 2 * RIM, int(columns.max()) - left + 1 + 2 * RIM
    if height > free.shape[0] or width > free.shape[1]:
        return np.zeros((1, 2), np.int64)
    foot = np.zeros((height, width), np.uint8)
    foot[rows - top + RIM, columns - left + RIM] = 1
    wide = cv2.dilate(foot, np.ones((2 * RIM + 1, 2 * RIM + 1), np.uint8)).astype(np.float32)
    taken = (~free).astype(np.float32)
    # What of the foot lies on pixels that are not free, with its corner at each place.
    hit = cv2.matchTemplate(taken, wide, cv2.TM_CCORR)
    y, x = np.nonzero(hit < 0.5)
    dy, dx = y + RIM - top, x + RIM - left
    order = np.argsort(dx * dx + dy * dy, kind="stable")
    apart = max(3, min(height, width) // 3)
    cell = (dy[order] // apart) * 100_000 + dx[order] // apart
    _, first = np.unique(cell, return_index=True)
    chosen = order[np.sort(first)[:CONTROLS]]
    return np.concatenate([np.zeros((1, 2), np.int64), np.stack([dx[chosen], dy[chosen]], axis=1)])


def sureness(values: FloatArray) -> float:
    """How far the first of `values` lies above the others, in their robust deviations."""
    others = values[1:]
    middle = float(np.median(others))
    spread = 1.4826 * float(np.median(np.abs(others - middle)))
    return (float(values[0]) - middle) / max(spread, 1e-9)
