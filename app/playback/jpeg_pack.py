"""Frames as JPEG, one file for all of a reel: a raw Motion JPEG stream that any player opens, and an index beside it.

Frames are appended in any order, and what was appended stays: a pack that was cut off in the middle of a write, or
by a crash, opens with every whole frame it has.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

import numpy as np

_RECORD = np.dtype([("offset", "<u8"), ("length", "<u4"), ("check", "<u4")])


class JpegPack:
    """A folder with `frames.mjpeg` and `index`. Safe for several threads, one of which appends.

    Args:
        folder: made where it is missing.
        count: frames of the reel.
    """

    def __init__(self, folder: Path, count: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._data = _opened(folder / "frames.mjpeg")
        self._index = _opened(folder / "index")
        self._records = np.zeros(count, _RECORD)
        stored = np.frombuffer(
            self._index.read(count * _RECORD.itemsize // _RECORD.itemsize * _RECORD.itemsize), "u1"
        )
        known = stored[: len(stored) // _RECORD.itemsize * _RECORD.itemsize].view(_RECORD)
        self._records[: len(known)] = known
        self._end = self._data.seek(0, 2)
        beyond = self._records["offset"] + self._records["length"] > self._end
        self._records[beyond] = 0
        self.has = self._records["length"] > 0
        """`(count,)` bool: which frames are there. Read it freely; it only ever gains."""

    @property
    def done(self) -> int:
        """Frames that are there."""
        return int(np.count_nonzero(self.has))

    @property
    def nbytes(self) -> int:
        """Bytes of all frames."""
        return self._end

    def append(self, frame: int, jpeg: bytes) -> None:
        """Keep a frame. OSError where the disk takes no more: the pack stays whole."""
        with self._lock:
            record: Any = np.zeros((), _RECORD)
            record["offset"], record["length"], record["check"] = self._end, len(jpeg), crc32(jpeg)
            self._data.seek(self._end)
            self._data.write(jpeg)
            # The frame is written before the record that names it.
            self._data.flush()
            self._index.seek(frame * _RECORD.itemsize)
            self._index.write(record.tobytes())
            self._index.flush()
            self._records[frame] = record
            self._end += len(jpeg)
            self.has[frame] = True

    def read(self, frame: int) -> bytes | None:
        """A frame's JPEG; None where it is not there, or damaged (it then counts as missing)."""
        if not self.has[frame]:
            return None
        with self._lock:
            record = self._records[frame]
            self._data.seek(int(record["offset"]))
            jpeg = self._data.read(int(record["length"]))
            if crc32(jpeg) != int(record["check"]):
                self.has[frame] = False
                return None
        return jpeg

    def close(self) -> None:
        """Close the files."""
        with self._lock:
            self._data.close()
            self._index.close()


def _opened(path: Path) -> BinaryIO:
    path.touch()
    return path.open("r+b")
