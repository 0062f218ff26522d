"""Mends damaged places from the frames beside them, from their own surroundings, and with the film's own grain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from operators.contract import Context, Filter, FloatArray, MaskArray, Params, Window, as_array, luma, param
from operators.fill import kernels
from operators.fill.grain import missing_grain
from operators.motion import (
    bridged,
    estimate,
    field_to_full_size,
    matched,
    misled,
    noise_of,
    round_trip_error,
    search_picture,
    to_full_size,
    warp,
    warp_mask,
)


@dataclass(frozen=True)
class FillParams(Params):
    """How far to look for the missing picture, and how much grain to give back."""

    reach: int = param(2, "Reach", "Frames to either side that may lend picture.", low=0, high=4, unit="frames")
    regrain: float = param(
        1.0, "Regrain", "How much of the grain that a mended place lacks is added.", low=0.0, high=1.0, step=0.05
    )


class Fill(Filter[FillParams]):
    """Needs `Window.masks`; every pixel outside the centre's mask leaves with exactly the value it came with."""

    id = "fill"
    label = "Fill"
    summary = "Mends damaged places from neighbouring frames, then from their surroundings."
    stage = "repair"
    tiling = "none"
    Params = FillParams

    def window(self, params: FillParams) -> tuple[int, int]:
        """`reach` frames to either side."""
        return params.reach, params.reach

    def run(self, window: Window, params: FillParams, context: Context) -> torch.Tensor:
        """The mended centre frame; ValueError where no mask says what to mend."""
        if 0 not in window.masks:
            raise ValueError(
                "fill was given no mask: it mends what a detector or a person has marked; mark something"
            )
        mask = window.masks[0]
        if not mask.any():
            return window.centre.clone()
        picture = np.ascontiguousarray(as_array(window.centre).transpose(1, 2, 0))
        rough = kernels.inpainted(picture, mask)
        donors = _donors(window, rough, mask, context)
        fill, noise = rough, noise_of(rough.mean(axis=2))
        if donors:
            best = kernels.blended(donors)
            share = kernels.donor_share(best.trust, mask)[..., None]
            fill = rough + share * (best.picture - rough)
        mended = kernels.softly_replaced(picture, fill, mask, noise)
        if params.regrain > 0.0:
            mended = mended + np.float32(params.regrain) * missing_grain(picture, mended, mask, context.seed)
        result = torch.from_numpy(np.ascontiguousarray(mended.transpose(2, 0, 1).astype(np.float32)))
        return torch.where(torch.from_numpy(mask), result, window.centre)


def _donors(window: Window, rough: FloatArray, mask: MaskArray, context: Context) -> list[kernels.Donor]:
    """Every neighbour moved onto the mended centre."""
    grey = luma(rough.transpose(2, 0, 1))
    here = search_picture(grey)
    noise = noise_of(rough.mean(axis=2))
    donors = []
    for offset in sorted(window.frames, key=lambda o: (abs(o), o)):
        if offset == 0:
            continue
        context.check()
        frame = as_array(window.frames[offset])
        hurt = kernels.widened(window.masks.get(offset, np.zeros_like(mask)))
        there = search_picture(luma(frame), hurt)
        way, back = estimate(here, there, fast=True), estimate(there, here, fast=True)
        hole = misled(mask)
        flow = bridged(to_full_size(way, mask.shape), hole)
        doubt = bridged(field_to_full_size(round_trip_error(way, back), mask.shape), hole)
        unusable = warp_mask(hurt, flow)
        moved = warp(np.ascontiguousarray(frame.transpose(1, 2, 0)), flow).reshape(rough.shape)
        usable = (~unusable & ~mask).astype(np.float32)
        moved = np.stack([matched(moved[..., c], rough[..., c], usable) for c in range(moved.shape[2])], axis=2)
        near = kernels.difference_round(luma(moved.transpose(2, 0, 1)), grey, usable > 0, 6, 6.0 * noise)
        donors.append(kernels.Donor(moved, kernels.trust_of(doubt, unusable, near, noise)))
    return donors


OPERATOR = Fill()
