"""Memory colours: skin, sky and foliage, which a viewer knows the look of, and so notices when they shine."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from operators.colour.ictcp import nits_to_ictcp


@dataclass(frozen=True, slots=True)
class MemoryColour:
    """A hue in the plane of T (half of Ct) and P of ICtCp, degrees from +T."""

    name: str
    hue: float


MEMORY_COLOURS = (MemoryColour("skin", 110.0), MemoryColour("sky", -55.0), MemoryColour("foliage", -173.0))
"""Skin is the middle of light and dark skin of the ColorChecker and of brighter faces (108 to 114 degrees); sky and
foliage are the chart's. Warm lamps lie at 122 and beyond: they may shine."""

SURE, NEVER = 6.0, 16.0
"""Degrees from the hue: within the first it is that colour, beyond the second it is not."""

FAINTEST, CLEAR, STRONG, STRONGEST = 0.010, 0.022, 0.10, 0.14
"""Chroma: greyer than the first and purer than the last it is none of them (the last are lamps and paint)."""


def memory_share(nits: torch.Tensor) -> torch.Tensor:
    """How far each colour of `nits` `(3, H, W)` (linear BT.2020, cd/m2) is a memory colour: `(H, W)`, 0..1."""
    _, ct, cp = nits_to_ictcp(nits)
    chroma = torch.hypot(0.5 * ct, cp)
    hue = torch.rad2deg(torch.atan2(cp, 0.5 * ct))
    share = torch.zeros_like(chroma)
    for colour in MEMORY_COLOURS:
        away = (hue - colour.hue + 180.0).remainder(360.0).sub(180.0).abs()
        share = torch.maximum(share, ((NEVER - away) / (NEVER - SURE)).clamp(0.0, 1.0))
    coloured = ((chroma - FAINTEST) / (CLEAR - FAINTEST)).clamp(0.0, 1.0)
    not_pure = ((STRONGEST - chroma) / (STRONGEST - STRONG)).clamp(0.0, 1.0)
    return share * coloured * not_pure
