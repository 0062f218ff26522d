"""Scenes out of whole frames: what of the film a linter needs to see round a repair, and how it moved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Protocol

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray, luma
from operators.lint.pieces import LARGEST
from operators.lint.scene import PAD, Beside, Scene
from operators.motion import SearchPicture, bridged, estimate, search_picture

MARGIN = 40
"""Pixels round a repair that it is compared with, beyond what the largest piece of it takes."""
SKETCH = 512
"""Motion is sought with pictures no longer than this."""
_SPOILT = 9
"""Side of the square by which a repair's own motion is not asked, in pixels of the frame."""


class View(Protocol):
    """A frame as it is shown."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        ...

    def cut(self, x0: int, y0: int, x1: int, y1: int) -> FloatArray:
        """The pixels of a box inside the frame, `(C, h, w)`, nominal 0..1."""
        ...

    def mended(self, x0: int, y0: int, x1: int, y1: int) -> MaskArray:
        """Where repairs were made in that box, `(h, w)`."""
        ...

    def sketch(self, width: int, height: int) -> FloatArray:
        """The luma of the whole frame at another size, `(height, width)`, nominal 0..1."""
        ...


class Around:
    """A frame (offset 0) and its neighbours of the same shot, by offset. Motion is found once for all repairs."""

    def __init__(self, views: Mapping[int, View], code_step: float) -> None:
        self._views = views
        self._code_step = code_step
        self._pictures: dict[int, SearchPicture] = {}
        self._flows: dict[int, FloatArray] = {}

    def scene(self, x0: int, y0: int, mask: MaskArray) -> tuple[Scene, tuple[int, int]]:
        """The scene round a repair whose mask `(h, w)` has its corner at (x0, y0) of the frame; and its corner."""
        width, height = self._views[0].size
        rows, columns = mask.shape
        across, down = (MARGIN + min(length, LARGEST) for length in (columns, rows))
        left, top = max(x0 - across, 0), max(y0 - down, 0)
        right, low = min(x0 + columns + across, width), min(y0 + rows + down, height)
        here = np.zeros((low - top, right - left), bool)
        here[y0 - top : y0 - top + rows, x0 - left : x0 - left + columns] = mask
        box = (left, top, right, low)
        view = self._views[0]
        sound = ~view.mended(*box)
        beside = {o: self._beside(o, box, here) for o in self._views if o}
        return Scene(view.cut(*box), here, sound, self._code_step, beside), (left, top)

    def _beside(self, offset: int, box: tuple[int, int, int, int], mask: MaskArray) -> Beside:
        flow = self._flow_in(offset, box, mask)
        near = cv2.dilate(mask.astype(np.uint8), np.ones((17, 17), np.uint8)) > 0
        dx, dy = (round(float(np.median(flow[..., axis][near]))) for axis in (0, 1))
        view = self._views[offset]
        width, height = view.size
        x = np.clip(np.arange(box[0] + dx - PAD, box[2] + dx + PAD), 0, width - 1)
        y = np.clip(np.arange(box[1] + dy - PAD, box[3] + dy + PAD), 0, height - 1)
        part = int(x[0]), int(y[0]), int(x[-1]) + 1, int(y[-1]) + 1
        index = np.ix_(y - part[1], x - part[0])
        sound = ~view.mended(*part)[index]
        sound[(np.diff(y, prepend=y[0] - 1) == 0)] = False
        sound[:, (np.diff(x, prepend=x[0] - 1) == 0)] = False
        return Beside(np.ascontiguousarray(luma(view.cut(*part))[index]), sound, (dx, dy), flow)

    def _flow_in(self, offset: int, box: tuple[int, int, int, int], mask: MaskArray) -> FloatArray:
        """The way to a neighbour `(h, w, 2)` from each pixel of a box, told under the mask from round it."""
        small = self._flow(offset)
        width, height = self._views[0].size
        across, down = width / small.shape[1], height / small.shape[0]
        x = ((np.arange(box[0], box[2], dtype=np.float32) + 0.5) / across - 0.5).astype(np.float32)
        y = ((np.arange(box[1], box[3], dtype=np.float32) + 0.5) / down - 0.5).astype(np.float32)
        grid_x, grid_y = np.meshgrid(x, y)
        flow = cv2.remap(small, grid_x, grid_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        flow = flow * np.array([across, down], np.float32)
        spoilt = cv2.dilate(mask.astype(np.uint8), np.ones((_SPOILT, _SPOILT), np.uint8)) > 0
        return bridged(np.asarray(flow, np.float32), spoilt)

    def _flow(self, offset: int) -> FloatArray:
        if offset not in self._flows:
            width, height = self._size
            flow = estimate(self._picture(0), self._picture(offset), small=True)
            self._flows[offset] = flow[:height, :width]
        return self._flows[offset]

    def _picture(self, offset: int) -> SearchPicture:
        if offset not in self._pictures:
            self._pictures[offset] = search_picture(self._views[offset].sketch(*self._size))
        return self._pictures[offset]

    @cached_property
    def _size(self) -> tuple[int, int]:
        width, height = self._views[0].size
        scale = min(1.0, SKETCH / max(width, height))
        return max(round(width * scale), 1), max(round(height * scale), 1)
