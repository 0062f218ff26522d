"""The dock: in step with the frame and the focus, thresholds live and in one row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QSlider, QToolButton

from app.document import new_id
from app.document.commands import RecordPass
from app.document.detections import Detection
from app.document.model import Pass, PassStep
from app.document.risks import RISKS
from app.engine.look import NO_PREVIEW
from operators.contract import Region
from tests.widgets.jobs.passing import Passing
from tests.widgets.masks.conftest import BLOT
from widgets import masks
from widgets.masks.repair_list import CLASS, RepairList
from widgets.masks.thresholds import Thresholds
from widgets.viewer.marks import State


@pytest.fixture
def filled(qtbot, passed, panel):
    """The panel at the blot after the pass."""
    qtbot.waitUntil(lambda: bool(panel.room.repairs.all))
    return panel


def slider(panel) -> QSlider:
    thresholds = panel.findChild(Thresholds)
    return next(one for one in thresholds.findChildren(QSlider) if "Dirt" in one.accessibleName())


def rows(panel) -> RepairList:
    return panel.findChild(RepairList)


def test_without_a_pass_the_list_says_what_to_do(qtbot, context, panel) -> None:
    qtbot.waitUntil(lambda: panel.room.repairs.frame is not None)
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any("No pass has looked at this frame" in text and "brush (B)" in text for text in words)
    assert not panel.findChild(Thresholds).isVisible()


def test_the_list_shows_the_frame_and_follows_the_focus_both_ways(qtbot, context, filled) -> None:
    listed = filled.room.repairs.listed
    view = rows(filled)
    assert view.model().rowCount() == len(listed) >= 1
    assert view.model().index(0, CLASS).data() == "Dirt"
    context.desk.focus_repair(listed[-1].id)
    assert view.currentIndex().row() == len(listed) - 1
    context.desk.focus_repair("")
    view.setFocus()
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 1)).center()
    )
    assert context.desk.repair == listed[0].id
    context.desk.set_playhead(BLOT + 1)
    qtbot.waitUntil(lambda: filled.room.repairs.frame.index == BLOT + 1)
    assert view.model().rowCount() == len(filled.room.repairs.listed)


def test_a_risky_repair_has_a_sign_and_its_tip_says_why(qtbot, context) -> None:
    project, reel = context.bridge.project, next(iter(context.bridge.snapshot.reels))
    risks = {10: 0, 20: RISKS["motion"] | RISKS["edge"]}
    found = [
        Detection(reel, BLOT, "dirt", "dirt", x, 20, x + 4, 24, 16, 0.9, f"{x:032x}", risk=r)
        for x, r in risks.items()
    ]
    job = project.job_begin("pass", "risky", {})
    job.chunk_done("1", {}, found)
    steps, shots = (PassStep("dirt", 1, defect="dirt"),), tuple(shot.id for shot in context.bridge.snapshot.shots)
    project.dispatch(RecordPass(Pass(new_id(), "coarse", shots, steps), job.id)).wait()
    panel = masks.make_panel(context)
    qtbot.addWidget(panel)
    panel.resize(360, 640)
    panel.show()
    qtbot.waitUntil(lambda: len(panel.room.repairs.listed) == 2)
    view = rows(panel)
    cells = [view.model().index(row, CLASS) for row in range(2)]
    words = "Perhaps a false alarm: on fast motion, at the frame's edge"
    assert [words in cell.data(Qt.ItemDataRole.ToolTipRole) for cell in cells] == [False, True]
    assert cells[1].data(Qt.ItemDataRole.AccessibleTextRole) == "Dirt, on fast motion, at the frame's edge"
    plain, signed = (view.viewport().grab(view.visualRect(cell)).toImage() for cell in cells)
    assert plain != signed, "the sign stands beside the class"


def test_a_dragged_threshold_is_tried_live_and_made_once(qtbot, context, filled) -> None:
    bar, desk = slider(filled), context.desk
    accepted = filled.room.repairs.count(State.ACCEPTED)
    assert accepted >= 1
    before = context.bridge.snapshot.seq
    start = QPoint(round(7 + (bar.width() - 14) * bar.value() / 100), bar.height() // 2)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
    for x in range(start.x(), bar.width() + 20, 6):
        QTest.mouseMove(bar, QPoint(x, start.y()))
    qtbot.waitUntil(lambda: bar.value() == 100)
    ((_, shot, defect), value) = next(iter(desk.preview.thresholds.items()))
    assert (shot, defect, value) == (context.bridge.snapshot.shots[0].id, "dirt", 1.0)
    assert filled.room.repairs.count(State.ACCEPTED) < accepted and context.bridge.snapshot.seq == before
    with qtbot.waitSignal(context.bridge.changed) as told:
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() - 4, start.y()))
    assert told.args[0].summary == "Set the dirt threshold to 1 in shot 1."
    assert context.bridge.snapshot.seq == before + 1
    qtbot.waitUntil(lambda: desk.preview == NO_PREVIEW)
    assert bar.value() == 100
    with qtbot.waitSignal(context.bridge.changed):
        context.bridge.undo()
    assert bar.value() == 50
    qtbot.waitUntil(lambda: filled.room.repairs.count(State.ACCEPTED) == accepted)


def test_a_run_of_keys_is_one_row_and_the_scope_is_kept(qtbot, context, filled) -> None:
    thresholds = filled.findChild(Thresholds)
    scope = thresholds.findChild(QComboBox)
    scope.setCurrentIndex(scope.findData("all"))
    before = context.bridge.snapshot.seq
    bar = slider(filled)
    bar.setFocus()
    with qtbot.waitSignal(context.bridge.changed) as told:
        for _ in range(3):
            QTest.keyClick(bar, Qt.Key.Key_Right)
    assert told.args[0].summary == "Set the dirt threshold to 0.53 in all shots."
    assert context.bridge.snapshot.seq == before + 1


def test_filters_count_and_leave_out(qtbot, context, filled) -> None:
    button = next(b for b in filled.findChildren(QToolButton) if b.accessibleName() == "Accepted")
    assert button.text() == str(filled.room.repairs.count(State.ACCEPTED))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert all(filled.room.repairs.state(repair) is not State.ACCEPTED for repair in filled.room.repairs.listed)
    assert rows(filled).model().rowCount() == len(filled.room.repairs.listed)


def test_rejecting_all_listed_is_one_row(qtbot, context, filled) -> None:
    count, before = len(filled.room.repairs.listed), context.bridge.snapshot.seq
    with qtbot.waitSignal(context.bridge.changed):
        assert context.commands.trigger("masks.reject_listed")
    qtbot.waitUntil(lambda: filled.room.repairs.count(State.REJECTED) == count)
    assert context.bridge.snapshot.seq == before + 1


def test_what_a_person_painted_and_rejected_is_gone_from_the_list(qtbot, context, panel, viewer) -> None:
    context.desk.set_tool("brush")
    with qtbot.waitSignal(context.bridge.changed):
        viewer.drag((40, 30), (50, 30))
    qtbot.waitUntil(lambda: [r.detector for r in panel.room.repairs.listed] == ["hand"])
    with qtbot.waitSignal(context.bridge.changed):
        QTest.keyClick(viewer, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: not len(panel.room.repairs.listed))
    with qtbot.waitSignal(context.bridge.changed):
        context.bridge.undo()
    qtbot.waitUntil(lambda: len(panel.room.repairs.listed) == 1)


def test_brush_numbers_follow_the_desk_and_lead_it(context, panel) -> None:
    size = next(s for s in panel.findChildren(QAbstractSpinBox) if s.accessibleName() == "Size")
    context.desk.set_brush(size=77, hardness=0.5)
    assert size.value() == 77
    size.setValue(12)
    assert (context.desk.brush_size, context.desk.hardness) == (12, 0.5)


def test_everything_has_a_name_and_a_tip(filled) -> None:
    for kind in (QToolButton, QSlider, QAbstractSpinBox, QComboBox):
        for widget in filled.findChildren(kind):
            assert widget.accessibleName(), widget
            assert widget.toolTip() or widget.parentWidget().toolTip(), widget.accessibleName()


def test_commands_say_why_they_cannot_run(context, panel) -> None:
    table = context.commands
    table.refresh()
    assert table.reason("masks.accept") == "No repair is selected."
    context.desk.view_row(1)
    assert "earlier state" in table.reason("masks.accept_listed")


def test_a_window_built_anew_leaves_nothing_of_the_old_one(qtbot, context, settings) -> None:
    """As when the language is changed: bridge and desk stay, panels and commands are new."""
    from shiboken6 import delete

    from widgets import masks
    from widgets.commands import CommandTable
    from widgets.context import Context

    old_table = CommandTable(settings)
    old = masks.make_panel(Context(context.bridge, context.desk, old_table, settings))
    delete(old)
    delete(old_table)
    new = masks.make_panel(context)
    qtbot.addWidget(new)
    context.desk.set_tool("brush")
    context.desk.set_brush(size=33)
    context.desk.set_playhead(2)
    context.desk.focus_repair("x")
    qtbot.waitUntil(lambda: new.room.repairs.frame is not None and new.room.repairs.frame.index == 2)


def test_stepping_and_choosing_ask_to_see_the_repair_but_mere_focus_does_not(context, filled) -> None:
    asked: list[Region] = []
    context.desk.reveal.connect(asked.append)
    repairs, view = filled.room.repairs, rows(filled)
    first, second = repairs.listed[:2]
    context.desk.focus_repair(first.id)
    assert not asked
    repairs.step(1)
    assert (asked[-1].x0, asked[-1].y0, asked[-1].x1, asked[-1].y1) == (second.x0, second.y0, second.x1, second.y1)
    asked.clear()
    place = view.visualRect(view.model().index(1, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked


def test_while_the_film_plays_the_list_says_in_its_look_that_it_stays(qtbot, context, filled) -> None:
    def brightest() -> int:
        view = rows(filled)
        picture = view.viewport().grab(view.visualRect(view.model().index(0, CLASS))).toImage()
        return max(
            picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height())
        )

    def said(words: str) -> bool:
        return any(words in label.text() for label in filled.findChildren(QLabel) if label.isVisible())

    plain = brightest()
    assert said("On this frame")
    context.desk.set_speed(1.0)
    context.desk.set_playhead(BLOT + 1)
    assert said(f"Stays at frame {BLOT}") and not said("On this frame")
    assert brightest() < 0.7 * plain
    context.desk.set_speed(0.0)
    assert said("On this frame") and brightest() == plain  # at once, before the list of the new frame has come
    qtbot.waitUntil(lambda: filled.room.repairs.frame.index == BLOT + 1)


def test_while_a_pass_runs_the_panel_says_so_and_takes_what_it_found(qtbot, context, panel) -> None:
    def words() -> str:
        return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())

    work, (shot,) = Passing(), context.bridge.snapshot.shots
    job = context.bridge.jobs.submit("standard: whole film", "pass", work, shots=[shot.id])
    qtbot.waitUntil(lambda: "A pass is looking for damage" in words())
    assert "No pass has looked" not in words() and not panel._run.isVisible()
    work.tell(2, 5, 12, {"dirt": 3})
    qtbot.waitUntil(lambda: "5 of 12 frames" in words() and "Found so far: dirt 3" in words())
    work.end()
    qtbot.waitUntil(lambda: job.ended)
    assert "No pass has looked at this frame" in words(), "it recorded nothing"
