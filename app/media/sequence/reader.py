"""Random access to the frames of a sequence, with an answer for every frame that is missing or broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import numpy as np

from app.errors import MediaError
from app.media import failures
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import OnBadFrame, Reel
from app.media.sequence import naming
from app.media.sequence.codecs import STAND_IN, FrameCodec, codec_for
from app.media.sequence.probing import difference

_OF_ONE_FRAME = ("smpte:TimeCode", "smpte:KeyCode")
_MID_GREY_CHROMA = ("Cb", "Cr")


class SequenceReader:
    """Reads frames of a reel by index. Belongs to one thread."""

    def __init__(self, reel: Reel, policy: OnBadFrame = OnBadFrame.HOLD) -> None:
        """`policy` says what `read` answers for a bad frame."""
        self.reel = reel
        self.policy = policy
        self._bad: dict[int, failures.FrameError] = {
            index: failures.FrameError(
                "hole", f"{self._usual_path(index)} is missing; put it back or hold the frame before"
            )
            for finding in reel.findings
            if finding.kind == "hole"
            for index in finding.frames
        }
        self._held: tuple[int, NativePicture] | None = None
        self._listed: naming.FileSequence | None = None

    def read(self, index: int) -> NativePicture:
        """The picture at `index`; a bad frame as the policy says.

        Raises:
            IndexError: outside 0 .. frame_count - 1.
            FrameError: a bad frame, with `OnBadFrame.STOP`.
            MediaError: a bad frame to be held, where the reel has no good one.
        """
        if not 0 <= index < self.reel.frame_count:
            raise IndexError(f"frame {index} of a reel of {self.reel.frame_count}")
        try:
            return self._good(index)
        except failures.FrameError as error:
            if self.policy is OnBadFrame.STOP:
                raise
            if self.policy is OnBadFrame.BLACK:
                return _black(self.reel.format, str(error))
            return self._hold(index, error)

    def is_bad(self, index: int) -> bool:
        """True where `read` hands out a held or black frame (known after reading; holes at once)."""
        return index in self._bad

    def fault(self, index: int) -> failures.FrameError | None:
        """What is wrong with a bad frame, as far as it has been read."""
        return self._bad.get(index)

    def close(self) -> None:
        """Forget the held picture. No file stays open between reads."""
        self._held = None

    def _usual_path(self, index: int) -> Path:
        return self.reel.path.parent / naming.frame_name(self.reel.path.name, self.reel.first_number + index)

    def _good(self, index: int) -> NativePicture:
        """The frame, or FrameError (remembered) where it is not what the reel promises."""
        if index in self._bad:
            raise self._bad[index]
        try:
            return self._read(index)
        except failures.FrameError as error:
            self._bad[index] = error
            raise

    def _read(self, index: int) -> NativePicture:
        path = self._path(index)
        picture = self._codec(path).read(path, self.reel.format.encoding)
        told = difference(self.reel.format, picture.format)
        if told is not None:
            kind, text = told
            raise failures.FrameError(kind, f"{path} {text}; take it away or convert it")
        return replace(picture, format=self.reel.format)

    def _codec(self, path: Path) -> FrameCodec:
        return codec_for(naming.PICTURE_SUFFIXES[path.suffix.lower()])

    def _path(self, index: int) -> Path:
        """The frame's file: by the pattern, else (another case or padding) by its number in the folder."""
        path = self._usual_path(index)
        if path.exists():
            return path
        number = self.reel.first_number + index
        if self._listed is None:
            self._listed = self._listing()
        name = self._listed.names.get(number) if self._listed else None
        if name is None:
            raise failures.FrameError("hole", f"{path} is missing; put it back or hold the frame before")
        return path.with_name(name)

    def _listing(self) -> naming.FileSequence:
        folder, pattern = self.reel.path.parent, self.reel.path.name
        for sequence in naming.list_folder(folder):
            if naming.alike(sequence.pattern, pattern):
                return sequence
        return naming.FileSequence(folder, pattern)

    def _hold(self, index: int, error: failures.FrameError) -> NativePicture:
        """The nearest good frame before, else the nearest one after."""
        for other in (*range(index - 1, -1, -1), *range(index + 1, self.reel.frame_count)):
            if self._held is not None and self._held[0] == other:
                return _stand_in(self._held[1], f"{error}; frame {other} is held")
            try:
                picture = self._good(other)
            except failures.FrameError:
                continue
            self._held = (other, picture)
            return _stand_in(picture, f"{error}; frame {other} is held")
        raise MediaError(f"no frame of {self.reel.path} can be read; the first fault: {error}")


def _stand_in(picture: NativePicture, reason: str) -> NativePicture:
    metadata = {key: value for key, value in picture.metadata.items() if key not in _OF_ONE_FRAME}
    metadata[STAND_IN] = reason
    return replace(picture, metadata=MappingProxyType(metadata))


def _black(format: PictureFormat, reason: str) -> NativePicture:
    """Code values of black: zero, or the foot of video range; neutral chroma; opaque alpha."""
    planes = []
    step = 1 if format.is_float else 2 ** max(format.bit_depth - 8, 0)
    for index, name in enumerate(format.channels):
        value = 0
        if format.model == "ycbcr" and name in _MID_GREY_CHROMA:
            value = 128 * step
        elif index < format.colour_planes and not format.full_range:
            value = 16 * step
        elif index < format.colour_planes and format.encoding == "cineon_log" and not format.is_float:
            value = round(95 / 1023 * (2**format.bit_depth - 1))
        elif name == "A":
            value = 1 if format.is_float else 2**format.bit_depth - 1
        planes.append(np.full(format.plane_shape(index), value, format.dtype))
    return NativePicture(format, tuple(planes), MappingProxyType({STAND_IN: reason}))
