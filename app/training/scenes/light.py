"""Light and air that change from frame to frame: water, glints, smoke, shadows, lamps, flashes."""

from __future__ import annotations

import cv2
import numpy as np

from app.training.scenes.objects import outline
from app.training.scenes.shelf import Shelf
from operators.contract.frames import FloatArray, MaskArray, luma
from operators.damage.randomness import smooth_field, wandering


def _area(rng: np.random.Generator, width: int, height: int) -> FloatArray:
    """A soft part of the frame `(height, width)`, 0..1: its foot, its whole, or a pond somewhere."""
    kind = rng.random()
    if kind < 0.5:
        shore = height * rng.uniform(0.1, 0.7) + 0.08 * height * smooth_field(rng, width, 2, 4)[:1]
        rows = np.arange(height, dtype=np.float32)[:, None]
        return np.asarray(np.clip((rows - shore) / 6.0, 0.0, 1.0), dtype=np.float32)
    if kind < 0.65:
        return np.ones((height, width), np.float32)
    field = smooth_field(rng, width, height, 3)
    return np.asarray(np.clip((field - rng.uniform(-0.3, 0.5)) * 8.0, 0.0, 1.0), dtype=np.float32)


def water(rng: np.random.Generator, frames: FloatArray, _: Shelf) -> MaskArray:
    """Ripples that bend what lies below and throw glints of light where they are steep."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    area = _area(rng, width, height)
    yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
    # Farther rows are seen flatter: waves are shorter up and down than across.
    flat, base = float(rng.uniform(1.0, 4.0)), float(np.exp(rng.uniform(np.log(8.0), np.log(40.0))))
    turns = rng.uniform(0, 2 * np.pi, 6)
    lengths = base * np.exp(rng.normal(0.0, 0.5, 6))
    kx, ky = 2 * np.pi * np.cos(turns) / lengths, 2 * np.pi * flat * np.sin(turns) / lengths
    pace, phase = rng.normal(0.0, 0.9, 6), rng.uniform(0, 2 * np.pi, 6)
    bend, glitter = float(rng.uniform(0.0, 3.0)), float(rng.uniform(1.2, 2.4))
    strength, sharp = float(rng.uniform(0.3, 1.2)), float(rng.uniform(0.5, 4.0))
    # A wave's phase at place and time is the sum of the two: each needs its sine and cosine only once.
    warp = 2.0 * smooth_field(rng, width, height, 6)
    places = [np.asarray(a * xx + b * yy + c + warp, np.float32) for a, b, c in zip(kx, ky, phase, strict=True)]
    waves = [cv2.polarToCart(np.ones_like(place), place) for place in places]
    for t in range(count):
        slope = np.zeros((height, width), np.float32)
        for (cos, sin), turn in zip(waves, pace * t, strict=True):
            slope += np.float32(np.cos(turn)) * cos - np.float32(np.sin(turn)) * sin
        shift = np.float32(bend) * slope * area
        moved = cv2.remap(frames[t], xx + shift, yy + 0.5 * shift, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
        glint = np.clip((slope - np.float32(glitter * 1.7)) * np.float32(sharp), 0.0, 1.0) * area
        frames[t] = moved + (np.float32(strength) * glint)[:, :, None]
        seen[t] = (glint * strength > 0.08) | (np.abs(shift) > 0.7)
    return seen


def speculars(rng: np.random.Generator, frames: FloatArray, _: Shelf) -> MaskArray:
    """Glints that stay in one place, drift a little, and come and go within a frame or two; some with rays."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    bright = (
        cv2.GaussianBlur(luma(frames[count // 2].transpose(2, 0, 1)), (0, 0), 3.0).astype(np.float64).ravel() + 0.05
    )
    number = int(np.exp(rng.uniform(np.log(3), np.log(60))))
    spots = rng.choice(bright.size, size=number, p=bright / bright.sum())
    places = np.stack([spots % width, spots // width], axis=1) + rng.random((number, 2))
    drift = rng.normal(0.0, 0.8, 2)
    size = np.exp(rng.uniform(np.log(0.5), np.log(3.5), number))
    for k in range(number):
        lit = np.clip(wandering(rng, count, float(rng.uniform(0.0, 0.7))) - 0.3, 0.0, 1.5)
        rays = rng.random() < 0.25
        reach = int(np.ceil(size[k] * (7.0 if rays else 3.5))) + 1
        offsets = np.arange(-reach, reach + 1, dtype=np.float32)
        for t in np.flatnonzero(lit > 0.05):
            x, y = places[k] + drift * t
            cx, cy = int(np.floor(x)), int(np.floor(y))
            x0, y0, x1, y1 = (
                max(cx - reach, 0),
                max(cy - reach, 0),
                min(cx + reach + 1, width),
                min(cy + reach + 1, height),
            )
            if x0 >= x1 or y0 >= y1:
                continue
            dx, dy = (offsets - (x - cx))[None, :] / size[k], (offsets - (y - cy))[:, None] / size[k]
            spot = np.exp(-0.5 * (dx**2 + dy**2))
            if rays:
                spot = spot + 0.6 * (
                    np.exp(-8.0 * dx**2 - 0.4 * np.abs(dy)) + np.exp(-8.0 * dy**2 - 0.4 * np.abs(dx))
                )
            part = (lit[t] * spot)[y0 - cy + reach : y1 - cy + reach, x0 - cx + reach : x1 - cx + reach]
            frames[t, y0:y1, x0:x1] += part.astype(np.float32)[:, :, None]
            seen[t, y0:y1, x0:x1] |= part > 0.08
    return seen


def smoke(rng: np.random.Generator, frames: FloatArray, _: Shelf) -> MaskArray:
    """Two layers of cloud that drift over one another, light or dark, thick or thin."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    big = (2 * width, 2 * height)
    clouds = [
        (smooth_field(rng, *big, cells), rng.normal(0.0, 4.0, 2), rng.uniform(0.2, 0.8, 2))
        for cells in (int(rng.integers(3, 8)), int(rng.integers(9, 30)))
    ]
    tone, thick = np.float32(rng.choice([0.08, 0.5, 0.9])), np.float32(rng.uniform(0.25, 0.8))
    floor = np.float32(rng.uniform(-0.6, 0.8))
    for t in range(count):
        density = np.zeros((height, width), np.float32)
        for (field, speed, start), weight in zip(clouds, (0.7, 0.4), strict=True):
            x, y = start * (width, height) + speed * (t - count // 2)
            there = np.array([[1.0, 0.0, x], [0.0, 1.0, y]])
            part = cv2.warpAffine(
                field,
                there,
                (width, height),
                flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_REFLECT,
            )
            density += np.float32(weight) * part
        alpha = thick * np.clip((density - floor) * np.float32(0.9), 0.0, 1.0)
        frames[t] += alpha[:, :, None] * (tone - frames[t])
        seen[t] = alpha > 0.08
    return seen


def shadows(rng: np.random.Generator, frames: FloatArray, _: Shelf) -> MaskArray:
    """Shadows, or patches of light, that sweep over the scene; it shows through them."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    for _number in range(int(rng.integers(1, 4))):
        w, h = (int(np.exp(rng.uniform(np.log(8.0), np.log(0.9 * side)))) for side in (width, height))
        shape = cv2.GaussianBlur(outline(rng, w, h), (0, 0), float(rng.uniform(0.5, 5.0)))
        gain = np.float32(rng.uniform(0.3, 0.8) if rng.random() < 0.7 else rng.uniform(1.2, 1.8))
        middle = rng.uniform((0, 0), (width, height)) - (w / 2.0, h / 2.0)
        speed = rng.normal(0.0, 1.0, 2) * 10.0 * rng.lognormal(0.0, 0.6)
        for t in range(count):
            x, y = middle + speed * (t - count // 2)
            alpha = cv2.warpAffine(shape, np.array([[1.0, 0.0, x], [0.0, 1.0, y]]), (width, height))
            frames[t] *= 1.0 + (gain - 1.0) * alpha[:, :, None]
            seen[t] |= alpha > 0.08
    return seen


def lamps(rng: np.random.Generator, frames: FloatArray, _: Shelf) -> MaskArray:
    """Lamps and fires whose light on the scene is unsteady, some with a visible bulb that goes on and off."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
    for _number in range(int(rng.integers(1, 4))):
        x, y = rng.uniform((0, 0), (width, height))
        distance = np.hypot(xx - np.float32(x), yy - np.float32(y))
        reach = np.float32(rng.uniform(0.1, 0.6) * width)
        pool = np.exp(-0.5 * (distance / reach) ** 2)
        bulb = np.clip(np.float32(rng.uniform(1.0, 6.0)) + 0.5 - distance, 0.0, 1.0) * np.float32(rng.random() < 0.5)
        depth = float(rng.uniform(0.1, 0.7))
        level = 1.0 + depth * wandering(rng, count, float(rng.uniform(0.0, 0.8)))
        if rng.random() < 0.3:
            level = np.where(rng.random(count) < 0.4, 1.0, 1.0 + depth)
        for t in range(count):
            change = np.float32(np.clip(level[t], 0.4, 2.5) - 1.0)
            frames[t] *= 1.0 + change * pool[:, :, None]
            frames[t] += (bulb * max(change + np.float32(0.3), np.float32(0.0)))[:, :, None]
            seen[t] |= (np.abs(change) * pool > 0.08) | (bulb > 0.1)
    return seen


def flash(rng: np.random.Generator, frames: FloatArray, _: Shelf) -> MaskArray:
    """Lightning, a photographer's flash, an explosion: one frame or two far brighter, all over or round one place."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    pool = np.ones((height, width), np.float32)
    if rng.random() < 0.5:
        yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
        x, y = rng.uniform((0, 0), (width, height)).astype(np.float32)
        pool = np.exp(-0.5 * np.hypot(xx - x, yy - y) ** 2 / np.float32(rng.uniform(0.08, 0.5) * width) ** 2)
    # At the middle frame more often than not, for that is the one a detector judges.
    start = count // 2 if rng.random() < 0.6 else int(rng.integers(count))
    gain, lift = np.float32(rng.uniform(0.15, 1.4)), np.float32(rng.uniform(0.0, 0.3))
    for t, fading in zip(range(start, count), (1.0, float(rng.choice([0.0, 0.4, 0.8]))), strict=False):
        frames[t] += np.float32(fading) * pool[:, :, None] * (gain * frames[t] + lift)
        seen[t] = fading * pool > 0.08
    return seen
