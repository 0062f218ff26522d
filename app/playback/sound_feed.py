"""The programme's sound as one stream of samples, in step with its positions. Runs on whichever thread asks."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator, Mapping
from fractions import Fraction
from typing import Any

import av
import av.error
import numpy as np
from av.stream import Discard

from app.errors import ReelmendError
from app.media.movie.container import open_input, time_base_of
from app.media.movie.sound_feed import RESYNC, window_of
from app.media.reel import Reel, SoundTrack
from app.playback.film import Film, Span
from app.playback.run import Route

SAMPLE_RATE = 48_000
CHANNELS = 2
CHUNK = 4800
"""Samples of a block: a tenth of a second."""
_BEFORE = Fraction(1, 5)
"""Seconds decoded and thrown away before the first sample: compressed sound needs a run-up."""

Block = np.ndarray[tuple[int, int], np.dtype[np.float32]]
"""`(samples, 2)` float32, nominal -1 to 1."""


class TrackReader:
    """One sound track from a moment on, resampled. Belongs to one thread; close it there.

    Args:
        track: the track.
        start: seconds after the reel's first frame.
        rate: samples for each second of the reel. `SAMPLE_RATE`, unless the film is projected at another speed
            than its file's: then the sound runs as fast as the picture, and its pitch with it.
    """

    def __init__(self, track: SoundTrack, start: Fraction, rate: int = SAMPLE_RATE) -> None:
        self._rate = rate
        self._start = start
        self._container = open_input(track.path)
        self._stream: Any = self._container.streams[track.stream]
        for other in self._container.streams:
            if other.index != track.stream:
                other.discard = Discard.all
        self._base = time_base_of(self._stream)
        self._begins = self._stream.start_time or 0
        self._offset = track.start - self._begins * self._base
        # One channel is heard at its full level on both sides, where the resampler would pan it to -3 dB.
        self._channels = 1 if track.channels == 1 else CHANNELS
        self._resampler = av.AudioResampler("flt", "mono" if self._channels == 1 else "stereo", rate)
        self._parts: list[Block] = []
        self._waiting = 0
        self._taken = 0
        self._expected: Fraction | None = None  # when the next decoded sample should sound, as counted
        target = start - _BEFORE - self._offset
        if target > 0:
            with contextlib.suppress(av.error.FFmpegError, OSError):  # what cannot seek is read from its beginning
                self._container.seek(int(target / self._base), stream=self._stream)
        self._packets: Any = self._container.demux(self._stream)

    def read(self, count: int) -> Block:
        """The next `count` samples; silence where the track has none."""
        while self._waiting < count and self._decode():
            pass
        joined = np.concatenate(self._parts) if self._parts else np.zeros((0, CHANNELS), np.float32)
        taken, rest = joined[:count], joined[count:]
        self._parts, self._waiting = ([rest] if len(rest) else []), len(rest)
        self._taken += count
        return taken if len(taken) == count else np.pad(taken, ((0, count - len(taken)), (0, 0)))

    def close(self) -> None:
        """Release the file. Harmless twice."""
        self._packets.close()
        self._container.close()

    def _decode(self) -> bool:
        """Decode one packet; False at the end of the track."""
        try:
            packet = next(self._packets, None)
        except (av.error.FFmpegError, OSError):
            return False  # the file is cut off here
        if packet is None:
            return False
        with contextlib.suppress(av.error.InvalidDataError):
            for frame in packet.decode():
                self._add(frame)
        return True

    def _add(self, frame: Any) -> None:
        time = self._expected
        if frame.pts is not None:
            told = frame.pts * self._base + self._offset
            if time is None or abs(told - time) > RESYNC:
                time = told
        time = self._offset if time is None else time
        self._expected = time + Fraction(frame.samples, frame.sample_rate)
        frame.pts = None
        parts = [part.to_ndarray().reshape(-1, self._channels) for part in self._resampler.resample(frame)]
        if parts:
            samples = np.broadcast_to(joined := np.concatenate(parts), (len(joined), CHANNELS))
            self._place(round((time - self._start) * self._rate), samples)

    def _place(self, place: int, samples: Block) -> None:
        """Append samples that belong at `place`: a gap becomes silence, what lies before is cut."""
        have = self._taken + self._waiting
        if abs(place - have) > RESYNC * self._rate or not have:
            if place > have:
                self._push(np.zeros((place - have, CHANNELS), np.float32))
            samples = samples[max(have - place, 0) :]
        self._push(samples)

    def _push(self, samples: Block) -> None:
        if len(samples):
            self._parts.append(samples)
            self._waiting += len(samples)


class ReelReader:
    """What is heard of a reel: its first track, or its first two as left and right where both are mono."""

    def __init__(self, reel: Reel, start: Fraction, rate: int) -> None:
        tracks = reel.sound[:2] if [track.channels for track in reel.sound[:2]] == [1, 1] else reel.sound[:1]
        self._readers = [TrackReader(track, start, rate) for track in tracks]

    def read(self, count: int) -> Block:
        """The next `count` samples."""
        blocks = [reader.read(count) for reader in self._readers]
        if len(blocks) == 1:
            return blocks[0]
        return np.ascontiguousarray(np.stack([blocks[0][:, 0], blocks[1][:, 1]], axis=1))

    def close(self) -> None:
        """Release the files."""
        for reader in self._readers:
            reader.close()


def has_sound(film: Film, reels: Mapping[str, Reel]) -> bool:
    """True where some part of the programme can be heard."""
    return any(reels[span.reel].sound for span in film.spans if span.reel in reels)


def programme_sound(
    film: Film, reels: Mapping[str, Reel], route: Route, position: int
) -> Generator[Block, None, None]:
    """The sound from a position on: to the film's end, or round and round its loop.

    Block boundaries are counted from the start in whole frames, so that no sum of roundings ever shifts sound
    against picture. What cannot be read is silent.
    """
    done = 0
    for span, first, count in _pieces(film, route, position):
        samples = _samples(done + count, film) - _samples(done, film)
        done += count
        yield from _heard(film, reels.get(span.reel), span, first, samples)


def _samples(frames: int, film: Film) -> int:
    return int(frames * SAMPLE_RATE / film.rate)


def _pieces(film: Film, route: Route, position: int) -> Iterator[tuple[Span, int, int]]:
    """(span, first position, positions) in playing order."""
    position = route.start_for(position, 1)
    while True:
        beyond = route.beyond if route.loops else film.length
        for span in film.spans:
            first, last = max(span.first, position), min(span.beyond, beyond)
            if first < last:
                yield span, first, last - first
        if not route.loops:
            return
        position = route.first


def _heard(film: Film, reel: Reel | None, span: Span, first: int, samples: int) -> Iterator[Block]:
    reader = None
    if reel is not None and reel.sound:
        frame = span.start + first - span.first
        with contextlib.suppress(ReelmendError):
            start = window_of(reel, (frame, reel.frame_count)).origin
            reader = ReelReader(reel, start, round(SAMPLE_RATE * reel.rate / film.rate))
    try:
        for done in range(0, samples, CHUNK):
            count = min(CHUNK, samples - done)
            yield reader.read(count) if reader is not None else np.zeros((count, CHANNELS), np.float32)
    finally:
        if reader is not None:
            reader.close()
