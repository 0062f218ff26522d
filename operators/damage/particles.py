"""Dust, dirt and hairs: their sizes, shapes and places on one frame.

Sizes are gamma fits to 12,135 outlined objects on ten 35 mm scans at 6.8 micrometres a pixel (FilmDamageSimulator
annotations, Ivanova et al. 2022): areas in mm2 and, for hairs, thickness and length. Places are clustered by a
soft random field, as Perlin noise was found to describe them there.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract.frames import FloatArray
from operators.damage.randomness import Floats, smooth_field

_SCAN_PIXEL_MM2 = 0.0068**2


@dataclass(frozen=True, slots=True)
class Kind:
    """Gamma distribution of areas (mm2), and how many times as long as wide the objects are."""

    shape: float
    scale: float

    def area(self, rng: np.random.Generator) -> float:
        """One area in mm2."""
        return float(rng.gamma(self.shape, self.scale * _SCAN_PIXEL_MM2))


DUST = Kind(6.13, 11.0)
DIRT = Kind(2.30, 71.0)
SHORT_HAIR = Kind(2.23, 147.0)
LONG_HAIR = Kind(3.19, 337.0)
LONG_HAIR_SHARE = 0.23
HAIR_THICKNESS_MM = (0.038, 0.25)
"""Median, and deviation of its logarithm."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """How opaque a particle is, `(h, w)` 0..1, and where its upper left pixel lies in the frame."""

    alpha: FloatArray
    x: int
    y: int


def count(rng: np.random.Generator, mean: float) -> int:
    """Particles on a frame: Poisson round a gamma-distributed mean, for some frames are dirtier than others."""
    return int(rng.poisson(rng.gamma(3.0, mean / 3.0))) if mean > 0.0 else 0


def places(rng: np.random.Generator, number: int, width: int, height: int, clustering: float) -> Floats:
    """Centres `(number, 2)` (x, y), denser where a soft random field is high."""
    coarse_w, coarse_h = 48, max(2, round(48 * height / width))
    field = smooth_field(rng, coarse_w, coarse_h, 5)
    density = np.exp(clustering * field.astype(np.float64)).ravel()
    cells = rng.choice(density.size, size=number, p=density / density.sum())
    x = (cells % coarse_w + rng.random(number)) * width / coarse_w
    y = (cells // coarse_w + rng.random(number)) * height / coarse_h
    return np.stack([x, y], axis=1)


def blotch(rng: np.random.Generator, kind: Kind, centre: Floats, pixels_per_mm: float) -> Stamp:
    """A rounded, ragged spot: an ellipse whose radius is modulated by a few harmonics, with soft texture."""
    area = kind.area(rng) * pixels_per_mm**2
    aspect = float(rng.uniform(1.0, 2.0))
    # Below one pixel a speck keeps a pixel's size and pales instead (`fade`).
    radius = max(float(np.sqrt(area / np.pi)), 0.5)
    fade = min(1.0, area / (np.pi * 0.25))
    reach = int(np.ceil(radius * aspect * 1.6)) + 2
    x0, y0 = int(np.floor(centre[0])) - reach, int(np.floor(centre[1])) - reach
    yy, xx = np.mgrid[0 : 2 * reach + 1, 0 : 2 * reach + 1].astype(np.float64)
    dx, dy = xx + x0 + 0.5 - centre[0], yy + y0 + 0.5 - centre[1]
    turn = rng.uniform(0.0, np.pi)
    u = (dx * np.cos(turn) + dy * np.sin(turn)) / np.sqrt(aspect)
    v = (dy * np.cos(turn) - dx * np.sin(turn)) * np.sqrt(aspect)
    angle = np.arctan2(v, u)
    outline = np.ones_like(angle)
    for harmonic in range(2, 7):
        outline += rng.normal(0.0, 0.35 / harmonic) * np.cos(harmonic * angle + rng.uniform(0.0, 2 * np.pi))
    edge = max(1.0, 0.15 * radius)
    alpha = np.clip((radius * np.clip(outline, 0.3, 1.6) - np.hypot(u, v)) / edge + 0.5, 0.0, 1.0)
    side = 2 * reach + 1
    texture = 1.0 - 0.2 * np.abs(smooth_field(rng, side, side, 4))
    return Stamp((alpha * fade * np.clip(texture, 0.3, 1.0)).astype(np.float32), x0, y0)


def fibre(rng: np.random.Generator, centre: Floats, pixels_per_mm: float) -> Stamp:
    """A curved hair: a path whose curvature wanders, of even thickness, thinning at its ends."""
    kind = LONG_HAIR if rng.random() < LONG_HAIR_SHARE else SHORT_HAIR
    median, spread = HAIR_THICKNESS_MM
    thickness = float(rng.lognormal(np.log(median), spread))
    length = kind.area(rng) / thickness * pixels_per_mm
    path = _wandering_path(rng, max(length, 2.0)) + centre
    half = 0.5 * thickness * pixels_per_mm
    return _stroke(path, half)


def _wandering_path(rng: np.random.Generator, length: float) -> Floats:
    """Points half a pixel apart, centred on 0; the whole hair turns by about a radian or two."""
    steps = max(4, int(np.ceil(length * 2.0)))
    bend = np.cumsum(rng.normal(0.0, 1.0, steps)) / np.sqrt(steps)
    heading = rng.uniform(0.0, 2 * np.pi) + np.cumsum(bend + rng.normal(0.0, 0.8)) * 2.0 / steps
    path = np.cumsum(np.stack([np.cos(heading), np.sin(heading)], axis=1) * (length / steps), axis=0)
    return np.asarray(path - path.mean(axis=0))


def _stroke(path: Floats, half: float) -> Stamp:
    """Opacity of a line `2 * half` pixels thick along `path`, by distance to its nearest point."""
    reach = int(np.ceil(half)) + 1
    low = np.floor(path.min(axis=0)).astype(int) - reach - 1
    size = np.ceil(path.max(axis=0)).astype(int) + reach + 2 - low
    distance = np.full((int(size[1]), int(size[0])), np.inf)
    local = path - low
    cell = np.floor(local).astype(int)
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            x, y = cell[:, 0] + dx, cell[:, 1] + dy
            d = np.hypot(x + 0.5 - local[:, 0], y + 0.5 - local[:, 1])
            np.minimum.at(distance, (y, x), d)
    alpha = np.clip(half + 0.5 - distance, 0.0, 1.0) * min(1.0, 2.0 * half)
    soft = cv2.GaussianBlur(alpha.astype(np.float32), (0, 0), 0.4)
    return Stamp(np.asarray(soft, dtype=np.float32), int(low[0]), int(low[1]))
