"""Between native code values and the float tensors that operators take.

Integer pictures map to nominal 0..1 (full range: code / (2**bits - 1); narrow range: ITU-R BT.601, BT.709 and
BT.2020 levels), float pictures stay as they are. Y'CbCr becomes R'G'B' by the picture's own matrix. Nothing is
clipped on the way in; on the way out integers can only hold what they can hold, and how many samples were held
at an end of the range is counted and handed back.

Chroma is interpolated linearly along a line (samples sit on the left luma site, as H.273 chroma_sample_loc 0 and 2)
and repeated down the columns of 4:2:0; going back takes the co-sited samples and the mean of a pair of lines. That
pair of rules is exact in both directions: a filter that changes nothing changes no chroma code value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from app.media.picture import NativePicture, PictureFormat, Plane
from operators.contract import FloatArray

# Kr and Kb of ITU-R BT.601-7, BT.709-6 and BT.2020-2.
LUMA_WEIGHTS = {"bt601": (0.299, 0.114), "bt709": (0.2126, 0.0722), "bt2020": (0.2627, 0.0593)}


@dataclass(frozen=True, slots=True)
class Quantised:
    """Colour planes in native code values, and how many samples had to be held at an end of the range."""

    planes: tuple[Plane, ...]
    clipped: int


def to_tensor(picture: NativePicture) -> torch.Tensor:
    """The colour planes as `(C, H, W)` float32 on the CPU: C is 1 for grey, 3 (R, G, B) otherwise."""
    fmt = picture.format
    colour = picture.planes[: fmt.colour_planes]
    if fmt.model == "ycbcr":
        stacked = _ycbcr_to_rgb(colour, fmt)
    else:
        stacked = np.empty((len(colour), fmt.height, fmt.width), np.float32)
        scale, offset = levels_of(fmt, chroma=False)
        for out, plane in zip(stacked, colour, strict=True):
            np.multiply(plane, np.float32(scale), out=out, casting="unsafe")
            if offset:
                out -= np.float32(offset * scale)
    return torch.from_numpy(stacked)


def to_planes(tensor: torch.Tensor, fmt: PictureFormat) -> Quantised:
    """The colour planes of a picture such as `fmt` from `(C, H, W)`; integers are rounded to nearest."""
    array = tensor.detach().cpu().numpy()
    if fmt.model == "ycbcr":
        components = _rgb_to_ycbcr(array, fmt)
    else:
        components = list(array)
    planes, clipped = [], 0
    for index, component in enumerate(components):
        plane, held = _quantise(component, fmt, chroma=fmt.model == "ycbcr" and index > 0)
        planes.append(plane)
        clipped += held
    return Quantised(tuple(planes), clipped)


def levels_of(fmt: PictureFormat, *, chroma: bool) -> tuple[float, float]:
    """(scale, offset) of a picture's samples: value = (sample - offset) * scale; chroma is -0.5 .. 0.5."""
    return (1.0, 0.0) if fmt.is_float else code_levels(fmt.bit_depth, fmt.full_range, chroma=chroma)


def code_levels(bits: int, full_range: bool, *, chroma: bool) -> tuple[float, float]:
    """The same of code values of so many bits."""
    top = 2**bits - 1
    middle = float(2 ** (bits - 1))
    if full_range:
        return 1.0 / top, middle if chroma else 0.0
    unit = 2.0 ** (bits - 8)
    return (1.0 / (224 * unit), middle) if chroma else (1.0 / (219 * unit), 16 * unit)


def _quantise(component: Plane, fmt: PictureFormat, *, chroma: bool) -> tuple[Plane, int]:
    if fmt.is_float:
        return component.astype(fmt.dtype), 0
    scale, offset = levels_of(fmt, chroma=chroma)
    codes = component.astype(np.float64)
    codes /= scale
    codes += offset
    np.rint(codes, out=codes)
    top = 2**fmt.bit_depth - 1
    held = int(np.count_nonzero(codes < 0) + np.count_nonzero(codes > top))
    if held:
        np.clip(codes, 0, top, out=codes)
    return codes.astype(fmt.dtype), held


def rgb_matrix(name: str) -> FloatArray:
    """The 3x3 matrix from Y' (0..1), Cb and Cr (-0.5..0.5) to R'G'B', float64, of a picture's `matrix`."""
    kr, kb = LUMA_WEIGHTS[name]
    kg = 1 - kr - kb
    red, blue = 2 * (1 - kr), 2 * (1 - kb)
    return np.array([[1, 0, red], [1, -blue * kb / kg, -red * kr / kg], [1, blue, 0]])


def _ycbcr_to_rgb(planes: Sequence[Plane], fmt: PictureFormat) -> FloatArray:
    (_, _, red), (_, green_blue, green_red), (_, blue, _) = rgb_matrix(fmt.matrix).astype(np.float32)
    scale, offset = levels_of(fmt, chroma=False)
    y = (planes[0].astype(np.float32) - np.float32(offset)) * np.float32(scale)
    scale, offset = levels_of(fmt, chroma=True)
    cb, cr = (
        _upsampled((plane.astype(np.float32) - np.float32(offset)) * np.float32(scale), fmt) for plane in planes[1:3]
    )
    rgb = np.empty((3, fmt.height, fmt.width), np.float32)
    rgb[0] = y + red * cr
    rgb[2] = y + blue * cb
    rgb[1] = y + green_blue * cb + green_red * cr
    return rgb


def _rgb_to_ycbcr(rgb: FloatArray, fmt: PictureFormat) -> list[Plane]:
    kr, kb = LUMA_WEIGHTS[fmt.matrix]
    wide = rgb.astype(np.float64)
    y = kr * wide[0] + (1 - kr - kb) * wide[1] + kb * wide[2]
    cb = _downsampled((wide[2] - y) / (2 * (1 - kb)), fmt)
    cr = _downsampled((wide[0] - y) / (2 * (1 - kr)), fmt)
    return [y, cb, cr]


def _upsampled(chroma: Plane, fmt: PictureFormat) -> Plane:
    horizontal, vertical = fmt.subsampling
    if vertical > 1:
        chroma = np.repeat(chroma, vertical, axis=0)[: fmt.height]
    if horizontal == 1:
        return chroma
    wide = np.repeat(chroma, horizontal, axis=1)[:, : fmt.width]
    following = np.concatenate([chroma[:, 1:], chroma[:, -1:]], axis=1)
    for phase in range(1, horizontal):
        part = wide[:, phase::horizontal]
        weight = np.float32(phase / horizontal)
        part += weight * (following - chroma)[:, : part.shape[1]]
    return wide


def _downsampled(chroma: Plane, fmt: PictureFormat) -> Plane:
    horizontal, vertical = fmt.subsampling
    chroma = chroma[:, ::horizontal]
    if vertical == 1:
        return chroma
    rows = -(-fmt.height // vertical)
    missing = rows * vertical - chroma.shape[0]
    if missing:
        chroma = np.concatenate([chroma, np.repeat(chroma[-1:], missing, axis=0)])
    folded: Plane = chroma.reshape(rows, vertical, -1).mean(axis=1)
    return folded
