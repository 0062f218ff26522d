"""States of the HDR dock: before anything is measured, graded, on a display beside the master, in false colour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.document.commands import SetStack
from app.document.model import StackEntry
from app.engine.look import Look
from app.engine.request import Stage
from app.jobs.measure_shots import MeasureSpec
from operators.contract.registry import filter_operator
from tests.end_to_end.window.studio import Studio
from widgets.hdr.panel import HdrPanel

LEFT = Qt.MouseButton.LeftButton


def not_measured(studio: Studio) -> Iterator[None]:
    """The dock says what to do first."""
    _open(studio)
    yield
    _close(studio)


def graded(studio: Studio) -> Iterator[None]:
    """Measured; a point was dragged too far; the picture of a display beside the master."""
    before = _grade(studio)
    studio.run("hdr.see_300")
    studio.run("hdr.beside_master")
    yield
    _take_back(studio, before)


def false_colour(studio: Studio) -> Iterator[None]:
    """The SDR set's controls, and an SDR display's light as colours."""
    before = _grade(studio)
    studio.run("hdr.other_set")
    studio.run("hdr.see_100")
    studio.run("hdr.false_colour")
    panel = _panel(studio)
    panel.area.verticalScrollBar().setValue(panel.area.verticalScrollBar().maximum())
    yield
    panel.area.verticalScrollBar().setValue(0)
    studio.run("hdr.false_colour")
    studio.run("hdr.other_set")
    _take_back(studio, before)


def _grade(studio: Studio) -> int:
    """HDR, measured, graded badly; the ledger row before that."""
    _open(studio)
    bridge = studio.context.bridge
    entry = StackEntry("sdr_to_hdr", 1, filter_operator("sdr_to_hdr").Params().to_mapping())
    before = bridge.snapshot.seq
    shots = tuple(shot.id for shot in bridge.snapshot.shots)
    bridge.dispatch(SetStack(shots, "grade", (entry,)))
    studio.until(lambda: bridge.snapshot.seq > before)
    bridge.session.measure_shots(MeasureSpec(shots))  # here: a process of its own takes seconds to begin
    panel = _panel(studio)
    studio.until(lambda: panel.curve.handles)
    _drag(panel, "mid", (0.0, 0.06))
    _drag(panel, "dark_hillside", (0.08, 0.2))
    studio.until(lambda: not bridge.unacknowledged and panel.findings.isVisible())
    return before


def _take_back(studio: Studio, before: int) -> None:
    bridge, desk = studio.context.bridge, studio.context.desk
    studio.run("hdr.see_0")
    desk.set_compare(mode="single", a=Look(Stage.SOURCE), b=Look(Stage.REPAIR))
    for _ in range(bridge.snapshot.seq - before):
        bridge.undo()
    studio.until(lambda: not bridge.snapshot.vivid and not bridge.unacknowledged)
    _close(studio)


def _open(studio: Studio) -> None:
    studio.run("workspace.grade")
    studio.window.show_panel("hdr")


def _close(studio: Studio) -> None:
    studio.run("workspace.restore")


def _panel(studio: Studio) -> HdrPanel:
    panel = studio.window.docks["hdr"].widget()
    assert isinstance(panel, HdrPanel)
    return panel


def _drag(panel: HdrPanel, name: str, by: tuple[float, float]) -> None:
    """A point of the curve, by shares of the diagram to the right and downwards."""
    area = panel.curve.area
    way = QPoint(round(by[0] * area.width()), round(by[1] * area.height()))
    point = next(one for one in panel.curve.handles if one.name == name)
    start = panel.curve.point(point.x, point.y).toPoint()
    QTest.mousePress(panel.curve, LEFT, pos=start)
    QTest.mouseMove(panel.curve, start + way)
    QTest.mouseRelease(panel.curve, LEFT, pos=start + way)


STATES = {"hdr_not_measured": not_measured, "hdr_graded": graded, "hdr_false_colour": false_colour}
