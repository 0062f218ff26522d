"""An HEVC file that is read picture by picture: MP4, QuickTime, Matroska, transport stream or a raw byte stream."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import av
from av.stream import Discard

from app.errors import MediaError, NotSupportedError
from app.hdr.stream.access_unit import access_units, first_slice
from app.hdr.stream.nal import Nal, framing_of, read_annex_b, split
from app.hdr.stream.picture_order import presentation, ranks
from app.media.movie.container import faults, open_input, video_stream
from app.media.movie.tags import UNSPECIFIED

RAW = "hevc"
PQ, HLG = 16, 18
"""Transfer characteristics of ITU-T H.273: SMPTE ST 2084, ARIB STD-B67."""


class Picture(NamedTuple):
    """One coded picture: its place in presentation order, and its units."""

    shown: int
    nals: list[Nal]


@dataclass(frozen=True)
class HevcFile:
    """What opening found out; `pictures` reads the file again from its beginning.

    Attributes:
        path: the file.
        container: FFmpeg's name of the container; `RAW` for a byte stream.
        framing: how units are packed in the container's packets (see `nal`).
        order: for each coded picture in stored order, its index in presentation order.
        bit_depth: bits per sample.
        transfer: H.273 code of the transfer characteristics, 2 where it is not tagged.
        tag: the sample entry's four letters (MP4), or ''.
        configuration: the decoder configuration the container holds (hvcC or Annex B), or nothing.
    """

    path: Path
    container: str
    framing: int
    order: tuple[int, ...]
    bit_depth: int
    transfer: int
    tag: str
    configuration: bytes

    @property
    def count(self) -> int:
        """Pictures in the stream."""
        return len(self.order)

    @property
    def is_raw(self) -> bool:
        """True for a byte stream without a container."""
        return self.container == RAW

    @property
    def is_mp4(self) -> bool:
        """True for MP4 and QuickTime."""
        return "mp4" in self.container

    def pictures(self) -> Iterator[Picture]:
        """Every coded picture in stored order. MediaError says which one is damaged."""
        units = _raw_units(self.path) if self.is_raw else _contained_units(self.path, self.framing)
        for place, (index, unit) in enumerate(zip(self.order, units, strict=True)):
            with naming(self.path, place):
                first_slice(unit)
            yield Picture(index, unit)

    def require_hdr(self) -> None:
        """MediaError where the pictures cannot be HDR: fewer than 10 bits, or another transfer than PQ or HLG."""
        if self.bit_depth < 10:
            raise MediaError(
                f"{self.path} is {self.bit_depth}-bit HEVC; HDR metadata belongs to 10-bit PQ or HLG pictures: "
                "encode it again as Main10"
            )
        if self.transfer not in (PQ, HLG, UNSPECIFIED):
            raise MediaError(
                f"{self.path} is tagged as neither PQ nor HLG (transfer {self.transfer} of H.273): HDR metadata "
                "would be wrong there; convert the pictures to HDR first"
            )


def open_hevc(path: Path) -> HevcFile:
    """Read a file's packets once.

    Raises:
        MediaError: no such file, cut off, no pictures, or pictures that are not HEVC; the text says which.
        NotSupportedError: times are missing, or an edit list hides pictures.
    """
    with open_input(path) as container, faults(path, "reading"):
        stream = video_stream(container, path)
        context = stream.codec_context
        if context.name != "hevc":
            raise MediaError(f"{path} has {context.name} pictures; this metadata travels in HEVC only: encode it so")
        if context.pix_fmt is None or context.format is None:
            raise MediaError(f"{path} holds no HEVC picture that can be decoded; copy it again from its source")
        name = container.format.name
        configuration = bytes(context.extradata or b"")
        depth = context.format.components[0].bits
        transfer = int(context.color_trc) or UNSPECIFIED
        order = () if name == RAW else _by_time(container, stream, path)
        tag = str(context.codec_tag).strip("\0") if "mp4" in name else ""
    if name == RAW:
        with naming(path):
            order = tuple(presentation(_raw_units(path)))
    if not order:
        raise MediaError(f"{path} holds no picture at all; it was cut off before the first frame")
    return HevcFile(path, name, framing_of(configuration), order, depth, transfer, tag, configuration)


@contextmanager
def naming(path: Path, picture: int | None = None) -> Iterator[None]:
    """Put the file (and the picture) into the sentence of an error met inside the block."""
    try:
        yield
    except (MediaError, NotSupportedError) as error:
        where = f"{path}, picture {picture} of the stream" if picture is not None else str(path)
        kind = MediaError if isinstance(error, MediaError) else NotSupportedError
        raise kind(f"{where}: {error}") from error


def _by_time(container: av.container.InputContainer, stream: Any, path: Path) -> tuple[int, ...]:
    times: list[int] = []
    hidden = 0
    for packet in container.demux(stream):
        if not packet.size:
            continue
        if packet.pts is None:
            raise NotSupportedError(
                f"{path} does not say when its pictures are shown; remux it to .mkv or .mp4 first"
            )
        hidden += packet.is_discard
        times.append(packet.pts)
    if stream.frames > len(times):
        raise MediaError(
            f"{path} is cut off: its index tells of {stream.frames} pictures and {len(times)} are there; "
            "copy it again"
        )
    if hidden:
        raise NotSupportedError(
            f"{path} hides {hidden} of its {len(times)} pictures by an edit list; write the wanted part as a file of "
            "its own first"
        )
    with naming(path):
        return tuple(ranks([(0, time) for time in times]))


def _raw_units(path: Path) -> Iterator[list[Nal]]:
    with path.open("rb") as file:
        yield from access_units(read_annex_b(file))


def _contained_units(path: Path, framing: int) -> Iterator[list[Nal]]:
    with open_input(path) as container, faults(path, "reading"):
        stream = video_stream(container, path)
        place = 0
        for packet in container.demux(stream):
            if not packet.size:
                continue
            with naming(path, place):
                unit = split(bytes(packet), framing)
            yield unit
            place += 1


def heed_all(container: av.container.InputContainer) -> None:
    """Let every stream of a container through again, after `video_stream` shut the others."""
    for stream in container.streams:
        stream.discard = Discard.default
