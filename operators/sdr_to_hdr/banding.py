"""The banding guard: steps of an 8-bit source that expansion would show are smoothed where nothing else is there.

A place is taken for a quantised slope where it differs from its surroundings by less than a code value all over the
window; film grain, texture and edges differ by more and stay to the bit. What is smoothed gets a dither of one 10-bit
code (triangular, from the frame's seed), so that the deliverable's own rounding makes no new bands.
"""

from __future__ import annotations

import torch

from operators.sdr_to_hdr.base_layer import box_means

RADIUS = 8
"""Of the window, in pixels: slopes of 8-bit pictures keep a code for about that long."""

QUIET, BUSY = 0.45, 0.8
"""Spread in code values: below the first it is a quantised slope alone (steps of one code), beyond the second not."""


def without_bands(signal: torch.Tensor, code: float) -> tuple[torch.Tensor, torch.Tensor]:
    """`signal` `(C, H, W)` of code values `code` apart, and where it was smoothed `(H, W)`, 0..1."""
    mean = box_means(signal, RADIUS)
    variance = (box_means(signal.square(), RADIUS) - mean.square()).clamp_min(0.0)
    spread = variance.amax(dim=0).sqrt() / code
    share = ((BUSY - spread) / (BUSY - QUIET)).clamp(0.0, 1.0)
    # A pixel further than a code and a half from the mean is a spot, not a step, however calm its surroundings.
    near = (1.5 - (signal - mean).abs().amax(dim=0) / code).clamp(0.0, 1.0)
    share = share * near
    return signal + share * (mean - signal), share


def dither(share: torch.Tensor, size: float, seed: int) -> torch.Tensor:
    """Triangular noise `(H, W)` from -`size` to `size`, where `share` says; the same for the same seed."""
    generator = torch.Generator().manual_seed(seed)
    noise = torch.rand(share.shape, generator=generator) - torch.rand(share.shape, generator=generator)
    return noise.to(share.device) * (size * share)
