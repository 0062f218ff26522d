"""What an operator is told about the frames it gets, and the ways it may look at them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import torch

FloatArray = np.ndarray[Any, np.dtype[np.float32]]
MaskArray = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class FrameInfo:
    """The meaning of a float tensor `(C, H, W)`: nominal 0..1, never clipped.

    `encoding` names the colour encoding of the values as in the project's OCIO config; `bit_depth` and
    `is_float` are those of the native picture the tensor was made from: one code value of an integer
    picture is `code_step`.
    """

    width: int
    height: int
    channels: int
    encoding: str = "rec709"
    bit_depth: int = 8
    is_float: bool = False
    pixel_aspect: Fraction = Fraction(1)
    field_order: str = "progressive"
    rate: Fraction = Fraction(24)

    @property
    def code_step(self) -> float:
        """The size of one native code value in tensor units (float pictures: 2**-11, half's step near 1)."""
        return 2.0**-11 if self.is_float else 1.0 / (2**self.bit_depth - 1)


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of whole pixels: x0 <= x < x1, y0 <= y < y1."""

    x0: int
    y0: int
    x1: int
    y1: int

    def grown(self, margin: int, width: int, height: int) -> Region:
        """The region with `margin` more pixels on each side, kept inside a width x height picture."""
        return Region(
            max(self.x0 - margin, 0),
            max(self.y0 - margin, 0),
            min(self.x1 + margin, width),
            min(self.y1 + margin, height),
        )


@dataclass(frozen=True, slots=True)
class Window:
    """The frames round one frame of one shot, by offset: 0 is the frame itself.

    Offsets that would lie beyond the shot's ends are absent: an operator never sees across a cut.
    `masks` holds, for repair operators, where each frame is damaged (True: do not trust this pixel).
    Tensors are inputs only: an operator must not write to them.
    """

    frames: Mapping[int, torch.Tensor]
    info: FrameInfo
    masks: Mapping[int, MaskArray] = field(default_factory=dict)

    @property
    def centre(self) -> torch.Tensor:
        """The frame to be processed, `(C, H, W)`."""
        return self.frames[0]


def no_weights(sha256: str) -> Path:
    """For calls outside any project: LookupError."""
    raise LookupError(f"there is no project here that could have the weights {sha256}")


@dataclass(frozen=True, slots=True)
class Context:
    """What the engine lends an operator for one call.

    `device` is where tensors live. `check` raises when the work was cancelled: call it between tiles.
    `seed` is the same for the same frame in every run, so that grain is reproducible. `weights` says where a
    network's weights with this SHA-256 lie, where they do not come with the program. `infrared` `(H, W)` is what the
    scanner's infrared channel shows of the frame, nominal 0..1, None where there is none.
    """

    device: torch.device = field(default_factory=lambda: torch.device("cpu"))
    seed: int = 0
    check: Callable[[], None] = lambda: None
    weights: Callable[[str], Path] = no_weights
    infrared: FloatArray | None = None


def as_array(tensor: torch.Tensor) -> FloatArray:
    """A NumPy view `(C, H, W)` of a CPU tensor (no copy), or a copy of a device tensor."""
    array: FloatArray = tensor.detach().cpu().numpy()
    return array


def luma(frame: FloatArray) -> FloatArray:
    """The picture `(H, W)` in which damage is sought: BT.709 luma weights, or the only channel of a grey one."""
    if frame.shape[0] < 3:
        only: FloatArray = frame[0]
        return only
    weighted: FloatArray = 0.2126 * frame[0] + 0.7152 * frame[1] + 0.0722 * frame[2]
    return weighted
