"""Pictures for eyes: through the view transform to 8-bit RGB. Nothing made here ever goes back into a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np

from app.engine.render import Rendered, as_tensor
from app.media.colour import View
from app.media.picture import NativePicture

ByteImage = np.ndarray[Any, np.dtype[np.uint8]]


def displayed(rendered: Rendered, encoding: str, view: str | None = None) -> ByteImage:
    """The picture as 8-bit RGB `(H, W, 3)` for an sRGB screen; `view` None is the encoding's usual one.

    The exact way, through float pictures; `app.engine.screen` is the quick one.
    """
    tensor = as_tensor(rendered)
    if tensor.shape[0] == 1:
        tensor = tensor.expand(3, -1, -1)
    pixels = np.ascontiguousarray(tensor.permute(1, 2, 0).numpy())
    return View.of(encoding, view).exact(pixels)


def thumbnail(picture: NativePicture, encoding: str, width: int) -> ByteImage:
    """A small 8-bit RGB picture, at most `width` wide. Shrinks first, so it costs little at any size."""
    fmt = picture.format
    if fmt.width > width:
        height = max(round(fmt.height * width / fmt.width), 1)
        small = replace(
            fmt,
            width=width,
            height=height,
            dtype="float32",
            bit_depth=32,
            channels=fmt.channels[: fmt.colour_planes],
            subsampling=(1, 1),
        )
        # The small picture keeps the scale of the code values, so the same levels turn it into light.
        planes = tuple(
            cv2.resize(plane.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA)
            for plane in picture.planes[: fmt.colour_planes]
        )
        if not fmt.is_float:
            integer = np.dtype(fmt.dtype)
            planes = tuple(np.rint(plane).astype(integer) for plane in planes)
            small = replace(small, dtype=fmt.dtype, bit_depth=fmt.bit_depth)
        picture = NativePicture(small, planes)
    return displayed(picture, encoding)
