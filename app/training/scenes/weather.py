"""Many small things in the air: rain, snow, leaves, confetti, birds, sparks; each on its own way."""

from __future__ import annotations

import cv2
import numpy as np

from app.training.scenes.base import choose
from app.training.scenes.objects import SEEN
from app.training.scenes.shelf import Bytes, Shelf
from operators.contract.frames import FloatArray, MaskArray
from operators.damage.randomness import Floats

_FIXED = 4
_ONE = 2**_FIXED


def _lay(frame: FloatArray, canvas: Bytes, colour: Floats, opacity: float, blur: float = 0.0) -> MaskArray:
    """Lays one colour through a drawn canvas over a frame; answers where."""
    soft = cv2.GaussianBlur(canvas, (0, 0), blur) if blur > 0.0 else canvas
    alpha = soft.astype(np.float32) * np.float32(opacity / 255.0)
    frame += alpha[:, :, None] * (colour.astype(np.float32) - frame)
    return np.asarray(alpha > SEEN, dtype=bool)


def _grey(rng: np.random.Generator, low: float, high: float) -> Floats:
    return np.asarray(np.clip(rng.uniform(low, high) * np.exp(rng.normal(0.0, 0.04, 3)), 0.0, 1.0))


def _start(rng: np.random.Generator, number: int, size: tuple[int, int], margin: float) -> Floats:
    """Places `(number, 2)` at the middle of the scene, in the frame and around it."""
    return np.asarray(rng.uniform((-margin, -margin), (size[0] + margin, size[1] + margin), (number, 2)))


def rain(rng: np.random.Generator, frames: FloatArray, _: Shelf) -> MaskArray:
    """Streaks that all fall one way, in two or three distances. Heavy rain outruns the frame: a drop is seen once."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    heading = np.pi / 2 + float(rng.normal(0.0, 0.25))
    shutter = float(rng.uniform(0.2, 0.9))
    colour, opacity = _grey(rng, 0.65, 1.0), float(rng.uniform(0.12, 0.6))
    for nearness in np.geomspace(1.0, 3.0, int(rng.integers(1, 4))):
        speed = float(np.exp(rng.uniform(np.log(8.0), np.log(60.0)))) * nearness
        number = int(rng.integers(8, 90) / nearness)
        turns = heading + rng.normal(0.0, 0.03, number)
        step = np.stack([np.cos(turns), np.sin(turns)], axis=1) * (speed * rng.uniform(0.8, 1.2, number))[:, None]
        places = _start(rng, number, (width, height), speed * count / 2)
        thick = 2 if nearness > 2.0 else 1
        for t in range(count):
            canvas = np.zeros((height, width), np.uint8)
            head = places + step * (t - count // 2)
            ends = np.round(np.stack([head, head + step * shutter], axis=1) * _ONE).astype(np.int32)
            cv2.polylines(canvas, list(ends), False, (255,), thick, cv2.LINE_AA, _FIXED)
            seen[t] |= _lay(frames[t], canvas, colour, opacity / thick**0.5, 0.5 * nearness - 0.4)
    return seen


def snow(rng: np.random.Generator, frames: FloatArray, _: Shelf) -> MaskArray:
    """Flakes that sink and sway; near ones big, quick and out of focus."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    wind = rng.normal(0.0, 2.5, 2) + np.array([0.0, 3.0])
    colour, shutter = _grey(rng, 0.75, 1.0), float(rng.uniform(0.1, 0.9))
    for nearness in np.geomspace(1.0, 4.0, int(rng.integers(1, 4))):
        number = int(rng.integers(15, 160) / nearness)
        places = _start(rng, number, (width, height), 20.0 * nearness)
        radius = np.clip(0.6 * nearness * np.exp(rng.normal(0.0, 0.3, number)), 0.5, 5.0)
        phase, sway = rng.uniform(0, 2 * np.pi, number), rng.uniform(0.2, 1.5, number) * nearness
        own = wind * nearness + rng.normal(0.0, 0.6 * nearness, (number, 2))
        for t in range(count):
            canvas = np.zeros((height, width), np.uint8)
            now = t - count // 2
            at = places + own * now
            at[:, 0] += sway * np.sin(0.5 * now + phase)
            for (x, y), r, (dx, dy) in zip(at, radius, own * shutter, strict=True):
                start, end = (round(x * _ONE), round(y * _ONE)), (round((x + dx) * _ONE), round((y + dy) * _ONE))
                if np.hypot(dx, dy) > r:
                    cv2.line(canvas, start, end, (255,), max(round(2 * r), 1), cv2.LINE_AA, _FIXED)
                else:
                    cv2.circle(canvas, start, round(r * _ONE), (255,), -1, cv2.LINE_AA, _FIXED)
            seen[t] |= _lay(frames[t], canvas, colour, float(0.9 / nearness**0.3), 0.35 * nearness)
    return seen


