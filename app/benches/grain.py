"""Does a mended spot carry the film's grain? Told by its power spectrum, beside the film that was there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch

from app.jobs.demo_reel import DemoSpec, worn_frames
from operators.contract import Context, FloatArray, FrameInfo, Window
from operators.fill.operator import OPERATOR, FillParams

SIDE = 32
"""Side of a hole, in pixels; its spectrum is taken over the whole of it."""
APART = 80
BANDS = ((1 / 16, 1 / 8), (1 / 8, 1 / 4), (1 / 4, 1 / 2))
"""Octaves, in cycles per pixel. The picture lies below, grain mostly in the upper two."""


def measure_grain(size: tuple[int, int], seeds: Sequence[int]) -> dict[str, Any]:
    """Median over holes of band power in decibels against the same place of the undamaged film, per octave."""
    before, after, lent = [], [], []
    for seed in seeds:
        film = _film(size, seed)
        holes = _holes(size)
        mask = np.zeros((size[1], size[0]), bool)
        for y, x in holes:
            mask[y : y + SIDE, x : x + SIDE] = True
        plain, grainy = (_mended(film, mask, regrain) for regrain in (0.0, 1.0))
        for y, x in holes:
            there = power_in_bands(film[2][y : y + SIDE, x : x + SIDE])
            before.append(power_in_bands(plain[y : y + SIDE, x : x + SIDE]) / there)
            after.append(power_in_bands(grainy[y : y + SIDE, x : x + SIDE]) / there)
            lent.append(power_in_bands(film[1][y : y + SIDE, x : x + SIDE]) / there)
    return {
        "holes": len(before),
        "octaves, cycles per pixel": [f"1/{round(1 / low)} to 1/{round(1 / high)}" for low, high in BANDS],
        "without regrain, dB": _decibels(before),
        "with regrain, dB": _decibels(after),
        "the neighbouring frame as it is, dB": _decibels(lent),
    }


def power_in_bands(patch: FloatArray) -> FloatArray:
    """Power of a square patch `(S, S)` in each of BANDS, by a Hann-windowed periodogram."""
    side = patch.shape[0]
    window = np.hanning(side)
    spectrum = np.abs(np.fft.fft2((patch - patch.mean()) * np.outer(window, window))) ** 2
    frequency = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.fftfreq(side)[None])
    return np.array([spectrum[(frequency >= low) & (frequency < high)].mean() for low, high in BANDS], np.float32)


def _decibels(ratios: Sequence[FloatArray]) -> list[float]:
    return [round(float(value), 2) for value in 10 * np.log10(np.median(np.stack(ratios), axis=0))]


def _film(size: tuple[int, int], seed: int) -> list[FloatArray]:
    """Luma of five undamaged frames with their grain, flicker and weave."""
    spec = DemoSpec(seconds=5 / 24, width=size[0], height=size[1], seed=seed, grey=True)
    return [worn.base.mean(dim=0).numpy() for worn in worn_frames(spec, one_shot=True)]


def _holes(size: tuple[int, int]) -> list[tuple[int, int]]:
    width, height = size
    return [(y, x) for y in range(24, height - SIDE - 8, APART) for x in range(24, width - SIDE - 8, APART)]


def _mended(film: Sequence[FloatArray], mask: Any, regrain: float) -> FloatArray:
    hurt = np.where(mask, np.float32(0.95), film[2])
    frames = {offset: torch.from_numpy(np.ascontiguousarray(film[2 + offset]))[None] for offset in (-2, -1, 1, 2)}
    frames[0] = torch.from_numpy(np.ascontiguousarray(hurt))[None]
    info = FrameInfo(film[0].shape[1], film[0].shape[0], 1)
    window = Window(frames, info, masks={0: mask})
    context = Context(device=torch.device("cpu"), seed=1)
    return np.asarray(OPERATOR.run(window, FillParams(regrain=regrain), context)[0].numpy())
