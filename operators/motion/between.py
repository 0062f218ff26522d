"""The picture between two others, moved half way from either side, and where motion does not tell it.

Flows to the middle are taken from those between the two (Jiang et al., "Super SloMo", CVPR 2018, eq. 4, at one half).
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray, luma
from operators.motion.field import estimate, field_to_full_size, round_trip_error, search_picture, to_full_size
from operators.motion.noise import noise_of
from operators.motion.sample import warp

_ROUND = 2.0
"""Standard deviation in pixels of what is compared: two grains differ, two pictures should not."""

_APART = 3.0
"""So many deviations of what grain leaves apart mean two pictures."""

_MISSED = 1.0
"""Pixels by which the way there and back may miss its start, at the search scale."""

_AWAY = (13, 17)
"""Rows and columns that grain is taken from, so that it is neither neighbour's."""


@dataclass(frozen=True, slots=True)
class Between:
    """The middle picture `(C, H, W)`; `doubt` `(H, W)` is where the two sides do not agree on it."""

    picture: FloatArray
    doubt: MaskArray

    @property
    def doubtful(self) -> float:
        """The part of the picture that is doubtful, 0 to 1."""
        return float(self.doubt.mean())


def between(before: FloatArray, after: FloatArray) -> Between:
    """The picture half way from `before` to `after`, `(C, H, W)` each.

    Where the sides agree it is their mean, with the grain that a mean loses taken from a little way off. Where they
    do not, that side counts whose motion comes back to its start; where neither does, both shine through: it is for
    a person to look at.
    """
    greys = [np.nan_to_num(luma(picture)) for picture in (before, after)]
    searched = [search_picture(grey) for grey in greys]
    there, back = estimate(searched[0], searched[1]), estimate(searched[1], searched[0])
    shape = greys[0].shape
    half = np.float32(0.25) * (back - there)
    sides = [_moved(picture, to_full_size(flow, shape)) for picture, flow in ((before, half), (after, -half))]
    missed = [
        warp(field_to_full_size(round_trip_error(*pair), shape), to_full_size(flow, shape), cv2.INTER_LINEAR)
        for pair, flow in (((there, back), half), ((back, there), -half))
    ]
    trust = [np.exp(-np.square(error / np.float32(_MISSED))) + np.float32(1e-3) for error in missed]
    share = trust[0] / (trust[0] + trust[1])
    apart = sides[0] - sides[1]
    noise = noise_of(greys[0])
    together = np.abs(cv2.GaussianBlur(luma(apart), (0, 0), _ROUND))
    # What grain leaves apart after the blur, told by the picture itself: most of it is moved rightly.
    usual = max(1.4826 * float(np.median(together)), noise * 0.2)
    doubt: MaskArray = together > _APART * usual
    mixed = sides[1] + share * apart
    lost = np.clip(np.roll(0.5 * apart, _AWAY, axis=(1, 2)), -3 * noise, 3 * noise)
    grain = np.where(doubt, 0, lost * (4 * share * (1 - share)))
    return Between(np.asarray(mixed + grain, np.float32), doubt)


def _moved(picture: FloatArray, flow: FloatArray) -> FloatArray:
    return np.stack([warp(plane, flow) for plane in picture])
