"""The shipped clips as an endless reel of clean frames."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from operators.contract import FloatArray

CLIPS = (
    ("cars.mp4", 50),
    ("gesture_again.mkv", 8),
    ("bottles.mp4", 475),
    ("gesture_please.mkv", 8),
    ("cars.mp4", 175),
    ("gesture_sister.mkv", 8),
    ("bottles.mp4", 650),
)
"""Clip and first frame of each shot, in the order in which a reel shows them; then again from the first."""


class Clips:
    """Frame `i` of shots of `shot_frames` each, one clip after the other; None takes the first clip alone.

    A clip that is too short is played back and forth. Frames are cropped to the asked shape and scaled.
    """

    def __init__(self, width: int, height: int, shot_frames: int | None) -> None:
        self._size = (width, height)
        self._shot_frames = shot_frames
        self._shot: int | None = None
        self._frames: list[np.ndarray[Any, np.dtype[np.uint8]]] = []

    def frame(self, index: int) -> FloatArray:
        """The clean frame `(3, height, width)`, 0..1."""
        shot, place = (0, index) if self._shot_frames is None else divmod(index, self._shot_frames)
        if shot != self._shot:
            name, first = CLIPS[shot % len(CLIPS)]
            self._frames = _decode(name, first, self._shot_frames or 300)
            self._shot = shot
        period = max(2 * len(self._frames) - 2, 1)
        place %= period
        return _fitted(self._frames[place if place < len(self._frames) else period - place], *self._size)


def _decode(name: str, first: int, count: int) -> list[np.ndarray[Any, np.dtype[np.uint8]]]:
    frames = []
    with (
        resources.as_file(resources.files("resources") / "demo" / name) as path,
        av.open(str(Path(path))) as container,
    ):
        for number, frame in enumerate(container.decode(video=0)):
            if number >= first:
                frames.append(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8))
            if len(frames) == count:
                break
    return frames


def _fitted(frame: np.ndarray[Any, np.dtype[np.uint8]], width: int, height: int) -> FloatArray:
    """Cut to the target's shape round the middle, then scale."""
    rows, columns = frame.shape[:2]
    wide = min(columns, round(rows * width / height))
    high = min(rows, round(columns * height / width))
    top, left = (rows - high) // 2, (columns - wide) // 2
    part = frame[top : top + high, left : left + wide].astype(np.float32) / np.float32(255)
    shrinks = wide > width
    scaled = cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC)
    return np.ascontiguousarray(np.clip(scaled, 0, 1).transpose(2, 0, 1))
