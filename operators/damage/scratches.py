"""Line scratches: scored into the running film, so they live for many frames, drift, break and come in pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from operators.contract.frames import FloatArray
from operators.damage.randomness import Floats, generator, noise_along

MEAN_LIFE = 90.0
"""Frames."""


@dataclass(frozen=True, slots=True)
class Scratch:
    """One scratch. Places on the film are in frames: `start` 12.5 is the middle of frame 12.

    `x` (pixels) is where it begins, `drift` pixels a frame; `wander` and `tremble` are the deviations of its slow
    and its quick movement. `tone` is a colour (R, G, B; 0 is black, 1 white) it pulls the picture to, by at most
    `opacity`. `broken` is the share of its length that is missing. `twin` is the distance of a second line, or 0.
    `swell` is how much its depth comes and goes along the film; `lane` numbers the lines of one bundle.
    """

    key: int
    start: float
    end: float
    x: float
    drift: float
    wander: float
    tremble: float
    half_width: float
    tone: tuple[float, float, float]
    opacity: float
    broken: float
    twin: float
    swell: float = 0.0
    lane: int = 0


def scratches(seed: int, alive: float, width: int, frames: int, pixels_per_mm: float) -> tuple[Scratch, ...]:
    """All scratches of a reel of `frames` frames on which `alive` are to be seen at a time, on average."""
    rng = generator(seed, "scratches")
    lead = 2.0 * MEAN_LIFE
    expected = alive * (frames + lead) / MEAN_LIFE
    number = int(np.floor(expected + rng.random())) if alive > 0.0 else 0
    return tuple(_scratch(rng, -lead, float(frames), width, pixels_per_mm) for _ in range(number))


def _scratch(rng: np.random.Generator, earliest: float, latest: float, width: int, pixels_per_mm: float) -> Scratch:
    start = float(rng.uniform(earliest, latest))
    half_width = 0.5 * float(rng.lognormal(np.log(0.028), 0.4)) * pixels_per_mm
    return Scratch(
        key=int(rng.integers(1, 2**31)),
        start=start,
        end=start + float(rng.gamma(2.0, MEAN_LIFE / 2.0)),
        x=float(rng.uniform(0.03, 0.97)) * width,
        drift=float(rng.normal(0.0, 0.0004)) * width,
        wander=float(rng.uniform(0.0005, 0.004)) * width,
        tremble=float(rng.uniform(0.1, 0.35)),
        half_width=float(np.clip(half_width, 0.45, 0.006 * width + 0.45)),
        tone=_tone(rng),
        opacity=float(rng.uniform(0.25, 0.8)),
        broken=float(rng.choice([0.0, rng.uniform(0.05, 0.5)])),
        twin=float(rng.uniform(4.0, 9.0)) * half_width + 2.0 if rng.random() < 0.2 else 0.0,
    )


def tramlines(seed: int, alive: float, width: int, frames: int, pixels_per_mm: float) -> tuple[Scratch, ...]:
    """Bundles of fine lines from one rough roller: they move as one, but each has its own depth."""
    lines: list[Scratch] = []
    for number, leader in enumerate(scratches(seed ^ 0x7A3, alive, width, frames, pixels_per_mm)):
        rng = generator(seed, "tramlines", number)
        gap = max(0.05 * pixels_per_mm * float(rng.uniform(0.6, 4.0)), 3.0)
        place = leader.x
        for lane in range(int(rng.integers(3, 10))):
            line = replace(
                leader,
                x=place,
                half_width=max(leader.half_width * float(rng.uniform(0.4, 0.9)), 0.4),
                opacity=leader.opacity * float(rng.uniform(0.25, 0.9)),
                swell=float(rng.uniform(0.3, 1.0)),
                lane=lane,
                twin=0.0,
            )
            lines.append(line)
            place += gap * float(rng.uniform(0.4, 1.8))
    return tuple(lines)


def _tone(rng: np.random.Generator) -> tuple[float, float, float]:
    """Black (base side of a print), white (a negative's) or the colour of the emulsion layer laid bare."""
    kind = rng.choice(["dark", "light", "coloured"], p=[0.45, 0.4, 0.15])
    if kind == "dark":
        return 0.02, 0.02, 0.02
    if kind == "light":
        return 0.96, 0.96, 0.96
    green, yellow, blue = (0.35, 0.85, 0.40), (0.95, 0.90, 0.35), (0.30, 0.45, 0.95)
    return (green, yellow, blue)[int(rng.integers(3))]


def opacities(
    all_scratches: tuple[Scratch, ...], t: int, width: int, height: int
) -> Iterator[tuple[Scratch, slice, FloatArray]]:
    """Where each scratch that touches frame `t` lies: itself, the columns, and opacity `(height, columns)`."""
    rows = (np.arange(height) + 0.5) / height
    film = t + rows
    for scratch in all_scratches:
        present = _presence(scratch, film, height)
        if not present.any():
            continue
        centre = _position(scratch, film, height)
        for offset, strength in ((0.0, 1.0), (scratch.twin, 0.7))[: 2 if scratch.twin else 1]:
            line = centre + offset
            first = max(int(np.floor(line.min() - 3 * scratch.half_width)) - 2, 0)
            last = min(int(np.ceil(line.max() + 3 * scratch.half_width)) + 2, width)
            if first >= last:
                continue
            columns = np.arange(first, last) + 0.5
            profile = np.exp(-0.5 * ((columns[None, :] - line[:, None]) / (0.8 * scratch.half_width)) ** 2)
            alpha = scratch.opacity * strength * present[:, None] * profile
            yield scratch, slice(first, last), alpha.astype(np.float32)


def _presence(scratch: Scratch, film: Floats, height: int) -> Floats:
    """How deep the scratch is at each row, 0..1: nothing before its start, after its end and in its breaks."""
    soft = height / 6.0
    ends = np.clip((film - scratch.start) * soft, 0.0, 1.0) * np.clip((scratch.end - film) * soft, 0.0, 1.0)
    if scratch.swell > 0.0:
        depth = 1.0 + scratch.swell * noise_along(film * 0.9, scratch.key + 3 + scratch.lane)
        ends = ends * np.clip(depth, 0.0, 1.0)
    if scratch.broken == 0.0:
        return np.asarray(ends)
    # Breaks last about a fifth of a frame. The noise, scaled, spreads over -1..1: `broken` of it is below 2 b - 1.
    depth = noise_along(film * 5.0, scratch.key) * 0.58 - (2.0 * scratch.broken - 1.0)
    return np.asarray(ends * np.clip(depth * 6.0, 0.0, 1.0))


def _position(scratch: Scratch, film: Floats, height: int) -> Floats:
    age = film - scratch.start
    slow = scratch.wander * noise_along(film / 14.0, scratch.key + 1)
    quick = scratch.tremble * noise_along(film * height / 40.0, scratch.key + 2)
    return np.asarray(scratch.x + scratch.drift * age + slow + quick)
