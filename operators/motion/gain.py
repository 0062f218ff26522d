"""Brightness differences between a frame and a neighbour moved onto it.

Flicker of old film is well described by a slowly varying gain and offset (van Roosmalen, "Restoration of archived
film and video", TU Delft 1999, ch. 2: z = a y + b by block, smoothed).
"""

from __future__ import annotations

import cv2
import numpy as np

from operators.contract import FloatArray

_SAMPLES = 12_000
"""Pixels of a regular grid that the figures of a whole frame are told from."""
_FEW = 4_000
"""The same for a picture that was made small, whose grain is gone."""


def matched(moved: FloatArray, target: FloatArray, trust: FloatArray | None = None) -> FloatArray:
    """`moved` `(H, W)` brought to the local brightness of `target` `(H, W)`.

    First one robust gain and offset for the frame, then a smooth local offset. Pixels that differ greatly
    (damage, wrong motion) and those with low `trust` `(H, W)` 0..1 have no say.
    """
    weight = np.ones_like(target) if trust is None else trust.astype(np.float32)
    _, _, levelled, offset = _matching(moved, target, weight, _SAMPLES)
    corrected: FloatArray = levelled + offset
    return corrected


def matching(moved: FloatArray, target: FloatArray, trust: FloatArray) -> tuple[np.float32, FloatArray]:
    """What `matched` would do: a gain, and an offset `(H, W)` for each place, so that it can be done elsewhere."""
    weight = trust.astype(np.float32)
    a, b, _, offset = _matching(moved, target, weight, _FEW)
    return a, offset + b


def _matching(
    moved: FloatArray, target: FloatArray, weight: FloatArray, samples: int
) -> tuple[np.float32, np.float32, FloatArray, FloatArray]:
    """Gain and offset of the frame, what they make of `moved` `(H, W)`, and the local offset `(H, W)` it lacks."""
    a, b = _frame_gain(target, moved, weight, samples)
    levelled = a * moved + b
    difference = target - levelled
    scale = np.float32(3.0 * _spread(difference, weight, samples) + 1e-6)
    agree = weight * np.exp(-np.square(difference / scale))
    sigma = max(min(target.shape) / 12.0, 4.0)
    # A prior pulls regions without a witness to no correction at all.
    below = _blur(agree, sigma) + np.float32(0.05)
    return a, b, levelled, _blur(agree * difference, sigma) / below


def _frame_gain(
    target: FloatArray, moved: FloatArray, weight: FloatArray, samples: int
) -> tuple[np.float32, np.float32]:
    """Least squares for target = a * moved + b, three rounds, each without what the last could not explain."""
    step = max(int(np.sqrt(target.size / samples)), 1)
    y, z = moved[::step, ::step].ravel(), target[::step, ::step].ravel()
    w = weight[::step, ::step].ravel().astype(np.float64)
    a, b = 1.0, 0.0
    for _ in range(3):
        off = np.abs(z - (a * y + b))
        keep = w * (off <= 2.5 * float(np.median(off)) + 1e-6)
        total = keep.sum()
        if total < 16:
            break
        my, mz = (keep * y).sum() / total, (keep * z).sum() / total
        variance = (keep * np.square(y - my)).sum() / total
        slope = (keep * (y - my) * (z - mz)).sum() / total / variance if variance > 1e-7 else 1.0
        a = float(np.clip(slope, 0.6, 1.6))
        b = float(mz - a * my)
    return np.float32(a), np.float32(b)


def _spread(difference: FloatArray, weight: FloatArray, samples: int) -> float:
    step = max(int(np.sqrt(difference.size / samples)), 1)
    trusted = np.abs(difference[::step, ::step][weight[::step, ::step] > 0.5])
    return 1.4826 * float(np.median(trusted)) if trusted.size else 0.0


def _blur(picture: FloatArray, sigma: float) -> FloatArray:
    """A wide Gaussian, worked out on a reduced picture where it is very wide."""
    height, width = picture.shape
    factor = max(int(sigma / 4), 1)
    small = cv2.resize(picture, (max(width // factor, 1), max(height // factor, 1)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), max(sigma / factor, 0.5), borderType=cv2.BORDER_REFLECT)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)
