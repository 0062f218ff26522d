"""What the network is shown of a frame: differences to its neighbours in time, in units of the noise between them.

The units make film of every gauge, gain and bit depth look alike, so that a small network need not learn them. The
classical judgement is one of the planes: the network begins where that ends.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch

from operators.contract import FloatArray
from operators.dirt import judge, kernels, rounds
from operators.motion import finite_luma, warp_mask

CHANNELS = (
    "luma", "noise", "before", "after", "two before", "two after", "beyond", "beyond, soft", "unsure", "doubt",
    "slope", "hurt", "classical",
)  # fmt: skip
"""The planes of `stack`, in order; a model is made for one such list."""

_SLOTS = (-1, 1, -2, 2)

_HELD = 0.018
"""Odds are held between those of this probability and their inverse: -4 and 4."""


def stack(frames: Mapping[int, torch.Tensor]) -> FloatArray | None:
    """The planes `(len(CHANNELS), H, W)` for the frame at offset 0, most of them between -4 and 4.

    Args:
        frames: As in a `Window`; up to `rounds.REACH` to either side are looked at.

    Returns:
        None where there is no neighbour to compare with (a shot of one frame, or of copies of it).
    """
    centre = finite_luma(frames[0])
    found = rounds.Rounds(frames, quick=True)
    near = found.neighbours()
    if near:
        near = kernels.originals(centre, near)
    if not near:
        return None
    offsets = sorted(near, key=abs)
    hurt = [warp_mask(found.rough(offset), near[offset].flow) for offset in offsets]
    return _planes(kernels.Comparison(centre, [near[offset] for offset in offsets], hurt), offsets)


def _planes(found: kernels.Comparison, offsets: list[int]) -> FloatArray:
    noise = np.float32(found.noise)
    planes = np.empty((len(CHANNELS), *found.centre.shape), np.float32)
    planes[0] = 4.0 * np.clip(found.centre, 0.0, 1.0) - 2.0
    planes[1] = np.log(noise) + np.float32(4.0)
    for place, slot in enumerate(_SLOTS):
        own = found.pictures[offsets.index(_standing_in(slot, offsets))]
        np.arcsinh((own - found.centre) / (2.0 * noise), out=planes[2 + place])
    np.arcsinh(found.beyond, out=planes[6])
    np.arcsinh(found.softened.beyond, out=planes[7])
    np.arcsinh(found.unsure / noise, out=planes[8])
    np.arcsinh(found.doubt, out=planes[9])
    np.arcsinh(found.slope / noise, out=planes[10])
    planes[11] = np.mean(found.hurt, axis=0, dtype=np.float32)
    planes[12] = _odds(judge.judged(found, found.suspects(1.0), 1.0))
    return planes


def classical(planes: FloatArray) -> FloatArray:
    """The classical method's probability `(H, W)`, as `stack` holds it."""
    probability: FloatArray = 1.0 / (1.0 + np.exp(-planes[CHANNELS.index("classical")]))
    return np.where(probability > 1.01 * _HELD, probability, np.float32(0.0))


def _odds(probability: FloatArray) -> FloatArray:
    """The log odds within -4 to 4; -4 too where the classical method sees no candidate."""
    held = np.clip(probability, _HELD, 1.0 - _HELD)
    odds: FloatArray = np.log(held / (1.0 - held))
    return odds


def _standing_in(slot: int, offsets: list[int]) -> int:
    """The neighbour shown in a slot: its own, or the likeliest other one at the ends of a shot and beside copies."""
    return min(offsets, key=lambda offset: (offset != slot, offset != -slot, abs(abs(offset) - abs(slot)), -offset))
