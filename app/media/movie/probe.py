"""What a movie file is: counted, dated, tagged and told with its faults."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.error

from app.errors import MediaError
from app.media.encoding import ENCODINGS, chosen, guess_tags
from app.media.movie.container import faults, open_input, time_base_of, video_stream
from app.media.movie.decoding import Decoder
from app.media.movie.findings import findings_of
from app.media.movie.index import FrameTable
from app.media.movie.index_cache import fingerprint, frame_table
from app.media.movie.pixels import supported_layout
from app.media.movie.tags import (
    FULL,
    LIMITED,
    UNSPECIFIED,
    ColourCodes,
    FieldOrder,
    Matrix,
    field_order_of,
    matrix_of,
)
from app.media.movie.timing import rate_of
from app.media.picture import PictureFormat
from app.media.reel import Reel, SoundTrack

ENCODING_TAG = "REELMEND_ENCODING"
ASPECT_TAG = "REELMEND_PIXEL_ASPECT"
"""Tags of our own Matroska exports: for encodings that H.273 has no code point for, and for the pixel aspect,
which PyAV cannot write into the track header."""


def probe_movie(path: Path, encoding: str | None = None) -> Reel:
    """Open a movie file as a reel.

    Reads the header, the packets' headers once (kept by fingerprint; the index of an intra-only QuickTime
    file is taken as it is), and decodes the frames at both ends.

    Args:
        path: the movie file.
        encoding: a colour encoding a person chose; None guesses from the tags.

    Raises:
        MediaError: the file is no movie, holds no picture, or none that decodes.
        NotSupportedError: its codec or pixel format is not read here.
        UsageError: `encoding` is no known name.
    """
    with open_input(path) as container, faults(path, "reading"):
        stream = video_stream(container, path)
        mark = fingerprint(path)
        table = frame_table(path.absolute(), mark)
        frame = _first_frame(path, table)
        format, reason, codes = _format_of(stream, frame, container, encoding)
        field_order = _field_order(stream, frame)
        rate = rate_of(stream, table)
        reel = Reel(
            path=path,
            kind="movie",
            frame_count=len(table),
            rate=rate,
            format=format,
            container=container.format.name,
            codec=stream.codec_context.name,
            fingerprint=mark,
            encoding_reason=reason,
            field_order=field_order,
            start_timecode=_timecode(container, stream),
            sound=_sound_tracks(container, path, table),
            tags=(*codes.named(), ("pix_fmt", frame.format.name), *_profile(stream)),
        )
    return replace(reel, findings=findings_of(reel, table, frame.format.name))


def _first_frame(path: Path, table: FrameTable) -> av.VideoFrame:
    """The first picture as decoded: what planes will really look like, whatever the header says."""
    decoder = Decoder(path, table)
    try:
        frame = next((frame for _, frame in decoder.start_at(0, careful=True)), None)
        if frame is None:
            raise MediaError(f"{path} holds no picture that can be decoded; copy it again from its source")
        return frame
    finally:
        decoder.close()


def _format_of(
    stream: av.VideoStream, frame: av.VideoFrame, container: av.container.InputContainer, encoding: str | None
) -> tuple[PictureFormat, str, ColourCodes]:
    layout = supported_layout(frame.format.name)
    codes = _codes(stream, frame)
    full_range, range_reason = layout.always_full, "range as the pixel format says"
    if not layout.always_full:
        full_range, range_reason = _range(codes.range, layout.model)
    matrix: Matrix = "bt709"
    matrix_reason = ""
    if layout.model == "ycbcr":
        matrix, matrix_reason = matrix_of(codes.matrix, frame.height)
    if encoding is not None:
        guess = chosen(encoding)
    elif (kept := _tag(ENCODING_TAG, container.metadata)) in ENCODINGS:
        guess = chosen(kept)._replace(reason=f"the movie's own tag says '{kept}'")
    else:
        guess = guess_tags(dict(codes.named()), frame.height)
    reasons = [guess.reason, *([matrix_reason] if matrix_reason else []), range_reason]
    format = PictureFormat(
        width=frame.width,
        height=frame.height,
        channels=layout.channels,
        model=layout.model,
        dtype=layout.dtype,
        bit_depth=layout.bits,
        encoding=guess.encoding,
        full_range=full_range,
        matrix=matrix,
        subsampling=layout.subsampling,
        pixel_aspect=_pixel_aspect(stream, container),
    )
    return format, "; ".join(reasons), codes


def _codes(stream: av.VideoStream, frame: av.VideoFrame) -> ColourCodes:
    """The stream's tags, and the first frame's where the stream says nothing."""
    context = stream.codec_context

    def told(*values: Any) -> int:
        return next((int(v) for v in values if int(v) not in (UNSPECIFIED,)), UNSPECIFIED)

    # 0 is reserved for primaries and transfer; for the matrix it means R'G'B'.
    return ColourCodes(
        told(context.color_primaries, frame.color_primaries) or UNSPECIFIED,
        told(context.color_trc, frame.color_trc) or UNSPECIFIED,
        told(context.colorspace, frame.colorspace),
        int(context.color_range) or int(frame.color_range),
    )


def _range(code: int, model: str) -> tuple[bool, str]:
    if code in (LIMITED, FULL):
        return code == FULL, f"{'full' if code == FULL else 'limited'} range as tagged"
    full = model != "ycbcr"
    return full, f"the range is not tagged, {'full' if full else 'limited'} is assumed"


def _pixel_aspect(stream: av.VideoStream, container: av.container.InputContainer) -> Fraction:
    kept = _tag(ASPECT_TAG, container.metadata)
    if re.fullmatch(r"[1-9]\d{0,5}/[1-9]\d{0,5}", kept):
        return Fraction(kept)
    aspect = stream.sample_aspect_ratio or stream.codec_context.sample_aspect_ratio
    return Fraction(aspect) if aspect else Fraction(1)


def _field_order(stream: av.VideoStream, frame: av.VideoFrame) -> FieldOrder:
    order = field_order_of(stream.codec_context.field_order)
    if order == "unknown" and not frame.interlaced_frame:
        return "progressive"
    return order


def _tag(name: str, *places: Any) -> str:
    """A metadata value by its name in any case: containers differ."""
    for place in places:
        for key, value in place.items():
            if key.upper() == name:
                return str(value)
    return ""


def _timecode(container: av.container.InputContainer, stream: av.VideoStream) -> str:
    """Of the picture track, the container, or a timecode track (QuickTime tmcd)."""
    others = [s.metadata for s in container.streams if s.type == "data"]
    return _tag("TIMECODE", stream.metadata, container.metadata, *others)


def _profile(stream: av.VideoStream) -> tuple[tuple[str, str], ...]:
    profile = stream.codec_context.profile
    return (("profile", str(profile)),) if profile else ()


def _sound_tracks(container: av.container.InputContainer, path: Path, table: FrameTable) -> tuple[SoundTrack, ...]:
    first = int(table.pts[0]) * table.time_base
    tracks = []
    for stream in container.streams.audio:
        start = Fraction(0)
        if stream.start_time is not None and not table.counted:
            start = stream.start_time * time_base_of(stream) - first
        context = stream.codec_context
        tracks.append(
            SoundTrack(
                path=path,
                stream=stream.index,
                codec=context.name if context else "unknown",
                sample_rate=context.sample_rate if context else 0,
                channels=context.layout.nb_channels if context else 0,
                layout=context.layout.name if context else "",
                start=start,
                language=stream.language or "",
            )
        )
    return tuple(tracks)
