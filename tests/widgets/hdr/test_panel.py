"""The HDR dock on a real project: what is touched becomes one row, and what is graded is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.document.model import VividGrade, VividShot
from app.engine.look import HdrLook, Look
from app.engine.request import Stage
from tests.jobs.hdr_film import LONG, make_hdr_film
from widgets import hdr
from widgets.bridge.bridge import Bridge
from widgets.commands import CommandTable
from widgets.context import Context
from widgets.desk import Desk
from widgets.hdr.curve_view import CurveView
from widgets.hdr.panel import HdrPanel
from widgets.settings import Settings
from widgets.text import set_language

LEFT = Qt.MouseButton.LeftButton


class Bench:
    """A dock on a project of three shots, and short words for what tests do with it."""

    def __init__(self, context: Context, panel: HdrPanel, qtbot: QtBot) -> None:
        self.context, self.panel, self.qtbot = context, panel, qtbot
        self.bridge, self.desk, self.curve = context.bridge, context.desk, panel.curve

    @property
    def shots(self) -> list[str]:
        return [shot.id for shot in self.bridge.snapshot.shots]

    def grade(self, shot: int = 0) -> VividGrade:
        return self.bridge.snapshot.vivid.get(self.shots[shot], VividShot()).grade

    def do(self, act: Callable[[], object], rows: int = 1) -> None:
        """Do something and wait until it has become this many ledger rows."""
        wanted = self.bridge.snapshot.seq + rows
        act()
        self.qtbot.waitUntil(lambda: self.bridge.snapshot.seq >= wanted)
        self.qtbot.wait(10)
        assert self.bridge.snapshot.seq == wanted

    def run(self, command: str) -> None:
        id = f"hdr.{command}"
        assert self.context.commands.trigger(id), self.context.commands.reason(id)

    def measure(self) -> None:
        self.do(lambda: self.run("analyse_all"))
        self.qtbot.waitUntil(lambda: bool(self.curve.handles))

    def at(self, name: str) -> QPoint:
        point = next(one for one in self.curve.handles if one.name == name)
        return self.curve.point(point.x, point.y).toPoint()

    def drag(self, name: str, dx: int, dy: int) -> None:
        start = self.at(name)
        QTest.mousePress(self.curve, LEFT, pos=start)
        for step in (1, 2, 3):
            QTest.mouseMove(self.curve, start + QPoint(dx * step // 3, dy * step // 3))
            self.qtbot.wait(1)
        QTest.mouseRelease(self.curve, LEFT, pos=start + QPoint(dx, dy))


@pytest.fixture
def bench(
    qtbot: QtBot, tmp_path: Path, settings: Settings, commands: CommandTable, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    monkeypatch.setattr(
        "widgets.hdr.jobs.run_apart", lambda engine, snapshot, work, *told: work(engine, snapshot, *told)
    )
    bridge, desk = Bridge(make_hdr_film(tmp_path)), Desk()
    desk.set_length(bridge.film.length)
    context = Context(bridge, desk, commands, settings)
    panel = hdr.make_panel(context)
    qtbot.addWidget(panel)
    panel.resize(340, 1000)
    panel.show()
    yield Bench(context, panel, qtbot)
    panel.close()
    bridge.close()


def test_before_it_is_measured_it_says_so_and_takes_nothing(bench: Bench) -> None:
    assert "not measured yet" in bench.panel.state.text()
    assert not bench.curve.isEnabled() and not bench.curve.handles
    bench.measure()
    assert not bench.panel.state.isVisible()
    assert "peak 398 cd/m²" in bench.panel.light.text()  # 400 in 10 bits


def test_a_dragged_point_is_seen_at_once_and_is_one_row(bench: Bench) -> None:
    bench.measure()
    was = bench.at("mid")
    previews: list[bool] = []
    bench.desk.preview_changed.connect(lambda: previews.append(bool(bench.desk.preview.vivid)))
    bench.do(lambda: bench.drag("mid", 0, 12))
    assert previews[0] and len(previews) >= 3 and not bench.desk.preview.vivid
    assert abs((bench.at("mid") - was).y() - 12) <= 2
    assert set(bench.grade().controls) == {"hdr"} and bench.grade().controls["hdr"]["mid_light"] < 0
    assert bench.desk.compare.b == Look(Stage.GRADE, hdr=HdrLook(500.0)), "the target display is seen while grading"
    bench.do(bench.bridge.undo)
    assert bench.grade() == VividGrade() and bench.at("mid") == was


def test_escape_takes_a_drag_back(bench: Bench) -> None:
    bench.measure()
    seq = bench.bridge.snapshot.seq
    bench.curve.setFocus()
    QTest.mousePress(bench.curve, LEFT, pos=bench.at("high"))
    QTest.mouseMove(bench.curve, bench.at("high") + QPoint(-8, 8))
    bench.qtbot.wait(1)
    assert bench.desk.preview.vivid
    QTest.keyClick(bench.curve, Qt.Key.Key_Escape)
    QTest.mouseRelease(bench.curve, LEFT)
    bench.qtbot.wait(20)
    assert bench.bridge.snapshot.seq == seq and not bench.desk.preview.vivid


def test_keys_choose_and_move_a_point(bench: Bench) -> None:
    bench.measure()
    bench.curve.setFocus()
    bench.curve.chosen = "mid"
    QTest.keyClick(bench.curve, Qt.Key.Key_PageUp)
    assert bench.curve.chosen == "high" and "Highlights" in bench.curve.told()
    bench.do(lambda: QTest.keyClick(bench.curve, Qt.Key.Key_Down))
    assert bench.grade().controls["hdr"]["high_light"] < 0


def test_sliders_work_on_the_set_in_view_and_saturation_on_both(bench: Bench) -> None:
    bench.measure()
    bench.run("other_set")
    slider = bench.panel.sliders.sliders["high_detail"]
    slider.setFocus()
    bench.do(lambda: QTest.keyClick(slider, Qt.Key.Key_Right))
    assert dict(bench.grade().controls) == {"sdr": {"high_detail": 0.01}}
    colour = bench.panel.sliders.sliders["whole_sat"]
    bench.do(lambda: QTest.keyClick(colour, Qt.Key.Key_Right))
    assert dict(bench.grade().saturation) == {"whole_sat": 0.01}
    bench.do(lambda: bench.panel.sliders.backs["high_detail"].click())
    assert not bench.grade().controls
    position = bench.panel.sliders.sliders["dark_floor"]
    assert position.text().startswith("automatic: ")
    bench.do(lambda: QTest.keyClick(position, Qt.Key.Key_Right))
    assert not position.text().startswith("automatic") and bench.grade().controls["sdr"]["dark_floor"] >= 0


def test_copy_paste_link_ripple_are_one_row_each(bench: Bench) -> None:
    bench.measure()
    bench.do(lambda: bench.drag("mid", 0, 10))
    graded = bench.grade()
    bench.run("copy")
    bench.run("similar")
    bench.qtbot.waitUntil(lambda: bench.desk.selected_shots == (bench.shots[0], bench.shots[2]))
    bench.do(lambda: bench.run("paste"))
    assert [bench.grade(shot) == graded for shot in range(3)] == [True, False, True]
    bench.do(lambda: bench.run("link"))
    bench.do(lambda: bench.drag("high", -6, 6))
    assert bench.grade(2) == bench.grade(0) != graded
    assert "linked with 1 other" in bench.panel.title.text()
    bench.do(lambda: bench.run("unlink"))
    bench.do(lambda: bench.run("ripple"))
    assert bench.grade(1) == bench.grade(0)
    bench.do(lambda: bench.run("reset"))
    assert bench.grade(0) == VividGrade() and bench.grade(1) != VividGrade()
    bench.do(bench.bridge.undo)
    assert bench.grade(0) == bench.grade(1)


def test_displays_are_typed_and_the_mastering_display_is_the_films(bench: Bench) -> None:
    bench.measure()
    line = bench.panel.target.lineEdit()
    line.selectAll()
    QTest.keyClicks(line, "650")
    bench.do(lambda: QTest.keyClick(line, Qt.Key.Key_Return))
    assert bench.grade().target_nits == 650 and "650" in bench.panel.tabs.tabText(0)
    line = bench.panel.mastering.lineEdit()
    line.selectAll()
    QTest.keyClicks(line, "2000")
    bench.do(lambda: QTest.keyClick(line, Qt.Key.Key_Return))
    assert [bench.grade(shot).mastering_nits for shot in range(3)] == [2000.0] * 3
    for nits in (100.0, 300.0, 1000.0):
        bench.run(f"see_{nits:g}")
        assert bench.desk.compare.b.hdr == HdrLook(nits) and "simulated" in bench.panel.displays.said.text()
    bench.run("see_0")
    assert bench.desk.compare.b.hdr is None and not bench.panel.displays.said.isVisible()
    line = bench.panel.displays.typed.lineEdit()
    QTest.keyClicks(line, "420")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert bench.desk.compare.b.hdr == HdrLook(420.0)


def test_a_curve_that_falls_is_told_in_words(bench: Bench) -> None:
    bench.measure()
    bench.do(lambda: bench.drag("dark_hillside", 30, 60))
    bench.do(lambda: bench.drag("mid", -40, 40))
    assert "HDR set: the curve is not monotone between" in bench.panel.findings.text()
    set_language("zh_CN")
    bench.panel.show_state()
    assert "HDR 组：" in bench.panel.findings.text()


def test_a_shot_that_changed_asks_to_be_measured_again(bench: Bench) -> None:
    from app.document.commands import MoveCut

    bench.measure()
    bench.do(lambda: bench.bridge.dispatch(MoveCut(bench.shots[1], LONG + 1)))
    bench.qtbot.waitUntil(lambda: "analyse it again" in bench.panel.state.text())


def test_an_earlier_state_is_only_looked_at(bench: Bench) -> None:
    bench.measure()
    bench.do(lambda: bench.drag("mid", 0, 10))
    bench.desk.view_row(bench.bridge.snapshot.seq - 1)
    bench.qtbot.waitUntil(lambda: not bench.curve.isEnabled())
    assert "earlier state" in bench.panel.state.text()
    reading = bench.panel.hand.reading
    bench.qtbot.waitUntil(lambda: (reading := bench.panel.hand.reading) is not None and reading.grade == VividGrade())
    assert reading is not None
    assert not bench.context.commands.trigger("hdr.reset")
    assert isinstance(bench.curve, CurveView)
