"""The film's own grain for filled places, so that a mended spot does not look like plastic."""

from __future__ import annotations

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray

_DETAIL = 1.5
"""Standard deviation in pixels of the blur that parts grain from picture."""


def missing_grain(picture: FloatArray, mended: FloatArray, mask: MaskArray, seed: int) -> FloatArray:
    """Noise `(H, W, C)`, 0 outside `mask`, that brings `mended` to the grain of the undamaged surroundings.

    Strength is the local deviation of fine detail round each place (median-like: by absolute values, of flat
    places), its colour in frequency that of the same detail on this frame (by its correlation at one pixel). Only
    what `mended` lacks in variance is added. The same `seed` gives the same grain.
    """
    rng = np.random.default_rng(seed)
    height, width = mask.shape
    noise = np.zeros_like(picture)
    shared = rng.standard_normal((height, width), np.float32)
    together = _detail(picture.mean(axis=2))
    for c in range(picture.shape[2]):
        wanted = _detail(picture[..., c])
        lacking = np.sqrt(
            np.maximum(_deviation(wanted, ~mask) ** 2 - _deviation(_detail(mended[..., c]), mask) ** 2, 0)
        )
        own = rng.standard_normal((height, width), np.float32)
        # Black and white film shows one grain in all channels; the layers of colour film have each their own.
        common = _correlation(wanted, together, ~mask)
        grain = np.float32(common) * shared + np.float32(np.sqrt(1.0 - common * common)) * own
        noise[..., c] = np.where(mask, lacking * _coloured(grain, _neighbour_correlation(wanted, ~mask)), 0)
    return noise


def _detail(plane: FloatArray) -> FloatArray:
    fine: FloatArray = plane - cv2.GaussianBlur(plane, (0, 0), _DETAIL)
    return fine


def _deviation(detail: FloatArray, where: MaskArray) -> FloatArray:
    """Standard deviation of grain `(H, W)` over the pixels `where` round each place; edges count little."""
    weight = where.astype(np.float32)
    cap = 3.0 * float(np.median(np.abs(detail[where]))) if where.any() else 0.0
    strength = np.minimum(np.abs(detail), cap) * weight
    mean = cv2.GaussianBlur(strength, (0, 0), 8.0) / np.maximum(cv2.GaussianBlur(weight, (0, 0), 8.0), 1e-3)
    return np.asarray(1.2533 * mean, np.float32)


def _neighbour_correlation(detail: FloatArray, where: MaskArray) -> float:
    flat = np.abs(detail) < 3.0 * float(np.median(np.abs(detail[where]))) if where.any() else where
    both = where[:, 1:] & where[:, :-1] & flat[:, 1:] & flat[:, :-1]
    if both.sum() < 64:
        return 0.0
    return min(_correlation(detail[:, 1:], detail[:, :-1], both), 0.9)


def _correlation(a: FloatArray, b: FloatArray, where: MaskArray) -> float:
    """Correlation, 0..1, of two zero-mean fields over the pixels `where`."""
    if not where.any():
        return 0.0
    a, b = a[where].astype(np.float64), b[where].astype(np.float64)
    return float(np.clip((a * b).mean() / max(float(np.sqrt((a * a).mean() * (b * b).mean())), 1e-15), 0.0, 1.0))


def _coloured(white: FloatArray, correlation: float) -> FloatArray:
    """White noise blurred until neighbours in its fine detail correlate as wanted, at unit deviation of detail."""
    sigmas = (0.0, 0.35, 0.5, 0.7, 0.9, 1.2)
    best, difference = white, 2.0
    for sigma in sigmas:
        candidate = np.asarray(cv2.GaussianBlur(white, (0, 0), sigma) if sigma else white, np.float32)
        detail = _detail(candidate)
        a, b = detail[:, 1:].ravel(), detail[:, :-1].ravel()
        got = float((a * b).mean() / max(float((a * a).mean()), 1e-12))
        if abs(got - correlation) < difference:
            best, difference = candidate / np.float32(max(float(detail.std()), 1e-9)), abs(got - correlation)
    return best
