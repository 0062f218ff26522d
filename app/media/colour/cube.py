"""A cube of colours: any way from R'G'B' to display-ready R'G'B', sampled once and interpolated (tetrahedral)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
import PyOpenColorIO as ocio

from app.media.colour.transforms import Display, Pixels, Shown

SIDE = 65


@dataclass(frozen=True, eq=False)
class Cube:
    """SIDE^3 colours over R'G'B' 0..1; values beyond count as 0 and 1."""

    display: Display

    @classmethod
    def of(cls, way: Callable[[Pixels], Shown]) -> Self:
        """Sample a way from float32 `(H, W, 3)` to uint8 of the same shape."""
        axis = np.linspace(0.0, 1.0, SIDE, dtype=np.float32)
        red, green, blue = np.meshgrid(axis, axis, axis, indexing="ij")  # blue runs fastest, as OpenColorIO has it
        grid = np.ascontiguousarray(np.stack([red, green, blue], axis=-1).reshape(SIDE, SIDE * SIDE, 3))
        transform = ocio.Lut3DTransform(SIDE)
        transform.setInterpolation(ocio.INTERP_TETRAHEDRAL)
        transform.setData((way(grid).astype(np.float32) / 255).reshape(-1))
        processor = ocio.Config.CreateRaw().getProcessor(transform)
        depths = (ocio.BIT_DEPTH_F32, ocio.BIT_DEPTH_UINT8)
        return cls(Display(processor.getOptimizedCPUProcessor(*depths, ocio.OPTIMIZATION_DEFAULT)))

    def __call__(self, pixels: Pixels) -> Shown:
        """`pixels` `(H, W, 3)` float32 as uint8 of the same shape."""
        return self.display(pixels)
