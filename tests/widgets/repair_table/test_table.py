"""The table: what it lists and says, revert and put back, filters, order, going there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document import new_id
from app.document.commands import AddRepairs, RecordPass
from app.document.detections import Detection
from app.document.ids import sha256
from app.document.model import Pass, PassStep
from tests.widgets.projects import open_context
from widgets import repair_table
from widgets.context import Context
from widgets.repair_table.masks import HEIGHT, WIDTH, small
from widgets.repair_table.model import Column
from widgets.repair_table.panel import TablePanel


def speck(reel: str, frame: int, x: int, probability: float) -> Detection:
    key = sha256(f"{frame} {x}".encode())[:32]
    return Detection(reel, frame, "dirt", "dirt", x, 20, x + 4, 24, 16 + x, probability, key)


@pytest.fixture
def context(tmp_path: Path, settings, commands) -> Iterator[Context]:
    """Twelve frames: on each, two of the machine's that are mended and one that is not; a hand's on frame 5."""
    with open_context(tmp_path, settings, commands, 12) as made:
        project, reel = made.bridge.project, next(iter(made.bridge.snapshot.reels))
        rows = [speck(reel, f, x, p) for f in range(12) for x, p in ((10, 0.9), (20, 0.6), (30, 0.2))]
        job = project.job_begin("pass", "k", {})
        job.chunk_done("1", {}, rows)
        steps = (PassStep("dirt", 1, defect="dirt"), PassStep("fill", 1, {"reach": 2}))
        shots = tuple(shot.id for shot in project.snapshot.shots)
        project.dispatch(RecordPass(Pass(new_id(), "standard", shots, steps), job.id))
        project.dispatch(AddRepairs((speck(reel, 5, 40, 1.0),))).wait()
        yield made


@pytest.fixture
def panel(qtbot, context: Context) -> TablePanel:
    """The panel, its first list made."""
    made = repair_table.make_panel(context)
    qtbot.addWidget(made)
    context.commands.attach(made)
    made.resize(1000, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: len(made.listed) == 25 and made.listed.row(0) is not None)
    return made


def text(panel: TablePanel, row: int, column: Column) -> str:
    return panel.table.model().index(row, column).data() or ""


def mended(context: Context) -> int:
    project = context.bridge.project
    reel = next(iter(project.snapshot.reels))
    return sum(len(project.repairs_of(project.snapshot, reel, frame)) for frame in range(12))


def test_rows_say_what_where_by_whom_and_when(panel, context) -> None:
    assert [text(panel, 0, column) for column in (Column.CLASS, Column.SHOT, Column.FRAME, Column.SIZE)] == [
        "Dirt", "1", "0", "26",
    ]  # fmt: skip
    hand = next(place for place in range(25) if text(panel, place, Column.FRAME) == "5"
                and text(panel, place, Column.SIZE) == "56")  # fmt: skip
    assert text(panel, hand, Column.VERDICT) == "By hand"
    assert text(panel, hand, Column.BY) == context.bridge.project.author
    assert text(panel, 0, Column.BY) != text(panel, hand, Column.BY) and text(panel, 0, Column.MADE)


def test_any_of_them_is_reverted_and_put_back_in_any_order(qtbot, context, panel) -> None:
    assert mended(context) == 25
    panel.table.setFocus()
    for count, row in enumerate((17, 3, 11), 1):
        panel.table.clearSelection()  # Qt believes Ctrl to be held still
        panel.table.selectRow(row)
        with qtbot.waitSignal(context.bridge.changed):
            QTest.keyClick(panel.table, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
        assert mended(context) == 25 - count
        qtbot.waitUntil(lambda row=row: "Reverted" in text(panel, row, Column.VERDICT))
    panel.table.clearSelection()
    panel.table.selectRow(3)
    with qtbot.waitSignal(context.bridge.changed):
        assert context.commands.trigger("table.put_back")
    assert mended(context) == 23
    for expected in (22, 23, 24, 25):
        with qtbot.waitSignal(context.bridge.changed):
            context.bridge.undo()
        assert mended(context) == expected


def test_several_are_reverted_by_one_row_of_the_ledger(qtbot, context, panel) -> None:
    rows = context.bridge.snapshot.seq
    panel.table.selectAll()
    assert len(panel.table.selected) == 25
    with qtbot.waitSignal(context.bridge.changed):
        assert context.commands.trigger("table.revert")
    assert (mended(context), context.bridge.snapshot.seq) == (0, rows + 1)


def test_filters_and_what_cannot_be_read(qtbot, context, panel) -> None:
    panel.choose(who="detector=hand")
    qtbot.waitUntil(lambda: len(panel.listed) == 1)
    panel.choose(who="", shown="proposed")
    qtbot.waitUntil(lambda: len(panel.listed) == 12)
    panel.choose(shown="made")
    panel.field.setText("frame in 3-4 and area>30")
    qtbot.waitUntil(lambda: len(panel.listed) == 2)
    panel.field.setText("frame inn 3")
    qtbot.waitUntil(lambda: "cannot read" in panel.field.toolTip())
    assert len(panel.listed) == 2
    panel.field.setText("")
    qtbot.waitUntil(lambda: len(panel.listed) == 25)


def test_a_click_on_a_title_sorts_and_one_on_a_row_goes_there(qtbot, context, panel) -> None:
    panel.table.sorted_by.emit("size", False)
    qtbot.waitUntil(lambda: text(panel, 0, Column.SIZE) == "56")
    row = panel.table.visualRect(panel.table.model().index(0, Column.CLASS)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert context.desk.playhead == 5 and context.desk.repair == speck("", 5, 40, 1.0).key


def test_small_masks_keep_their_shape_and_lose_nothing() -> None:
    thin = np.zeros((1080, 3), np.uint8)
    thin[:, 1] = 1
    picture = small(thin)
    assert picture.shape == (HEIGHT, WIDTH)
    lit = np.argwhere(picture >= 96)
    assert len(lit) and np.ptp(lit[:, 0]) >= HEIGHT - 4 and np.ptp(lit[:, 1]) <= 1
    assert (small(np.ones((4, 4), np.uint8)) == 255).sum() == 16 * 16


def ask_for(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> list[str]:
    """Answer the system's chooser; returns the titles it is asked with."""
    titles = []

    def chooser(parent, title, *_):
        titles.append(title)
        return str(path), kind

    monkeypatch.setattr("widgets.repair_table.writing.QFileDialog.getSaveFileName", chooser)
    return titles


