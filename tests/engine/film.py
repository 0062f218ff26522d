"""A small real film: two shots of a log scan, and a pass that found four things on frame 3."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.document import Detection, new_id
from app.document.commands import RecordPass
from app.document.ids import component_key
from app.document.model import Pass, PassStep, Shot
from app.document.patches import PatchPack, make_patch
from app.document.project import Project
from app.engine.engine import Engine
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import FrameId

FRAMES, CUT = 12, 6
FORMAT = PictureFormat(64, 48, ("R", "G", "B"), "rgb", "uint16", 10, "cineon_log")
PROBABILITIES = (0.2, 0.4, 0.6, 0.8)


@dataclass(frozen=True)
class Film:
    """What a test needs at hand. The i-th detection on frame 3 whitens the square at (10 * i, 8)."""

    engine: Engine
    project: Project
    reel: str
    pass_id: str
    keys: tuple[str, ...]

    @property
    def shots(self) -> tuple[Shot, ...]:
        return self.project.snapshot.shots

    def frame(self, index: int) -> FrameId:
        return FrameId(self.reel, index)


def picture(index: int) -> NativePicture:
    """Frame `index` as it was scanned."""
    rng = np.random.default_rng(index)
    planes = rng.integers(95, 600, (3, FORMAT.height, FORMAT.width)).astype(np.uint16)
    return NativePicture(FORMAT, tuple(planes))


def record_pass(project: Project, reel: str) -> tuple[str, tuple[str, ...]]:
    """Record the pass; gives its id and the keys of what it found."""
    before = picture(3).planes
    white = [np.full_like(plane, 1000) for plane in before]
    mask = np.ones((6, 6), np.bool_)
    pack, places, keys = PatchPack(), [], []
    for number in range(len(PROBABILITIES)):
        corner = (10 * number, 8)
        full = np.zeros(before[0].shape, np.bool_)
        full[8:14, corner[0] : corner[0] + 6] = True
        places.append(pack.add(3, make_patch(before, white, full)))
        keys.append(component_key(reel, 3, "dirt", *corner, mask))
    hash = pack.put(project.artefacts)
    rows = [
        Detection(
            reel, 3, "dirt", "dirt", 10 * n, 8, 10 * n + 6, 14, 36, probability, keys[n], "", hash, *places[n]
        )
        for n, probability in enumerate(PROBABILITIES)
    ]  # fmt: skip
    shots = tuple(shot.id for shot in project.snapshot.shots)
    made = Pass(new_id(), "coarse", shots, (PassStep("dirt", 1, {}, "digest", "dirt", 0.5),), {"device": "cpu"})
    job = project.job_begin("pass", made.id, {"recipe": made.recipe})
    job.chunk_done("all", {}, rows)
    project.dispatch(RecordPass(made, job.id)).wait()
    return made.id, tuple(keys)
