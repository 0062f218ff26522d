"""A damaged frame replaced by what its neighbours say lies between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from app.document.model import Handwork
from app.document.patches import Patch, make_patch
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.request import Stage
from app.engine.tensors import to_planes, to_tensor
from app.errors import UsageError
from app.jobs.fixes import Fix
from app.jobs.shapes import Drawn
from app.jobs.strokes import SoftMask
from app.media.picture import NativePicture
from app.media.reel import FrameId
from operators.contract import as_array
from operators.motion.between import Between, between

DEFECT = "tear"


@dataclass(frozen=True, slots=True)
class Interpolated:
    """From both neighbours, moved half way. Made by `interpolated`, which has looked how far motion holds."""

    middle: Between

    @property
    def how(self) -> Handwork:
        """See `ways.Way`."""
        return Handwork("interpolate", (-1, 1), doubt=round(100 * self.middle.doubtful))

    def patch(self, engine: Engine, snapshot: Snapshot, frame: FrameId, soft: SoftMask) -> Patch:
        """See `ways.Way`. The frame itself need not be readable: nothing of it is left."""
        native = engine.picture(frame, Stage.SOURCE, snapshot)
        assert isinstance(native, NativePicture)
        fmt = native.format
        colours = replace(fmt, channels=fmt.channels[: fmt.colour_planes])
        made = to_tensor(native)
        as_array(made)[:] = self.middle.picture
        planes = to_planes(made, colours).planes
        whole = np.ones((fmt.height, fmt.width), bool)
        return make_patch(native.planes[: fmt.colour_planes], planes, whole, subsampling=fmt.subsampling)


def interpolated(engine: Engine, frame: FrameId) -> Fix:
    """The fix that replaces a whole frame.

    Raises:
        UsageError: it is the first or last of its shot, or a neighbour cannot be read.
    """
    snapshot = engine.project.snapshot
    shot = snapshot.shot_at(frame.reel, frame.index)
    if not shot.start < frame.index < shot.end - 1:
        raise UsageError(
            f"frame {frame.index} is the first or last of its shot: interpolation needs a neighbour on both sides"
        )
    sides = []
    for index in (frame.index - 1, frame.index + 1):
        beside = FrameId(frame.reel, index)
        native = engine.picture(beside, Stage.REPAIR, snapshot)
        assert isinstance(native, NativePicture)
        if engine.decoders.is_bad(beside):
            raise UsageError(f"frame {index} cannot be read either: interpolation needs a neighbour on both sides")
        sides.append(as_array(to_tensor(native)))
    fmt = engine.reels[frame.reel].format
    whole = SoftMask(0, 0, np.ones((fmt.height, fmt.width), np.float32))
    return Fix(Drawn(whole), Interpolated(between(*sides)), DEFECT)