def written(path: Path) -> list[dict]:
    return json.loads(path.read_text())["repairs"]


def test_the_list_or_what_is_selected_is_written(qtbot, context, panel, tmp_path, monkeypatch) -> None:
    path = tmp_path / "out.json"
    titles = ask_for(monkeypatch, path)
    panel.field.setText("frame<3")
    qtbot.waitUntil(lambda: len(panel.listed) == 6)
    QTest.keyClick(
        panel.window(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(path.exists)
    assert sorted(row["frame"] for row in written(path)) == [0, 0, 1, 1, 2, 2]
    (job,) = context.bridge.jobs.jobs
    qtbot.waitUntil(lambda: job.note == "6 repairs written to out.json.")
    for row, held in ((1, Qt.KeyboardModifier.NoModifier), (4, Qt.KeyboardModifier.ControlModifier)):
        where = panel.table.visualRect(panel.table.model().index(row, int(Column.FRAME))).center()
        QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, held, where)
    path.unlink()
    context.commands.trigger("table.write")
    qtbot.waitUntil(path.exists)
    wanted = [panel.listed.row(place).repair.id for place in (1, 4)]
    assert [row["id"] for row in written(path)] == wanted
    assert titles == ["Write the listed repairs to", "Write 2 selected repairs to"]


def test_a_list_that_cannot_be_written_says_why(qtbot, context, panel, tmp_path, monkeypatch) -> None:
    ask_for(monkeypatch, tmp_path / "nowhere" / "out", "JSON (*.json)")
    with qtbot.waitSignal(context.bridge.failed) as told:
        context.commands.trigger("table.write")
    assert "out.json cannot be written" in told.args[1]
    panel.field.setText("frame<<3")
    qtbot.waitUntil(lambda: panel.field.property("state") == "bad")
    context.commands.refresh(("table.write",))
    assert context.commands.reason("table.write") == "The filter cannot be read."
