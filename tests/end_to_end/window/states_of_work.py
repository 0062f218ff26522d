"""States of the work itself: looking, comparing, mending, grading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

from app.document.commands import SetStack
from app.document.model import StackEntry
from operators.contract.registry import filter_operator
from tests.end_to_end.window.studio import Studio
from widgets.viewer.surface import Surface

FRAME = 12
"""A programme position at which something was found."""


def found(studio: Studio) -> Iterator[None]:
    """The pass is done; the window stands at a frame with repairs."""
    studio.context.desk.set_playhead(FRAME)
    studio.until(lambda: _surface(studio).marks)
    yield


def workspace(id: str, studio: Studio) -> Iterator[None]:
    """A work space as it is at first."""
    studio.run(f"workspace.{id}")
    yield
    studio.run("workspace.restore")


def comparing(mode: str, studio: Studio) -> Iterator[None]:
    """A way to compare."""
    studio.context.desk.set_compare(mode=mode, angle=15.0 if mode == "wipe" else 0.0)
    yield
    studio.context.desk.set_compare(mode="single", angle=0.0)


def donor_hint(studio: Studio) -> Iterator[None]:
    """What the donor rectangle will do, side by side."""
    studio.run("fixes.donor")
    studio.context.desk.set_compare(mode="side")
    yield
    studio.context.desk.set_compare(mode="single")
    studio.context.desk.set_tool("hand")


def without_overlay(studio: Studio) -> Iterator[None]:
    """The masks are hidden."""
    studio.run("viewer.overlay")
    yield
    studio.run("viewer.overlay")


def loupe(studio: Studio) -> Iterator[None]:
    """The loupe over the picture."""
    surface = _surface(studio)
    surface.move_loupe(surface.rect().center().toPointF())
    yield
    surface.move_loupe(None)


def guides(studio: Studio) -> Iterator[None]:
    """Safe areas, a region, and pixels as big as stamps."""
    studio.run("viewer.safe")
    studio.run("viewer.zoom_800")
    studio.run("viewer.region_seen")
    studio.run("viewer.fit")
    yield
    studio.run("viewer.safe")
    studio.run("viewer.region_clear")


def close_up(studio: Studio) -> Iterator[None]:
    """Eight times as big, with the grid of pixels."""
    studio.run("viewer.zoom_800")
    yield
    studio.run("viewer.fit")


def painting(studio: Studio) -> Iterator[None]:
    """A stroke of the brush, the button still down."""
    studio.run("masks.brush")
    surface = _surface(studio)
    middle = surface.rect().center()
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=middle)
    for step in range(1, 9):
        QTest.mouseMove(surface, middle + QPoint(step * 10, (step % 3) * 6))
    yield
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=middle + QPoint(80, 12))
    _wait_for_row(studio)
    studio.context.bridge.undo()
    _wait_for_row(studio)
    studio.run("masks.select")
    studio.context.desk.set_tool("hand")


def repair_in_focus(studio: Studio) -> Iterator[None]:
    """One repair in focus, another one rejected."""
    studio.run("masks.next")
    studio.until(lambda: studio.context.desk.repair)
    studio.run("masks.reject")
    _wait_for_row(studio)
    studio.run("masks.next")
    yield
    studio.context.desk.focus_repair("")


def triage(studio: Studio, *, grid: bool = False) -> Iterator[None]:
    """Two candidates judged, the third looked at with its loops running, all like it selected."""
    panel = studio.window.panels.docks["triage"][1]
    studio.run("panel.triage")
    studio.until(lambda: not panel.room.listed.busy and len(panel.room.listed))
    if grid:
        studio.run("triage.grid")
    studio.run("masks.next")
    for verdict in ("masks.accept", "masks.reject"):
        studio.until(lambda: panel.room.stands)
        studio.run(verdict)
        _wait_for_row(studio)
    studio.until(lambda: panel.room.current is not None and panel.loops.get(panel.room.current.number))
    studio.run("triage.alike")
    studio.until(lambda: panel.room.selection.count)
    yield
    panel.room.let_go()
    if grid:
        studio.run("triage.grid")
    for _ in range(2):
        studio.context.bridge.undo()
        _wait_for_row(studio)
    studio.run("panel.repairs")
    studio.context.desk.set_playhead(FRAME)


def repair_table(studio: Studio) -> Iterator[None]:
    """The table of all repairs, one reverted."""
    panel = studio.window.panels.docks["table"][1]
    studio.run("panel.table")
    studio.until(lambda: len(panel.listed) and panel.listed.row(0) is not None)
    panel.table.selectRow(0)
    studio.run("table.revert")
    _wait_for_row(studio)
    yield
    studio.context.bridge.undo()
    _wait_for_row(studio)
    studio.run("panel.timeline")


def threshold_dragged(studio: Studio) -> Iterator[None]:
    """A threshold that is being dragged."""
    slider = next(one for one in studio.window.docks["repairs"].widget().findChildren(QSlider) if one.isVisible())
    handle = _handle(slider)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=handle)
    for step in range(1, 5):
        QTest.mouseMove(slider, handle + QPoint(step * slider.width() // 14, 0))
    yield
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=handle + QPoint(4 * slider.width() // 14, 0))
    _wait_for_row(studio)
    studio.context.bridge.undo()
    _wait_for_row(studio)


def graded(studio: Studio) -> Iterator[None]:
    """Colour wheels on the shot in view."""
    bridge = studio.context.bridge
    shot = bridge.film.shot_at(FRAME)
    assert shot is not None
    rows = len(bridge.snapshot.stack(shot.id, "grade"))
    assert rows == 0
    bridge.dispatch(SetStack((shot.id,), "clean", (_entry("denoise", strength=0.4),)))
    bridge.dispatch(SetStack((shot.id,), "grade", (_entry("cdl", slope_r=1.08, offset_b=-0.02, saturation=1.1),)))
    _wait_for_row(studio)
    studio.run("workspace.grade")
    studio.context.desk.set_compare(mode="single")
    yield


def keyframed(studio: Studio) -> Iterator[None]:
    """A value that changes over the shot, with its curve."""
    bridge = studio.context.bridge
    shot = bridge.film.shot_at(FRAME)
    assert shot is not None
    start = bridge.film.frame(shot.first).index
    keys = {"keys": [[start, 0.2], [start + 10, 0.8], [start + 20, 0.5]], "interpolation": "smooth"}
    bridge.dispatch(SetStack((shot.id,), "clean", (_entry("denoise", strength=keys),)))
    _wait_for_row(studio)
    yield


def mixed_values(studio: Studio) -> Iterator[None]:
    """Several shots that differ."""
    bridge = studio.context.bridge
    for number, shot in enumerate(bridge.snapshot.shots):
        bridge.dispatch(SetStack((shot.id,), "clean", (_entry("denoise", strength=0.2 + 0.3 * number),)))
    studio.run("timeline.select_all")
    studio.run("inspector.scope_selected")
    _wait_for_row(studio)
    yield
    studio.run("timeline.select_none")
    studio.run("inspector.scope_this")


def scope(kind: str, studio: Studio) -> Iterator[None]:
    """One scope alone."""
    studio.run("workspace.grade")
    panel = studio.window.docks["scopes"].widget()
    panel.choose(kinds=(kind,))
    yield
    panel.choose(kinds=("waveform",))


def four_scopes(studio: Studio) -> Iterator[None]:
    """All scopes at once."""
    panel = studio.window.docks["scopes"].widget()
    panel.choose(kinds=("waveform", "parade", "vectorscope", "histogram"))
    yield
    panel.choose(kinds=("waveform",))
    studio.run("workspace.restore")


def marked(studio: Studio) -> Iterator[None]:
    """In and out, shots selected, the timeline zoomed in."""
    desk = studio.context.desk
    desk.set_range(4, 30)
    studio.run("timeline.select_here")
    studio.run("timeline.zoom_shots")
    yield
    desk.set_range(None, None)
    studio.run("timeline.select_none")
    studio.run("timeline.fit")


def picture_for_the_readme(studio: Studio) -> Iterator[None]:
    """The work space Restore with a wipe: the scan at the left, what was mended at the right."""
    studio.context.desk.set_playhead(FRAME)
    studio.context.desk.set_compare(mode="wipe", angle=12.0, place=(0.56, 0.5))
    studio.run("viewer.overlay")
    surface = _surface(studio)
    studio.until(lambda: surface.marks)
    studio.pump(2.0)  # thumbnails
    QTest.mouseMove(surface, surface.rect().center() - QPoint(60, 20))
    yield
    studio.run("viewer.overlay")


def _surface(studio: Studio) -> Surface:
    surface = studio.window.panels.viewer.findChild(Surface)
    assert isinstance(surface, Surface)
    return surface


def _entry(operator: str, **params: object) -> StackEntry:
    defaults = filter_operator(operator).Params().to_mapping()
    return StackEntry(operator, 1, {**defaults, **params}, True)


def _handle(slider: QSlider) -> QPoint:
    """The middle of a slider's handle."""
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    part = QStyle.SubControl.SC_SliderHandle
    return slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, slider).center()


def _wait_for_row(studio: Studio) -> None:
    """Until the edit that is on its way holds and is kept."""
    studio.pump(0.1)
    studio.until(lambda: not studio.context.bridge.unacknowledged)


STATES = {
    "pass_done": found,
    **{f"workspace_{id}": partial(workspace, id) for id in ("grade", "review")},
    **{f"compare_{mode}": partial(comparing, mode) for mode in ("wipe", "side", "toggle", "difference", "mask")},
    "donor_hint": donor_hint,
    "overlay_off": without_overlay,
    "loupe": loupe,
    "guides": guides,
    "close_up": close_up,
    "painting": painting,
    "repair_in_focus": repair_in_focus,
    "threshold_dragged": threshold_dragged,
    "triage": triage,
    "triage_grid": partial(triage, grid=True),
    "repair_table": repair_table,
    "marked": marked,
    "graded": graded,
    "keyframed": keyframed,
    "mixed_values": mixed_values,
    **{f"scope_{kind}": partial(scope, kind) for kind in ("waveform", "parade", "vectorscope", "histogram")},
    "four_scopes": four_scopes,
}
