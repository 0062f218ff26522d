"""One mask on one frame, and the region of the frame round it: where a hand's fix is worked out and baked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from app.document.model import ORIGINAL
from app.document.patches import Patch, Plane, make_patch
from app.document.query import Repair
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.render import repaired
from app.engine.request import Stage
from app.errors import UsageError
from app.jobs.strokes import SoftMask
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import FrameId
from operators.contract import FloatArray, MaskArray, Region


@dataclass(frozen=True, slots=True)
class Laid:
    """A repair in force with its patch."""

    repair: Repair
    patch: Patch


class Spot:
    """What a mask covers of a frame, in one state of a project.

    `replaced` are ids of repairs that the new one takes the place of: they count as not there.
    """

    def __init__(
        self, engine: Engine, snapshot: Snapshot, frame: FrameId, soft: SoftMask, region: Region, replaced: set[str]
    ) -> None:
        self.engine, self.snapshot, self.frame = engine, snapshot, frame
        self.soft, self.region = soft, region
        self._replaced = replaced
        self.native = scan_of(engine, snapshot, frame)
        self.scan = cropped(self.native, region)
        self.alpha = on_region(soft, region)

    @property
    def hole(self) -> MaskArray:
        """What is marked at all, `(h, w)` of the region."""
        marked: MaskArray = self.alpha > 0
        return marked

    def laid(self, index: int, region: Region) -> list[Laid]:
        """The repairs in force of a frame of the reel that reach into a region, in the order they are laid."""
        found = []
        for repair in self.engine.project.repairs_of(self.snapshot, self.frame.reel, index):
            across = repair.x0 < region.x1 and region.x0 < repair.x1
            if across and repair.y0 < region.y1 and region.y0 < repair.y1 and repair.id not in self._replaced:
                patch = self.engine.patch(repair)
                found += [Laid(repair, patch)] if patch is not None else []
        return found

    def damage(self, index: int, region: Region) -> MaskArray:
        """Where the repairs in force of a frame lie in a region; where the scan was brought back it is sound."""
        damage = np.zeros((region.y1 - region.y0, region.x1 - region.x0), bool)
        for item in self.laid(index, region):
            own = on_region(SoftMask(item.patch.x0, item.patch.y0, item.patch.mask.astype(np.float32)), region) > 0
            damage[own] = item.repair.defect != ORIGINAL
        return damage

    def seen(self) -> NativePicture:
        """The region as the repairs in force show it."""
        own = self.laid(self.frame.index, Region(*self.soft.box))
        if not own:
            return self.scan
        return cropped(repaired(self.native, tuple(item.patch for item in own)), self.region)

    def patch(self, planes: Sequence[Plane]) -> Patch:
        """Planes of the region, baked under the mask. Where it is soft, they fade into what is seen there now."""
        if (self.soft.alpha[self.soft.mask] < 1.0).any():
            planes = _faded(self.seen(), tuple(planes), self.alpha)
        fmt = self.scan.format
        colours = self.scan.planes[: fmt.colour_planes]
        patch = make_patch(colours, tuple(planes), self.hole, subsampling=fmt.subsampling)
        return replace(patch, x0=patch.x0 + self.region.x0, y0=patch.y0 + self.region.y0)


def scan_of(engine: Engine, snapshot: Snapshot, frame: FrameId) -> NativePicture:
    """The scan of a frame that is to be mended.

    Raises:
        UsageError: it cannot be read, and what is shown only stands for it.
        MediaError: likewise, where the reel's policy is to stop.
    """
    native = engine.picture(frame, Stage.SOURCE, snapshot)
    assert isinstance(native, NativePicture)
    if engine.decoders.is_bad(frame):
        path = snapshot.reel(frame.reel).path
        raise UsageError(
            f"frame {frame.index} of {path} cannot be read, and what is shown only stands for it: "
            "bring the frame back before mending it"
        )
    return native


def in_whole_sites(box: Region, fmt: PictureFormat) -> Region:
    """The box grown to edges that chroma sites share."""
    across, down = fmt.subsampling
    x0, y0 = box.x0 // across * across, box.y0 // down * down
    x1, y1 = -(-box.x1 // across) * across, -(-box.y1 // down) * down
    return Region(x0, y0, min(x1, fmt.width), min(y1, fmt.height))


def cropped(picture: NativePicture, region: Region) -> NativePicture:
    """The colour planes of a region whose corner lies on a chroma site."""
    fmt, (across, down) = picture.format, picture.format.subsampling
    colours = replace(fmt, channels=fmt.channels[: fmt.colour_planes])
    small = colours.with_size(region.x1 - region.x0, region.y1 - region.y0)
    planes = []
    for index in range(fmt.colour_planes):
        height, width = small.plane_shape(index)
        x, y = (region.x0 // across, region.y0 // down) if index else (region.x0, region.y0)
        planes.append(picture.planes[index][y : y + height, x : x + width])
    return NativePicture(small, tuple(planes))


def on_region(soft: SoftMask, region: Region) -> FloatArray:
    """A mask as it falls on a region, `(h, w)` 0..1."""
    found = np.zeros((region.y1 - region.y0, region.x1 - region.x0), np.float32)
    x0, y0, x1, y1 = soft.box
    left, top, right, bottom = max(x0, region.x0), max(y0, region.y0), min(x1, region.x1), min(y1, region.y1)
    if left < right and top < bottom:
        part = soft.alpha[top - y0 : bottom - y0, left - x0 : right - x0]
        found[top - region.y0 : bottom - region.y0, left - region.x0 : right - region.x0] = part
    return found


def _faded(below: NativePicture, planes: tuple[Plane, ...], alpha: FloatArray) -> tuple[Plane, ...]:
    """`planes` over what is seen below them, by how much the mask covers; chroma by the mean over its site."""
    faded = []
    for index, (under, over) in enumerate(zip(below.planes, planes, strict=False)):
        weight = alpha if index == 0 else _at_sites(alpha, below.format.subsampling)
        mixed = under.astype(np.float64) + weight * (over.astype(np.float64) - under.astype(np.float64))
        whole = np.where(weight >= 1.0, over, mixed if below.format.is_float else np.rint(mixed))
        faded.append(whole.astype(over.dtype))
    return tuple(faded)


def _at_sites(alpha: FloatArray, subsampling: tuple[int, int]) -> FloatArray:
    """The mean coverage of the pixels that each chroma site stands for."""
    across, down = subsampling
    if subsampling == (1, 1):
        return alpha
    height, width = alpha.shape
    even = np.pad(alpha, ((0, -height % down), (0, -width % across)), mode="edge")
    size = (even.shape[1] // across, even.shape[0] // down)
    return np.asarray(cv2.resize(even, size, interpolation=cv2.INTER_AREA), np.float32)
