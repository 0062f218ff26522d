"""Open media: every reel's reader belongs to one thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

from app.errors import MediaError
from app.media.opening import open_reader
from app.media.picture import NativePicture
from app.media.reel import FrameId, FrameReader, OnBadFrame, Reel

T = TypeVar("T")


class Decoders:
    """Reads frames of several reels; a container is only ever touched by its own thread.

    Asking for frames ahead (`prefetch`) lets decoding run beside the computing of earlier ones; what was asked
    ahead and never taken is dropped again once more than `AHEAD` wait.
    """

    AHEAD = 16

    def __init__(self, reels: Mapping[str, tuple[Reel, OnBadFrame]]) -> None:
        self._reels = dict(reels)
        self._bad: set[FrameId] = set()
        self._threads: dict[str, ThreadPoolExecutor] = {}
        self._readers: dict[str, FrameReader] = {}
        self._waiting: dict[FrameId, Future[NativePicture]] = {}
        self._closed = False
        self._lock = Lock()

    def reel(self, id: str) -> Reel:
        """The reel's facts."""
        return self._reels[id][0]

    def read(self, frame: FrameId) -> NativePicture:
        """The native picture; waits for it. MediaError as the reel's policy says, and once this is closed."""
        with self._lock:
            if self._closed:
                raise MediaError("the media are closed")
            future = self._waiting.pop(frame, None) or self._submit(frame)
        return future.result()

    def prefetch(self, frame: FrameId) -> None:
        """Begin to decode a frame that will be read soon."""
        with self._lock:
            there_is = 0 <= frame.index < self.reel(frame.reel).frame_count
            if self._closed or frame in self._waiting or not there_is:
                return
            while len(self._waiting) >= self.AHEAD:
                self._waiting.pop(next(iter(self._waiting))).cancel()
            self._waiting[frame] = self._submit(frame)

    def forget(self, frames: Iterable[FrameId]) -> None:
        """Nobody will read these frames after all: what has not begun to decode is left out."""
        with self._lock:
            for frame in frames:
                if (waiting := self._waiting.pop(frame, None)) is not None:
                    waiting.cancel()

    @property
    def waiting(self) -> frozenset[FrameId]:
        """The frames that were asked ahead and not yet taken."""
        with self._lock:
            return frozenset(self._waiting)

    def is_bad(self, frame: FrameId) -> bool:
        """True where the frame, already read, was held or black instead of real."""
        return frame in self._bad

    def close(self) -> None:
        """Close every reader on its own thread and end the threads."""
        with self._lock:
            self._closed = True
            for waiting in self._waiting.values():
                waiting.cancel()
            self._waiting.clear()
            for id, reader in self._readers.items():
                self._threads[id].submit(reader.close).result()
            for thread in self._threads.values():
                thread.shutdown()
            self._threads.clear()
            self._readers.clear()

    def _submit(self, frame: FrameId) -> Future[NativePicture]:
        return self._on_thread(frame.reel, lambda: self._read_here(frame))

    def _on_thread(self, reel: str, work: Callable[[], T]) -> Future[T]:
        thread = self._threads.get(reel)
        if thread is None:
            thread = self._threads[reel] = ThreadPoolExecutor(1, thread_name_prefix=f"decoder-{reel[:8]}")
        return thread.submit(work)

    def _read_here(self, frame: FrameId) -> NativePicture:
        reader = self._readers.get(frame.reel)
        if reader is None:
            reel, policy = self._reels[frame.reel]
            reader = self._readers[frame.reel] = open_reader(reel, policy)
        picture = reader.read(frame.index)
        if reader.is_bad(frame.index):
            self._bad.add(frame)
        return picture
