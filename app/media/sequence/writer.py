"""Writing numbered frames: each appears whole under its name or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.errors import MediaError, NoRoomError
from app.media import failures
from app.media.picture import NativePicture
from app.media.sequence import naming
from app.media.sequence.codecs import FrameJob, codec_for
from app.media.sequence.probing import difference
from app.media.writing import WriterSpec

_SUFFIX = {"dpx": ".dpx", "tiff": ".tif", "exr": ".exr", "png": ".png"}


class SequenceWriter:
    """Writes pictures as numbered files into a folder.

    Every file is written under a hidden temporary name and renamed. Files are flushed to the disk together in
    `finish`, not one by one: a power cut before that may lose frames, never a frame of another sequence.
    """

    def __init__(self, target: Path, spec: WriterSpec) -> None:
        """Check everything that can be checked before the first frame, and make the folder.

        Raises:
            MediaError: the kind cannot carry the pictures exactly, or the folder holds such frames already.
        """
        self.target = target
        self.spec = spec
        self.pattern = frame_pattern(spec)
        self._codec = codec_for(spec.kind)
        self._written: list[Path] = []
        self._made: list[Path] = []
        self._finished = False
        self._check_spec()
        self._check_target()
        self._make_folder()

    def write(self, picture: NativePicture) -> None:
        """Append one picture.

        Raises:
            MediaError: its format is not the one announced.
            NoRoomError: the disk is full; the frames completed so far are still there until `abort`.
        """
        told = difference(self.spec.format, picture.format)
        if told is not None:
            raise MediaError(f"frame {len(self._written)} for {self.target} {told[1]}")
        name = naming.frame_name(self.pattern, self.spec.first_number + len(self._written))
        path, temporary = self.target / name, self.target / f".{name}.part"
        try:
            self._codec.write(temporary, picture, FrameJob(self.spec, len(self._written), name))
            temporary.replace(path)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise self._told(failures.of_system(error, path, "writing")) from None
        except BaseException as error:
            temporary.unlink(missing_ok=True)
            if isinstance(error, NoRoomError):
                raise self._told(error) from None
            raise
        self._written.append(path)

    def finish(self) -> Sequence[Path]:
        """Flush the frames and the folder to the disk; what was written, in order."""
        for path in self._written:
            _flush(path)
        _flush(self.target)
        self._finished = True
        return tuple(self._written)

    def abort(self) -> None:
        """Remove the frames this writer wrote and the folders it made, and nothing else."""
        if self._finished:
            return
        for path in self._written:
            path.unlink(missing_ok=True)
        self._written.clear()
        for folder in reversed(self._made):
            try:
                folder.rmdir()
            except OSError:
                break
        self._made.clear()

    def _told(self, error: Exception) -> Exception:
        if not isinstance(error, NoRoomError):
            return error
        count = len(self._written)
        return NoRoomError(f"the disk is full: {count} frames of {self.target} were completed; free some space")

    def _check_spec(self) -> None:
        spec = self.spec
        objection = self._codec.objection(spec.format, spec.options)
        if objection is not None:
            raise MediaError(f"these pictures cannot be written as {spec.kind}: {objection}")
        if spec.bit_depth is not None and spec.bit_depth != spec.format.bit_depth:
            raise MediaError(
                f"pictures of {spec.format.bit_depth} bits were announced for {spec.kind} frames of "
                f"{spec.bit_depth}; convert them before they are written"
            )
        if not naming.has_number(self.pattern):
            raise MediaError(f"the name '{self.pattern}' has no place for the frame number; use %06d in it")

    def _check_target(self) -> None:
        if self.target.exists() and not self.target.is_dir():
            raise MediaError(f"{self.target} is a file; frames need a folder of their own")
        try:
            names = [p.name for p in self.target.iterdir()] if self.target.exists() else []
        except OSError as error:
            raise failures.of_system(error, self.target, "reading") from None
        taken = taken_name(names, self.pattern)
        if taken is not None:
            raise MediaError(
                f"{self.target} already holds frames of this name ({taken}); choose another folder or remove them"
            )

    def _make_folder(self) -> None:
        missing = [p for p in (self.target, *self.target.parents) if not p.exists()]
        for folder in reversed(missing):
            try:
                folder.mkdir(exist_ok=True)
            except OSError as error:
                raise failures.of_system(error, folder, "writing") from None
            self._made.append(folder)


def frame_pattern(spec: WriterSpec) -> str:
    """The file names of the frames: as asked, else as the source names its frames, else '%06d'."""
    suffix = _SUFFIX[spec.kind]
    source = spec.source
    if spec.pattern:
        stem = spec.pattern
    elif source is not None and source.kind == "sequence":
        stem, own = naming.split_ending(source.path.name)
        suffix = own if source.container == spec.kind else suffix
    elif source is not None:
        stem = source.path.stem.replace("%", "%%")
    else:
        stem = "%06d"
    if naming.has_number(stem) or spec.pattern:
        return stem + suffix
    return f"{stem}.%06d{suffix}"


def taken_name(names: Iterable[str], pattern: str) -> str | None:
    """The first of the names that a frame of this pattern could have."""
    mine = _name_test(pattern)
    return next((name for name in sorted(names) if mine.fullmatch(name)), None)


def _name_test(pattern: str) -> re.Pattern[str]:
    """A test for every name the pattern can give."""
    before, after = (naming.frame_name(p, 0) for p in naming.halves(pattern))
    return re.compile(re.escape(before) + r"-?\d+" + re.escape(after), re.IGNORECASE)


def _flush(path: Path) -> None:
    """Wait until a file or folder is on the disk, where the system can do that."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        raise failures.of_system(error, path, "writing") from None
    finally:
        os.close(handle)
