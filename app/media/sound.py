"""A reel's sound as a WAV beside an image sequence.

PCM leaves with the samples it came with, at its own depth. Compressed sound is decoded: to 32-bit float
where the codec works in float, so that nothing is clipped. Time zero of the WAV is the first frame.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.error
import numpy as np
from av.packet import Packet
from av.stream import Discard

from app.errors import MediaError, NotSupportedError
from app.media.movie.container import fault, open_input, time_base_of, writing_fault
from app.media.movie.sound_feed import RESYNC, Window, window_of
from app.media.movie.whole_file import WholeFile
from app.media.reel import Reel, SoundTrack
from app.media.timecode import Timecode

Samples = np.ndarray[tuple[int, int], np.dtype[Any]]
"""(samples, channels)."""

_DEPTHS = ("pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le")
"""From narrow to wide: tracks that differ are joined at the widest."""
_CHUNK = 1 << 15


def extract_wav(reel: Reel, target: Path, frame_range: tuple[int, int] | None = None) -> Path | None:
    """Write the sound of `reel`, or of its frames [start, end), as one WAV.

    Several tracks become the channels of one file, in the reel's order. A Broadcast Wave chunk (EBU Tech
    3285) carries the timecode of the first frame as its time reference; over 4 GB the file becomes RF64
    (EBU Tech 3306). Silence fills gaps and a late beginning, so that the WAV stays in step with the frames.

    Returns:
        `target`, or None where the reel has no sound.

    Raises:
        MediaError: the target exists, the tracks have several sample rates, or the sound does not decode.
        NoRoomError: the disk is full; nothing is left behind.
    """
    if not reel.sound:
        return None
    rates = {track.sample_rate for track in reel.sound}
    if len(rates) > 1:
        found = ", ".join(f"{rate} Hz" for rate in sorted(rates))
        raise MediaError(f"the sound tracks of {reel.path} have several sample rates ({found}); one WAV holds one")
    window = window_of(reel, frame_range)
    whole = None
    with contextlib.ExitStack() as held:
        tracks = _open_tracks(reel, window, held)
        codec = _joint_codec(tracks)
        try:
            whole = WholeFile(target)
            held.callback(whole.discard)
            _write(whole, codec, tracks, reel, frame_range)
            return whole.keep()
        except (OSError, av.error.FFmpegError) as error:
            if isinstance(error, OSError):
                raise writing_fault(error, target, "and taken away again") from error
            raise fault(error, target, "writing") from error


def _write(
    whole: WholeFile, codec: str, tracks: list[_Track], reel: Reel, frame_range: tuple[int, int] | None
) -> None:
    rate = tracks[0].rate
    channels = sum(track.channels for track in tracks)
    layout = tracks[0].layout if len(tracks) == 1 else f"{channels}C"
    options = {"rf64": "auto"}
    reference = _time_reference(reel, frame_range, rate)
    if reference is not None:
        options["write_bext"] = "1"
    with av.open(whole.file, "w", format="wav", buffer_size=1 << 20, container_options=options) as container:
        if reference is not None:
            container.metadata["time_reference"] = str(reference)
        stream: Any = container.add_stream(codec, rate=rate)
        stream.codec_context.layout = layout
        position = 0
        for samples in _joined(tracks, codec):
            packet: Packet[Any] = Packet(_bytes_of(samples, codec))
            packet.stream, packet.time_base = stream, Fraction(1, rate)
            packet.pts = packet.dts = position
            packet.duration = len(samples)
            container.mux(packet)
            position += len(samples)
        if not position:
            raise MediaError(f"the sound of {reel.path} holds not one sample in these frames")


def _time_reference(reel: Reel, frame_range: tuple[int, int] | None, rate: int) -> int | None:
    """Samples from midnight to the first frame's timecode; None where the reel has no timecode."""
    try:
        count = Timecode.parse(reel.start_timecode).to_frames(reel.rate) if reel.start_timecode else None
    except ValueError:
        return None
    if count is None:
        return None
    first = frame_range[0] if frame_range else 0
    return round((count + first) / reel.rate * rate)


