"""Film mode: highlights grow above a knee up to a peak, their grain does not, hue and memory colours stay.

All below the knee is BT.2408 direct mapping. Above it the base layer, not the pixel, decides by how much the PQ
signal of the brightest channel is raised; a whole neighbourhood is raised alike, so grain and texture keep the size
in PQ that they have without expansion: the eye's own measure. (Pixel by pixel they would grow with the slope.)
Base and detail together are then rolled off below the peak, which nothing reaches beyond: neither edges that stand
out of their base, nor what a scan holds beyond white. The brightest channel, not luminance: the ceiling is the
display's.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch

from operators.colour.bands import in_bands
from operators.colour.bt1886 import GAMMA
from operators.colour.ictcp import ictcp_to_nits, nits_to_ictcp
from operators.colour.pq import pq_eotf, pq_inverse_eotf
from operators.sdr_to_hdr.base_layer import base_layer, enlarged, reduced, step_of
from operators.sdr_to_hdr.steady import memory_share

TEXTURE = 0.02
"""Changes of the PQ signal that count as texture: 20 codes of 10 bits, the grain of a grainy print."""

SHOULDER = 0.1
"""Of the way from the knee to the peak, in PQ, that the roll-off takes at its end."""
LEAST_ROOM = 0.01
"""Of the roll-off, in PQ: a peak close to the knee or below it is approached smoothly too."""
AT_WHITE = 1.5
"""How many widths of the roll-off white lies above its start, so that it comes within a tenth of the peak's light."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """Curves on PQ signals of the brightest channel: how much it rises, and how it is held below the peak.

    The rise is a parabola from the knee to white, and goes on as straight as it is there.

    Attributes:
        knee: SDR signal, 0..1, at which highlights begin.
        white: Light of SDR white before, cd/m2.
        peak: What no light reaches beyond, cd/m2.
    """

    knee: float
    white: float
    peak: float

    @property
    def start(self) -> float:
        """PQ signal where the roll-off begins; as it is up to there."""
        top: float = pq_inverse_eotf(self.peak)
        return top - max(SHOULDER * (top - self._knee), LEAST_ROOM)

    @property
    def _knee(self) -> float:
        light: float = self.white * self.knee**GAMMA
        return pq_inverse_eotf(light)

    def gain(self, base: torch.Tensor) -> torch.Tensor:
        """By how much the PQ signal rises, 0 or more, where the base layer has PQ signal `base`."""
        white, top = pq_inverse_eotf(self.white), pq_inverse_eotf(self.peak)
        rise = max(self.start + AT_WHITE * (top - self.start) - white, 0.0)
        above = ((base - self._knee) / (white - self._knee)).clamp_min(0.0)
        shape: torch.Tensor = torch.where(above < 1.0, above.square(), 2.0 * above - 1.0)
        return rise * shape

    def held(self, signal: torch.Tensor) -> torch.Tensor:
        """The PQ signal rolled off: the more the more, and never beyond the peak."""
        room = pq_inverse_eotf(self.peak) - self.start
        over = ((signal - self.start) / room).clamp_min(0.0)
        return torch.where(over > 0, self.start - room * torch.expm1(-over), signal)


def expanded(nits: torch.Tensor, expansion: Expansion, texture: float, steady: float) -> torch.Tensor:
    """`nits` `(3, H, W)`, directly mapped linear BT.2020 in cd/m2, with its highlights expanded.

    Args:
        texture: 1 keeps grain and texture in highlights from growing, 0 lets them grow with the light.
        steady: 1 keeps memory colours as bright as they are, 0 treats them as any.
    """
    signal = in_bands(lambda light: pq_inverse_eotf(light.amax(dim=0)), nits)
    base = signal + texture * (base_layer(signal, TEXTURE) - signal) if texture > 0 else signal
    rise = in_bands(expansion.gain, base)
    if steady > 0:
        step = step_of(signal.shape[0])
        share = enlarged(memory_share(reduced(nits, step)), step, *signal.shape)
        rise = rise * (1.0 - steady * share)

    def raised(light: torch.Tensor, its_signal: torch.Tensor, its_rise: torch.Tensor) -> torch.Tensor:
        return _raised(light, its_signal, its_rise, expansion)

    return in_bands(raised, nits, signal, rise)


def _raised(nits: torch.Tensor, signal: torch.Tensor, rise: torch.Tensor, expansion: Expansion) -> torch.Tensor:
    """`nits` `(3, H, W)`, whose brightest channel has PQ `signal` `(H, W)`, raised by `rise` and held."""
    changes = ((rise > 0) | (signal > expansion.start)) & (signal > 0)
    out = nits.clone()
    if bool(changes.any()):
        before = nits[:, changes]
        light = pq_eotf(expansion.held(signal[changes] + rise[changes]))
        hued = with_hue_of(before, before * (light / before.amax(dim=0)))
        # Keeping the hue moves the brightest channel a little; it is the one that must not pass the peak.
        out[:, changes] = (hued * (light / hued.amax(dim=0))).clamp_max(expansion.peak)
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
