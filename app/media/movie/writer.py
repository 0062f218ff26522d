"""Writes a movie: native pictures in, the target whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import av
import av.error
from av.codec.context import Flags
from av.packet import Packet
from av.video.format import VideoFormat

from app.errors import MediaError, NotSupportedError, ReelmendError
from app.media.movie.container import time_base_of, writing_fault
from app.media.movie.layouts import PixelLayout
from app.media.movie.pixels import pack
from app.media.movie.presets import CONTAINERS, Preset, layout_for, preset_of
from app.media.movie.probe import ASPECT_TAG, ENCODING_TAG
from app.media.movie.sound_feed import SoundFeed, window_of
from app.media.movie.tags import ColourCodes, FieldOrder, codes_for, field_code
from app.media.movie.whole_file import WholeFile
from app.media.picture import NativePicture
from app.media.timecode import Timecode
from app.media.writing import WriterSpec

_SOUND_AHEAD = Fraction(1, 2)


class CodedPictures(Protocol):
    """Has a say in what the encoder made, before and after it is muxed (metadata inside the stream, say)."""

    def rewritten(self, index: int, data: bytes, configuration: bytes) -> bytes:
        """What becomes of a coded picture: `index` in presentation order, its bytes, the encoder's extradata."""
        ...

    def completed(self, file: BinaryIO, muxer: str) -> None:
        """The container is closed: `file` may be read and mended before it gets its name."""
        ...


