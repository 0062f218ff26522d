"""The native picture: planes of code values exactly as they were read.

This is the authority from reader to writer. Nothing here converts, clips or rescales; turning code values
into the float tensors that operators take is `app.engine.tensors`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal

import numpy as np

ColourModel = Literal["rgb", "ycbcr", "grey"]
Plane = np.ndarray[tuple[int, int], np.dtype[Any]]

NO_METADATA: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """What a picture's numbers mean.

    `channels` names the planes in order: the colour planes first (`R G B`, `Y Cb Cr` or `Y`), then alpha and
    any further ones (`A`, `Z`, `ir.mask`...), which are carried through untouched. Integer planes hold right-
    aligned code values, 0 .. 2**bit_depth - 1, in uint8 or uint16; float planes are float16 or float32.
    `subsampling` is (horizontal, vertical) of the two chroma planes: 4:2:2 is (2, 1), 4:2:0 is (2, 2).
    `encoding` is a colour space name of our OCIO config (see `app.media.encoding`).
    """

    width: int
    height: int
    channels: tuple[str, ...]
    model: ColourModel
    dtype: Literal["uint8", "uint16", "float16", "float32"]
    bit_depth: int
    encoding: str
    full_range: bool = True
    matrix: Literal["bt601", "bt709", "bt2020"] = "bt709"
    subsampling: tuple[int, int] = (1, 1)
    pixel_aspect: Fraction = Fraction(1)

    @property
    def is_float(self) -> bool:
        """True where samples are floating point and `bit_depth` is that of the float (16 or 32)."""
        return self.dtype.startswith("float")

    @property
    def colour_planes(self) -> int:
        """How many leading planes carry the picture itself (1 or 3); the rest ride along."""
        return 1 if self.model == "grey" else 3

    def plane_shape(self, index: int) -> tuple[int, int]:
        """(height, width) of one plane; chroma of an odd-sized picture rounds up, as ITU-T H.273 does."""
        if self.model == "ycbcr" and index in (1, 2):
            horizontal, vertical = self.subsampling
            return -(-self.height // vertical), -(-self.width // horizontal)
        return self.height, self.width

    @property
    def nbytes(self) -> int:
        """Bytes of one picture's planes in memory."""
        item = np.dtype(self.dtype).itemsize
        return sum(h * w * item for h, w in (self.plane_shape(i) for i in range(len(self.channels))))

    def with_size(self, width: int, height: int) -> PictureFormat:
        """The same kind of picture at another size."""
        return replace(self, width=width, height=height)


@dataclass(frozen=True, slots=True)
class NativePicture:
    """One frame as it was read: read-only planes, their format, and the frame's own header fields.

    `metadata` is per frame (a DPX header's timecode and keycode, say); keys are those of OpenImageIO for
    sequences. Raises ValueError where planes and format disagree: a reader must never build such a picture.
    """

    format: PictureFormat
    planes: tuple[Plane, ...]
    metadata: Mapping[str, Any] = field(default_factory=lambda: NO_METADATA, compare=False)

    def __post_init__(self) -> None:
        if len(self.planes) != len(self.format.channels):
            raise ValueError(f"{len(self.planes)} planes for channels {self.format.channels}")
        for index, plane in enumerate(self.planes):
            expected = self.format.plane_shape(index)
            if plane.shape != expected or plane.dtype != np.dtype(self.format.dtype):
                raise ValueError(
                    f"plane {self.format.channels[index]} is {plane.dtype}{plane.shape}, "
                    f"not {self.format.dtype}{expected}"
                )
            plane.flags.writeable = False

    @property
    def nbytes(self) -> int:
        """Bytes held by the planes."""
        return sum(plane.nbytes for plane in self.planes)
