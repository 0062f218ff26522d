"""The dock of the history over a real project: rows, states, looking back, going on, versions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.document.commands import AddRepairs, SetCuts, SetReelPolicy, SplitShot
from app.document.detections import Detection
from app.document.entries import EntryFilter
from widgets.context import Context
from widgets.history import HistoryPanel
from widgets.history.model import Column


def column(panel: HistoryPanel, which: Column) -> list[str]:
    return [panel.model.index(row, which).data() or "" for row in range(panel.model.rowCount())]


def wait_for(qtbot: QtBot, panel: HistoryPanel, *rows: str) -> None:
    qtbot.waitUntil(lambda: column(panel, Column.WHAT) == list(rows))


def click(panel: HistoryPanel, row: int) -> None:
    place = panel.table.visualRect(panel.model.index(row, Column.WHAT)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


@pytest.fixture
def edited(context: Context, panel: HistoryPanel, qtbot: QtBot) -> HistoryPanel:
    """Reel added, two cuts set, first shot split."""
    (reel,) = context.bridge.snapshot.reels
    context.bridge.dispatch(SetCuts(reel, (10, 20)))
    qtbot.waitUntil(lambda: len(context.bridge.snapshot.shots) == 3)
    context.bridge.dispatch(SplitShot(context.bridge.snapshot.shots[0].id, 5))
    qtbot.waitUntil(lambda: len(context.bridge.snapshot.shots) == 4)
    wait_for(qtbot, panel, SPLIT, CUTS, ADDED)
    qtbot.waitUntil(lambda: not panel.tracker.pending(3))
    return panel


SPLIT, CUTS, ADDED = (
    "Split shot 1 at frame 5",
    "Set 2 cuts and 0 transitions in scan/scan.%06d.dpx",
    "Added reel scan/scan.%06d.dpx, 40 frames",
)


def test_undo_and_redo_say_what_they_would_do(edited: HistoryPanel, context: Context, qtbot: QtBot) -> None:
    undo, redo = context.commands.action("edit.undo"), context.commands.action("edit.redo")
    assert undo.text() == f"Undo: {SPLIT}" and "Ctrl+Z" in undo.toolTip()
    assert not redo.isEnabled() and context.commands.reason("edit.redo") == "There is nothing to redo"
    QTest.keyClick(edited, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(context.bridge.snapshot.shots) == 3)
    wait_for(qtbot, edited, f"Undid: {SPLIT}", SPLIT, CUTS, ADDED)
    assert redo.text() == f"Redo: {SPLIT}" and redo.isEnabled()
    tips = [edited.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(4)]
    assert ["undone, can be redone" in tip for tip in tips] == [False, True, False, False]
    QTest.keyClick(edited, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(context.bridge.snapshot.shots) == 4)


def test_an_edit_after_an_undo_leaves_a_branch(edited: HistoryPanel, context: Context, qtbot: QtBot) -> None:
    (reel,) = context.bridge.snapshot.reels
    context.bridge.undo()
    context.bridge.dispatch(SetReelPolicy(reel, "black"))
    qtbot.waitUntil(lambda: context.bridge.snapshot.reel(reel).policy == "black")
    qtbot.waitUntil(lambda: "on a branch" in (edited.model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole) or ""))
    click(edited, 2)
    assert context.desk.viewing == 3
    qtbot.waitUntil(lambda: "another branch" in context.commands.reason("history.go_on"))


def test_a_click_looks_at_a_state_and_esc_comes_back(edited: HistoryPanel, context: Context, qtbot: QtBot) -> None:
    assert not edited.bar.isVisible()
    click(edited, 1)
    assert context.desk.viewing == 2 and edited.bar.isVisible()
    qtbot.waitUntil(lambda: CUTS in edited.bar.accessibleName() + edited.bar._what.text())
    QTest.keyClick(edited.table, Qt.Key.Key_Escape)
    assert context.desk.viewing is None and not edited.bar.isVisible()
    click(edited, 1)
    click(edited, 0)
    assert context.desk.viewing is None, "the newest row is the present"


def test_going_on_from_a_row_undoes_down_to_it(edited: HistoryPanel, context: Context, qtbot: QtBot) -> None:
    edited.table.setFocus()
    edited.table.setCurrentIndex(edited.model.index(2, Column.WHAT))
    QTest.keyClick(edited.table, Qt.Key.Key_Return)
    assert context.desk.viewing == 1
    go_on = next(button for button in edited.bar.findChildren(QPushButton) if button.text() == "Go on from here")
    qtbot.waitUntil(go_on.isEnabled)
    assert "Undo 2 edits" in go_on.toolTip()
    QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(context.bridge.snapshot.shots) == 1)
    assert context.desk.viewing is None
    wait_for(qtbot, edited, f"Undid: {CUTS}", f"Undid: {SPLIT}", SPLIT, CUTS, ADDED)
    click(edited, 2)
    qtbot.waitUntil(go_on.isEnabled)
    context.commands.trigger("history.go_on")
    qtbot.waitUntil(lambda: len(context.bridge.snapshot.shots) == 4)


def test_filters_by_text_kind_and_shot(edited: HistoryPanel, context: Context, qtbot: QtBot) -> None:
    QTest.keyClick(edited, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(edited.filters.text, "split")
    wait_for(qtbot, edited, SPLIT)
    edited.filters.text.clear()
    wait_for(qtbot, edited, SPLIT, CUTS, ADDED)
    QTest.mouseClick(edited.filters.more, Qt.MouseButton.LeftButton)
    edited.filters.kind.setCurrentIndex(edited.filters.kind.findText("Reels, programme"))
    wait_for(qtbot, edited, ADDED)
    edited.filters.kind.setCurrentIndex(0)
    context.desk.select_shots((context.bridge.snapshot.shots[1].id,))
    QTest.mouseClick(edited.filters.shots, Qt.MouseButton.LeftButton)
    wait_for(qtbot, edited, SPLIT)
    QTest.mouseClick(edited.filters.more, Qt.MouseButton.LeftButton)
    wait_for(qtbot, edited, SPLIT, CUTS, ADDED)


def test_a_version_is_named_looked_at_and_approved(edited: HistoryPanel, context: Context, qtbot: QtBot) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(edited, Qt.Key.Key_B, modifiers)
    page = edited.versions
    QTest.keyClicks(page.name, "for the archive")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.count() == 1)
    QTest.keyClicks(page.name, "for the archive")
    add = next(button for button in page.findChildren(QPushButton) if button.text() == "Name")
    assert not add.isEnabled() and "already" in add.toolTip()
    page.list.setFocus()
    page.list.setCurrentRow(0)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert context.desk.viewing == 3
    approve = next(button for button in page.findChildren(QPushButton) if button.text() == "Approve")
    QTest.mouseClick(approve, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Approved by" in page.list.item(0).text())


def test_double_click_goes_to_the_shots_of_a_row(edited: HistoryPanel, context: Context, qtbot: QtBot) -> None:
    context.desk.set_playhead(30)
    place = edited.table.visualRect(edited.model.index(0, Column.WHAT)).center()
    QTest.mouseClick(edited.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(edited.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert context.desk.playhead == 0
    assert context.desk.selected_shots == (context.bridge.snapshot.shots[0].id,)


def test_rows_far_away_are_not_read_until_they_are_looked_at(
    panel: HistoryPanel, context: Context, qtbot: QtBot
) -> None:
    (reel,) = context.bridge.snapshot.reels
    policies = ("black", "hold")
    context.bridge.edit(lambda project: [project.dispatch(SetReelPolicy(reel, policies[n % 2])) for n in range(450)])
    qtbot.waitUntil(lambda: panel.model.rowCount() == 451, timeout=20_000)
    panel.filters.wanted.emit(EntryFilter(text="reel"))
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel.filters.wanted.emit(EntryFilter())
    assert panel.model.rowCount(QModelIndex()) == 451 and not panel.model._pages
    panel.table.scrollToBottom()
    qtbot.waitUntil(lambda: panel.model.index(450, Column.WHAT).data() == ADDED)
    assert 1 not in panel.model._pages


def test_double_click_on_work_by_hand_goes_to_its_frame(edited: HistoryPanel, context: Context, qtbot: QtBot) -> None:
    (reel,) = context.bridge.snapshot.reels
    speck = Detection(reel, 7, "dirt", "hand", 10, 20, 14, 24, 16, 1.0, "ab" * 16)
    context.bridge.dispatch(AddRepairs((speck,)))
    wait_for(qtbot, edited, "Added 1 repair by hand, frame 7", SPLIT, CUTS, ADDED)
    assert edited.model.index(0, Column.SHOTS).data() == "2"
    place = edited.table.visualRect(edited.model.index(0, Column.WHAT)).center()
    QTest.mouseClick(edited.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(edited.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert context.desk.playhead == 7 and context.desk.selected_shots == (context.bridge.snapshot.shots[1].id,)
