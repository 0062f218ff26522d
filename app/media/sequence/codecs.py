"""What a file format must do to serve as frames of a sequence, and which format serves which kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Protocol

from app.media.encoding import EncodingGuess
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import Finding
from app.media.writing import WriterSpec

STAND_IN = "reelmend:stand_in"
"""Metadata key of a held or black picture; its value says why. Timecode and keycode are not its own."""


@dataclass(frozen=True, slots=True)
class FrameFacts:
    """What one frame's header says.

    `codec` describes the file's inside in words; `rate` and `timecode` are None and '' where the header is
    silent; `least_bytes` is the size below which such a file must be cut short (0: compressed, unknown).
    """

    format: PictureFormat
    guess: EncodingGuess
    container: str
    codec: str
    rate: Fraction | None = None
    timecode: str = ""
    least_bytes: int = 0
    findings: tuple[Finding, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FrameJob:
    """One frame to be written: the whole job's `spec`, the frame's place in it, and its final file name."""

    spec: WriterSpec
    index: int
    name: str


class FrameCodec(Protocol):
    """Reads and writes single frames of one file format, in native numbers. Holds no open files."""

    def probe(self, path: Path) -> FrameFacts:
        """Read the header only. FrameError says what is wrong with the file."""
        ...

    def read(self, path: Path, encoding: str) -> NativePicture:
        """The picture, whose numbers are declared to be in `encoding`. FrameError where it cannot be had whole."""
        ...

    def objection(self, format: PictureFormat, options: Mapping[str, str]) -> str | None:
        """Why pictures of this format cannot be written exactly (a sentence), or None where they can."""
        ...

    def write(self, path: Path, picture: NativePicture, job: FrameJob) -> None:
        """Write one file at `path` (a temporary name). OSError or MediaError where it cannot be completed."""
        ...


_MODULES = {
    "dpx": "app.media.sequence.dpx.codec",
    "tiff": "app.media.sequence.tiff",
    "exr": "app.media.sequence.exr",
    "png": "app.media.sequence.png",
    "jpeg": "app.media.sequence.others",
    "cineon": "app.media.sequence.others",
}
"""Container to the module whose `CODECS` serves it. A new file format is one more line here and in `naming`."""


def codec_for(container: str) -> FrameCodec:
    """The codec of a container ('dpx', 'tiff'...). KeyError where there is none."""
    codecs: Mapping[str, FrameCodec] = import_module(_MODULES[container]).CODECS
    return codecs[container]
