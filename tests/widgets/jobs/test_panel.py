"""The dock: rows, keys, offers, results, notices; with real jobs and real key presses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.document.commands import SetCuts
from app.engine.recipe import find_recipe
from app.engine.worker import Cancelled, Token
from app.errors import MediaError
from app.jobs.progress import Report, Reporter
from tests.widgets.jobs.test_board import Gate
from widgets.context import Context
from widgets.jobs import JobState, make_panel
from widgets.jobs.panel import JobsPanel
from widgets.jobs.pass_dialog import PassDialog
from widgets.jobs.passes import submit_pass
from widgets.jobs.row import JobRow
from widgets.jobs.words import state_word
from widgets.text import set_language


@pytest.fixture
def panel(qtbot: QtBot, context: Context) -> JobsPanel:
    made = make_panel(context)
    qtbot.addWidget(made)
    context.commands.attach(made)
    made.resize(340, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def rows(panel: JobsPanel) -> list[JobRow]:
    found = [row for row in panel.findChildren(JobRow) if row.isVisible()]
    return sorted(found, key=lambda row: row.mapTo(panel, row.rect().topLeft()).y())


def texts(widget: QWidget) -> str:
    return " | ".join(
        child.text() for child in widget.findChildren(QWidget) if hasattr(child, "text") and child.isVisible()
    )


def test_a_row_tells_frames_and_pauses_by_space(panel: JobsPanel, context: Context, qtbot: QtBot) -> None:
    gate = Gate(4)
    job = context.bridge.jobs.submit("standard: shot 3", "pass", gate)
    gate.let(1)
    qtbot.waitUntil(lambda: "1 of 4 frames" in texts(panel))
    (row,) = rows(panel)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert job.state is JobState.PAUSED and "Paused" in texts(panel)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert job.state is JobState.RUNNING
    QTest.keyClick(row, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: job.state is JobState.CANCELLED)
    gate.let(4)
    QTest.keyClick(row, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: job.state is JobState.DONE)
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert context.bridge.jobs.jobs == ()


def test_a_job_speaks_the_language_of_the_moment(panel: JobsPanel, context: Context, qtbot: QtBot) -> None:
    job = submit_pass(context, find_recipe("standard"), context.bridge.snapshot.shots[:1])
    context.bridge.jobs.cancel(job)
    qtbot.waitUntil(lambda: job.ended)
    context.bridge.jobs.annotate(job, lambda: state_word(JobState.DONE))
    assert (job.title, job.note) == ("standard: whole film", "Done")
    set_language("zh_CN")
    assert "film" not in job.title and job.note == "完成"


def test_order_by_keys_and_focus_by_arrows(panel: JobsPanel, context: Context, qtbot: QtBot) -> None:
    jobs = context.bridge.jobs
    gate = Gate()
    made = [jobs.submit("gate", "test", gate), *(jobs.submit(name, "test", lambda r, t: 1) for name in "ab")]
    qtbot.waitUntil(lambda: len(rows(panel)) == 3)
    rows(panel)[0].setFocus()
    QTest.keyClick(rows(panel)[0], Qt.Key.Key_Down)
    QTest.keyClick(rows(panel)[1], Qt.Key.Key_Down)
    assert panel.current is made[2]
    QTest.keyClick(rows(panel)[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert jobs.jobs == (made[0], made[2], made[1])
    gate.let(3)
    qtbot.waitUntil(lambda: not jobs.active)


def test_a_failure_shows_its_sentence_and_is_told(panel: JobsPanel, context: Context, qtbot: QtBot) -> None:
    def run(reporter: Reporter, token: Token) -> None:
        raise MediaError("frame 12 cannot be read")

    told: list[tuple[str, str]] = []
    context.bridge.failed.connect(lambda headline, words: told.append((headline, words)))
    context.bridge.jobs.submit("export", "export", run)
    qtbot.waitUntil(lambda: "frame 12 cannot be read" in texts(panel))
    assert told == [("Failed: export", "frame 12 cannot be read")]
    assert context.commands.action("jobs.retry").isEnabled()


def test_a_pass_from_the_dialog_runs_and_says_what_it_found(panel: JobsPanel, context: Context, qtbot: QtBot) -> None:
    QTest.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = panel.findChild(PassDialog)
    assert dialog is not None
    run = next(button for button in dialog.findChildren(QPushButton) if button.isDefault())
    qtbot.waitUntil(run.isEnabled)
    QTest.mouseClick(run, Qt.MouseButton.LeftButton)
    (job,) = context.bridge.jobs.jobs
    assert job.shots == tuple(shot.id for shot in context.bridge.snapshot.shots)
    qtbot.waitUntil(lambda: job.ended, timeout=60_000)
    assert job.state is JobState.DONE, job.error + job.details
    assert job.ranges_done == ((job.ranges_done[0][0], 0, 40),)
    assert "40 frames done." in texts(panel)
    qtbot.waitUntil(lambda: len(context.bridge.snapshot.passes) == 1)


def test_the_shot_under_the_playhead_can_be_chosen(panel: JobsPanel, context: Context, qtbot: QtBot) -> None:
    (reel,) = context.bridge.snapshot.reels
    context.bridge.dispatch(SetCuts(reel, (10, 30)))
    qtbot.waitUntil(lambda: len(context.bridge.snapshot.shots) == 3)
    dialog = PassDialog.ask(context, panel)
    here = next(one for one in dialog.findChildren(QRadioButton) if one.text().startswith("This shot"))
    assert here.text() == "This shot: shot 1, 10 frames"
    context.desk.set_playhead(15)
    assert here.text() == "This shot: shot 2, 20 frames"
    QTest.mouseClick(here, Qt.MouseButton.LeftButton, pos=QPoint(8, here.height() // 2))
    run = next(button for button in dialog.findChildren(QPushButton) if button.isDefault())
    qtbot.waitUntil(run.isEnabled)
    QTest.mouseClick(run, Qt.MouseButton.LeftButton)
    (job,) = context.bridge.jobs.jobs
    assert job.shots == (context.bridge.snapshot.shots[1].id,)
    context.bridge.jobs.cancel(job)
    qtbot.waitUntil(lambda: job.ended, timeout=60_000)


def test_an_unfinished_pass_is_offered_and_goes_on(context: Context, qtbot: QtBot) -> None:
    token = Token()

    def stop(reading: Report) -> None:
        if reading.round == 2 and reading.ranges:
            token.cancel()

    with pytest.raises(Cancelled):
        context.bridge.session.run(find_recipe("standard"), None, stop, token, workers=0)
    panel = make_panel(context)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: "16 of 40 frames done" in texts(panel))
    go_on = next(button for button in panel.findChildren(QPushButton) if button.text() == "Go on")
    QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
    (job,) = context.bridge.jobs.jobs
    qtbot.waitUntil(lambda: job.ended, timeout=60_000)
    assert job.state is JobState.DONE, job.error + job.details
    assert job.result.resumed_frames == 16
    assert "16 of 40 frames done" not in texts(panel)


def test_an_end_is_told_while_the_person_looks_elsewhere(panel: JobsPanel, context: Context, qtbot: QtBot) -> None:
    told: list[str] = []
    panel.notices.told.connect(lambda headline, words: told.append(headline))
    here = context.bridge.jobs.submit("here", "test", lambda r, t: 1)
    qtbot.waitUntil(lambda: here.ended)
    panel.clearFocus()
    panel.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    away = context.bridge.jobs.submit("away", "test", lambda r, t: 1)
    light = context.bridge.jobs.submit("light", "test", lambda r, t: 1, light=True)
    qtbot.waitUntil(lambda: away.ended and light.ended)
    assert told == ["Done: away"]


def test_without_jobs_the_dock_says_what_it_is_for(panel: JobsPanel) -> None:
    assert "run here" in texts(panel) and "Run a pass..." in texts(panel)
