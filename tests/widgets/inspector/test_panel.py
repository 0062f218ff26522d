"""The inspector on a real project: what is touched becomes one edit, and what is edited is shown."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from app.document.keyframes import keyframes_in
from app.engine.look import Look
from app.engine.request import Stage
from tests.widgets.inspector.stacks import entry
from widgets import inspector
from widgets.inspector import clipboard
from widgets.inspector.slider import ValueSlider

LEFT = Qt.MouseButton.LeftButton


def drag(slider: ValueSlider, by: int) -> None:
    QTest.mousePress(slider, LEFT, pos=QPoint(10, 12))
    QTest.mouseMove(slider, QPoint(10 + by // 2, 12))
    QTest.mouseMove(slider, QPoint(10 + by, 12))


def test_a_drag_previews_and_becomes_one_row(bench):
    bench.give(entry(strength=1.0))
    slider = bench.row("strength").editor
    before = bench.bridge.snapshot.seq
    drag(slider, 20)
    tried = bench.desk.preview.stacks[bench.shots[0], "clean"][0].params["strength"]
    assert tried == slider.value > 1.0 and bench.bridge.snapshot.seq == before
    bench.do(lambda: QTest.mouseRelease(slider, LEFT, pos=QPoint(30, 12)))
    assert bench.stack()[0].params["strength"] == tried
    assert not bench.desk.preview


def test_the_picture_shows_the_stage_that_is_edited(bench):
    bench.give(entry(strength=1.0))
    assert bench.desk.compare.b.stage == Stage.REPAIR
    slider = bench.row("strength").editor
    drag(slider, 20)
    assert bench.desk.compare.b.stage == Stage.CLEAN
    bench.do(lambda: QTest.mouseRelease(slider, LEFT, pos=QPoint(30, 12)))
    bench.desk.set_compare(b=Look(Stage.DELIVER))
    slider.setFocus()
    bench.do(lambda: QTest.keyClick(slider, Qt.Key.Key_PageUp))
    assert bench.desk.compare.b.stage == Stage.DELIVER  # further on, it shows the edit already


def test_escape_leaves_no_trace(bench):
    bench.give(entry(strength=1.0))
    slider = bench.row("strength").editor
    before = bench.bridge.snapshot.seq
    drag(slider, 20)
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    QTest.mouseRelease(slider, LEFT, pos=QPoint(30, 12))
    bench.qtbot.wait(20)
    assert not bench.desk.preview and bench.bridge.snapshot.seq == before and slider.value == 1.0


def test_undo_shows_the_old_value(bench):
    bench.give(entry(strength=1.0))
    slider = bench.row("strength").editor
    slider.setFocus()
    bench.do(lambda: QTest.keyClick(slider, Qt.Key.Key_PageUp))
    assert slider.value == pytest.approx(1.5)
    bench.do(bench.bridge.undo)
    assert slider.value == 1.0 and bench.row("strength").editor is slider


def test_the_scope_decides_whom_an_edit_reaches(bench):
    bench.give(entry(strength=1.0), shots=(0, 1, 2))
    bench.desk.select_shots((bench.shots[0], bench.shots[2]))
    bench.run("scope_selected")
    assert bench.panel.bar.scopes["selected"].isChecked() and not bench.panel.bar.scopes["this"].isChecked()
    bench.row("strength").editor.setFocus()
    bench.do(lambda: QTest.keyClick(bench.row("strength").editor, Qt.Key.Key_Right))
    assert [bench.stack(index)[0].params["strength"] for index in range(3)] == [1.05, 1.0, 1.05]
    bench.run("scope_all")
    assert bench.row("strength").value.mixed and bench.row("strength").editor.text() == "several"


def test_a_key_at_the_playhead(bench):
    bench.give(entry(strength=1.0))
    bench.desk.set_playhead(4)
    bench.do(lambda: QTest.mouseClick(bench.row("strength").key_button, LEFT))
    bench.desk.set_playhead(8)
    row = bench.row("strength")
    assert row.key_button.keyed and not row.key_button.here
    row.editor.setFocus()
    bench.do(lambda: QTest.keyClick(row.editor, Qt.Key.Key_PageUp))
    assert keyframes_in(bench.stack()[0].params["strength"]).keys == ((4, 1.0), (8, 1.5))
    bench.desk.set_playhead(6)
    assert row.editor.value == pytest.approx(1.25)
    QTest.mouseClick(row.strip.previous, LEFT)
    assert bench.desk.playhead == 4
    bench.run("key_next")
    assert bench.desk.playhead == 8


def test_another_shot_has_another_stack(bench):
    bench.give(entry(strength=1.0))
    assert len(bench.panel.boxes()) == 1
    bench.desk.set_playhead(15)
    assert bench.panel.boxes() == [] and "Shot 2" in bench.panel.bar.title.text()


def test_while_the_film_runs_it_stays_with_its_shot(bench):
    bench.give(entry(strength=1.0))
    bench.desk.set_speed(1.0)
    bench.desk.set_playhead(15)
    assert len(bench.panel.boxes()) == 1 and bench.panel.hand.target.lead.id == bench.shots[0]
    bench.desk.set_speed(0.0)
    assert bench.panel.boxes() == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_operators_are_added_from_the_stages_menu(bench):
    QTest.mouseClick(bench.panel.stages["grade"].adder, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [action for action in menu.actions() if action.text() == "ASC CDL"]
    bench.do(action.trigger)
    menu.close()
    assert [each.operator for each in bench.stack(stage="grade")] == ["cdl"]


def test_switching_off_and_on_keeps_everything(bench):
    bench.give(entry(strength=0.3))
    bench.do(lambda: QTest.mouseClick(bench.panel.boxes()[0].switch, LEFT, pos=QPoint(8, 12)))
    assert bench.stack() == (entry(strength=0.3, enabled=False),)
    bench.panel.hand.set_focus(bench.panel.boxes()[0].place)
    bench.do(lambda: bench.run("toggle"))
    assert bench.stack() == (entry(strength=0.3),)


def strengths(bench):
    return [each.params["strength"] for each in bench.stack()]


def test_operators_are_ordered_by_key_and_the_focus_goes_along(bench):
    bench.give(entry(strength=0.1), entry(strength=0.2), entry(strength=0.3))
    bench.panel.hand.set_focus(bench.panel.boxes()[0].place)
    bench.do(lambda: bench.run("move_down"))
    bench.do(lambda: bench.run("move_down"))
    assert strengths(bench) == [0.2, 0.3, 0.1]
    bench.do(lambda: bench.run("remove"))
    assert strengths(bench) == [0.2, 0.3]


def test_operators_are_ordered_by_dragging(bench):
    bench.give(entry(strength=0.1), entry(strength=0.2))
    first, second = bench.panel.boxes()
    below = first.grip.mapFromGlobal(second.mapToGlobal(QPoint(4, second.height() - 4)))
    QTest.mousePress(first.grip, LEFT, pos=QPoint(4, 4))
    QTest.mouseMove(first.grip, below - QPoint(0, 8))
    QTest.mouseMove(first.grip, below)
    bench.do(lambda: QTest.mouseRelease(first.grip, LEFT, pos=below))
    assert strengths(bench) == [0.2, 0.1]


def test_wheels_turn_three_numbers_in_one_row(bench):
    bench.give(entry("cdl"), stage="grade")
    (box,) = bench.panel.boxes()
    wheel = box.panel.wheels["slope"]
    bench.panel.area.ensureWidgetVisible(wheel)
    QTest.mousePress(wheel, LEFT, pos=QPoint(40, 40))
    QTest.mouseMove(wheel, QPoint(40, 20))
    assert bench.desk.preview.stacks
    bench.do(lambda: QTest.mouseRelease(wheel, LEFT, pos=QPoint(40, 20)))
    params = bench.stack(stage="grade")[0].params
    slope = [params[f"slope_{channel}"] for channel in "rgb"]
    assert slope[0] > 1.0 > slope[1] and sum(slope) / 3 == pytest.approx(1.0, abs=1e-4)
    mean = box.panel.means["slope"]
    mean.setFocus()
    bench.do(lambda: QTest.keyClick(mean, Qt.Key.Key_PageUp))
    lifted = [bench.stack(stage="grade")[0].params[f"slope_{channel}"] for channel in "rgb"]
    assert [after - before for after, before in zip(lifted, slope, strict=True)] == pytest.approx([0.1] * 3, abs=2e-4)


def test_reset_by_double_click_and_by_command(bench):
    bench.give(entry(strength=0.3, chroma=0.2))
    bench.do(lambda: QTest.mouseDClick(bench.row("strength").label, LEFT))
    assert bench.stack()[0].params["strength"] == 1.0 and bench.row("strength").back.isHidden()
    bench.panel.hand.set_focus(bench.panel.boxes()[0].place)
    bench.do(lambda: bench.run("reset"))
    assert bench.stack() == (entry(),)


def test_copy_and_paste_between_shots(bench):
    bench.give(entry(strength=0.3))
    bench.give(entry("cdl"), stage="grade")
    bench.run("copy_stack")
    bench.desk.set_playhead(25)
    bench.do(lambda: bench.run("paste_stack"))
    assert bench.stack(2) == bench.stack(0) and bench.stack(2, "grade") == bench.stack(0, "grade")
    assert clipboard.copied().count == 2


NOT_INSTALLED = {"operator": "none", "version": 1, "params": {}}
OF_ANOTHER = {"kind": clipboard.KIND, "start": 0, "whole": True, "stacks": {"clean": [NOT_INSTALLED]}}


@pytest.mark.parametrize(
    "text", ["", clipboard.KIND, json.dumps({"kind": clipboard.KIND}), "[1, 2]", json.dumps(OF_ANOTHER)]
)
def test_a_clipboard_with_something_else_is_no_stack(text):
    assert clipboard.parsed(text) is None


def test_a_preset_is_saved_and_taken_over(bench):
    bench.give(entry(strength=0.3), entry("cdl", enabled=False))
    with bench.qtbot.waitSignal(bench.panel.recipes.changed):
        bench.panel.bar.save("Mine")
    bench.desk.set_playhead(25)
    bench.do(lambda: bench.panel.bar.apply("Mine"))
    assert bench.stack(2) == (entry(strength=0.3),)
    assert bench.panel.recipes.found.own["Mine"].detect  # behind the pass that is chosen


def test_a_pass_is_run_over_the_scope(bench):
    bench.run("scope_this")
    choice = bench.panel.passes.choice
    choice.setCurrentIndex(choice.findData("full"))
    QTest.mouseClick(bench.panel.passes.button, LEFT)
    (job,) = bench.bridge.jobs.jobs
    assert job.kind == "pass" and job.shots == (bench.shots[0],)
    assert bench.panel.passes.bar.isVisible()
    bench.bridge.jobs.cancel(job)
    bench.qtbot.waitUntil(lambda: job.ended, timeout=20_000)
    assert bench.panel.passes.bar.isHidden()


def look_back(bench, seq):
    """Look at the state after a row, and wait until it is the one that is shown."""
    bench.desk.view_row(seq)
    bench.qtbot.waitUntil(lambda: bench.panel.hand.snapshot.seq == seq)


def test_an_earlier_state_is_shown_as_it_was_and_cannot_be_edited(bench):
    bench.give(entry(strength=0.3))
    earlier = bench.bridge.snapshot.seq
    bench.give(entry(strength=0.7), entry(strength=0.1))
    now = bench.bridge.snapshot.seq
    look_back(bench, earlier)
    assert [box.item.values["strength"].plain for box in bench.panel.boxes()] == [0.3]
    assert bench.panel.locked.isVisible() and not bench.row("strength").editor.isEnabled()
    assert not bench.context.commands.trigger("inspector.add")
    assert "earlier state" in bench.context.commands.reason("inspector.add")
    bench.desk.view_row(None)
    assert [box.item.values["strength"].plain for box in bench.panel.boxes()] == [0.7, 0.1]
    assert bench.panel.locked.isHidden() and bench.row("strength").editor.isEnabled()
    assert bench.bridge.snapshot.seq == now


def test_an_earlier_state_has_its_own_shots(bench):
    uncut = bench.bridge.snapshot.seq - 1
    bench.desk.set_playhead(25)
    assert bench.panel.bar.title.text() == "Shot 3  \u00b7  frames 20-29"
    look_back(bench, uncut)
    assert bench.panel.bar.title.text() == "Shot 1  \u00b7  frames 0-39"
    assert bench.panel.bar.scopes["all"].text() == "All 1"
    bench.panel.hand.go_to_frame(33)
    assert bench.desk.playhead == 33


def test_what_was_copied_from_an_earlier_state_is_what_stood_there(bench):
    bench.give(entry(strength=0.3))
    earlier = bench.bridge.snapshot.seq
    bench.give(entry(strength=0.7))
    look_back(bench, earlier)
    bench.run("copy_stack")
    bench.desk.view_row(None)
    bench.do(lambda: bench.run("paste_stack"))
    assert bench.stack()[0].params["strength"] == 0.3


def test_before_the_film_was_there_the_inspector_says_so(bench):
    look_back(bench, 0)
    assert bench.panel.nothing.isVisible() and "not in the film then" in bench.panel.nothing.text()
    assert bench.panel.locked.isVisible() and bench.panel.area.isHidden()


def test_tab_goes_from_top_to_bottom(bench):
    bench.give(entry(strength=0.2), stage="grade")
    bench.give(entry(strength=0.3))
    bench.desk.set_playhead(4)
    bench.do(lambda: QTest.mouseClick(bench.row("strength").key_button, LEFT))
    window, heights = bench.panel, []
    bench.panel.passes.choice.setFocus()
    bench.qtbot.waitUntil(bench.panel.passes.choice.hasFocus)
    while True:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if not bench.panel.area.widget().isAncestorOf(here) or here is bench.panel.passes.choice:
            break
        heights.append(here.mapTo(window, here.rect().center()).y() + bench.panel.area.verticalScrollBar().value())
    assert len(heights) > 15
    assert all(after >= before - 12 for before, after in pairwise(heights)), heights


def test_a_closed_inspector_hears_nothing_more(bench):
    bench.give(entry(strength=0.3))
    other = inspector.Inspector(bench.context)
    hand = other.hand
    other.deleteLater()
    bench.qtbot.waitUntil(lambda: not isValid(other))
    assert not isValid(hand)
    bench.give(entry(strength=0.4))
    bench.desk.set_playhead(25)
    bench.run("scope_all")


def test_every_control_says_what_it_does(bench):
    bench.give(entry(strength=0.3))
    bench.give(entry("cdl"), stage="grade")
    for box in bench.panel.boxes():
        for row in box.rows.values():
            assert row.editor.toolTip() and row.label.toolTip() and row.key_button.toolTip()
    for command in bench.context.commands.all():
        assert bench.context.commands.action(command.id).toolTip()
