"""Candidates judged as wholes: a few facts about each, weighed by a logistic model.

Single pixels cannot tell dirt from motion that the flow missed; a whole candidate can. Dirt is strong against its
background, its surroundings agree with the neighbouring frames, and it is nowhere else in them. A thing that moved
leaves a mess round it, has edges where motion is hardest, and is found again a little further on.

The weights were fitted (logistic regression, every pixel counting the same) on eleven clips of gestures, traffic and
objects, half of them with three frames in four left out so that they move fast; leaving each clip out in turn gives
a pixel F1 of 0.87. None of the clips that figures are quoted on took part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray
from operators.dirt.kernels import Comparison, soft
from operators.dirt.recurrence import left_over
from operators.masks import Component, components

BIAS = -8.8
WEIGHTS = {"contrast": 1.8, "texture": -1.3, "ring": -3.1, "alone": 6.45}
"""Change of the log odds of dirt for each fact of `_facts`."""

SMALLEST = 3
"""Pixels; anything smaller is grain."""

_RING_INNER, _RING_OUTER = 2, 6
_SEARCH = 10
_LARGEST_SOUGHT = 3000
_HOPELESS = -4.0


def judged(found: Comparison, suspects: MaskArray, sensitivity: float) -> FloatArray:
    """The probability `(H, W)` of dirt: each connected piece of `suspects` gets one value, all else 0.

    One value a piece means that a threshold chooses pieces and never cuts them.
    """
    probability = np.zeros_like(found.centre)
    scene = _scene(found, suspects)
    for candidate in components(suspects.astype(np.float32), 0.5):
        if candidate.area >= SMALLEST:
            odds = _log_odds(scene, candidate, sensitivity)
            height, width = candidate.mask.shape
            part = probability[candidate.y0 : candidate.y0 + height, candidate.x0 : candidate.x0 + width]
            part[candidate.mask] = 1.0 / (1.0 + np.exp(-odds))
    return probability


@dataclass(frozen=True, slots=True)
class _Scene:
    """One frame's maps `(H, W)`; differences are in units of the noise between frames."""

    centre: FloatArray
    others: Sequence[FloatArray]
    middle: FloatArray
    difference: FloatArray
    texture: FloatArray
    suspects: MaskArray


def _scene(found: Comparison, suspects: MaskArray) -> _Scene:
    noise = np.float32(found.noise)
    difference = np.abs(found.softened.centre - soft(found.middle)) / noise
    return _Scene(found.centre, found.pictures[:2], found.middle, difference, found.slope / noise, suspects)


def _log_odds(scene: _Scene, candidate: Component, sensitivity: float) -> float:
    facts = _facts(scene, candidate)
    odds = BIAS + WEIGHTS["contrast"] * float(np.log(sensitivity))
    odds += sum(WEIGHTS[name] * value for name, value in facts.items())
    # Looking for a twin is dear: it is left out where even finding none would not help.
    if odds + 2.0 * WEIGHTS["alone"] < _HOPELESS:
        return odds
    return odds + WEIGHTS["alone"] * _alone(scene, candidate)


def _facts(scene: _Scene, candidate: Component) -> dict[str, float]:
    """What is cheap to know of a candidate, as logarithms of multiples of the noise."""
    height, width = candidate.mask.shape
    rows = slice(max(candidate.y0 - _RING_OUTER - 1, 0), candidate.y0 + height + _RING_OUTER + 1)
    columns = slice(max(candidate.x0 - _RING_OUTER - 1, 0), candidate.x0 + width + _RING_OUTER + 1)
    difference = scene.difference[rows, columns]
    within: MaskArray = np.zeros((difference.shape[0], difference.shape[1]), np.bool_)
    top, left = candidate.y0 - rows.start, candidate.x0 - columns.start
    within[top : top + height, left : left + width] = candidate.mask
    ring = _ring(within, scene.suspects[rows, columns])
    contrast = float(difference[within].mean())
    around = float(difference[ring].mean()) if ring.any() else contrast
    return {
        "contrast": float(np.log(contrast + 1e-3)),
        "texture": float(np.log(scene.texture[rows, columns][within].mean() + 0.05)),
        "ring": float(np.log(around + 1e-3)),
    }


def _ring(inside: MaskArray, suspects: MaskArray) -> MaskArray:
    """The surroundings of a candidate without other candidates, unless there is next to nothing else."""
    filled = inside.astype(np.uint8)
    outer, inner = (
        cv2.dilate(filled, np.ones((2 * reach + 1,) * 2, np.uint8)) > 0 for reach in (_RING_OUTER, _RING_INNER)
    )
    ring: MaskArray = outer & ~inner
    quiet: MaskArray = ring & ~suspects
    return quiet if int(quiet.sum()) >= 8 else ring


def _alone(scene: _Scene, candidate: Component) -> float:
    """0 where a twin is found near the place in a neighbour, 1 and more where there is none."""
    if candidate.area > _LARGEST_SOUGHT:
        return 1.0
    found = (left_over(scene.centre, other, scene.middle, candidate, _SEARCH) for other in scene.others)
    return min(min(found), 2.0)
