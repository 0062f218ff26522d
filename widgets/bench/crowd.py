"""A project with far more repairs than a film should have: does looking at it ever hold the window up?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.document.commands import RecordPass
from app.document.detections import Detection
from app.document.ids import new_id, sha256
from app.document.model import Pass, PassStep
from app.engine.look import Look
from app.engine.request import Stage as PictureStage
from widgets.bench.probe import StallProbe
from widgets.bench.stage import HEIGHT, WIDTH, Stage

REPAIRS = 100_000


def crowded(stage: Stage, name: str, media: Path) -> dict[str, Any]:
    """Steps, zooms, pans and scrolls on a 1080p reel whose frames share 100,000 detections without a fill."""
    context = stage.open(name, media)
    project, film = context.bridge.project, context.bridge.film
    job = project.job_begin("pass", "crowd", {})
    each = REPAIRS // film.length
    job.chunk_done("0", {}, list(_rows(film.spans[0].reel, film.length, each)))
    shots = tuple(shot.id for shot in film.shots)
    project.dispatch(RecordPass(Pass(new_id(), "crowd", shots, (PassStep("dirt", 1, defect="dirt"),)), job.id)).wait()
    context.desk.set_compare(mode="single", b=Look(PictureStage.SOURCE))
    stage.wait(6.0)
    probe = StallProbe()
    probe.start()
    run = context.commands.trigger
    for _ in range(12):
        run("playback.step")
        stage.wait(0.4)
    surface = stage.viewer.surface
    for turn in (120, 120, 120, -120, 120, -120, -120, -120):
        _wheel(surface, turn)
        stage.wait(0.15)
    for id in (
        "viewer.zoom_200",
        "viewer.pan_left",
        "viewer.pan_right",
        "viewer.pan_up",
        "viewer.fit",
        "viewer.mask",
    ):
        run(id)
        stage.wait(0.2)
    run("viewer.single")
    for id in ("timeline.zoom_in",) * 4 + ("timeline.zoom_out",) * 4:
        run(id)
        stage.wait(0.15)
    stalls = probe.stop()
    stage.close()
    return {"detections": each * film.length, "event_loop": stalls}


def _rows(reel: str, frames: int, each: int) -> Iterator[Detection]:
    for frame in range(frames):
        for number in range(each):
            x, y = number * 37 % (WIDTH - 10), number * 29 % (HEIGHT - 8)
            key = sha256(f"{frame} {number}".encode())[:32]
            yield Detection(reel, frame, "dirt", "dirt", x, y, x + 9, y + 7, 63, 0.1 + 0.9 * number / each, key)


def _wheel(widget: Any, turn: int) -> None:
    middle = QPointF(widget.width() / 2, widget.height() / 2)
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
