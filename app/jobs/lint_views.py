"""Frames of a project as the linter sees them: repaired, with what was mended on them."""

from __future__ import annotations

from functools import cached_property

import cv2
import numpy as np

from app.document.patches import Patch
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.render import as_native
from app.engine.request import Stage
from app.engine.tensors import to_tensor
from app.errors import MediaError
from app.jobs.spot import cropped
from app.media.picture import NativePicture
from app.media.reel import FrameId
from operators.contract import FloatArray, MaskArray, Region, as_array


class ShownFrame:
    """One frame at the end of the repair stage; an `operators.lint.around.View`."""

    def __init__(self, native: NativePicture, patches: tuple[Patch, ...]) -> None:
        self._native = native
        self._patches = patches

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self._native.format.width, self._native.format.height

    def cut(self, x0: int, y0: int, x1: int, y1: int) -> FloatArray:
        """The pixels of a box inside the frame, `(C, h, w)`, nominal 0..1."""
        width, height = self.size
        across, down = self._native.format.subsampling
        left, top = x0 // across * across, y0 // down * down
        whole = Region(left, top, min(-(-x1 // across) * across, width), min(-(-y1 // down) * down, height))
        tensor = as_array(to_tensor(cropped(self._native, whole)))
        return np.ascontiguousarray(tensor[:, y0 - top : y1 - top, x0 - left : x1 - left])

    def mended(self, x0: int, y0: int, x1: int, y1: int) -> MaskArray:
        """Where repairs were made in that box, `(h, w)`."""
        found = np.zeros((y1 - y0, x1 - x0), bool)
        for patch in self._patches:
            height, width = patch.mask.shape
            left, top = max(patch.x0, x0), max(patch.y0, y0)
            right, low = min(patch.x0 + width, x1), min(patch.y0 + height, y1)
            if left < right and top < low:
                part = patch.mask[top - patch.y0 : low - patch.y0, left - patch.x0 : right - patch.x0]
                found[top - y0 : low - y0, left - x0 : right - x0] |= part
        return found

    def sketch(self, width: int, height: int) -> FloatArray:
        """The luma (the green of an RGB picture) of the whole frame at another size, 0..1."""
        made = self._sketches.get((width, height))
        if made is None:
            fmt = self._native.format
            plane = self._native.planes[1 if fmt.model == "rgb" else 0]
            plane = plane if plane.dtype in (np.uint8, np.uint16, np.float32) else plane.astype(np.float32)
            small = cv2.resize(plane, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32)
            made = small / np.float32(1.0 if fmt.is_float else 2.0**fmt.bit_depth - 1)
            self._sketches[width, height] = made
        return made

    @cached_property
    def _sketches(self) -> dict[tuple[int, int], FloatArray]:
        return {}


def shown_frame(engine: Engine, snapshot: Snapshot, frame: FrameId) -> ShownFrame | None:
    """The frame as it is shown; None where it cannot be read (what stands for it has nothing to say)."""
    try:
        native = as_native(engine.picture(frame, Stage.REPAIR, snapshot)).picture
    except MediaError:
        return None
    if engine.decoders.is_bad(frame):
        return None
    return ShownFrame(native, engine.patches(snapshot, frame.reel, frame.index))
