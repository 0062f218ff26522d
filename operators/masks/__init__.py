"""From a probability map to detections: connected components at a low base threshold."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray, Risk, RiskArray

_SHARE = 0.25
"""Of a piece's pixels, from which a risk of its place is one of the piece."""

_EDGE = 0.01
"""Of the frame's width: how close to the edge is at the edge."""


@dataclass(frozen=True, slots=True)
class Component:
    """One connected piece of a probability map.

    `mask` is boolean `(h, w)` with its corner at (x0, y0) of the frame; `probability` is the piece's highest.
    """

    x0: int
    y0: int
    mask: MaskArray
    area: int
    probability: float

    def peak(self, plane: FloatArray) -> float:
        """The highest value of a plane of the whole frame under the piece."""
        height, width = self.mask.shape
        return float(plane[self.y0 : self.y0 + height, self.x0 : self.x0 + width][self.mask].max())

    def paint(self, canvas: MaskArray) -> None:
        """Set the component's pixels in a mask of the whole frame."""
        height, width = self.mask.shape
        canvas[self.y0 : self.y0 + height, self.x0 : self.x0 + width] |= self.mask


def components(probability: FloatArray, base_threshold: float) -> tuple[Component, ...]:
    """The 8-connected pieces of `probability` `(H, W)` at or above `base_threshold`, in scanning order.

    A threshold moved afterwards only chooses among them (by `probability`); it never changes their shape.
    """
    count, labels, stats, _ = cv2.connectedComponentsWithStats(
        (probability >= base_threshold).astype(np.uint8), connectivity=8
    )
    found = []
    for label in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[label])
        box = slice(y, y + height), slice(x, x + width)
        mask = labels[box] == label
        found.append(Component(x, y, mask, area, float(probability[box][mask].max())))
    return tuple(found)


def risks(component: Component, risk: RiskArray | None, shape: tuple[int, int]) -> Risk:
    """Why a piece on a frame of `shape` (H, W) may be a false alarm; `risk` `(H, W)` as in `FrameEvidence`.

    A piece at the edge is marked where its map says nothing; one as high as the frame (a line scratch) is not.
    """
    height, width = component.mask.shape
    box = slice(component.y0, component.y0 + height), slice(component.x0, component.x0 + width)
    found = Risk(0)
    if risk is not None and risk[box].any():
        under = risk[box][component.mask]
        for flag in (Risk.MOTION, Risk.LIGHT, Risk.LARGE):
            if np.count_nonzero(under & flag) >= _SHARE * under.size:
                found |= flag
    near = max(_EDGE * shape[1], 1.0)
    sides = component.x0 < near or component.x0 + width > shape[1] - near
    ends = component.y0 < near or component.y0 + height > shape[0] - near
    if sides or (ends and height < 0.5 * shape[0]):
        found |= Risk.EDGE
    return found
