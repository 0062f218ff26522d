"""Formats that are read but not written: JPEG (8 bits) and Cineon (10 bits)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.media.encoding import EncodingGuess
from app.media.sequence.oiio_codec import OiioCodec


class JpegCodec(OiioCodec):
    """Reads JPEG frames; exports of such reels become PNG."""

    container = "jpeg"

    def guess(self, spec: Any, path: Path) -> EncodingGuess:
        """JPEG (JFIF) is sRGB by custom."""
        return EncodingGuess("srgb", "a JPEG is sRGB by custom")


class CineonCodec(OiioCodec):
    """Reads Cineon frames."""

    container = "cineon"

    def guess(self, spec: Any, path: Path) -> EncodingGuess:
        """Cineon is printing density by definition."""
        return EncodingGuess("cineon_log", "Cineon files hold printing density")

    def depth(self, spec: Any) -> int:
        """The depth as stored: OpenImageIO widens 10 bits to 16."""
        stored: int = spec.get_int_attribute("oiio:BitsPerSample", 0)
        return stored if stored in (10, 12) and str(spec.format) == "uint16" else super().depth(spec)


CODECS = {"jpeg": JpegCodec(), "cineon": CineonCodec()}
