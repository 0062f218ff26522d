"""Neighbouring frames, moved onto the holes of a frame."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import torch

from operators.contract import FloatArray, MaskArray, as_array, luma
from operators.fill import kernels
from operators.fill.atlas import Atlas
from operators.fill.courses import Course, Courses
from operators.motion import matching, warp


@dataclass(frozen=True, slots=True)
class Place:
    """A frame's holes on their sheet: `rough` `(h, w, C)` is mended from the surroundings, `grey` is its luma;
    `usable` `(h, w)` is undamaged picture, and `noise` the deviation of its grain."""

    atlas: Atlas
    rough: FloatArray
    grey: FloatArray
    usable: MaskArray
    noise: float


def moved(frame: torch.Tensor, hurt: MaskArray, offset: int, courses: Courses, place: Place) -> kernels.Donor:
    """The frame `(C, H, W)` at `offset` as it lies on the sheet; `hurt` `(H, W)` is where it is damaged itself."""
    course, atlas = courses.course(offset), place.atlas
    x, y = _on_field(atlas, course.doubt.shape, hurt.shape)
    across, down = hurt.shape[1] / course.doubt.shape[1], hurt.shape[0] / course.doubt.shape[0]
    way, doubt = _seen(course.way, x, y), _seen(course.doubt, x, y) * np.float32(across)
    at_x, at_y = atlas.x + way[..., 0] * np.float32(across), atlas.y + way[..., 1] * np.float32(down)
    planes = [_seen(plane, at_x, at_y, cv2.INTER_CUBIC) for plane in as_array(frame)]
    gains, offsets = _brightness(courses, offset, course)
    seen = np.stack(planes, axis=2) * gains + _seen(offsets, x, y).reshape(place.rough.shape)
    unusable = _touches(hurt, at_x, at_y)
    grey = luma(seen.transpose(2, 0, 1))
    error = kernels.donor_error(
        np.abs(grey - place.grey), place.usable & ~unusable, doubt * _slope(grey), place.noise, abs(offset)
    )
    return kernels.Donor(seen, np.where(unusable, kernels.NEVER, error))


def _on_field(atlas: Atlas, small: tuple[int, ...], large: tuple[int, ...]) -> tuple[FloatArray, FloatArray]:
    """Where the sheet's pixels lie on a field that is as large as the sketch."""
    half = np.float32(0.5)
    x = (atlas.x + half) * np.float32(small[1] / large[1]) - half
    return x, (atlas.y + half) * np.float32(small[0] / large[0]) - half


def _seen(picture: FloatArray, x: FloatArray, y: FloatArray, interpolation: int = cv2.INTER_LINEAR) -> FloatArray:
    return np.asarray(cv2.remap(picture, x, y, interpolation, borderMode=cv2.BORDER_REPLICATE), np.float32)


def _touches(hurt: MaskArray, x: FloatArray, y: FloatArray) -> MaskArray:
    """True where sampling at a place touches a hurt pixel or leaves the picture."""
    damage = hurt.astype(np.float32)
    touched = cv2.remap(damage, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=1.0)
    return np.asarray(touched > 0.01)


def _slope(grey: FloatArray) -> FloatArray:
    """How much `(h, w)` the picture changes over a pixel, told round each place."""
    across, down = (cv2.Sobel(grey, cv2.CV_32F, 1 - d, d, scale=0.125) for d in (0, 1))
    squares = cv2.blur(across * across + down * down, (9, 9))
    return np.asarray(np.sqrt(np.maximum(squares, 0)), np.float32)


def _brightness(courses: Courses, offset: int, course: Course) -> tuple[FloatArray, FloatArray]:
    """A gain for each channel `(C,)`, and an offset for each place of the sketch `(h, w, C)`."""
    here, there = courses.sketch(0), courses.sketch(offset)
    seen = warp(there.colours, course.way, cv2.INTER_LINEAR).reshape(here.colours.shape)
    blind = warp(there.blind.astype(np.float32), course.way, cv2.INTER_LINEAR) > 0.01
    usable = (~blind & ~here.blind).astype(np.float32)
    found = [matching(seen[..., c], here.colours[..., c], usable) for c in range(seen.shape[2])]
    return np.array([gain for gain, _ in found], np.float32), np.stack([level for _, level in found], axis=2)
