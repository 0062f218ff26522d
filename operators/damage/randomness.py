"""Randomness that can be asked for in any order: keyed generators, and noise that is a function of place."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

import cv2
import numpy as np

from operators.contract.frames import FloatArray

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def generator(seed: int, *key: str | int) -> np.random.Generator:
    """A generator that depends on `seed` and `key` alone, so that frame 90 needs no frame 89."""
    text = "/".join(str(part) for part in (seed, *key))
    digest = blake2b(text.encode(), digest_size=16).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest, "little")))


def noise_along(place: Floats, key: int) -> Floats:
    """Smooth noise of unit cell, mean 0 and about unit deviation, at any `place` on an endless line.

    Values at whole numbers come from a hash of the number (splitmix64), those between from a cubic blend:
    Perlin's value noise (SIGGRAPH 1985) in one dimension.
    """
    cell = np.floor(place)
    fraction = place - cell
    blend = fraction * fraction * (3.0 - 2.0 * fraction)
    index = cell.astype(np.int64)
    value = _hashed(index, key) * (1.0 - blend) + _hashed(index + 1, key) * blend
    # A uniform value in -1..1 has deviation 0.577, blending takes it to 0.51 on average.
    return np.asarray(value / 0.51)


def _hashed(index: np.ndarray[Any, np.dtype[np.int64]], key: int) -> Floats:
    x = index.astype(np.uint64) + np.uint64((key * 0x9E3779B97F4A7C15) % 2**64)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    x = x ^ (x >> np.uint64(31))
    return np.asarray((x >> np.uint64(11)).astype(np.float64) / 2.0**52 - 1.0)


def wandering(rng: np.random.Generator, length: int, memory: float) -> Floats:
    """A first-order autoregressive walk of unit deviation: `memory` is its correlation from frame to frame."""
    steps = rng.normal(0.0, np.sqrt(1.0 - memory * memory), length)
    walk = np.empty(length)
    value = rng.normal()
    for t, step in enumerate(steps):
        value = memory * value + step
        walk[t] = value
    return walk


def smooth_field(rng: np.random.Generator, width: int, height: int, cells: int) -> FloatArray:
    """A soft random field `(height, width)` of unit deviation, `cells` bumps across."""
    rows = max(2, round(cells * height / width) + 1)
    coarse = rng.normal(0.0, 1.0, (rows, cells + 1)).astype(np.float32)
    field = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(field, dtype=np.float32)
