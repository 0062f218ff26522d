"""A project's snapshot as the planner sees it, as it is or with edits that are only tried out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.document.model import ORIGINAL, StackEntry, VividGrade, VividShot
from app.document.project import Project
from app.document.query import Repair, in_order, repairs_digest
from app.document.snapshot import Snapshot
from app.engine.info import frame_info
from app.engine.keys import key_of
from app.engine.look import Preview
from app.engine.request import Stage
from app.engine.vivid import shot_metadata
from app.hdr.vivid.grading import Graded
from app.media.reel import FrameId, Reel
from operators.contract import FrameInfo


class ProjectOutline:
    """One snapshot of a project, as `app.engine.plan` asks for it."""

    def __init__(self, project: Project, snapshot: Snapshot, reels: Mapping[str, Reel]) -> None:
        self._project = project
        self._snapshot = snapshot
        self._reels = reels

    def media_key(self, reel: str) -> str:
        """Fingerprint of the media and the policy for bad frames."""
        ref = self._snapshot.reel(reel)
        return key_of(ref.fingerprint, ref.policy)

    def frame_info(self, reel: str) -> FrameInfo:
        """What the reel's tensors mean, in the encoding the project says."""
        return frame_info(self._reels[reel], self._snapshot.reel(reel).encoding)

    def shot_range(self, frame: FrameId) -> tuple[int, int]:
        """The shot's frames, end exclusive."""
        shot = self._snapshot.shot_at(frame.reel, frame.index)
        return shot.start, shot.end

    def repairs(self, frame: FrameId) -> tuple[Repair, ...]:
        """The accepted repairs of the frame, in the order in which they are laid on."""
        return self._project.repairs_of(self._snapshot, frame.reel, frame.index)

    def repair_digest(self, frame: FrameId) -> str:
        """Digest of the accepted repairs on the frame."""
        return repairs_digest(self.repairs(frame))

    def bypass_digest(self, frame: FrameId) -> str:
        """Digest of what decides where the scan is kept: the repairs from the first original on."""
        laid = self.repairs(frame)
        first = next((place for place, repair in enumerate(laid) if repair.defect == ORIGINAL), len(laid))
        return repairs_digest(laid[first:])

    def stack(self, frame: FrameId, stage: Stage) -> Sequence[StackEntry]:
        """The shot's operators at a full-frame stage."""
        return self._snapshot.stack(self._snapshot.shot_at(frame.reel, frame.index).id, stage.value)

    def vivid(self, frame: FrameId) -> Graded:
        """The HDR Vivid metadata of the frame's shot; UsageError where its light was not measured."""
        shot = self._snapshot.shot_at(frame.reel, frame.index).id
        number = self._snapshot.shot_number(shot)
        return shot_metadata(self._project.artefacts, number, self._snapshot.vivid.get(shot), self._tried_vivid(shot))

    def mastering_nits(self, frame: FrameId) -> float:
        """The peak of the screen that the frame's shot was graded on, cd/m2."""
        shot = self._snapshot.shot_at(frame.reel, frame.index).id
        held = self._tried_vivid(shot) or (self._snapshot.vivid.get(shot) or VividShot()).grade
        return held.mastering_nits

    def _tried_vivid(self, shot: str) -> VividGrade | None:
        """The grade that is tried out in place of a shot's own; None where none is."""
        return None


class PreviewOutline(ProjectOutline):
    """The outline of a snapshot with a preview over it.

    A committed edit gives the same keys as its preview did, so what was made for the preview is found again.
    """

    def __init__(self, project: Project, snapshot: Snapshot, reels: Mapping[str, Reel], preview: Preview) -> None:
        super().__init__(project, snapshot, reels)
        self._preview = preview

    def repairs(self, frame: FrameId) -> tuple[Repair, ...]:
        """The repairs that would be accepted: the thresholds tried out count, but never over a person's verdict."""
        if not self._preview.thresholds:
            return super().repairs(frame)
        shot = self._snapshot.shot_at(frame.reel, frame.index).id
        found = self._project.detections_of(self._snapshot, frame.reel, frame.index)
        return in_order(repair for repair in found if self._accepts(repair, shot))

    def stack(self, frame: FrameId, stage: Stage) -> Sequence[StackEntry]:
        """The preview's operators where it has some for the shot and stage, else the shot's own."""
        shot = self._snapshot.shot_at(frame.reel, frame.index).id
        tried = self._preview.stacks.get((shot, stage.value))
        return super().stack(frame, stage) if tried is None else tried

    def _tried_vivid(self, shot: str) -> VividGrade | None:
        return self._preview.vivid.get(shot)

    def _accepts(self, repair: Repair, shot: str) -> bool:
        if repair.verdict:
            return repair.accepted
        threshold = self._preview.thresholds.get((repair.pass_id, shot, repair.defect), repair.threshold)
        return repair.probability >= threshold
