"""Dirt in a scanner's infrared channel."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import Analysis, Context, FloatArray, FrameEvidence, Params, Window, as_array, param
from operators.dirt import guard
from operators.infrared.channel import loss, registered
from operators.infrared.measure import REACH

_LEAST = 0.2
"""Share of the light at which something is as likely dirt as not, on a clean channel."""
_NOISE = 5.0
"""In deviations of the channel's noise: the same on a noisy one."""
_RIM = 0.4
"""Of a spot's own strongest loss: so far its soft rim is counted in, whatever share of the light the spot stops."""
_STEEP = 6.0
"""How quickly the odds change with the share, in units of the share that is even odds."""


@dataclass(frozen=True)
class InfraredParams(Params):
    """What counts as dirt, how the channel lies on the picture, and where it is."""

    sensitivity: float = param(
        1.0,
        "Sensitivity",
        "Higher finds thinner dust, and more of the channel's noise.",
        low=0.25,
        high=4.0,
        step=0.05,
    )
    smallest: int = param(2, "Smallest", "Spots of fewer pixels are left out.", low=1, high=200, unit="px")
    largest: float = param(
        guard.USUAL_CAP,
        "Largest",
        "Larger spots, in thousandths of the frame's area, are only proposed; 0 sets no limit.",
        low=0.0,
        high=200.0,
        step=1.0,
        unit="‰",
    )
    grow: int = param(
        1, "Grow", "Pixels by which spots are made wider, for their soft rims.", low=0, high=8, unit="px"
    )
    shift_x: float = param(
        0.0,
        "Shift across",
        "How far right of the picture the channel lies.",
        low=-REACH,
        high=REACH,
        step=0.1,
        unit="px",
    )
    shift_y: float = param(
        0.0, "Shift down", "How far below the picture the channel lies.", low=-REACH, high=REACH, step=0.1, unit="px"
    )
    folder: str = param("", "Pictures", "The folder or movie of the infrared pictures; empty: in the scan itself.")
    channel: str = param("", "Channel", "Its name, where there are several.")
    fingerprint: str = param("", "Fingerprint", "Of the infrared pictures, as they were when they were measured.")


class Infrared(Analysis[InfraredParams]):
    """Says where infrared light is missing that the picture's dyes did not take. Frames without a channel have no
    dirt."""

    id = "infrared"
    label = "Infrared"
    summary = "Finds dust, dirt and scratches by a scanner's infrared channel, on colour film."
    stage = "repair"
    tiling = "none"
    defect = "dirt"
    base_threshold = 0.2
    Params = InfraredParams

    def look(self, window: Window, params: InfraredParams, context: Context) -> FrameEvidence:
        """Judge the centre frame; `FrameEvidence.probability` is 0.5 where dirt is as likely as not."""
        picture = as_array(window.centre)
        if context.infrared is None:
            return FrameEvidence(np.zeros(picture.shape[1:], np.float32))
        lost = loss(registered(context.infrared, (params.shift_x, params.shift_y)), picture)
        even = max(_LEAST, _NOISE * lost.noise) / params.sensitivity
        odds = np.clip(np.float32(_STEEP) * (lost.share / np.float32(even) - 1), -30, 30)
        probability = np.asarray(1 / (1 + np.exp(-odds)), np.float32)
        found = _spots(probability, lost.share, self.base_threshold, params)
        found, risk = guard.sized(found, self.base_threshold, params.largest)
        return FrameEvidence(found, risk=risk)


def _spots(probability: FloatArray, share: FloatArray, base: float, params: InfraredParams) -> FloatArray:
    """The probability in spots that are large enough, each as far as its own rim and grown."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats((probability >= base).astype(np.uint8), connectivity=8)
    strongest = np.zeros(len(stats), np.float32)
    np.maximum.at(strongest, np.asarray(labels, np.int64), share)
    kept = stats[:, cv2.CC_STAT_AREA] >= params.smallest
    kept[0] = False
    inside = kept[labels] & (share >= _RIM * np.minimum(strongest, 1)[labels])
    spots = np.where(inside, probability, np.float32(0))
    if params.grow:
        round_ = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * params.grow + 1,) * 2)
        spots = cv2.dilate(spots, round_)
    return np.asarray(spots, np.float32)


OPERATOR = Infrared()
