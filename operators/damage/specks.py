"""Sprinkles: tiny specks, one to three pixels, too many to be drawn one by one."""

from __future__ import annotations

import numpy as np

from operators.contract.frames import FloatArray
from operators.damage.randomness import Floats

_REACH = 3


def sprinkled(
    rng: np.random.Generator, centres: Floats, opacity_low: float, light_share: float, width: int, height: int
) -> tuple[FloatArray, FloatArray]:
    """Opacity `(height, width)` of the dark and of the light specks around `centres` `(n, 2)` (x, y).

    Radii are 0.5 to 1.8 pixels, most of them small; a speck below a pixel pales instead of vanishing.
    """
    number = len(centres)
    radius = 0.5 + 1.3 * rng.beta(1.2, 3.0, number)
    stretch = np.exp(rng.normal(0.0, 0.25, number))
    turn = rng.uniform(0.0, np.pi, number)
    opacity = opacity_low + (1.0 - opacity_low) * rng.beta(2.0, 1.2, number)
    light = rng.random(number) < light_share
    corner = np.floor(centres).astype(int)
    steps = np.arange(-_REACH, _REACH + 1)
    dx = (steps[None, None, :] + 0.5) - (centres[:, 0] - corner[:, 0])[:, None, None]
    dy = (steps[None, :, None] + 0.5) - (centres[:, 1] - corner[:, 1])[:, None, None]
    cos, sin = np.cos(turn)[:, None, None], np.sin(turn)[:, None, None]
    u, v = (dx * cos + dy * sin) * stretch[:, None, None], (dy * cos - dx * sin) / stretch[:, None, None]
    alpha = np.clip(radius[:, None, None] + 0.5 - np.hypot(u, v), 0.0, 1.0) * opacity[:, None, None]
    rows = corner[:, 1, None, None] + steps[None, :, None] + 0 * steps[None, None, :]
    columns = corner[:, 0, None, None] + steps[None, None, :] + 0 * steps[None, :, None]
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    fields = []
    for wanted in (~light, light):
        field = np.zeros((height, width), np.float32)
        chosen = inside & wanted[:, None, None]
        np.maximum.at(field, (rows[chosen], columns[chosen]), alpha[chosen].astype(np.float32))
        fields.append(field)
    return fields[0], fields[1]
