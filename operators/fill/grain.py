"""The film's own grain for filled places, so that a mended spot does not look like plastic."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray

_EDGES = (0.0, 0.6, 1.2, 2.4, 4.8)
"""Standard deviations in pixels of the blurs that part grain into bands: from each to the next, finest first."""
_ROUND = 8
"""Standard deviation in pixels of the surroundings that a place takes its grain from."""
_COARSE = 4
"""Deviations change slowly: they are told on a grid this much coarser."""
_SAMPLES = 20_000
_TILE = 512

IntArray = np.ndarray[Any, np.dtype[np.intp]]


TEXTURE = 3.0
"""Coarse bands that are stronger than so many times (in power) what white noise as strong as the finer bands would
have there are no grain but texture. Grain blurred by a pixel reaches it."""


def missing_grain(
    mended: FloatArray, mask: MaskArray, sound: MaskArray, seed: int, *, no_texture: bool = False
) -> FloatArray:
    """Noise `(H, W, C)`, 0 outside `mask`, that brings `mended` to the grain of the undamaged surroundings.

    White noise goes through an equaliser of the bands between `_EDGES`: what a band lacks in variance, against the
    same band of the surroundings, is added, so that strength and spectrum both fit. Deviations are told from
    absolute values of flat places, for edges are no grain. `mended` is `(H, W, C)`; `sound` `(H, W)` is picture that
    may be taken for an example. The same `seed` gives the same grain. With `no_texture` a textured scene, which has
    no flat places, lends none of its texture's strength: only what can be grain (`TEXTURE`) is added.
    """
    rng = np.random.default_rng(seed)
    at = np.nonzero(mask)
    noise = np.zeros_like(mended)
    shared = _white(0, at, rng)
    # Told from the mended picture also outside the mask: the damage would spill into the bands beside it.
    together = _bands(mended.mean(axis=2))[0]
    for c in range(mended.shape[2]):
        own = _white(1 + c, at, rng)
        if c and np.array_equal(mended[..., c], mended[..., 0]):
            noise[..., c] = noise[..., 0]
            continue
        bands = _bands(mended[..., c])
        # Black and white film shows one grain in all channels; the layers of colour film have each their own.
        common = _correlation(bands[0], together, sound)
        white = np.float32(common) * shared + np.float32(np.sqrt(1.0 - common * common)) * own
        noise[..., c][at] = _equalised(white, bands, mask, sound, no_texture)
    return noise


def _equalised(
    white: FloatArray, bands: list[FloatArray], mask: MaskArray, sound: MaskArray, no_texture: bool
) -> FloatArray:
    """The sum `(n,)` of the white bands `(bands, n)` under the mask, each as strong as the picture's band lacks."""
    film = [np.square(_deviation(band, sound)) for band in bands]
    if no_texture:
        flat = np.square(_overlap()[1])
        grain = np.maximum(film[0] / flat[0], film[1] / flat[1])
        film = [np.minimum(power, TEXTURE * grain * share) for power, share in zip(film, flat, strict=True)]
    lacking = [
        _fine(np.maximum(power - np.square(_deviation(band, mask)), 0), mask)[mask]
        for power, band in zip(film, bands, strict=True)
    ]
    trims = _trims([float(lack.mean()) for lack in lacking])
    scales = [np.float32(trim / deviation) for trim, deviation in zip(trims, _overlap()[1], strict=True)]
    parts = [scale * np.sqrt(lack) * grain for scale, lack, grain in zip(scales, lacking, white, strict=True)]
    return np.asarray(sum(parts), np.float32)


def _white(number: int, at: tuple[IntArray, ...], rng: np.random.Generator) -> FloatArray:
    """The bands `(bands, n)` of white noise at so many places: a tile's, laid down somewhere else each time."""
    down, across = rng.integers(0, _TILE, 2)
    return np.asarray(_tile(number)[:, (at[0] + down) % _TILE, (at[1] + across) % _TILE], np.float32)


