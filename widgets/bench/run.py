"""`reelmend bench ui`: the window measured on real material, alone and with a pass running in the background."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from app.engine.recipe import find_recipe
from app.engine.request import Stage as PictureStage
from widgets.bench import answers
from widgets.bench.crowd import crowded, listed_by_the_million
from widgets.bench.probe import StallProbe
from widgets.bench.stage import Stage, dpx_reel, long_gop_reel
from widgets.context import Context
from widgets.main_window.collecting import spared
from widgets.timeline import bench as timeline_bench

SECONDS = 60.0
FRAMES = 24
PASS_FRAMES = 4


def measure(options: Any) -> dict[str, Any]:
    """Every figure of the window; `options.frames` shortens playback to so many seconds."""
    seconds = float(options.frames or SECONDS)
    with tempfile.TemporaryDirectory(prefix="reelmend-bench-") as temporary:
        stage = Stage(Path(temporary))
        with spared(stage.shell):
            return _measured(stage, seconds)


def _measured(stage: Stage, seconds: float) -> dict[str, Any]:
    folder = stage.folder
    stage.shell.show_welcome()
    data: dict[str, Any] = {"cores": os.cpu_count(), "platform": stage.app.platformName()}
    movie = long_gop_reel(folder / "gop.mp4", 480)
    stage.open("gop", movie)
    data["scrub, 1080p H.264, long GOP"] = answers.scrub(stage, 25)
    stage.close()
    context = stage.open("dpx", dpx_reel(folder / "scan", FRAMES))
    pass_id = _small_pass(stage, context)
    data["alone"] = _answers(stage, context, pass_id, seconds)
    job = _start_pass(context)
    stage.wait(5.0)
    data["with a pass in the background"] = _answers(stage, context, pass_id, seconds)
    data["pass still running at the end"] = not job.ended
    context.bridge.jobs.cancel(job)
    stage.until(lambda: job.ended)
    stage.close()
    data["1080p with 100,000 detections"] = crowded(stage, "crowd", folder / "scan")
    data["1,000,000 repairs in the lists"] = listed_by_the_million(stage, "million", movie)
    data["timeline, 3,000 shots, 200,000 frames, 500,000 detections"] = {
        f"{width}x{height}": {
            what: {"median_ms": round(1000 * median, 2), "worst_ms": round(1000 * worst, 1)}
            for what, (median, worst) in timeline_bench.measure(width, height).items()
        }
        for width, height in timeline_bench.SIZES
    }
    stage.shell.quit()
    return data


def _answers(stage: Stage, context: Context, pass_id: str, seconds: float) -> dict[str, Any]:
    shot = context.bridge.film.shots[0].id
    probe = StallProbe()
    probe.start()
    data: dict[str, Any] = {
        "next frame, source": answers.steps(stage, PictureStage.SOURCE, 15),
        "next frame, repair": answers.steps(stage, PictureStage.REPAIR, 15),
        "brush stroke to mended pixels": answers.strokes(stage, 11),
        "one-stroke fixes to mended pixels": answers.fixes(stage, 7),
        "threshold slider, repair": answers.threshold_drag(stage, pass_id, shot, 25),
        "CDL slider, grade": answers.grade_drag(stage, shot, 15),
    }
    data["event loop meanwhile"] = probe.stop()
    data["playback from the cache, 24 frames/s"] = answers.playback(stage, seconds)
    return data


def _small_pass(stage: Stage, context: Context) -> str:
    """A real pass over the first few frames, so that there is something to threshold."""
    from app.document.commands import SplitShot

    bridge = context.bridge
    bridge.dispatch(SplitShot(bridge.film.shots[0].id, PASS_FRAMES))
    stage.wait(0.5)
    done: list[str] = []
    bridge.jobs.submit(
        "pass",
        "pass",
        lambda reporter, token: bridge.session.run(find_recipe("standard"), "1", reporter, token=token),
        lambda result: done.append(result.pass_id),
    )
    stage.until(lambda: bool(done), 600)
    return done[0]


def _start_pass(context: Context) -> Any:
    bridge = context.bridge
    return bridge.jobs.submit(
        "pass",
        "pass",
        lambda reporter, token: bridge.session.run(
            find_recipe("standard"), "2", reporter, token=token, background=True
        ),
    )
