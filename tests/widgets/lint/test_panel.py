"""The dock: says what to do, looks in the background, and walks from finding to finding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.commands import SetVerdicts
from app.document.query import Repair
from app.jobs.lint import lint_repair
from tests.jobs.lint.pasting import pasted
from tests.widgets.projects import open_context
from widgets import lint
from widgets.context import Context
from widgets.lint.findings_list import CHECK, FRAME, LIMIT, SEVERITY, VALUE
from widgets.lint.panel import LintPanel

BOX = (24, 18, 34, 28)
FRAMES = (3, 8)


@pytest.fixture
def context(tmp_path: Path, settings, commands) -> Iterator[Context]:
    with open_context(tmp_path, settings, commands, 12) as made:
        yield made


@pytest.fixture
def panel(qtbot, context: Context) -> LintPanel:
    made = lint.make_panel(context)
    qtbot.addWidget(made)
    made.resize(320, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def paste(qtbot, context: Context, *frames: int) -> list[Repair]:
    """Bad patches on these frames; back when the window knows of them."""
    made = [pasted(context.bridge.session, frame, 120, BOX) for frame in frames]
    qtbot.waitUntil(lambda: context.bridge.snapshot.seq == context.bridge.project.snapshot.seq)
    return made


def looked(qtbot, context: Context, panel: LintPanel) -> None:
    assert context.commands.trigger("lint.look")
    walk = panel.walk
    # What was known while it ran may come in after its end; all were looked at when all are counted.
    qtbot.waitUntil(lambda: walk.job is None and walk.looked and walk.linted == walk.mended, timeout=20_000)


def shown(panel: LintPanel) -> list[list[str]]:
    model = panel.list.model()
    return [
        [str(model.index(row, column).data() or "") for column in (FRAME, CHECK, VALUE, LIMIT)]
        for row in range(model.rowCount())
    ]


def test_before_anything_was_looked_at_it_says_what_to_do(panel: LintPanel, context: Context) -> None:
    assert panel._words.isVisible() and "Run a pass or mend by hand" in panel._words.text()
    assert panel._look.isVisible() and not panel._only.isVisible()
    assert context.commands.reason("lint.next") == "Nothing is listed that shows"


def test_what_shows_is_listed_with_its_number_and_its_limit(qtbot, context: Context, panel: LintPanel) -> None:
    paste(qtbot, context, *FRAMES)
    looked(qtbot, context, panel)
    rows = shown(panel)
    assert {row[0] for row in rows} == {str(frame) for frame in FRAMES}
    assert ["3", "Flicker", "11.7 %", "2.0 %"] in rows
    sign = panel.list.model().index(0, SEVERITY)
    assert sign.data(Qt.ItemDataRole.AccessibleTextRole) == "Issue"
    assert not sign.data(Qt.ItemDataRole.DecorationRole).isNull()
    issues, fyis = panel.walk.counts()
    assert issues + fyis == len(rows) and panel._counts[2].text() == f"{issues} Issues"
    job = context.bridge.jobs.jobs[-1]
    assert "Issue" in job.note and job.title == "Looking over the repairs: whole film"


def test_keys_walk_over_the_findings_and_come_round(qtbot, context: Context, panel: LintPanel) -> None:
    made = paste(qtbot, context, *FRAMES)
    looked(qtbot, context, panel)
    context.desk.set_playhead(5)
    seen = []
    for _ in panel.walk.rows:
        context.commands.trigger("lint.next")
        seen.append((context.desk.playhead, context.desk.repair))
    assert seen[0] == (FRAMES[1], made[1].id), "from the playhead on"
    assert {place for place, _ in seen} == set(FRAMES)
    assert panel.list.currentIndex().row() == panel.walk.row
    context.commands.trigger("lint.previous")
    assert (context.desk.playhead, context.desk.repair) == seen[-2]


def test_a_click_and_enter_go_there(qtbot, context: Context, panel: LintPanel) -> None:
    made = paste(qtbot, context, *FRAMES)
    looked(qtbot, context, panel)
    last = panel.list.model().rowCount() - 1
    place = panel.list.visualRect(panel.list.model().index(last, CHECK)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (context.desk.playhead, context.desk.repair) == (FRAMES[1], made[1].id)
    context.desk.set_playhead(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert context.desk.playhead == FRAMES[1]
    QTest.keyClick(panel.list, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert context.desk.playhead == FRAMES[0]


def test_what_is_rejected_leaves_the_list_and_comes_back_by_undo(qtbot, context: Context, panel: LintPanel) -> None:
    made = paste(qtbot, context, *FRAMES)
    looked(qtbot, context, panel)
    context.bridge.dispatch(SetVerdicts((made[0].id,), "reject"))
    qtbot.waitUntil(lambda: {row[0] for row in shown(panel)} == {str(FRAMES[1])})
    context.bridge.undo()
    qtbot.waitUntil(lambda: {row[0] for row in shown(panel)} == {str(frame) for frame in FRAMES})


def test_a_repair_by_hand_is_looked_at_by_itself(qtbot, context: Context, panel: LintPanel) -> None:
    context.desk.set_playhead(FRAMES[0])
    paste(qtbot, context, FRAMES[0])
    qtbot.waitUntil(lambda: bool(panel.walk.rows), timeout=10_000)
    assert {repair.frame for repair, _ in panel.walk.rows} == {FRAMES[0]}


def test_the_next_stroke_does_not_wait_for_the_last_to_be_looked_at(
    qtbot, context: Context, panel: LintPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.jobs.lint import Linter

    asked: list[int] = []
    repair = Linter.repair
    monkeypatch.setattr(Linter, "repair", lambda self, one: (asked.append(one.frame), repair(self, one))[1])
    walk = panel.walk
    for frame in FRAMES:
        context.desk.set_playhead(frame)
        paste(qtbot, context, frame)
        assert walk._rest.isActive() and not asked
    walk._rest.setInterval(1)
    walk._rest.start()
    qtbot.waitUntil(lambda: {one.frame for one, _ in walk.rows} == set(FRAMES), timeout=10_000)
    assert sorted(asked) == list(FRAMES), "each once, whatever came between"


def test_what_was_found_before_is_there_when_the_window_opens(qtbot, context: Context) -> None:
    (repair,) = paste(qtbot, context, FRAMES[0])
    session = context.bridge.session
    lint_repair(session.engine, session.snapshot, repair)
    panel = lint.make_panel(context)
    qtbot.addWidget(panel)
    qtbot.waitUntil(lambda: bool(panel.walk.rows))


def test_issues_alone(qtbot, context: Context, panel: LintPanel) -> None:
    paste(qtbot, context, *FRAMES)
    looked(qtbot, context, panel)
    panel.walk._all = [(repair, answer) for repair, answer in panel.walk._all if answer.severity < 2]
    panel._only.click()
    assert not panel.walk.rows and panel._words.isVisible()


def test_clean_repairs_say_so(qtbot, context: Context, panel: LintPanel) -> None:
    pasted(context.bridge.session, 3, 0, BOX)
    looked(qtbot, context, panel)
    assert panel._words.text() == "Nothing shows of the repairs that were looked over."


def test_it_is_not_content_while_others_have_not_been_looked_over(qtbot, context: Context, panel: LintPanel) -> None:
    pasted(context.bridge.session, 3, 0, BOX)
    looked(qtbot, context, panel)
    paste(qtbot, context, 4)
    qtbot.waitUntil(lambda: panel.walk.mended == 2)
    assert panel._look.isVisible() and panel._part.text() == "1 of 2 repairs looked over"
    assert "The others have not been" in panel._words.text()
