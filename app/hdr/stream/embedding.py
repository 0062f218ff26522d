"""Metadata into a file that exists: its pictures are copied as they are coded, and only SEI messages change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO

import av
import av.error

from app.errors import MediaError, NotSupportedError, ReelmendError, UsageError
from app.hdr.stream.carrier import MP4_MUXERS, Carrier
from app.hdr.stream.nal import IRAP, Nal, byte_stream, configuration_units, join, split
from app.hdr.stream.sei import Kind
from app.hdr.stream.source import HLG, RAW, HevcFile, heed_all, naming
from app.hdr.stream.static_hdr import StaticHdr, static_of
from app.media.movie.container import open_input, video_stream, writing_fault
from app.media.movie.presets import CONTAINERS, PRESETS
from app.media.movie.whole_file import WholeFile
from app.media.movie.writer import with_data

Advance = Callable[[], None]
"""Called after each picture; what it raises ends the work, and nothing half-written stays."""

Edit = Callable[[int, Sequence[Nal]], Sequence[Nal]]
"""What becomes of the units of the picture shown at an index."""

Complete = Callable[[BinaryIO, str], None]
"""What is done to the closed file of a muxer before it gets its name."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What a stream copy did: pictures, and the streams it left behind, in words."""

    frames: int
    left_out: tuple[str, ...] = ()


def nothing() -> None:
    """An `Advance` that says nothing."""


def embed(
    source: HevcFile,
    target: Path,
    carrier: Carrier,
    advance: Advance = nothing,
    *,
    rate: Fraction | None = None,
) -> Copied:
    """Copy `source` to `target` with one payload a picture; metadata of the same kind that is there is replaced.

    Args:
        source: what the pictures, sound and subtitles come from.
        target: .mp4, .mov, .mkv, .ts or .hevc; it must not exist.
        carrier: the payloads, and what the container shall say.
        advance: progress and cancelling.
        rate: frames per second, which a raw stream does not tell: needed where it goes into a container.

    Raises:
        MediaError: the counts differ, the pictures are no HDR, a unit is damaged, the target exists.
        NotSupportedError: the target cannot carry a stream of the source.
        NoRoomError: the disk is full.
    """
    source.require_hdr()
    if carrier.kind is Kind.HDR10PLUS and source.transfer == HLG:
        raise MediaError(f"{source.path} is HLG, and HDR10+ metadata belongs to PQ pictures only")
    carrier.require_count(source.count, source.path)
    return rewrite(source, target, carrier.applied, advance, rate=rate, complete=carrier.completed)


def first_static(source: HevcFile) -> StaticHdr:
    """The static metadata of the first picture."""
    pictures = source.pictures()
    with naming(source.path, 0):
        return static_of(next(pictures).nals)


def rewrite(
    source: HevcFile,
    target: Path,
    edit: Edit,
    advance: Advance = nothing,
    *,
    rate: Fraction | None = None,
    complete: Complete | None = None,
) -> Copied:
    """Copy a file and hand the units of every picture through `edit`. Otherwise as `embed`."""
    suffix = target.suffix.lower()
    if suffix not in PRESETS["hevc10"].suffixes:
        raise UsageError(f"{target.name}: HEVC is written to {', '.join(PRESETS['hevc10'].suffixes)}; name it so")
    muxer = CONTAINERS[suffix]
    whole = WholeFile(target)
    try:
        if muxer == RAW:
            copied = _to_raw(source, whole.file, edit, advance)
        elif source.is_raw:
            copied = _wrap_raw(source, whole.file, muxer, edit, advance, rate)
        else:
            copied = _copy_contained(source, whole.file, muxer, edit, advance)
        if complete is not None:
            complete(whole.file, muxer)
        whole.keep()
    except BaseException as error:
        whole.discard()
        if isinstance(error, OSError | av.error.FFmpegError) and not isinstance(error, ReelmendError):
            if isinstance(error, OSError):
                raise writing_fault(error, target, "and taken away again") from error
            raise MediaError(f"{target} cannot be written: {' '.join(str(error).split())}") from error
        raise
    return copied


def _to_raw(source: HevcFile, file: BinaryIO, edit: Edit, advance: Advance) -> Copied:
    """Pictures only. Units of a byte stream keep their start codes; a container's get them."""
    kept = configuration_units(source.configuration)
    for place, (index, nals) in enumerate(source.pictures()):
        with naming(source.path, place):
            made = edit(index, nals)
            file.write(join(byte_stream(made, kept) if source.framing else made))
        advance()
    return Copied(source.count, () if source.is_raw else _others(source.path))


