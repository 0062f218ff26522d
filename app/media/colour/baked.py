"""Views baked into tables: the picture that OpenColorIO gives, within one code value, many times as fast.

What a view does to a picture is one of three things, and which one is found by asking OpenColorIO, not by knowing
the configuration:

- *separable*: each channel goes its own way. One table a channel holds all of it.
- *matrixed*: a curve for each channel, a 3x4 matrix into linear light, another curve for each channel (an encoding
  with other primaries than the display's). Two tables and the matrix hold it.
- *mixed*: anything else (a hue-preserving rendering, a system gamma on luminance). OpenColorIO itself is asked.

A table has 65,536 entries, indexed by a code value or by the bits of a half float. Halves reach from the smallest
light to the largest in relative steps of 1/2048, so that no float picture falls beside the table. A grey picture
is one-dimensional through any view, and always takes a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import torch

from app.errors import UsageError
from app.media.colour.transforms import Pixels, convert
from app.media.colour.view import View

Index = np.ndarray[Any, np.dtype[np.uint8] | np.dtype[np.uint16]]
Table = np.ndarray[Any, np.dtype[Any]]
Bytes = np.ndarray[Any, np.dtype[np.uint8]]

ENTRIES = 65536
TOLERANCE = 1
"""Code values of 8 bits by which a baked picture may miss OpenColorIO's; where it misses by more, it is not used."""


@dataclass(frozen=True, slots=True)
class Levels:
    """What an index stands for: `first + index * step`, or the half float of those bits.

    `rounded` says that values were rounded to an index, as against code values that are one.
    """

    first: float = 0.0
    step: float = 1.0
    half: bool = False
    rounded: bool = False

    def values(self) -> Pixels:
        """The value of each of the 65,536 indices, float32. Infinities are the largest half, nan is 0."""
        bits = np.arange(ENTRIES, dtype=np.uint16)
        if self.half:
            top = float(np.finfo(np.float16).max)
            return np.nan_to_num(bits.view(np.float16).astype(np.float32), nan=0.0, posinf=top, neginf=-top)
        return (self.first + bits.astype(np.float64) * self.step).astype(np.float32)


HALF = Levels(half=True)

NEAR = Levels(first=-0.5, step=2 / (ENTRIES - 1), rounded=True)
"""Indices for float pictures that hold nothing far beyond black and white."""


def paint(view: View, index: Index, levels: Levels, out: Bytes | None = None) -> Bytes:
    """An indexed picture through a view, `(H, W, 4)` for a screen: blue, green, red, 255.

    Args:
        view: What it is seen through; `suits(view, levels)` where the picture is in colour and was rounded.
        index: uint8 or uint16, `(H, W)` for grey or `(H, W, 3)` for red, green and blue.
        levels: What the indices stand for.
        out: Where the picture goes, uint8 `(H, W, 4)` and contiguous; None makes a new one.
    """
    if index.ndim == 2:
        return _paint_grey(index, _curves(view, levels), out)
    if _separable(view):
        return _blue_first(looked_up(index, _curves(view, levels)), out)
    parts = _parts(view)
    if parts is None:
        return paint_exactly(view, looked_up(index, levels.values()), out)
    return _from_light(parts, looked_up(index, _first_curves(view, levels)), out)


def paint_floats(view: View, pixels: Table, out: Bytes | None = None) -> Bytes:
    """A float picture, float16 or float32 `(H, W)` or `(H, W, 3)`, through a view; as `paint`."""
    if pixels.ndim == 2 or _separable(view):
        return paint(view, half_bits(pixels), HALF, out)
    pixels = widened(pixels)
    parts = _parts(view)
    if parts is None:
        return paint_exactly(view, pixels, out)
    if parts.starts_linear:
        return _from_light(parts, pixels, out)
    low, high, _, _ = cv2.minMaxLoc(pixels.reshape(pixels.shape[0], -1))
    if low < NEAR.first or high > -3 * NEAR.first or not suits(view, NEAR):
        return paint_exactly(view, pixels, out)
    index = cv2.addWeighted(pixels, 1 / NEAR.step, pixels, 0, -NEAR.first / NEAR.step, dtype=cv2.CV_16U)
    return paint(view, np.asarray(index, np.uint16), NEAR, out)


