"""Rendered pictures to screen pixels, quickly: code values index the baked tables of a view.

The way of `app.engine.display` (float tensors through OpenColorIO) is the exact one; this one keeps within one code
value of 8 bits of it. Chroma is interpolated by the same rule as in `app.engine.tensors`, in 16-bit integers.
Smaller pictures are shrunk in native code values first, so that they cost less and not more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

import cv2
import numpy as np

from app.engine.look import ScreenPixels
from app.engine.render import FloatPicture, Rendered
from app.engine.tensors import code_levels, levels_of, rgb_matrix, to_tensor
from app.media.colour import View
from app.media.colour.baked import Index, Levels, paint, paint_floats, suits, widened
from app.media.picture import NativePicture, PictureFormat, Plane
from operators.contract import FloatArray

BAND_PIXELS = 1 << 17
"""A full-size picture is made in bands of so many pixels: what lies between stays in the processor's cache."""


def screen_pixels(rendered: Rendered, view: View, scale: int = 1) -> ScreenPixels:
    """The picture for a screen, `(ceil(H / scale), ceil(W / scale), 4)`: blue, green, red, 255."""
    width, height = picture_size(rendered)
    columns, rows = _reduced(width, height, scale)
    out = np.empty((rows, columns, 4), np.uint8)
    if scale > 1:
        return _painted(rendered, view, scale, out)
    # A multiple of 4 rows, so that no band parts the rows of a chroma site.
    step = max(BAND_PIXELS // width // 4 * 4, 4)
    for top in range(0, height, step):
        band = _part(rendered, 0, top, width, min(step, height - top))
        _painted(band, view, 1, out[top : top + step])
    return out


def _painted(rendered: Rendered, view: View, scale: int, out: ScreenPixels) -> ScreenPixels:
    if isinstance(rendered, FloatPicture):
        return _from_floats(list(rendered.tensor.numpy()), view, scale, out)
    fmt = rendered.format
    planes = rendered.planes[: fmt.colour_planes]
    if fmt.model == "ycbcr":
        index_matrix, levels = _to_indices(fmt.matrix, fmt.bit_depth, fmt.full_range)
        if fmt.is_float or not suits(view, levels):
            return _from_floats(list(to_tensor(rendered).numpy()), view, scale, out)
        return paint(view, _from_ycbcr(planes, fmt, index_matrix, scale), levels, out)
    if fmt.is_float:
        return _from_floats(planes, view, scale, out)
    step, offset = levels_of(fmt, chroma=False)
    size = _reduced(fmt.width, fmt.height, scale)
    return paint(view, _merged([_area(plane, size) for plane in planes]), Levels(-offset * step, step), out)


def code_indices(picture: NativePicture) -> tuple[Index, Levels]:
    """The colours of an integer picture as indices `(H, W)` or R'G'B' `(H, W, 3)`, and what they stand for."""
    fmt = picture.format
    planes = picture.planes[: fmt.colour_planes]
    if fmt.model == "ycbcr":
        index_matrix, levels = _to_indices(fmt.matrix, fmt.bit_depth, fmt.full_range)
        return _from_ycbcr(planes, fmt, index_matrix, 1), levels
    step, offset = levels_of(fmt, chroma=False)
    return _merged(planes), Levels(-offset * step, step)


def _from_floats(planes: Sequence[Plane], view: View, scale: int, out: ScreenPixels) -> ScreenPixels:
    if scale > 1:
        height, width = planes[0].shape
        planes = [_area(widened(plane), _reduced(width, height, scale)) for plane in planes]
    return paint_floats(view, _merged(planes), out)


def _from_ycbcr(planes: Sequence[Plane], fmt: PictureFormat, index_matrix: FloatArray, scale: int) -> Index:
    """R'G'B' as indices, from code values moved to the top of 16 bits."""
    shift = 16 - fmt.bit_depth
    luma, *chroma = (np.left_shift(plane, shift, dtype=np.uint16) for plane in planes)
    size = _reduced(fmt.width, fmt.height, scale)
    horizontal, vertical = fmt.subsampling
    if scale >= max(horizontal, vertical, 2):
        chroma = [_area(_site_means(plane, horizontal), size) for plane in chroma]
    else:
        chroma = [_area(_upsampled(plane, fmt), size) for plane in chroma]
    return np.asarray(cv2.transform(cv2.merge([_area(luma, size), *chroma]), index_matrix), np.uint16)


@cache
def _to_indices(matrix: str, bits: int, full_range: bool) -> tuple[FloatArray, Levels]:
    """The 3x4 matrix from Y'CbCr code values at the top of 16 bits to R'G'B' indices, and the levels of those.

    The indices span all that the code values can mean, so that nothing is clipped before the view does.
    """
    luma_step, luma_zero = code_levels(bits, full_range, chroma=False)
    step, zero = code_levels(bits, full_range, chroma=True)
    unit = 2.0 ** (16 - bits)
    slopes = rgb_matrix(matrix) * (np.array([luma_step, step, step]) / unit)
    shifts = -slopes @ (np.array([luma_zero, zero, zero]) * unit)
    top = (2.0**bits - 1) * unit
    corners = np.array(list(product((0.0, top), repeat=3))) @ slopes.T + shifts
    first, span = float(corners.min()), float(corners.max() - corners.min()) / 65535
    rows = np.column_stack([slopes / span, (shifts - first) / span]).astype(np.float32)
    return rows, Levels(first, span, rounded=True)


def _upsampled(chroma: Plane, fmt: PictureFormat) -> Plane:
    """Chroma at every pixel: linear along a line from the left site, repeated down the columns."""
    horizontal, vertical = fmt.subsampling
    if horizontal > 1:
        following = np.concatenate([chroma[:, 1:], chroma[:, -1:]], axis=1)
        phases = [chroma] + [
            cv2.addWeighted(chroma, 1 - phase / horizontal, following, phase / horizontal, 0)
            for phase in range(1, horizontal)
        ]
        chroma = cv2.merge(phases).reshape(chroma.shape[0], -1)[:, : fmt.width]
    if vertical > 1:
        chroma = np.repeat(chroma, vertical, axis=0)[: fmt.height]
    return np.ascontiguousarray(chroma)


def _site_means(chroma: Plane, horizontal: int) -> Plane:
    """The mean over each site's own pixels of what `_upsampled` would give them."""
    if horizontal == 1:
        return chroma
    following = np.concatenate([chroma[:, 1:], chroma[:, -1:]], axis=1)
    weight = (horizontal - 1) / (2 * horizontal)
    return np.asarray(cv2.addWeighted(chroma, 1 - weight, following, weight, 0))


def _reduced(width: int, height: int, scale: int) -> tuple[int, int]:
    return -(-width // scale), -(-height // scale)


def _area(plane: Plane, size: tuple[int, int]) -> Plane:
    if plane.shape == size[::-1]:
        return plane
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA))