def _others(path: Path) -> tuple[str, ...]:
    """The streams beside the pictures, in words."""
    with open_input(path) as container:
        index = video_stream(container, path).index
        return tuple(f"stream {s.index} ({s.type})" for s in container.streams if s.index != index)


def _wrap_raw(
    source: HevcFile, file: BinaryIO, muxer: str, edit: Edit, advance: Advance, rate: Fraction | None
) -> Copied:
    """A raw stream into a container: the times come from the order of presentation and the rate."""
    if rate is None:
        raise UsageError(f"{source.path} is a raw stream without times; say its frames per second with --rate")
    delay = max(place - index for place, index in enumerate(source.order))
    with open_input(source.path) as container, _output(file, muxer) as output:
        stream = _like(output, video_stream(container, source.path), muxer)
        for place, (index, nals) in enumerate(source.pictures()):
            with naming(source.path, place):
                packet: Any = av.Packet(join(edit(index, nals)))
            packet.time_base, packet.duration = 1 / rate, 1
            packet.pts, packet.dts = index, place - delay
            packet.is_keyframe = any(nal.type in IRAP for nal in nals)
            packet.stream = stream
            output.mux(packet)
            advance()
    return Copied(source.count)


def _copy_contained(source: HevcFile, file: BinaryIO, muxer: str, edit: Edit, advance: Advance) -> Copied:
    with open_input(source.path) as container, _output(file, muxer) as output:
        pictures = video_stream(container, source.path)
        heed_all(container)
        made = _like(output, pictures, muxer)
        outputs: dict[int, Any] = {pictures.index: made}
        left_out = []
        for stream in container.streams:
            if stream.index == pictures.index:
                continue
            if stream.type in ("audio", "subtitle"):
                outputs[stream.index] = _companion(output, stream, source.path, muxer)
            elif stream.type != "data" or "timecode" not in stream.metadata:
                left_out.append(f"stream {stream.index} ({stream.type})")
        _label(container, output)
        # FFmpeg would put parameter sets behind our message; so start codes are made here where they are wanted.
        kept = configuration_units(source.configuration) if muxer == "mpegts" and source.framing else None
        place = 0
        for packet in _packets(container, outputs):
            number = packet.stream.index
            if number == pictures.index:
                index = source.order[place]
                with naming(source.path, place):
                    nals = edit(index, split(bytes(packet), source.framing))
                    data = join(nals, source.framing) if kept is None else join(byte_stream(nals, kept))
                packet = with_data(packet, data)
                place += 1
                advance()
            packet.stream = outputs[number]
            output.mux(packet)
    return Copied(source.count, tuple(left_out))


def _packets(container: av.container.InputContainer, outputs: dict[int, Any]) -> Iterator[Any]:
    streams = [container.streams[number] for number in outputs]
    return (packet for packet in container.demux(streams) if packet.size)


def _output(file: BinaryIO, muxer: str) -> av.container.OutputContainer:
    options = {"write_tmcd": "1"} if muxer == "mp4" else {}
    return av.open(file, "w", format=muxer, buffer_size=1 << 20, container_options=options)


def _like(output: av.container.OutputContainer, stream: Any, muxer: str) -> Any:
    made = output.add_stream_from_template(stream)
    if muxer in MP4_MUXERS:
        made.codec_context.codec_tag = "hvc1"
    return made


def _companion(output: av.container.OutputContainer, stream: Any, path: Path, muxer: str) -> Any:
    try:
        made = output.add_stream_from_template(stream)
    except ValueError:
        name = stream.codec_context.name if stream.codec_context else "an unknown codec"
        raise NotSupportedError(
            f"stream {stream.index} of {path} ({stream.type}, {name}) does not go into {muxer}; choose .mkv"
        ) from None
    made.metadata.update(stream.metadata)
    return made


def _label(container: av.container.InputContainer, output: av.container.OutputContainer) -> None:
    output.metadata.update(container.metadata)
    timecodes = [s.metadata["timecode"] for s in container.streams if "timecode" in s.metadata]
    if timecodes:
        output.metadata["timecode"] = timecodes[0]
