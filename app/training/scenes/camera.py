"""The camera: what it sees of a clip or of a photograph while it pans, zooms, turns and shakes."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from app.training.scenes.shelf import Bytes
from operators.contract.frames import FloatArray
from operators.damage.randomness import Floats, noise_along

BLUR_STEP = 1.6
"""Pixels of movement between two of the pictures that make up a motion blur."""
BLUR_MOST = 7


@dataclass(frozen=True, slots=True)
class Path:
    """A movement over time `t` in frames: place and turn with speed and acceleration, size, and shake.

    `place`, `speed`, `pull` are (x, y) in pixels, a frame, a frame squared; `turn` three numbers alike in radians;
    `growth` is the logarithm of the size's change a frame; `shake` the deviation of a trembling in pixels, which
    has its own course by `key`; `shutter` is the part of a frame it is open.
    """

    place: tuple[float, float]
    speed: tuple[float, float] = (0.0, 0.0)
    pull: tuple[float, float] = (0.0, 0.0)
    turn: tuple[float, float, float] = (0.0, 0.0, 0.0)
    size: float = 1.0
    growth: float = 0.0
    shake: float = 0.0
    key: int = 1
    shutter: float = 0.5

    def at(self, t: float) -> tuple[float, float, float, float]:
        """x, y, turn and size at time `t`."""
        x, y = (p + v * t + 0.5 * a * t * t for p, v, a in zip(self.place, self.speed, self.pull, strict=True))
        if self.shake > 0.0:
            now = np.array([t * 0.7])
            x += self.shake * float(noise_along(now, self.key)[0])
            y += self.shake * float(noise_along(now, self.key + 1)[0])
        angle = self.turn[0] + self.turn[1] * t + 0.5 * self.turn[2] * t * t
        return x, y, angle, self.size * float(np.exp(self.growth * t))

    def moments(self, t: int, reach: float) -> list[float]:
        """Times inside frame `t`'s exposure, close enough for a smooth blur of something `reach` pixels big."""
        x0, y0, a0, s0 = self.at(float(t))
        x1, y1, a1, s1 = self.at(t + self.shutter)
        moved = np.hypot(x1 - x0, y1 - y0) + reach * (abs(a1 - a0) + abs(s1 / s0 - 1.0))
        steps = int(np.clip(np.ceil(moved / BLUR_STEP), 1, BLUR_MOST))
        return [t + self.shutter * (k + 0.5) / steps for k in range(steps)]


def random_path(rng: np.random.Generator, place: tuple[float, float], liveliness: float, key: int) -> Path:
    """A camera's path: still, a slow drift or a pan, sometimes shaken; speeds grow with `liveliness` (pixels)."""
    quick = liveliness * float(rng.choice([0.0, 0.15, 1.0], p=[0.25, 0.4, 0.35])) * float(rng.gamma(1.5, 1.0))
    heading = float(rng.uniform(0.0, 2 * np.pi))
    return Path(
        place=place,
        speed=(quick * np.cos(heading), 0.5 * quick * np.sin(heading)),
        pull=tuple(rng.normal(0.0, 0.06 * quick + 1e-6, 2)),
        turn=(float(rng.normal(0.0, 0.04)), float(rng.normal(0.0, 0.004)), 0.0) if rng.random() < 0.4 else (0, 0, 0),
        growth=float(rng.normal(0.0, 0.012)) if rng.random() < 0.4 else 0.0,
        shake=float(rng.gamma(1.0, 1.0)) if rng.random() < 0.4 else 0.0,
        key=key,
        shutter=float(rng.uniform(0.1, 0.9)),
    )


def seen(picture: Bytes, path: Path, scale: float, t: int, size: tuple[int, int]) -> FloatArray:
    """What a camera on `path` sees of `picture` on frame `t`: float32 `(H, W, 3)` 0..1, with motion blur.

    `scale` is how many of the picture's pixels make one of the view's; the path's place is the view's middle in the
    picture's pixels, its movement is in the view's. Beyond the picture its mirror image is seen.
    """
    width, height = size
    moments = path.moments(t, 0.35 * max(size))
    total = np.zeros((height, width, 3), np.float32)
    for moment in moments:
        cv2.accumulate(_view(picture, path, scale, moment, size), total)
    return total * np.float32(1.0 / (255.0 * len(moments)))


def _view(picture: Bytes, path: Path, scale: float, moment: float, size: tuple[int, int]) -> Bytes:
    x, y, angle, zoom = path.at(moment)
    x, y = path.place[0] + (x - path.place[0]) * scale, path.place[1] + (y - path.place[1]) * scale
    factor = scale / zoom
    cos, sin = factor * np.cos(angle), factor * np.sin(angle)
    middle_x, middle_y = (size[0] - 1) / 2.0, (size[1] - 1) / 2.0
    back = np.array(
        [[cos, -sin, x - cos * middle_x + sin * middle_y], [sin, cos, y - sin * middle_x - cos * middle_y]]
    )
    view = cv2.warpAffine(
        picture, back, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REFLECT
    )
    return np.asarray(view, dtype=np.uint8)


def cut(frames: Bytes, x: int, y: int, side: tuple[int, int], size: tuple[int, int]) -> FloatArray:
    """A still camera: the window `side` (w, h) at (x, y) of every frame, scaled to `size`; float32 `(N, H, W, 3)`."""
    out = np.empty((len(frames), size[1], size[0], 3), np.float32)
    way = cv2.INTER_AREA if side[0] > size[0] else cv2.INTER_CUBIC
    for t, frame in enumerate(frames):
        part = frame[y : y + side[1], x : x + side[0]]
        if side != size:
            part = cv2.resize(part, size, interpolation=way)
        np.multiply(part, np.float32(1.0 / 255.0), out=out[t])
    return out


def pyramid_level(levels: list[Bytes], scale: float) -> tuple[Bytes, float]:
    """The level from which `scale` pixels of the whole picture a pixel of the view are read without aliasing."""
    index = int(np.clip(np.round(np.log2(max(scale, 1e-6))), 0, len(levels) - 1))
    return levels[index], scale * levels[index].shape[1] / levels[0].shape[1]


def jitter(rng: np.random.Generator, spread: float) -> Floats:
    """Three gains near 1, for light of another colour."""
    return np.asarray(np.exp(rng.normal(0.0, spread, 3)))
