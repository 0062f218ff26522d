"""How long a repaint of the timeline takes at the size of a feature film: part of `reelmend bench ui`.

    python -m widgets.timeline.bench

Offscreen or on a screen alike: lanes are drawn by Qt's raster engine either way.
"""

from __future__ import annotations

import math
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from app.media.reel import FrameId
from widgets import theme
from widgets.commands import CommandTable
from widgets.settings import Settings
from widgets.timeline.cuts import nearest_cut
from widgets.timeline.made_up import NoDisk, made_up_context, made_up_snapshot, picture_of
from widgets.timeline.thumbnails import HEIGHT
from widgets.timeline.timeline import Timeline

SHOTS, FRAMES, DETECTIONS = 3000, 200_000, 500_000
SIZES = ((1280, 280), (2560, 360))


def measure(width: int, height: int, repaints: int = 120) -> dict[str, tuple[float, float]]:
    """Median and worst seconds of a repaint, by what the person does. Needs a QApplication."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "bench.ini")
        snapshot = made_up_snapshot(SHOTS, FRAMES, reels=10)
        context = made_up_context(snapshot, CommandTable(settings), settings, DETECTIONS)
        timeline = Timeline(context, NoDisk())
        timeline.resize(width, height)
        timeline.show()
        # Every thumbnail is at hand: a view without them would be cheaper to draw.
        one = FrameId("reel0", 7)
        timeline.thumbnails._keep(one, picture_of(one, HEIGHT))
        timeline.model.thumbnail = lambda frame: timeline.thumbnails.get(one)
        timeline.repaint()
        found = {name: _timed(timeline, act, repaints) for name, act in _deeds(timeline)}
        timeline.close()
        timeline.deleteLater()
    return found


def _deeds(timeline: Timeline) -> Iterator[tuple[str, Callable[[int], None]]]:
    """What is measured: a name, and the deed by its number."""
    model, desk = timeline.model, timeline.desk

    def zoom(index: int) -> None:
        timeline.zoom(1.25 if index % 60 < 30 else 0.8, model.scale.width * 0.3)

    def pan(index: int) -> None:
        timeline.set_scale(model.scale.panned(37 if index % 80 < 40 else -37))

    def play(index: int) -> None:
        desk.set_playhead(desk.playhead + 1)

    def jump(index: int) -> None:
        desk.set_playhead(FRAMES // 2 + round(FRAMES / 3 * math.sin(index)))

    def select(index: int) -> None:
        desk.select_shots((model.film.shots[index * 7 % SHOTS].id,))

    def select_all() -> None:
        desk.select_shots(tuple(shot.id for shot in model.film.shots))

    def drag(index: int) -> None:
        cut = nearest_cut(model.film, FRAMES // 2)
        if cut is not None:
            model.drag(cut, cut.position + (1 if index % 2 else -1))
            timeline.redraw(("shots",))

    yield "zoom, whole film to frames", zoom
    timeline.zoom(0.0)
    yield "select, whole film", select
    yield "select all, then one", lambda index: select(index) if index % 2 else select_all()
    yield "drag a cut, whole film", drag
    model.drop()
    yield "an edit of the shots", lambda index: timeline.bridge.reloaded.emit()
    yield "playhead, whole film", play
    timeline.zoom(20.0, model.scale.width / 2)
    yield "pan, 20 times", pan
    yield "playhead jumps", jump
    timeline.zoom(1e6, model.scale.width / 2)
    yield "pan, single frames", pan
    yield "hover", lambda index: timeline.gestures._hover(QPointF(90 + index * 8, 60), index * 8.0)


def _timed(timeline: Timeline, deed: Callable[[int], None], repaints: int) -> tuple[float, float]:
    taken = []
    for index in range(repaints):
        begun = time.perf_counter()
        deed(index)
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken), max(taken)


def main() -> None:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    theme.apply(application)
    print(f"timeline: {SHOTS} shots, {FRAMES} frames, {DETECTIONS} detections; milliseconds a repaint")
    for width, height in SIZES:
        for name, (median, worst) in measure(width, height).items():
            print(f"  {width}x{height}  {name:28s} median {median * 1000:6.2f}  worst {worst * 1000:6.2f}")


if __name__ == "__main__":
    main()
