"""What share of the infrared light something stopped that is no dye of the picture."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray

_CELLS = 48
"""The ground is told from so many cells across the picture: it bends as lamps and lenses do, not as dirt."""
_STRIDE = 2
"""Every other pixel of a cell is enough for its median."""
_FLOOR = 1e-3
"""Of full scale: what is darker is as good as black."""
_OUTLIER = 4.0
"""In robust deviations: what lies farther out is dirt, and has no say in how dyes leak."""
_DEEPEST = 1.5
"""Of the logarithm of the picture, by which it may stand out from its ground and still tell of its dyes."""
_SAMPLES = 60_000
_RIDGE = 1e-3
"""Keeps the fit calm where the picture's channels are all alike."""


@dataclass(frozen=True, slots=True, eq=False)
class Loss:
    """`share` `(H, W)` of the light that is missing, 0 for clean film and 1 for opaque dirt (it may lie a little
    below 0 or above); `noise` is its deviation on clean film, `leak` how strongly each channel of the picture
    shows."""

    share: FloatArray
    noise: float
    leak: tuple[float, ...]


def registered(infrared: FloatArray, shift: tuple[float, float]) -> FloatArray:
    """The channel `(H, W)` as it lies on the picture: what the picture shows at (x, y) it shows at (x, y) + shift."""
    if shift == (0.0, 0.0):
        return infrared
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]], np.float32)
    size = infrared.shape[1], infrared.shape[0]
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    moved = cv2.warpAffine(infrared, matrix, size, flags=how, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, np.float32)


def detail(plane: FloatArray) -> FloatArray:
    """The logarithm of a plane `(H, W)` less its ground: what is left where lamp and lens are taken off."""
    seen = np.log(np.maximum(np.nan_to_num(plane), np.float32(_FLOOR)))
    return np.asarray(seen - ground(seen), np.float32)


def ground(plane: FloatArray) -> FloatArray:
    """What of a plane `(H, W)` changes slowly: medians of cells, without cells that stand out from those round
    them."""
    height, width = plane.shape
    side = max(-(-width // _CELLS), 4)
    padded = np.pad(
        plane, ((0, -height % side), (0, -width % side)), mode="reflect" if side < min(height, width) else "edge"
    )
    rows, columns = padded.shape[0] // side, padded.shape[1] // side
    cells = padded.reshape(rows, side, columns, side)[:, ::_STRIDE, :, ::_STRIDE]
    small = np.median(cells.transpose(0, 2, 1, 3).reshape(rows, columns, -1), axis=2).astype(np.float32)
    calm = cv2.GaussianBlur(cv2.medianBlur(small, 5), (0, 0), 0.7)
    full = cv2.resize(calm, (columns * side, rows * side), interpolation=cv2.INTER_LINEAR)
    return np.asarray(full[:height, :width], np.float32)


def loss(infrared: FloatArray, picture: FloatArray) -> Loss:
    """What is missing in a registered infrared channel `(H, W)` beside the picture `(C, H, W)`, both nominal 0..1.

    Logarithms make dyes add up (Beer-Lambert's law), so the leak is a linear fit, of what is no dirt.
    """
    own = detail(infrared)
    planes = [picture[0]] if picture.shape[0] < 3 else list(picture[:3])
    features = np.stack([detail(np.asarray(plane, np.float32)) for plane in planes])
    leak = _leaks(own, features)
    # Dirt is dark in the picture too, and must not explain itself away.
    told = np.tensordot(leak, np.clip(features, -_DEEPEST, _DEEPEST), axes=1)
    share = np.asarray(1.0 - np.exp(own - told), np.float32)
    return Loss(share, deviation(share), tuple(float(one) for one in leak))


def deviation(values: FloatArray) -> float:
    """The robust deviation of values of any shape."""
    some = values.reshape(-1)[:: max(values.size // _SAMPLES, 1)]
    return 1.4826 * float(np.median(np.abs(some - np.median(some))))


def usual(values: FloatArray) -> MaskArray:
    """Which of values of any shape are no outliers."""
    some = values.reshape(-1)[:: max(values.size // _SAMPLES, 1)]
    chosen: MaskArray = np.abs(values - np.median(some)) <= _OUTLIER * max(deviation(values), 1e-6)
    return chosen


def _leaks(own: FloatArray, features: FloatArray) -> FloatArray:
    """How strongly each of `features` `(C, H, W)` shows in `own` `(H, W)`; told twice, the second time without
    dirt."""
    step = max(own.size // _SAMPLES, 1)
    seen, planes = own.reshape(-1)[::step], features.reshape(len(features), -1)[:, ::step]
    leak = np.zeros(len(features), np.float32)
    for _ in range(2):
        kept = usual(seen - leak @ planes)
        a, b = planes[:, kept].astype(np.float64), seen[kept].astype(np.float64)
        power = a @ a.T
        power += _RIDGE * (np.trace(power) / len(a) + 1e-12) * np.eye(len(a))
        leak = np.linalg.solve(power, a @ b).astype(np.float32)
    return np.clip(leak, -1.5, 1.5)
