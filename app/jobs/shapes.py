"""What a hand can mark besides a stroke: rectangles, polygons and lassos; and shapes moved to another place."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import Any, Protocol

import cv2
import numpy as np

from app.jobs.strokes import FAINTEST, Dab, SoftMask, Stroke, trimmed
from operators.contract import FloatArray

Point = tuple[float, float]
Bytes = np.ndarray[Any, np.dtype[np.uint8]]

_FINE = 4
"""An outline is drawn so many times as fine, so that a pixel it crosses is covered by as much as it is."""

_STEPS = 4
"""Bits of a pixel that OpenCV draws outlines to."""


class Shape(Protocol):
    """Something drawn on a picture, in picture coordinates of the full frame (pixel centres at half-integers)."""

    def drawn(self, width: int, height: int) -> SoftMask | None:
        """The shape on a frame of this size; None where it marks nothing of it."""
        ...


@dataclass(frozen=True, slots=True)
class Outline:
    """What lies inside a closed line. `feather` is the width in pixels over which its edge fades inwards."""

    points: tuple[Point, ...]
    feather: float = 0.0

    @classmethod
    def rectangle(cls, a: Point, b: Point, feather: float = 0.0) -> Outline:
        """From corner to corner."""
        (x0, y0), (x1, y1) = a, b
        return cls(((x0, y0), (x1, y0), (x1, y1), (x0, y1)), feather)

    def drawn(self, width: int, height: int) -> SoftMask | None:
        """See `Shape`. A pixel is marked where at least half of it lies inside."""
        if len(self.points) < 3:
            return None
        x0, y0 = (max(floor(min(p[axis] for p in self.points)), 0) for axis in (0, 1))
        x1 = min(ceil(max(p[0] for p in self.points)), width)
        y1 = min(ceil(max(p[1] for p in self.points)), height)
        if x0 >= x1 or y0 >= y1:
            return None
        fine = np.zeros(((y1 - y0) * _FINE, (x1 - x0) * _FINE), np.uint8)
        corners = (np.array(self.points) - (x0, y0)) * _FINE - 0.5
        cv2.fillPoly(fine, [np.rint(corners * 2**_STEPS).astype(np.int32)], 1, cv2.LINE_8, _STEPS)
        share = cv2.resize(fine.astype(np.float32), (x1 - x0, y1 - y0), interpolation=cv2.INTER_AREA)
        inside = np.pad(share >= 0.5, 1).astype(np.uint8)
        if not inside.any():
            return None
        # Beyond the frame's edge nothing fades: the shape goes on there.
        deep = cv2.distanceTransform(_open(inside, x0, y0, x1 == width, y1 == height), cv2.DIST_L2, 5)[1:-1, 1:-1]
        faded = (
            np.clip((deep - 0.5) / max(self.feather, 1e-3), 0.0, 1.0) if self.feather > 0.5 else inside[1:-1, 1:-1]
        )
        alpha: FloatArray = np.where(faded >= FAINTEST, faded, 0).astype(np.float32)
        return trimmed(SoftMask(x0, y0, alpha))


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A mask that is there already: what a wand picked, or a tracker carried along."""

    soft: SoftMask

    def drawn(self, width: int, height: int) -> SoftMask | None:
        """See `Shape`; what lies beyond the frame is left out."""
        x0, y0, x1, y1 = self.soft.box
        left, top, right, bottom = max(x0, 0), max(y0, 0), min(x1, width), min(y1, height)
        if left >= right or top >= bottom:
            return None
        return trimmed(SoftMask(left, top, self.soft.alpha[top - y0 : bottom - y0, left - x0 : right - x0]))


def line(a: Point, b: Point, width: float) -> Stroke:
    """A straight line of a width in pixels."""
    return Stroke((Dab(*a, width / 2), Dab(*b, width / 2)), 1.0)


def _open(inside: Bytes, x0: int, y0: int, right: bool, bottom: bool) -> Bytes:
    """The mask with its padding filled where the frame ends."""
    for ends, near, rim in ((x0 == 0, np.s_[:, 1], np.s_[:, 0]), (y0 == 0, np.s_[1], np.s_[0])):
        if ends:
            inside[rim] = inside[near]
    if right:
        inside[:, -1] = inside[:, -2]
    if bottom:
        inside[-1] = inside[-2]
    return inside
