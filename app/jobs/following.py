"""Where a region of a frame has gone in the frames beside it."""

from __future__ import annotations

import cv2
import numpy as np

from app.media.picture import NativePicture, Plane
from operators.contract import FloatArray, MaskArray, Region
from operators.motion import MotionMemory, SearchPicture, estimate, search_picture

SHRINK = 4
"""Motion of the whole frame is sought at this part of its size: enough to bring a region near its place."""

ROUND = 16
"""Pixels round a hole whose motion is taken for the hole's."""

_memory = MotionMemory(24)
"""One stroke follows another on the same frame: how the whole of it moves is sought for the first only."""


class Following:
    """Follows the surroundings of a hole from one frame to its neighbours.

    A search that sees a region only loses what moves by more than a fraction of it; so the region itself is moved
    first, by whole pixels, and the search inside it finds what is left.
    """

    def __init__(self, native: NativePicture, region: Region, hole: MaskArray) -> None:
        """`hole` `(h, w)` lies on `region`, whose corner is on a chroma site."""
        self._native = native
        self._region = region
        rim = cv2.dilate(hole.astype(np.uint8), np.ones((2 * ROUND + 1, 2 * ROUND + 1), np.uint8)) > 0
        rows, columns = np.nonzero(rim & ~hole)
        self._rows, self._columns = rows + region.y0, columns + region.x0

    def region_in(self, beside: NativePicture) -> Region:
        """The region of a neighbour, equally large, that shows the same, as far as the frame reaches."""
        if not self._rows.size:
            return self._region
        flow = _flow(self._native, beside)
        y = np.minimum(self._rows // SHRINK, flow.shape[0] - 1)
        x = np.minimum(self._columns // SHRINK, flow.shape[1] - 1)
        dx, dy = np.median(flow[y, x], axis=0) * SHRINK
        fmt, region = self._native.format, self._region
        across, down = fmt.subsampling
        dx = _kept(round(float(dx) / across) * across, region.x0, region.x1, fmt.width, across)
        dy = _kept(round(float(dy) / down) * down, region.y0, region.y1, fmt.height, down)
        return Region(region.x0 + dx, region.y0 + dy, region.x1 + dx, region.y1 + dy)


def _kept(shift: int, start: int, end: int, length: int, site: int) -> int:
    """The nearest shift, by whole chroma sites, that keeps start..end inside 0..length."""
    return min(max(shift, -start), (length - end) // site * site)


def _flow(here: NativePicture, there: NativePicture) -> FloatArray:
    """How the whole frame moves, in pixels of the shrunk one."""
    pair = (_plane(here), _plane(there))
    return _memory.recall("flow", pair, lambda: estimate(_small(here), _small(there), fast=True))


def _plane(native: NativePicture) -> Plane:
    """The luma, or the green of an RGB picture."""
    return native.planes[1 if native.format.model == "rgb" else 0]


def _small(native: NativePicture) -> SearchPicture:
    """What motion of the whole frame is sought in."""
    return _memory.recall("small", (_plane(native),), lambda: shrunk(native))


def shrunk(native: NativePicture, times: int = SHRINK) -> SearchPicture:
    """The luma (the green of an RGB picture), so many times smaller."""
    fmt = native.format
    plane = _plane(native)
    size = (max(fmt.width // times, 1), max(fmt.height // times, 1))
    # Code values are shrunk as they are: a whole frame of floats costs more than the search.
    given = plane.astype(np.float32) if plane.dtype == np.float16 else plane
    small: FloatArray = np.asarray(cv2.resize(given, size, interpolation=cv2.INTER_AREA), np.float32)
    top = 1.0 if fmt.is_float else 2.0**fmt.bit_depth - 1
    return search_picture(small / np.float32(top))
