"""A reel: one source of frames, and the promise every reader and writer keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Literal, Protocol

from app.media.picture import NativePicture, PictureFormat


@dataclass(frozen=True, slots=True, order=True)
class FrameId:
    """A frame of a reel, by index in presentation order. A hole in a sequence keeps its number."""

    reel: str
    index: int


class OnBadFrame(StrEnum):
    """What a reader hands out for a frame that is missing, truncated or of another size."""

    HOLD = "hold"
    BLACK = "black"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with the media, named: `kind` is stable, `text` is a sentence for a person.

    Kinds: `hole`, `size`, `truncated`, `format`, `variable-rate`, `interlaced`, `unreadable`.
    `frames` are the indices concerned (empty: the whole reel).
    """

    kind: str
    text: str
    frames: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SoundTrack:
    """A sound track of a movie or a WAV beside a sequence. `start` is seconds after the first frame."""

    path: Path
    stream: int
    codec: str
    sample_rate: int
    channels: int
    layout: str
    start: Fraction = Fraction(0)
    language: str = ""


@dataclass(frozen=True, slots=True)
class Reel:
    """What opening found out. Immutable, quick to make (seconds for 200,000 frames), safe to share.

    `path` is the folder-and-pattern of a sequence (`scan/shot.%06d.dpx`) or the movie file. `first_number`
    is the file number of frame 0 of a sequence. `fingerprint` recognises the media again after a move.
    `encoding_reason` says in words what the encoding was guessed from.
    """

    path: Path
    kind: Literal["sequence", "movie"]
    frame_count: int
    rate: Fraction
    format: PictureFormat
    container: str
    codec: str
    fingerprint: str
    encoding_reason: str
    field_order: Literal["progressive", "tff", "bff", "unknown"] = "progressive"
    start_timecode: str = ""
    first_number: int = 0
    sound: tuple[SoundTrack, ...] = ()
    findings: tuple[Finding, ...] = ()
    tags: tuple[tuple[str, str], ...] = field(default=(), compare=False)


class FrameReader(Protocol):
    """Random access to a reel's native pictures. Belongs to one thread; close it there."""

    def read(self, index: int) -> NativePicture:
        """The picture at `index` in presentation order.

        A bad frame is answered as the reader's `OnBadFrame` says; with STOP it raises `MediaError`.
        IndexError where index is outside 0 .. frame_count - 1.
        """
        ...

    def is_bad(self, index: int) -> bool:
        """True where `read` hands out a held or black frame instead of a real one (known after reading)."""
        ...

    def close(self) -> None:
        """Release files and decoders. Harmless twice."""
        ...


class FrameWriter(Protocol):
    """Takes pictures in presentation order; the target appears whole or not at all."""

    def write(self, picture: NativePicture) -> None:
        """Append one picture. MediaError where the format cannot carry it, NoRoomError on a full disk."""
        ...

    def finish(self) -> Sequence[Path]:
        """Complete the target and return what was written."""
        ...

    def abort(self) -> None:
        """Take everything away again that this writer made. Harmless after `finish`."""
        ...
