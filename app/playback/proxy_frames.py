"""A proxy's frame: small, 8 bits, in the reel's own encoding, so that the view can still be changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

from app.engine.look import Look, Shown
from app.engine.render import as_native
from app.engine.screen import screen_pixels
from app.engine.tensors import to_tensor
from app.media.colour import ColourConfig, View, convert
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import FrameId

QUALITY = 92
LARGEST_HALVED = 2100
"""Pictures wider than this become proxies of a quarter of their size, others of half."""
LOG = "cineon_log"

_REDUCED = {1: cv2.IMREAD_COLOR, 2: cv2.IMREAD_REDUCED_COLOR_2, 4: cv2.IMREAD_REDUCED_COLOR_4}


@dataclass(frozen=True, slots=True)
class ProxyKind:
    """How the frames of a reel become proxies.

    Attributes:
        scale: 2 or 4.
        encoding: what the reel is in.
        carrier: what the proxy is in: the same, but log for what does not fit in 8 bits as it is.
    """

    scale: int
    encoding: str
    carrier: str

    @classmethod
    def of(cls, fmt: PictureFormat, encoding: str) -> ProxyKind:
        """The kind for pictures of a format."""
        linear = fmt.is_float or encoding.startswith("linear")
        return cls(2 if fmt.width <= LARGEST_HALVED else 4, encoding, LOG if linear else encoding)

    @property
    def name(self) -> str:
        """Tells kinds apart in the name of a folder."""
        return f"{self.scale}-{self.carrier}" + (f"-of-{self.encoding}" if self.carrier != self.encoding else "")


def packed(picture: NativePicture, kind: ProxyKind) -> bytes:
    """The proxy of a picture, as JPEG."""
    small = _shrunk(picture, kind.scale)
    fmt = replace(
        small.format,
        channels=("R", "G", "B"),
        model="rgb",
        dtype="uint8",
        bit_depth=8,
        encoding=kind.carrier,
        full_range=True,
    )
    if kind.carrier != kind.encoding:
        small = _converted(small, kind)
    bgr = cv2.merge(as_native(small, fmt).picture.planes[2::-1])
    done, jpeg = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    if not done:
        raise ValueError("the proxy cannot be coded as JPEG")
    return jpeg.tobytes()


def shown(
    jpeg: bytes,
    kind: ProxyKind,
    frame: FrameId,
    look: Look,
    scale: int,
    size: tuple[int, int],
    config: ColourConfig | None = None,
) -> Shown:
    """A proxy on the screen, at 1/`scale` or, where that is finer than it is, at its own size.

    `size` is (width, height) of the reel's frames.
    """
    smaller = max(scale // kind.scale, 1)
    reduced = min(smaller, 4)
    bgr = cv2.imdecode(np.frombuffer(jpeg, np.uint8), _REDUCED[reduced])
    # The view is the one that the reel's own encoding would have, whatever the proxy is kept in.
    named = look.view or View.of(kind.encoding, None, config).name
    picture = _rgb(bgr, kind.carrier)
    pixels = screen_pixels(picture, View.of(kind.carrier, named, config), smaller // reduced)
    return Shown(frame, look, pixels, kind.scale * smaller, *size, approximate=True)


def _rgb(bgr: Any, encoding: str) -> NativePicture:
    height, width = bgr.shape[:2]
    fmt = PictureFormat(width, height, ("R", "G", "B"), "rgb", "uint8", 8, encoding)
    return NativePicture(fmt, tuple(np.ascontiguousarray(bgr[:, :, plane]) for plane in (2, 1, 0)))


def _shrunk(picture: NativePicture, scale: int) -> NativePicture:
    """The colour planes at 1/scale, chroma as fine as luma; code values keep their meaning."""
    fmt = picture.format
    width, height = -(-fmt.width // scale), -(-fmt.height // scale)
    kind = np.dtype(fmt.dtype)
    wide = np.dtype(np.float32) if kind == np.float16 else kind
    planes = tuple(
        np.asarray(cv2.resize(plane.astype(wide, copy=False), (width, height), interpolation=cv2.INTER_AREA), kind)
        for plane in picture.planes[: fmt.colour_planes]
    )
    small = replace(fmt, width=width, height=height, channels=fmt.channels[: fmt.colour_planes], subsampling=(1, 1))
    return NativePicture(small, planes)


def _converted(picture: NativePicture, kind: ProxyKind) -> NativePicture:
    """Linear light as log densities, in floats."""
    tensor = to_tensor(picture)
    pixels = np.ascontiguousarray(tensor.expand(3, -1, -1).permute(1, 2, 0).numpy())
    log = convert(kind.encoding, kind.carrier)(pixels)
    fmt = picture.format
    made = PictureFormat(fmt.width, fmt.height, ("R", "G", "B"), "rgb", "float32", 32, kind.carrier)
    return NativePicture(made, tuple(np.ascontiguousarray(log[:, :, plane]) for plane in range(3)))
