"""A patch against the neighbouring frames, moved onto it: does it jump in level, does it show what is not there?"""

from __future__ import annotations

import cv2
import numpy as np

from operators.contract import FloatArray
from operators.lint.pieces import Piece
from operators.lint.scene import PAD, Beside

_LARGE = 100
"""Pixels from which on a piece may be curved in level."""


def moved(item: Beside, picture: FloatArray) -> FloatArray:
    """A picture `(h + 2 PAD, w + 2 PAD)` of a neighbour as it lies on the scene, `(h, w)`."""
    height, width = item.flow.shape[:2]
    x = np.arange(width, dtype=np.float32)[None] + item.flow[..., 0] - np.float32(item.shift[0] - PAD)
    y = np.arange(height, dtype=np.float32)[:, None] + item.flow[..., 1] - np.float32(item.shift[1] - PAD)
    return np.asarray(cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32)


def jump(piece: Piece, shown: FloatArray, beside: dict[int, FloatArray]) -> tuple[float, float]:
    """By how much a patch's level leaves its neighbours', as a share of full scale, and how sure that is.

    `beside` are the moved pictures. What the film round it does too (exposure flicker) is no jump of the patch; and
    it counts only where it is off to the same side against the frame before and the one after.
    """
    sides = []
    for side in (-1, 1):
        offset = next((o for o in (side, 2 * side) if o in beside), None)
        if offset is None:
            continue
        off = (piece.laid(shown) - piece.laid(beside[offset])).mean(axis=1)
        sides.append(off - np.median(off[1:]))
    if not sides:
        return 0.0, 0.0
    together = np.stack(sides)
    same = bool((together[:, 0] > 0).all() or (together[:, 0] < 0).all())
    spread = 1.4826 * np.median(np.abs(together[:, 1:]), axis=1)
    sure = np.abs(together[:, 0]) / np.maximum(spread, 1e-6)
    return (float(np.abs(together[:, 0]).min()), float(sure.min())) if same else (0.0, 0.0)


def strangeness(piece: Piece, shown: FloatArray, beside: dict[int, FloatArray]) -> FloatArray:
    """How much `(K + 1,)` of the picture under a piece lies outside what the neighbours show within a pixel.

    `shown` and `beside` are blurred to structure. What they differ by smoothly, a slope and a curvature over the
    whole piece, is taken off first: that is a jump in level, no ghost.
    """
    kernel = np.ones((3, 3), np.uint8)
    pictures = list(beside.values())
    high = np.max([cv2.dilate(picture, kernel) for picture in pictures], axis=0)
    low = np.min([cv2.erode(picture, kernel) for picture in pictures], axis=0)
    middle = np.mean(pictures, axis=0)
    laid = piece.laid(shown)
    smooth = _smooth(piece)
    seen = laid - ((laid - piece.laid(middle)) @ smooth.T) @ smooth
    outside = np.maximum(np.maximum(seen - piece.laid(high), piece.laid(low) - seen), 0.0)
    return np.asarray(np.sqrt(np.square(outside).mean(axis=1)), np.float32)


def _smooth(piece: Piece) -> FloatArray:
    """Orthonormal rows `(m, n)`: what polynomials of the second degree can be under a piece, a constant if small."""
    x, y = (index - float(index.mean()) for index in (piece.columns, piece.rows))
    one = np.ones_like(x)
    forms = [one, x, y, x * x, x * y, y * y] if len(x) >= _LARGE else [one]
    return np.asarray(np.linalg.qr(np.stack(forms, axis=1).astype(np.float64))[0].T, np.float32)


def usual_strangeness(piece: Piece, beside: dict[int, FloatArray]) -> float:
    """The same of the nearest neighbours at the piece's own place, against the others: what motion does there."""
    near = [offset for offset in (-1, 1) if offset in beside and len(beside) > 2]
    own = Piece(piece.rows, piece.columns, piece.places[:1])
    found = [
        float(strangeness(own, beside[offset], {o: p for o, p in beside.items() if o != offset})[0])
        for offset in near
    ]
    return min(found, default=0.0)
