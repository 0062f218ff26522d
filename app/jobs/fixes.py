"""One-stroke fixes: what a person marked, mended in the way they chose, as one command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.document.commands import AddRepairs
from app.document.detections import Detection
from app.document.ids import new_id
from app.document.model import ORIGINAL
from app.document.patches import Patch
from app.engine.engine import Engine
from app.engine.worker import Token
from app.errors import UsageError
from app.jobs.easel import Easel
from app.jobs.hand_repair import DEFECT
from app.jobs.progress import Progress, Reporter, silent
from app.jobs.shapes import Shape
from app.jobs.ways import Original, Way
from app.media.reel import FrameId


@dataclass(frozen=True, slots=True)
class Fix:
    """What was marked, how it is mended, and what it is called: enough to do it again on another frame."""

    shape: Shape
    way: Way
    defect: str = DEFECT


def fixed(engine: Engine, frame: FrameId, fix: Fix) -> AddRepairs:
    """The command that makes a fix on a frame; its patch is baked and on the disk.

    A fix is laid over what is there and changes none of it: rejected, it leaves what was there before.

    Raises:
        LockedError: the project can only be read.
        UsageError: it lies outside the picture or on what is protected, or its way leads nowhere.
        NoRoomError: the disk is full.
    """
    easel = Easel(engine, frame)
    made = _made(easel, engine, frame, fix, "")
    return AddRepairs(easel.baked([made]), fix.way.how)


def fixed_over(
    engine: Engine, frames: Sequence[tuple[FrameId, Fix]], reporter: Reporter = silent, token: Token | None = None
) -> AddRepairs:
    """The command that makes a fix on each of several frames, as one track: one key decides all of it.

    Args:
        engine: The project's, or one aside of it.
        frames: Frame and fix, which may differ from frame to frame in nothing but its shape.
        reporter: Told of each frame.
        token: Cancels; nothing is left then.

    Raises:
        Cancelled: the token says so.
        UsageError, LockedError, NoRoomError: see `fixed`.
    """
    if not frames:
        raise UsageError("there is no frame to mend: mark something first")
    track = new_id()
    progress = Progress("mending frames", len(frames), reporter)
    made, easel = [], Easel(engine, frames[0][0])
    for frame, fix in frames:
        if token is not None:
            token.wait_while_paused()
        easel = Easel(engine, frame)
        made.append(_made(easel, engine, frame, fix, track))
        progress.advance()
    return AddRepairs(easel.baked(made), frames[0][1].way.how)


def _made(easel: Easel, engine: Engine, frame: FrameId, fix: Fix, track: str) -> tuple[Detection, Patch]:
    soft = fix.shape.drawn(easel.width, easel.height)
    if soft is None:
        raise UsageError("the stroke lies outside the picture: there is nothing to mend there")
    easel.must_be_free(soft)
    patch = fix.way.patch(engine, easel.snapshot, frame, soft)
    defect = ORIGINAL if isinstance(fix.way, Original) else fix.defect
    return easel.row(patch, defect, track), patch