def paint_exactly(view: View, pixels: Pixels, out: Bytes | None = None) -> Bytes:
    """A colour picture, float32 `(H, W, 3)`, by OpenColorIO itself; as `paint`."""
    return _blue_first(view.exact(pixels), out)


@lru_cache(maxsize=64)
def suits(view: View, levels: Levels) -> bool:
    """True where colour pictures on these levels may be painted through this view: tried on many colours."""
    if not _separable(view) and _parts(view) is None:
        return not levels.rounded
    rng = np.random.default_rng(1)
    index = rng.integers(0, ENTRIES, (16384, 3)).astype(np.uint16)[None]
    values = levels.values()[index]
    if levels.rounded:
        values += rng.uniform(-0.5, 0.5, values.shape).astype(np.float32) * np.float32(levels.step)
    return _close(paint(view, index, levels), paint_exactly(view, values))


@dataclass(frozen=True, eq=False)
class _Parts:
    """A matrixed view after its first curves: a 3x4 matrix, then channel tables by half float.

    `starts_linear`: the first curves change nothing, the values are light already.
    """

    matrix: Pixels
    last: Table
    starts_linear: bool


def _from_light(parts: _Parts, light: Pixels, out: Bytes | None = None) -> Bytes:
    moved = np.asarray(cv2.transform(light, parts.matrix), np.float32)
    return _blue_first(looked_up(half_bits(moved), parts.last), out)


def widened(pixels: Table) -> Any:
    """Halves as float32 (PyTorch converts them five times as fast as NumPy); float32 as it is."""
    return pixels if pixels.dtype == np.float32 else _tensor(pixels).to(torch.float32).numpy()


def half_bits(pixels: Table) -> Index:
    """The bits of the nearest half floats, uint16 of the same shape: an index for `HALF`."""
    halves = pixels if pixels.dtype == np.float16 else _tensor(pixels).to(torch.float16).numpy()
    bits: Index = halves.view(np.uint16)
    return bits


def _tensor(pixels: Table) -> torch.Tensor:
    # PyTorch warns of arrays that must not be written to.
    return torch.from_numpy(pixels if pixels.flags.writeable else pixels.copy())


@lru_cache(maxsize=64)
def _curves(view: View, levels: Levels) -> Table:
    """What equal channels become, uint8 `(65536, 3)`; `(65536,)` where all three become the same."""
    return _narrowed(view.exact(_as_grey(levels.values()))[0])


@lru_cache(maxsize=64)
def _separable(view: View) -> bool:
    probe = _probe()
    alone = [view.exact(_as_grey(probe[:, channel]))[0][:, channel] for channel in range(3)]
    return _close(np.stack(alone, axis=1), view.exact(probe[None])[0])


@lru_cache(maxsize=64)
def _parts(view: View) -> _Parts | None:
    """The parts of a matrixed view; None where it is mixed. Proved on the probe."""
    try:
        after = View(view.config, _light(view), view.display, view.name)
        if not _separable(after):
            return None
        units = _steps(view, np.ones((3, 1)))[:, 0]
    except UsageError:
        return None
    if not np.all(np.linalg.norm(units, axis=1) > 0):
        return None
    black = _to_light(view, np.zeros((1, 1, 3)))[0, 0]
    matrix = np.column_stack([units.T, black]).astype(np.float32)
    values = HALF.values()
    curves = _first_curves(view, HALF)
    linear = curves.ndim == 1 and bool(np.allclose(curves, values, rtol=1e-5, atol=0))
    parts = _Parts(matrix, _curves(after, HALF), linear)
    painted = _from_light(parts, looked_up(half_bits(_probe()[None]), curves))
    return parts if _close(painted, paint_exactly(view, _probe()[None])) else None


