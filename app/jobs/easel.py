"""One frame of a project as a hand works on it: what may be touched, and how new repairs come to be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from app.document.commands import ReviseRepairs, handwork_of
from app.document.detections import Detection
from app.document.ids import component_key, new_id, sha256
from app.document.model import BRUSH, HAND, Handwork
from app.document.patches import Patch, PatchPack
from app.document.protected import Protections
from app.document.query import Repair
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.errors import LockedError, UsageError
from app.jobs.strokes import SoftMask
from app.media.reel import FrameId
from operators.contract import MaskArray
from operators.fill.kernels import widened


@dataclass(frozen=True, slots=True)
class Touched:
    """A repair in force that a mask comes upon, with its patch."""

    repair: Repair
    patch: Patch


class Easel:
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

    def touched(self, soft: SoftMask, wanted: Callable[[Repair], bool], spread: int = 1) -> tuple[Touched, ...]:
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
            if patch is not None and (placed(grown, (x0 - spread, y0 - spread), patch) & patch.mask).any():
                found.append(Touched(repair, patch))
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
        places = [pack.add(row.frame, patch) for row, patch in made]
        hash = pack.put(self._engine.project.artefacts)
        return tuple(
            row._replace(pack=hash, offset=offset, length=length)
            for (row, _), (offset, length) in zip(made, places, strict=True)
        )

    def made_by(self, repair: Repair) -> Handwork:
        """How a person made a repair; as by the brush where a machine found it."""
        return handwork_of(self.snapshot, repair.pass_id) if repair.detector == HAND else BRUSH

    def revision(
        self,
        rows: tuple[Detection, ...],
        replaced: Sequence[Repair],
        gone: Sequence[Repair] = (),
        how: tuple[Handwork, ...] = (),
    ) -> ReviseRepairs:
        """New rows in the place of repairs. Only what a machine found, or was wiped out, keeps a verdict."""
        retire = tuple(repair.pass_id for repair in replaced if self._alone(repair))
        reject = tuple(repair.id for repair in replaced if repair.pass_id not in retire)
        return ReviseRepairs(rows, retire, reject + tuple(repair.id for repair in gone), how)

    def _alone(self, repair: Repair) -> bool:
        """True for a hand repair that is all its pass has: the pass can be retired without hurting another."""
        if repair.detector != HAND:
            return False
        ranges = self.snapshot.pass_(repair.pass_id).ranges
        beside = sum(other.pass_id == repair.pass_id for other in self._all)
        return ranges == ((repair.reel, repair.frame, repair.frame + 1),) and beside == 1


def placed(mask: MaskArray, corner: tuple[int, int], patch: Patch) -> MaskArray:
    """A mask with its corner at `corner` of the frame, as it falls on the box of a patch."""
    placed = np.zeros_like(patch.mask)
    left, top = corner[0] - patch.x0, corner[1] - patch.y0
    (height, width), (rows, columns) = placed.shape, mask.shape
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + columns, width), min(top + rows, height)
    if x0 < x1 and y0 < y1:
        placed[y0:y1, x0:x1] = mask[y0 - top : y1 - top, x0 - left : x1 - left]
    return placed