def _tumbling(
    frames: FloatArray, seen: MaskArray, at: Floats, axes: Floats, turns: Floats, tilts: Floats, colours: Floats
) -> None:
    """Flat bits at `at` `(N, K, 2)`, half axes `axes` `(K, 2)`, turned and tilted `(N, K)`, of `colours` `(K, 3)`."""
    count, height, width = frames.shape[:3]
    corners = np.linspace(0, 2 * np.pi, 9, endpoint=False)
    circle = np.stack([np.cos(corners), np.sin(corners)], axis=1)
    for t in range(count):
        picture = np.rint(np.clip(frames[t], 0.0, 1.0) * np.float32(255.0)).astype(np.uint8)
        mask = np.zeros((height, width), np.uint8)
        for k in np.flatnonzero(((at[t] > -30) & (at[t] < (width + 30, height + 30))).all(axis=1)):
            flat = circle * axes[k] * (1.0, abs(np.cos(tilts[t, k])) + 0.08)
            cos, sin = np.cos(turns[t, k]), np.sin(turns[t, k])
            points = flat @ np.array([[cos, sin], [-sin, cos]]) + at[t, k]
            polygon = np.round(points * _ONE).astype(np.int32)
            # A bit that turns its face to the light is brighter.
            shade = 0.75 + 0.35 * abs(np.cos(tilts[t, k]))
            colour = tuple(float(min(c * shade, 1.0) * 255.0) for c in colours[k])
            cv2.fillConvexPoly(picture, polygon, colour, cv2.LINE_AA, _FIXED)
            cv2.fillConvexPoly(mask, polygon, (255,), cv2.LINE_8, _FIXED)
        there = cv2.dilate(mask, np.ones((3, 3), np.uint8)) > 0
        frames[t][there] = picture[there].astype(np.float32) / np.float32(255.0)
        seen[t] |= there


