"""A project's snapshot as the planner sees it, and the open engine of a project."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import torch

from app.document.model import StackEntry
from app.document.patches import Patch, read_patch
from app.document.project import Project
from app.document.query import Repair
from app.document.snapshot import Snapshot
from app.engine.cache import Cache
from app.engine.decoders import Decoders
from app.engine.info import frame_info
from app.engine.keys import key_of
from app.engine.plan import plan
from app.engine.render import Rendered, Renderer
from app.engine.request import FrameRequest, Stage
from app.errors import NotSupportedError
from app.media.reel import FrameId, OnBadFrame, Reel
from operators.contract import FrameInfo

CACHE_SHARE = 0.25
"""Part of the machine's memory that all caches together may take unless told otherwise."""


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

    def repair_digest(self, frame: FrameId) -> str:
        """Digest of the accepted repairs on the frame."""
        return self._project.repair_digest(self._snapshot, frame.reel, frame.index)

    def stack(self, frame: FrameId, stage: Stage) -> Sequence[StackEntry]:
        """The shot's operators at a full-frame stage."""
        return self._snapshot.stack(self._snapshot.shot_at(frame.reel, frame.index).id, stage.value)


def pick_device(name: str | None) -> torch.device:
    """The device called `name` ('cpu', 'cuda', 'cuda:1', 'mps'), or the best there is for None or 'auto'.

    NotSupportedError where the machine has no such device.
    """
    if name in (None, "auto"):
        if torch.cuda.is_available():
            return torch.device("cuda")
        return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
    try:
        device = torch.device(name)
    except RuntimeError:
        raise NotSupportedError(f"there is no device called '{name}'; use cpu, cuda or mps") from None
    missing = (device.type == "cuda" and not torch.cuda.is_available()) or (
        device.type == "mps" and not torch.backends.mps.is_available()
    )
    if missing or device.type not in ("cpu", "cuda", "mps"):
        raise NotSupportedError(f"this machine has no usable {device.type} device; use --device cpu")
    return device


def memory_budget() -> int:
    """Bytes that all caches together may take on this machine."""
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        total = 8 * 2**30
    return int(total * CACHE_SHARE)


class Engine:
    """Everything that makes pictures of one project: decoders, cache, renderer. Belongs to one computing thread."""

    def __init__(
        self,
        project: Project,
        reels: Mapping[str, Reel],
        *,
        device: torch.device | None = None,
        budget: int | None = None,
    ) -> None:
        self.project = project
        self.reels = dict(reels)
        self.device = device or torch.device("cpu")
        self.cache = Cache(memory_budget() if budget is None else budget)
        policies = {id: OnBadFrame(project.snapshot.reel(id).policy) for id in reels}
        self.decoders = Decoders({id: (reel, policies[id]) for id, reel in reels.items()})

    def render(self, request: FrameRequest, snapshot: Snapshot | None = None) -> Rendered:
        """The requested picture at `snapshot` (the project's current state by default)."""
        state = snapshot or self.project.snapshot
        outline = ProjectOutline(self.project, state, self.reels)
        renderer = Renderer(
            self.decoders,
            self.cache,
            lambda frame: self.patches(state, frame.reel, frame.index),
            self.device,
        )
        return renderer.render(plan(outline, request, self.device.type))

    def picture(self, frame: FrameId, stage: Stage, snapshot: Snapshot | None = None) -> Rendered:
        """The whole frame at a stage."""
        return self.render(FrameRequest(frame, stage), snapshot)

    def patches(self, snapshot: Snapshot, reel: str, index: int) -> tuple[Patch, ...]:
        """The baked patches of a frame's accepted repairs, in the order in which they are laid on."""
        return tuple(
            patch
            for repair in self.project.repairs_of(snapshot, reel, index)
            if (patch := self.patch(repair)) is not None
        )

    def patch(self, repair: Repair) -> Patch | None:
        """A repair's baked patch; None where it was found but never filled."""
        if not repair.length:
            return None
        return read_patch(self.project.artefacts, repair.pack, repair.offset, repair.length)

    def close(self) -> None:
        """Close the media."""
        self.decoders.close()