class _Track:
    """One track's decoded samples, waiting to be joined; sample 0 is that of the first frame."""

    def __init__(self, track: SoundTrack, window: Window, stream: Any) -> None:
        if stream.codec_context is None or not track.channels:
            raise NotSupportedError(f"sound track {track.stream} of {track.path} is of an unknown kind")
        self.stream = stream
        self.rate, self.channels, self.layout = track.sample_rate, track.channels, track.layout
        self.codec = _pcm_codec(stream)
        self._base = time_base_of(stream)
        self._offset = track.start - (stream.start_time or 0) * self._base - window.origin
        self._end = None if window.end is None else round((window.end - window.origin) * self.rate)
        self._position: int | None = None  # where the next sample belongs, as counted
        self._parts: list[Samples] = []
        self.waiting = 0
        self.written = 0

    @property
    def ended(self) -> bool:
        """True where the frame range is served."""
        return self._end is not None and self.written + self.waiting >= self._end

    def add(self, frame: av.AudioFrame) -> None:
        """Take a decoded frame, at its place: gaps become silence, overlaps and what lies outside are cut."""
        samples = _samples_of(frame, self.channels)
        place = self._position
        if frame.pts is not None:
            told = round((frame.pts * self._base + self._offset) * self.rate)
            if place is None or abs(told - place) > RESYNC * self.rate:
                place = told
        place = place or 0
        self._position = place + len(samples)
        have = self.written + self.waiting
        if place > have:
            gap = place - have if self._end is None else min(place, self._end) - have
            self._push(np.zeros((max(gap, 0), self.channels), samples.dtype) + _silence(samples.dtype))
            have = self.written + self.waiting
        stop = len(samples) if self._end is None else min(len(samples), self._end - place)
        self._push(samples[max(have - place, 0) : max(stop, 0)])

    def take(self, count: int) -> Samples | None:
        """The next `count` samples (fewer at the end); None where nothing waits."""
        if not self.waiting:
            return None
        joined = np.concatenate(self._parts)
        taken, rest = joined[:count], joined[count:]
        self._parts = [rest] if len(rest) else []
        self.waiting = len(rest)
        self.written += len(taken)
        return taken

    def _push(self, samples: Samples) -> None:
        if len(samples):
            self._parts.append(samples)
            self.waiting += len(samples)


def _open_tracks(reel: Reel, window: Window, held: contextlib.ExitStack) -> list[_Track]:
    tracks: list[_Track] = []
    for path in dict.fromkeys(track.path for track in reel.sound):
        container = held.enter_context(open_input(path))
        wanted = {track.stream: track for track in reel.sound if track.path == path}
        for stream in container.streams:
            if stream.index not in wanted:
                stream.discard = Discard.all
        tracks += [_Track(track, window, container.streams[index]) for index, track in wanted.items()]
    return tracks


def _joint_codec(tracks: list[_Track]) -> str:
    """The narrowest PCM that holds all tracks without loss."""
    codecs = {track.codec for track in tracks}
    if "pcm_s32le" in codecs and "pcm_f32le" in codecs:
        return "pcm_f64le"  # 32-bit float has 24 bits of mantissa
    return max(codecs, key=_DEPTHS.index)


def _joined(tracks: list[_Track], codec: str) -> Iterator[Samples]:
    """Blocks of all tracks side by side, equally long; a track that ends early goes on in silence."""
    containers = list(dict.fromkeys(track.stream.container for track in tracks))
    sources = {c: _decoding(c, [t for t in tracks if t.stream.container is c]) for c in containers}
    try:
        while True:
            behind = [t for t in tracks if t.waiting < _CHUNK and not t.ended and t.stream.container in sources]
            if behind:
                container = min(behind, key=lambda t: t.waiting).stream.container
                if next(sources[container], None) is None:
                    del sources[container]
                continue
            blocks = [track.take(_CHUNK) for track in tracks]
            length = max((len(block) for block in blocks if block is not None), default=0)
            if not length:
                return
            yield np.hstack([_padded(b, t, length, codec) for b, t in zip(blocks, tracks, strict=True)])
    finally:
        for source in sources.values():
            source.close()


