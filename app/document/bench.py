"""How fast the document answers at the size of a feature: `reelmend bench` prints it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

from app.document.commands import AddReel, RecordPass, SetThreshold, SetVerdicts
from app.document.detections import Detection
from app.document.ids import new_id, sha256
from app.document.model import Pass, PassStep, ReelRef
from app.document.project import Project

PER_FRAME = 50
CHUNK_FRAMES = 100


def measure(detections: int = 500_000, folder: Path | None = None) -> dict[str, float]:
    """Record a pass with so many detections, and time what a person then does with them.

    Args:
        detections: How many; 50 a frame.
        folder: Where to work (a disk of the kind projects lie on); a temporary folder where None.

    Returns:
        Seconds by what was done: the worst of 20 for what answers at once, else one run. `*_wait` is until it was
        acknowledged.
    """
    with tempfile.TemporaryDirectory(dir=folder) as place, Project.create(Path(place) / "bench", "bench") as project:
        return _measure(project, max(detections // PER_FRAME, 1))


def _measure(project: Project, frames: int) -> dict[str, float]:
    took: dict[str, float] = {}
    reel = ReelRef(new_id(), "bench.%06d.dpx", "-", "sequence", frames, Fraction(24), 2048, 1556, "log")
    project.dispatch(AddReel(reel)).wait()
    job = project.job_begin("pass", "bench", {})
    pack = project.artefacts.put(b"bench", "patches")
    with _timed(took, "stage"):
        for start in range(0, frames, CHUNK_FRAMES):
            job.chunk_done(str(start), {}, list(_rows(reel.id, start, min(start + CHUNK_FRAMES, frames), pack)))
    item = Pass(new_id(), "bench", (project.snapshot.shots[0].id,), (PassStep("dirt", 1, defect="dirt"),))
    with _timed(took, "record_wait"):
        project.dispatch(RecordPass(item, job.id)).wait()
    _frames(project, reel.id, frames, took)
    with _timed(took, "select"):
        ids = project.select(project.snapshot, "class=dirt and probability<0.4")
    with _timed(took, "count"):
        project.count(project.snapshot)
    with _timed(took, "verdicts_wait"):
        project.dispatch(SetVerdicts(ids, "reject")).wait()
    with _timed(took, "undo_verdicts_wait"):
        project.undo().wait()
    for name, act in (("undo", project.undo), ("redo", project.redo)):
        with _timed(took, f"{name}_wait"):
            with _timed(took, name):
                change = act()
            change.wait()
    with _timed(took, "threshold_wait"):
        project.dispatch(SetThreshold(item.id, None, "dirt", 0.7)).wait()
    return took


def _frames(project: Project, reel: str, frames: int, took: dict[str, float]) -> None:
    """The repairs of 20 frames across the reel, first from the disk, then from memory."""
    for name in ("repairs_of_cold", "repairs_of_warm"):
        took[name] = max(
            _seconds(lambda frame=frame: project.repairs_of(project.snapshot, reel, frame))  # type: ignore[misc]
            for frame in range(0, frames, max(frames // 20, 1))
        )


def _rows(reel: str, start: int, end: int, pack: str) -> Iterator[Detection]:
    for frame in range(start, end):
        for index in range(PER_FRAME):
            key = sha256(f"{frame} {index}".encode())[:32]
            x, y = index * 37 % 2000, index * 29 % 1500
            yield Detection(
                reel, frame, "dirt", "dirt", x, y, x + 9, y + 7, 40, 0.1 + 0.9 * index / PER_FRAME, key,
                pack=pack, length=5,
            )  # fmt: skip


@contextmanager
def _timed(took: dict[str, float], name: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    took[name] = time.perf_counter() - begun


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun
