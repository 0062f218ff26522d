"""What a writer is told before the first picture: one value for sequences and movies alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from app.media.picture import PictureFormat
from app.media.reel import Reel

SEQUENCE_KINDS = ("dpx", "tiff", "exr", "png")
"""Kinds that become a folder of numbered frames; every other kind is a movie preset."""

_BY_CONTAINER = {"dpx": "dpx", "tiff": "tiff", "exr": "exr", "png": "png"}
_BY_CODEC = {"prores": "prores-hq", "dnxhd": "dnxhr-hqx", "ffv1": "ffv1", "h264": "h264", "hevc": "hevc"}


@dataclass(frozen=True)
class WriterSpec:
    """What will be handed in, and what is to become of it.

    Attributes:
        format: the native pictures that will be handed in. A writer converts nothing: where it cannot carry
            these exactly it refuses when it is opened.
        rate: frames per second of the result.
        kind: one of `SEQUENCE_KINDS` or a movie preset ("prores-hq", "ffv1", "hevc10"...).
        bit_depth: bits per sample of the result; None keeps those of `format`.
        source: the reel the pictures come from, for header fields, tags and timecode.
        first_number: file number of the first frame of a sequence.
        pattern: file name of a sequence's frames with one `%d` or `%06d` field and without extension;
            empty takes the source's name, or "%06d".
        sound_from: the reel whose sound tracks are carried along (movies).
        frame_range: (start, end) of `source`, end exclusive, for sound and timecode; None is all of it.
        options: further choices of the kind ("compression": "zip"...).
    """

    format: PictureFormat
    rate: Fraction
    kind: str
    bit_depth: int | None = None
    source: Reel | None = None
    first_number: int = 0
    pattern: str = ""
    sound_from: Reel | None = None
    frame_range: tuple[int, int] | None = None
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def default_kind(reel: Reel) -> str:
    """The kind that gives the input's own format; the nearest lossless one where we cannot write that."""
    if reel.kind == "sequence" and reel.format.dtype == "float16":
        return "exr"
    if reel.kind == "sequence":
        return _BY_CONTAINER.get(reel.container, "exr" if reel.format.is_float else "png")
    kind = _BY_CODEC.get(reel.codec.split()[0].lower() if reel.codec else "", "ffv1")
    if kind == "prores-hq" and (reel.format.model == "rgb" or reel.format.subsampling == (1, 1)):
        return "prores-4444"
    if kind == "dnxhr-hqx" and reel.format.subsampling == (1, 1):
        return "dnxhr-444"
    if kind in ("h264", "hevc") and reel.format.bit_depth > 8:
        return {"h264": "h264-10", "hevc": "hevc10"}[kind]
    return kind
