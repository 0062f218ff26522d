"""A repair in motion: a few frames round it, cut out round its mask, with the repair and without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from app.document.patches import Patch
from app.document.query import Repair
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.look import ScreenPixels
from app.engine.render import Check, go_on, repaired
from app.engine.request import Stage
from app.engine.screen import region_pixels
from app.media.colour import View
from app.media.picture import NativePicture
from app.media.reel import FrameId
from operators.contract import Region

REACH = 2
"""Frames shown before and after the repair's own."""
SMALLEST, LARGEST = 72, 360
"""Width in pixels of what is cut out: enough round a speck to tell where it is, and never so much that a speck in it
is lost; a long scratch is shown by its middle."""
ROUND = 3.0
"""So many times as wide and high as the repair."""


@dataclass(frozen=True, slots=True, eq=False)
class Loop:
    """Pictures to show one after the other, each `(height, width, 4)` as in `ScreenPixels`.

    Attributes:
        pictures: In order; the one at `middle` is the repair's frame as it is mended.
        before: That frame with everything but this repair.
        region: What part of the frame they show, in pixels of the source.
    """

    pictures: tuple[ScreenPixels, ...]
    middle: int
    before: ScreenPixels
    region: Region

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        return self.before.nbytes + sum(picture.nbytes for picture in self.pictures)


def region_round(repair: Repair, width: int, height: int, aspect: float) -> Region:
    """What to cut out round a repair: `aspect` (width to height) wide, inside a frame of this size."""
    across = max((repair.x1 - repair.x0) * ROUND, (repair.y1 - repair.y0) * ROUND * aspect, SMALLEST)
    across = min(across, LARGEST, width, height * aspect)
    columns, rows = max(round(across), 1), max(round(across / aspect), 1)
    left = _inside((repair.x0 + repair.x1 - columns) // 2, width - columns)
    top = _inside((repair.y0 + repair.y1 - rows) // 2, height - rows)
    return Region(left, top, min(left + columns, width), min(top + rows, height))


def _inside(place: int, last: int) -> int:
    return min(max(place, 0), max(last, 0))


def make_loop(
    engine: Engine, snapshot: Snapshot, repair: Repair, size: tuple[int, int], check: Check = go_on
) -> Loop:
    """The loop of a repair, accepted or not, in pictures of `size` (width, height).

    The frames beside it are shown as they are mended now. What was never filled looks the same before and after.

    Raises:
        MediaError, ProjectError: a frame or a patch cannot be read.
        Cancelled: `check` said so.
    """
    shot = snapshot.shot_at(repair.reel, repair.frame)
    first, last = max(shot.start, repair.frame - REACH), min(shot.end - 1, repair.frame + REACH)
    view = View.of(engine.outline(snapshot).frame_info(repair.reel).encoding, None, engine.colour)
    ref = snapshot.reel(repair.reel)
    region = region_round(repair, ref.width, ref.height, size[0] / size[1])

    def picture(source: NativePicture, patches: Sequence[Patch]) -> ScreenPixels:
        near = tuple(patch for patch in patches if _touches(patch, region))
        return _sized(region_pixels(repaired(source, near) if near else source, view, region), size)

    shown: list[ScreenPixels] = []
    before: ScreenPixels | None = None
    for index in range(first, last + 1):
        check()
        source = engine.picture(FrameId(repair.reel, index), Stage.SOURCE, snapshot, check)
        assert isinstance(source, NativePicture)
        if index != repair.frame:
            shown.append(picture(source, engine.patches(snapshot, repair.reel, index)))
            continue
        others, all_of_them = _patches(engine, snapshot, repair)
        before = picture(source, others)
        shown.append(picture(source, all_of_them))
    assert before is not None
    return Loop(tuple(shown), repair.frame - first, before, region)


def _patches(engine: Engine, snapshot: Snapshot, repair: Repair) -> tuple[list[Patch], list[Patch]]:
    """The patches of a repair's frame in ledger order: without it, and with it whatever is decided on it."""
    without, with_it = [], []
    for other in engine.project.detections_of(snapshot, repair.reel, repair.frame):
        this = other.id == repair.id
        patch = engine.patch(other) if this or other.accepted else None
        if patch is not None:
            with_it.append(patch)
            if not this:
                without.append(patch)
    return without, with_it


def _touches(patch: Patch, region: Region) -> bool:
    height, width = patch.mask.shape
    # A chroma site beside the region still colours its edge.
    return (
        patch.x0 < region.x1 + 4
        and patch.x0 + width > region.x0 - 4
        and patch.y0 < region.y1 + 4
        and patch.y0 + height > region.y0 - 4
    )


def _sized(pixels: ScreenPixels, size: tuple[int, int]) -> ScreenPixels:
    """Larger ones by averaging, smaller ones between their pixels."""
    shrinks = pixels.shape[1] > size[0]
    made = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    return np.ascontiguousarray(made, np.uint8)
