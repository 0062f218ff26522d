"""ASC CDL: slope, offset, power, saturation.

Source: ASC Color Decision List (ASC CDL) Transfer Functions and Interchange Syntax, version 1.2 (2009),
section "ASC CDL transfer functions".
"""

from __future__ import annotations

from dataclasses import dataclass

import torch

from operators.contract.frames import Context, Window
from operators.contract.operator import Filter
from operators.contract.params import Params, param

LUMA = (0.2126, 0.7152, 0.0722)
"""The specification's saturation weights (Rec. 709), whatever the picture's own primaries are."""

Triple = tuple[float, float, float]


@dataclass(frozen=True)
class CdlParams(Params):
    """The ten numbers of an ASC CDL, and whether values are held in 0..1 as the specification has it."""

    slope_r: float = param(1.0, "Slope red", "Multiplies red.", low=0.0, high=10.0, step=0.01)
    slope_g: float = param(1.0, "Slope green", "Multiplies green.", low=0.0, high=10.0, step=0.01)
    slope_b: float = param(1.0, "Slope blue", "Multiplies blue.", low=0.0, high=10.0, step=0.01)
    offset_r: float = param(0.0, "Offset red", "Added to red after slope.", low=-1.0, high=1.0, step=0.001)
    offset_g: float = param(0.0, "Offset green", "Added to green after slope.", low=-1.0, high=1.0, step=0.001)
    offset_b: float = param(0.0, "Offset blue", "Added to blue after slope.", low=-1.0, high=1.0, step=0.001)
    power_r: float = param(1.0, "Power red", "Exponent of red, after offset.", low=0.05, high=10.0, step=0.01)
    power_g: float = param(1.0, "Power green", "Exponent of green, after offset.", low=0.05, high=10.0, step=0.01)
    power_b: float = param(1.0, "Power blue", "Exponent of blue, after offset.", low=0.05, high=10.0, step=0.01)
    saturation: float = param(1.0, "Saturation", "0 is grey, 1 changes nothing.", low=0.0, high=4.0, step=0.01)
    style: str = param(
        "no-clamp",
        "Range",
        "Keep values beyond black and white, or hold them within, as the ASC specification has it. Where they are "
        "kept, power leaves negative values as they are.",
        choices=("no-clamp", "asc"),
        choice_labels=("Unlimited", "Black to white"),
    )

    @property
    def slope(self) -> Triple:
        """Red, green, blue."""
        return self.slope_r, self.slope_g, self.slope_b

    @property
    def offset(self) -> Triple:
        """Red, green, blue."""
        return self.offset_r, self.offset_g, self.offset_b

    @property
    def power(self) -> Triple:
        """Red, green, blue."""
        return self.power_r, self.power_g, self.power_b


class Cdl(Filter[CdlParams]):
    """The grade every colour tool understands. Further channels (alpha, mattes) pass untouched.

    A grey picture is graded as the neutral colour picture it stands for and comes back as that one's luma.
    """

    id = "cdl"
    label = "ASC CDL"
    summary = "Primary grade: slope, offset, power and saturation of the ASC Color Decision List 1.2."
    stage = "grade"
    uses_device = True
    Params = CdlParams

    def run(self, window: Window, params: CdlParams, context: Context) -> torch.Tensor:
        """The graded centre frame."""
        frame = window.centre
        if frame.shape[0] < 3:
            return torch.cat([_graded_grey(frame[:1], params), frame[1:]])
        return torch.cat([apply(frame[:3], params), frame[3:]])


def apply(rgb: torch.Tensor, params: CdlParams) -> torch.Tensor:
    """Grade `rgb` `(3, H, W)`; a new tensor, the default parameters giving exactly the input's values.

    Per channel `out = (in * slope + offset) ** power`, then `out = luma + saturation * (out - luma)`. Style
    'asc' clamps to 0..1 before power and after saturation.
    """
    clamped = params.style == "asc"
    channels = []
    for channel, slope, offset, power in zip(rgb, params.slope, params.offset, params.power, strict=True):
        value = channel * slope + offset
        if clamped:
            value = value.clamp(0.0, 1.0)
        if power != 1.0:
            value = torch.where(value > 0.0, value.clamp_min(0.0).pow(power), value)
        channels.append(value)
    out = torch.stack(channels)
    if params.saturation != 1.0:
        grey = _weighted(out)
        out = grey + params.saturation * (out - grey)
    return out.clamp(0.0, 1.0) if clamped else out


def _graded_grey(grey: torch.Tensor, params: CdlParams) -> torch.Tensor:
    rgb = apply(grey.expand(3, -1, -1), params)
    red, green, blue = rgb[0], rgb[1], rgb[2]
    # Written round green, so that channels graded alike give their common value exactly.
    return (green + LUMA[0] * (red - green) + LUMA[2] * (blue - green)).unsqueeze(0)


def _weighted(rgb: torch.Tensor) -> torch.Tensor:
    """Rec. 709 luma, `(1, H, W)`."""
    return (LUMA[0] * rgb[0] + LUMA[1] * rgb[1] + LUMA[2] * rgb[2]).unsqueeze(0)


OPERATOR = Cdl()
