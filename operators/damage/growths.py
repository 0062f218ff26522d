"""Rarer marks: abrasions, clouds of smut, mould that branches, finger marks, cue marks; all are stamps."""

from __future__ import annotations

import cv2
import numpy as np

from operators.contract.frames import FloatArray
from operators.damage.particles import Kind, Stamp, blotch
from operators.damage.randomness import Floats, generator, smooth_field

_FIXED = 4
"""Bits of a pixel's fraction in OpenCV's drawing calls."""


STAIN_MM2 = (0.01, 0.5)
"""Least and greatest area of a stain."""


def stain(rng: np.random.Generator, centre: Floats, pixels_per_mm: float) -> Stamp:
    """A large ragged blotch of any tone: dried water, glue, lifted emulsion. Half of them are mottled."""
    area = float(np.exp(rng.uniform(*np.log(STAIN_MM2))))
    # A gamma distribution of so high a shape is all but a constant.
    sharp = Kind(1e6, area / 0.0068**2 / 1e6)
    stamp = blotch(rng, sharp, centre, pixels_per_mm)
    if rng.random() < 0.5:
        return stamp
    height, width = stamp.alpha.shape
    mottle = smooth_field(rng, width, height, max(min(height, width) // 6, 2))
    holes = np.clip(0.5 + 1.5 * (mottle.astype(np.float32) + np.float32(rng.uniform(0.0, 1.0))), 0.0, 1.0)
    return Stamp(np.asarray(stamp.alpha * holes, np.float32), stamp.x, stamp.y)


def abrasion(rng: np.random.Generator, centre: Floats, pixels_per_mm: float) -> Stamp:
    """A straight or slightly bent scratch on one frame, mostly along the film.

    Lengths and widths as measured on ten scans: median 1.65 mm and 0.054 mm.
    """
    length = float(rng.lognormal(np.log(1.65), 0.7)) * pixels_per_mm
    half = 0.5 * max(float(rng.lognormal(np.log(0.04), 0.4)) * pixels_per_mm, 0.9)
    heading = np.pi / 2 + (rng.normal(0.0, 0.12) if rng.random() < 0.7 else rng.uniform(-1.6, 1.6))
    along = np.linspace(-0.5, 0.5, max(4, int(length / 4))) * length
    bend = rng.normal(0.0, 0.03) * length * (2.0 * along / max(length, 1.0)) ** 2
    x = along * np.cos(heading) - bend * np.sin(heading)
    y = along * np.sin(heading) + bend * np.cos(heading)
    depth = np.clip(1.2 - np.abs(np.linspace(-1.0, 1.0, len(x))) ** 2, 0.2, 1.0)
    return _drawn([np.stack([x, y], axis=1) + centre], [half * depth])


def smut(rng: np.random.Generator, centre: Floats, pixels_per_mm: float) -> Stamp:
    """A cloud of fine bits over a soft smudge."""
    radius = float(rng.lognormal(np.log(0.35), 0.5)) * pixels_per_mm
    reach = int(np.clip(np.ceil(2.0 * radius), 4, 160))
    side = 2 * reach + 1
    yy, xx = np.mgrid[-reach : reach + 1, -reach : reach + 1].astype(np.float32) / np.float32(max(radius, 1.0))
    cloud = np.exp(-0.7 * (xx**2 * rng.uniform(0.5, 2.0) + yy**2) * (1.0 + 0.4 * smooth_field(rng, side, side, 3)))
    bits = cv2.GaussianBlur(
        rng.standard_normal((side, side), dtype=np.float32), (0, 0), max(0.012 * pixels_per_mm, 0.7)
    )
    bits = np.clip(bits / max(float(bits.std()), 1e-6) - 1.0, 0.0, 1.0)
    alpha = np.clip(cloud * (0.15 + 0.95 * bits) - 0.03, 0.0, 1.0)
    return _placed(alpha, centre, reach)


def mould(rng: np.random.Generator, centre: Floats, pixels_per_mm: float) -> Stamp:
    """Threads that branch outwards from one spore, as fungus grows in the emulsion."""
    length = float(rng.lognormal(np.log(0.5), 0.5)) * pixels_per_mm
    half = 0.5 * max(float(rng.lognormal(np.log(0.02), 0.35)) * pixels_per_mm, 0.8)
    paths: list[Floats] = []
    widths: list[Floats] = []
    waiting = [(centre, float(a), length, half) for a in rng.uniform(0.0, 2 * np.pi, int(rng.integers(3, 8)))]
    while waiting and len(paths) < 60:
        start, heading, reach, thick = waiting.pop(0)
        steps = max(3, int(np.clip(reach / 3.0, 3, 40)))
        turns = heading + np.cumsum(rng.normal(0.0, 0.22, steps))
        way = np.cumsum(np.stack([np.cos(turns), np.sin(turns)], axis=1) * (reach / steps), axis=0)
        # From the parent thread itself, or the branch would float beside it.
        paths.append(np.concatenate([start[None], start + way]))
        widths.append(np.linspace(thick, 0.6 * thick, steps + 1))
        if reach > 0.22 * length:
            for at in rng.integers(1, steps, int(rng.integers(1, 4))):
                side = float(rng.choice([-1.0, 1.0]) * rng.uniform(0.4, 1.1))
                waiting.append(
                    (start + way[at], float(turns[at]) + side, reach * float(rng.uniform(0.35, 0.65)), 0.75 * thick)
                )
    return _drawn(paths, widths)


def finger(rng: np.random.Generator, centre: Floats, pixels_per_mm: float) -> Stamp:
    """Part of a finger's mark: ridges half a millimetre apart, unevenly pressed."""
    reach = int(np.clip(rng.uniform(1.2, 4.0) * pixels_per_mm, 12, 150))
    side = 2 * reach + 1
    yy, xx = np.mgrid[-reach : reach + 1, -reach : reach + 1].astype(np.float32)
    warp = smooth_field(rng, side, side, 3)
    turn = rng.uniform(0.0, np.pi)
    core = rng.uniform(-0.8, 0.8, 2) * reach
    distance = np.hypot(xx - core[0], (yy - core[1]) * 1.3) * 0.6 + 0.4 * (xx * np.cos(turn) + yy * np.sin(turn))
    ridges = np.clip(np.sin(2 * np.pi * distance / (0.45 * pixels_per_mm) + 1.5 * warp) * 1.5, 0.0, 1.0)
    pressed = np.clip(1.3 - np.hypot(xx / 0.75, yy) / reach * 1.3 + 0.35 * smooth_field(rng, side, side, 5), 0.0, 1.0)
    return _placed((ridges * pressed * 0.5).astype(np.float32), centre, reach)


def cue_mark(seed: int, per_thousand: float, t: int, width: int, height: int) -> tuple[Stamp, float] | None:
    """The cue mark on frame `t`, if there is one, and its tone 0 or 1: a hole at the top right on four frames."""
    for start in range(t - 3, t + 1):
        rng = generator(seed, "cue", start)
        if rng.random() >= per_thousand / 1000.0:
            continue
        x, y = rng.uniform(0.86, 0.94) * width, rng.uniform(0.07, 0.14) * height
        radius = rng.uniform(0.015, 0.03) * height
        squeeze = float(rng.choice([1.0, rng.uniform(1.2, 2.0)]))
        tone = float(rng.random() < 0.6)
        reach = int(np.ceil(radius * squeeze)) + 2
        x0, y0 = int(np.floor(x)) - reach, int(np.floor(y)) - reach
        yy, xx = np.mgrid[0 : 2 * reach + 1, 0 : 2 * reach + 1] + 0.5
        distance = np.hypot((xx + x0 - x), (yy + y0 - y) / squeeze)
        wobble = generator(seed, "cue edge", t)
        edge = radius * (1.0 + 0.04 * wobble.standard_normal())
        return Stamp(np.clip(edge + 0.5 - distance, 0.0, 1.0).astype(np.float32), x0, y0), tone
    return None


def softened(stamp: Stamp, sigma: float) -> Stamp:
    """The same particle out of focus: wider and paler."""
    grown = int(np.ceil(2.5 * sigma))
    alpha = cv2.copyMakeBorder(stamp.alpha, grown, grown, grown, grown, cv2.BORDER_CONSTANT, value=0.0)
    blurred = cv2.GaussianBlur(alpha, (0, 0), sigma, borderType=cv2.BORDER_CONSTANT)
    return Stamp(np.asarray(blurred, dtype=np.float32), stamp.x - grown, stamp.y - grown)


def rim(stamp: Stamp, width: float) -> Stamp:
    """Only the outline of a particle, `width` pixels thick: light bends round a drop or a blister."""
    reach = max(1, round(width))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    inner = cv2.erode(stamp.alpha, kernel, borderType=cv2.BORDER_CONSTANT, borderValue=0.0)
    return Stamp(np.asarray(np.clip(stamp.alpha - inner, 0.0, 1.0), dtype=np.float32), stamp.x, stamp.y)


def _placed(alpha: FloatArray, centre: Floats, reach: int) -> Stamp:
    return Stamp(
        np.asarray(alpha, dtype=np.float32), int(np.floor(centre[0])) - reach, int(np.floor(centre[1])) - reach
    )


def _drawn(paths: list[Floats], halves: list[Floats]) -> Stamp:
    """Lines of changing thickness, drawn twice as big and brought down, with soft edges."""
    everything = np.concatenate(paths)
    margin = int(np.ceil(max(float(half.max()) for half in halves))) + 2
    low = np.floor(everything.min(axis=0)).astype(int) - margin
    # A mark bigger than this is cut: it would leave any frame.
    size = np.minimum(np.ceil(everything.max(axis=0)).astype(int) + margin - low + 1, 2048)
    canvas = np.zeros((int(size[1]) * 2, int(size[0]) * 2), np.uint8)
    for path, half in zip(paths, halves, strict=True):
        points = np.round((path - low) * 2.0 * 2**_FIXED).astype(np.int32)
        thick = np.maximum(np.round(4.0 * half), 1).astype(int)
        for a, b, t in zip(points[:-1], points[1:], thick[:-1], strict=True):
            cv2.line(canvas, a.tolist(), b.tolist(), 255, int(t), cv2.LINE_AA, _FIXED)
    alpha = cv2.resize(canvas, (int(size[0]), int(size[1])), interpolation=cv2.INTER_AREA)
    return Stamp(alpha.astype(np.float32) / np.float32(255.0), int(low[0]), int(low[1]))
