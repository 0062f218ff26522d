"""Pixel by pixel work in bands of rows: what lies between its steps stays in the processor's cache.

A step over a whole 4K picture waits for memory, and for the system to hand it out; one over a band does not.
"""

from __future__ import annotations

from collections.abc import Callable

import torch

BAND_PIXELS = 1 << 17


def in_bands(work: Callable[..., torch.Tensor], *planes: torch.Tensor) -> torch.Tensor:
    """`work(*planes)` of tensors `(..., H, W)`, made band by band; it must give each pixel from that pixel alone.

    The values are those of the whole picture at once, but for rounding. Where PyTorch has several threads, or
    another device than a CPU, the picture goes at once: its threads would meet after every step of every band.
    """
    rows, columns = planes[0].shape[-2:]
    step = max(BAND_PIXELS // max(columns, 1), 1)
    if planes[0].device.type != "cpu" or rows <= step or torch.get_num_threads() > 1:
        return work(*planes)
    out: torch.Tensor | None = None
    for top in range(0, rows, step):
        part = work(*(plane[..., top : top + step, :] for plane in planes))
        if out is None:
            out = part.new_empty((*part.shape[:-2], rows, columns))
        out[..., top : top + step, :] = part
    assert out is not None
    return out
