"""Thin damage mended from both its sides: line scratches that stand in one place, hairs.

No neighbouring frame shows what lies under a line that runs through the film in one column. What it hides is a few
pixels wide, so its two sides tell: whatever crosses it enters on one and leaves on the other, higher or lower. The
way it takes is sought by matching the sides, as de-interlacers do (edge-based line averaging); several ways share by
how well they match.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray

IntArray = np.ndarray[Any, np.dtype[np.intp]]

WIDEST = 16
"""Pixels a line may be wide."""
_ELONGATED = 4
"""A line runs so many times its width at least."""
_SLANT = 8
"""Rows that a way may climb from one side to the other."""
_SIDE = 3
"""Pixels of each side that are matched."""
_SOFT = 0.3
"""Ways whose mismatch is more by this part of what is usual share by 1/e."""
_STEEP = 1.0
"""By how much more a way mismatches for each row that it climbs."""
_CALM = 4
"""Rows to either side whose mean a rim is brought to where there is nothing but grain."""
_ALONG = 2.0
"""Standard deviation in rows of what is matched together."""


def thin(mask: MaskArray) -> tuple[MaskArray, MaskArray]:
    """The pixels of `mask` `(H, W)` that belong to upright lines, and those of level ones."""
    upright, width = _upright(mask)
    turned, height = _upright(np.ascontiguousarray(mask.T))
    level = turned.T
    return upright & ~(level & (width > height.T)), level & ~(upright & (width <= height.T))


def _upright(mask: MaskArray) -> tuple[MaskArray, FloatArray]:
    """The parts of `mask` that are much taller than they are wide, and how wide each of their pixels' part is."""
    narrow = mask & (_runs(mask) <= WIDEST)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(narrow.astype(np.uint8), connectivity=8)
    height = np.maximum(stats[:, cv2.CC_STAT_HEIGHT], 1)
    width = (stats[:, cv2.CC_STAT_AREA] / height).astype(np.float32)
    tall = height >= _ELONGATED * width
    tall[0] = False
    return tall[labels], width[labels]


def mended_across(picture: FloatArray, mask: MaskArray, noise: float) -> tuple[FloatArray, MaskArray]:
    """`picture` `(H, W, C)` with thin damage mended from both sides, and the pixels `(H, W)` that could be.

    `mask` `(H, W)` is all that is damaged: a side that is damaged itself, or lies beyond the edge, tells nothing.
    `noise` is the deviation of the grain, which the sides leave out.
    """
    result = picture.copy()
    done = np.zeros_like(mask)
    upright, level = thin(mask)
    _mend_upright(result, done, mask, upright, noise)
    _mend_upright(result.transpose(1, 0, 2), done.T, mask.T, level.T, noise)
    return result, done


def _mend_upright(result: FloatArray, done: MaskArray, mask: MaskArray, lines: MaskArray, noise: float) -> None:
    """Mends upright lines in place, one after another."""
    if not lines.any():
        return
    _, labels = cv2.connectedComponents(np.ascontiguousarray(lines, np.uint8), connectivity=8)
    rows, starts, ends = _spans(lines)
    width = mask.shape[1]
    open_ = (starts > 0) & (ends < width)
    open_[open_] = ~mask[rows[open_], starts[open_] - 1] & ~mask[rows[open_], ends[open_]]
    rows, starts, ends = rows[open_], starts[open_], ends[open_]
    if not rows.size:
        return
    of = labels[rows, starts]
    order = np.argsort(of, kind="stable")
    for own in np.split(order, np.flatnonzero(np.diff(of[order])) + 1):
        # Where a line forks, a row has two spans; each is mended from its own sides, matched with those above it.
        _mend_line(result, done, mask, (rows[own], starts[own], ends[own]), noise)


