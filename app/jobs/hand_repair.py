"""Repairs by hand: what a stroke of the brush or the eraser does to a frame, as one command.

A stroke adds a repair, or joins the hand repairs it touches and the repair in focus into one; the eraser makes
masks smaller. Nothing is changed in place: a new repair takes the place of the old ones in one ledger row.
Computing and baking come first and the row last, so that whatever fails on the way leaves the project as it was.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.document.commands import AddRepairs, Command, SetVerdicts
from app.document.detections import Detection
from app.document.model import BRUSH, HAND, ORIGINAL
from app.document.patches import Patch
from app.document.repair import Repair
from app.engine.engine import Engine
from app.errors import UsageError
from app.jobs.easel import Easel, placed
from app.jobs.hand_fill import HandFill, cut_patch
from app.jobs.shapes import Shape
from app.jobs.strokes import SoftMask
from app.media.reel import FrameId

DEFECT = "dirt"
"""The class of a repair where nobody says another."""


def paint(engine: Engine, frame: FrameId, stroke: Shape, *, focus: str = "", defect: str = DEFECT) -> Command:
    """The command that mends what a stroke covers; its patch is baked and on the disk.

    Args:
        engine: The project's; any thread may call.
        frame: The frame painted on.
        stroke: In picture coordinates of the source.
        focus: Id of the repair in focus: touched by the stroke it grows, even where a machine found it.
        defect: The class of a new repair; one that grows keeps its own.

    Raises:
        LockedError: The project can only be read.
        UsageError: The stroke lies outside the picture or on what is protected, or the frame cannot be read.
        NoRoomError: The disk is full.
    """
    easel = Easel(engine, frame)
    soft = stroke.drawn(easel.width, easel.height)
    if soft is None:
        raise UsageError("the stroke lies outside the picture: there is nothing to mend there")
    joined = easel.touched(
        soft, lambda repair: _grows(easel, repair) or (repair.id == focus and repair.detector != HAND)
    )
    whole = _union(soft, [item.patch for item in joined])
    easel.must_be_free(whole)  # with what it joins, for all of that is mended anew
    patch = HandFill(engine, easel.snapshot, frame, {item.repair.id for item in joined}).filled(whole)
    oldest = [item.repair for item in joined]
    tracks = {repair.track for repair in oldest if repair.track}
    row = easel.row(patch, oldest[0].defect if oldest else defect, tracks.pop() if len(tracks) == 1 else "")
    (baked,) = easel.baked([(row, patch)])
    return easel.revision((baked,), oldest) if joined else AddRepairs((baked,))


def erase(engine: Engine, frame: FrameId, stroke: Shape) -> Command | None:
    """The command that takes what a stroke covers out of the masks of repairs in force; None where it covers none.

    What is left of a mask keeps the very values it had. Where nothing is left the repair is rejected. What a machine
    found becomes a hand repair with the smaller mask, and the machine's is rejected.

    Raises:
        LockedError, UsageError, NoRoomError: see `paint`.
    """
    easel = Easel(engine, frame)
    soft = stroke.drawn(easel.width, easel.height)
    if soft is not None:
        easel.must_be_free(soft)
    touched = () if soft is None else easel.touched(soft, lambda repair: True, spread=0)
    made: list[tuple[Detection, Patch]] = []
    smaller: list[Repair] = []
    gone: list[Repair] = []
    for item in touched:
        assert soft is not None
        keep = item.patch.mask & ~placed(soft.core, (soft.x0, soft.y0), item.patch)
        if not keep.any():
            gone.append(item.repair)
        elif not np.array_equal(keep, item.patch.mask):
            patch = cut_patch(item.patch, keep)
            made.append((easel.row(patch, item.repair.defect, item.repair.track), patch))
            smaller.append(item.repair)
    if not made:
        return SetVerdicts.on(gone, "reject") if gone else None
    how = tuple(easel.made_by(repair) for repair in smaller)
    return easel.revision(easel.baked(made), smaller, gone, how if any(one != BRUSH for one in how) else ())


def _grows(easel: Easel, repair: Repair) -> bool:
    """True for what the brush has painted. What was cloned, taken from a chosen frame or brought back from the scan
    is not mended anew because a stroke touches it: the stroke is laid over it."""
    return repair.detector == HAND and repair.defect != ORIGINAL and easel.made_by(repair) == BRUSH


def _union(soft: SoftMask, patches: Sequence[Patch]) -> SoftMask:
    """A stroke and the whole masks of patches, as one."""
    boxes = [soft.box, *((p.x0, p.y0, p.x0 + p.mask.shape[1], p.y0 + p.mask.shape[0]) for p in patches)]
    x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
    x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
    alpha = np.zeros((y1 - y0, x1 - x0), np.float32)
    for left, top, part in ((soft.x0, soft.y0, soft.alpha), *((p.x0, p.y0, p.mask) for p in patches)):
        height, width = part.shape
        seen = alpha[top - y0 : top - y0 + height, left - x0 : left - x0 + width]
        np.maximum(seen, part, out=seen)
    return SoftMask(x0, y0, alpha)
