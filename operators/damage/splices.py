"""Splices: where the film was cut and joined. Frames are lost, the next one jumps and flashes, cement shows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from operators.contract.frames import FloatArray
from operators.damage.randomness import generator, noise_along

JUMP_FRAMES = 4
"""For so many frames after a splice the picture settles back."""


@dataclass(frozen=True, slots=True)
class Splice:
    """A join before frame `frame`. `lost` clean frames are gone there; `jump` is a part of the height,
    `flash` a gain.

    The cement line lies over the foot of the frame before and the head of this one; `line` is its thickness as
    a part of the height, `tone` 0 (black) or 1 (white).
    """

    frame: int
    lost: int
    jump: float
    flash: float
    line: float
    tone: float
    key: int


def splices(seed: int, per_thousand: float, frames: int) -> tuple[Splice, ...]:
    """The splices of a reel, in order, at least eight frames apart and away from its ends."""
    rng = generator(seed, "splices")
    number = int(np.floor(per_thousand * frames / 1000.0 + rng.random())) if per_thousand > 0.0 else 0
    chosen: list[int] = []
    for frame in rng.permutation(np.arange(4, max(frames - 4, 4))):
        if len(chosen) == number:
            break
        if all(abs(int(frame) - other) >= 8 for other in chosen):
            chosen.append(int(frame))
    return tuple(_splice(rng, frame) for frame in sorted(chosen))


def _splice(rng: np.random.Generator, frame: int) -> Splice:
    return Splice(
        frame=frame,
        lost=int(rng.choice([0, 1, 2, 4, 8], p=[0.2, 0.25, 0.25, 0.2, 0.1])),
        jump=float(rng.uniform(0.008, 0.04) * rng.choice([-1, 1])),
        flash=float(rng.uniform(1.1, 1.5)) if rng.random() < 0.6 else 1.0,
        line=float(rng.uniform(0.006, 0.02)),
        tone=float(rng.choice([0.03, 0.97])),
        key=int(rng.integers(1, 2**31)),
    )


def jump_at(all_splices: tuple[Splice, ...], t: int) -> float:
    """How far frame `t` is displaced downwards, as a part of the height; it halves from frame to frame."""
    ages = ((splice, t - splice.frame) for splice in all_splices)
    return sum(splice.jump * 0.5**age for splice, age in ages if 0 <= age < JUMP_FRAMES)


def flash_at(all_splices: tuple[Splice, ...], t: int) -> float:
    """The gain of frame `t`: the frame after a splice may be brighter, the one after that a little."""
    gain = 1.0
    for splice in all_splices:
        if splice.frame <= t <= splice.frame + 1:
            gain *= 1.0 + (splice.flash - 1.0) * (1.0 if t == splice.frame else 0.3)
    return gain


def cement(splice: Splice, t: int, width: int, height: int) -> FloatArray | None:
    """Opacity `(height, width)` of the cement line on frame `t`, or None where it does not reach."""
    if t not in (splice.frame - 1, splice.frame):
        return None
    x = np.arange(width) / width
    edge = (
        splice.line
        * height
        * (1.0 + 0.25 * noise_along(x * 60.0, splice.key) + 0.2 * noise_along(x * 7.0, splice.key + 1))
    )
    rows = np.arange(height) + 0.5
    depth = rows if t == splice.frame else height - rows
    return np.asarray(np.clip(edge[None, :] - depth[:, None] + 0.5, 0.0, 1.0) * 0.9, dtype=np.float32)
