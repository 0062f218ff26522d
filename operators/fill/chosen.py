"""What a person has chosen the picture for a hole from: certain frames, or the surroundings alone.

Each takes a window whose masks mark the hole (and, beside it, what else is damaged), as the operator does; every
pixel outside the centre's mask leaves with exactly the value it came with.
"""

from __future__ import annotations

import numpy as np
import torch

from operators.contract import Context, Window
from operators.fill import kernels
from operators.fill.calm import harmonic
from operators.fill.mending import laid_back, neighbours, sheet_of

_LAST = np.float32(0.1) * kernels.NEVER
"""The error of what counts only where no chosen frame shows anything."""


def from_frames(window: Window, context: Context) -> torch.Tensor:
    """The hole from the other frames of the window, moved and matched; from the surroundings where they show nothing.

    Where several frames are chosen each counts by how well it continues into the surroundings.
    """
    sheet = sheet_of(window)
    last = kernels.Donor(sheet.surroundings.picture, np.full_like(sheet.surroundings.error, _LAST))
    fill = kernels.blended([last, *neighbours(window, sheet.place, context)])
    film = sheet.place.usable & sheet.place.atlas.inner
    share = kernels.differing(sheet.picture, fill, sheet.mask, film)
    mended = sheet.picture + share[..., None] * (fill - sheet.picture)
    return laid_back(window, sheet, mended, context, 1.0, share)


def from_surroundings(window: Window, context: Context) -> torch.Tensor:
    """All of the hole from the picture round it: thin ones from their two sides, others as calmly as the rim allows.

    What only stands in until a neighbour shows the place (`mending.sheet_of`) follows isophotes inwards. As a whole
    fill that lies 2 dB farther from the truth, on clips with and without grain.
    """
    sheet = sheet_of(window)
    known = np.where(sheet.thin[..., None], sheet.surroundings.picture, sheet.picture)
    mended = harmonic(known, sheet.mask & ~sheet.thin)
    return laid_back(window, sheet, mended, context, 1.0, no_texture=True)
