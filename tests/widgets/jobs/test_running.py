"""The strip that tells of the pass that runs: which, how far, what it has found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.widgets.jobs.passing import Passing
from widgets.jobs import JobBoard
from widgets.jobs.running import RunningPass, pass_over, promise
from widgets.text import set_language


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[JobBoard]:
    made = JobBoard()
    yield made
    assert made.close()


@pytest.fixture
def strip(qtbot: QtBot, board: JobBoard) -> RunningPass:
    made = RunningPass(board, lambda: "shot 2")
    qtbot.addWidget(made)
    return made


def test_it_tells_frames_and_what_was_found_and_goes_with_the_pass(
    board: JobBoard, strip: RunningPass, qtbot: QtBot
) -> None:
    assert strip.isHidden() and strip.job is None
    work, came = Passing(), []
    strip.came_or_went.connect(lambda: came.append(strip.job))
    job = board.submit("standard: whole film", "pass", work, shots=["shot 1", "shot 2"])
    assert not strip.isHidden() and strip.words.startswith("Pass: standard: whole film")
    work.tell(1, 3, 40)
    qtbot.waitUntil(lambda: "Round 1 of 2: looking · 3 of 40 frames" in strip.words)
    assert "ound so far" not in strip.words, "looking finds nothing yet"
    work.tell(2, 0, 40)
    qtbot.waitUntil(lambda: "Nothing found so far" in strip.words)
    work.tell(2, 7, 40, {"dirt": 1200, "scratch": 1})
    qtbot.waitUntil(lambda: "Found so far: dirt 1,200, scratch 1" in strip.words)
    assert "7 of 40 frames" in strip.words
    work.end()
    qtbot.waitUntil(lambda: job.ended)
    assert strip.isHidden() and came[-1] is None and came[0] is job


def test_passes_over_other_shots_and_other_work_are_none_of_its_business(
    board: JobBoard, strip: RunningPass, qtbot: QtBot
) -> None:
    other, export, work = Passing(), Passing(), Passing()
    first = board.submit("there", "pass", other, shots=["shot 1"])
    board.submit("export", "export", export, shots=["shot 2"])
    assert strip.isHidden()
    waiting = board.submit("here", "pass", work, shots=["shot 2"])
    assert strip.job is waiting and "waits" in promise(waiting)
    assert pass_over(board) is first, "one that runs before one that waits"
    for one in (other, export):
        one.end()
    changed = []
    strip.came_or_went.connect(lambda: changed.append(promise(waiting)))
    qtbot.waitUntil(lambda: any("is looking" in words for words in changed))
    board.cancel(waiting)
    qtbot.waitUntil(lambda: waiting.ended)
    assert strip.isHidden()


def test_it_speaks_chinese(board: JobBoard, strip: RunningPass, qtbot: QtBot) -> None:
    set_language("zh_CN")
    work = Passing()
    board.submit("标准", "pass", work, shots=["shot 2"])
    work.tell(2, 7, 40, {"dirt": 12})
    qtbot.waitUntil(lambda: "目前找到：脏点 12" in strip.words)
