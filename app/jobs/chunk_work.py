"""A pass's work on one chunk of a shot: pure picture work that can run in a child process.

A child makes artefacts and hands their hashes back; only the process that holds the project's lease writes rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from app.document.artefacts import ArtefactStore
from app.document.detections import Detection
from app.document.ids import component_key
from app.document.maps import Map, MapPack, quantised
from app.document.model import Protection
from app.document.patches import Patch, PatchPack, make_patch
from app.document.protected import Protections
from app.engine.decoders import Decoders
from app.engine.recipe import RecipeStep
from app.engine.render import seed_of
from app.engine.shot_frames import ShotFrames
from app.engine.tensors import to_planes
from app.engine.worker import Cancelled
from app.jobs.companion import INFRARED, Companion
from app.jobs.findings import RISK, Chunk, Findings, Looked, Marks, NamedTrack, Part
from app.jobs.tally import Tally
from app.media.picture import NativePicture, Plane
from app.media.reel import FrameId, OnBadFrame, Reel
from operators.contract import Context, FrameInfo
from operators.contract.registry import analysis_operator, filter_operator


@dataclass(frozen=True, slots=True)
class PassWork:
    """All a child needs to know of a pass; it can be pickled."""

    reels: Mapping[str, tuple[Reel, OnBadFrame, FrameInfo]]
    detect: tuple[RecipeStep, ...]
    fill: RecipeStep | None
    artefacts: Path
    device: str = "cpu"
    protected: tuple[Protection, ...] = ()
    infrared: Companion | None = None

    @property
    def classes(self) -> tuple[str, ...]:
        """What it looks for."""
        return tuple(analysis_operator(step.operator).defect for step in self.detect)


@dataclass(frozen=True, slots=True)
class Mended:
    """What was found and mended on a chunk: detections with their patches, and the final maps' pack."""

    rows: list[Detection]
    maps: str
    bad_frames: list[int] = field(default_factory=list)