@cache
def _tile(number: int) -> FloatArray:
    """The bands `(bands, _TILE, _TILE)` of white noise of unit variance, which goes on at its own other side."""
    noise = np.random.default_rng(number).standard_normal((_TILE, _TILE), np.float32)
    rim = int(4 * _EDGES[-1]) + 4
    return np.stack([band[rim:-rim, rim:-rim] for band in _bands(np.pad(noise, rim, mode="wrap"))])


def _trims(wanted: list[float]) -> list[float]:
    """Factors for the amplitudes of white bands, so that together they have the wanted variance in each band.

    The bands overlap, and all come from the same noise: alone, each would be right; their sum would not.
    """
    overlap, _ = _overlap()
    first = np.sqrt(np.maximum(wanted, 1e-20))
    amplitude = first.copy()
    for _ in range(12):
        got = np.einsum("jkl,k,l->j", overlap, amplitude, amplitude)
        amplitude *= np.clip(np.sqrt(np.square(first) / np.maximum(got, 1e-20)), 0.5, 2.0)
    return [float(trim) for trim in amplitude / first]


@cache
def _overlap() -> tuple[FloatArray, tuple[float, ...]]:
    """`[j, k, l]`: covariance in band j of the white bands k and l, each of unit variance; and the deviations that
    the bands of white noise have before."""
    bands = _bands(np.random.default_rng(0).standard_normal((256, 256), np.float32))
    deviations = tuple(float(band.std()) for band in bands)
    again = [_bands(band / np.float32(deviation)) for band, deviation in zip(bands, deviations, strict=True)]
    count = len(again)
    shared = np.array(
        [[[(again[k][j] * again[n][j]).mean() for n in range(count)] for k in range(count)] for j in range(count)],
        np.float32,
    )
    return shared, deviations


def _bands(plane: FloatArray) -> list[FloatArray]:
    """The plane's detail `(H, W)` between one blur and the next."""
    blurred = [plane, *(cv2.GaussianBlur(plane, (0, 0), sigma) for sigma in _EDGES[1:])]
    return [np.asarray(fine - coarse, np.float32) for fine, coarse in pairwise(blurred)]


def _deviation(band: FloatArray, where: MaskArray) -> FloatArray:
    """Standard deviation of grain, on the coarse grid, over the pixels `where` round a place; edges count little."""
    height, width = band.shape
    coarse = (max(width // _COARSE, 1), max(height // _COARSE, 1))
    strength = np.abs(band)
    step = max(int(np.count_nonzero(where)) // _SAMPLES, 1)
    inside = strength.ravel()[::step][where.ravel()[::step]]
    cap = 3.0 * float(np.median(inside)) if inside.size else 0.0
    weight = where.astype(np.float32)
    sums, weights = (
        cv2.GaussianBlur(cv2.resize(field, coarse, interpolation=cv2.INTER_AREA), (0, 0), _ROUND / _COARSE)
        for field in (np.minimum(strength, cap) * weight, weight)
    )
    # The mean of a normal distribution's absolute values is its deviation times sqrt(2 / pi).
    return np.asarray(1.2533 * sums / np.maximum(weights, 1e-3), np.float32)


def _fine(coarse: FloatArray, like: MaskArray) -> FloatArray:
    """A field of the coarse grid over the whole of `like` `(H, W)`."""
    return np.asarray(cv2.resize(coarse, like.shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)


def _correlation(a: FloatArray, b: FloatArray, where: MaskArray) -> float:
    """Correlation, 0..1, of two zero-mean fields over the pixels `where`."""
    if not where.any():
        return 0.0
    a, b = a[where].astype(np.float64), b[where].astype(np.float64)
    return float(np.clip((a * b).mean() / max(float(np.sqrt((a * a).mean() * (b * b).mean())), 1e-15), 0.0, 1.0))