def _merged(planes: Sequence[Plane]) -> Any:
    """Planes as one picture, `(H, W)` or `(H, W, 3)`, of their own type and writable."""
    alike = [np.ascontiguousarray(plane) for plane in planes]
    if alike[0].dtype == np.float16:  # of which OpenCV knows little
        return cv2.merge([plane.view(np.uint16) for plane in alike]).view(np.float16)
    return cv2.merge(alike)


def picture_size(rendered: Rendered) -> tuple[int, int]:
    """(width, height) in pixels; some operators change it."""
    if isinstance(rendered, FloatPicture):
        return int(rendered.tensor.shape[2]), int(rendered.tensor.shape[1])
    return rendered.format.width, rendered.format.height


def cut_out(rendered: Rendered, x: int, y: int) -> tuple[Rendered, int, int]:
    """A small piece round a pixel with all that decides its look, and the pixel's (column, row) in it."""
    width, height = picture_size(rendered)
    horizontal, vertical = (1, 1) if isinstance(rendered, FloatPicture) else _sites(rendered.format, 1)
    left, top = x // horizontal * horizontal, y // vertical * vertical
    piece = _part(rendered, left, top, min(2 * horizontal, width - left), min(vertical, height - top))
    return piece, x - left, y - top


def _part(rendered: Rendered, left: int, top: int, width: int, height: int) -> Rendered:
    """A part of a picture, sharing its memory; it begins where a chroma site does."""
    if isinstance(rendered, FloatPicture):
        return replace(rendered, tensor=rendered.tensor[:, top : top + height, left : left + width])
    fmt = rendered.format
    small = fmt.with_size(width, height)
    planes = []
    for index, plane in enumerate(rendered.planes):
        horizontal, vertical = _sites(fmt, index)
        rows, columns = small.plane_shape(index)
        row, column = top // vertical, left // horizontal
        planes.append(plane[row : row + rows, column : column + columns])
    return NativePicture(small, tuple(planes))


def _sites(fmt: PictureFormat, plane: int) -> tuple[int, int]:
    """Pixels (across, down) that a sample of a plane stands for."""
    return fmt.subsampling if fmt.model == "ycbcr" and plane in (1, 2) else (1, 1)


def sampled(rendered: Rendered, x: int, y: int) -> tuple[tuple[tuple[str, int | float], ...], int | None]:
    """(channel, value) of each channel at a pixel, and the bits of the values (None: they are floats).

    A picture that no filter touched gives its code values; chroma is that of the site the pixel belongs to.
    """
    if isinstance(rendered, FloatPicture):
        names = ("Y",) if rendered.tensor.shape[0] == 1 else ("R", "G", "B")
        return tuple(zip(names, rendered.tensor[:, y, x].tolist(), strict=True)), None
    fmt = rendered.format
    found = []
    for index, (name, plane) in enumerate(zip(fmt.channels, rendered.planes, strict=True)):
        horizontal, vertical = _sites(fmt, index)
        found.append((name, plane[y // vertical, x // horizontal].item()))
    return tuple(found), None if fmt.is_float else fmt.bit_depth
