"""Projects with far more repairs than a film should have: does looking at them ever hold the window up?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
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
from widgets.main_window.opening import Choices, open_project
from widgets.repair_table.panel import TablePanel
from widgets.triage.panel import TriagePanel

REPAIRS = 100_000
MILLION = 1_000_000
ALMOST = 990_000
"""Listed at the least: a film of some frames does not divide a million evenly."""


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


def listed_by_the_million(stage: Stage, name: str, media: Path) -> dict[str, Any]:
    """A million repairs in the lists of triage and of the table: opened, scrolled, filtered, sorted, selected."""
    context = stage.open(name, media)
    project, film = context.bridge.project, context.bridge.film
    job, each = project.job_begin("pass", "crowd", {}), MILLION // film.length
    rows = list(_rows(film.spans[0].reel, film.length, each))
    for start in range(0, len(rows), 50_000):
        job.chunk_done(str(start), {}, rows[start : start + 50_000])
    shots = tuple(shot.id for shot in film.shots)
    project.dispatch(RecordPass(Pass(new_id(), "crowd", shots, (PassStep("dirt", 1, defect="dirt"),)), job.id)).wait()
    del rows
    path = project.path
    stage.close()
    began = perf_counter()
    stage.shell.adopt(open_project(path, False, Choices.of(stage.shell.settings)))
    stage.until(lambda: stage.viewer.surface.frame is not None)
    opened = perf_counter() - began
    stage.window.resize(WIDTH, HEIGHT)
    stage.window.reset_layout()
    stage.wait(8.0)
    probe = StallProbe()
    probe.start()
    stage.wait(5.0)  # what other programs on the machine do to a window that does nothing
    figures: dict[str, Any] = {"event loop at rest": probe.stop()}
    for panel, act in (("triage", _go_through_triage), ("table", _go_through_table)):
        stage.window.show_panel(panel)
        stage.wait(1.0)
        probe.start()
        seconds = act(stage)
        figures[panel] = {"list of the whole film made, s": seconds, "event loop": probe.stop()}
    stage.close()
    return {
        "detections": each * film.length,
        "opened until the picture is there, s": round(opened, 2),
        "project file, MB": round(path.stat().st_size / 1e6, 1),
        "bytes a detection": round(path.stat().st_size / (each * film.length)),
        **figures,
    }


def _go_through_triage(stage: Stage) -> float:
    panel = stage.window.panels.docks["triage"][1]
    assert isinstance(panel, TriagePanel)
    room, bar = panel.room, panel.tiles.verticalScrollBar()
    began = perf_counter()
    room.choose(scope="film", shown="all", order="risk")
    stage.until(lambda: not room.listed.busy and len(room.listed) > ALMOST, 120)
    took = perf_counter() - began
    for share in range(10):
        bar.setValue(bar.maximum() * share // 10)
        stage.wait(0.3)
    for choice in ({"order": "size"}, {"shown": "proposed"}, {"shown": "risky"}, {"shown": "all"}):
        room.choose(**choice)
        stage.until(lambda: not room.listed.busy, 120)
        stage.wait(0.5)
    for id in ("masks.next", "masks.accept", "masks.reject", "masks.next", "edit.undo", "triage.grid", "triage.grid"):
        stage.window.context.commands.trigger(id)
        stage.wait(0.8)
    return round(took, 2)


def _go_through_table(stage: Stage) -> float:
    panel = stage.window.panels.docks["table"][1]
    assert isinstance(panel, TablePanel)
    bar = panel.table.verticalScrollBar()
    began = perf_counter()
    panel.choose(scope="film", shown="all")
    stage.until(lambda: not panel.listed.busy and len(panel.listed) > ALMOST, 120)
    took = perf_counter() - began
    for share in range(10):
        bar.setValue(bar.maximum() * share // 10)
        stage.wait(0.3)
    panel.field.setText("area > 10 and probability < 0.4")
    stage.wait(0.5)
    stage.until(lambda: not panel.listed.busy, 120)
    panel.field.setText("")
    stage.wait(0.5)
    stage.until(lambda: not panel.listed.busy, 120)
    panel.table.selectAll()
    stage.wait(0.5)
    panel.table.selectRow(3)
    stage.window.context.commands.trigger("table.revert")
    stage.wait(1.0)
    return round(took, 2)


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
