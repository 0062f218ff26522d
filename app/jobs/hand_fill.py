"""The fill of a mask that a hand drew, worked out on the region round it: as the pass would, or as a person chose."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch

from app.document.patches import Patch, Plane, plane_masks
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.info import frame_info
from app.engine.render import seed_of
from app.engine.request import Stage
from app.engine.tensors import to_planes, to_tensor
from app.errors import MediaError
from app.jobs.following import Following
from app.jobs.spot import Spot, cropped, in_whole_sites
from app.jobs.strokes import SoftMask
from app.media.picture import NativePicture
from app.media.reel import FrameId
from operators.contract import Context, FrameInfo, MaskArray, Region, Window
from operators.contract.registry import filter_operator
from operators.fill.kernels import widened

FILL = "fill"
"""The operator where no pass over the frame says another."""

LEAST_MARGIN, MOST_MARGIN = 60, 120
"""Pixels round a mask that the fill looks at: an eighteenth of the height. Time goes with the square of it; half as
much again gained less than 0.1 dB."""

ENOUGH = 2
"""Frames that show a place whole: where the nearest do, farther ones would cost as much again and add 0.1 dB."""


@dataclass(frozen=True, slots=True)
class Filling:
    """How holes are filled.

    Attributes:
        offsets: The frames that may lend picture, counted from the mended one.
        run: The mended centre of a window whose masks mark what is damaged.
        mended: True where the others lend what is seen of them, repairs and all; else what is damaged lends nothing.
    """

    offsets: Collection[int]
    run: Callable[[Window, Context], torch.Tensor]
    mended: bool = False


class HandFill:
    """Mends one frame of a project in one state, with neighbours of its own shot."""

    def __init__(
        self, engine: Engine, snapshot: Snapshot, frame: FrameId, replaced: set[str], filling: Filling | None = None
    ) -> None:
        """`replaced` are ids of repairs that the new one takes the place of: they count as not there. `filling` None
        is the fill of the newest pass over the frame."""
        self._engine = engine
        self._snapshot = snapshot
        self._frame = frame
        self._replaced = replaced
        self._filling = filling or filling_of(snapshot, frame)
        self._info = frame_info(engine.reels[frame.reel], snapshot.reel(frame.reel).encoding)

    def filled(self, soft: SoftMask) -> Patch:
        """The patch for a mask. Where the mask is soft, the fill fades into what is seen there now.

        Raises:
            UsageError: the frame itself cannot be read.
            MediaError: likewise, where the reel's policy is to stop.
        """
        spot = self.spot(soft)
        return spot.patch(self._planes(spot))

    def spot(self, soft: SoftMask) -> Spot:
        """The mask on its frame, with room round it for motion. Raises as `filled`."""
        region = self._region_round(soft.box)
        return Spot(self._engine, self._snapshot, self._frame, soft, region, self._replaced)

    def _planes(self, spot: Spot) -> tuple[Plane, ...]:
        """The region's colour planes, mended under the mask and under every other repair in force."""
        context = Context(self._engine.device, seed_of(self._frame))
        return to_planes(self._filling.run(self._window(spot), context), spot.scan.format).planes

    def _window(self, spot: Spot) -> Window:
        """The region of the frames round it in its shot, moved along with the picture, and what is damaged there."""
        shot = self._snapshot.shot_at(self._frame.reel, self._frame.index)
        region = spot.region
        following = Following(spot.native, region, spot.hole)
        frames: dict[int, torch.Tensor] = {0: to_tensor(spot.scan)}
        masks: dict[int, MaskArray] = {0: spot.hole | spot.damage(self._frame.index, region)}
        whole = 0
        for offset in sorted(self._filling.offsets, key=lambda offset: (abs(offset), offset)):
            index = self._frame.index + offset
            if offset == 0 or not shot.start <= index < shot.end:
                continue
            if whole >= ENOUGH and not self._filling.mended:
                break
            beside = self._neighbour(FrameId(self._frame.reel, index))
            if beside is not None:
                moved = following.region_in(beside)
                frames[offset] = to_tensor(cropped(beside, moved))
                if not self._filling.mended:
                    masks[offset] = spot.damage(index, moved)
                    whole += not (masks[offset] & widened(spot.hole)).any()
        info: FrameInfo = replace(self._info, width=region.x1 - region.x0, height=region.y1 - region.y0)
        return Window(frames, info, masks)

    def _neighbour(self, frame: FrameId) -> NativePicture | None:
        """A frame that may lend picture; None where it cannot be read (a held or black one has nothing to lend)."""
        stage = Stage.REPAIR if self._filling.mended else Stage.SOURCE
        try:
            native = self._engine.picture(frame, stage, self._snapshot)
        except MediaError:
            return None
        assert isinstance(native, NativePicture)
        return None if self._engine.decoders.is_bad(frame) else native

    def _region_round(self, box: tuple[int, int, int, int]) -> Region:
        """The region the fill needs to see: room for motion, and edges that chroma sites share."""
        fmt = self._engine.reels[self._frame.reel].format
        margin = min(max(fmt.height // 18, LEAST_MARGIN), MOST_MARGIN)
        return in_whole_sites(Region(*box).grown(margin, fmt.width, fmt.height), fmt)


def filling_of(snapshot: Snapshot, frame: FrameId) -> Filling:
    """The fill as the newest pass over the frame used it; the plain fill where there is none.

    It looks as far as the plain fill at least: what costs hours over a film costs nothing at one place.
    """
    chosen = filter_operator(FILL)
    plain: Any = chosen.Params()
    params: Any = _params_of(snapshot, frame) or plain
    params = replace(params, reach=max(params.reach, plain.reach))
    before, after = chosen.window(params)
    return Filling(range(-before, after + 1), lambda window, context: chosen.run(window, params, context))


def _params_of(snapshot: Snapshot, frame: FrameId) -> Any:
    chosen = filter_operator(FILL)
    for item in reversed(list(snapshot.passes.values())):
        covers = any(reel == frame.reel and start <= frame.index < end for reel, start, end in item.ranges)
        for step in item.steps if covers and item.active else ():
            if step.operator == FILL:
                return chosen.Params.from_mapping(chosen.upgrade(step.version, step.params))
    return None


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
