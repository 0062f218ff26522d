"""FFmpeg pixel formats as layouts: which plane, byte and bit holds which channel.

A layout tells how to unpack a decoded frame into native planes, and to pack native planes into a frame, with
plain copies only. Formats that are not listed are refused rather than converted by a scaler.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from app.media.picture import ColourModel

SampleType = Literal["uint8", "uint16", "float16", "float32"]


@dataclass(frozen=True, slots=True)
class Sample:
    """Where one channel lies: plane `plane`, first sample `offset`, then every `step` samples."""

    plane: int
    offset: int = 0
    step: int = 1


@dataclass(frozen=True, slots=True)
class PixelLayout:
    """One FFmpeg pixel format.

    `samples` follow the order of `channels`. `shift` is how far the code values are left-aligned in their
    16-bit words (P010 and kin). `always_full` marks the JPEG-range formats (yuvj420p...).
    """

    name: str
    model: ColourModel
    channels: tuple[str, ...]
    samples: tuple[Sample, ...]
    dtype: SampleType
    bits: int
    subsampling: tuple[int, int] = (1, 1)
    shift: int = 0
    big_endian: bool = False
    always_full: bool = False

    @property
    def plain(self) -> bool:
        """True where every channel has its own plane of native words: a straight copy."""
        return all(s.step == 1 for s in self.samples) and not self.shift and not self.big_endian


_SUBSAMPLING = {"444": (1, 1), "440": (1, 2), "422": (2, 1), "420": (2, 2), "411": (4, 1), "410": (4, 4)}
_PLANAR_YUV = re.compile(r"yuv(?P<kind>[aj]?)(?P<chroma>4\d\d)p(?P<bits>9|10|12|14|16)?(?P<end>le|be)?")
_PLANAR_RGB = re.compile(r"gbr(?P<alpha>a?)p(?P<float>f)?(?P<bits>9|10|12|14|16|32)?(?P<end>le|be)?")
_GREY = re.compile(r"(?:gray|y)(?P<alpha>a?)(?P<float>f)?(?P<bits>8|9|10|12|14|16|32)?(?P<end>le|be)?")
_SEMI_PLANAR = re.compile(r"(?:nv(?P<nv>12|16|21|24|42)|p(?P<msb>[024](?:10|12|16))(?P<end>le|be)?)")
_PACKED_RGB = re.compile(r"(?P<order>[rgbax0]{3,4})(?P<bits>24|32|48|64)?(?P<end>le|be)?")
_PACKED_YUV = {"yuyv422": "YBYR", "uyvy422": "BYRY", "yvyu422": "YRYB"}
_YUV, _RGB = ("Y", "Cb", "Cr"), ("R", "G", "B")
_GBR_PLANES = (2, 0, 1)


@cache
def layout_of(name: str) -> PixelLayout | None:
    """The layout of an FFmpeg pixel format, or None where it has none that plain copies can serve."""
    for parse in (_planar_yuv, _planar_rgb, _grey, _semi_planar, _packed_yuv, _packed_rgb):
        found = parse(name)
        if found is not None:
            return found
    return None


def _type(bits: int, is_float: bool) -> SampleType:
    if is_float:
        return "float32" if bits == 32 else "float16"
    return "uint8" if bits <= 8 else "uint16"


def _planar_yuv(name: str) -> PixelLayout | None:
    match = _PLANAR_YUV.fullmatch(name)
    if match is None or match["chroma"] not in _SUBSAMPLING:
        return None
    bits = int(match["bits"] or 8)
    channels = (*_YUV, "A") if match["kind"] == "a" else _YUV
    return PixelLayout(
        name,
        "ycbcr",
        channels,
        tuple(Sample(i) for i in range(len(channels))),
        _type(bits, False),
        bits,
        subsampling=_SUBSAMPLING[match["chroma"]],
        big_endian=match["end"] == "be",
        always_full=match["kind"] == "j",
    )


def _planar_rgb(name: str) -> PixelLayout | None:
    match = _PLANAR_RGB.fullmatch(name)
    if match is None:
        return None
    bits = int(match["bits"] or 8)
    planes = (*_GBR_PLANES, 3) if match["alpha"] else _GBR_PLANES
    return PixelLayout(
        name,
        "rgb",
        (*_RGB, "A")[: len(planes)],
        tuple(Sample(plane) for plane in planes),
        _type(bits, bool(match["float"])),
        bits,
        big_endian=match["end"] == "be",
    )


def _grey(name: str) -> PixelLayout | None:
    match = _GREY.fullmatch(name)
    if match is None or name in ("y", "graya", "ya"):
        return None
    bits = int(match["bits"] or 8)
    with_alpha = bool(match["alpha"])
    return PixelLayout(
        name,
        "grey",
        ("Y", "A") if with_alpha else ("Y",),
        (Sample(0, 0, 2), Sample(0, 1, 2)) if with_alpha else (Sample(0),),
        _type(bits, bool(match["float"])),
        bits,
        big_endian=match["end"] == "be",
    )


def _semi_planar(name: str) -> PixelLayout | None:
    match = _SEMI_PLANAR.fullmatch(name)
    if match is None:
        return None
    chroma = {"12": "420", "21": "420", "16": "422", "24": "444", "42": "444"}
    bits, shift, order = 8, 0, (0, 1)
    if match["nv"]:
        subsampling = _SUBSAMPLING[chroma[match["nv"]]]
        order = (1, 0) if match["nv"] in ("21", "42") else (0, 1)
    else:
        subsampling = {"0": (2, 2), "2": (2, 1), "4": (1, 1)}[match["msb"][0]]
        bits = int(match["msb"][1:])
        shift = 16 - bits
    return PixelLayout(
        name,
        "ycbcr",
        _YUV,
        (Sample(0), Sample(1, order[0], 2), Sample(1, order[1], 2)),
        _type(bits, False),
        bits,
        subsampling=subsampling,
        shift=shift,
        big_endian=match["end"] == "be",
    )


def _packed_yuv(name: str) -> PixelLayout | None:
    order = _PACKED_YUV.get(name)
    if order is None:
        return None
    samples = (Sample(0, order.index("Y"), 2), Sample(0, order.index("B"), 4), Sample(0, order.index("R"), 4))
    return PixelLayout(name, "ycbcr", _YUV, samples, "uint8", 8, subsampling=(2, 1))


def _packed_rgb(name: str) -> PixelLayout | None:
    match = _PACKED_RGB.fullmatch(name)
    if match is None:
        return None
    order, size = match["order"], int(match["bits"] or 0)
    step = len(order)
    if sorted(order.replace("x", "").replace("0", "").replace("a", "")) != ["b", "g", "r"]:
        return None
    bits = size // step if size else 8
    if bits not in (8, 16):
        return None
    letters = "rgba" if "a" in order else "rgb"
    return PixelLayout(
        name,
        "rgb",
        (*_RGB, "A")[: len(letters)],
        tuple(Sample(0, order.index(letter), step) for letter in letters),
        _type(bits, False),
        bits,
        big_endian=match["end"] == "be",
    )
