"""Fills of the literature: `(H, W)` planes, nominal 0..1."""

from __future__ import annotations

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray


def median_of_three(centre: FloatArray, before: FloatArray, after: FloatArray) -> FloatArray:
    """The median of a frame and its two motion-compensated neighbours, everywhere, as SpotLess scripts do it."""
    return np.asarray(
        np.maximum(np.minimum(before, after), np.minimum(np.maximum(before, after), centre)), np.float32
    )


def telea(picture: FloatArray, mask: MaskArray, radius: float = 3.0) -> FloatArray:
    """Inpainting by fast marching (Telea, J. Graphics Tools 9(1), 2004), in 16 bits (OpenCV's 32-bit form fails)."""
    levels = np.rint(np.clip(picture, 0, 1) * 65535).astype(np.uint16)
    filled = cv2.inpaint(levels, mask.astype(np.uint8), radius, cv2.INPAINT_TELEA)
    return np.asarray(np.where(mask, filled / np.float32(65535), picture), np.float32)
