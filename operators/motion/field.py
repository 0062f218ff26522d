"""Dense motion by DIS optical flow at one canonical scale (Kroeger et al., ECCV 2016)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray
from operators.motion.sample import warp

LONGEST_SIDE = 1024
"""Motion is sought at full size up to this, and at a reduced size above: one scale for preview and export."""

SMALLEST_SIDE = 16
"""DIS matches patches of 8 pixels: smaller pictures are padded by repetition."""

ByteArray = np.ndarray[Any, np.dtype[np.uint8]]


@dataclass(frozen=True, slots=True)
class SearchPicture:
    """A frame as motion is sought in it.

    `pixels` `(h, w)` are 8-bit because DIS takes nothing else; they are only ever matched, never shown or
    written. Mean and contrast are normalised, so that flicker does not look like motion. `shape` is the
    `(H, W)` of the frame itself.
    """

    pixels: ByteArray
    shape: tuple[int, int]


def search_picture(luma: FloatArray, damaged: MaskArray | None = None) -> SearchPicture:
    """Prepare `luma` `(H, W)` for matching.

    Dirt corrupts the match for its whole neighbourhood, so impulses are taken out first: by a median where
    nothing is known, by smooth inpainting where `damaged` `(H, W)` says what is no picture.
    """
    height, width = luma.shape
    scale = min(1.0, LONGEST_SIDE / max(height, width))
    small = luma if scale == 1.0 else cv2.resize(luma, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = np.nan_to_num(small, nan=0.0, posinf=1.0, neginf=0.0)
    centre, spread = float(np.median(small)), float(small.std())
    levels = (small - centre) * (48.0 / max(spread, 1e-4)) + 128.0
    pixels = np.clip(np.rint(levels), 0, 255).astype(np.uint8)
    if damaged is None:
        pixels = cv2.medianBlur(pixels, 3)
    elif damaged.any():
        hole = np.asarray(damaged, np.uint8)
        if scale != 1.0:
            hole = np.asarray(cv2.resize(hole, pixels.shape[::-1], interpolation=cv2.INTER_NEAREST), np.uint8)
        pixels = cv2.inpaint(pixels, cv2.dilate(hole, np.ones((3, 3), np.uint8)), 3, cv2.INPAINT_TELEA)
    pad_y, pad_x = max(SMALLEST_SIDE - pixels.shape[0], 0), max(SMALLEST_SIDE - pixels.shape[1], 0)
    if pad_y or pad_x:
        pixels = cv2.copyMakeBorder(pixels, 0, pad_y, 0, pad_x, cv2.BORDER_REPLICATE)
    return SearchPicture(pixels, (height, width))


def estimate(
    a: SearchPicture, b: SearchPicture, *, fast: bool = False, small: bool = False, refinements: int = 5
) -> FloatArray:
    """The flow `(h, w, 2)` (x, y; in pixels of the search scale) with `a(p)` like `b(p + flow(p))`.

    `fast` stops at half the resolution and takes a quarter of the time: as good for mending, where the pictures have
    been cleaned, but not for telling dirt from motion. `small` is the same for pictures that have been made small
    already: it goes down to half their resolution, for below that it follows their grain. `refinements` are rounds of
    variational refinement at each scale, which take half of the time.
    """
    preset = cv2.DISOPTICAL_FLOW_PRESET_FAST if fast or small else cv2.DISOPTICAL_FLOW_PRESET_MEDIUM
    # A fresh matcher each time (it costs 7 microseconds): one call on a small picture changes the finest scale of
    # OpenCV's object for good, and with it every later flow.
    matcher = cv2.DISOpticalFlow.create(preset)
    if small:
        matcher.setFinestScale(1)
    matcher.setVariationalRefinementIterations(refinements)
    nothing: Any = None
    return np.asarray(matcher.calc(a.pixels, b.pixels, nothing), np.float32)


def to_full_size(flow: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    """A flow of the search scale as one `(H, W, 2)` in pixels of a picture of that `shape`."""
    height, width = shape[:2]
    if _covers(flow, shape):
        return flow[:height, :width]
    factor = np.array([width / flow.shape[1], height / flow.shape[0]], np.float32)
    return field_to_full_size(flow, shape) * factor


def field_to_full_size(field: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    """A field of the search scale, such as a round trip's error, over the whole picture; values stay."""
    height, width = shape[:2]
    if _covers(field, shape):
        return field[:height, :width]
    return np.asarray(cv2.resize(field, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)


def halved(flow: FloatArray) -> FloatArray:
    """A flow for pictures made half as large, in pixels of theirs."""
    height, width = flow.shape[:2]
    size = max(width // 2, 1), max(height // 2, 1)
    return np.asarray(cv2.resize(flow, size, interpolation=cv2.INTER_AREA) * np.float32(0.5), np.float32)


def _covers(field: FloatArray, shape: tuple[int, ...]) -> bool:
    """True for a field at the picture's own scale: as large, or larger where a small picture was padded."""
    return bool(field.shape[0] >= shape[0] and field.shape[1] >= shape[1])


def round_trip_error(there: FloatArray, back: FloatArray) -> FloatArray:
    """How far `(h, w)`, in pixels, a point lands from its start after going `there` and coming `back`."""
    missed = there + warp(back, there, cv2.INTER_LINEAR)
    return np.asarray(cv2.magnitude(*cv2.split(missed)), np.float32)


def coarse(flow: FloatArray) -> FloatArray:
    """The motion of the large parts of the scene: a flow without whatever is smaller than an eighth of the picture.

    Medians over a coarse grid; what a blot of dirt does to a flow is gone, and so is the motion of a hand.
    """
    height, width = flow.shape[:2]
    cell = max(max(height, width) / 40.0, 1.0)
    size = (max(round(width / cell), 1), max(round(height / cell), 1))
    small = cv2.resize(flow, size, interpolation=cv2.INTER_AREA)
    planes = [cv2.medianBlur(np.ascontiguousarray(small[..., c]), 5) for c in range(2)]
    return np.asarray(
        cv2.resize(np.stack(planes, axis=2), (width, height), interpolation=cv2.INTER_LINEAR), np.float32
    )
