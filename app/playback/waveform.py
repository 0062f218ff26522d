"""The shape of the sound: the lowest and highest sample of every frame, made once and kept in the cache folder."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs

from app.errors import ReelmendError
from app.media.reel import Reel
from app.playback.film import Film
from app.playback.sound_feed import SAMPLE_RATE, ReelReader

Peaks = np.ndarray[tuple[int, int], np.dtype[np.int16]]
"""`(frames, 2)`: lowest and highest sample of each frame, full scale being -32768 to 32767."""

_VERSION = 1
_BATCH = 240
"""Frames that are measured, kept and told of at a time."""
_ROW = 4
_KEPT_FILES = 256


def cache_folder() -> Path:
    """Where waveforms are kept unless a folder is given."""
    return platformdirs.user_cache_path("reelmend", appauthor=False) / "waveforms"


class Waveforms:
    """Makes the waveforms of a project's reels in the background. What was begun is gone on with next time.

    The file of a reel holds the rows that are done, one after the other; its length says how many.

    Args:
        reels: by id.
        folder: where they are kept.
        told: called in the background thread with a reel's id whenever more of its waveform is there.
    """

    def __init__(
        self, reels: Mapping[str, Reel], folder: Path | None = None, told: Callable[[str], None] | None = None
    ) -> None:
        self._reels = dict(reels)
        self._folder = folder or cache_folder()
        self._told = told or (lambda id: None)
        self._peaks: dict[str, Peaks] = {}
        self._done: dict[str, int] = {}
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="waveforms", daemon=True)
        self._thread.start()

    def peaks(self, reel: str) -> Peaks:
        """What is known of a reel, from its first frame on. Answers at once; must not be changed."""
        return self._peaks.get(reel, _NOTHING)[: self._done.get(reel, 0)]

    def of_film(self, film: Film, first: int, beyond: int, columns: int) -> Peaks:
        """Positions `first` to `beyond` (exclusive) as `columns` equal pieces; silence where nothing is known.

        Answers at once: a few milliseconds for 200,000 positions.
        """
        whole = np.zeros((max(beyond - first, 0), 2), np.int16)
        for span in film.spans:
            low, high = max(span.first, first), min(span.beyond, beyond)
            if low < high:
                start = span.start + low - span.first
                known = self.peaks(span.reel)[start : start + high - low]
                whole[low - first : low - first + len(known)] = known
        return reduced(whole, columns)

    def close(self) -> None:
        """End the thread; it stops within a batch."""
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        for id, reel in self._reels.items():
            if not reel.sound or self._closing.is_set():
                continue
            # A reel whose sound or cache cannot be used has no waveform, as one without sound.
            with contextlib.suppress(ReelmendError, OSError):
                self._make(id, reel)
        with contextlib.suppress(OSError):
            _forget_oldest(self._folder)

    def _make(self, id: str, reel: Reel) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{reel.fingerprint[:40]}-{_VERSION}.peaks"
        known = _kept(path)[: reel.frame_count]
        peaks = self._peaks[id] = np.zeros((reel.frame_count, 2), np.int16)
        peaks[: len(known)] = known
        self._done[id] = len(known)
        self._told(id)
        with path.open("r+b" if path.exists() else "w+b") as file:
            file.truncate(len(known) * _ROW)
            file.seek(0, os.SEEK_END)
            for batch in measured(reel, len(known)):
                file.write(batch.astype("<i2").tobytes())
                file.flush()
                done = self._done[id]
                peaks[done : done + len(batch)] = batch
                self._done[id] = done + len(batch)
                self._told(id)
                if self._closing.is_set():
                    return


def measured(reel: Reel, first: int = 0) -> Iterable[Peaks]:
    """The peaks of a reel's frames from `first` on, in batches; both channels are taken together."""
    if first >= reel.frame_count:
        return
    reader = ReelReader(reel, first / reel.rate, SAMPLE_RATE)
    try:
        for start in range(first, reel.frame_count, _BATCH):
            stop = min(start + _BATCH, reel.frame_count)
            edges = np.array([int(frame * SAMPLE_RATE / reel.rate) for frame in range(start, stop + 1)])
            samples = reader.read(int(edges[-1] - edges[0]))
            yield _extremes(samples, edges[:-1] - edges[0])
    finally:
        reader.close()


def reduced(peaks: Peaks, columns: int) -> Peaks:
    """`peaks` as `columns` rows; a row spans at least one frame, so few frames are repeated over many columns."""
    if not len(peaks) or columns < 1:
        return np.zeros((max(columns, 0), 2), np.int16)
    edges = np.arange(columns) * len(peaks) // columns
    # reduceat takes from one edge to the next; where two are the same it takes that row alone.
    low = np.minimum.reduceat(peaks[:, 0], edges)
    high = np.maximum.reduceat(peaks[:, 1], edges)
    return np.stack([low, high], axis=1)


def _extremes(samples: np.ndarray[Any, np.dtype[np.float32]], starts: np.ndarray[Any, Any]) -> Peaks:
    codes = np.clip(np.rint(samples * 32767), -32768, 32767).astype(np.int16)
    low = np.minimum.reduceat(codes.min(axis=1), starts)
    high = np.maximum.reduceat(codes.max(axis=1), starts)
    return np.stack([low, high], axis=1)


def _kept(path: Path) -> Peaks:
    try:
        stored = path.read_bytes()
    except OSError:
        return _NOTHING
    return np.frombuffer(stored[: len(stored) // _ROW * _ROW], "<i2").reshape(-1, 2).astype(np.int16)


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.peaks"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in kept[_KEPT_FILES:]:
        file.unlink(missing_ok=True)


_NOTHING: Peaks = np.zeros((0, 2), np.int16)
