"""Small artificial film: textured scenes that move, with grain, on which everything true is known."""

from __future__ import annotations

import cv2
import numpy as np
import torch

from operators.contract import FrameInfo


def scene(height: int, width: int, seed: int = 1) -> np.ndarray:
    """A textured picture `(H, W)` 0.25..0.75, bigger than a frame so that a frame can move over it."""
    rng = np.random.default_rng(seed)
    coarse = cv2.GaussianBlur(rng.standard_normal((height + 80, width + 80)).astype(np.float32), (0, 0), 6.0)
    fine = cv2.GaussianBlur(rng.standard_normal((height + 80, width + 80)).astype(np.float32), (0, 0), 2.0)
    mixed = coarse / coarse.std() + 0.4 * fine / fine.std()
    return np.clip(0.5 + 0.09 * mixed, 0.25, 0.75)


def film(
    frames: int, height: int = 120, width: int = 160, speed: float = 1.5, seed: int = 1, grain: float = 0.01
) -> list:
    """Clean frames `(1, H, W)` of a pan over `scene` with grain."""
    picture, rng = scene(height, width, seed), np.random.default_rng(seed + 100)
    made = []
    for t in range(frames):
        shift = np.array([[1, 0, 20 + speed * t], [0, 1, 20 + 0.4 * t]], np.float32)
        frame = cv2.warpAffine(picture, shift, (width, height), flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP)
        frame = frame + cv2.GaussianBlur(rng.standard_normal((height, width)), (0, 0), 0.6) * (grain / 0.45)
        made.append(torch.from_numpy(frame.astype(np.float32)[None]))
    return made


def info(frame: torch.Tensor) -> FrameInfo:
    """The meaning of a frame made here."""
    channels, height, width = frame.shape
    return FrameInfo(width, height, channels, bit_depth=16)


def around(frames: list, t: int, reach: int) -> dict[int, torch.Tensor]:
    """The frames of a window, by offset."""
    return {o: frames[t + o] for o in range(-reach, reach + 1) if 0 <= t + o < len(frames)}
