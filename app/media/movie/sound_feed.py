"""Carries a reel's sound into a movie that is being written: packets as they are, cut to the frame range.

PCM is cut exactly, by samples. A compressed packet cannot be cut: the one that straddles the first frame is
taken whole and keeps its own time, which then lies before the picture's; QuickTime and MP4 hide that part by
an edit list, Matroska moves picture and sound together. Nothing ever shifts against the picture.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.packet import Packet
from av.stream import Discard

from app.errors import NotSupportedError
from app.media.movie.container import open_input, time_base_of
from app.media.movie.index_cache import frame_table
from app.media.reel import Reel, SoundTrack

_PCM_BYTES = {"u8": 1, "s8": 1, "s16": 2, "s24": 3, "s32": 4, "f32": 4, "f64": 8}
_MXF_SOUND = ("pcm_s16le", "pcm_s24le")
RESYNC = Fraction(1, 100)
"""PCM that strays this far (seconds) from where counting samples puts it has a real gap."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a reel in seconds after its first frame; None is open at that end."""

    start: Fraction | None
    end: Fraction | None

    @property
    def origin(self) -> Fraction:
        """What becomes time zero."""
        return self.start or Fraction(0)


def window_of(reel: Reel, frame_range: tuple[int, int] | None) -> Window:
    """The time of frames [start, end) of `reel`, by their own times where it is a movie.

    The whole reel is open at both ends: sound that begins before the picture or outlasts it is kept.
    """
    start, end = frame_range or (0, reel.frame_count)
    if reel.kind == "sequence" or (table := frame_table(reel.path.absolute(), reel.fingerprint)).counted:
        times = {index: index / reel.rate for index in (start, end)}
    else:
        origin = int(table.pts[0])
        times = {i: (int(table.pts[i]) - origin) * table.time_base for i in (start, end) if i < len(table)}
    return Window(times.get(start) if start > 0 else None, times.get(end) if end < reel.frame_count else None)


def pcm_bytes(codec: str) -> int:
    """Bytes per sample of an interleaved PCM codec of FFmpeg's; 0 for anything else."""
    if not codec.startswith("pcm_") or codec.endswith("planar"):
        return 0
    return _PCM_BYTES.get(codec.removeprefix("pcm_").removesuffix("le").removesuffix("be"), 0)


class SoundFeed:
    """The sound packets of a reel in the order of time, muxed as the picture advances."""

    def __init__(self, reel: Reel, window: Window, output: av.container.OutputContainer, target: Path) -> None:
        self._output = output
        self._open: list[av.container.InputContainer] = []
        self._packets: list[Iterator[tuple[Fraction, Packet[Any]]]] = []
        self._next: list[tuple[Fraction, Packet[Any]] | None] = []
        for path in dict.fromkeys(track.path for track in reel.sound):
            container = open_input(path)
            self._open.append(container)
            tracks = [_Track(reel, t, window, container, output, target) for t in reel.sound if t.path == path]
            self._packets.append(_merged(container, tracks))
        self._next = [None] * len(self._packets)
        self._started = False

    def advance(self, until: Fraction | None) -> None:
        """Mux what sounds before `until` seconds of the new movie; None: all that is left."""
        if not self._started:
            self._next = [next(packets, None) for packets in self._packets]
            self._started = True
        for number, packets in enumerate(self._packets):
            waiting = self._next[number]
            while waiting is not None and (until is None or waiting[0] <= until):
                self._output.mux(waiting[1])
                waiting = next(packets, None)
            self._next[number] = waiting

    def close(self) -> None:
        """Release the sound's files. Harmless twice."""
        for packets in self._packets:
            if isinstance(packets, Generator):
                packets.close()
        for container in self._open:
            container.close()
        self._packets, self._open, self._next = [], [], []


