"""Decoded frames to native planes and back: plain copies, strides respected, no scaler anywhere."""

from __future__ import annotations

import sys
from typing import Any, cast

import av
import numpy as np

from app.errors import NotSupportedError
from app.media.movie.layouts import PixelLayout, layout_of
from app.media.picture import NativePicture, Plane

PALETTED = "pal8"
_SWAP = sys.byteorder == "little"


def supported_layout(name: str) -> PixelLayout:
    """The layout that a stream of pixel format `name` is read with; NotSupportedError where there is none.

    Paletted pictures are read as the 8-bit RGBA that their palette spells out, which loses nothing.
    """
    layout = layout_of("rgba" if name == PALETTED else name)
    if layout is None:
        raise NotSupportedError(
            f"the pixel format {name} is not read here, because it would need a conversion; "
            "convert the movie to a planar format first (FFV1 keeps every code value)"
        )
    return layout


def unpack(frame: av.VideoFrame) -> tuple[Plane, ...]:
    """Native planes of a decoded frame, in the order of its layout's channels; they own their memory."""
    if frame.format.name == PALETTED:
        return _unpack_palette(frame)
    layout = supported_layout(frame.format.name)
    planes = []
    for index, sample in enumerate(layout.samples):
        height, width = _plane_shape(frame.width, frame.height, layout, index)
        rows = _rows(frame.planes[sample.plane], layout)
        plane = rows[:height, sample.offset :: sample.step][:, :width]
        if layout.big_endian == _SWAP and plane.dtype.itemsize > 1:
            plane = plane.byteswap()
        if layout.shift:
            plane = plane >> layout.shift
        planes.append(np.array(plane, order="C"))
    return tuple(planes)


def pack(picture: NativePicture, layout: PixelLayout) -> av.VideoFrame:
    """A frame of `layout` that holds the planes of `picture`, code value for code value."""
    frame = av.VideoFrame(picture.format.width, picture.format.height, layout.name)
    written = {sample.plane for sample in layout.samples if sample.step > 1}
    for index in written:
        _rows(frame.planes[index], layout)[:] = 0  # the unused byte of bgr0
    for index, (sample, plane) in enumerate(zip(layout.samples, picture.planes, strict=True)):
        height, width = _plane_shape(frame.width, frame.height, layout, index)
        target = _rows(frame.planes[sample.plane], layout)[:height, sample.offset :: sample.step][:, :width]
        value = plane << layout.shift if layout.shift else plane
        target[...] = value.byteswap() if layout.big_endian == _SWAP and value.dtype.itemsize > 1 else value
    return frame


def _plane_shape(width: int, height: int, layout: PixelLayout, index: int) -> tuple[int, int]:
    if layout.model == "ycbcr" and index in (1, 2):
        horizontal, vertical = layout.subsampling
        return -(-height // vertical), -(-width // horizontal)
    return height, width


def _rows(plane: Any, layout: PixelLayout) -> Plane:
    """Every line of a frame's plane, padding included, top line first (a view of the frame's own buffer)."""
    line = abs(plane.line_size)
    rows = np.frombuffer(plane, np.dtype(layout.dtype)).reshape(-1, line // np.dtype(layout.dtype).itemsize)
    return rows[::-1] if plane.line_size < 0 else rows  # bottom-up pictures begin with the last line


def _unpack_palette(frame: av.VideoFrame) -> tuple[Plane, ...]:
    index_plane, palette_plane = cast(Any, frame.planes[0]), cast(Any, frame.planes[1])
    indices = np.frombuffer(index_plane, np.uint8).reshape(-1, abs(index_plane.line_size))
    if index_plane.line_size < 0:
        indices = indices[::-1]
    palette = np.frombuffer(palette_plane, np.uint32)[:256]  # 0xAARRGGBB in native words
    indices = indices[: frame.height, : frame.width]
    return tuple(((palette >> shift) & 0xFF).astype(np.uint8)[indices] for shift in (16, 8, 0, 24))