def leaves(rng: np.random.Generator, frames: FloatArray, shelf: Shelf) -> MaskArray:
    """Foliage: leaves that tremble where they hang, in the colours of some picture, a few of them glittering."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    number = int(np.exp(rng.uniform(np.log(15), np.log(160))))
    middle = rng.uniform((0, 0), (width, height))
    spread = rng.uniform(0.12, 0.5) * np.array([width, height])
    home = middle + rng.normal(0.0, 1.0, (number, 2)) * spread
    size = float(np.exp(rng.uniform(np.log(1.5), np.log(9.0))))
    axes = size * np.exp(rng.normal(0.0, 0.25, (number, 2))) * (1.4, 0.8)
    colours = _colours(rng, shelf, number)
    colours[rng.random(number) < 0.1] = rng.uniform(0.8, 1.0)
    now = (np.arange(count) - count // 2)[:, None]
    pace, phase = rng.uniform(0.2, 1.6, number), rng.uniform(0, 2 * np.pi, number)
    sway = np.sin(pace * now + phase)[:, :, None] * rng.normal(0.0, 0.35 * size, (number, 2))
    gust = np.cumsum(rng.normal(0.0, 0.4 * size, (count, 1, 2)), axis=0)
    turns = rng.uniform(0, 2 * np.pi, number) + 0.5 * np.sin(pace * now + phase + 1.0)
    tilts = rng.uniform(0, 2 * np.pi, number) + rng.normal(0.0, 0.5, number) * now
    _tumbling(frames, seen, home + sway + gust, axes, turns, tilts, colours)
    return seen


def confetti(rng: np.random.Generator, frames: FloatArray, shelf: Shelf) -> MaskArray:
    """Bits of paper or falling leaves that tumble: edge-on for one frame, flat in the next."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    number = int(rng.integers(8, 80))
    size = float(np.exp(rng.uniform(np.log(1.2), np.log(7.0))))
    axes = size * np.exp(rng.normal(0.0, 0.25, (number, 2)))
    wind = np.array([rng.normal(0.0, 3.0), rng.uniform(1.0, 9.0)])
    fall = wind + rng.normal(0.0, 2.5, (number, 2))
    now = (np.arange(count) - count // 2)[:, None]
    at = _start(rng, number, (width, height), 30.0) + fall * now[:, :, None]
    white = rng.random() < 0.4
    colours = rng.uniform(0.8, 1.0, (number, 3)) if white else rng.random((number, 3))
    if rng.random() < 0.3:
        colours = _colours(rng, shelf, number)
    turns = rng.uniform(0, 2 * np.pi, number) + rng.normal(0.0, 0.4, number) * now
    tilts = rng.uniform(0, 2 * np.pi, number) + rng.normal(0.0, 0.9, number) * now
    _tumbling(frames, seen, at, axes, turns, tilts, colours)
    return seen


def _colours(rng: np.random.Generator, shelf: Shelf, number: int) -> Floats:
    if shelf.photos:
        picture = shelf.pyramid(choose(rng, shelf.photos))[-1]
    else:
        picture = shelf.clip(choose(rng, shelf.clips))[0]
    rows, columns = rng.integers(picture.shape[0], size=number), rng.integers(picture.shape[1], size=number)
    return np.asarray(picture[rows, columns].astype(np.float64) / 255.0)


def birds(rng: np.random.Generator, frames: FloatArray, _: Shelf) -> MaskArray:
    """A flock or a single bird, dark or light, wings up and down; or insects, too small to have any."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    number = int(rng.choice([1, 2, 5, 12, 30], p=[0.25, 0.2, 0.25, 0.2, 0.1]))
    colour = _grey(rng, 0.02, 0.2) if rng.random() < 0.7 else _grey(rng, 0.8, 1.0)
    flock = rng.normal(0.0, 1.0, 2) * (7.0, 3.0) * rng.lognormal(0.0, 0.6)
    own = flock + rng.normal(0.0, 1.0, (number, 2))
    places = _start(rng, number, (width, height), 5.0)
    span = np.exp(rng.uniform(np.log(1.0), np.log(14.0))) * np.exp(rng.normal(0.0, 0.2, number))
    phase, pace = rng.uniform(0, 2 * np.pi, number), rng.uniform(0.5, 2.2)
    bend = rng.normal(0.0, 0.5, (number, 2))
    for t in range(count):
        now = t - count // 2
        canvas = np.zeros((height, width), np.uint8)
        at = places + own * now + 0.5 * bend * now * now / 3.0
        lift = np.sin(pace * now + phase) * 0.7 * span
        for (x, y), s, up in zip(at, span, lift, strict=True):
            if s < 2.5:
                cv2.circle(
                    canvas, (round(x * _ONE), round(y * _ONE)), round(s * _ONE * 0.6), (255,), -1, cv2.LINE_AA, _FIXED
                )
                continue
            wings = np.array(
                [[x - s, y - up], [x - 0.4 * s, y - 0.5 * up], [x, y], [x + 0.4 * s, y - 0.5 * up], [x + s, y - up]]
            )
            thick = max(round(s / 6.0), 1)
            cv2.polylines(
                canvas, [np.round(wings * _ONE).astype(np.int32)], False, (255,), thick, cv2.LINE_AA, _FIXED
            )
            body = (round(x * _ONE), round(y * _ONE))
            cv2.ellipse(
                canvas, body, (round(s * _ONE / 3), round(s * _ONE / 7)), 0.0, 0, 360, (255,), -1, cv2.LINE_AA, _FIXED
            )
        seen[t] |= _lay(frames[t], canvas, colour, 0.9, 0.5)
    return seen


def sparks(rng: np.random.Generator, frames: FloatArray, _: Shelf) -> MaskArray:
    """Bright bits thrown from one place: streaks on curved ways that go out after a few frames."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    number = int(rng.integers(10, 90))
    origin = rng.uniform((0.1 * width, 0.1 * height), (0.9 * width, 0.9 * height))
    born = rng.uniform(-8.0, count, number)
    life = rng.gamma(2.0, 2.5, number)
    turns, speed = rng.uniform(0, 2 * np.pi, number), rng.gamma(2.0, 4.0, number)
    step = np.stack([np.cos(turns), np.sin(turns)], axis=1) * speed[:, None]
    gravity, shutter = np.array([0.0, rng.uniform(0.0, 1.0)]), float(rng.uniform(0.3, 0.95))
    colour = np.array([1.0, rng.uniform(0.75, 1.0), rng.uniform(0.4, 1.0)])
    for t in range(count):
        canvas = np.zeros((height, width), np.uint8)
        for k in np.flatnonzero((t >= born) & (t < born + life)):
            ages = np.array([t - born[k], t - born[k] + shutter])[:, None]
            way = origin + step[k] * ages + 0.5 * gravity * ages**2
            cv2.polylines(canvas, [np.round(way * _ONE).astype(np.int32)], False, (255,), 1, cv2.LINE_AA, _FIXED)
        glow = cv2.GaussianBlur(canvas, (0, 0), 2.0)
        frames[t] += (glow.astype(np.float32) * np.float32(1.0 / 255.0))[:, :, None] * colour.astype(np.float32)
        seen[t] |= _lay(frames[t], canvas, colour, 1.0, 0.4)
    return seen
