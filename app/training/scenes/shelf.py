"""Decoded sources: clips as memory-mapped RGB frames, photographs as small pyramids."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from app.training.sources import Source

Bytes = np.ndarray[Any, np.dtype[np.uint8]]

CLIP_HEIGHT = 480
CLIP_FRAMES = 600
PHOTO_SIDE = 1600
PHOTO_LEAST = 300


class Shelf:
    """The clips and photographs of one side of the split, ready to be cut from.

    Clips are decoded once into `cache` (about 0.9 MB a frame; 600 frames of each at most, from its middle) and mapped
    from there, so that worker processes share them. Photographs are kept in memory as they are first asked for.
    """

    def __init__(self, sources: Iterable[Source], cache: Path | None = None) -> None:
        """ValueError where there is no source at all. `cache` is a folder; by default one below the temporary one."""
        listed = sorted(sources, key=lambda source: source.name)
        self.clips = [source for source in listed if source.kind == "clip"]
        self.photos = [source for source in listed if source.kind == "photo"]
        if not listed:
            raise ValueError("there is no clip and no photograph to make scenes from")
        self.cache = cache or Path(tempfile.gettempdir()) / "reelmend-training"
        self._open: dict[str, Bytes] = {}
        self._pyramids: dict[str, list[Bytes]] = {}

    @cached_property
    def lively(self) -> dict[str, np.ndarray[Any, np.dtype[np.float64]]]:
        """For each clip the mean change from each frame to the next, which picks windows in which something moves."""
        changes = {}
        for source in self.clips:
            small = self.clip(source)[:, ::8, ::8, 1].astype(np.float64)
            # The 98th percentile: a hand is a small part of the picture.
            changes[source.name] = np.percentile(np.abs(np.diff(small, axis=0)), 98, axis=(1, 2)) + 1.0
        return changes

    def clip(self, source: Source) -> Bytes:
        """All kept frames `(T, H, W, 3)`, uint8 RGB, read-only."""
        if source.name not in self._open:
            path = self.cache / f"{source.sha256[:24]}.npy"
            if not path.exists():
                self.cache.mkdir(parents=True, exist_ok=True)
                # Another process may be doing the same: each writes its own file, the last rename wins.
                with tempfile.NamedTemporaryFile(dir=self.cache, suffix=".part", delete=False) as part:
                    np.save(part, _decoded(source.path))
                Path(part.name).replace(path)
            self._open[source.name] = np.load(path, mmap_mode="r")
        return self._open[source.name]

    def pyramid(self, source: Source) -> list[Bytes]:
        """The photograph `(H, W, 3)`, uint8 RGB, and halves of it, down to some 300 pixels."""
        if source.name not in self._pyramids:
            picture = cv2.imread(str(source.path), cv2.IMREAD_COLOR)
            if picture is None:
                raise ValueError(f"{source.path} cannot be read as a picture")
            levels = [_no_wider(np.ascontiguousarray(picture[:, :, ::-1], dtype=np.uint8), PHOTO_SIDE)]
            while min(levels[-1].shape[:2]) >= 2 * PHOTO_LEAST:
                height, width = levels[-1].shape[:2]
                half = cv2.resize(levels[-1], (width // 2, height // 2), interpolation=cv2.INTER_AREA)
                levels.append(np.asarray(half, dtype=np.uint8))
            self._pyramids[source.name] = levels
        return self._pyramids[source.name]

    def warm(self) -> None:
        """Decodes everything now: called once before worker processes start."""
        for source in self.clips:
            self.clip(source)
        for source in self.photos:
            self.pyramid(source)


def _decoded(path: Path) -> Bytes:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        total = stream.frames or sum(1 for _ in container.decode(stream))
    first = max(0, (total - CLIP_FRAMES) // 2)
    kept = []
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        for index, frame in enumerate(container.decode(stream)):
            if first <= index < first + CLIP_FRAMES:
                kept.append(_no_higher(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8), CLIP_HEIGHT))
    return np.stack(kept)


def _no_higher(picture: Bytes, limit: int) -> Bytes:
    height, width = picture.shape[:2]
    if height <= limit:
        return picture
    size = (round(width * limit / height), limit)
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _no_wider(picture: Bytes, limit: int) -> Bytes:
    height, width = picture.shape[:2]
    scale = limit / max(height, width)
    if scale >= 1.0:
        return picture
    size = (round(width * scale), round(height * scale))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
