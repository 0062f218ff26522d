"""The doors of the media room: a path becomes a reel, a reel a reader, a target a writer."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from app.media import failures
from app.media.reel import FrameReader, FrameWriter, OnBadFrame, Reel
from app.media.sequence import naming
from app.media.sequence.probing import probe_sequence
from app.media.sequence.reader import SequenceReader
from app.media.sequence.writer import SequenceWriter
from app.media.writing import SEQUENCE_KINDS, WriterSpec


def open_reel(path: Path, *, rate: Fraction | None = None, encoding: str | None = None) -> Reel:
    """Find out what a path holds: a movie file, a folder of frames, or one frame of a sequence.

    Args:
        path: absolute or relative.
        rate: frames per second, where the header is silent or wrong.
        encoding: the colour encoding, where the guess is wrong (see `app.media.encoding.ENCODINGS`).

    Raises:
        MediaError: nothing that can be read lies there; the text says what was found instead.
        UsageError: `encoding` is no encoding.
    """
    if not path.exists():
        raise failures.no_such_path(path)
    if path.is_dir() or naming.is_picture(path.name):
        return probe_sequence(path, rate=rate, encoding=encoding)
    from app.media.movie.probe import probe_movie

    reel = probe_movie(path, encoding)
    return reel if rate is None else replace(reel, rate=rate)


def open_reader(reel: Reel, policy: OnBadFrame = OnBadFrame.HOLD) -> FrameReader:
    """A reader of the reel's frames, for the thread that calls."""
    if reel.kind == "sequence":
        return SequenceReader(reel, policy)
    from app.media.movie.reader import MovieReader

    reader: FrameReader = MovieReader(reel, policy)
    return reader


def open_writer(target: Path, spec: WriterSpec) -> FrameWriter:
    """A writer of `spec.kind`: frames into the folder `target`, or the movie file `target`.

    Raises:
        MediaError: the kind cannot carry the pictures exactly, or the target exists already.
    """
    if spec.kind in SEQUENCE_KINDS:
        return SequenceWriter(target, spec)
    from app.media.movie.writer import MovieWriter

    writer: FrameWriter = MovieWriter(target, spec)
    return writer