class MovieWriter:
    """Encodes pictures of one format at a constant rate, with the sound of `spec.sound_from` beside them.

    Everything goes to a temporary file beside the target, which is synced to the disk and renamed by
    `finish`. Colour tags, pixel aspect, field order and timecode are those of the pictures and of
    `spec.source`. `coded` may change the coded pictures on their way, and the closed container.

    Raises:
        MediaError: the target exists, its ending does not fit the kind, or the kind cannot hold the pictures.
        NotSupportedError: this build lacks the encoder, or the container cannot carry the sound.
    """

    def __init__(self, target: Path, spec: WriterSpec, coded: CodedPictures | None = None) -> None:
        self._target = target
        self._spec = spec
        self._coded = coded
        self._preset = preset_of(spec.kind)
        muxer = self._muxer = _muxer(target, self._preset)
        self._layout = _checked_layout(self._preset, spec)
        self._order: FieldOrder = spec.source.field_order if spec.source else "progressive"
        _check_fields(self._preset, self._order)
        self._codes = codes_for(spec.format, spec.source)
        self._count = 0
        self._done = False
        self._sound: SoundFeed | None = None
        self._container: av.container.OutputContainer | None = None
        self._whole: WholeFile | None = None
        try:
            self._whole = WholeFile(target)
            self._container = av.open(
                self._whole.file, "w", format=muxer, buffer_size=1 << 20, container_options=_muxer_options(muxer)
            )
            self._stream = self._video_stream(self._container)
            self._marker = _FrameMarker(self._layout, spec, self._order)
            self._label(self._container)
            if muxer == "mxf" and spec.kind.startswith("dnxhr") and spec.format.pixel_aspect != 1:
                raise NotSupportedError("DNxHR in MXF cannot say here that pixels are not square; choose .mov")
            if spec.sound_from is not None and spec.sound_from.sound:
                self._sound = _sound_feed(spec, self._container, target)
            self._container.start_encoding()
        except BaseException as error:
            self.abort()
            raise self._sentence(error) from error

    def write(self, picture: NativePicture) -> None:
        """Encode one picture. MediaError where its format is another, NoRoomError on a full disk."""
        if self._done or self._container is None:
            raise ValueError("the writer is finished")
        if picture.format != self._spec.format:
            raise MediaError(
                f"picture {self._count} for {self._target} is of another format than the movie: {picture.format}"
            )
        try:
            frame = self._marker(pack(picture, self._layout))
            frame.pts, frame.time_base, frame.duration = self._count, 1 / self._spec.rate, 1
            _set_codes(frame, self._codes)
            for packet in self._stream.encode(frame):
                self._mux(packet)
            self._count += 1
            if self._sound is not None:
                self._sound.advance(self._count / self._spec.rate + _SOUND_AHEAD)
        except Exception as error:
            self.abort()
            raise self._sentence(error) from error

    def finish(self) -> Sequence[Path]:
        """Complete the movie, sync it and give it its name; returns the target."""
        if self._done or self._container is None or self._whole is None:
            raise ValueError("the writer is finished")
        try:
            if not self._count:
                raise MediaError(f"no picture was handed in for {self._target}; nothing is written")
            last = list(self._stream.encode(None))
            if len(last) == self._count:
                _decode_in_order(last)
            for packet in last:
                self._mux(packet)
            if self._sound is not None:
                self._sound.advance(None)
                self._sound.close()
            self._container.close()
            self._container = None
            if self._coded is not None:
                self._coded.completed(self._whole.file, self._muxer)
            self._whole.keep()
        except Exception as error:
            self.abort()
            raise self._sentence(error) from error
        self._done = True
        return (self._target,)

    def abort(self) -> None:
        """Take the unfinished movie away. Harmless after `finish`, and twice."""
        if self._done:
            return
        self._done = True
        if self._sound is not None:
            self._sound.close()
        if self._container is not None:
            # The trailer of a movie that is thrown away may fail as well: on a full disk it does.
            with contextlib.suppress(Exception):
                self._container.close()
            self._container = None
        if self._whole is not None:
            self._whole.discard()

    def _mux(self, packet: Packet[Any]) -> None:
        assert self._container is not None
        if self._coded is not None:
            # By time, not by count: B-frames leave the encoder in another order than they are shown.
            assert packet.pts is not None
            index = round(packet.pts * time_base_of(packet) * self._spec.rate)
            configuration = bytes(self._stream.codec_context.extradata or b"")
            packet = with_data(packet, self._coded.rewritten(index, bytes(packet), configuration))
        self._container.mux(packet)

    def _sentence(self, error: BaseException) -> BaseException:
        """The error as a person should read it; a bug stays what it is."""
        if isinstance(error, ReelmendError) or not isinstance(error, OSError | av.error.FFmpegError | ValueError):
            return error
        if isinstance(error, OSError):
            done = f"after {self._count} frames; the unfinished file was taken away again"
            return writing_fault(error, self._target, done)
        said = " ".join(str(error).split())
        return MediaError(f"{self._target} cannot be written as {self._spec.kind}: {said}")

    def _video_stream(self, container: av.container.OutputContainer) -> Any:
        spec, format = self._spec, self._spec.format
        stream: Any = container.add_stream(
            self._preset.codec, rate=spec.rate, width=format.width, height=format.height, time_base=1 / spec.rate
        )
        context = stream.codec_context
        context.pix_fmt = self._layout.name
        context.time_base = 1 / spec.rate
        context.sample_aspect_ratio = format.pixel_aspect
        context.color_primaries, context.color_trc = self._codes.primaries, self._codes.transfer
        context.colorspace, context.color_range = self._codes.matrix, self._codes.range
        context.field_order = field_code(self._order)
        if self._order in ("tff", "bff"):
            context.flags |= Flags.interlaced_dct | (Flags.interlaced_me if self._preset.codec == "libx264" else 0)
        if self._preset.codec_tag and container.format.name in ("mov", "mp4"):
            context.codec_tag = self._preset.codec_tag
        if self._order == "bff" and self._preset.codec == "libx264":
            context.options = {"x264-params": "bff=1"}  # libx264 follows frames from top to bottom first only
        context.options = {**context.options, **self._preset.options, **spec.options}
        return stream

    def _label(self, container: av.container.OutputContainer) -> None:
        timecode = _timecode(self._spec)
        if timecode:
            container.metadata["timecode"] = timecode
        if container.format.name == "matroska":
            aspect = self._spec.format.pixel_aspect
            container.metadata[ENCODING_TAG] = self._spec.format.encoding
            container.metadata[ASPECT_TAG] = f"{aspect.numerator}/{aspect.denominator}"


def _decode_in_order(packets: Sequence[Packet[Any]]) -> None:
    """Decoding times for a whole movie whose pictures all left the encoder at its end.

    x265 sets its delay when it meets the picture that many frames on; in a movie of one or two frames it never
    does, and gives decoding times from memory it never wrote. One frame apart and never after a picture is shown
    is what it gives longer movies.
    """
    shown = [packet.pts for packet in packets if packet.pts is not None]
    delay = max((index - pts for index, pts in enumerate(shown)), default=0)
    for index, packet in enumerate(packets):
        packet.dts = index - delay