class _Track:
    """One sound track on its way from one container to the other."""

    def __init__(
        self,
        reel: Reel,
        track: SoundTrack,
        window: Window,
        container: av.container.InputContainer,
        output: av.container.OutputContainer,
        target: Path,
    ) -> None:
        self.stream: Any = container.streams[track.stream]
        self._window = window
        self._base = time_base_of(self.stream)
        begins = self.stream.start_time or 0
        self._offset = track.start - begins * self._base
        self._rate = track.sample_rate
        self._width = pcm_bytes(track.codec)
        self._block = self._width * track.channels
        self._expected: int | None = None
        self.ended = False
        self._swapped, self._out = _output_stream(output, self.stream, track, target)

    def passed(self, packet: Packet[Any]) -> tuple[Fraction, Packet[Any]] | None:
        """The packet as it goes into the new movie with its time there, or None where it lies outside."""
        if packet.pts is None:
            return None
        begin = packet.pts * self._base + self._offset - self._window.origin
        end = None if self._window.end is None else self._window.end - self._window.origin
        if end is not None and begin >= end:
            self.ended = True
            return None
        if self._block:
            return self._pcm(packet, begin, end)
        last = begin + (packet.duration or 0) * self._base
        if self._window.start is not None and last <= 0:
            return None
        time = round(begin * self._rate)
        return begin, self._addressed(packet, time)

    def _pcm(self, packet: Packet[Any], begin: Fraction, end: Fraction | None) -> tuple[Fraction, Packet[Any]] | None:
        first = round(begin * self._rate)
        if self._expected is not None and abs(first - self._expected) <= RESYNC * self._rate:
            first = self._expected  # the container's clock is coarser than the samples
        count = packet.size // self._block
        self._expected = first + count
        low = max(-first, 0) if self._window.start is not None else 0
        high = count if end is None else min(count, round(end * self._rate) - first)
        if low >= high:
            self.ended = end is not None and first >= round(end * self._rate)
            return None
        if low or high < count or self._swapped:
            data = bytes(packet)[low * self._block : high * self._block]
            if self._swapped:
                data = np.frombuffer(data, np.uint8).reshape(-1, self._width)[:, ::-1].tobytes()
            packet = Packet(data)
            packet.is_keyframe = True
        time = first + low
        return Fraction(time, self._rate), self._addressed(packet, time, high - low)

    def _addressed(self, packet: Packet[Any], time: int, samples: int | None = None) -> Packet[Any]:
        duration = samples if samples is not None else round((packet.duration or 0) * self._base * self._rate)
        packet.time_base = Fraction(1, self._rate)
        packet.pts = packet.dts = time
        packet.duration = duration
        packet.stream = self._out
        return packet


def _merged(
    container: av.container.InputContainer, tracks: list[_Track]
) -> Generator[tuple[Fraction, Packet[Any]], None, None]:
    """The tracks' packets in the order the container stores them."""
    by_stream = {track.stream.index: track for track in tracks}
    for other in container.streams:
        if other.index not in by_stream:
            other.discard = Discard.all
    packets: Any = container.demux([track.stream for track in tracks])
    try:
        for packet in packets:
            track = by_stream[packet.stream.index]
            if packet.size and not track.ended:
                passed = track.passed(packet)
                if passed is not None:
                    yield passed
            if all(t.ended for t in tracks):
                return
    finally:
        packets.close()


def _output_stream(
    output: av.container.OutputContainer, stream: Any, track: SoundTrack, target: Path
) -> tuple[bool, Any]:
    """A stream of the new movie for this track, and whether its samples' bytes must be swapped.

    PCM of the other byte order is the same sound: it is used where a container (MXF) takes only one.
    """
    if stream.codec_context is None:
        raise NotSupportedError(
            f"sound track {track.stream} of {track.path} is of an unknown kind; export without sound"
        )
    twin = f"{track.codec[:-2]}{'le' if track.codec.endswith('be') else 'be'}"
    try:
        if not _carries(output, track, track.codec):
            if pcm_bytes(track.codec) < 2 or not _carries(output, track, twin):
                raise ValueError(track.codec)
            added: Any = output.add_stream(twin, rate=track.sample_rate)
            added.codec_context.layout = track.layout
            swapped = True
        else:
            added = output.add_stream_from_template(stream)
            swapped = False
    except ValueError:
        raise NotSupportedError(
            f"the sound of {track.path} is {track.codec} at {track.sample_rate} Hz, which a {target.suffix} file "
            "cannot carry as it is; choose .mkv, which carries it, or export without sound"
        ) from None
    if track.language:
        added.metadata["language"] = track.language
    return swapped, added


def _carries(output: av.container.OutputContainer, track: SoundTrack, codec: str) -> bool:
    """True where the container takes a codec. FFmpeg's MXF muxer does not tell before it is too late."""
    if output.format.name == "mxf":
        return codec in _MXF_SOUND and track.sample_rate == 48000
    # Encoders' and decoders' names differ for some codecs (libmp3lame, mp3float): only PCM is asked by name,
    # and of the others adding the stream tells.
    return not pcm_bytes(codec) or codec in output.supported_codecs
