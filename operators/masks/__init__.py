"""From a probability map to detections: connected components at a low base threshold."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray


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
