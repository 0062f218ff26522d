"""The fill of a mask that a hand drew: the pass's own, worked out on the region round it only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import torch

from app.document.patches import Patch, Plane, make_patch, plane_masks
from app.document.repair import Repair
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.info import frame_info
from app.engine.render import repaired, seed_of
from app.engine.request import Stage
from app.engine.tensors import to_planes, to_tensor
from app.errors import MediaError, UsageError
from app.jobs.following import Following
from app.jobs.strokes import SoftMask
from app.media.picture import NativePicture
from app.media.reel import FrameId
from operators.contract import Context, Filter, FloatArray, FrameInfo, MaskArray, Region, Window
from operators.contract.registry import filter_operator

FILL = "fill"
"""The operator where no pass over the frame says another."""

LEAST_MARGIN, MOST_MARGIN = 60, 120
"""Pixels round a mask that the fill looks at: an eighteenth of the height. Time goes with the square of it; half as
much again gained less than 0.1 dB."""


class HandFill:
    """Mends one frame of a project in one state, with neighbours of its own shot."""

    def __init__(self, engine: Engine, snapshot: Snapshot, frame: FrameId, replaced: set[str]) -> None:
        """`replaced` are ids of repairs that the new one takes the place of: they count as not there."""
        self._engine = engine
        self._snapshot = snapshot
        self._frame = frame
        self._replaced = replaced
        self._filter, self._params = _fill_of(snapshot, frame)
        self._info = frame_info(engine.reels[frame.reel], snapshot.reel(frame.reel).encoding)

    def filled(self, soft: SoftMask) -> Patch:
        """The patch for a mask. Where the mask is soft, the fill fades into what is seen there now.

        Raises:
            UsageError: the frame itself cannot be read.
            MediaError: likewise, where the reel's policy is to stop.
        """
        native = self._native()
        others = tuple(self._others(self._frame.index, Region(*soft.box)))
        region = self._region_round(soft.box)
        picture = _cropped(native, region)
        hole = _on_region(soft, region)
        planes = self._planes(native, region, hole > 0)
        if (soft.alpha[soft.mask] < 1.0).any():
            below = _cropped(repaired(native, others), region) if others else picture
            planes = _faded(below, planes, hole)
        fmt = picture.format
        colours = picture.planes[: fmt.colour_planes]
        patch = make_patch(colours, planes, hole > 0, subsampling=fmt.subsampling)
        return replace(patch, x0=patch.x0 + region.x0, y0=patch.y0 + region.y0)

    def _native(self) -> NativePicture:
        native = self._engine.picture(self._frame, Stage.SOURCE, self._snapshot)
        assert isinstance(native, NativePicture)
        if self._engine.decoders.is_bad(self._frame):
            path = self._snapshot.reel(self._frame.reel).path
            raise UsageError(
                f"frame {self._frame.index} of {path} cannot be read, and what is shown only stands for it: "
                "bring the frame back before mending it"
            )
        return native

    def _planes(self, native: NativePicture, region: Region, hole: MaskArray) -> tuple[Plane, ...]:
        """The region's colour planes, mended under `hole` and under every other repair in force."""
        window = self._window(native, region, hole)
        context = Context(self._engine.device, seed_of(self._frame))
        return to_planes(self._filter.run(window, self._params, context), _cropped(native, region).format).planes

    def _window(self, native: NativePicture, region: Region, hole: MaskArray) -> Window:
        """The region of the frames round it in its shot, moved along with the picture, and what is damaged there."""
        before, after = self._filter.window(self._params)
        shot = self._snapshot.shot_at(self._frame.reel, self._frame.index)
        following = Following(native, region, hole)
        frames: dict[int, torch.Tensor] = {0: to_tensor(_cropped(native, region))}
        masks: dict[int, MaskArray] = {0: hole | self._damage(self._frame.index, region)}
        for offset in range(-before, after + 1):
            index = self._frame.index + offset
            if offset == 0 or not shot.start <= index < shot.end:
                continue
            beside = self._neighbour(FrameId(self._frame.reel, index))
            if beside is not None:
                moved = following.region_in(beside)
                frames[offset] = to_tensor(_cropped(beside, moved))
                masks[offset] = self._damage(index, moved)
        info: FrameInfo = replace(self._info, width=region.x1 - region.x0, height=region.y1 - region.y0)
        return Window(frames, info, masks)

    def _neighbour(self, frame: FrameId) -> NativePicture | None:
        """A frame that may lend picture; None where it cannot be read (a held or black one has nothing to lend)."""
        try:
            native = self._engine.picture(frame, Stage.SOURCE, self._snapshot)
        except MediaError:
            return None
        assert isinstance(native, NativePicture)
        return None if self._engine.decoders.is_bad(frame) else native

    def _damage(self, index: int, region: Region) -> MaskArray:
        """Where the repairs in force of a frame lie in a region."""
        damage = np.zeros((region.y1 - region.y0, region.x1 - region.x0), bool)
        for patch in self._others(index, region):
            damage |= _on_region(SoftMask(patch.x0, patch.y0, patch.mask.astype(np.float32)), region) > 0
        return damage

    def _others(self, index: int, region: Region) -> list[Patch]:
        """The patches of a frame that reach into a region, in the order in which they are laid on."""
        repairs = self._engine.project.repairs_of(self._snapshot, self._frame.reel, index)
        near = [repair for repair in repairs if repair.id not in self._replaced and _meets(repair, region)]
        return [patch for repair in near if (patch := self._engine.patch(repair)) is not None]

    def _region_round(self, box: tuple[int, int, int, int]) -> Region:
        """The region the fill needs to see: room for motion, and edges that chroma sites share."""
        fmt = self._engine.reels[self._frame.reel].format
        margin = min(max(fmt.height // 18, LEAST_MARGIN), MOST_MARGIN)
        grown = Region(*box).grown(margin, fmt.width, fmt.height)
        across, down = fmt.subsampling
        x0, y0 = grown.x0 // across * across, grown.y0 // down * down
        x1, y1 = -(-grown.x1 // across) * across, -(-grown.y1 // down) * down
        return Region(x0, y0, min(x1, fmt.width), min(y1, fmt.height))


def _fill_of(snapshot: Snapshot, frame: FrameId) -> tuple[Filter[Any], Any]:
    """The fill and its parameters as the newest pass over the frame used them; the plain fill where there is none."""
    for item in reversed(list(snapshot.passes.values())):
        covers = any(reel == frame.reel and start <= frame.index < end for reel, start, end in item.ranges)
        for step in item.steps if covers and item.active else ():
            if step.operator == FILL:
                chosen = filter_operator(FILL)
                return chosen, chosen.Params.from_mapping(chosen.upgrade(step.version, step.params))
    chosen = filter_operator(FILL)
    return chosen, chosen.Params()


def _meets(repair: Repair, region: Region) -> bool:
    across = repair.x0 < region.x1 and region.x0 < repair.x1
    return across and repair.y0 < region.y1 and region.y0 < repair.y1


def _cropped(picture: NativePicture, region: Region) -> NativePicture:
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


def _on_region(soft: SoftMask, region: Region) -> FloatArray:
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


def cut_patch(patch: Patch, keep: MaskArray) -> Patch:
    """The part of a patch under `keep` `(h, w)`, which must lie inside its mask; every value stays as it is."""
    planes = []
    count = len(patch.values)
    corner = (patch.x0, patch.y0)
    old = plane_masks(patch.mask, corner, None, patch.subsampling, planes=count)
    rows, columns = np.flatnonzero(keep.any(axis=1)), np.flatnonzero(keep.any(axis=0))
    top, left = int(rows[0]), int(columns[0])
    tight = keep[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1].copy()
    x0, y0 = patch.x0 + left, patch.y0 + top
    new = plane_masks(tight, (x0, y0), None, patch.subsampling, planes=count)
    for before, after, values in zip(old, new, patch.values, strict=True):
        canvas = np.zeros(before.mask.shape, values.dtype)
        canvas[before.mask] = values
        y, x = after.y0 - before.y0, after.x0 - before.x0
        height, width = after.mask.shape
        planes.append(canvas[y : y + height, x : x + width][after.mask])
    return Patch(x0, y0, tight, tuple(planes), patch.subsampling)
