"""The frames beside one frame, moved onto it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import torch

from operators.contract import FloatArray, as_array, luma
from operators.motion.field import (
    SearchPicture,
    estimate,
    field_to_full_size,
    round_trip_error,
    search_picture,
    to_full_size,
)
from operators.motion.gain import matched
from operators.motion.memory import MotionMemory
from operators.motion.sample import warp

_memory = MotionMemory()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A frame's luma `(H, W)` moved onto the centre and matched in brightness.

    `doubt` `(H, W)` is how far, in pixels, the way there and back misses its start.
    """

    picture: FloatArray
    doubt: FloatArray


def moved_neighbours(frames: Mapping[int, torch.Tensor]) -> dict[int, Neighbour]:
    """Every frame of a window but the centre, moved onto the centre, by offset.

    Motion over two frames is chained from that between adjacent ones, which sliding windows share.
    """
    target = luma(as_array(frames[0]))
    found = {}
    for side in (-1, 1):
        there = back = None
        for offset in (side, 2 * side):
            if offset not in frames:
                break
            near, far = frames[offset - side], frames[offset]
            step, step_back = motion_between(near, far), motion_between(far, near)
            if there is None or back is None:
                there, back = step, step_back
            else:
                there, back = _chained(there, step), _chained(step_back, back)
            full = to_full_size(there, target.shape)
            doubt = field_to_full_size(round_trip_error(there, back), target.shape)
            moved = warp(luma(as_array(frames[offset])), full)
            found[offset] = Neighbour(matched(moved, target), doubt)
    return found


def _search(frame: torch.Tensor) -> SearchPicture:
    return _memory.recall("search", (frame,), lambda: search_picture(luma(as_array(frame))))


def motion_between(a: torch.Tensor, b: torch.Tensor) -> FloatArray:
    """The flow from frame `a` to frame `b`, at the search scale; remembered while both frames live."""
    return _memory.recall("flow", (a, b), lambda: estimate(_search(a), _search(b)))


def _chained(first: FloatArray, second: FloatArray) -> FloatArray:
    """The way along `first` and then along `second`."""
    return first + warp(second, first, cv2.INTER_LINEAR)
