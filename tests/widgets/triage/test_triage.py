"""A key a decision: what is listed, where one goes on to, several at once, undo, and what it says of the pace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtTest import QTest

from app.document.candidates import JUDGED_ACCEPT, JUDGED_REJECT
from app.media.reel import FrameId
from tests.widgets.jobs.passing import Passing
from tests.widgets.projects import open_context
from tests.widgets.triage.conftest import TRACK
from widgets import masks, triage
from widgets.commands import Command
from widgets.triage.lasso import LassoTool
from widgets.triage.panel import TriagePanel
from widgets.viewer.marks import Mark, State


@pytest.fixture
def press(window):
    """A real key, wherever the focus is."""

    def key(one: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(window.focusWidget() or window, one, held)

    return key


def accepted(context, frame: int) -> set[int]:
    project, snapshot = context.bridge.project, context.bridge.project.snapshot
    return {repair.x0 for repair in project.repairs_of(snapshot, next(iter(snapshot.reels)), frame)}


def begin(qtbot, panel: TriagePanel, **choice: object) -> None:
    """List what is chosen and stand at its first candidate."""
    room = panel.room
    if choice:
        room.choose(**choice)
    qtbot.waitUntil(lambda: not room.listed.busy and room.listed.wanted.order == room.choice.order)
    room.go(0)
    qtbot.waitUntil(lambda: room.stands)


def test_the_list_follows_scope_filter_and_order(qtbot, context, panel) -> None:
    room = panel.room
    assert (len(room.listed), room.listed.listing.frame_count) == (6 * 3, 6)  # sure, doubtful, scratch of shot 1
    for choice, count in (
        ({"scope": "film"}, 12 * 2 + 6),
        ({"shown": "risky"}, 12),
        ({"shown": "all"}, 12 * 3 + 6),
        ({"scope": "frame"}, 4),
    ):
        room.choose(**choice)
        qtbot.waitUntil(lambda: not room.listed.busy)
        assert len(room.listed) == count, choice
    context.desk.set_playhead(8)
    qtbot.waitUntil(lambda: len(room.listed) == 3)
    room.choose(scope="range")
    context.desk.set_range(2, 3)
    qtbot.waitUntil(lambda: len(room.listed) == 8)
    room.choose(scope="selected")
    qtbot.waitUntil(lambda: len(room.listed) == 0)
    assert "fits" in panel._empty.text()
    context.desk.select_shots((context.bridge.snapshot.shots[1].id,))
    qtbot.waitUntil(lambda: len(room.listed) == 18)


def test_one_key_decides_and_goes_on_to_the_riskiest_left(qtbot, context, panel, press) -> None:
    begin(qtbot, panel)
    room, first = panel.room, panel.room.current.repair
    assert first.risk and context.desk.repair == first.id
    seen = [first.id]
    for key in (Qt.Key.Key_R, Qt.Key.Key_A, Qt.Key.Key_Delete):
        with qtbot.waitSignal(context.bridge.changed):
            press(key)
        qtbot.waitUntil(lambda: room.stands and context.desk.repair not in seen)
        seen.append(context.desk.repair)
        assert context.bridge.film.frame(context.desk.playhead).index == room.current.repair.frame
    assert room.listed.states[:3].tolist() == [JUDGED_REJECT, JUDGED_ACCEPT, JUDGED_REJECT]
    assert 20 not in accepted(context, first.frame)
    measured = room.pace.measured
    assert (measured.decisions, measured.candidates, measured.keys) == (3, 3, 3)
    assert "3 of 18 judged" in panel.progress.done.text() and "1.00 keys each" in panel.progress.pace.text()


def test_skipping_leaves_it_undecided_and_back_goes_back(qtbot, context, panel, press) -> None:
    begin(qtbot, panel)
    room = panel.room
    press(Qt.Key.Key_N)
    assert room.place == 1 and room.listed.done == 0
    press(Qt.Key.Key_P)
    assert room.place == 0
    with qtbot.waitSignal(context.bridge.changed):
        press(Qt.Key.Key_A)
    for _ in range(len(room.listed) - 1):
        press(Qt.Key.Key_N)
    assert room.place == 1, "round the end, past what is judged"


def test_a_track_is_decided_by_one_key(qtbot, context, panel, press) -> None:
    begin(qtbot, panel, order="size")
    room = panel.room
    assert room.current.repair.track == TRACK
    with qtbot.waitSignal(context.bridge.changed):
        press(Qt.Key.Key_R)
    assert (room.listed.states == JUDGED_REJECT).sum() == 6 and room.place == 6
    assert all(50 not in accepted(context, frame) for frame in range(6))


def test_undo_takes_each_verdict_back_and_goes_there(qtbot, context, panel, press) -> None:
    begin(qtbot, panel)
    room = panel.room
    before = room.listed.states.tolist()
    for _ in range(2):
        with qtbot.waitSignal(context.bridge.changed):
            press(Qt.Key.Key_R)
        qtbot.waitUntil(lambda: room.stands)
    for place in (1, 0):
        context.bridge.undo()
        qtbot.waitUntil(lambda place=place: room.place == place and room.listed.states[place] == before[place])
    assert room.listed.states.tolist() == before and room.listed.done == 0 and room.listed.frames_done == 0
    context.bridge.project.redo()
    qtbot.waitUntil(lambda: room.listed.states[0] == JUDGED_REJECT)


def test_all_like_this_are_counted_first_and_decided_together(qtbot, context, panel, press) -> None:
    begin(qtbot, panel)
    room, rows = panel.room, context.bridge.snapshot.seq
    press(Qt.Key.Key_U)
    qtbot.waitUntil(lambda: room.selection.count == 6)
    assert "6 like this at the same place in shot 1" in panel._several.text()
    assert "R rejects them" in panel._several.text() and context.bridge.snapshot.seq == rows
    with qtbot.waitSignal(context.bridge.changed) as told:
        press(Qt.Key.Key_R)
    assert "6 repairs" in told.args[0].summary and context.bridge.snapshot.seq == rows + 1
    assert room.selection.count == 0 and not panel._several.isVisible()
    assert all(20 not in accepted(context, frame) for frame in range(6))
    assert all(20 in accepted(context, frame) for frame in range(6, 12)), "another shot"
    context.bridge.undo()
    qtbot.waitUntil(lambda: room.listed.done == 0)


def test_escape_lets_go_of_several(qtbot, context, panel, press) -> None:
    begin(qtbot, panel)
    panel.tiles.setFocus()
    assert context.commands.trigger("triage.select_left")
    assert panel.room.selection.count == 18
    press(Qt.Key.Key_Escape)
    assert panel.room.selection.count == 0


def test_several_rows_selected_by_hand_are_decided_together(qtbot, context, panel, press) -> None:
    begin(qtbot, panel, order="time")
    panel.tiles.setFocus()
    for _ in range(2):
        press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.room.selection.count == 3
    with qtbot.waitSignal(context.bridge.changed):
        press(Qt.Key.Key_R)
    assert accepted(context, 0) == set()
    assert accepted(context, 1) == {10, 20, 50}


def test_a_verdict_over_a_range(qtbot, context, panel, press) -> None:
    begin(qtbot, panel)
    context.desk.set_range(4, 7)
    assert context.commands.trigger("triage.select_range")
    qtbot.waitUntil(lambda: panel.room.selection.count == 4 * 2 + 2)
    with qtbot.waitSignal(context.bridge.changed):
        press(Qt.Key.Key_R)
    assert [accepted(context, frame) for frame in (3, 4, 7, 8)] == [{10, 20, 50}, set(), set(), {10, 20}]


def test_what_is_clicked_on_the_picture_is_where_the_list_stands(qtbot, context, panel) -> None:
    begin(qtbot, panel)
    row = panel.room.listed.row(4)
    context.desk.focus_repair(row.repair.id)
    assert panel.room.place == 4
    context.desk.focus_repair("0" * 32)
    assert not panel.room.stands


def test_hidden_it_takes_no_keys(qtbot, context, panel, press) -> None:
    begin(qtbot, panel)
    panel.hide()
    context.desk.focus_repair("")
    context.commands.refresh()
    assert not panel.room.can_decide() and not panel.room.can_step()


def test_jumps_through_the_film(qtbot, context, panel) -> None:
    context.desk.set_playhead(3)
    qtbot.waitUntil(lambda: panel.room.masks.repairs.frame == FrameId(panel.room.masks.repairs.frame.reel, 3))
    assert context.commands.trigger("triage.next_risky")
    qtbot.waitUntil(lambda: context.desk.repair != "")
    risky = [r for r in panel.room.masks.repairs.all if r.risk]
    assert context.desk.playhead == 3 and [r.id for r in risky] == [context.desk.repair]
    assert context.commands.trigger("triage.next_risky")
    qtbot.waitUntil(lambda: context.desk.playhead == 4)
    assert context.commands.trigger("triage.previous_repair")
    qtbot.waitUntil(lambda: context.desk.repair not in ("", risky[0].id))


def test_loops_come_without_being_waited_for_and_stay_in_their_budget(qtbot, context, panel) -> None:
    begin(qtbot, panel)
    number = panel.room.current.number
    qtbot.waitUntil(lambda: panel.loops.get(number) is not None, timeout=15000)
    first = panel.stage.grab().toImage()
    assert first.pixelColor(40, 30).lightness() > 0
    qtbot.waitUntil(lambda: panel.loops.idle, timeout=30000)
    assert panel.loops.nbytes > 0
    panel.loops._budget = panel.loops.get(number).nbytes * 2
    panel.loops.forget()
    panel.loops.want([row for _, row in panel.tiles.rows_in_sight()])
    qtbot.waitUntil(lambda: panel.loops.idle, timeout=30000)
    assert panel.loops.nbytes <= panel.loops._budget


def test_list_and_grid_show_the_same(qtbot, context, panel) -> None:
    begin(qtbot, panel)
    assert panel.tiles.tiles.columns == 1
    assert context.commands.trigger("triage.grid")
    columns = panel.tiles.tiles.columns
    assert columns > 1 and panel.tiles.tiles.rowCount() == -(-18 // columns)
    index = panel.tiles.tiles.index_of(5)
    assert panel.tiles.tiles.place(index) == 5
    assert "Dirt" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    context.commands.trigger("triage.grid")


def test_edit_takes_the_brush_to_the_candidate(qtbot, context, panel, press) -> None:
    begin(qtbot, panel)
    focused = context.desk.repair
    shown = []
    context.commands.add(Command("panel.picture", "To the picture", "Window"), lambda: shown.append(True))
    press(Qt.Key.Key_F2)
    assert shown
    assert context.desk.tool == "brush" and context.desk.repair == focused


class Canvas:
    """A viewer that has marks and nothing else."""

    def __init__(self, marks: tuple[Mark, ...]) -> None:
        self.marks, self.frame = marks, None

    def view(self, at=None):
        return None

    def refresh(self, region=None, margin: float = 2.0) -> None:
        """Nothing to draw."""


class Pointer:
    """A mouse event as far as the tool asks."""

    def button(self):
        return Qt.MouseButton.LeftButton


def test_the_lasso_selects_what_lies_inside(qtbot, context, panel, press) -> None:
    begin(qtbot, panel)
    repairs = panel.room.masks.repairs
    qtbot.waitUntil(lambda: repairs.listed.size == 4)
    frame = repairs.frame.index
    tool = LassoTool(panel.room)
    tool.canvas = Canvas(tuple(Mark(r, None, QPainterPath()) for r in repairs.all))  # type: ignore[assignment]
    context.desk.set_tool("lasso_select")
    event = Pointer()
    tool.press(QPointF(5, 15), event)
    for x, y in ((26, 15), (26, 30), (5, 30)):
        tool.move(QPointF(x, y), event)
    tool.release(QPointF(5, 15), event)
    chosen = {r.id for r in repairs.all if r.x0 in (10, 20)}
    assert set(panel.room.selection.ids) == chosen and "2 in the lasso" in panel._several.text()
    with qtbot.waitSignal(context.bridge.changed):
        press(Qt.Key.Key_R)
    assert accepted(context, frame) == {50}
    tool.press(QPointF(5, 15), event)
    tool.release(QPointF(5, 15), event)
    assert panel.room.selection.count == 0


def test_the_filters_of_the_frame_hold_for_the_lasso(qtbot, context, panel) -> None:
    begin(qtbot, panel)
    repairs = panel.room.masks.repairs
    qtbot.waitUntil(lambda: repairs.listed.size == 4)
    repairs.show(State.ACCEPTED, False)
    tool = LassoTool(panel.room)
    tool.canvas = Canvas(tuple(Mark(r, None, QPainterPath()) for r in repairs.all))  # type: ignore[assignment]
    event = Pointer()
    tool.press(QPointF(0, 0), event)
    for x, y in ((64, 0), (64, 48), (0, 48)):
        tool.move(QPointF(x, y), event)
    tool.release(QPointF(0, 0), event)
    assert {r.x0 for r in repairs.all if r.id in panel.room.selection.ids} == {30}


def test_a_running_pass_is_told_in_an_empty_list_and_above_a_full_one(qtbot, context, panel) -> None:
    work = Passing()
    job = context.bridge.jobs.submit("thorough: shot 1", "pass", work, shots=["any"])
    work.tell(1, 4, 12)
    qtbot.waitUntil(lambda: "4 of 12 frames" in panel.running.words)
    assert panel.running.isVisible()
    work.end()
    qtbot.waitUntil(lambda: job.ended)
    assert not panel.running.isVisible()


def test_before_the_first_pass_has_ended_an_empty_list_promises(qtbot, tmp_path, settings, commands) -> None:
    with open_context(tmp_path, settings, commands, 4) as context:
        repairs = masks.make_panel(context)
        panel = triage.make_panel(context, repairs.room)
        qtbot.addWidget(panel)
        panel.show()
        qtbot.waitUntil(lambda: "No pass has looked for damage yet" in panel._empty.text())
        work = Passing()
        context.bridge.jobs.submit("standard", "pass", work)
        assert panel._empty.text().startswith("A pass is looking for damage")
        work.end()
        qtbot.waitUntil(lambda: "No pass has looked for damage yet" in panel._empty.text())
        panel.hide()
        repairs.deleteLater()


def test_a_command_leads_to_all_that_was_found(qtbot, context, panel) -> None:
    shown = []
    context.commands.add(Command("panel.triage", "Triage", "Window"), lambda: shown.append(True))
    panel.room.choose(scope="frame", defect="scratch", shown="rejected")
    assert context.commands.trigger("triage.all")
    choice = panel.room.choice
    assert (choice.scope, choice.defect, choice.shown) == ("film", "", "mended") and shown


def test_captions_tell_which_frame_is_seen_and_whether_it_is_before_or_after(qtbot, context, panel) -> None:
    begin(qtbot, panel, scope="film", order="time")
    room = panel.room
    room.go(next(place for place in range(len(room.listed)) if room.listed.row(place).repair.frame == 3))
    qtbot.waitUntil(lambda: room.stands and panel.loops.get(room.current.number) is not None, timeout=15000)
    panel._clock.stop()
    told = []
    for panel.tick in range(5):
        before, after, frame = panel.stage.captions
        assert (before, after) == ("Before", "After")
        told.append(frame)
    assert told == [
        "frame 1 (\N{MINUS SIGN}2)", "frame 2 (\N{MINUS SIGN}1)", "frame 3", "frame 4 (+1)", "frame 5 (+2)",
    ]  # fmt: skip
    panel.tick = 2
    own = panel.stage.grab().toImage()
    panel.tick = 3
    assert panel.stage.grab().toImage() != own
    panel.stage.show_row(room.current, State.REJECTED)
    assert panel.stage.captions[1] == "Left as it was"
