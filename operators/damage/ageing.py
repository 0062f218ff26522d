"""What wears the whole picture: fading, flicker, gate weave, grain. All pictures here are `(C, H, W)` float32."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract.frames import FloatArray, luma
from operators.damage.randomness import Floats, generator, noise_along, smooth_field, wandering

GRAIN_MM = 0.011
"""Deviation of the grain's blur on the film."""


@dataclass(frozen=True, slots=True)
class Transport:
    """How the reel ran, frame by frame: gain (`frames`,), shift in pixels and turn in radians (`frames`, 3)."""

    gain: Floats
    position: Floats


def transport(seed: int, flicker: float, weave: float, width: int, frames: int) -> Transport:
    """Flicker is partly memoryless, partly slow; weave is mostly from frame to frame, stronger up and down."""
    rng = generator(seed, "transport")
    gain = 1.0 + flicker * (0.8 * wandering(rng, frames, 0.3) + 0.6 * wandering(rng, frames, 0.95))
    pixels = weave * width / 1000.0
    sideways, upwards, turn = (wandering(rng, frames, 0.6) for _ in range(3))
    position = np.stack([0.8 * pixels * sideways, 1.15 * pixels * upwards, 0.0003 * weave * turn], axis=1)
    return Transport(gain, position)


def faded(frame: FloatArray, amount: float, black: float, white: float) -> FloatArray:
    """Dyes lost: contrast goes and black lifts, cyan dye first, so that a colour print turns reddish."""
    if amount == 0.0:
        return frame
    loss = np.array([0.25, 0.6, 0.45] if frame.shape[0] >= 3 else [0.45], np.float32) * amount
    out = frame.copy()
    for channel, part in enumerate(loss):
        # Less dye stops less light: everything moves towards the clear film, the dark parts most.
        lifted = white - (white - frame[channel]) * (1.0 - 0.6 * part)
        out[channel] = lifted + (0.25 * part) * (black - lifted)
    return out


def flickered(frame: FloatArray, gain: float, rng: np.random.Generator, flicker: float, black: float) -> FloatArray:
    """The frame at another exposure, which also differs softly from place to place."""
    if flicker == 0.0 and gain == 1.0:
        return frame
    height, width = frame.shape[1:]
    exposure = np.float32(gain) + np.float32(0.35 * flicker) * smooth_field(rng, width, height, 2)
    return np.asarray(np.float32(black) + (frame - np.float32(black)) * exposure, dtype=np.float32)


def banded(frame: FloatArray, t: int, seed: int, amount: float, black: float) -> FloatArray:
    """Soft bands of other exposure that roll up or down from frame to frame, as a slipping shutter makes them."""
    if amount == 0.0:
        return frame
    rng = generator(seed, "banding")
    bands, roll, key = float(rng.uniform(0.7, 3.0)), float(rng.normal(0.0, 1.2)), int(rng.integers(1, 2**31))
    rows = bands * (np.arange(frame.shape[1]) + 0.5) / frame.shape[1] + roll * t
    exposure = (1.0 + amount * noise_along(rows, key)).astype(np.float32)[None, :, None]
    return np.asarray(np.float32(black) + (frame - np.float32(black)) * exposure, dtype=np.float32)


def softened(frame: FloatArray, sigma: float) -> FloatArray:
    """The frame through an unsharp lens or scanner; `sigma` pixels."""
    if sigma == 0.0:
        return frame
    blurred = [cv2.GaussianBlur(plane, (0, 0), sigma, borderType=cv2.BORDER_REFLECT) for plane in frame]
    return np.stack(blurred)


def moved(frame: FloatArray, x: float, y: float, turn: float) -> FloatArray:
    """The frame shifted right and down by pixels and turned by radians about its middle; edges are mirrored."""
    if x == 0.0 and y == 0.0 and turn == 0.0:
        return frame
    height, width = frame.shape[1:]
    cos, sin = np.cos(turn), np.sin(turn)
    middle_x, middle_y = (width - 1) / 2.0, (height - 1) / 2.0
    matrix = np.array(
        [
            [cos, -sin, x + middle_x - cos * middle_x + sin * middle_y],
            [sin, cos, y + middle_y - sin * middle_x - cos * middle_y],
        ]
    )
    # Not REFLECT_101: with it OpenCV 5.0 never comes back from a picture one pixel wide or high.
    planes = [
        cv2.warpAffine(plane, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
        for plane in np.ascontiguousarray(frame)
    ]
    return np.stack(planes)


def grain(
    frame: FloatArray, rng: np.random.Generator, amount: float, pixels_per_mm: float, black: float, white: float
) -> FloatArray:
    """Noise to be added: blurred to the grain's size, strongest in mid tones, two thirds shared by the channels."""
    channels, height, width = frame.shape
    level = np.clip((luma(frame) - np.float32(black)) / np.float32(white - black), 0.0, 1.0)
    strength = np.float32(amount * (white - black)) * (0.5 + 2.0 * level * (1.0 - level))
    blur = max(GRAIN_MM * pixels_per_mm, 0.5)
    shared = _blurred_noise(rng, height, width, blur)
    if channels == 1:
        return np.asarray(shared * strength)[None]
    own = [_blurred_noise(rng, height, width, blur) for _ in range(channels)]
    return np.stack([(0.82 * shared + 0.57 * single) * strength for single in own]).astype(np.float32)


def _blurred_noise(rng: np.random.Generator, height: int, width: int, sigma: float) -> FloatArray:
    white = rng.standard_normal((height, width), dtype=np.float32)
    noise = cv2.GaussianBlur(white, (0, 0), sigma, borderType=cv2.BORDER_REFLECT_101)
    # The blur's gain on white noise, from its own kernel, so that the deviation does not depend on the frame.
    kernel = cv2.getGaussianKernel(2 * max(round(sigma * 4), 1) + 1, sigma)
    return np.asarray(noise / np.sum(kernel**2), dtype=np.float32)
