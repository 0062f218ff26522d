"""Shrinking noise in overlapping 8x8 DCT blocks.

G. Yu, G. Sapiro, "DCT image denoising: a simple and effective image denoising algorithm", IPOL 1 (2011): threshold,
then a second, empirical Wiener pass guided by the first; blocks that needed few coefficients weigh more (as in
Dabov et al., BM3D, IEEE TIP 16(8), 2007). The noise power of each coefficient is the measured one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import numpy as np

from operators.contract import FloatArray

SIDE = 8
_THRESHOLD = 2.7
"""Deviations; Yu and Sapiro use 3, BM3D 2.7."""


def shrunk(
    channel: FloatArray, sigma: FloatArray, spectrum: FloatArray, check: Callable[[], None] = lambda: None
) -> FloatArray:
    """`channel` `(H, W)` with noise of deviation `sigma` `(H, W)` and relative `spectrum` `(64,)` taken down."""
    height, width = channel.shape
    noisy, spread = _framed(channel), _framed(sigma)
    pilot = _pass(noisy, spread, spectrum, None, 4, check)
    return _pass(noisy, spread, spectrum, pilot, 2, check)[SIDE : SIDE + height, SIDE : SIDE + width]


def _pass(
    noisy: FloatArray,
    sigma: FloatArray,
    spectrum: FloatArray,
    pilot: FloatArray | None,
    step: int,
    check: Callable[[], None],
) -> FloatArray:
    total, weights = np.zeros_like(noisy), np.full_like(noisy, 1e-12)
    for window in _phases(noisy.shape, step):
        check()
        coefficients = transform(as_blocks(noisy[window]))
        power = np.square(as_blocks(sigma[window]).mean(axis=1, keepdims=True)) * spectrum
        if pilot is None:
            gain = (np.square(coefficients) > _THRESHOLD**2 * power).astype(np.float32)
        else:
            signal = np.square(transform(as_blocks(pilot[window])))
            gain = signal / (signal + power + np.float32(1e-20))
        gain[:, 0] = 1.0
        weight = 1.0 / np.square(gain).sum(axis=1, keepdims=True)
        shape = noisy[window].shape
        total[window] += _as_picture(_inverse(coefficients * gain) * weight, shape)
        weights[window] += _as_picture(np.broadcast_to(weight, coefficients.shape), shape)
    return total / weights


def _phases(shape: tuple[int, ...], step: int) -> Iterator[tuple[slice, slice]]:
    """Every shift of a grid of blocks that lie side by side; together they overlap by `step`."""
    rows, columns = shape[0] - SIDE, shape[1] - SIDE
    for y in range(0, SIDE, step):
        for x in range(0, SIDE, step):
            yield slice(y, y + rows), slice(x, x + columns)


def _framed(picture: FloatArray) -> FloatArray:
    """Mirrored outwards by a block on each side and up to whole blocks."""
    height, width = picture.shape
    after_y, after_x = SIDE + (-height) % SIDE, SIDE + (-width) % SIDE
    return np.pad(picture, ((SIDE, after_y), (SIDE, after_x)), mode="symmetric")


def padded_to_blocks(picture: FloatArray) -> FloatArray:
    """The picture cut to whole blocks, or mirrored up to one where it is smaller."""
    height, width = picture.shape
    if height < SIDE or width < SIDE:
        pad = ((0, max(SIDE - height, 0)), (0, max(SIDE - width, 0)))
        picture = np.pad(picture, pad, mode="symmetric")
        height, width = picture.shape
    return picture[: height - height % SIDE, : width - width % SIDE]


def as_blocks(picture: FloatArray) -> FloatArray:
    """Whole blocks of `(H, W)`, side by side, as rows `(n, 64)`."""
    height, width = picture.shape
    split = picture.reshape(height // SIDE, SIDE, width // SIDE, SIDE).swapaxes(1, 2)
    return split.reshape(-1, SIDE * SIDE)


def _as_picture(blocks: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    rows, columns = shape[0] // SIDE, shape[1] // SIDE
    return blocks.reshape(rows, columns, SIDE, SIDE).swapaxes(1, 2).reshape(shape)


def transform(blocks: FloatArray) -> FloatArray:
    """The orthonormal two-dimensional DCT of each row `(n, 64)`."""
    return np.asarray(blocks @ _basis().T)


def _inverse(coefficients: FloatArray) -> FloatArray:
    return np.asarray(coefficients @ _basis())


@cache
def _basis() -> FloatArray:
    k, n = np.mgrid[0:SIDE, 0:SIDE]
    one = np.sqrt(2.0 / SIDE) * np.cos(np.pi * (2 * n + 1) * k / (2 * SIDE))
    one[0] /= np.sqrt(2.0)
    return np.kron(one, one).astype(np.float32)