def _mend_line(
    result: FloatArray, done: MaskArray, mask: MaskArray, spans: tuple[IntArray, IntArray, IntArray], noise: float
) -> None:
    """Mends one line in place; it has one span on each row: row, first column, column after the last."""
    rows, starts, ends = spans
    left, right = _side(result, mask, rows, starts - 1, -1), _side(result, mask, rows, ends, 1)
    climbs: IntArray = np.arange(-_SLANT, _SLANT + 1)
    cost = _mismatch(left, right, climbs)
    spread = np.float32(_SOFT) * np.median(cost.min(axis=1)) + np.float32(1e-4)
    lengths = ends - starts
    span = np.repeat(np.arange(rows.size), lengths)
    step = np.arange(span.size) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    part = ((step + 1) / (lengths[span] + 1)).astype(np.float32)[:, None]
    place = span[:, None].astype(np.float32)
    # A way is told by the row where it is half across; one through a pixel nearer to a side is half across elsewhere.
    half = (place + (0.5 - part) * climbs).astype(np.float32)
    number = np.broadcast_to(np.arange(climbs.size, dtype=np.float32), half.shape).copy()
    own = cv2.remap(cost, number, half, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    share = np.exp((own.min(axis=1, keepdims=True) - own) / spread)
    share /= share.sum(axis=1, keepdims=True)
    both = (
        (_without_grain(left, noise), place - part * climbs, 1 - part),
        (_without_grain(right, noise), place + (1 - part) * climbs, part),
    )
    told = np.zeros((span.size, result.shape[2]), np.float32)
    for side, way, weight in both:
        at, seen_from = way.astype(np.float32), np.ascontiguousarray(side[:, None])
        seen = cv2.remap(seen_from, np.zeros_like(at), at, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        told += np.einsum("pk,pkc->pc", share * weight, seen.reshape(*at.shape, -1))
    result[rows[span], starts[span] + step] = told
    done[rows[span], starts[span] + step] = True


def _mismatch(left: FloatArray, right: FloatArray, climbs: IntArray) -> FloatArray:
    """How badly the sides `(n, _SIDE, C)` match for each row and climb `(n, k)`; steep ways have to be better."""
    fine = [_with_halves(side) for side in (left, right)]
    twice = 2 * np.arange(left.shape[0])[:, None]
    last = fine[0].shape[0] - 1
    from_, to = np.clip(twice - climbs, 0, last), np.clip(twice + climbs, 0, last)
    apart = np.abs(fine[0][from_] - fine[1][to]).mean(axis=(2, 3))
    cost: FloatArray = cv2.GaussianBlur(apart, (1, 4 * int(_ALONG) + 1), sigmaX=1.0, sigmaY=_ALONG)
    return cost * (1 + np.float32(_STEEP) * np.abs(climbs))


def _side(picture: FloatArray, mask: MaskArray, rows: IntArray, columns: IntArray, way: int) -> FloatArray:
    """The `_SIDE` pixels beside each row of a line `(n, _SIDE, C)`, nearest first; damaged ones repeat the last."""
    side = np.empty((rows.size, _SIDE, picture.shape[2]), np.float32)
    for k in range(_SIDE):
        at = np.clip(columns + k * way, 0, mask.shape[1] - 1)
        side[:, k] = picture[rows, at]
        if k:
            hurt = mask[rows, at]
            side[hurt, k] = side[hurt, k - 1]
    return side


def _without_grain(side: FloatArray, noise: float) -> FloatArray:
    """What is seen at a line's rim `(n, C)`, as near to its surroundings' mean as grain alone would have it
    (Wiener's filter, told by the variance round each place)."""
    size = (1, 2 * _CALM + 1)
    mean, square = side.mean(axis=1), np.square(side).mean(axis=1)
    mean, square = (
        cv2.blur(field[:, None], size, borderType=cv2.BORDER_REPLICATE).reshape(field.shape)
        for field in (mean, square)
    )
    variance = np.maximum(square - np.square(mean), np.float32(1e-12))
    detail = np.maximum(1 - np.float32(noise * noise) / variance, 0)
    return np.asarray(mean + detail * (side[:, 0] - mean), np.float32)


def _with_halves(side: FloatArray) -> FloatArray:
    """The rows, and the mean of two between each."""
    fine = np.empty((2 * side.shape[0] - 1, *side.shape[1:]), np.float32)
    fine[::2], fine[1::2] = side, 0.5 * (side[1:] + side[:-1])
    return fine


def _spans(mask: MaskArray) -> tuple[IntArray, IntArray, IntArray]:
    """Row, first column and column after the last of each run of True pixels, in reading order."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    return rows, starts, np.nonzero(edges == -1)[1]


def _runs(mask: MaskArray) -> IntArray:
    """The length `(H, W)` of the run of True pixels along its row that each True pixel lies in."""
    _, starts, ends = _spans(mask)
    lengths = np.zeros(mask.shape, np.intp)
    lengths[mask] = np.repeat(ends - starts, ends - starts)
    return lengths
