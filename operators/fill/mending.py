"""What every way to mend does before and after: holes on a sheet, pictures of what they hide, grain, back again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from operators.contract import Context, FloatArray, MaskArray, Window, as_array, luma
from operators.fill import kernels
from operators.fill.across import mended_across
from operators.fill.atlas import Atlas
from operators.fill.courses import Courses
from operators.fill.donors import Place, moved
from operators.fill.grain import missing_grain
from operators.motion import noise_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """A frame's holes and their surroundings `(h, w, C)` on one sheet, and what the surroundings say of them.

    `thin` `(h, w)` are the holes that were mended from their two sides.
    """

    picture: FloatArray
    place: Place
    surroundings: kernels.Donor
    thin: MaskArray

    @property
    def mask(self) -> MaskArray:
        """The holes `(h, w)`."""
        return self.place.atlas.mask


def sheet_of(window: Window) -> Sheet:
    """The holes that `window.masks` marks on the centre, roughly mended."""
    atlas = Atlas(window.masks[0])
    picture = np.stack([atlas.cut(plane) for plane in as_array(window.centre)], axis=2)
    rough = kernels.inpainted(picture, atlas.mask)
    noise = noise_of(luma(as_array(window.centre)))
    across, thin = mended_across(picture, atlas.mask, noise)
    rough[thin] = across[thin]
    grey = luma(rough.transpose(2, 0, 1))
    usable = atlas.inside & ~atlas.mask
    place = Place(atlas, rough, grey, usable, noise)
    error = kernels.spatial_error(grey, atlas.mask, usable, noise)
    return Sheet(picture, place, kernels.Donor(rough, error), thin)


def neighbours(window: Window, place: Place, context: Context) -> list[kernels.Donor]:
    """The other frames of a window, each moved onto the sheet; the nearest first."""
    hurt = {offset: _hurt(window, offset) for offset in window.frames}
    courses = Courses(window, hurt)
    found = []
    for offset in sorted(window.frames, key=lambda o: (abs(o), o)):
        context.check()
        if offset:
            found.append(moved(window.frames[offset], hurt[offset], offset, courses, place))
    return found


def laid_back(
    window: Window,
    sheet: Sheet,
    mended: FloatArray,
    context: Context,
    regrain: float,
    share: FloatArray | None = None,
    *,
    no_texture: bool = False,
) -> torch.Tensor:
    """The centre frame with `mended` `(h, w, C)` of the sheet in its holes, and the grain that it lacks.

    `share` `(h, w)` 0..1 says how much of a pixel was mended at all: so much grain it is given; None for all.
    `no_texture`: see `missing_grain`.
    """
    atlas = sheet.place.atlas
    if regrain > 0.0:
        touched = atlas.mask if share is None else atlas.mask & (share > 0)
        sound = atlas.inner & ~atlas.mask
        grain = np.float32(regrain) * missing_grain(mended, touched, sound, context.seed, no_texture=no_texture)
        mended = mended + (grain if share is None else share[..., None] * grain)
    result = np.array(as_array(window.centre), np.float32)
    atlas.lay_back(mended.astype(np.float32), result)
    return torch.from_numpy(result)


def _hurt(window: Window, offset: int) -> MaskArray:
    """Where a frame is no picture: its mask, and the rim of damage besides, whether it lends or is mended."""
    mask = window.masks.get(offset)
    return kernels.widened(mask) if mask is not None else np.zeros(window.centre.shape[1:], bool)
