"""Things that move on their own: cut from other pictures, turning, speeding up, hiding what is behind them.

A cut-out is premultiplied: float32 `(h, w, 4)`, colour times opacity, and opacity.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from app.training.scenes.base import choose
from app.training.scenes.camera import Path, jitter
from app.training.scenes.shelf import Shelf
from operators.contract.frames import FloatArray, MaskArray
from operators.damage.randomness import Floats

SEEN = 0.08
"""A layer is said to be where it is at least so opaque."""
Pose = tuple[float, float, float, float]
"""x, y (pixels of the frame), turn (radians), size."""


@dataclass(frozen=True, slots=True)
class CutOut:
    """A premultiplied picture and the point of it (x, y) that a pose puts into place."""

    picture: FloatArray
    anchor: tuple[float, float]

    def placed(self, pose: Pose) -> Floats:
        """The affine matrix `(2, 3)` that takes the picture's pixels to the frame's."""
        x, y, turn, size = pose
        cos, sin = size * np.cos(turn), size * np.sin(turn)
        a, b = self.anchor
        return np.array([[cos, -sin, x - cos * a + sin * b], [sin, cos, y - sin * a - cos * b]])


def paste(frame: FloatArray, seen: MaskArray, cut: CutOut, poses: Sequence[Pose]) -> None:
    """Lays a cut-out over `frame` `(H, W, 3)`, blurred over its `poses` during the exposure; marks it in `seen`."""
    height, width = seen.shape
    h, w = cut.picture.shape[:2]
    corners = np.array([[0, w, 0, w], [0, 0, h, h], [1, 1, 1, 1]])
    matrices = [cut.placed(pose) for pose in poses]
    spots = np.concatenate([matrix @ corners for matrix in matrices], axis=1)
    x0, y0 = np.maximum(np.floor(spots.min(axis=1)).astype(int) - 1, 0)
    x1, y1 = np.minimum(np.ceil(spots.max(axis=1)).astype(int) + 2, (width, height))
    if x0 >= x1 or y0 >= y1:
        return
    total = np.zeros((y1 - y0, x1 - x0, 4), np.float32)
    for matrix in matrices:
        matrix[:, 2] -= (x0, y0)
        cv2.accumulate(cv2.warpAffine(cut.picture, matrix, (int(x1 - x0), int(y1 - y0))), total)
    total *= np.float32(1.0 / len(poses))
    part = frame[y0:y1, x0:x1]
    part *= 1.0 - total[:, :, 3:]
    part += total[:, :, :3]
    seen[y0:y1, x0:x1] |= total[:, :, 3] > SEEN


def texture(rng: np.random.Generator, shelf: Shelf, size: tuple[int, int]) -> FloatArray:
    """A piece `(h, w, 3)` of another picture in another light; one in six is nearly plain, dark or light."""
    width, height = size
    if rng.random() < 1 / 6:
        plain = np.clip(rng.choice([0.06, 0.2, 0.85]) * jitter(rng, 0.15), 0.0, 1.0).astype(np.float32)
        return np.asarray(np.broadcast_to(plain, (height, width, 3)).copy())
    if shelf.photos and (not shelf.clips or rng.random() < 0.6):
        levels = shelf.pyramid(choose(rng, shelf.photos))
        picture = levels[int(rng.integers(len(levels)))]
    else:
        clip = shelf.clip(choose(rng, shelf.clips))
        picture = clip[int(rng.integers(len(clip)))]
    w, h = min(width, picture.shape[1]), min(height, picture.shape[0])
    x, y = int(rng.integers(picture.shape[1] - w + 1)), int(rng.integers(picture.shape[0] - h + 1))
    piece = picture[y : y + h, x : x + w]
    if (w, h) != size:
        piece = np.asarray(cv2.resize(piece, size, interpolation=cv2.INTER_LINEAR), np.uint8)
    lit = (piece.astype(np.float32) / 255.0) ** np.float32(np.exp(rng.normal(0.0, 0.3)))
    light = jitter(rng, 0.12).astype(np.float32) * np.float32(rng.uniform(0.6, 1.2))
    return np.asarray(np.clip(lit * light, 0.0, 1.0), dtype=np.float32)


def premultiplied(colour: FloatArray, alpha: FloatArray) -> FloatArray:
    """Colour `(h, w, 3)` and opacity `(h, w)` as one premultiplied picture."""
    return np.dstack([colour * alpha[:, :, None], alpha]).astype(np.float32)


def outline(rng: np.random.Generator, width: int, height: int) -> FloatArray:
    """The opacity `(height, width)` of a random thing: lumpy, angular, long or hollow, its edge sharp or soft."""
    canvas = np.zeros((height, width), np.uint8)
    corners = int(rng.choice([4, 5, 7, 40], p=[0.2, 0.15, 0.15, 0.5]))
    angles = np.sort(rng.uniform(0.0, 2 * np.pi, corners)) if corners < 40 else np.linspace(0, 2 * np.pi, 40, False)
    radius = rng.uniform(0.7, 1.0, corners) if corners < 40 else np.full(40, 0.8)
    for harmonic in range(2, 6) if corners == 40 else ():
        radius = radius + rng.normal(0.0, 0.22 / harmonic) * np.cos(harmonic * angles + rng.uniform(0, 2 * np.pi))
    radius = np.clip(radius, 0.2, 1.0)
    middle = np.array([width, height]) / 2.0
    points = middle + np.stack([np.cos(angles), np.sin(angles)], axis=1) * radius[:, None] * (middle - 3.0)
    cv2.fillPoly(canvas, [np.round(points * 16.0).astype(np.int32)], (255,), cv2.LINE_AA, 4)
    if rng.random() < 0.12:
        inner = middle + (points - middle) * rng.uniform(0.5, 0.85)
        cv2.fillPoly(canvas, [np.round(inner * 16.0).astype(np.int32)], (0,), cv2.LINE_AA, 4)
    soft = cv2.GaussianBlur(canvas, (0, 0), float(rng.uniform(0.5, 1.6)))
    return soft.astype(np.float32) / np.float32(255.0)


def objects(rng: np.random.Generator, frames: FloatArray, shelf: Shelf) -> MaskArray:
    """One to five things on paths of their own."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    for _ in range(int(rng.integers(1, 6))):
        side = np.exp(rng.uniform(np.log(8.0), np.log(0.55 * min(height, width)), 1))[0]
        stretch = float(np.exp(rng.normal(0.0, 0.5)))
        w, h = (int(np.clip(side * s, 7, 1.2 * max(width, height))) for s in (stretch, 1.0 / stretch))
        cut = CutOut(premultiplied(texture(rng, shelf, (w, h)), outline(rng, w, h)), (w / 2.0, h / 2.0))
        path = flight(rng, width, height, 9.0)
        for t in range(count):
            paste(frames[t], seen[t], cut, [path.at(m) for m in path.moments(t - count // 2, side / 2.0)])
    return seen


def flight(rng: np.random.Generator, width: int, height: int, speed: float) -> Path:
    """A path that is inside the frame in the middle of the scene; `speed` is about the median in pixels a frame."""
    heading = float(rng.uniform(0.0, 2 * np.pi))
    pace = speed * float(rng.lognormal(0.0, 0.9))
    spin = float(rng.normal(0.0, 0.25)) if rng.random() < 0.5 else float(rng.normal(0.0, 0.02))
    return Path(
        place=(float(rng.uniform(0.0, width)), float(rng.uniform(0.0, height))),
        speed=(pace * np.cos(heading), 0.7 * pace * np.sin(heading)),
        pull=(float(rng.normal(0.0, 0.15 * pace)), float(rng.normal(0.0, 0.15 * pace))),
        turn=(float(rng.uniform(0.0, 2 * np.pi)), spin, float(rng.normal(0.0, 0.02))),
        growth=float(rng.normal(0.0, 0.015)),
        shutter=float(rng.uniform(0.1, 0.9)),
    )
