"""How the picture moves past holes, between frames of a window that have been mended roughly."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
import torch

from operators.contract import FloatArray, MaskArray, Window, as_array, luma
from operators.motion import (
    MotionMemory,
    SearchPicture,
    bridged,
    estimate,
    misled,
    round_trip_error,
    search_picture,
)

LONGEST_SIDE = 512
"""A sketch is the picture by a whole number of pixels to one, and no longer than this."""
_PATCH = 4
"""Half a search patch in pixels of the sketch: so near to damage a patch straddles it, and its motion counts not."""

_REFINEMENTS = 2
"""Five, as elsewhere, mend no better (by 0.02 to 0.09 dB on four sets) and take twice the time."""

_memory = MotionMemory(32)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A frame made small: `colours` `(h, w, C)`, told by undamaged pixels alone.

    `blind` `(h, w)` is True where none were undamaged, `spoilt` where damage misleads a search for motion.
    """

    colours: FloatArray
    blind: MaskArray
    spoilt: MaskArray
    search: SearchPicture


@dataclass(frozen=True, slots=True)
class Course:
    """The way `(h, w, 2)` from the centre's sketch to a neighbour's, in the sketch's pixels, and how far the way
    there and back misses its start: `doubt` `(h, w)`, likewise. Both are told under damage by what is round it."""

    way: FloatArray
    doubt: FloatArray


class Courses:
    """The motion of one window. What windows share is remembered as long as the frames live."""

    def __init__(self, window: Window, hurt: Mapping[int, MaskArray]) -> None:
        """`hurt` `(H, W)` by offset: what is no picture."""
        self._frames = window.frames
        self._hurt = hurt
        self._names = {offset: _digest(mask) for offset, mask in hurt.items()}

    def sketch(self, offset: int) -> Sketch:
        """The frame at an offset, made small."""
        frame, hurt = self._frames[offset], self._hurt[offset]
        return _memory.recall(f"sketch {self._names[offset]}", (frame,), lambda: sketched(frame, hurt))

    def course(self, offset: int) -> Course:
        """From the centre to the frame at `offset`, sought between these two: chained from frame to frame it would
        lose what any frame between has covered."""
        way, back = self._step(0, offset), self._step(offset, 0)
        return Course(way, bridged(round_trip_error(way, back), self.sketch(0).spoilt))

    def _step(self, here: int, there: int) -> FloatArray:
        a, b = self.sketch(here), self.sketch(there)
        name = f"step {self._names[here]} {self._names[there]}"
        height, width = a.blind.shape

        def found() -> FloatArray:
            return bridged(
                estimate(a.search, b.search, small=True, refinements=_REFINEMENTS)[:height, :width], a.spoilt
            )

        return _memory.recall(name, (self._frames[here], self._frames[there]), found)


def sketched(frame: torch.Tensor, hurt: MaskArray) -> Sketch:
    """The sketch of a frame `(C, H, W)`."""
    picture = as_array(frame)
    height, width = hurt.shape
    to_one = -(-max(height, width) // LONGEST_SIDE)
    size = (-(-width // to_one), -(-height // to_one))
    known = (~hurt).astype(np.float32)
    there = cv2.resize(known, size, interpolation=cv2.INTER_AREA)
    planes = [
        cv2.resize(np.where(hurt, np.float32(0), plane), size, interpolation=cv2.INTER_AREA) for plane in picture
    ]
    told = np.stack(planes, axis=2) / np.maximum(there, 0.05)[..., None]
    colours = np.asarray(np.nan_to_num(told), np.float32)
    blind = there < 0.05
    reached = cv2.resize(misled(hurt).astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0.1
    spoilt = cv2.dilate(reached.astype(np.uint8), np.ones((2 * _PATCH + 1,) * 2, np.uint8)) > 0
    grey = luma(colours.transpose(2, 0, 1))
    return Sketch(colours, blind, spoilt | blind, search_picture(grey, blind | (there < 0.5)))


def _digest(mask: MaskArray) -> str:
    return hashlib.blake2b(np.packbits(mask).tobytes(), digest_size=12).hexdigest()
