"""The frames beside one frame, moved onto it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
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


FlowBetween = Callable[[int, int], FloatArray]
"""The flow from the frame at one offset to that at another, at the search scale."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A frame's luma `(H, W)` moved onto the centre and matched in brightness.

    `way` `(h, w, 2)` is how it was moved and `missed` `(h, w)` by how many pixels the way there and back misses its
    start, both at the search scale: at full size those of a few neighbours take more memory than all else.
    """

    picture: FloatArray
    way: FloatArray
    missed: FloatArray

    @property
    def flow(self) -> FloatArray:
        """`way` at full size, `(H, W, 2)` in whole-picture pixels."""
        return to_full_size(self.way, self.picture.shape)


def least_doubt(neighbours: Sequence[Neighbour]) -> FloatArray:
    """How far `(H, W)` the surest of the neighbours' motions misses its start, in pixels of the search scale."""
    least: FloatArray = np.minimum.reduce([neighbour.missed for neighbour in neighbours])
    return field_to_full_size(least, neighbours[0].picture.shape)


def moved_neighbours(
    lumas: Mapping[int, FloatArray], flow_between: FlowBetween, centre: int = 0, reach: int = 1
) -> dict[int, Neighbour]:
    """The frames up to `reach` before and after the one at offset `centre`, moved onto it, by offset.

    `lumas` `(H, W)` are all frames', by offset, at full size or made small. Motion over several frames is chained
    from that between adjacent ones, which sliding windows share.
    """
    target = lumas[centre]
    found = {}
    for side in (-1, 1):
        there = back = None
        for offset in (centre + side * distance for distance in range(1, reach + 1)):
            if offset not in lumas:
                break
            step, step_back = flow_between(offset - side, offset), flow_between(offset, offset - side)
            if there is None or back is None:
                there, back = step, step_back
            else:
                there, back = _chained(there, step), _chained(step_back, back)
            moved = warp(lumas[offset], to_full_size(there, target.shape))
            found[offset] = Neighbour(matched(moved, target), there, round_trip_error(there, back))
    return found


def finite_luma(frame: torch.Tensor) -> FloatArray:
    """The luma `(H, W)` of a frame, with a number in place of whatever a float picture may hold that is none.

    Remembered while the frame lives, and so not to be written into.
    """
    return _memory.recall("luma", (frame,), lambda: _finite(luma(as_array(frame))))


def _finite(grey: FloatArray) -> FloatArray:
    finite: FloatArray = np.nan_to_num(grey, nan=0.0, posinf=1.0, neginf=0.0)
    finite.setflags(write=False)
    return finite


def motion_between(a: torch.Tensor, b: torch.Tensor) -> FloatArray:
    """The flow from frame `a` to frame `b`, at the search scale; remembered while both frames live."""
    return _memory.recall("flow", (a, b), lambda: estimate(_search(a), _search(b)))


def _search(frame: torch.Tensor) -> SearchPicture:
    return _memory.recall("search", (frame,), lambda: search_picture(finite_luma(frame)))


def _chained(first: FloatArray, second: FloatArray) -> FloatArray:
    """The way along `first` and then along `second`."""
    return first + warp(second, first, cv2.INTER_LINEAR)
