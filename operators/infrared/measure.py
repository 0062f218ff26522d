"""Where an infrared channel lies on the picture, and whether it shows dirt or the picture itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np

from operators.contract import FloatArray, luma
from operators.infrared.channel import detail, loss, registered, usual

REACH = 12
"""Pixels to either side within which the channel may lie beside the picture."""
_SURE = 6.0
"""In robust deviations of all other places: from here on a place is where the channel lies."""
_LOST = 0.25
"""Share of the light from which on something is certainly dirt."""
_MOST = 4000
"""Pixels of dirt of one frame that are asked where the picture shows them."""
_PLENTY = 400
"""Pixels of dirt, in all samples, from which on the picture must show some of it."""
_SOFT = 2.0
"""Deviation in pixels of the blur before pictures are compared: grain is none of either."""
SILVER = 0.35
"""Contrast of the channel, as a share of the picture's, from which on the picture itself stands in it."""
_ALIKE = 0.5


class Nature(StrEnum):
    """What a channel shows."""

    DIRT = "dirt"
    SILVER = "silver"
    STRANGE = "strange"
    """A busy picture, and not this one: another reel, or other frames of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A frame: its infrared channel `(H, W)`, its picture `(C, H, W)`, and (likewise `(H, W)`) how far the picture's
    luma is from what it is just before and after, which is where dirt is to be seen."""

    infrared: FloatArray
    picture: FloatArray
    odd: FloatArray


@dataclass(frozen=True, slots=True)
class Measured:
    """What samples tell.

    Attributes:
        shift: (x, y) in pixels, see `channel.registered`.
        sure: How far the place found stands out, in robust deviations of all others; below `_SURE` it is not known,
            and `shift` is (0, 0).
        at_edge: The best place is as far as is looked: the channel lies farther away, or belongs to something else.
        contrast: Contrast of the channel as a share of the picture's.
        likeness: Correlation of the two.
        leak: How strongly the picture's channels show, the strongest.
        dirt: Pixels of the channel that are certainly dirt, in all samples.
        frames: How many samples there were.
    """

    shift: tuple[float, float]
    sure: float
    at_edge: bool
    contrast: float
    likeness: float
    leak: float
    dirt: int
    frames: int

    @property
    def nature(self) -> Nature:
        """See `Nature`."""
        if self.contrast < SILVER:
            return Nature.DIRT
        return Nature.SILVER if self.likeness >= _ALIKE else Nature.STRANGE

    @property
    def unseen(self) -> bool:
        """Whether the picture shows nothing of the dirt that the channel shows, within `REACH` of where it should."""
        return not self.known and self.dirt >= _PLENTY

    @property
    def known(self) -> bool:
        """Whether there was enough dirt to tell where the channel lies."""
        return self.sure >= _SURE


def odd(before: FloatArray | None, here: FloatArray, after: FloatArray | None) -> FloatArray:
    """How far the luma `(H, W)` is from both the frame before and the one after; from its own surroundings at an
    end."""
    sides = [side for side in (before, after) if side is not None]
    if not sides:
        return np.asarray(np.abs(here - cv2.medianBlur(here, 5)), np.float32)
    return np.asarray(np.minimum.reduce([np.abs(here - side) for side in sides]), np.float32)


def measured(samples: Sequence[Sample]) -> Measured:
    """What samples of one reel tell together; at least one."""
    found = [_scores(sample) for sample in samples]
    scores = np.sum([score for score, _ in found], axis=0)
    shift, sure, at_edge = _peak(scores)
    if sure < _SURE:
        shift, at_edge = (0.0, 0.0), False
    own, theirs, both, leak = 0.0, 0.0, 0.0, 0.0
    for sample in samples:
        laid = registered(sample.infrared, shift)
        a, b = (_structure(plane) for plane in (laid, luma(sample.picture)))
        kept = usual(a)
        a, b = a[kept], b[kept]
        own, theirs, both = own + float((a * a).mean()), theirs + float((b * b).mean()), both + float((a * b).mean())
        leak = max(leak, *(abs(one) for one in loss(laid, sample.picture).leak))
    size = max(np.sqrt(own * theirs), 1e-12)
    contrast = float(np.sqrt(own / max(theirs, 1e-12)))
    return Measured(shift, sure, at_edge, contrast, both / size, leak, sum(dirt for _, dirt in found), len(samples))


def _structure(plane: FloatArray) -> FloatArray:
    return np.asarray(cv2.GaussianBlur(detail(np.asarray(plane, np.float32)), (0, 0), _SOFT), np.float32)


def _scores(sample: Sample) -> tuple[FloatArray, int]:
    """How odd the picture is, `(2 REACH + 1, 2 REACH + 1)`, where it should show the channel's dirt at each place;
    and how many pixels that dirt has."""
    share = loss(sample.infrared, sample.picture).share
    rows, columns = np.nonzero(share > _LOST)
    height, width = share.shape
    inside = (rows >= REACH) & (rows < height - REACH) & (columns >= REACH) & (columns < width - REACH)
    rows, columns = rows[inside], columns[inside]
    side = 2 * REACH + 1
    if not len(rows):
        return np.zeros((side, side), np.float32), 0
    dirt, step = len(rows), max(len(rows) // _MOST, 1)
    rows, columns = rows[::step], columns[::step]
    strength = np.minimum(sample.odd, np.float32(np.percentile(sample.odd[::3, ::3], 99.5)) + np.float32(1e-6))
    found = np.empty((side, side), np.float32)
    for y in range(side):
        for x in range(side):
            found[y, x] = strength[rows + y - REACH, columns + x - REACH].sum()
    return np.asarray(found / max(float(strength.mean()), 1e-6), np.float32), dirt


def _peak(scores: FloatArray) -> tuple[tuple[float, float], float, bool]:
    """The shift of the highest score, to a part of a pixel, how sure it is, and whether it lies at the edge."""
    y, x = (int(index) for index in np.unravel_index(int(scores.argmax()), scores.shape))
    rows, columns = np.ogrid[: scores.shape[0], : scores.shape[1]]
    others = scores[np.maximum(np.abs(rows - y), np.abs(columns - x)) > 4]
    spread = 1.4826 * float(np.median(np.abs(others - np.median(others))))
    sure = float(scores[y, x] - np.median(others)) / max(spread, 1e-6 + 1e-3 * float(np.abs(others).max(initial=0.0)))
    at_edge = not (0 < y < scores.shape[0] - 1 and 0 < x < scores.shape[1] - 1)
    if at_edge:
        return (float(REACH - x), float(REACH - y)), sure, True
    part = [_vertex(*(float(one) for one in line)) for line in (scores[y, x - 1 : x + 2], scores[y - 1 : y + 2, x])]
    # The picture shows dirt so far beside the channel: the channel lies as far on the other side.
    return (REACH - x - part[0] + 0.0, REACH - y - part[1] + 0.0), sure, False


def _vertex(left: float, middle: float, right: float) -> float:
    """Where between -0.5 and 0.5 a parabola through three values, the middle one the highest, is highest."""
    bend = left - 2.0 * middle + right
    return 0.0 if bend >= 0.0 else float(np.clip(0.5 * (left - right) / bend, -0.5, 0.5))
