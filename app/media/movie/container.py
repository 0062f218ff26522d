"""Opening movie containers, and FFmpeg's faults as sentences."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.error
from av.stream import Discard, Disposition

from app.errors import MediaError, NoRoomError, NotSupportedError, ReelmendError
from app.media.failures import empty_file, no_such_path, of_system

_THREADS = min(4, os.cpu_count() or 1)

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def open_input(path: Path) -> av.container.InputContainer:
    """Open a movie or sound file for reading; MediaError says what is wrong with one that does not open."""
    if not path.exists():
        raise no_such_path(path)
    if path.is_dir():
        raise MediaError(f"{path} is a folder where a movie file was expected")
    try:
        if path.stat().st_size == 0:
            raise empty_file(path)
        # Through the file protocol: a name such as "a:b.mov" must not be taken for a network address.
        return av.open(f"file:{path}", "r", metadata_errors="replace")
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise fault(error, path, "reading") from error


def video_stream(container: av.container.InputContainer, path: Path, threads: int | None = None) -> av.VideoStream:
    """The first moving-picture stream, set up for decoding on `threads` (None: a few), all others ignored."""
    streams = [s for s in container.streams.video if not _is_cover(s)]
    if not streams:
        has_sound = "it holds sound only" if container.streams.audio else "it holds no pictures"
        raise MediaError(f"{path} has no video stream: {has_sound}; choose a file with pictures")
    stream = streams[0]
    if stream.codec_context is None:
        raise NotSupportedError(
            f"{path} is coded with a codec that this build of FFmpeg does not decode; convert it to FFV1 or ProRes"
        )
    for other in container.streams:
        if other.index != stream.index:
            other.discard = Discard.all
    stream.thread_type = "AUTO" if threads != 1 else "SLICE"
    stream.codec_context.thread_count = threads or _THREADS
    return stream


def time_base_of(stream: Any) -> Fraction:
    """Seconds of one unit of a stream's times; 1/90000 (MPEG's clock) where the container tells none."""
    return Fraction(stream.time_base) if stream.time_base else Fraction(1, 90000)


@contextmanager
def faults(path: Path, doing: str) -> Iterator[None]:
    """Turn FFmpeg's and the system's errors inside the block into sentences about `path`."""
    try:
        yield
    except (av.error.FFmpegError, OSError) as error:
        raise fault(error, path, doing) from error


def fault(error: Exception, path: Path, doing: str) -> ReelmendError:
    """The sentence for an error met while `doing` ('reading', 'writing') `path`."""
    if isinstance(error, av.error.InvalidDataError):
        return MediaError(
            f"{path} is no movie that can be read, or its index is missing because the recording or copy was "
            "cut off; copy it again from its source"
        )
    if isinstance(error, av.error.LookupError):
        return NotSupportedError(f"{path} needs a codec or container that this build of FFmpeg lacks ({error})")
    if isinstance(error, OSError):
        return of_system(error, path, doing)
    return MediaError(f"{doing} {path} failed: {' '.join(str(error).split())}")


def writing_fault(error: OSError, path: Path, done: str) -> ReelmendError:
    """The sentence for a failed write; `done` says how far it came."""
    if error.errno in _NO_ROOM:
        return NoRoomError(f"the disk is full: {path} was given up {done}; free some space and run again")
    return fault(error, path, "writing")


def _is_cover(stream: Any) -> bool:
    return bool(stream.disposition & Disposition.attached_pic)
