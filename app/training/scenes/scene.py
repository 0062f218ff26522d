"""Scenes: a few clean frames of film in which things move, with a note of what in them is easily taken for dirt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.training.scenes.shelf import Shelf
from operators.contract.frames import FloatArray, MaskArray

Layer = Callable[[np.random.Generator, FloatArray, Shelf], MaskArray]
"""Paints into frames `(N, H, W, 3)` and answers where, `(N, H, W)` bool."""


@dataclass(frozen=True, slots=True)
class Scene:
    """`frames` float32 `(N, H, W, C)`, 0..1, C 1 or 3: clean and consecutive. `kind` is "clip" or "photo".

    `tags` name the layers that are film content but look like damage (`LAYERS`), `hard` `(N, H, W)` bool is where
    they lie. `sources` are the names of the sources it was made from.
    """

    frames: FloatArray
    kind: str
    tags: tuple[str, ...]
    hard: MaskArray
    sources: tuple[str, ...]
