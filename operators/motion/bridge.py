"""Motion under damage, from the motion round it."""

from __future__ import annotations

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray

_BLOT = 11
_BLOT_REACH = 21


def bridged(field: FloatArray, hole: MaskArray) -> FloatArray:
    """`field` `(H, W)` or `(H, W, C)` with the pixels under `hole` interpolated from those round it.

    Normalised convolution (Knutsson and Westin, CVPR 1993) from narrow to wide, so that each pixel is told by the
    nearest that can tell. What lies under damage was matched with an invention, so its own motion counts for nothing.
    """
    if not hole.any() or hole.all():
        return field
    known = (~hole).astype(np.float32)
    flat = field if field.ndim == 3 else field[..., None]
    filled = flat.copy()
    open_ = hole.copy()
    height, width = hole.shape
    for level in (2, 4, 8, 16, 32):
        size = (max(width // level, 1), max(height // level, 1))
        weight = cv2.GaussianBlur(cv2.resize(known, size, interpolation=cv2.INTER_AREA), (0, 0), 1.5)
        weight = cv2.resize(weight, (width, height), interpolation=cv2.INTER_LINEAR)
        ready = open_ & (weight > 0.05)
        if ready.any():
            for c in range(flat.shape[2]):
                small = cv2.resize(flat[..., c] * known, size, interpolation=cv2.INTER_AREA)
                soft = cv2.GaussianBlur(small, (0, 0), 1.5)
                told = cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR)
                filled[..., c][ready] = told[ready] / weight[ready]
            open_ &= ~ready
        if not open_.any():
            break
    return filled.reshape(field.shape)


def misled(damage: MaskArray) -> MaskArray:
    """Where damage spoils the motion found: a pixel round a speck, but ten round a blot.

    A search patch reaches as far, and a blot's outline is the part of it that a detector misses first.
    """
    mask = damage.astype(np.uint8)
    blots = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((_BLOT, _BLOT), np.uint8))
    rim = cv2.dilate(mask, np.ones((3, 3), np.uint8))
    spoilt: MaskArray = np.maximum(rim, cv2.dilate(blots, np.ones((_BLOT_REACH, _BLOT_REACH), np.uint8))) > 0
    return spoilt
