"""Thin upright lines on one frame.

After Kokaram (Motion Picture Restoration, 1998, ch. 7: a horizontal outlier that lasts vertically) and Newson et al.
(IEEE TIP 23(3), 2014: a line is lighter or darker than both its sides, which look alike).
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray

SIDE_DISTANCE = (3, 5)
"""How far to the left and right, in pixels, a line's sides are looked at; a thin and a wide line."""

_SHARE = 0.5

_NARROWED = 1.1
"""A ridge is measured against sides that hold a little of the line's tails, and comes out too narrow by this."""

TILT_LIMIT = 6
"""Lines are sought that lean by up to this many pixels over the height of the picture."""


@dataclass(frozen=True, slots=True)
class Line:
    """`x` at mid-height in pixels, `slope` in pixels per row, rows `y0` to `y1`, standard deviation `width` of the
    profile in pixels, signed `contrast`, and `score`: the mean evidence over the whole height."""

    x: float
    slope: float
    y0: int
    y1: int
    width: float
    contrast: float
    score: float


def ridge(picture: FloatArray) -> FloatArray:
    """By how much `(H, W)` a pixel, averaged along the vertical, is lighter (or darker, < 0) than both its sides."""
    smooth = cv2.GaussianBlur(picture, (1, 0), sigmaX=0.01, sigmaY=max(picture.shape[0] / 90.0, 3.0))
    best = np.zeros_like(smooth)
    for distance in SIDE_DISTANCE:
        padded = cv2.copyMakeBorder(smooth, 0, 0, distance + 1, distance + 1, cv2.BORDER_REFLECT)
        sides = cv2.blur(padded, (3, 1))
        left, right = (
            smooth - sides[:, 1 : 1 + smooth.shape[1]],
            smooth - sides[:, 1 + 2 * distance :][:, : smooth.shape[1]],
        )
        same = np.where(left * right > 0, np.sign(left) * np.minimum(np.abs(left), np.abs(right)), 0)
        # Sides that differ are the two sides of an edge.
        unlike = np.abs(left - right)
        found = np.sign(same) * np.maximum(np.abs(same) - 0.5 * unlike, 0)
        best = np.where(np.abs(found) > np.abs(best), found, best)
    return best.astype(np.float32)


def significance(found: FloatArray) -> FloatArray:
    """`ridge` in units of what is usual round each place, -6..6; in busy texture more is usual."""
    height, width = found.shape
    strength = np.minimum(np.abs(found), 4.0 * _typical(found))
    usual = cv2.blur(strength, (max(width // 12, 15) | 1, max(height // 12, 15) | 1))
    return np.clip(found / (2.0 * usual + _typical(found) + 1e-6), -6.0, 6.0)


def _typical(found: FloatArray) -> np.float32:
    active = np.abs(found[::2, ::2])
    return np.float32(max(float(active.mean()), 1e-5))


def lines(evidence: FloatArray, found: FloatArray, limit: int, least: float) -> list[Line]:
    """The `limit` strongest lines with a score of at least `least`, none nearer than 4 pixels to a stronger one."""
    height = evidence.shape[0]
    tilts = np.arange(-TILT_LIMIT, TILT_LIMIT + 1)
    sums = np.stack([_sheared(evidence, tilt / height).mean(axis=0) for tilt in tilts])
    # A tilt must be earned: upright lines are the rule.
    sums *= (1.0 - 0.01 * np.abs(tilts))[:, None]
    taken: list[Line] = []
    strength = np.abs(sums).max(axis=0)
    for x in np.argsort(-strength, kind="stable"):
        if strength[x] < least or len(taken) == limit:
            break
        if any(abs(x - line.x) < 4.0 for line in taken):
            continue
        tilt = int(np.argmax(np.abs(sums[:, x])))
        taken.append(_measured(evidence, found, int(x), tilts[tilt] / height, float(sums[tilt, x])))
    return taken


def inside_gate(x: float, width: int) -> bool:
    """False at the left and right edge of the picture, where the border of the gate stands as still as a scratch."""
    margin = max(3.0, width / 100.0)
    return margin <= x < width - margin


def _sheared(picture: FloatArray, slope: float) -> FloatArray:
    """The picture with lines of `slope` made upright, fixed at mid-height."""
    if slope == 0.0:
        return picture
    height, width = picture.shape
    matrix = np.array([[1.0, slope, -slope * height / 2.0], [0.0, 1.0, 0.0]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(picture, matrix, (width, height), flags=flags), np.float32)


def _measured(evidence: FloatArray, found: FloatArray, x: int, slope: float, score: float) -> Line:
    sign = 1.0 if score > 0 else -1.0
    height, width = evidence.shape
    along = sign * _sheared(evidence, slope)[:, x]
    present = _lasting(along > 0.8, max(height // 40, 5))
    rows = np.flatnonzero(present)
    if rows.size == 0:
        rows = np.arange(height)
        present = np.ones(height, bool)
    x0, x1 = max(x - 6, 0), min(x + 7, width)
    profile = np.maximum(sign * _sheared(found, slope)[present][:, x0:x1].mean(axis=0), 0)
    peak = float(profile.max())
    core = np.where(profile > 0.1 * peak, profile, 0)
    total = float(core.sum()) + 1e-9
    centre = float((core * np.arange(x0, x1)).sum() / total)
    if abs(centre - x) > 2.0:
        centre = float(x)
    area_width = _NARROWED * total / (peak + 1e-9) / 2.507
    return Line(centre, slope, int(rows[0]), int(rows[-1]), area_width, sign * peak, abs(score))


def _lasting(present: MaskArray, shortest: int) -> MaskArray:
    """Runs without their gaps shorter than `shortest`, and then without runs shorter than that."""
    column = present.astype(np.uint8)[:, None]
    kernel = np.ones((shortest, 1), np.uint8)
    closed = cv2.morphologyEx(column, cv2.MORPH_CLOSE, kernel)
    lasting: MaskArray = cv2.morphologyEx(closed, cv2.MORPH_OPEN, kernel)[:, 0] > 0
    return lasting


def drawn(strength: FloatArray, x: float, slope: float, half_width: float, threshold: float) -> MaskArray:
    """The pixels `(H, W)` of a line: rows where `strength` along it lasts, `half_width` to either side."""
    height, width = strength.shape
    rows = np.arange(height)
    centre = x + slope * (rows - height / 2.0)
    near = np.clip(np.rint(centre)[:, None] + np.arange(-1, 2), 0, width - 1).astype(int)
    along = strength[rows[:, None], near].max(axis=1)
    # The evidence is blurred along the line: where it falls below a share of the line's own strength, the line ends.
    least = max(threshold, _SHARE * float(np.quantile(along, 0.8)))
    present = _lasting(along >= least, max(height // 60, 3))
    left = int(np.clip(np.floor(centre.min() - half_width), 0, width))
    right = int(np.clip(np.ceil(centre.max() + half_width) + 1, 0, width))
    line: MaskArray = np.zeros((height, width), bool)
    offset = np.abs(np.arange(left, right) - centre[:, None])
    line[:, left:right] = (offset <= half_width) & present[:, None]
    return line
