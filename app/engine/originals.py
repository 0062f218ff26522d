"""Where a person brought the scan back, and where those pixels lie once operators have moved them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import cv2
import numpy as np

from app.document.model import ORIGINAL
from app.document.patches import Patch
from app.document.query import Repair
from app.engine.mapping import steps_of
from app.engine.plan import Moved
from app.media.picture import PictureFormat
from operators.contract import FloatArray, FrameInfo, MaskArray


def original_mask(laid: Iterable[tuple[Repair, Patch]], fmt: PictureFormat) -> MaskArray:
    """Where the scan shows through the repairs of a frame, `(H, W)`, in whole chroma sites.

    `laid` are the repairs in force in the order in which they are laid on: what a person mended after bringing the
    scan back is mended.
    """
    mask = np.zeros((fmt.height, fmt.width), bool)
    for repair, patch in laid:
        height, width = patch.mask.shape
        part = mask[patch.y0 : patch.y0 + height, patch.x0 : patch.x0 + width]
        part[patch.mask] = repair.defect == ORIGINAL
    across, down = fmt.subsampling
    return mask if (across, down) == (1, 1) else _whole_sites(mask, across, down)


def carried(mask: MaskArray, moved: Sequence[Moved], info: FrameInfo) -> MaskArray:
    """A mask of the scan as it lies after operators that move pixels, in their order."""
    for chosen, params, given in steps_of(moved, info):
        after = chosen.output_info(given, params)
        columns, rows = np.arange(after.width, dtype=np.float32), np.arange(after.height, dtype=np.float32)
        centres = np.stack(np.meshgrid(columns, rows), axis=2) + np.float32(0.5)
        points: FloatArray = centres.reshape(-1, 2)
        back = chosen.map_points_back(points, given, params).reshape(after.height, after.width, 2) - np.float32(0.5)
        seen = cv2.remap(
            mask.astype(np.uint8),
            np.ascontiguousarray(back[..., 0], np.float32),
            np.ascontiguousarray(back[..., 1], np.float32),
            cv2.INTER_NEAREST,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=0.0,
        )
        mask = np.asarray(seen > 0)
    return mask


def _whole_sites(mask: MaskArray, across: int, down: int) -> MaskArray:
    """The mask grown to every pixel that shares a chroma site with it."""
    height, width = mask.shape
    even = np.pad(mask, ((0, -height % down), (0, -width % across)))
    sites = even.reshape(even.shape[0] // down, down, -1, across).any(axis=(1, 3))
    whole: MaskArray = sites.repeat(down, axis=0).repeat(across, axis=1)[:height, :width]
    return whole
