"""Five frames of film whose grain is known apart from the picture, and masks to lay on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import torch

from app.errors import MediaError
from app.jobs.clips import Clips
from operators.contract import FloatArray, MaskArray, luma
from operators.damage import Damager, DamageRecipe
from operators.damage.ageing import grain
from operators.motion import estimate, search_picture, to_full_size

SIZE = (640, 480)
FRAMES = 5
MIDDLE = FRAMES // 2
CODE_STEP = 1.0 / 1023


@dataclass(frozen=True, eq=False)
class Film:
    """`clean` pictures `(3, H, W)` with flicker and weave, and the `grain` that lies on each; the middle one is
    mended. `more` is grain of the same film that no frame of it shows."""

    name: str
    clean: Sequence[FloatArray]
    grain: Sequence[FloatArray]
    more: FloatArray

    @cached_property
    def shown(self) -> list[FloatArray]:
        """The frames as they were scanned, in 10 bits."""
        top = np.float32(1 / CODE_STEP)
        pairs = zip(self.clean, self.grain, strict=True)
        return [np.asarray(np.rint((a + b) * top) / top, np.float32) for a, b in pairs]

    @cached_property
    def flows(self) -> dict[int, FloatArray]:
        """The way `(H, W, 2)` from the middle frame to the one before and after, found on the pictures."""
        pictures = {o: search_picture(luma(self.clean[MIDDLE + o])) for o in (-1, 0, 1)}
        shape = self.clean[0].shape[1:]
        return {o: to_full_size(estimate(pictures[0], pictures[o]), shape) for o in (-1, 1)}


def demo_film(shot: int, seed: int, amount: float) -> Film:
    """Five frames of a shot of the demo's clips (`app.jobs.clips.CLIPS`), with so much grain."""
    clips = Clips(*SIZE, 24)
    first = 24 * shot + 9
    return grainy(f"shot {shot}", [clips.frame(first + t) for t in range(FRAMES)], seed, amount)


def clip_film(path: Path, seed: int, amount: float) -> Film:
    """Five frames from the middle of a clip, or of a folder of pictures. MediaError where it is too short."""
    frames = _pictures(path) if path.is_dir() else _decoded(path)
    if len(frames) < FRAMES:
        raise MediaError(f"{path} has {len(frames)} frames; the linter's bench needs {FRAMES}")
    first = (len(frames) - FRAMES) // 2
    return grainy(path.name, frames[first : first + FRAMES], seed, amount)


def as_it_is(path: Path) -> list[FloatArray]:
    """Five frames of a folder of pictures, with the grain they have."""
    frames = _pictures(path)
    first = max(len(frames) - FRAMES, 0) // 2
    return frames[first : first + FRAMES]


def grainy(name: str, pictures: Sequence[FloatArray], seed: int, amount: float) -> Film:
    """Pictures `(3, H, W)` with flicker and weave, and grain of deviation `amount` beside them."""
    _, height, width = pictures[0].shape
    damager = Damager(DamageRecipe().only(("flicker", "weave")), seed, (width, height), len(pictures))
    clean = [damager.frame(t, torch.from_numpy(np.ascontiguousarray(p))).base.numpy() for t, p in enumerate(pictures)]
    made = [
        grain(picture, np.random.default_rng((seed, t)), amount, damager.pixels_per_mm, 0.0, 1.0)
        for t, picture in enumerate([*clean, clean[MIDDLE]])
    ]
    return Film(name, clean, made[:-1], made[-1])


def blob(rng: np.random.Generator, radius: float) -> MaskArray:
    """An uneven spot of about this radius."""
    side = int(2.6 * radius) + 3
    y, x = np.mgrid[:side, :side] - (side - 1) / 2
    angle = np.arctan2(y, x)
    swell = 0.25 * rng.random() * np.cos(2 * angle + rng.uniform(0, 6.3)) + 0.12 * np.cos(
        3 * angle + rng.uniform(0, 6.3)
    )
    spot: MaskArray = np.hypot(x, y) < radius * (1 + swell)
    return spot[spot.any(axis=1)][:, spot.any(axis=0)]


def line(rng: np.random.Generator) -> MaskArray:
    """A line scratch, three to five pixels wide."""
    return np.ones((int(rng.uniform(150, 400)), int(rng.integers(3, 6))), bool)


def _pictures(folder: Path) -> list[FloatArray]:
    found = []
    for path in sorted([*folder.glob("*.png"), *folder.glob("*.jpg")]):
        picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
        if picture is None:
            raise MediaError(f"{path} cannot be read as a picture")
        found.append(_planes(picture[..., ::-1]))
    return found


def _decoded(path: Path) -> list[FloatArray]:
    try:
        with av.open(str(path)) as container:
            frames = islice(container.decode(video=0), 60)
            return [_planes(frame.to_ndarray(format="rgb24")) for frame in frames]
    except av.FFmpegError as error:
        raise MediaError(f"{path} cannot be read as a clip: {error.strerror}") from None


def _planes(picture: np.ndarray[Any, np.dtype[Any]]) -> FloatArray:
    return np.asarray(picture.transpose(2, 0, 1), np.float32, order="C") / np.float32(255)
