"""The ground of a scene: a window of a real clip, or a photograph under a moving camera."""

from __future__ import annotations

import numpy as np

from app.training.scenes.camera import cut, pyramid_level, random_path, seen
from app.training.scenes.shelf import Bytes, Shelf
from app.training.sources import Source
from operators.contract.frames import FloatArray
from operators.damage.randomness import Floats


def choose(rng: np.random.Generator, listed: list[Source]) -> Source:
    """One of the sources."""
    return listed[int(rng.integers(len(listed)))]


def of_clip(rng: np.random.Generator, shelf: Shelf, size: tuple[int, int], count: int) -> tuple[FloatArray, Source]:
    """`count` frames `(N, H, W, 3)` of a clip: every first to fourth, forwards or back, cropped, flipped, scaled."""
    source = choose(rng, shelf.clips)
    clip = shelf.clip(source)
    window = _window(rng, clip, shelf.lively[source.name], count)
    height, width = clip.shape[1:3]
    largest = min(width / size[0], height / size[1])
    scale = _scale(rng, largest)
    if scale <= 1.35 and rng.random() < 0.45:
        # A hand-held or panning camera over the moving scene; more of the clip in one pixel would alias.
        half = (scale * size[0] / 2.0, scale * size[1] / 2.0)
        place = tuple(
            float(rng.uniform(min(h, s / 2), max(s - h, s / 2))) for h, s in zip(half, (width, height), strict=True)
        )
        path = random_path(rng, (place[0], place[1]), 3.0, int(rng.integers(1, 2**31)))
        frames = np.stack([seen(frame, path, scale, t, size) for t, frame in enumerate(window)])
    else:
        side = (min(round(size[0] * scale), width), min(round(size[1] * scale), height))
        x, y = int(rng.integers(width - side[0] + 1)), int(rng.integers(height - side[1] + 1))
        frames = cut(window, x, y, side, size)
    return _flipped(rng, frames), source


def _window(rng: np.random.Generator, clip: Bytes, change: Floats, count: int) -> Bytes:
    step = int(rng.choice([1, 2, 3, 4], p=[0.5, 0.25, 0.15, 0.1]))
    step = max(1, min(step, (len(clip) - 1) // max(count - 1, 1)))
    span = (count - 1) * step + 1
    if span > len(clip):
        raise ValueError(f"a clip of {len(clip)} frames is too short for a scene of {count}")
    # Half of the windows where most moves, for much of every clip stands still.
    starts = len(clip) - span + 1
    start = int(rng.integers(starts))
    if rng.random() < 0.5:
        weight = np.array([change[s : s + span - 1].mean() if span > 1 else 1.0 for s in range(starts)]) ** 2
        start = int(rng.choice(starts, p=weight / weight.sum()))
    window = clip[start : start + span : step]
    return window[::-1] if rng.random() < 0.5 else window


def _scale(rng: np.random.Generator, largest: float) -> float:
    """Source pixels a scene pixel: native for the grain of edges, more for sharp small things, less for soft film."""
    way = rng.random()
    if way < 0.4:
        return min(1.0, largest)
    if way < 0.8:
        return float(rng.uniform(min(1.0, largest), largest))
    return float(rng.uniform(0.55, 1.0)) * min(1.0, largest)


def of_photo(rng: np.random.Generator, shelf: Shelf, size: tuple[int, int], count: int) -> tuple[FloatArray, Source]:
    """`count` frames `(N, H, W, 3)` of a photograph under a moving camera with an open shutter."""
    source = choose(rng, shelf.photos)
    levels = shelf.pyramid(source)
    height, width = levels[0].shape[:2]
    largest = min(width / size[0], height / size[1])
    whole_scale = float(np.exp(rng.uniform(np.log(min(0.6, largest)), np.log(max(largest, 0.61)))))
    picture, scale = pyramid_level(levels, whole_scale)
    height, width = picture.shape[:2]
    half = (scale * size[0] / 2.0, scale * size[1] / 2.0)
    x, y = (float(rng.uniform(min(h, s / 2), max(s - h, s / 2))) for h, s in zip(half, (width, height), strict=True))
    path = random_path(rng, (x, y), 4.0, int(rng.integers(1, 2**31)))
    frames = np.stack([seen(picture, path, scale, t - count // 2, size) for t in range(count)])
    return _flipped(rng, frames), source


def _flipped(rng: np.random.Generator, frames: FloatArray) -> FloatArray:
    if rng.random() < 0.5:
        frames = frames[:, :, ::-1]
    if rng.random() < 0.08:
        frames = frames[:, ::-1]
    return np.ascontiguousarray(frames)