def _decoding(container: Any, tracks: list[_Track]) -> Generator[bool, None, None]:
    """Decode packet after packet into the tracks; a packet that does not decode leaves a gap."""
    by_stream = {track.stream.index: track for track in tracks}
    packets = container.demux([track.stream for track in tracks])
    try:
        for packet in packets:
            with contextlib.suppress(av.error.InvalidDataError):
                for frame in packet.decode():
                    by_stream[packet.stream.index].add(frame)
            yield True
            if all(track.ended for track in tracks):
                return
    except (av.error.FFmpegError, OSError):
        return  # the file is cut off here: what came is kept
    finally:
        packets.close()


def _padded(block: Samples | None, track: _Track, length: int, codec: str) -> Samples:
    samples = _converted(block, codec) if block is not None else None
    if samples is None:
        kind = _converted(np.zeros((0, 1), _TYPES[track.codec]), codec).dtype
        samples = np.zeros((0, track.channels), kind)
    if len(samples) < length:
        silence = np.full((length - len(samples), track.channels), _silence(samples.dtype), samples.dtype)
        samples = np.concatenate([samples, silence])
        track.written += length - (len(block) if block is not None else 0)
    return samples


_TYPES = {
    "pcm_u8": np.uint8,
    "pcm_s16le": np.int16,
    "pcm_s24le": np.int32,
    "pcm_s32le": np.int32,
    "pcm_f32le": np.float32,
    "pcm_f64le": np.float64,
}


def _pcm_codec(stream: Any) -> str:
    """The PCM that holds a stream's decoded samples without loss. FFmpeg decodes 24 bits into 32, left-aligned."""
    kind = stream.codec_context.format.name.removesuffix("p")
    if kind == "s32":
        # Other codecs (FLAC, ALAC) do not tell here how many of the 32 bits they fill.
        return "pcm_s24le" if stream.codec_context.name.startswith("pcm_s24") else "pcm_s32le"
    known = {"u8": "pcm_u8", "s16": "pcm_s16le", "flt": "pcm_f32le", "dbl": "pcm_f64le"}
    if kind not in known:
        raise NotSupportedError(f"sound of sample format {kind} is not written as WAV here")
    return known[kind]


def _samples_of(frame: av.AudioFrame, channels: int) -> Samples:
    array = frame.to_ndarray()
    return array.T if frame.format.is_planar else array.reshape(-1, channels)


def _silence(kind: Any) -> Any:
    return np.dtype(kind).type(128 if kind == np.uint8 else 0)


def _converted(samples: Samples, codec: str) -> Samples:
    """Samples at the depth of `codec`, which is never narrower: integers move up, or become exact floats."""
    wanted = np.dtype(_TYPES[codec])
    if samples.dtype == wanted:
        return samples
    if samples.dtype == np.uint8:
        samples = (samples.astype(np.int16) - 128) << 8
    if wanted.kind == "f":
        scale = 1.0 if samples.dtype.kind == "f" else float(-int(np.iinfo(samples.dtype).min))
        return (samples / scale).astype(wanted)
    return samples.astype(wanted) << 8 * (wanted.itemsize - samples.dtype.itemsize)


def _bytes_of(samples: Samples, codec: str) -> bytes:
    little = np.ascontiguousarray(samples.astype(samples.dtype.newbyteorder("<"), copy=False))
    if codec == "pcm_s24le":
        return little.view(np.uint8).reshape(-1, 4)[:, 1:].tobytes()
    return little.tobytes()
