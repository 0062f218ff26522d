"""The open engine of a project: everything that makes its pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch

from app.document.patches import Patch, read_patch
from app.document.project import Project
from app.document.repair import Repair
from app.document.snapshot import Snapshot
from app.engine.cache import Cache
from app.engine.decoders import Decoders
from app.engine.look import Look, Sample, Shown
from app.engine.originals import original_mask
from app.engine.outline import PreviewOutline, ProjectOutline
from app.engine.plan import Plan, plan
from app.engine.render import Check, Rendered, Renderer, go_on
from app.engine.request import FrameRequest, Stage
from app.engine.showing import Showing
from app.errors import NotSupportedError
from app.media.colour import ColourConfig
from app.media.reel import FrameId, OnBadFrame, Reel
from app.memory import memory_bytes
from operators.contract import FrameInfo, MaskArray

CACHE_SHARE = 0.25
"""Part of the machine's memory that all caches together may take unless told otherwise."""


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
    return int(memory_bytes() * CACHE_SHARE)


ASIDE_PART = 8
"""A job's engine takes one part in so many of the budget on top: a window of frames, not a film."""


class Engine:
    """Everything that makes pictures of one project: decoders, cache, renderer.

    It computes on the thread that asks. One thread (`app.engine.worker`) should do most of the asking; others may
    ask at the same time, for nothing here is changed but the cache and the decoders, which are safe. A long job
    does better with an engine `aside`.
    """

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
        self.showing = Showing(self)

    def aside(self) -> Engine:
        """A second engine on the same project, for a job in another thread. Close it.

        It has decoders of its own, so that job and window do not send one decoder to and fro over the reel, and a
        small cache of its own, so that a job that goes through the film pushes nothing out that is looked at.
        """
        budget = self.cache.statistics().budget // ASIDE_PART
        made = Engine(self.project, self.reels, device=self.device, budget=budget)
        made.colour = self.colour
        return made

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def colour(self) -> ColourConfig:
        """The colour configuration that pictures are seen through; may be replaced at any time."""
        return self.showing.colour

    @colour.setter
    def colour(self, config: ColourConfig) -> None:
        self.showing.colour = config

    # --- pictures for work -----------------------------------------------------------------------------

    def render(self, request: FrameRequest, snapshot: Snapshot | None = None, check: Check = go_on) -> Rendered:
        """The requested picture at `snapshot` (the project's current state by default)."""
        outline = self.outline(snapshot or self.project.snapshot)
        return self.carry_out(self.plan(outline, request), outline, check)

    def picture(
        self, frame: FrameId, stage: Stage, snapshot: Snapshot | None = None, check: Check = go_on
    ) -> Rendered:
        """The whole frame at a stage."""
        return self.render(FrameRequest(frame, stage), snapshot, check)

    def meaning(self, frame: FrameId, stage: Stage, snapshot: Snapshot | None = None) -> FrameInfo:
        """What the numbers of a frame mean at a stage: its size and encoding, without making it.

        UsageError where an operator on the way cannot take pictures of the encoding that reach it.
        """
        return self.plan(self.outline(snapshot or self.project.snapshot), FrameRequest(frame, stage)).info

    def outline(self, snapshot: Snapshot, look: Look | None = None) -> ProjectOutline:
        """What the planner sees of a snapshot, with the look's preview over it."""
        if look is None or not look.preview:
            return ProjectOutline(self.project, snapshot, self.reels)
        return PreviewOutline(self.project, snapshot, self.reels, look.preview)

    def plan(self, outline: ProjectOutline, request: FrameRequest) -> Plan:
        """The steps to a picture, on this engine's device."""
        return plan(outline, request, self.device.type)

    def carry_out(self, steps: Plan, outline: ProjectOutline, check: Check = go_on) -> Rendered:
        """The picture a plan of this outline leads to. Raises what `check` raises, between steps."""

        def patches(frame: FrameId) -> tuple[Patch, ...]:
            return tuple(patch for repair in outline.repairs(frame) if (patch := self.patch(repair)) is not None)

        def originals(frame: FrameId) -> MaskArray:
            return self.original_mask(frame, outline.repairs(frame))

        return Renderer(self.decoders, self.cache, patches, self.device, originals).render(steps, check)

    def original_mask(self, frame: FrameId, repairs: Sequence[Repair]) -> MaskArray:
        """Where a person brought the scan of a frame back, `(H, W)`; `repairs` as they are laid on."""
        laid = ((repair, patch) for repair in repairs if (patch := self.patch(repair)) is not None)
        return original_mask(laid, self.reels[frame.reel].format)

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
        key = f"patch {repair.pack} {repair.offset}"
        patch: Patch | None = self.cache.get(key)
        if patch is None:
            patch = read_patch(self.project.artefacts, repair.pack, repair.offset, repair.length)
            self.cache.put(key, patch)
        return patch

    # --- pictures for eyes -----------------------------------------------------------------------------

    def show(self, frame: FrameId, look: Look, scale: int = 1, check: Check = go_on) -> Shown:
        """The frame as it is looked at, ready for the screen, at 1/`scale` of its size (1, 2, 4 or 8).

        Raises:
            UsageError: there is no such frame, ledger row or view.
            MediaError: the frame cannot be read and the reel's policy is to stop.
            Cancelled: `check` said so; what was finished stays in the cache.
        """
        return self.showing.show(frame, look, scale, check)

    def show_key(self, frame: FrameId, look: Look, scale: int = 1) -> str:
        """The cache key of that picture. May ask the tables: not for the thread of the window."""
        return self.showing.key(frame, look, scale)

    def at_hand(self, frame: FrameId, look: Look, scale: int = 1) -> Shown | None:
        """The picture if it was shown before and is still held; asks no file and waits for nothing."""
        return self.showing.at_hand(frame, look, scale)

    def sample(self, frame: FrameId, look: Look, x: int, y: int, check: Check = go_on) -> Sample:
        """The pixel in column `x` and row `y` of the full frame, in numbers; UsageError outside the frame."""
        return self.showing.sample(frame, look, x, y, check)

    def close(self) -> None:
        """Close the media."""
        self.decoders.close()
