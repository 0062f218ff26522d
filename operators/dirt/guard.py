"""The guard against false alarms: what is too large is only proposed, and what stands on risky ground is marked.

Pieces on fast motion must be surer; for the rest marks decide nothing: a person sees them. Sizes are shares of the
picture, so that a proxy is judged like the scan.
"""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
import torch

from operators.contract import FloatArray, MaskArray, Risk, RiskArray
from operators.dirt.rounds import Rounds
from operators.motion import finite_luma, round_trip_error

PROPOSED = 0.21
"""The probability that is left to a piece above the cap: it is listed, and no threshold of a recipe accepts it."""

USUAL_CAP = 40.0
"""Per mille of the frame's area."""

_LARGE = 0.25
"""Share of the cap from which a piece is marked as large."""

_CELL = 4
"""Pixels of the search scale, or of the picture, that are judged as one."""

_APART = 0.015
"""Share of the width per frame by which something moves otherwise than most of the picture."""

_STEEP = 0.01
"""Share of the width by which motion changes within `_AROUND`."""

_DOUBT = 0.004
"""Share of the width that the way there and back misses its start."""

_AROUND = 0.015
"""Share of the width: how close a risk is still beside a piece."""

_LIGHT_SIZE = 0.06
"""Share of the width; brighter things that are larger are skies and walls, on which dirt shows well."""

_UNSURE = 1.5
"""What the odds are divided by where something moves fast: a gap between walking legs is on one frame only, like
dirt, and what was filmed is not to be removed. A recipe's 0.5 asks for 0.6 there."""

_STANDS_OUT = 0.3
"""Of the span from the picture's middle grey to its brightest, by which a light stands out from what is round it."""


def sized(probability: FloatArray, base: float, largest: float) -> tuple[FloatArray, RiskArray]:
    """Hold pieces above the cap down to `PROPOSED`; mark them, and those that come near it.

    Args:
        probability: `(H, W)`, 0..1.
        base: From this on a pixel belongs to a piece.
        largest: The cap in per mille of the frame's area; 0 for none.

    Returns:
        The probability (the same array where nothing was too large) and `Risk.LARGE` under what is large.
    """
    risk = np.zeros(probability.shape, np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats((probability >= base).astype(np.uint8), connectivity=8)
    area = stats[:, cv2.CC_STAT_AREA].astype(np.float64) * (1000.0 / probability.size)
    area[0] = 0.0
    large = area > _LARGE * (largest or USUAL_CAP)
    if large.any():
        risk[large[labels]] = Risk.LARGE
    if largest and (area > largest).any():
        held = np.where((area > largest)[labels], np.minimum(probability, np.float32(PROPOSED)), probability)
        probability = np.asarray(held, np.float32)
    return probability, risk


def risks(frames: Mapping[int, torch.Tensor], found: Rounds) -> RiskArray:
    """`Risk.MOTION` and `Risk.LIGHT` `(H, W)` of the frame at offset 0, from its motion and the frames beside it."""
    height, width = frames[0].shape[-2:]
    cells = (max(height // _CELL, 1), max(width // _CELL, 1))
    small = np.zeros(cells, np.uint8)
    small[_moving(found.motion(), cells)] |= np.uint8(Risk.MOTION)
    small[_lights(frames, cells)] |= np.uint8(Risk.LIGHT)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def less_sure(probability: FloatArray, risk: RiskArray, base: float) -> FloatArray:
    """The probability of pieces that stand on `Risk.MOTION`, with longer odds; none falls below `PROPOSED`."""
    moving = (risk & np.uint8(Risk.MOTION)) > 0
    _, labels = cv2.connectedComponents((probability >= base).astype(np.uint8), connectivity=8)
    pieces = np.unique(labels[moving])
    there = np.zeros(int(labels.max()) + 1, np.bool_)
    there[pieces[pieces > 0]] = True
    longer = probability / (probability + np.float32(_UNSURE) * (1 - probability))
    held = np.maximum(longer, np.minimum(probability, np.float32(PROPOSED)))
    return np.asarray(np.where(there[labels], held, probability), np.float32)


def _moving(motion: list[tuple[FloatArray, FloatArray]], cells: tuple[int, int]) -> MaskArray:
    """Where something moves otherwise than the picture, or is not found again; lengths in shares of the width."""
    risky: MaskArray = np.zeros(cells, np.bool_)
    doubts = []
    for there, back in motion:
        width = there.shape[1]
        flow = _small(there, cells) / np.float32(width)
        rest = flow - np.median(flow.reshape(-1, 2), axis=0)
        apart = cv2.magnitude(np.ascontiguousarray(rest[..., 0]), np.ascontiguousarray(rest[..., 1]))
        near = _disc(cells)
        span = cv2.dilate(flow, near) - cv2.erode(flow, near)
        risky |= cv2.dilate(apart, near) > _APART
        risky |= span.max(axis=2) > _STEEP
        doubts.append(_small(round_trip_error(there, back), cells) / np.float32(width))
    if doubts:
        risky |= np.minimum.reduce(doubts) > _DOUBT
    return risky


def _lights(frames: Mapping[int, torch.Tensor], cells: tuple[int, int]) -> MaskArray:
    """Small bright lights of the frames beside this one, and what is close to them.

    This frame itself is not asked: its own light dirt would vouch for itself.
    """
    found: MaskArray = np.zeros(cells, np.bool_)
    for offset in (-1, 1):
        if offset not in frames:
            continue
        grey = finite_luma(frames[offset])
        spread = np.asarray(cv2.dilate(grey, np.ones((_CELL, _CELL), np.uint8)), np.float32)
        bright = _small(spread, cells, cv2.INTER_NEAREST)
        middle, top = float(np.median(bright)), float(np.percentile(bright, 99.9))
        size = max(round(_LIGHT_SIZE * cells[1]), 3)
        ground = cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((size, size), np.uint8))
        light = (bright - ground > _STANDS_OUT * (top - middle)) & (bright > middle + 0.75 * (top - middle))
        found |= cv2.dilate(light.astype(np.uint8), _disc(cells)) > 0
    return found


def _disc(cells: tuple[int, int]) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    reach = max(round(_AROUND * cells[1]), 1)
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2), np.uint8)


def _small(field: FloatArray, cells: tuple[int, int], how: int = cv2.INTER_AREA) -> FloatArray:
    return np.asarray(cv2.resize(field, (cells[1], cells[0]), interpolation=how), np.float32)
