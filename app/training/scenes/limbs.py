"""Articulated movers: people who walk and run, waving arms, spoked wheels, swinging sticks."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from app.training.scenes.camera import BLUR_MOST, BLUR_STEP, Path
from app.training.scenes.objects import CutOut, Pose, flight, outline, paste, premultiplied, texture
from app.training.scenes.shelf import Shelf
from operators.contract.frames import FloatArray, MaskArray


@dataclass(frozen=True, slots=True)
class Bone:
    """A part that hangs on `parent` (an index, -1: on the body) at `along` of its length.

    Its angle (radians, 0 downwards) is `rest + swing * sin(pace * t + phase) + spin * t`, added to its parent's.
    """

    cut: CutOut
    length: float
    parent: int
    along: float
    rest: float
    swing: float
    pace: float
    phase: float
    spin: float = 0.0


def _joints(bones: list[Bone], body: Path, t: float) -> list[Pose]:
    """Where each bone begins and how it is turned at time `t`."""
    x, y, turn, size = body.at(t)
    poses: list[Pose] = []
    for bone in bones:
        own = bone.rest + bone.swing * np.sin(bone.pace * t + bone.phase) + bone.spin * t
        if bone.parent < 0:
            poses.append((x, y, turn + own, size))
            continue
        px, py, angle, _ = poses[bone.parent]
        reach = bones[bone.parent].length * bone.along * size
        poses.append((px - np.sin(angle) * reach, py + np.cos(angle) * reach, angle + own, size))
    return poses


def _limb(rng: np.random.Generator, shelf: Shelf, length: float, thick: float, taper: float) -> CutOut:
    """A tapered, rounded part hanging down from its anchor."""
    height, width = int(length + thick) + 5, int(thick) + 7
    canvas = np.zeros((height, width), np.uint8)
    steps = np.linspace(0.0, 1.0, max(int(length / max(thick * 0.25, 1.0)), 2))
    for part in steps:
        centre = (round(width / 2.0 * 16), round((2.0 + thick / 2.0 + part * length) * 16))
        radius = max(thick / 2.0 * (1.0 + (taper - 1.0) * float(part)), 0.6)
        cv2.circle(canvas, centre, round(radius * 16), (255,), -1, cv2.LINE_AA, 4)
    alpha = cv2.GaussianBlur(canvas, (0, 0), 0.7).astype(np.float32) / np.float32(255.0)
    return CutOut(premultiplied(texture(rng, shelf, (width, height)), alpha), (width / 2.0, 2.0 + thick / 2.0))


def _figure(rng: np.random.Generator, shelf: Shelf, tall: float) -> list[Bone]:
    """A walking or running person: trunk, head, two legs and two arms of two parts each; near ones last."""
    pace = float(rng.uniform(0.15, 0.9))
    stride, bend = float(rng.uniform(0.25, 0.9)), float(rng.uniform(0.2, 1.0))
    stout = float(rng.uniform(0.6, 1.3))
    trunk_length = 0.33 * tall
    w, h = max(int(0.24 * tall * stout), 6), max(int(trunk_length), 8)
    trunk = CutOut(premultiplied(texture(rng, shelf, (w, h)), outline(rng, w, h)), (w / 2.0, 2.0))
    head = _limb(rng, shelf, 0.06 * tall, 0.13 * tall, 0.8)
    bones = [
        Bone(trunk, trunk_length, -1, 0.0, float(rng.normal(0.0, 0.15)), 0.05, pace, 0.0),
        Bone(head, 0.1 * tall, 0, -0.1, np.pi, 0.08, pace, 1.0),
    ]
    for side in (0.0, np.pi):
        thigh = _limb(rng, shelf, 0.24 * tall, 0.10 * tall * stout, 0.7)
        shin = _limb(rng, shelf, 0.24 * tall, 0.07 * tall * stout, 0.6)
        bones.append(Bone(thigh, 0.24 * tall, 0, 0.95, 0.0, stride, pace, side))
        bones.append(Bone(shin, 0.24 * tall, len(bones) - 1, 1.0, 0.5 * bend, 0.5 * bend, pace, side - 1.2))
        upper = _limb(rng, shelf, 0.17 * tall, 0.065 * tall * stout, 0.8)
        lower = _limb(rng, shelf, 0.17 * tall, 0.05 * tall * stout, 0.6)
        bones.append(Bone(upper, 0.17 * tall, 0, 0.08, 0.0, 0.9 * stride, pace, side + np.pi))
        bones.append(Bone(lower, 0.17 * tall, len(bones) - 1, 1.0, -0.4 * bend, 0.4 * bend, pace, side))
    return bones


def _waver(rng: np.random.Generator, shelf: Shelf, tall: float) -> list[Bone]:
    """A chain of two to four thin parts that lashes about: an arm with fingers, a rope, a branch, a whip."""
    bones: list[Bone] = []
    parts = int(rng.integers(2, 5))
    pace, thick = float(rng.uniform(0.2, 1.4)), float(np.exp(rng.uniform(np.log(1.5), np.log(0.12 * tall + 2.0))))
    for part in range(parts):
        cut = _limb(rng, shelf, tall / parts, thick * 0.8**part, 0.8)
        phase = -0.7 * part + float(rng.normal(0.0, 0.2))
        rest = float(rng.uniform(0, 2 * np.pi)) if part == 0 else 0.0
        bones.append(Bone(cut, tall / parts, part - 1, 1.0, rest, float(rng.uniform(0.15, 0.7)), pace, phase))
    if rng.random() < 0.5:
        for finger in range(int(rng.integers(2, 6))):
            cut = _limb(rng, shelf, 0.22 * tall, max(0.3 * thick, 1.2), 0.7)
            bones.append(Bone(cut, 0.22 * tall, parts - 1, 1.0, 0.3 * (finger - 2), 0.2, pace, float(finger)))
    return bones


def _wheel(rng: np.random.Generator, shelf: Shelf, tall: float) -> list[Bone]:
    """Spokes round a hub, a propeller, the sails of a mill."""
    spokes = int(rng.integers(2, 15))
    spin = float(rng.choice([-1.0, 1.0]) * rng.uniform(0.03, 0.7))
    cut = _limb(rng, shelf, tall / 2.0, max(float(rng.uniform(0.01, 0.08)) * tall, 1.2), float(rng.uniform(0.6, 1.5)))
    turns = np.linspace(0.0, 2 * np.pi, spokes, endpoint=False)
    return [Bone(cut, tall / 2.0, -1, 0.0, float(turn), 0.0, 0.0, 0.0, spin) for turn in turns]


def limbs(rng: np.random.Generator, frames: FloatArray, shelf: Shelf) -> MaskArray:
    """One to three articulated movers, each part blurred by its own movement."""
    count, height, width = frames.shape[:3]
    seen = np.zeros((count, height, width), bool)
    for _ in range(int(rng.choice([1, 2, 3], p=[0.6, 0.3, 0.1]))):
        maker = (_figure, _waver, _wheel)[int(rng.choice(3, p=[0.55, 0.3, 0.15]))]
        tall = float(np.exp(rng.uniform(np.log(0.2), np.log(1.1)))) * height
        bones = maker(rng, shelf, tall)
        flown = flight(rng, width, height, 3.0)
        middle = (float(rng.uniform(0.1, 0.9)) * width, float(rng.uniform(0.1, 0.7)) * height)
        body = Path(middle, flown.speed, (0.0, 0.0), (float(rng.normal(0.0, 0.1)), 0.0, 0.0), shutter=flown.shutter)
        for t in range(count):
            now = float(t - count // 2)
            begun, done = _joints(bones, body, now), _joints(bones, body, now + body.shutter)
            # As many moments as the quickest tip needs.
            far = max(
                np.hypot(a[0] - b[0], a[1] - b[1]) + bone.length * abs(a[2] - b[2])
                for a, b, bone in zip(begun, done, bones, strict=True)
            )
            steps = int(np.clip(np.ceil(far / BLUR_STEP), 1, BLUR_MOST))
            poses = [_joints(bones, body, now + body.shutter * (k + 0.5) / steps) for k in range(steps)]
            for index, bone in enumerate(bones):
                paste(frames[t], seen[t], bone.cut, [pose[index] for pose in poses])
    return seen
