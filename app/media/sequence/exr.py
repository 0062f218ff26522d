"""OpenEXR frames: half and float, any further channels, each channel in its own type.

A native picture has one sample type. Where channels differ the widest serves all of them (half fits into
float exactly) and the metadata keep each channel's own, so that it is written as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import OpenImageIO as oiio

from app.media import failures
from app.media.encoding import EncodingGuess, guess_exr
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import Finding
from app.media.sequence.codecs import FrameJob
from app.media.sequence.oiio_codec import MADE_BY, SHAPE, OiioCodec, refuse_depth, refuse_model

_LOSSLESS = ("none", "rle", "zip", "zips", "piz")
COMPRESSION = "zip"


class ExrCodec(OiioCodec):
    """Reads and writes single OpenEXR frames."""

    container = "exr"
    writer = "openexr"
    never_carried: ClassVar[frozenset[str]] = OiioCodec.never_carried | {
        "openexr:levelmode",
        "openexr:roundingmode",
        "textureformat",
        "oiio:UnassociatedAlpha",
    }

    def guess(self, spec: Any, path: Path) -> EncodingGuess:
        """From chromaticities and colour space attributes."""
        named = spec.getattribute("colorSpace") or spec.getattribute("colorInteropID") or ""
        return guess_exr(spec.getattribute("chromaticities"), str(named))

    def findings(self, source: Any, path: Path) -> tuple[Finding, ...]:
        """Further parts, and a data window that is not the display window."""
        spec = source.spec()
        found = list(super().findings(source, path))
        data = (spec.x, spec.y, spec.width, spec.height)
        display = (spec.full_x, spec.full_y, spec.full_width, spec.full_height)
        if data != display:
            found.append(
                Finding(
                    "format",
                    f"{path.name} stores {spec.width} x {spec.height} pixels from ({spec.x}, {spec.y}) of a display "
                    f"window of {spec.full_width} x {spec.full_height}; the stored pixels are the picture, and both "
                    "windows are kept",
                )
            )
        return tuple(found)

    def format_of(self, spec: Any, path: Path, encoding: str) -> PictureFormat:
        """Refuses deep pictures and whole-number channels, which no native picture can hold."""
        if spec.deep:
            raise failures.unreadable(path, "it is a deep picture (many samples a pixel); flatten it first")
        whole = [n for n, t in _types(spec).items() if t not in ("half", "float")]
        if whole:
            raise failures.unreadable(
                path, f"its channel '{whole[0]}' holds 32-bit whole numbers; take it out or store it as float"
            )
        return super().format_of(spec, path, encoding)

    def objection(self, format: PictureFormat, options: Mapping[str, str]) -> str | None:
        """Why EXR cannot carry such pictures, or None where it can."""
        if options.get("compression", COMPRESSION) not in _LOSSLESS:
            return f"'{options['compression']}' is no lossless EXR compression; there are: {', '.join(_LOSSLESS)}"
        depths = {"float16": (16,), "float32": (32,)}
        return refuse_model(format, "EXR") or refuse_depth(format, depths, "EXR")

    def spec_for(self, picture: NativePicture, job: FrameJob) -> Any:
        """Each channel in its own type again, and never a lossy compression."""
        spec = super().spec_for(picture, job)
        spec.erase_attribute("oiio:UnassociatedAlpha")
        asked = job.spec.options.get("compression")
        own = spec.get_string_attribute("compression") if picture.metadata.get(MADE_BY) == "exr" else COMPRESSION
        spec.attribute("compression", asked or (own if own in _LOSSLESS else COMPRESSION))
        types = _own_types(picture)
        if len(set(types)) > 1:
            spec.channelformats = tuple(oiio.TypeDesc(t) for t in types)
        return spec

    def names_for(self, format: PictureFormat) -> tuple[str, ...]:
        """A grey picture's plane is called Y, as OpenEXR calls luminance."""
        return format.channels


def _types(spec: Any) -> dict[str, str]:
    names = list(spec.channelnames)
    types = [str(t) for t in spec.channelformats] or [str(spec.format)] * len(names)
    return dict(zip(names, types, strict=True))


def _own_types(picture: NativePicture) -> list[str]:
    """The type each channel had, as long as its numbers still fit into it."""
    wide = "half" if picture.format.dtype == "float16" else "float"
    shape = picture.metadata.get(SHAPE) or {}
    known: dict[str, str] = shape.get("types") or {}
    types = []
    for name, plane in zip(picture.format.channels, picture.planes, strict=True):
        type = known.get(name, wide)
        if type == "half" and wide == "float" and not _fits_half(plane):
            type = "float"
        types.append(type if wide == "float" else wide)
    return types


def _fits_half(plane: Any) -> bool:
    with np.errstate(over="ignore"):
        narrow = plane.astype(np.float16).astype(np.float32)
    return bool(np.array_equal(narrow, plane, equal_nan=True))


CODECS = {"exr": ExrCodec()}
