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
from app.document.listing import Place
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
        acknowledged; `*_bytes` are the size of the project file.
    """
    with tempfile.TemporaryDirectory(dir=folder) as place, Project.create(Path(place) / "bench", "bench") as project:
        took = _measure(project, max(detections // PER_FRAME, 1))
        project.close()
        took["project_bytes_closed"] = float(project.path.stat().st_size)
        with _timed(took, "open_to_write"), Project.open(project.path, "bench"):
            pass
        begun = time.perf_counter()
        with Project.open(project.path, "bench", write=False) as again:
            again.page(again.snapshot)
            took["open_and_first_page"] = time.perf_counter() - begun
        return took


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
    project.dispatch(SetVerdicts(ids[::3], "reject")).wait()
    _pages(project, reel.id, frames, took)
    took["project_bytes"] = float(project.path.stat().st_size)
    return took


def _pages(project: Project, reel: str, frames: int, took: dict[str, float]) -> None:
    """Pages of the table of repairs: the first one, any other, the one behind it, with and without a condition."""
    now = project.snapshot
    project.page(now, limit=1)  # which pass speaks where is worked out once a state
    for name, where in (("", ""), ("_where", "state=accepted and area>30"), ("_rejected", "verdict=reject")):
        took[f"first_page{name}"] = max(_seconds(lambda: project.page(now, where)) for _ in range(5))  # noqa: B023
        places = [Place(reel, frame) for frame in range(0, frames, max(frames // 20, 1))]
        took[f"any_page{name}"] = max(
            _seconds(lambda place=place: project.page(now, where, place))  # type: ignore[misc]  # noqa: B023
            for place in places
        )
    took["page_found_by_nothing"] = _seconds(lambda: project.page(now, "area>1000"))


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
