"""Single measurements: from what a hand does to pixels on the screen."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.document.commands import SetStack
from app.document.model import StackEntry
from app.engine.look import NO_PREVIEW, Look, Preview, Shown
from app.engine.request import Stage as PictureStage
from app.media.reel import FrameId
from widgets.bench.probe import StallProbe
from widgets.bench.stage import Painted, Stage
from widgets.viewer.surface import Surface


def in_ms(seconds: list[float]) -> dict[str, float]:
    """Median and worst."""
    return {
        "median_ms": round(1000 * statistics.median(seconds), 1),
        "worst_ms": round(1000 * max(seconds), 1),
        "times": len(seconds),
    }


def to_picture(stage: Stage, act: Callable[[], object], wanted: Callable[[Shown], bool]) -> float:
    """Seconds from an act until the viewer has painted the picture that is wanted of it."""
    surface = stage.viewer.surface
    painted = Painted(surface)

    def there() -> bool:
        shown = surface.feed.shown.get(surface.main_pane)
        return shown is not None and wanted(shown)

    began = perf_counter()
    act()
    stage.until(there)
    # The picture has been handed to the widget; its paint event is what is still to come.
    before = painted.count
    surface.update()
    stage.until(lambda: painted.count > before)
    took = perf_counter() - began
    surface.removeEventFilter(painted)
    return took


def forget(stage: Stage) -> None:
    """Let both caches go, piece by piece and off the UI thread: giving gigabytes back at once takes its time."""
    context = stage.shell.context
    assert context is not None
    supply, cache = context.bridge.pictures.supply, context.bridge.session.engine.cache
    budgets = supply.budget, cache.statistics().budget
    supply.set_budget(1)
    done: list[bool] = []
    context.bridge.ask(stage.window, "forget", lambda: cache.set_budget(0), lambda _: done.append(True))
    stage.until(lambda: bool(done) and supply.nbytes <= 64 * 2**20)
    supply.set_budget(budgets[0])
    cache.set_budget(budgets[1])


def steps(stage: Stage, picture_stage: PictureStage, times: int) -> dict[str, float]:
    """One frame on, never seen before, until it is painted."""
    context = stage.shell.context
    assert context is not None
    context.desk.set_compare(mode="single", b=Look(picture_stage))
    context.desk.set_playhead(0)
    stage.wait(0.6)
    found = []
    for _ in range(times):
        forget(stage)
        frame = context.bridge.film.frame(context.desk.playhead + 1)
        step = partial(context.commands.trigger, "playback.step")
        found.append(to_picture(stage, step, partial(_is_frame, frame)))
    return in_ms(found)


def _is_frame(frame: FrameId, shown: Shown) -> bool:
    return shown.frame == frame and not shown.approximate


def threshold_drag(stage: Stage, pass_id: str, shot: str, times: int) -> dict[str, float]:
    """A threshold slider moved: repairs go and come in the picture."""
    context = stage.shell.context
    assert context is not None
    desk = context.desk
    desk.set_compare(mode="single", b=Look(PictureStage.REPAIR))
    stage.wait(0.6)
    found = []
    for number in range(times):
        value = 0.2 + 0.6 * (number % 7) / 7 + number * 1e-4
        preview = Preview(thresholds={(pass_id, shot, "dirt"): value})
        found.append(_tried(stage, preview))
    desk.set_preview(NO_PREVIEW)
    stage.wait(0.3)
    return in_ms(found)


def grade_drag(stage: Stage, shot: str, times: int) -> dict[str, float]:
    """A CDL slider moved at the grade stage (a float filter over the whole frame)."""
    context = stage.shell.context
    assert context is not None
    desk, bridge = context.desk, context.bridge
    entry = StackEntry("cdl", 1, {})
    bridge.dispatch(SetStack((shot,), "grade", (entry,)))
    desk.set_compare(mode="single", b=Look(PictureStage.GRADE))
    stage.wait(1.0)
    found = []
    for number in range(times):
        tried = replace(entry, params={"slope_r": 1.0 + 0.01 * (number + 1)})
        preview = Preview(stacks={(shot, "grade"): (tried,)})
        found.append(_tried(stage, preview))
    desk.set_preview(NO_PREVIEW)
    bridge.undo()
    stage.wait(0.3)
    return in_ms(found)


def strokes(stage: Stage, times: int) -> dict[str, float]:
    """A small stroke of the brush, from the pen's lifting until the mended pixels are painted."""
    context = stage.shell.context
    assert context is not None
    desk, bridge = context.desk, context.bridge
    desk.set_compare(mode="single", b=Look(PictureStage.REPAIR))
    desk.set_playhead(8)
    desk.set_tool("brush")
    stage.wait(1.5)
    surface = stage.viewer.surface
    found = []
    for number in range(times):
        view = surface.view()
        assert view is not None
        start = view.to_widget(QPointF(700 + 12 * number, 500 + 40 * (number % 4)))
        end = start + QPointF(14, 3)
        QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=start.toPoint())
        QTest.mouseMove(surface, end.toPoint())
        lift = partial(QTest.mouseRelease, surface, Qt.MouseButton.LeftButton, pos=end.toPoint())
        found.append(to_picture(stage, lift, partial(_is_other, surface.feed.shown[surface.main_pane])))
        bridge.undo()
        stage.wait(0.5)
    desk.set_tool("hand")
    return in_ms(found)


