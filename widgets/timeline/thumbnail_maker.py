"""Small pictures of frames, made on one background thread with readers of its own. Knows no Qt.

A reader of its own, because a seek for a thumbnail must move no container that the viewer reads from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, cast

import cv2
import numpy as np

from app.document.snapshot import Snapshot
from app.engine.decoders import Decoders
from app.engine.display import thumbnail
from app.errors import ReelmendError
from app.media.reel import FrameId, OnBadFrame, Reel

Bytes = np.ndarray[Any, np.dtype[np.uint8]]
Deliver = Callable[[FrameId, "Bytes | None"], None]


class ThumbnailMaker:
    """Makes one thumbnail after the other. `make` and `close` are called from the UI thread and wait for nothing."""

    def __init__(self, reels: Mapping[str, Reel]) -> None:
        self._decoders = Decoders({id: (reel, OnBadFrame.HOLD) for id, reel in reels.items()})
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="thumbnails")
        self._closed = False

    def make(self, frame: FrameId, snapshot: Snapshot, height: int, deliver: Deliver) -> None:
        """Hand a picture of `height` rows, `(h, w, 4)` BGRX, to `deliver` on the thumbnails' thread; None where the
        frame cannot be read."""
        if not self._closed:
            self._thread.submit(self._work, frame, snapshot, height, deliver)

    def close(self, *, wait: bool = False) -> None:
        """Make no more, and close the readers; `wait` until that is done."""
        if not self._closed:
            self._closed = True
            # At the very end of the program there are no threads left to close anything on, nor a need to.
            with suppress(RuntimeError):
                self._thread.submit(self._decoders.close)
            self._thread.shutdown(wait=wait)

    def _work(self, frame: FrameId, snapshot: Snapshot, height: int, deliver: Deliver) -> None:
        picture = None
        try:
            if not self._closed:
                picture = self._picture(frame, snapshot, height)
        except (ReelmendError, KeyError, OSError):
            pass  # A frame without a thumbnail: the viewer says what is wrong with it.
        finally:
            deliver(frame, picture)

    def _picture(self, frame: FrameId, snapshot: Snapshot, height: int) -> Bytes:
        native = self._decoders.read(frame)
        width = max(round(native.format.width * height / native.format.height), 1)
        small = thumbnail(native, snapshot.reel(frame.reel).encoding, width)
        return cast("Bytes", cv2.cvtColor(small, cv2.COLOR_RGB2BGRA))
