"""PNG frames: 8 and 16-bit grey and RGB, with or without alpha."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from app.media.encoding import EncodingGuess, guess_png
from app.media.picture import NativePicture, PictureFormat
from app.media.sequence import icc, png_chunks
from app.media.sequence.codecs import FrameJob
from app.media.sequence.oiio_codec import ATTRIBUTES, MADE_BY, OiioCodec, refuse_depth, refuse_model

_CHANNELS = (("Y",), ("Y", "A"), ("R", "G", "B"), ("R", "G", "B", "A"))
LEVEL = "1"
"""Deflate level unless `options['level']` says otherwise; higher ones cost much time and save little on grain."""
_AVERAGE_FILTER = 0x40
"""libpng's PNG_FILTER_AVG."""


class PngCodec(OiioCodec):
    """Reads and writes single PNG frames."""

    container = "png"
    writer = "png"
    never_carried: ClassVar[frozenset[str]] = OiioCodec.never_carried | {"compression"}

    def guess(self, spec: Any, path: Path) -> EncodingGuess:
        """From cICP, iCCP, sRGB and gAMA."""
        said = png_chunks.colour_of(path)
        profile = spec.getattribute("ICCProfile")
        return guess_png(said.cicp, said.srgb, said.gamma, icc.description(profile) if profile is not None else "")

    def read(self, path: Path, encoding: str) -> NativePicture:
        """The picture; a colour space that OpenImageIO only assumed is not kept, so that it is not written."""
        picture = super().read(path, encoding)
        said = png_chunks.colour_of(path)
        if said.srgb or said.cicp is not None or said.gamma is not None:
            return picture
        kept = tuple(a for a in picture.metadata[ATTRIBUTES] if a[0] != "oiio:ColorSpace")
        return replace(picture, metadata={**picture.metadata, ATTRIBUTES: kept})

    def objection(self, format: PictureFormat, options: Mapping[str, str]) -> str | None:
        """Why PNG cannot carry such pictures, or None where it can."""
        if format.channels not in _CHANNELS and format.model != "ycbcr":
            return f"PNG has grey or RGB with an alpha at most, not {', '.join(format.channels)}; choose exr or tiff"
        depths = {"uint8": (8,), "uint16": (16,)}
        return refuse_model(format, "PNG") or refuse_depth(format, depths, "PNG")

    def spec_for(self, picture: NativePicture, job: FrameJob) -> Any:
        """Set level and row filter: one fixed filter is twice as fast as trying all, at the same size."""
        spec = super().spec_for(picture, job)
        untold = spec.getattribute("oiio:ColorSpace") is None
        if untold and (picture.metadata.get(MADE_BY) == "png" or picture.format.encoding != "srgb"):
            spec.attribute("oiio:ColorSpace", "unknown")  # or OpenImageIO would claim sRGB
        spec.attribute("png:compressionLevel", int(job.spec.options.get("level", LEVEL)))
        spec.attribute("png:filter", _AVERAGE_FILTER)
        return spec


CODECS = {"png": PngCodec()}