FIXES: dict[str, tuple[str, tuple[tuple[int, int], ...]]] = {
    "donor rectangle, next frame": ("donor", ((0, 0), (26, 22))),
    "donor rectangle, both frames": ("donor", ((0, 22), (10, 0))),
    "heal": ("heal", ((0, 0), (14, 3))),
    "clone": ("clone", ((0, 0), (14, 3))),
    "lasso, as the pass does": ("lasso", ((0, 0), (24, 0), (24, 20), (0, 20))),
    "original": ("original", ((0, 0), (14, 3))),
}
"""What is measured: the tool, and where its pointer goes, in picture pixels from a spot."""


def fixes(stage: Stage, times: int) -> dict[str, Any]:
    """One-stroke fixes the size of a spot, from the pointer's release until the mended pixels are painted."""
    context = stage.shell.context
    assert context is not None
    desk, bridge = context.desk, context.bridge
    desk.set_compare(mode="single", b=Look(PictureStage.REPAIR))
    desk.set_playhead(8)
    desk.set_brush(size=24, hardness=0.8)
    stage.wait(1.5)
    surface = stage.viewer.surface
    data: dict[str, Any] = {}
    everything: list[float] = []
    for name, (tool, way) in FIXES.items():
        desk.set_tool(tool)
        found = []
        for number in range(times):
            view = surface.view()
            assert view is not None
            spot = QPointF(700 + 24 * number, 500 + 40 * (number % 4))
            points = [view.to_widget(spot + QPointF(x, y)).toPoint() for x, y in way]
            if tool == "clone":
                source = view.to_widget(spot + QPointF(80, -60)).toPoint()
                QTest.mouseClick(surface, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, source)
            QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=points[0])
            for point in points[1:]:
                QTest.mouseMove(surface, point)
            lift = partial(QTest.mouseRelease, surface, Qt.MouseButton.LeftButton, pos=points[-1])
            found.append(to_picture(stage, lift, partial(_is_other, surface.feed.shown[surface.main_pane])))
            bridge.undo()
            stage.wait(0.5)
        data[name] = in_ms(found)
        everything += found
    desk.set_tool("hand")
    return {"all": in_ms(everything), **data}


def _is_other(before: Shown, shown: Shown) -> bool:
    return shown.pixels is not before.pixels


def _tried(stage: Stage, preview: Preview) -> float:
    context = stage.shell.context
    assert context is not None
    desk = context.desk
    return to_picture(stage, lambda: desk.set_preview(preview), lambda shown: shown.look.preview == preview)


def scrub(stage: Stage, times: int) -> dict[str, Any]:
    """Jumps to far frames of a long GOP: until anything new is painted, and until the right frame is."""
    context = stage.shell.context
    assert context is not None
    desk, surface = context.desk, stage.viewer.surface
    desk.set_compare(mode="single", b=Look(PictureStage.SOURCE))
    length = context.bridge.film.length
    stage.wait(1.5)
    something, right = [], []
    place = 0
    for _ in range(times):
        forget(stage)
        place = (place + int(length * 0.381966)) % length
        painted = Painted(surface)
        desk.set_scrubbing(True)
        before = painted.count
        began = perf_counter()
        desk.set_playhead(place)
        stage.until(partial(_painted_since, painted, before))
        something.append(perf_counter() - began)
        stage.until(partial(_stands_at, surface, context.bridge.film.frame(place)))
        right.append(perf_counter() - began)
        desk.set_scrubbing(False)
        surface.removeEventFilter(painted)
    return {"something": in_ms(something), "right_frame": in_ms(right)}


def _painted_since(painted: Painted, before: int) -> bool:
    return painted.count > before


def _stands_at(surface: Surface, frame: FrameId) -> bool:
    return surface.frame == frame


def playback(stage: Stage, seconds: float) -> dict[str, Any]:
    """The marked range played in a loop from the cache; what was dropped, and how the event loop did."""
    context = stage.shell.context
    assert context is not None
    desk = context.desk
    desk.set_compare(mode="single", b=Look(PictureStage.SOURCE))
    player = stage.window.panels.transport.player  # type: ignore[attr-defined]
    desk.set_loop(True)
    context.commands.trigger("playback.first")
    context.commands.trigger("playback.toggle")
    stage.wait(8.0)  # the first rounds fill the cache
    painted = Painted(stage.viewer.surface)
    player.reset_dropped()
    probe = StallProbe()
    probe.start()
    before = painted.count
    stage.wait(seconds)
    shown = painted.count - before
    dropped = player.transport.dropped
    stalls = probe.stop()
    context.commands.trigger("playback.toggle")
    desk.set_loop(False)
    stage.viewer.surface.removeEventFilter(painted)
    return {
        "seconds": seconds,
        "frames_per_second": round(shown / seconds, 2),
        "dropped": dropped,
        "event_loop": stalls,
    }
