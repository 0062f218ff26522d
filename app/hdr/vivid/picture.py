"""The display curve put on pictures: one fine table of the curve over maxRGB, the rest in light.

Source: T/UWA 005.1 display process as public implementations have it (gain of maxRGB in linear light on all three
channels, so that hue is kept; then Cb and Cr scaled in PQ, ITU-R BT.2020 non-constant luminance).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from app.hdr.vivid.display_curve import DisplayCurve
from operators.colour.pq import C1, C2, C3, M2

STEPS = 16384
"""Steps of the table: with linear interpolation its error stays below one part in 10^6 of the signal."""
LUMA_2020 = (0.2627, 0.6780, 0.0593)
TINY = torch.finfo(torch.float32).tiny


@dataclass(frozen=True)
class PictureCurve:
    """A `DisplayCurve` as tables of STEPS + 1 float32 values on one device; `colour` None leaves Cb and Cr alone."""

    signal: torch.Tensor
    colour: torch.Tensor | None
    curve: DisplayCurve

    @classmethod
    def of(cls, curve: DisplayCurve, device: torch.device | str = "cpu") -> PictureCurve:
        """The tables of one frame on one display."""
        x = np.linspace(0.0, 1.0, STEPS + 1)
        colour = None
        if curve.metadata.saturation is not None:
            colour = torch.from_numpy(curve.following_saturation(x).astype(np.float32)).to(device)
        return cls(torch.from_numpy(curve(x).astype(np.float32)).to(device), colour, curve)

    def apply(self, picture: torch.Tensor, *, hold_to_display: bool = True) -> torch.Tensor:
        """What the display shows of a picture.

        Args:
            picture: (3, H, W) float32 R'G'B', BT.2020 primaries, PQ signal 0..1; not changed. The curve of a
                signal above 1 is that of 1.
            hold_to_display: clip each channel at the display's black and peak, as the display does. False leaves
                values above its peak, to see how much is lost.

        Returns:
            (3, H, W) float32 R'G'B' as PQ signal of the display's light.
        """
        if picture.ndim != 3 or picture.shape[0] != 3:
            raise ValueError(f"a picture of shape (3, H, W) is needed, this one has {tuple(picture.shape)}")
        highest = picture.amax(dim=0)
        position = highest.clamp(0, 1) * STEPS
        index = position.to(torch.int64).clamp_(max=STEPS - 1)
        share = position - index
        target = _between(self.signal, index, share)
        light = _powered_light(picture)
        brightest = light.amax(dim=0)
        gain = torch.where(brightest > 0, _powered_light(target) / brightest.clamp(min=TINY), 1.0)
        shown = _signal(light.mul_(gain))
        if self.colour is not None:
            luma = sum(weight * channel for weight, channel in zip(LUMA_2020, shown, strict=True))
            factor = self._lost(highest, _between(self.colour, index, share))
            shown = torch.lerp(luma.expand_as(shown), shown, factor).clamp_(0, 1)
        return shown.clamp_(0, self.curve.adapted.peak.d) if hold_to_display else shown

    def _lost(self, highest: torch.Tensor, follows: torch.Tensor) -> torch.Tensor:
        """The saturation with what is lost above the display's peak: there it may step, which no table can hold."""
        loss = self.curve.saturation_loss
        if loss is None:
            return follows
        if loss.r > loss.d:
            way = ((highest - loss.d) / (loss.r - loss.d)).clamp(0, 1) ** loss.exponent
        else:
            way = torch.ones_like(highest)
        return torch.where(highest < loss.d, follows, (loss.at_peak - loss.share * way).clamp(min=0))


def _powered_light(signal: torch.Tensor) -> torch.Tensor:
    """The light of PQ signals to the power m1 of ST 2084: a gain of light is a factor here too, at half the cost."""
    root = signal.clamp(min=0) ** (1 / M2)
    return (root - C1).clamp_(min=0).div_(root.mul_(-C3).add_(C2))


def _signal(powered: torch.Tensor) -> torch.Tensor:
    """The PQ signals of such light; no light is exactly 0, as in `operators.colour.pq`."""
    signal = ((C1 + C2 * powered).div_(1 + C3 * powered)).pow_(M2)
    return signal.mul_(powered > 0)


def _between(table: torch.Tensor, index: torch.Tensor, share: torch.Tensor) -> torch.Tensor:
    return torch.lerp(table[index], table[index + 1], share)
