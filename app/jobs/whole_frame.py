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
from operators.contract import FloatArray, as_array
from operators.motion.between import between

DEFECT = "tear"


@dataclass(frozen=True, slots=True, eq=False)
class Remade:
    """A whole frame `(C, H, W)` made anew, and how."""

    picture: FloatArray
    how: Handwork

    def patch(self, engine: Engine, snapshot: Snapshot, frame: FrameId, soft: SoftMask) -> Patch:
        """See `ways.Way`. The frame itself need not be readable: nothing of it is left."""
        native = engine.picture(frame, Stage.SOURCE, snapshot)
        assert isinstance(native, NativePicture)
        fmt = native.format
        colours = replace(fmt, channels=fmt.channels[: fmt.colour_planes])
        made = to_tensor(native)
        as_array(made)[:] = self.picture
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
    middle = between(*sides)
    how = Handwork("interpolate", (-1, 1), doubt=round(100 * middle.doubtful))
    return Fix(whole_frame(engine, frame), Remade(middle.picture, how), DEFECT)


def whole_frame(engine: Engine, frame: FrameId) -> Drawn:
    """All of a frame, as a shape."""
    fmt = engine.reels[frame.reel].format
    return Drawn(SoftMask(0, 0, np.ones((fmt.height, fmt.width), np.float32)))
