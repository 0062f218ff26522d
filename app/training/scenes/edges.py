"""What stands upright or still and is no scratch: the edge of the picture, poles and wires that pass."""

from __future__ import annotations

import cv2
import numpy as np

from app.training.scenes.objects import CutOut, paste, premultiplied, texture
from app.training.scenes.shelf import Shelf
from operators.contract.frames import FloatArray, MaskArray
from operators.damage.randomness import smooth_field


def border(rng: np.random.Generator, frames: FloatArray, _: Shelf) -> MaskArray:
    """The gate of the camera on one or two sides: dark, or clear as on a negative; round corner, rough edge."""
    count, height, width = frames.shape[:3]
    left, top = (float(rng.uniform(2.0, 0.14 * side)) if rng.random() < 0.75 else -99.0 for side in (width, height))
    if left < 0.0 and top < 0.0:
        left = float(rng.uniform(2.0, 0.14 * width))
    radius = float(rng.uniform(0.0, 0.12)) * width
    yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
    rough = 0.4 * smooth_field(rng, width, height, 40)
    # The distance from inside to a box with a rounded corner at (left, top).
    x, y = radius + left - xx, radius + top - yy
    inside = np.hypot(np.maximum(x, 0.0), np.maximum(y, 0.0)) + np.minimum(np.maximum(x, y), 0.0) - radius + rough
    alpha = np.clip(inside / np.float32(rng.uniform(0.7, 4.0)) + 0.5, 0.0, 1.0)
    if rng.random() < 0.5:
        alpha = alpha[:, ::-1]
    if rng.random() < 0.5:
        alpha = alpha[::-1]
    tone = np.float32(rng.uniform(0.0, 0.06) if rng.random() < 0.8 else rng.uniform(0.85, 1.0))
    frames += alpha[None, :, :, None].astype(np.float32) * (tone - frames)
    edge = cv2.dilate((np.abs(alpha - 0.5) < 0.45).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    return np.repeat(edge[None], count, axis=0)


def poles(rng: np.random.Generator, frames: FloatArray, shelf: Shelf) -> MaskArray:
    """Thin upright things (poles, masts, window bars, blades of grass) that pass as the camera pans."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    pace = float(rng.choice([-1.0, 1.0]) * np.exp(rng.uniform(np.log(1.5), np.log(12.0))))
    shutter = float(rng.uniform(0.1, 0.9))
    tilt = float(rng.normal(0.0, 0.06))
    for _number in range(int(rng.integers(1, 9))):
        tall = int(height * rng.uniform(0.15, 1.3))
        thick = float(np.exp(rng.uniform(np.log(0.8), np.log(7.0))))
        wide = int(np.ceil(thick)) + 4
        columns = np.arange(wide, dtype=np.float32) + 0.5 - wide / 2.0
        profile = np.clip(thick / 2.0 + 0.5 - np.abs(columns), 0.0, 1.0)
        alpha = np.repeat(profile[None], tall, axis=0)
        alpha[[0, -1]] = 0.0
        cut = CutOut(premultiplied(texture(rng, shelf, (wide, tall)), alpha), (wide / 2.0, tall / 2.0))
        x, y = rng.uniform((0, 0), (width, height))
        turn = tilt + float(rng.normal(0.0, 0.01))
        own = pace * float(rng.uniform(0.7, 1.3))
        for t in range(count):
            steps = int(np.clip(np.ceil(abs(own) * shutter / 1.6), 1, 6))
            moments = [t - count // 2 + shutter * (k + 0.5) / steps for k in range(steps)]
            paste(frames[t], seen[t], cut, [(x + own * moment, y, turn, 1.0) for moment in moments])
    return seen