class ChunkWorker:
    """Does chunks one after another, keeping its readers open. Lives in one thread of one process.

    Asks `stopped` before each frame, and raises `Cancelled` where it says yes. `tally` hears of each frame that is
    done and of what was made on it.
    """

    def __init__(
        self, work: PassWork, stopped: Callable[[], bool] = lambda: False, tally: Tally | None = None
    ) -> None:
        self._work = work
        self._stopped = stopped
        self._tally = tally or Tally(work.classes)
        self._store = ArtefactStore(work.artefacts)
        beside = work.infrared.decoders() if work.infrared is not None else {}
        self._decoders = Decoders({id: (reel, policy) for id, (reel, policy, _) in work.reels.items()} | dict(beside))
        self._device = torch.device(work.device)
        self._held: tuple[tuple[str, int, int, int], ShotFrames] | None = None

    def close(self) -> None:
        """Close the media."""
        self._decoders.close()

    def look(self, chunk: Chunk) -> Looked:
        """Run every analysis over the chunk's frames."""
        steps = [(analysis_operator(step.operator), step.parsed_params()) for step in self._work.detect]
        windows = [analysis.window(params) for analysis, params in steps]
        frames = self._frames(chunk, windows)
        packs = [MapPack() for _ in steps]
        marks: list[Marks] = [{} for _ in steps]
        protected = Protections(self._work.protected)
        for index in self._frames_of(chunk):
            if protected.on(chunk.reel, index).whole:
                continue
            for place, (analysis, params) in enumerate(steps):
                window = frames.window(index, *windows[place])
                context = self._context(chunk.reel, index)
                if analysis.id == INFRARED and self._work.infrared is not None:
                    native = frames.native(index)
                    context = replace(context, infrared=self._work.infrared.read(self._decoders, index, native))
                evidence = analysis.look(window, params, context)
                packs[place].add(index, analysis.defect, quantised(evidence.probability))
                if evidence.risk is not None and evidence.risk.any():
                    packs[place].add(index, analysis.defect + RISK, evidence.risk)
                if evidence.marks:
                    marks[place][index] = [dict(mark) for mark in evidence.marks]
        return Looked(tuple(pack.put(self._store) for pack in packs), tuple(marks))

    def mend(self, chunk: Chunk, seen: Mapping[str, Looked], tracks: Sequence[Sequence[NamedTrack]]) -> Mended:
        """Turn evidence into detections and mend each.

        Args:
            chunk: The frames.
            seen: What was seen on this chunk and on those beside it in the shot, by `Chunk.name`.
            tracks: The shot's tracks, by place in `detect`.
        """
        info = self._work.reels[chunk.reel][2]
        protected = self._work.protected
        found = Findings(self._work.detect, self._store, chunk, info, list(seen.values()), tracks, protected)
        mender = _Mender(self._work.fill, found)
        frames = self._frames(chunk, [mender.reach])
        patches = PatchPack()
        rows: list[Detection] = []
        for index in self._frames_of(chunk):
            parts = found.parts(index)
            filled = mender.fill(frames, index, self._context(chunk.reel, index)) if parts else None
            for part in parts:
                place = (0, 0) if filled is None else patches.add(index, _patch(frames.native(index), filled, part))
                rows.append(_row(chunk.reel, index, self._work.detect[part.place], part, place))
                self._tally.found(rows[-1].defect)
        pack = patches.put(self._store) if len(patches) else ""
        rows = [row._replace(pack=pack) if row.length else row for row in rows]
        bad = [i for i in range(chunk.start, chunk.end) if self._decoders.is_bad(FrameId(chunk.reel, i))]
        return Mended(rows, self._keep(found.final_maps()), bad)

    def _frames_of(self, chunk: Chunk) -> Iterator[int]:
        for index in range(chunk.start, chunk.end):
            if self._stopped():
                raise Cancelled
            yield index
            self._tally.frame()

    def _keep(self, maps: Mapping[tuple[int, str], Map]) -> str:
        pack = MapPack()
        for (frame, defect), values in maps.items():
            pack.add(frame, defect, values)
        return pack.put(self._store)

    def _frames(self, chunk: Chunk, windows: list[tuple[int, int]]) -> ShotFrames:
        info = self._work.reels[chunk.reel][2]
        keep = max((before + after + 1 for before, after in windows), default=1)
        shot = chunk.reel, chunk.shot_start, chunk.shot_end
        if self._held is None or self._held[0] != (*shot, keep):
            # The frames of the chunk before in the shot, and what operators remember of them, serve for the next.
            self._held = (*shot, keep), ShotFrames(self._decoders, *shot, info, keep)
        return self._held[1]

    def _context(self, reel: str, index: int) -> Context:
        return Context(device=self._device, seed=seed_of(FrameId(reel, index)), weights=self._store.path)


class _Mender:
    """The recipe's fill, run on a frame with what was found on it and round it."""

    def __init__(self, step: RecipeStep | None, found: Findings) -> None:
        self.active = step is not None
        self._found = found
        self.reach = (0, 0)
        if step is not None:
            self._filter = filter_operator(step.operator)
            self._params = step.parsed_params()
            self.reach = self._filter.window(self._params)

    def fill(self, frames: ShotFrames, index: int, context: Context) -> tuple[Plane, ...] | None:
        """The frame's colour planes, mended wherever anything was found; None without a fill."""
        if not self.active:
            return None
        masks = {offset: self._found.mask(index + offset) for offset in frames.offsets(index, *self.reach)}
        window = frames.window(index, *self.reach, masks)
        tensor = self._filter.run(window, self._params, context)
        return to_planes(tensor, frames.native(index).format).planes


def _patch(native: NativePicture, filled: tuple[Plane, ...], part: Part) -> Patch:
    component = part.component
    return make_patch(
        native.planes[: native.format.colour_planes],
        filled,
        component.mask,
        origin=(component.x0, component.y0),
        subsampling=native.format.subsampling,
    )


def _row(reel: str, frame: int, step: RecipeStep, part: Part, patch: tuple[int, int]) -> Detection:
    component, defect = part.component, analysis_operator(step.operator).defect
    height, width = component.mask.shape
    x0, y0 = component.x0, component.y0
    return Detection(
        reel=reel,
        frame=frame,
        defect=defect,
        detector=step.operator,
        x0=x0,
        y0=y0,
        x1=x0 + width,
        y1=y0 + height,
        area=component.area,
        probability=component.probability,
        key=component_key(reel, frame, defect, x0, y0, component.mask),
        track=part.track,
        offset=patch[0],
        length=patch[1],
        risk=part.risk,
    )
