"""TIFF frames: 8 and 16-bit integers and 32-bit float; also the 10, 12 and 14 bits of some scanners.

Half float is read; OpenImageIO would write it as 32-bit float, so that it goes to EXR instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from app.media.encoding import EncodingGuess, guess_tiff
from app.media.picture import NativePicture, PictureFormat
from app.media.sequence import icc
from app.media.sequence.codecs import FrameJob
from app.media.sequence.oiio_codec import MADE_BY, OiioCodec, refuse_depth, refuse_model

_DEPTHS = {"uint8": (8,), "uint16": (10, 12, 14, 16), "float32": (32,)}
_LOSSLESS = ("none", "lzw", "zip", "packbits", "deflate", "adobe_deflate")
COMPRESSION = "none"
"""What a TIFF gets whose source does not say: uncompressed reads twenty times as fast as zip."""


class TiffCodec(OiioCodec):
    """Reads and writes single TIFF frames."""

    container = "tiff"
    writer = "tiff"
    never_carried: ClassVar[frozenset[str]] = OiioCodec.never_carried | {
        "tiff:Compression",
        "tiff:UnassociatedAlpha",
        "oiio:ColorSpace",
    }

    def guess(self, spec: Any, path: Path) -> EncodingGuess:
        """From sample type, depth and the ICC profile's name."""
        profile = spec.getattribute("ICCProfile")
        return guess_tiff(
            str(spec.format) in ("half", "float"),
            self.depth(spec),
            icc.description(profile) if profile is not None else "",
        )

    def depth(self, spec: Any) -> int:
        """The depth as stored: OpenImageIO widens 10, 12 and 14 bits to 16."""
        stored: int = spec.get_int_attribute("oiio:BitsPerSample", 0)
        return stored if stored in (10, 12, 14) and str(spec.format) == "uint16" else super().depth(spec)

    def least_bytes(self, spec: Any) -> int:
        """Uncompressed pixels need their own size."""
        if spec.get_string_attribute("compression") != "none":
            return 0
        samples: int = spec.width * spec.height * spec.nchannels
        return samples * self.depth(spec) // 8

    def objection(self, format: PictureFormat, options: Mapping[str, str]) -> str | None:
        """Why TIFF cannot carry such pictures, or None where it can."""
        if options.get("compression", "none") not in _LOSSLESS:
            return f"'{options['compression']}' is no lossless TIFF compression; there are: none, lzw, zip, packbits"
        return refuse_model(format, "TIFF") or refuse_depth(format, _DEPTHS, "TIFF")

    def spec_for(self, picture: NativePicture, job: FrameJob) -> Any:
        """Keep the compression where it is lossless; a source of another format gives an uncompressed file."""
        spec = super().spec_for(picture, job)
        asked = job.spec.options.get("compression")
        own = spec.get_string_attribute("compression") if picture.metadata.get(MADE_BY) == "tiff" else COMPRESSION
        spec.attribute("compression", asked or (own if own in _LOSSLESS else "zip"))
        return spec


CODECS = {"tiff": TiffCodec()}
