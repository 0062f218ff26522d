"""Adapt to this film in the window: what there is to learn from, what came of it, using it and throwing it away."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.document.commands import AddRepairs
from app.jobs.adapt import Adapted
from tests.document.making import found
from widgets.context import Context
from widgets.jobs import adapting, make_panel
from widgets.jobs.adapt_dialog import AdaptDialog
from widgets.jobs.panel import JobsPanel
from widgets.text import set_language


@pytest.fixture
def panel(qtbot: QtBot, context: Context) -> JobsPanel:
    made = make_panel(context)
    qtbot.addWidget(made)
    context.commands.attach(made)
    made.show()
    return made


@pytest.fixture
def dialog(panel: JobsPanel, context: Context, qtbot: QtBot) -> AdaptDialog:
    context.commands.trigger("pass.adapt")
    made = panel.window().findChild(AdaptDialog)
    assert made is not None
    return made


def correct(context: Context, *frames: int) -> None:
    (reel,) = context.bridge.snapshot.reels
    context.bridge.dispatch(AddRepairs(tuple(found(reel, frame) for frame in frames)))


def test_it_counts_the_corrected_frames_and_says_how_many_are_needed(
    dialog: AdaptDialog, context: Context, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: dialog.corrected.text() == "0 frames of this film are corrected. 4 are needed.")
    assert not dialog.learn.isEnabled()
    correct(context, 1, 2, 3)
    qtbot.waitUntil(lambda: dialog.corrected.text().startswith("3 frames"))
    assert not dialog.learn.isEnabled()
    correct(context, 5)
    qtbot.waitUntil(dialog.learn.isEnabled)
    assert dialog.corrected.text() == "4 frames of this film are corrected."
    assert "come with the program" in dialog.in_use.text() and not dialog.leave.isVisible()


def test_a_result_is_taken_and_thrown_away(
    dialog: AdaptDialog, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = context.bridge.project.artefacts.put(b"learned", "weights")
    result = Adapted(weights, "0" * 64, 4, 0.5, 0.75, 0.6, 0.8, 0.5)
    monkeypatch.setattr(adapting, "run_apart", lambda *_: result)
    correct(context, 1, 2, 3, 5)
    qtbot.waitUntil(dialog.learn.isEnabled)
    dialog.learn.click()
    qtbot.waitUntil(dialog.take.isVisible)
    said = "Learned from 4 corrected frames. On corrections that it was not shown: F1 0.500 before, 0.750 after."
    assert dialog.told.text() == said
    assert not context.bridge.snapshot.models, "nothing is used before somebody says so"
    dialog.take.click()
    qtbot.waitUntil(lambda: "dirt" in context.bridge.snapshot.models)
    assert context.bridge.snapshot.models["dirt"].weights == weights
    qtbot.waitUntil(lambda: "weights of its own" in dialog.in_use.text())
    assert not dialog.take.isVisible() and dialog.leave.isVisible()
    dialog.leave.click()
    qtbot.waitUntil(lambda: not context.bridge.snapshot.models)
    context.bridge.undo()
    qtbot.waitUntil(lambda: "dirt" in context.bridge.snapshot.models)


def test_what_is_no_better_says_so_and_can_be_left(
    dialog: AdaptDialog, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapting, "run_apart", lambda *_: Adapted("1" * 64, "0" * 64, 4, 0.5, 0.5, 0.5, 0.5, 0.5))
    correct(context, 1, 2, 3, 5)
    qtbot.waitUntil(dialog.learn.isEnabled)
    dialog.learn.click()
    qtbot.waitUntil(dialog.take.isVisible)
    assert dialog.told.text().endswith("That is no better.")
    (job,) = context.bridge.jobs.jobs
    assert [action.title for action in job.actions] == ["Use", "Throw away"] and not job.good
    dialog.leave.click()
    assert job.note.endswith("Thrown away.") and not job.actions and not dialog.leave.isVisible()
    assert not context.bridge.snapshot.models


def test_it_speaks_chinese(panel: JobsPanel, context: Context, qtbot: QtBot) -> None:
    set_language("zh_CN")
    dialog = AdaptDialog(context, panel.window())
    dialog.show()
    qtbot.waitUntil(lambda: "0 帧" in dialog.corrected.text())
    assert dialog.windowTitle() == "适应本片" and dialog.learn.text() == "学习"
