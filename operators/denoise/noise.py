"""How noisy a picture is: measured, by brightness and by spatial frequency.

Film grain is neither white nor even: it is blurred to the size of the grain clumps and strongest in mid
tones. Both are measured between a frame and its neighbours moved onto it, where the picture cancels and the
noise stays; robustly (medians), because motion fails somewhere on every frame. A frame without neighbours is
measured by Immerkaer's mask (J. Immerkaer, "Fast noise variance estimation", CVIU 64(2), 1996), with the
median absolute deviation of Donoho and Johnstone (Biometrika 81, 1994) in place of the mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import FloatArray
from operators.denoise.blocks import SIDE, as_blocks, padded_to_blocks, transform

_BINS = 8
_SAMPLES = 30_000
_BLOCKS = 2_000
_MAD = 1.4826
"""Deviation of a normal distribution over its median absolute deviation."""

_IMMERKAER = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32) / 6.0


@dataclass(frozen=True, slots=True)
class NoiseModel:
    """Noise of one channel.

    `levels`, `sigmas`: deviation at so many brightnesses (`(n,)`, tensor units). `spectrum` `(64,)`: the noise power
    of each coefficient of an 8x8 DCT block, relative to white noise of the same deviation.
    """

    levels: FloatArray
    sigmas: FloatArray
    spectrum: FloatArray

    def sigma_at(self, brightness: FloatArray) -> FloatArray:
        """The deviation expected at each pixel of `brightness` `(H, W)`."""
        return np.interp(brightness, self.levels, self.sigmas).astype(np.float32)

    @property
    def typical(self) -> float:
        """The median deviation over the brightnesses of the picture."""
        return float(np.median(self.sigmas))


def from_differences(differences: list[FloatArray], brightness: FloatArray) -> NoiseModel:
    """Measure between frames: `differences` `(H, W)` to the neighbours, each holding the noise of two frames."""
    models = [_from_difference(difference * np.float32(np.sqrt(0.5)), brightness) for difference in differences]
    # A neighbour that moved badly looks noisier than it is: the quietest one is nearest the truth.
    return min(models, key=lambda model: model.typical)


def from_one_frame(channel: FloatArray, brightness: FloatArray) -> NoiseModel:
    """Measure on `channel` `(H, W)` alone: white noise is assumed, texture counts for a little noise too."""
    response = np.asarray(cv2.filter2D(channel, -1, _IMMERKAER, borderType=cv2.BORDER_REPLICATE), dtype=np.float32)
    levels, sigmas = _by_brightness(response, brightness)
    return NoiseModel(levels, sigmas, np.ones(SIDE * SIDE, np.float32))


def _from_difference(noise: FloatArray, brightness: FloatArray) -> NoiseModel:
    levels, sigmas = _by_brightness(noise, brightness)
    local = np.interp(brightness, levels, sigmas).astype(np.float32)
    whitened = noise / np.maximum(local, np.float32(1e-8))
    every = as_blocks(padded_to_blocks(whitened))
    # An odd stride: an even one would mostly see the same few columns of blocks.
    coefficients = transform(every[:: max(len(every) // _BLOCKS, 1) | 1])
    power = np.square(_MAD * np.median(np.abs(coefficients), axis=0))
    # The mean brightness difference of a block is flicker and shading, not grain: take its neighbours' power.
    power[0] = 0.5 * (power[1] + power[SIDE])
    return NoiseModel(levels, sigmas, np.clip(power, 0.02, 8.0).astype(np.float32))


def _by_brightness(noise: FloatArray, brightness: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Robust deviation in bins of equal population, smoothed over neighbouring bins."""
    step = max(int(np.sqrt(noise.size / _SAMPLES)), 1)
    magnitude, level = np.abs(noise[::step, ::step]).ravel(), brightness[::step, ::step].ravel()
    parts = np.array_split(np.argsort(level, kind="stable"), min(_BINS, max(level.size // 64, 1)))
    levels = np.array([level[part].mean() for part in parts], np.float32)
    sigmas = np.array([_MAD * np.median(magnitude[part]) for part in parts], np.float32)
    kernel = np.array([0.25, 0.5, 0.25])
    smooth = np.convolve(np.pad(sigmas, 1, mode="edge"), kernel, mode="valid").astype(np.float32)
    return levels, smooth