def with_data(packet: Packet[Any], data: bytes) -> Packet[Any]:
    """The same packet with other bytes: times, stream and marks stay."""
    made: Packet[Any] = Packet(data)
    made.time_base = packet.time_base
    made.pts, made.dts, made.duration = packet.pts, packet.dts, packet.duration
    made.is_keyframe = packet.is_keyframe
    made.stream = packet.stream
    return made


class _FrameMarker:
    """Writes pixel aspect and field order on frames, where encoders look for them and PyAV cannot reach.

    FFmpeg's `setsar` and `setfield` filters pass the pixels through as they are.
    """

    def __init__(self, layout: PixelLayout, spec: WriterSpec, order: FieldOrder) -> None:
        aspect = spec.format.pixel_aspect
        filters = [("setsar", f"{aspect.numerator}/{aspect.denominator}")] if aspect != 1 else []
        filters += [("setfield", order)] if order in ("tff", "bff") else []
        self._graph = av.filter.Graph() if filters else None
        if self._graph is None:
            return
        format = spec.format
        nodes = [
            self._graph.add_buffer(
                width=format.width,
                height=format.height,
                format=VideoFormat(layout.name),
                time_base=1 / spec.rate,
            ),
            *(self._graph.add(name, value) for name, value in filters),
            self._graph.add("buffersink"),
        ]
        self._graph.link_nodes(*nodes).configure()

    def __call__(self, frame: av.VideoFrame) -> av.VideoFrame:
        if self._graph is None:
            return frame
        self._graph.push(frame)
        marked = self._graph.pull()
        assert isinstance(marked, av.VideoFrame)
        return marked


def _muxer(target: Path, preset: Preset) -> str:
    suffix = target.suffix.lower()
    if suffix not in preset.suffixes:
        ends = f"ends in '{target.suffix}'" if target.suffix else "has no ending"
        raise MediaError(f"{target.name} {ends}, but {preset.kind} goes into {' or '.join(preset.suffixes)}")
    return CONTAINERS[suffix]


def _muxer_options(muxer: str) -> dict[str, str]:
    if muxer == "mp4":
        return {"write_tmcd": "1"}
    return {}


def _checked_layout(preset: Preset, spec: WriterSpec) -> PixelLayout:
    if spec.bit_depth is not None and spec.bit_depth != spec.format.bit_depth:
        raise MediaError(
            f"{spec.bit_depth} bits were asked for and the pictures have {spec.format.bit_depth}; "
            "they must be converted before they are written"
        )
    return layout_for(preset, spec.format)


def _check_fields(preset: Preset, order: FieldOrder) -> None:
    if order in ("tff", "bff") and not preset.interlaced:
        raise NotSupportedError(
            f"the pictures are interlaced, which {preset.kind} cannot hold; choose prores-hq, ffv1 or h264"
        )


def _sound_feed(spec: WriterSpec, container: av.container.OutputContainer, target: Path) -> SoundFeed:
    assert spec.sound_from is not None
    if spec.sound_from.rate != spec.rate:
        raise NotSupportedError(
            f"the movie runs at {spec.rate} frames per second and its sound belongs to {spec.sound_from.rate}: "
            "they would drift apart; export at the source's rate or without sound"
        )
    return SoundFeed(spec.sound_from, window_of(spec.sound_from, spec.frame_range), container, target)


def _set_codes(frame: av.VideoFrame, codes: ColourCodes) -> None:
    frame.color_primaries, frame.color_trc = codes.primaries, codes.transfer
    frame.colorspace, frame.color_range = codes.matrix, codes.range


def _timecode(spec: WriterSpec) -> str:
    """The source's start timecode moved on to the first frame that is written; '' where there is none."""
    if spec.source is None or not spec.source.start_timecode:
        return ""
    first = spec.frame_range[0] if spec.frame_range else 0
    try:
        return str(Timecode.parse(spec.source.start_timecode).plus(first, spec.source.rate))
    except ValueError:
        return ""
