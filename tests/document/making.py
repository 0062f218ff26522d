"""Small real things for the document's tests."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from app.document import Detection, Project, new_id
from app.document.commands import RecordPass
from app.document.ids import sha256
from app.document.model import Pass, PassStep, ReelRef


def make_reel(path: str = "scan/shot.%06d.dpx", frames: int = 100, **more: Any) -> ReelRef:
    values: dict[str, Any] = {
        "kind": "sequence", "rate": Fraction(24), "width": 64, "height": 48, "encoding": "log",
        "fingerprint": "print-1", "format": {"bit_depth": 10},
    }  # fmt: skip
    return ReelRef(new_id(), path, frame_count=frames, **(values | more))


def found(reel: str, frame: int, index: int = 0, defect: str = "dirt", **more: Any) -> Detection:
    values: dict[str, Any] = {"detector": defect, "probability": 0.1 * (index % 10), "track": ""} | more
    key = values.pop("key", sha256(f"{reel} {frame} {index} {defect}".encode())[:32])
    return Detection(reel, frame, defect, x0=index, y0=2, x1=index + 5, y1=8, area=20, key=key, **values)


def make_pass(project: Project, *defects: str, recipe: str = "coarse", shots: Iterable[str] | None = None) -> Pass:
    ids = tuple(shot.id for shot in project.snapshot.shots) if shots is None else tuple(shots)
    steps = tuple(PassStep(defect, 1, {"size": 3}, "digest", defect, 0.5) for defect in defects or ("dirt",))
    return Pass(new_id(), recipe, ids, steps, {"device": "cpu"})


def record(project: Project, made: Pass, rows: Iterable[Detection]) -> Pass:
    job = project.job_begin("pass", made.id, {"recipe": made.recipe})
    job.chunk_done("all", {}, list(rows))
    project.dispatch(RecordPass(made, job.id)).wait()
    return made


def no_media(_: ReelRef) -> str | None:
    """A media probe that finds nothing wrong."""
    return None
