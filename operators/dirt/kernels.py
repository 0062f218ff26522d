"""How unlike its neighbours in time a pixel is: the arithmetic of dirt detection.

Source of the idea: simplified rank-ordered difference, SROD (Biemond, van Roosmalen and Lagendijk 1999): a pixel is
suspect by as much as it lies outside the range of the motion-compensated pixels before and after it. Here that
distance is measured in units of what motion and grain may explain at that place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray
from operators.dirt.ranking import middle_of, ranked
from operators.motion import Neighbour, least_doubt

_CORE = 1.0
"""Evidence from which a pixel may found a candidate."""

_WEAK = 0.725
"""Evidence from which it may belong to one."""

_EDGE_REACH = 6.0
"""Pixels that a candidate may go on beyond its core."""

_EDGE_NOISE = 3.0

_ENOUGH = 4
"""Neighbours, from which one may be overruled by the others."""

_COPY = 0.35
"""Of the greatest difference between the frame and a neighbour; below, the neighbour is a copy."""


class Comparison:
    """A frame's luma `(H, W)` beside its neighbours, one or more frames moved onto it; each fact worked out once.

    `hurt` says where each neighbour is suspected of dirt itself; empty where nothing is known.
    """

    def __init__(self, centre: FloatArray, neighbours: Sequence[Neighbour], hurt: Sequence[MaskArray]) -> None:
        self.centre = centre
        self.neighbours = neighbours
        self.hurt = hurt

    @cached_property
    def pictures(self) -> list[FloatArray]:
        """The neighbours' lumas."""
        return [neighbour.picture for neighbour in self.neighbours]

    @cached_property
    def middle(self) -> FloatArray:
        """The neighbours' median."""
        return self._order[0]

    @cached_property
    def _order(self) -> tuple[FloatArray, FloatArray]:
        """The neighbours' median, and how far they lie apart; of enough of them one may stand aside."""
        values = ranked(self.pictures)
        middle, spread = middle_of(values), np.asarray(values[-1] - values[0], np.float32)
        if len(values) >= _ENOUGH:
            spread = np.asarray(cv2.min(values[-2] - values[0], values[-1] - values[1]), np.float32)
        return middle, spread

    @cached_property
    def noise(self) -> float:
        """See `noise_level`."""
        return noise_level(self.centre, self.middle)

    @cached_property
    def slope(self) -> FloatArray:
        """How steep the neighbours' median is."""
        return slope(self.middle)

    @cached_property
    def unsure(self) -> FloatArray:
        """How much difference `(H, W)` motion alone may explain: neighbours disagree, motion does not return."""
        steep = cv2.blur(self.slope, (5, 5)) * (np.float32(0.3) + np.minimum(self.doubt, 1.0))
        expected: FloatArray = np.asarray(0.5 * cv2.blur(self._order[1], (5, 5)) + steep, np.float32)
        return expected + np.float32(0.5 * self.noise)

    @cached_property
    def doubt(self) -> FloatArray:
        """The least doubt of a neighbour's motion, in pixels."""
        return least_doubt(self.neighbours)

    @cached_property
    def beyond(self) -> FloatArray:
        """Distance outside the neighbours' range, in units of what is to be expected; below 0 where darker."""
        lows, highs = _ranges(self.pictures, self.hurt)
        outside = np.maximum(self.centre - highs, 0) - np.maximum(lows - self.centre, 0)
        return np.asarray(outside / (2.0 * self.noise + self.unsure), np.float32)

    @cached_property
    def evidence(self) -> FloatArray:
        """`beyond` without its sign."""
        return np.abs(self.beyond)

    @cached_property
    def softened(self) -> Comparison:
        """The same without most of the grain."""
        pictures = [replace(neighbour, picture=soft(neighbour.picture)) for neighbour in self.neighbours]
        return Comparison(soft(self.centre), pictures, self.hurt)

    def suspects(self, sensitivity: float) -> MaskArray:
        """Where `(H, W)` the frame may be dirty: generous, for `judge` to choose from.

        `sensitivity` multiplies the evidence.
        """
        found = np.maximum(self.evidence, self.softened.evidence) * np.float32(sensitivity)
        return _grown(found >= _CORE, found >= _WEAK, self.softened.edge())

    def edge(self) -> FloatArray:
        """How much lighter or darker `(H, W)` than its neighbours a pixel is, 1 and -1 being no longer noise."""
        expected = _EDGE_NOISE * self.noise + 0.5 * self.unsure
        difference: FloatArray = (self.centre - self.middle) / expected
        return difference


