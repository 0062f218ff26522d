"""Selecting and deciding on the picture and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document import Project, new_id
from app.document.commands import AddRepairs, RecordPass
from app.document.detections import Detection
from app.document.model import Pass, PassStep, Programme, ProgrammeItem
from app.document.repair import Repair
from app.document.snapshot import Snapshot
from app.playback.film import Film
from tests.widgets.masks.conftest import BLOT
from widgets.context import Context
from widgets.masks.room import next_with_repairs

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TRACK = new_id()


def scratch(reel: str, frame: int, x: int, *, track: str = "") -> Detection:
    key = f"{frame:08x}{x:024x}"
    return Detection(reel, frame, "scratch", "scratch", x, 4, x + 3, 40, 108, 0.8, key, track)


@pytest.fixture
def scratched(context: Context) -> Context:
    """A pass that found one tracked scratch on three frames, and beside it a small and a wide single one."""
    project = context.bridge.project
    reel = next(iter(context.bridge.snapshot.reels))
    rows = [scratch(reel, frame, 30, track=TRACK) for frame in (BLOT - 1, BLOT, BLOT + 1)]
    rows.append(scratch(reel, BLOT, 50))
    rows.append(rows[-1]._replace(x0=48, x1=60, y1=44, area=480, key="f" * 32))
    job = project.job_begin("pass", "k", {})
    job.chunk_done("1", {}, rows)
    made = Pass(
        new_id(), "lines", (context.bridge.snapshot.shots[0].id,), (PassStep("scratch", 1, defect="scratch"),)
    )
    project.dispatch(RecordPass(made, job.id)).wait()
    return context


def test_repairs_can_be_clicked_from_the_start(context: Context, panel) -> None:
    assert context.desk.tool == "select"


@pytest.fixture
def there(qtbot, scratched: Context, panel, viewer):
    qtbot.waitUntil(lambda: len(panel.room.repairs.all) == 3)
    QTest.keyClick(viewer, Qt.Key.Key_V)
    return viewer


def on(context: Context, frame: int) -> dict[int, Repair]:
    """The repairs of a frame by their left edge."""
    reel = next(iter(context.bridge.snapshot.reels))
    return {item.x0: item for item in context.bridge.project.detections_of(context.bridge.snapshot, reel, frame)}


def test_a_click_selects_and_a_second_one_takes_what_lies_below(context, there, panel) -> None:
    there.click(51, 20)
    assert context.desk.repair == on(context, BLOT)[50].id, "the smaller one is on top"
    there.click(51, 20)
    assert context.desk.repair == on(context, BLOT)[48].id
    there.click(29.6, 20)
    assert context.desk.repair == on(context, BLOT)[30].id, "beside it, but near enough"
    there.click(10, 20)
    assert context.desk.repair == ""


def test_a_verdict_decides_the_whole_track_and_with_alt_one_frame(qtbot, context, there) -> None:
    there.click(31, 20)
    rows = context.bridge.snapshot.seq
    with qtbot.waitSignal(context.bridge.changed) as told:
        QTest.keyClick(there, Qt.Key.Key_R)
    assert told.args[0].summary == "Rejected 1 track." and context.bridge.snapshot.seq == rows + 1
    assert [on(context, BLOT + step)[30].accepted for step in (-1, 0, 1)] == [False] * 3
    with qtbot.waitSignal(context.bridge.changed):
        QTest.keyClick(there, Qt.Key.Key_A, ALT)
    assert [on(context, BLOT + step)[30].accepted for step in (-1, 0, 1)] == [False, True, False]
    with qtbot.waitSignal(context.bridge.changed):
        context.bridge.undo()
    with qtbot.waitSignal(context.bridge.changed):
        context.bridge.undo()
    assert [on(context, BLOT + step)[30].accepted for step in (-1, 0, 1)] == [True] * 3


def test_ctrl_click_and_double_click_turn_a_verdict_round(qtbot, context, there) -> None:
    with qtbot.waitSignal(context.bridge.changed):
        there.click(51, 20, CTRL)
    assert on(context, BLOT)[50].verdict == "reject"
    with qtbot.waitSignal(context.bridge.changed):
        QTest.mouseDClick(there, Qt.MouseButton.LeftButton, CTRL, there.rect().center() * 0 + _at(51, 20))
    assert on(context, BLOT)[50].verdict == "accept"


def _at(x: int, y: int):
    from PySide6.QtCore import QPoint

    return QPoint(x * 8, y * 8)


def test_delete_rejects_and_shift_delete_leaves_it_to_the_threshold(qtbot, context, there) -> None:
    there.click(51, 20)
    for held, verdict in ((Qt.KeyboardModifier.NoModifier, "reject"), (Qt.KeyboardModifier.ShiftModifier, "")):
        with qtbot.waitSignal(context.bridge.changed):
            QTest.keyClick(there, Qt.Key.Key_Delete, held)
        assert on(context, BLOT)[50].verdict == verdict


def test_n_and_p_step_through_what_is_listed(context, there, panel) -> None:
    order = [repair.id for repair in panel.room.repairs.listed]
    seen = []
    for key in (Qt.Key.Key_N,) * 4 + (Qt.Key.Key_P,):
        QTest.keyClick(there, key)
        seen.append(context.desk.repair)
    assert seen == [*order, order[0], order[-1]]


def test_the_focus_follows_a_track_to_the_next_frame(qtbot, context, there, panel) -> None:
    there.click(31, 20)
    context.desk.set_playhead(BLOT + 1)
    qtbot.waitUntil(lambda: context.desk.repair == on(context, BLOT + 1)[30].id)


def test_ctrl_arrows_go_to_frames_with_repairs(qtbot, context, there) -> None:
    context.desk.set_playhead(1)
    QTest.keyClick(there, Qt.Key.Key_Right, CTRL)
    qtbot.waitUntil(lambda: context.desk.playhead == BLOT - 1)
    QTest.keyClick(there, Qt.Key.Key_Left, CTRL)
    qtbot.wait(50)
    assert context.desk.playhead == BLOT - 1, "there is none before"
    context.desk.set_playhead(11)
    QTest.keyClick(there, Qt.Key.Key_Left, CTRL)
    qtbot.waitUntil(lambda: context.desk.playhead == BLOT + 1)


def test_frames_with_repairs_are_found_in_programme_order(context) -> None:
    """A programme that shows the end of the reel first, and leaves frames out."""
    project: Project = context.bridge.project
    reel = next(iter(context.bridge.snapshot.reels))
    for frame in (1, 5, 6, 10):
        project.dispatch(AddRepairs((scratch(reel, frame, 10),)))
    items = (ProgrammeItem(reel, 8, 12), ProgrammeItem(reel, 0, 6))  # frames 8 9 10 11 0 1 2 3 4 5
    snapshot: Snapshot = project.snapshot
    shown = snapshot.with_slots({("programme",): Programme(items)}, snapshot.seq, snapshot.entry)
    film = Film.of(shown)
    forward = [next_with_repairs(project, snapshot, film, at, 1) for at in range(10)]
    back = [next_with_repairs(project, snapshot, film, at, -1) for at in range(10)]
    assert forward == [2, 2, 5, 5, 5, 9, 9, 9, 9, None]
    assert back == [None, None, None, 2, 2, 2, 5, 5, 5, 5]
