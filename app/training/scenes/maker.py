"""Makes scenes: the same seed and index give the same scene, in any order and in any process."""

from __future__ import annotations

import numpy as np

from app.training.scenes import base
from app.training.scenes.layers import GROUPS, LAYERS
from app.training.scenes.scene import Scene
from app.training.scenes.shelf import Shelf
from operators.contract.frames import FloatArray, luma
from operators.damage.randomness import generator

CLIP_SHARE = 0.6
GREY_SHARE = 0.55
"""Most film with this kind of damage is black and white."""


class SceneMaker:
    """An endless, numbered supply of scenes of one size from one shelf."""

    def __init__(self, shelf: Shelf, size: tuple[int, int] = (256, 256), count: int = 7, seed: int = 0) -> None:
        """`size` is (width, height), `count` frames a scene. ValueError for an empty size or count."""
        if min(size) < 16 or count < 1:
            raise ValueError(f"a scene of {count} frames of {size[0]}x{size[1]} pixels is too small")
        self.shelf, self.size, self.count, self.seed = shelf, size, count, seed

    def __getitem__(self, index: int) -> Scene:
        return self.scene(index)

    def scene(self, index: int, only: str | None = None) -> Scene:
        """Scene `index`. With `only`, one of `LAYERS`, exactly that layer lies over it: for measuring false alarms;
        with '' none does.

        KeyError for a layer that there is not.
        """
        rng = generator(self.seed, "scene", index)
        clip = bool(rng.random() < CLIP_SHARE) if self.shelf.clips and self.shelf.photos else bool(self.shelf.clips)
        frames, source = (base.of_clip if clip else base.of_photo)(rng, self.shelf, self.size, self.count)
        names = _chosen(rng, clip) if only is None else (only,) if only else ()
        hard = np.zeros(frames.shape[:3], bool)
        for name in names:
            hard |= LAYERS[name](generator(self.seed, "scene", index, name), frames, self.shelf)
        frames = _printed(rng, frames)
        if rng.random() < GREY_SHARE:
            frames = np.stack([np.asarray(luma(frame.transpose(2, 0, 1))) for frame in frames])[..., None]
        return Scene(
            np.ascontiguousarray(frames, dtype=np.float32), "clip" if clip else "photo", names, hard, (source.name,)
        )


def _chosen(rng: np.random.Generator, clip: bool) -> tuple[str, ...]:
    """Which layers lie over a scene: photographs need moving things most."""
    return tuple(
        group.names[int(rng.integers(len(group.names)))]
        for group in GROUPS
        if rng.random() < (group.over_clips if clip else group.over_photos)
    )


def _printed(rng: np.random.Generator, frames: FloatArray) -> FloatArray:
    """The frames, 0..1, on a film stock of random speed and contrast: old prints are hard, and burn out."""
    out = np.clip(frames, 0.0, 1.0)
    if rng.random() < 0.6:
        gamma, contrast = float(np.exp(rng.normal(0.0, 0.3))), float(np.exp(rng.normal(0.15, 0.25)))
        middle = float(rng.uniform(0.35, 0.65))
        out = np.clip(
            (out ** np.float32(gamma) - np.float32(middle)) * np.float32(contrast) + np.float32(middle), 0, 1
        )
    return np.asarray(out, dtype=np.float32)
