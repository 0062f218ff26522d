"""What a reel's tensors mean, as operators are told."""

from __future__ import annotations

from app.media.reel import Reel
from operators.contract import FrameInfo


def frame_info(reel: Reel, encoding: str | None = None) -> FrameInfo:
    """The `FrameInfo` of a reel's source frames; `encoding` replaces the guessed one."""
    fmt = reel.format
    return FrameInfo(
        width=fmt.width,
        height=fmt.height,
        channels=fmt.colour_planes,
        encoding=encoding or fmt.encoding,
        bit_depth=fmt.bit_depth,
        is_float=fmt.is_float,
        pixel_aspect=fmt.pixel_aspect,
        field_order=reel.field_order,
        rate=reel.rate,
    )
