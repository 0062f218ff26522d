"""Mends damaged places from the frames beside them, from their own surroundings, and with the film's own grain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from operators.contract import Context, Filter, FloatArray, MaskArray, Params, Window, as_array, luma, param
from operators.fill import kernels
from operators.fill.across import mended_across
from operators.fill.atlas import Atlas
from operators.fill.courses import Courses
from operators.fill.donors import Place, moved
from operators.fill.grain import missing_grain
from operators.motion import noise_of


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
    version = 2
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
        atlas = Atlas(mask)
        picture = np.stack([atlas.cut(plane) for plane in as_array(window.centre)], axis=2)
        fill, noise = _fill(window, picture, atlas, context)
        mended = kernels.softly_replaced(picture, fill, atlas.mask, noise)
        if params.regrain > 0.0:
            sound = atlas.inner & ~atlas.mask
            mended = mended + np.float32(params.regrain) * missing_grain(mended, atlas.mask, sound, context.seed)
        result = np.array(as_array(window.centre), np.float32)
        atlas.lay_back(mended.astype(np.float32), result)
        return torch.from_numpy(result)


def _fill(window: Window, picture: FloatArray, atlas: Atlas, context: Context) -> tuple[FloatArray, float]:
    """What the holes hide, and round them, on the sheet `(h, w, C)`; and the deviation of the frame's grain."""
    rough = kernels.inpainted(picture, atlas.mask)
    noise = noise_of(luma(as_array(window.centre)))
    across, thin = mended_across(picture, atlas.mask, noise)
    rough[thin] = across[thin]
    grey = luma(rough.transpose(2, 0, 1))
    usable = atlas.inside & ~atlas.mask
    place = Place(atlas, rough, grey, usable, noise)
    pictures = [kernels.Donor(rough, kernels.spatial_error(grey, atlas.mask, usable, noise))]
    hurt = {offset: _hurt(window, offset) for offset in window.frames}
    courses = Courses(window, hurt)
    for offset in sorted(window.frames, key=lambda o: (abs(o), o)):
        context.check()
        if offset:
            pictures.append(moved(window.frames[offset], hurt[offset], offset, courses, place))
    return kernels.blended(pictures), noise


def _hurt(window: Window, offset: int) -> MaskArray:
    """Where a frame is no picture: its mask, and the rim of damage besides, whether it lends or is mended."""
    mask = window.masks.get(offset)
    return kernels.widened(mask) if mask is not None else np.zeros(window.centre.shape[1:], bool)


OPERATOR = Fill()
