"""Mends damaged places from the frames beside them, from their own surroundings, and with the film's own grain."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from operators.contract import Context, Filter, Params, Window, param
from operators.fill import kernels
from operators.fill.mending import laid_back, neighbours, sheet_of


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
    version = 3
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
        if not window.masks[0].any():
            return window.centre.clone()
        sheet = sheet_of(window)
        fill = kernels.blended([sheet.surroundings, *neighbours(window, sheet.place, context)])
        mended = kernels.softly_replaced(sheet.picture, fill, sheet.mask, sheet.place.noise)
        return laid_back(window, sheet, mended, context, params.regrain)


OPERATOR = Fill()
