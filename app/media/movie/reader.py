"""Frame-accurate random access to a movie's native pictures."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator

import av
import numpy as np

from app.errors import MediaError
from app.media.movie.decoding import Decoder
from app.media.movie.index import FrameTable
from app.media.movie.index_cache import frame_table
from app.media.movie.pixels import supported_layout, unpack
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import OnBadFrame, Reel

_FORWARD = 4
"""Frames that are decoded and dropped rather than seeking, where no entry picture lies between."""
_KEPT = 16
_KEPT_BYTES = 128 * 2**20
"""Decoded frames kept behind the playhead, so that a step back in a long group decodes nothing."""


class MovieReader:
    """Reads the frames of a movie reel. Belongs to one thread; close it there.

    Reading in order never seeks. A jump seeks to the entry picture at or before the frame and decodes
    forward to the frame's own presentation time; where that time does not come, decoding starts further
    back, on one thread, down to the file's beginning, before the frame is given up as bad.
    """

    def __init__(self, reel: Reel, policy: OnBadFrame = OnBadFrame.HOLD) -> None:
        self._reel = reel
        self._policy = policy
        self._table: FrameTable = frame_table(reel.path.absolute(), reel.fingerprint)
        if len(self._table) != reel.frame_count:
            raise MediaError(f"{reel.path} is not the file that was opened before: its frame count has changed")
        self._decoder = Decoder(reel.path, self._table)
        self._frames: Iterator[tuple[int, av.VideoFrame]] = iter(())
        self._position = -1  # index that the decoder has reached; -1: nowhere
        self._waiting: tuple[int, av.VideoFrame] | None = None  # decoded, and beyond what was asked for
        self._kept: OrderedDict[int, av.VideoFrame] = OrderedDict()
        self._keep = max(min(_KEPT, _KEPT_BYTES // _frame_bytes(reel.format)), 1)
        self._bad: dict[int, str] = {}
        self._last: tuple[int, NativePicture] | None = None
        self._closed = False

    def read(self, index: int) -> NativePicture:
        """The picture at `index`; a bad one is answered as the policy says (`MediaError` with STOP)."""
        if not 0 <= index < self._reel.frame_count:
            raise IndexError(f"frame {index} is outside 0..{self._reel.frame_count - 1} of {self._reel.path.name}")
        if self._closed:
            raise ValueError("the reader is closed")
        picture = self._good(index)
        return picture if picture is not None else self._instead_of(index)

    def is_bad(self, index: int) -> bool:
        """True where `read` handed out something else than the frame (known after reading)."""
        return index in self._bad

    def close(self) -> None:
        """Release decoder and file. Harmless twice."""
        self._closed = True
        self._waiting = None
        self._kept.clear()
        self._decoder.close()

    def _good(self, index: int) -> NativePicture | None:
        """The real picture, or None where it is bad; `_bad` then says why."""
        if self._last is not None and self._last[0] == index:
            return self._last[1]
        if index in self._bad:
            return None
        frame = self._fetch(index)
        if frame is None:
            self._bad[index] = "does not decode"
            return None
        why = self._difference(frame)
        if why:
            self._bad[index] = why
            return None
        picture = NativePicture(self._reel.format, unpack(frame))
        self._last = (index, picture)
        return picture

    def _fetch(self, index: int) -> av.VideoFrame | None:
        if index in self._kept:
            return self._kept[index]
        wanted = int(self._table.pts[index])
        # A jump wants its frame soon; a step back from there decodes once more, and then keeps what lies before.
        far = self._position < 0 or abs(index - self._position) > self._keep
        self._decoder.hurry_to = wanted if far else int(self._table.pts[max(index - self._keep + 1, 0)])
        if self._is_ahead(index):
            frame = self._forward_to(wanted)
            if frame is not None:
                return frame
        key = self._table.key_before(wanted)
        for number, start in enumerate(_steps_back(key)):
            self._waiting = None
            self._frames = self._decoder.start_at(start, careful=number > 0)
            frame = self._forward_to(wanted)
            if frame is not None:
                return frame
        return None

    def _is_ahead(self, index: int) -> bool:
        """True where decoding on from here reaches the frame sooner than a seek would."""
        if self._position < 0 or index <= self._position:
            return False
        here, there = int(self._table.pts[self._position]), int(self._table.pts[index])
        near = index - self._position <= _FORWARD
        return self._table.counted or near or self._table.key_before(there) == self._table.key_before(here)

    def _forward_to(self, wanted: int) -> av.VideoFrame | None:
        """Decode on until the frame of that time; None where a later one or the end comes first."""
        while True:
            if self._waiting is not None:
                time, frame = self._waiting
                self._waiting = None
            else:
                following = next(self._frames, None)
                if following is None:
                    return None
                time, frame = following
            index = self._table.find(time)
            if time > wanted:
                self._waiting = (time, frame)
                return None
            if index >= 0:
                self._position = index
                self._kept[index] = frame
                self._kept.move_to_end(index)
                if len(self._kept) > self._keep:
                    self._kept.popitem(last=False)
            if time == wanted:
                return frame

    def _difference(self, frame: av.VideoFrame) -> str:
        """Why a decoded frame is not one of this reel; '' where it is."""
        format = self._reel.format
        if frame.is_corrupt:
            return "is damaged"
        if (frame.width, frame.height) != (format.width, format.height):
            return f"is {frame.width}x{frame.height}, the reel is {format.width}x{format.height}"
        layout = supported_layout(frame.format.name)
        if (layout.channels, layout.dtype, layout.bits, layout.subsampling) != (
            format.channels,
            format.dtype,
            format.bit_depth,
            format.subsampling,
        ):
            return f"is {frame.format.name}, which is another pixel format than the reel's"
        return ""

    def _instead_of(self, index: int) -> NativePicture:
        why = self._bad[index]
        if self._policy is OnBadFrame.STOP:
            raise MediaError(
                f"frame {index} of {self._reel.path} {why}; choose to hold the frame before or to show black, "
                "or copy the file again from its source"
            )
        if self._policy is OnBadFrame.HOLD:
            around = (*range(index - 1, -1, -1), *range(index + 1, self._reel.frame_count))
            for other in around:
                picture = self._good(other)
                if picture is not None:
                    return picture
        return black_picture(self._reel.format)


def _frame_bytes(format: PictureFormat) -> int:
    size = np.dtype(format.dtype).itemsize
    return sum(math.prod(format.plane_shape(plane)) for plane in range(len(format.channels))) * size


def _steps_back(key: int) -> Iterator[int]:
    """Entry pictures to try: this one, the same on one thread, then ever further back to the first."""
    key = max(key, 0)
    yield key
    yield key
    step = 1
    while key > 0:
        key = max(key - step, 0)
        step *= 2
        yield key


def black_picture(format: PictureFormat) -> NativePicture:
    """A black picture of the format: nominal black in limited range, neutral chroma, opaque alpha."""
    peak = 1.0 if format.is_float else 2**format.bit_depth - 1
    scale = 1.0 if format.is_float else 2 ** (format.bit_depth - 8)
    planes = []
    for index, channel in enumerate(format.channels):
        value: float = 0
        if format.model == "ycbcr" and index in (1, 2):
            value = 0.5 if format.is_float else 128 * scale
        elif index < format.colour_planes and not format.full_range:
            value = 16 / 255 if format.is_float else 16 * scale
        elif channel == "A":
            value = peak
        planes.append(np.full(format.plane_shape(index), value, np.dtype(format.dtype)))
    return NativePicture(format, tuple(planes))
