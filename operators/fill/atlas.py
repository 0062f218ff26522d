"""The surroundings of holes, cut out of a frame and laid on one small sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray

PAD = 16
"""Pixels round a hole that are cut out with it: as far as any filter over a sheet needs to see."""
SEAM = 6
"""Pixels at a cut's edge where fine filters see the next cut: they have no say in what grain looks like."""
_CELL = 8
_LEAST_WIDTH = 256


@dataclass(frozen=True, slots=True)
class _Cut:
    """A box of the frame (it may reach over the edge), its corner on the sheet, and its number."""

    x: int
    y: int
    width: int
    height: int
    left: int
    top: int
    number: int


class Atlas:
    """The boxes round a frame's holes, `PAD` pixels wider, on one sheet `(h, w)`.

    Mending costs what the holes and their surroundings cost, not what the frame costs; and one call of a filter does
    for all holes. Beyond the frame's edges a cut shows the frame mirrored. Holes nearer to each other than their
    surroundings reach share a cut.
    """

    def __init__(self, mask: MaskArray) -> None:
        """`mask` `(H, W)`: the holes; at least one pixel."""
        self._mask = mask
        self._labels, boxes = _boxes(mask)
        cuts, height, width = _shelved(boxes)
        self._cuts = cuts
        self.inside: MaskArray = np.zeros((height, width), bool)
        """Where the sheet shows a cut at all."""
        self.inner: MaskArray = np.zeros((height, width), bool)
        """The cuts without their seams."""
        self.x: FloatArray = np.zeros((height, width), np.float32)
        self.y: FloatArray = np.zeros((height, width), np.float32)
        """Column and row of the frame that each pixel of the sheet shows."""
        rows, columns = mask.shape
        for cut in cuts:
            place = np.s_[cut.top : cut.top + cut.height, cut.left : cut.left + cut.width]
            self.x[place] = _mirrored(np.arange(cut.x, cut.x + cut.width), columns)[None, :]
            self.y[place] = _mirrored(np.arange(cut.y, cut.y + cut.height), rows)[:, None]
            self.inside[place] = True
            self.inner[
                cut.top + SEAM : cut.top + cut.height - SEAM, cut.left + SEAM : cut.left + cut.width - SEAM
            ] = True
        self.mask: MaskArray = (cv2.remap(mask.astype(np.uint8), self.x, self.y, cv2.INTER_NEAREST) > 0) & self.inside

    def cut(self, plane: FloatArray) -> FloatArray:
        """`plane` `(H, W)` of the frame as it lies on the sheet; values are not changed."""
        return np.asarray(cv2.remap(plane, self.x, self.y, cv2.INTER_NEAREST), np.float32)

    def lay_back(self, sheet: FloatArray, frame: FloatArray) -> None:
        """Write the sheet's pixels `(h, w, C)` under the holes, and no others, into `frame` `(C, H, W)`."""
        rows, columns = self._mask.shape
        for cut in self._cuts:
            x0, y0 = max(cut.x, 0), max(cut.y, 0)
            x1, y1 = min(cut.x + cut.width, columns), min(cut.y + cut.height, rows)
            top, left = cut.top + y0 - cut.y, cut.left + x0 - cut.x
            cells = self._labels[y0 // _CELL : -(-y1 // _CELL), x0 // _CELL : -(-x1 // _CELL)] == cut.number
            own = cells.repeat(_CELL, axis=0).repeat(_CELL, axis=1)
            own = own[y0 % _CELL :, x0 % _CELL :][: y1 - y0, : x1 - x0] & self._mask[y0:y1, x0:x1]
            mended = sheet[top : top + y1 - y0, left : left + x1 - x0][own]
            frame[:, y0:y1, x0:x1][:, own] = mended.T


def _boxes(mask: MaskArray) -> tuple[Any, list[tuple[int, int, int, int, int]]]:
    """Which group of holes each cell of the frame belongs to, and (x, y, width, height, number) of their boxes."""
    height, width = mask.shape
    even = np.pad(mask, ((0, -height % _CELL), (0, -width % _CELL)))
    cells: Any = even.reshape(even.shape[0] // _CELL, _CELL, -1, _CELL).any(axis=(1, 3)).astype(np.uint8)
    grown = 1
    near = cv2.dilate(cells, np.ones((2 * grown + 1,) * 2, np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    more = PAD - grown * _CELL
    boxes = []
    for number in range(1, count):
        x, y, w, h = (int(value) * _CELL for value in stats[number, :4])
        boxes.append((x - more, y - more, w + 2 * more, h + 2 * more, number))
    return labels, boxes


def _shelved(boxes: list[tuple[int, int, int, int, int]]) -> tuple[list[_Cut], int, int]:
    """The boxes in rows, tall ones first, on a sheet about as wide as high; and the sheet's height and width."""
    area = sum(box[2] * box[3] for box in boxes)
    wide = max(*(box[2] for box in boxes), int(np.sqrt(area)), _LEAST_WIDTH)
    cuts: list[_Cut] = []
    left = top = shelf = width = 0
    for x, y, w, h, number in sorted(boxes, key=lambda box: (-box[3], box)):
        if left and left + w > wide:
            left, top = 0, top + shelf
        if not left:
            shelf = h
        cuts.append(_Cut(x, y, w, h, left, top, number))
        left += w
        width = max(width, left)
    return cuts, top + shelf, width


def _mirrored(index: np.ndarray[tuple[int], np.dtype[np.int64]], length: int) -> FloatArray:
    """Indices beyond 0..length mirrored into it, however far they lie."""
    folded = np.mod(index, 2 * length)
    mirrored: FloatArray = np.minimum(folded, 2 * length - 1 - folded).astype(np.float32)
    return mirrored