@lru_cache(maxsize=64)
def _first_curves(view: View, levels: Levels) -> Table:
    """A matrixed view's curves into light, less black, in units of what 1.0 gives: float32 `(65536, 3)`."""
    units = _steps(view, np.ones((3, 1)))[:, 0]
    steps = _steps(view, np.broadcast_to(levels.values(), (3, ENTRIES)))
    curves = np.einsum("cnk,ck->nc", steps, units) / np.einsum("ck,ck->c", units, units)
    return _narrowed(curves.astype(np.float32))


def _steps(view: View, values: Table) -> Table:
    """How far channel c alone moves the light from black at `values[c]`: float64 `(3, N, 3)`."""
    alone = np.zeros((3, values.shape[1], 3))
    for channel in range(3):
        alone[channel, :, channel] = values[channel]
    return _to_light(view, alone).astype(np.float64) - _to_light(view, np.zeros((1, 1, 3)))


def _to_light(view: View, pixels: Table) -> Pixels:
    return convert(view.encoding, _light(view), view.config)(np.ascontiguousarray(pixels, np.float32))


def _light(view: View) -> str:
    """The configuration's linear light; '' where it names none."""
    return str(view.config.native.getRoleColorSpace("scene_linear"))


@lru_cache(maxsize=1)
def _probe() -> Pixels:
    """Colours to try a view on, float32 `(N, 3)`: all over the cube, close to its edges, and beyond it."""
    rng = np.random.default_rng(1)
    parts = [rng.uniform(0, 1, (4096, 3)), rng.uniform(0, 1, (2048, 3)) ** 4, rng.uniform(-0.5, 1.5, (2048, 3))]
    parts.append(np.stack(np.meshgrid(*[np.linspace(0, 1, 9)] * 3), axis=-1).reshape(-1, 3))
    # As halves, so that the probe tells about the parts and not about the rounding to an index.
    return np.concatenate(parts).astype(np.float16).astype(np.float32)


def _close(one: Table, other: Table) -> bool:
    return int(np.abs(one.astype(np.int16) - other.astype(np.int16)).max()) <= TOLERANCE


def _as_grey(values: Pixels) -> Pixels:
    return np.repeat(np.asarray(values, np.float32)[None, :, None], 3, axis=2)


def _narrowed(table: Table) -> Table:
    """One column where all three are the same (but for the last bits of a float)."""
    same = all(np.allclose(table[:, 0], table[:, c], rtol=1e-6, atol=0) for c in (1, 2))
    return np.ascontiguousarray(table[:, 0] if same else table)


def _paint_grey(index: Index, table: Table, out: Bytes | None) -> Bytes:
    if table.ndim == 1:
        return np.asarray(cv2.cvtColor(looked_up(index, table), cv2.COLOR_GRAY2BGRA, dst=out))
    channels = [looked_up(index, np.ascontiguousarray(table[:, channel])) for channel in (2, 1, 0)]
    return np.asarray(cv2.merge([*channels, np.full_like(channels[0], 255)], dst=out))


def _blue_first(rgb: Bytes, out: Bytes | None) -> Bytes:
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2BGRA, dst=out))


def looked_up(index: Index, table: Table) -> Any:
    """`table[index]`, channel by channel; a table of one column serves every channel."""
    if index.dtype == np.uint8:
        table = np.ascontiguousarray(table[:256])
    elif not _WIDE_TABLES:
        return table[index] if table.ndim == 1 else table[index, np.arange(3)]
    return cv2.LUT(index, table if table.ndim == 1 else table[None])


def _has_wide_tables() -> bool:
    """True where OpenCV looks up 16-bit indices, as it does from 4.13 and 5.0 on; NumPy takes thrice as long."""
    try:
        cv2.LUT(np.zeros((1, 1), np.uint16), np.zeros(ENTRIES, np.uint8))
    except cv2.error:
        return False
    return True


_WIDE_TABLES = _has_wide_tables()
