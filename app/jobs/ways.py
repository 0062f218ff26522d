"""Ways to fix what a hand has marked: from chosen frames, the surroundings, another place, or the scan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from app.document.model import Handwork
from app.document.patches import Patch, Plane
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.request import Stage
from app.engine.tensors import to_planes, to_tensor
from app.errors import UsageError
from app.jobs.hand_fill import Filling, HandFill
from app.jobs.spot import Spot, in_whole_sites
from app.jobs.strokes import SoftMask
from app.media.picture import NativePicture
from app.media.reel import FrameId
from operators.contract import MaskArray, Region, as_array
from operators.fill.chosen import from_frames, from_surroundings
from operators.fill.kernels import widened_by
from operators.fill.membrane import RIM, levelled


class Way(Protocol):
    """Makes the patch for a mask on a frame. Frozen values only, so that it can be done again on another frame."""

    @property
    def how(self) -> Handwork:
        """What the history says of it."""
        ...

    def patch(self, engine: Engine, snapshot: Snapshot, frame: FrameId, soft: SoftMask) -> Patch:
        """The patch for a mask.

        Raises:
            UsageError: the way leads nowhere from this frame, or the frame cannot be read.
            MediaError: likewise, where the reel's policy is to stop.
        """
        ...


@dataclass(frozen=True, slots=True)
class Donors:
    """From these frames of the shot, counted from the mended one: moved along, gain and grain matched."""

    offsets: tuple[int, ...]

    @property
    def how(self) -> Handwork:
        """See `Way`."""
        return Handwork("donor", self.offsets)

    def patch(self, engine: Engine, snapshot: Snapshot, frame: FrameId, soft: SoftMask) -> Patch:
        """See `Way`. UsageError where none of the frames lies in the shot."""
        shot = snapshot.shot_at(frame.reel, frame.index)
        if not any(shot.start <= frame.index + offset < shot.end for offset in self.offsets):
            asked = ", ".join(f"{offset:+d}" for offset in self.offsets)
            raise UsageError(
                f"frame {frame.index} has no frame {asked} in its shot to take picture from: take the other side"
            )
        filling = Filling(self.offsets, from_frames, mended=True)
        return HandFill(engine, snapshot, frame, set(), filling).filled(soft)


@dataclass(frozen=True, slots=True)
class Heal:
    """From the surroundings on the frame itself. `tool` is the one it was done with."""

    tool: str = "heal"

    @property
    def how(self) -> Handwork:
        """See `Way`."""
        return Handwork(self.tool)

    def patch(self, engine: Engine, snapshot: Snapshot, frame: FrameId, soft: SoftMask) -> Patch:
        """See `Way`."""
        return HandFill(engine, snapshot, frame, set(), Filling((), from_surroundings)).filled(soft)


@dataclass(frozen=True, slots=True)
class Fill:
    """As the pass over the frame would: from neighbours and surroundings. `tool` is the one it was done with."""

    tool: str = "brush"

    @property
    def how(self) -> Handwork:
        """See `Way`."""
        return Handwork(self.tool)

    def patch(self, engine: Engine, snapshot: Snapshot, frame: FrameId, soft: SoftMask) -> Patch:
        """See `Way`."""
        return HandFill(engine, snapshot, frame, set()).filled(soft)


@dataclass(frozen=True, slots=True)
class Clone:
    """The very pixels that are seen `shift` (x, y) away, on the frame `offset` from the mended one.

    Shifts are brought to whole chroma sites: grain stays what it is. With `level` the copy is brought to the
    brightness of the place round it.
    """

    shift: tuple[int, int]
    offset: int = 0
    level: bool = False

    @property
    def how(self) -> Handwork:
        """See `Way`."""
        return Handwork("patch" if self.level else "clone", (self.offset,), self.shift)

    def patch(self, engine: Engine, snapshot: Snapshot, frame: FrameId, soft: SoftMask) -> Patch:
        """See `Way`. What would come from beyond the frame is left as it is; UsageError where that is all."""
        fmt = engine.reels[frame.reel].format
        source = FrameId(frame.reel, frame.index + self.offset)
        if not 0 <= source.index < snapshot.reel(frame.reel).frame_count:
            raise UsageError(f"there is no frame {source.index} to clone from: choose another source")
        across, down = fmt.subsampling
        dx, dy = round(self.shift[0] / across) * across, round(self.shift[1] / down) * down
        lent = _inside(soft, dx, dy, fmt.width, fmt.height)
        if lent is None:
            raise UsageError("the source lies outside the picture: choose one inside it")
        region = in_whole_sites(Region(*lent.box).grown(RIM + 2, fmt.width, fmt.height), fmt)
        spot = Spot(engine, snapshot, frame, lent, region, set())
        seen = engine.picture(source, Stage.REPAIR, snapshot)
        assert isinstance(seen, NativePicture)
        copied = _shifted(seen, region, dx, dy)
        return spot.patch(self._levelled(spot, copied) if self.level else copied.planes)

    def _levelled(self, spot: Spot, copied: NativePicture) -> tuple[Plane, ...]:
        picture, copy = (as_array(to_tensor(one)).transpose(1, 2, 0) for one in (spot.seen(), copied))
        ring: MaskArray = widened_by(spot.hole, RIM) & ~spot.hole
        made = to_tensor(copied)
        as_array(made)[:] = levelled(copy, picture, ring).transpose(2, 0, 1)
        return to_planes(made, copied.format).planes


@dataclass(frozen=True, slots=True)
class Original:
    """The scan's own pixels. What is marked by less than half stays mended: nothing fades here."""

    @property
    def how(self) -> Handwork:
        """See `Way`."""
        return Handwork("original")

    def patch(self, engine: Engine, snapshot: Snapshot, frame: FrameId, soft: SoftMask) -> Patch:
        """See `Way`."""
        core = soft.core if soft.core.any() else soft.mask
        whole = replace(soft, alpha=core.astype(np.float32))
        region = in_whole_sites(Region(*soft.box), engine.reels[frame.reel].format)
        spot = Spot(engine, snapshot, frame, whole, region, set())
        return spot.patch(spot.scan.planes)


def _inside(soft: SoftMask, dx: int, dy: int, width: int, height: int) -> SoftMask | None:
    """The part of a mask whose source lies in the frame; None for nothing of it."""
    x0, y0, x1, y1 = soft.box
    left, top = max(x0, -dx), max(y0, -dy)
    right, bottom = min(x1, width - dx), min(y1, height - dy)
    if left >= right or top >= bottom:
        return None
    part = SoftMask(left, top, soft.alpha[top - y0 : bottom - y0, left - x0 : right - x0])
    return part if part.mask.any() else None


def _shifted(picture: NativePicture, region: Region, dx: int, dy: int) -> NativePicture:
    """A region of the picture, seen (dx, dy) away, in whole chroma sites; beyond the frame its edge is repeated."""
    fmt, (across, down) = picture.format, picture.format.subsampling
    colours = replace(fmt, channels=fmt.channels[: fmt.colour_planes])
    small = colours.with_size(region.x1 - region.x0, region.y1 - region.y0)
    planes = []
    for index in range(fmt.colour_planes):
        height, width = small.plane_shape(index)
        h, v = (across, down) if index else (1, 1)
        plane = picture.planes[index]
        rows = np.clip(np.arange(height) + (region.y0 + dy) // v, 0, plane.shape[0] - 1)
        columns = np.clip(np.arange(width) + (region.x0 + dx) // h, 0, plane.shape[1] - 1)
        planes.append(plane[np.ix_(rows, columns)])
    return NativePicture(small, tuple(planes))
