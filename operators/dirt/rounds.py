"""Two rounds of motion: dirt misleads the search, so what the first round finds is mended before the second.

Everything is worked out per frame or per pair of adjacent frames, always from the same frames round it, and
remembered: a window that slides by one frame makes one new frame's share of it.
"""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
import torch

from operators.contract import FloatArray, MaskArray
from operators.dirt import kernels
from operators.motion import (
    MotionMemory,
    Neighbour,
    SearchPicture,
    bridged,
    coarse,
    estimate,
    finite_luma,
    halved,
    misled,
    motion_between,
    moved_neighbours,
    search_picture,
)

REACH = 3
"""Frames to either side that `Rounds` needs for neighbours at distance 2 to be judged like any other frame."""

_memory = MotionMemory()
_ROUGH_GROWTH = 3
"""Pixels of half size."""


class Rounds:
    """The frames of one window, with what is roughly known of each; True in `rough` is suspected dirt.

    `quick` has the first round search more coarsely: a judge that sees more than single facts makes up for it.
    """

    def __init__(self, frames: Mapping[int, torch.Tensor], *, quick: bool = False) -> None:
        self._frames = frames
        self._quick = quick

    def rough(self, offset: int) -> MaskArray:
        """What the first round suspects on the frame at `offset`, generously grown."""
        return _memory.recall(self._named("rough"), self._around(offset, 1), lambda: self._suspected(offset))

    def neighbours(self) -> dict[int, Neighbour]:
        """The centre's neighbours at distances 1 and 2, moved by the motion of mended pictures."""
        lumas = {offset: finite_luma(frame) for offset, frame in self._frames.items() if abs(offset) <= 2}
        return moved_neighbours(lumas, self._second_flow, reach=2)

    def motion(self) -> list[tuple[FloatArray, FloatArray]]:
        """The way from the centre to each adjacent frame, and back, at the search scale, of mended pictures."""
        near = (offset for offset in (-1, 1) if offset in self._frames)
        return [(self._second_flow(0, offset), self._second_flow(offset, 0)) for offset in near]

    def _named(self, what: str) -> str:
        return f"quick {what}" if self._quick else what

    def _around(self, offset: int, reach: int) -> tuple[torch.Tensor, ...]:
        return tuple(self._frames[o] for o in range(offset - reach, offset + reach + 1) if o in self._frames)

    def _suspected(self, offset: int) -> MaskArray:
        """Told at half the size: what misleads a search is large enough to be seen there."""
        height, width = self._frames[offset].shape[-2:]
        lumas = {o: self._small(o) for o in range(offset - 1, offset + 2) if o in self._frames}
        near = moved_neighbours(lumas, self._first_flow, centre=offset)
        centre = lumas[offset]
        if not near:
            return np.zeros((height, width), np.bool_)
        near = kernels.originals(centre, near)
        fine = kernels.Comparison(centre, list(near.values()), []).evidence > 1.0
        still = moved_neighbours(lumas, self._coarse_flow, centre=offset)
        plain = kernels.Comparison(centre, [still[o] for o in near], []).evidence > 1.0
        grown = cv2.dilate((fine | _mostly(plain, fine)).astype(np.uint8), np.ones((_ROUGH_GROWTH,) * 2, np.uint8))
        suspected: MaskArray = cv2.resize(grown, (width, height), interpolation=cv2.INTER_NEAREST) > 0
        return suspected

    def _small(self, offset: int) -> FloatArray:
        frame = self._frames[offset]
        return _memory.recall("small", (frame,), lambda: _half_of(finite_luma(frame)))

    def _coarse_flow(self, a: int, b: int) -> FloatArray:
        return coarse(self._first_flow(a, b))

    def _first_flow(self, a: int, b: int) -> FloatArray:
        pair = (self._frames[a], self._frames[b])
        return _memory.recall(self._named("first"), pair, lambda: halved(self._sought(a, b)))

    def _sought(self, a: int, b: int) -> FloatArray:
        if not self._quick:
            return motion_between(self._frames[a], self._frames[b])
        return estimate(self._plain(a), self._plain(b), fast=True)

    def _plain(self, offset: int) -> SearchPicture:
        frame = self._frames[offset]
        return _memory.recall("plain", (frame,), lambda: search_picture(finite_luma(frame)))

    def _second_flow(self, a: int, b: int) -> FloatArray:
        pair = (self._frames[a], self._frames[b])
        key = (*pair, *self._around(a, 1), *self._around(b, 1))
        return _memory.recall(self._named("flow"), key, lambda: self._steadied(a, b))

    def _steadied(self, a: int, b: int) -> FloatArray:
        flow = estimate(self._mended(a), self._mended(b))
        height, width = flow.shape[:2]
        hole = np.asarray(self.rough(a), np.uint8)
        if hole.shape != (height, width):
            hole = np.asarray(cv2.resize(hole, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)
        return bridged(flow, misled(hole > 0))

    def _mended(self, offset: int) -> SearchPicture:
        return _memory.recall(
            self._named("mended"),
            self._around(offset, 1),
            lambda: search_picture(finite_luma(self._frames[offset]), self.rough(offset)),
        )


def _half_of(luma: FloatArray) -> FloatArray:
    size = max(luma.shape[1] // 2, 1), max(luma.shape[0] // 2, 1)
    return np.asarray(cv2.resize(luma, size, interpolation=cv2.INTER_AREA), np.float32)


def _mostly(pieces: MaskArray, sure: MaskArray) -> MaskArray:
    """Those connected `pieces` of which at least a seventh is `sure`.

    A flow bends to explain a part of a large blot by something dark beside it; the rest of the blot gives it away.
    """
    count, labels, stats, _ = cv2.connectedComponentsWithStats(pieces.astype(np.uint8), connectivity=8)
    agreeing = np.bincount(labels[sure], minlength=count)
    kept = agreeing >= 0.15 * stats[:, cv2.CC_STAT_AREA]
    kept[0] = False
    mostly: MaskArray = kept[labels]
    return mostly
