"""Repairs by hand: what a stroke of the brush or the eraser does to a frame, as one command.

A stroke adds a repair, or joins the hand repairs it touches and the repair in focus into one; the eraser makes
masks smaller. Nothing is changed in place: a new repair takes the place of the old ones in one ledger row.
Computing and baking come first and the row last, so that whatever fails on the way leaves the project as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from app.document.commands import AddRepairs, Command, ReviseRepairs, SetVerdicts
from app.document.detections import Detection
from app.document.ids import component_key, new_id, sha256
from app.document.model import HAND
from app.document.patches import Patch, PatchPack
from app.document.protected import Protections
from app.document.repair import Repair
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.errors import LockedError, UsageError
from app.jobs.hand_fill import HandFill, cut_patch
from app.jobs.strokes import SoftMask, Stroke
from app.media.reel import FrameId
from operators.contract import MaskArray
from operators.fill.kernels import widened

DEFECT = "dirt"
"""The class of a repair where nobody says another."""


def paint(engine: Engine, frame: FrameId, stroke: Stroke, *, focus: str = "", defect: str = DEFECT) -> Command:
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
    easel = _Easel(engine, frame)
    soft = stroke.drawn(easel.width, easel.height)
    if soft is None:
        raise UsageError("the stroke lies outside the picture: there is nothing to mend there")
    joined = easel.touched(soft, lambda repair: repair.detector == HAND or repair.id == focus)
    whole = _union(soft, [item.patch for item in joined])
    easel.must_be_free(whole)  # with what it joins, for all of that is mended anew
    patch = HandFill(engine, easel.snapshot, frame, {item.repair.id for item in joined}).filled(whole)
    oldest = [item.repair for item in joined]
    tracks = {repair.track for repair in oldest if repair.track}
    row = easel.row(patch, oldest[0].defect if oldest else defect, tracks.pop() if len(tracks) == 1 else "")
    (baked,) = easel.baked([(row, patch)])
    return easel.revision((baked,), oldest) if joined else AddRepairs((baked,))


def erase(engine: Engine, frame: FrameId, stroke: Stroke) -> Command | None:
    """The command that takes what a stroke covers out of the masks of repairs in force; None where it covers none.

    What is left of a mask keeps the very values it had. Where nothing is left the repair is rejected. What a machine
    found becomes a hand repair with the smaller mask, and the machine's is rejected.

    Raises:
        LockedError, UsageError, NoRoomError: see `paint`.
    """
    easel = _Easel(engine, frame)
    soft = stroke.drawn(easel.width, easel.height)
    if soft is not None:
        easel.must_be_free(soft)
    touched = () if soft is None else easel.touched(soft, lambda repair: True, spread=0)
    made: list[tuple[Detection, Patch]] = []
    smaller: list[Repair] = []
    gone: list[Repair] = []
    for item in touched:
        assert soft is not None
        keep = item.patch.mask & ~_placed(soft.core, (soft.x0, soft.y0), item.patch)
        if not keep.any():
            gone.append(item.repair)
        elif not np.array_equal(keep, item.patch.mask):
            patch = cut_patch(item.patch, keep)
            made.append((easel.row(patch, item.repair.defect, item.repair.track), patch))
            smaller.append(item.repair)
    if not made:
        return SetVerdicts(tuple(repair.id for repair in gone), "reject") if gone else None
    return easel.revision(easel.baked(made), smaller, gone)


@dataclass(frozen=True, slots=True)
class _Touched:
    repair: Repair
    patch: Patch


class _Easel:
    """One frame of a project in its present state, to be worked on by hand."""

    def __init__(self, engine: Engine, frame: FrameId) -> None:
        if engine.project.readonly:
            raise LockedError(f"{engine.project.path} is open for reading only: open it for writing to change it")
        self.snapshot: Snapshot = engine.project.snapshot
        self.frame = frame
        self._engine = engine
        fmt = engine.reels[frame.reel].format
        self.width, self.height = fmt.width, fmt.height
        self._all = engine.project.detections_of(self.snapshot, frame.reel, frame.index)

    def must_be_free(self, soft: SoftMask) -> None:
        """UsageError where the stroke comes upon what is protected: lifting it is a decision of its own."""
        kept = Protections(self.snapshot).on(self.frame.reel, self.frame.index)
        if kept.whole:
            raise UsageError("this shot is protected: lift its protection first")
        x0, y0, _, _ = soft.box
        for left, top, right, low in kept.boxes:
            if soft.mask[max(top - y0, 0) : max(low - y0, 0), max(left - x0, 0) : max(right - x0, 0)].any():
                raise UsageError("this region is protected: lift its protection first")

    def touched(self, soft: SoftMask, wanted: Callable[[Repair], bool], spread: int = 1) -> tuple[_Touched, ...]:
        """The wanted repairs in force whose mask comes within `spread` pixels of a mask, in ledger order."""
        x0, y0, x1, y1 = soft.box
        grown = widened(np.pad(soft.mask, spread)) if spread else soft.core
        found = []
        for repair in self._all:
            near = x0 - spread < repair.x1 and repair.x0 < x1 + spread
            near = near and y0 - spread < repair.y1 and repair.y0 < y1 + spread
            if not (near and repair.accepted and wanted(repair)):
                continue
            patch = self._engine.patch(repair)
            if patch is not None and (_placed(grown, (x0 - spread, y0 - spread), patch) & patch.mask).any():
                found.append(_Touched(repair, patch))
        return tuple(found)

    def row(self, patch: Patch, defect: str, track: str) -> Detection:
        """A new hand repair of this patch.

        Its key is its own: a mask drawn twice is two repairs, and a verdict on the first says nothing of the second.
        """
        height, width = patch.mask.shape
        shape = component_key(self.frame.reel, self.frame.index, defect, patch.x0, patch.y0, patch.mask)
        return Detection(
            reel=self.frame.reel,
            frame=self.frame.index,
            defect=defect,
            detector=HAND,
            x0=patch.x0,
            y0=patch.y0,
            x1=patch.x0 + width,
            y1=patch.y0 + height,
            area=int(patch.mask.sum()),
            probability=1.0,
            key=sha256(shape.encode(), new_id().encode())[:32],
            track=track,
        )

    def baked(self, made: Sequence[tuple[Detection, Patch]]) -> tuple[Detection, ...]:
        """The rows with their patches in the store, on the disk."""
        pack = PatchPack()
        places = [pack.add(self.frame.index, patch) for _, patch in made]
        hash = pack.put(self._engine.project.artefacts)
        return tuple(
            row._replace(pack=hash, offset=offset, length=length)
            for (row, _), (offset, length) in zip(made, places, strict=True)
        )

    def revision(
        self, rows: tuple[Detection, ...], replaced: Sequence[Repair], gone: Sequence[Repair] = ()
    ) -> ReviseRepairs:
        """New rows in the place of repairs. Only what a machine found, or was wiped out, keeps a verdict."""
        retire = tuple(repair.pass_id for repair in replaced if self._alone(repair))
        reject = tuple(repair.id for repair in replaced if repair.pass_id not in retire)
        return ReviseRepairs(rows, retire, reject + tuple(repair.id for repair in gone))

    def _alone(self, repair: Repair) -> bool:
        """True for a hand repair that is all its pass has: the pass can be retired without hurting another."""
        if repair.detector != HAND:
            return False
        ranges = self.snapshot.pass_(repair.pass_id).ranges
        beside = sum(other.pass_id == repair.pass_id for other in self._all)
        return ranges == ((repair.reel, repair.frame, repair.frame + 1),) and beside == 1


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


def _placed(mask: MaskArray, corner: tuple[int, int], patch: Patch) -> MaskArray:
    """A mask with its corner at `corner` of the frame, as it falls on the box of a patch."""
    placed = np.zeros_like(patch.mask)
    left, top = corner[0] - patch.x0, corner[1] - patch.y0
    (height, width), (rows, columns) = placed.shape, mask.shape
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + columns, width), min(top + rows, height)
    if x0 < x1 and y0 < y1:
        placed[y0:y1, x0:x1] = mask[y0 - top : y1 - top, x0 - left : x1 - left]
    return placed