def originals(centre: FloatArray, neighbours: Mapping[int, Neighbour]) -> dict[int, Neighbour]:
    """The neighbours that are no copies of the frame.

    Films stretched to a faster rate repeat frames, and a copy shows the same dirt. Two frames of film differ by
    both their grains, wherever they stand; copies by next to nothing.
    """
    levels = {offset: noise_level(centre, near.picture) for offset, near in neighbours.items()}
    usual = max(levels.values(), default=0.0)
    return {offset: near for offset, near in neighbours.items() if levels[offset] >= _COPY * usual}


def noise_level(centre: FloatArray, reference: FloatArray) -> float:
    """Standard deviation of what frame and reference differ by where nothing is wrong (median absolute value)."""
    return 1.4826 * float(np.median(np.abs(centre - reference)[::2, ::2])) + 1e-6


def _ranges(pictures: Sequence[FloatArray], hurt: Sequence[MaskArray]) -> tuple[FloatArray, FloatArray]:
    """Lowest and highest value `(H, W)` that the neighbours vouch for, each within a pixel.

    Hurt pixels vouch for nothing while others can. Of four neighbours one may err (its motion, its own dirt): the
    most extreme does not count.
    """
    kernel = np.ones((3, 3), np.uint8)
    dumb = _dumb(hurt)
    lows = _two_lowest((cv2.erode(picture, kernel) for picture in pictures), dumb)
    highs = _two_lowest((-cv2.dilate(picture, kernel) for picture in pictures), dumb)
    if len(pictures) < _ENOUGH:
        return lows[0], -highs[0]
    few = ~(np.isfinite(lows[1]) & np.isfinite(highs[1]))
    return np.where(few, lows[0], lows[1]), -np.where(few, highs[0], highs[1])


def _dumb(hurt: Sequence[MaskArray]) -> list[MaskArray]:
    """Where each of the neighbours is hurt and another is not."""
    if not hurt:
        return []
    some_whole = ~np.logical_and.reduce(hurt)
    return [bad & some_whole for bad in hurt]


def _two_lowest(bounds: Iterable[Any], dumb: Sequence[MaskArray]) -> list[FloatArray]:
    """The lowest and the second lowest `(H, W)` of new bounds, without those that are dumb."""
    lowest = second = None
    for place, bound in enumerate(bounds):
        if dumb:
            bound[dumb[place]] = np.inf
        if lowest is None:
            lowest = bound
        elif second is None:
            lowest, second = cv2.min(lowest, bound), cv2.max(lowest, bound)
        else:
            lowest, second = cv2.min(lowest, bound), cv2.min(second, cv2.max(lowest, bound))
    return [bound for bound in (lowest, second) if bound is not None]


def slope(picture: FloatArray) -> FloatArray:
    """The steepness `(H, W)` of a picture, per pixel."""
    across, down = (cv2.Sobel(picture, -1, dx, 1 - dx, scale=0.125) for dx in (1, 0))
    return np.asarray(np.hypot(across, down), np.float32)


def soft(picture: FloatArray) -> FloatArray:
    """A picture without most of its grain."""
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.0), np.float32)


def _grown(core: MaskArray, weak: MaskArray, edge: FloatArray) -> MaskArray:
    """`weak` pixels, and what hangs together with the `core` and differs the same way."""
    grown = weak.copy()
    if not core.any():
        return grown
    close = cv2.distanceTransform((~core).astype(np.uint8), cv2.DIST_L2, 3) <= _EDGE_REACH
    for alike in (edge > 1.0, edge < -1.0):
        allowed = ((alike & close) | core).astype(np.uint8)
        count, labels = cv2.connectedComponents(allowed, connectivity=4)
        seeded = np.zeros(count, bool)
        seeded[np.unique(labels[core & alike])] = True
        seeded[0] = False
        grown |= seeded[labels]
    return grown
