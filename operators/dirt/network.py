"""The detector's network: a small U-Net on the planes of `features`, at half the resolution and below.

U-Net: Ronneberger, Fischer and Brox, MICCAI 2015. Pixels are folded two by two into channels first (Shi et al.,
CVPR 2016), so that most of the work is done on a quarter of the sites while each pixel still gets its own answer.
"""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from operators.dirt.features import CHANNELS

CLASSES = ("dirt", "scratch")
"""The planes that come out. A line scratch is told apart so that it is not taken for dirt."""

MULTIPLE = 8
"""Height and width must be multiples of this: three halvings."""


class DirtNet(nn.Module):
    """`(N, len(CHANNELS), H, W)` to logits `(N, len(CLASSES), H, W)`; H and W multiples of `MULTIPLE`."""

    def __init__(self, widths: tuple[int, int, int] = (24, 36, 48)) -> None:
        super().__init__()
        fine, middle, coarse = widths
        self.fold = nn.PixelUnshuffle(2)
        self.stem = nn.Conv2d(4 * len(CHANNELS), fine, 1)
        self.fine = Block(fine)
        self.to_middle = nn.Conv2d(fine, middle, 3, stride=2, padding=1)
        self.middle = Block(middle)
        self.to_coarse = nn.Conv2d(middle, coarse, 3, stride=2, padding=1)
        self.coarse = nn.Sequential(Block(coarse), Block(coarse))
        self.from_coarse = nn.Conv2d(coarse, middle, 1)
        self.middle_again = Block(middle)
        self.from_middle = nn.Conv2d(middle, fine, 1)
        self.fine_again = nn.Conv2d(fine, fine, 3, padding=1)
        self.head = nn.Conv2d(fine, 4 * len(CLASSES), 3, padding=1)
        self.unfold = nn.PixelShuffle(2)
        # Damage is rare: without this the first thousand steps only learn to say no.
        nn.init.constant_(cast(Tensor, self.head.bias), -4.0)

    def forward(self, planes: Tensor) -> Tensor:
        """Logits of planes."""
        fine = self.fine(functional.relu(self.stem(self.fold(planes))))
        middle = self.middle(functional.relu(self.to_middle(fine)))
        coarse = self.coarse(functional.relu(self.to_coarse(middle)))
        middle = self.middle_again(middle + _doubled(self.from_coarse(coarse)))
        fine = functional.relu(self.fine_again(fine + _doubled(self.from_middle(middle))))
        logits: Tensor = self.unfold(self.head(fine))
        return logits


class Block(nn.Module):
    """Two convolutions whose result is added to what came in (He et al., CVPR 2016)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """`x` and what the two layers make of it."""
        return functional.relu(x + self.second(functional.relu(self.first(x))))


def _doubled(x: Tensor) -> Tensor:
    return functional.interpolate(x, scale_factor=2.0, mode="nearest")


def operations(height: int, width: int, model: nn.Module | None = None) -> int:
    """Multiply-adds that one frame of this size takes."""
    total = 0

    def count(layer: nn.Module, _: object, out: Tensor) -> None:
        nonlocal total
        weight = cast(nn.Conv2d, layer).weight
        total += weight[0].numel() * out[0].numel()

    model = model or DirtNet()
    hooks = [layer.register_forward_hook(count) for layer in model.modules() if isinstance(layer, nn.Conv2d)]
    with torch.inference_mode():
        model(torch.zeros(1, len(CHANNELS), height, width))
    for hook in hooks:
        hook.remove()
    return total
