"""Film mode: highlights grow above a knee, their grain does not, hue and memory colours stay.

All below the knee is BT.2408 direct mapping. Above it the base layer, not the pixel, decides by how much the PQ
signal of the brightest channel is raised; a whole neighbourhood is raised alike, so grain and texture keep the size
in PQ that they have without expansion: the eye's own measure. (Pixel by pixel they would grow with the slope.)
The brightest channel, not luminance: what is within white stays within the peak, whatever its colour.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch

from operators.colour.bt1886 import GAMMA
from operators.colour.ictcp import ictcp_to_nits, nits_to_ictcp
from operators.colour.pq import pq_eotf, pq_inverse_eotf
from operators.sdr_to_hdr.base_layer import base_layer, enlarged, reduced, step_of
from operators.sdr_to_hdr.steady import memory_share

TEXTURE = 0.02
"""Changes of the PQ signal that count as texture: 20 codes of 10 bits, the grain of a grainy print."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """A curve on PQ signals: unchanged to the knee, then a parabola that brings `white` to `peak`.

    Above white the distance that was gained there is kept: what a scan holds beyond white stays beyond the peak.

    Attributes:
        knee: SDR signal, 0..1, at which highlights begin.
        white: Light of SDR white before, cd/m2.
        peak: Light of SDR white after, cd/m2.
    """

    knee: float
    white: float
    peak: float

    def gain(self, base: torch.Tensor) -> torch.Tensor:
        """By how much the PQ signal rises, 0 or more, where the base layer has PQ signal `base`."""
        knee = pq_inverse_eotf(self.white * self.knee**GAMMA)
        white = pq_inverse_eotf(self.white)
        rise = max(pq_inverse_eotf(self.peak) - white, 0.0)
        above: torch.Tensor = ((base - knee) / (white - knee)).clamp(0.0, 1.0)
        return rise * above.square()


def expanded(nits: torch.Tensor, expansion: Expansion, texture: float, steady: float) -> torch.Tensor:
    """`nits` `(3, H, W)`, directly mapped linear BT.2020 in cd/m2, with its highlights expanded.

    Args:
        texture: 1 keeps grain and texture in highlights from growing, 0 lets them grow with the light.
        steady: 1 keeps memory colours as bright as they are, 0 treats them as any.
    """
    brightest = nits.amax(dim=0).clamp_min(0.0)
    signal = pq_inverse_eotf(brightest)
    base = signal + texture * (base_layer(signal, TEXTURE) - signal) if texture > 0 else signal
    rise = expansion.gain(base)
    if steady > 0:
        step = step_of(signal.shape[0])
        share = enlarged(memory_share(reduced(nits, step)), step, *signal.shape)
        rise = rise * (1.0 - steady * share)
    grows = (rise > 0) & (brightest > 0)
    out = nits.clone()
    if bool(grows.any()):
        before = nits[:, grows]
        scaled = before * (pq_eotf(signal[grows] + rise[grows]) / brightest[grows])
        out[:, grows] = with_hue_of(before, scaled)
    return out


def with_hue_of(before: torch.Tensor, after: torch.Tensor) -> torch.Tensor:
    """`after` `(3, N)` in cd/m2 with the hue of `before` in ICtCp; its intensity and its amount of chroma stay."""
    old, new = nits_to_ictcp(before), nits_to_ictcp(after)
    was, now = torch.hypot(0.5 * old[1], old[2]), torch.hypot(0.5 * new[1], new[2])
    # Greys have no hue to keep: their own tiny chroma stays.
    ratio = now / was.clamp_min(1e-6)
    coloured = was > 1e-4
    ct = torch.where(coloured, old[1] * ratio, new[1])
    cp = torch.where(coloured, old[2] * ratio, new[2])
    return ictcp_to_nits(torch.stack([new[0], ct, cp]))
