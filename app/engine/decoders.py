"""Open media: every reel's reader belongs to one thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

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
        self._threads: dict[str, ThreadPoolExecutor] = {}
        self._readers: dict[str, FrameReader] = {}
        self._waiting: dict[FrameId, Future[NativePicture]] = {}
        self._lock = Lock()

    def reel(self, id: str) -> Reel:
        """The reel's facts."""
        return self._reels[id][0]

    def read(self, frame: FrameId) -> NativePicture:
        """The native picture; waits for it. MediaError as the reel's policy says."""
        with self._lock:
            future = self._waiting.pop(frame, None) or self._submit(frame)
        return future.result()

    def prefetch(self, frame: FrameId) -> None:
        """Begin to decode a frame that will be read soon."""
        with self._lock:
            if frame in self._waiting or not 0 <= frame.index < self.reel(frame.reel).frame_count:
                return
            while len(self._waiting) >= self.AHEAD:
                self._waiting.pop(next(iter(self._waiting))).cancel()
            self._waiting[frame] = self._submit(frame)

    def is_bad(self, frame: FrameId) -> bool:
        """True where the frame, already read, was held or black instead of real."""
        reader = self._readers.get(frame.reel)
        return reader is not None and self._on_thread(frame.reel, lambda: reader.is_bad(frame.index)).result()

    def close(self) -> None:
        """Close every reader on its own thread and end the threads."""
        with self._lock:
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
        return reader.read(frame.index)
