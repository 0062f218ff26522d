"""Does a patch's border show: a step along it that the film laid under the same border elsewhere does not have?"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray
from operators.lint.pieces import RIM, Indices, Piece

_BANDS = ((-4.0, -2.0), (-2.0, 0.0), (0.0, 2.0), (2.0, 4.0))
"""Signed distances from the border, in pixels: inner, inside, outside, outer."""
_SEGMENT = 6
"""Size in pixels of the squares that a border is cut into."""
_FEW = 3


@dataclass(frozen=True, slots=True, eq=False)
class Border:
    """The pixels round a piece's border, and `weights` `(S, n)` that tell the step at each of S segments."""

    rows: Indices
    columns: Indices
    weights: FloatArray
    share: FloatArray

    def steps(self, plane: FloatArray, piece: Piece) -> FloatArray:
        """The step `(K + 1, S)` at each segment of the border, at every place of the piece."""
        return np.asarray(piece.laid(plane, self.rows, self.columns) @ self.weights.T, np.float32)


def signed_distance(mask: MaskArray) -> FloatArray:
    """Distance `(h, w)` in pixels from the border of a mask, below 0 inside; the border runs between pixels."""
    inside = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 5)
    outside = cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, 5)
    return np.asarray(np.where(mask, 0.5 - inside, outside - 0.5), np.float32)


def border_of(piece: Piece, distance: FloatArray) -> Border | None:
    """The border that a piece has of its mask; None where it has none (a piece from the middle).

    At each segment the step is what inside and outside differ, less what they would by the slopes on both sides:
    a second difference across the border, so that a shaded ground has no step.
    """
    top, left = max(int(piece.rows.min()) - RIM, 0), max(int(piece.columns.min()) - RIM, 0)
    low, right = int(piece.rows.max()) + RIM + 1, int(piece.columns.max()) + RIM + 1
    part = distance[top:low, left:right]
    near = _near(piece, part.shape, (top, left))
    rows, columns = np.nonzero(near & (part > _BANDS[0][0]) & (part < _BANDS[-1][1]))
    depth = part[rows, columns]
    cell = (rows // _SEGMENT) * 1000 + columns // _SEGMENT
    weights, share = [], []
    for one in np.unique(cell):
        inner, inside, outside, outer = ((cell == one) & (depth > a) & (depth <= b) for a, b in _BANDS)
        if inside.sum() < _FEW or outside.sum() < _FEW:
            continue
        weight = _mean(inside) - _mean(outside)
        if outer.sum() >= _FEW:
            weight -= 0.5 * (_mean(outside) - _mean(outer))
        if inner.sum() >= _FEW:
            weight -= 0.5 * (_mean(inner) - _mean(inside))
        weights.append(weight)
        share.append(float(inside.sum()))
    if not weights:
        inside, outside = (depth <= 0) & (depth > -2), (depth > 0) & (depth <= 2)
        if not inside.any() or not outside.any():
            return None
        weights, share = [_mean(inside) - _mean(outside)], [1.0]
    return Border(
        rows + top,
        columns + left,
        np.array(weights, np.float32),
        np.array(share, np.float32) / np.float32(sum(share)),
    )


def _near(piece: Piece, shape: tuple[int, ...], corner: tuple[int, int]) -> MaskArray:
    own = np.zeros(shape, np.uint8)
    own[piece.rows - corner[0], piece.columns - corner[1]] = 1
    near: MaskArray = cv2.dilate(own, np.ones((2 * RIM - 1, 2 * RIM - 1), np.uint8)) > 0
    return near


def _mean(chosen: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> FloatArray:
    return np.asarray(chosen / np.float32(chosen.sum()), np.float32)
