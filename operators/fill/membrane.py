"""A patch taken elsewhere, brought to the brightness of the place where it is laid.

What the two differ by round the patch is continued over it as a smooth membrane and taken off (after Perez et al.,
"Poisson image editing", SIGGRAPH 2003): the patch's detail stays, its seam goes.
"""

from __future__ import annotations

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray

RIM = 8
"""Pixels round a patch whose brightness is met."""

_SIGMAS = (32.0, 12.0, 4.0)
"""Coarse to fine: each adds what the rim still differs by, so that the middle of a large patch stays calm."""


def levelled(copy: FloatArray, picture: FloatArray, ring: MaskArray) -> FloatArray:
    """`copy` `(h, w, C)` brought to the brightness of `picture` on the `ring` `(h, w)`; as it is for none."""
    weight = ring.astype(np.float32)
    level = np.zeros_like(copy)
    if not ring.any():
        return copy
    for sigma in _SIGMAS:
        left = (picture - copy - level) * weight[..., None]
        share = cv2.GaussianBlur(weight, (0, 0), sigma)
        blurred = cv2.GaussianBlur(left, (0, 0), sigma).reshape(copy.shape)
        level += blurred / np.maximum(share, np.float32(1e-3))[..., None]
    return np.asarray(copy + level, np.float32)
