"""Sampling a picture along a flow."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray


def warp(picture: FloatArray, flow: FloatArray, interpolation: int = cv2.INTER_CUBIC) -> FloatArray:
    """`picture` `(H, W)` or `(H, W, C)` sampled at `p + flow(p)`; edges repeat outwards.

    Cubic sampling (the default) keeps the grain; it may overshoot by a little, as any sharp kernel does.
    """
    x, y = offset_grid(flow.shape[0], flow.shape[1])
    map_x, map_y = flow[..., 0] + x, flow[..., 1] + y
    return np.asarray(cv2.remap(picture, map_x, map_y, interpolation, borderMode=cv2.BORDER_REPLICATE), np.float32)


@lru_cache(maxsize=4)
def offset_grid(height: int, width: int) -> tuple[FloatArray, FloatArray]:
    """Column and row numbers as `(1, W)` and `(H, 1)` float32."""
    return (
        np.arange(width, dtype=np.float32)[None, :],
        np.arange(height, dtype=np.float32)[:, None],
    )


def warp_mask(mask: MaskArray, flow: FloatArray) -> MaskArray:
    """True wherever sampling at `p + flow(p)` touches a True pixel of `mask` or leaves the picture."""
    x, y = offset_grid(flow.shape[0], flow.shape[1])
    moved = cv2.remap(
        mask.astype(np.float32),
        flow[..., 0] + x,
        flow[..., 1] + y,
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=1.0,
    )
    touched: MaskArray = moved > 0.01
    return touched
