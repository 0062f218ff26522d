"""PNG frames: 8 and 16-bit grey and RGB, with or without alpha."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from app.media.encoding import EncodingGuess, guess_png
from app.media.picture import NativePicture, PictureFormat
from app.media.sequence import icc
from app.media.sequence.codecs import FrameJob
from app.media.sequence.oiio_codec import OiioCodec, refuse_depth, refuse_model

_CHANNELS = (("Y",), ("Y", "A"), ("R", "G", "B"), ("R", "G", "B", "A"))
LEVEL = "4"
"""Deflate level unless `options['level']` says otherwise: half the time of 6 for a few per cent of size."""


class PngCodec(OiioCodec):
    """Reads and writes single PNG frames."""

    container = "png"
    writer = "png"
    never_carried: ClassVar[frozenset[str]] = OiioCodec.never_carried | {"compression"}

    def guess(self, spec: Any) -> EncodingGuess:
        """From cICP, iCCP, sRGB and gAMA."""
        profile = spec.getattribute("ICCProfile")
        gamma = spec.getattribute("oiio:Gamma")
        return guess_png(
            spec.getattribute("CICP"),
            "srgb" in str(spec.getattribute("oiio:ColorSpace") or "").lower(),
            float(gamma) if gamma is not None else None,
            icc.description(profile) if profile is not None else "",
        )

    def objection(self, format: PictureFormat, options: Mapping[str, str]) -> str | None:
        """Why PNG cannot carry such pictures, or None where it can."""
        if format.channels not in _CHANNELS and format.model != "ycbcr":
            return f"PNG has grey or RGB with an alpha at most, not {', '.join(format.channels)}; choose exr or tiff"
        depths = {"uint8": (8,), "uint16": (16,)}
        return refuse_model(format, "PNG") or refuse_depth(format, depths, "PNG")

    def spec_for(self, picture: NativePicture, job: FrameJob) -> Any:
        """Set the deflate level."""
        spec = super().spec_for(picture, job)
        spec.attribute("png:compressionLevel", int(job.spec.options.get("level", LEVEL)))
        return spec


CODECS = {"png": PngCodec()}
