"""The board: order, lanes, pause, cancel, retry, failures, readings, and closing in the middle of work."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.engine.worker import Token
from app.errors import MediaError
from app.jobs.progress import Progress, Reporter
from widgets.jobs import Job, JobBoard, JobState


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[JobBoard]:
    made = JobBoard()
    yield made
    assert made.close()


class Gate:
    """Work of which a test decides when each frame is done."""

    def __init__(self, frames: int = 3) -> None:
        self.frames = frames
        self.begun = threading.Event()
        self._let = threading.Semaphore(0)

    def let(self, frames: int) -> None:
        for _ in range(frames):
            self._let.release()

    def __call__(self, reporter: Reporter, token: Token) -> int:
        progress = Progress("gate", self.frames, reporter)
        self.begun.set()
        for index in range(self.frames):
            while not self._let.acquire(timeout=0.01):
                token.wait_while_paused()
            progress.advance(1, ("reel", index, index + 1))
        return self.frames


def ended(qtbot: QtBot, *jobs: Job) -> None:
    qtbot.waitUntil(lambda: all(job.ended for job in jobs))


def test_jobs_run_one_after_the_other_in_order_and_hand_their_results_over(board: JobBoard, qtbot: QtBot) -> None:
    order: list[str] = []
    results: list[str] = []
    jobs = []
    for name in ("first", "second", "third"):

        def run(reporter: Reporter, token: Token, name: str = name) -> str:
            order.append(name)
            return name.upper()

        jobs.append(board.submit(name, "test", run, results.append))
    ended(qtbot, *jobs)
    assert order == ["first", "second", "third"]
    assert results == ["FIRST", "SECOND", "THIRD"]
    assert {job.state for job in jobs} == {JobState.DONE}


def test_done_is_called_on_the_ui_thread(board: JobBoard, qtbot: QtBot) -> None:
    where: list[threading.Thread] = []
    job = board.submit("", "test", lambda r, t: threading.current_thread(), lambda other: where.append(other))
    job_done = []
    board.finished.connect(lambda job: job_done.append(threading.current_thread()))
    ended(qtbot, job)
    assert job_done == [threading.main_thread()]
    assert where and where[0] is not threading.main_thread()


def test_order_can_be_changed_while_waiting(board: JobBoard, qtbot: QtBot) -> None:
    gate, order = Gate(), []
    first = board.submit("gate", "test", gate)
    second = board.submit("second", "test", lambda r, t: order.append("second"))
    third = board.submit("third", "test", lambda r, t: order.append("third"))
    board.move(third, -1)
    assert board.jobs == (first, third, second)
    gate.let(3)
    ended(qtbot, first, second, third)
    assert order == ["third", "second"]


def test_light_jobs_do_not_wait_behind_a_pass(board: JobBoard, qtbot: QtBot) -> None:
    gate = Gate()
    heavy = board.submit("pass", "pass", gate)
    light = board.submit("light", "test", lambda r, t: 1, light=True)
    ended(qtbot, light)
    assert heavy.state is JobState.RUNNING


def test_readings_arrive_thinned_and_the_last_one_is_kept(board: JobBoard, qtbot: QtBot) -> None:
    def run(reporter: Reporter, token: Token) -> None:
        progress = Progress("counting", 5000, reporter)
        for index in range(5000):
            progress.advance(1, ("reel", index, index + 1))

    told: list[Job] = []
    board.changed.connect(told.append)
    job = board.submit("", "test", run)
    ended(qtbot, job)
    assert (job.frames_done, job.frames_total, job.fraction) == (5000, 5000, 1.0)
    assert job.ranges_done == (("reel", 0, 5000),)
    assert len(told) < 100


def test_a_paused_job_gives_its_place_and_goes_on_where_it_was(board: JobBoard, qtbot: QtBot) -> None:
    gate, other = Gate(), Gate(1)
    first, second = board.submit("first", "test", gate), board.submit("second", "test", other)
    gate.let(1)
    qtbot.waitUntil(lambda: first.frames_done == 1)
    board.pause(first)
    assert (first.state, second.state) == (JobState.PAUSED, JobState.RUNNING)
    board.resume(first)
    assert first.state is JobState.WAITING, "one at a time: it waits for its turn"
    other.let(1)
    ended(qtbot, second)
    assert first.state is JobState.RUNNING
    gate.let(2)
    ended(qtbot, first)
    assert first.frames_done == 3


def test_cancel_then_retry_runs_again(board: JobBoard, qtbot: QtBot) -> None:
    gate = Gate()
    job = board.submit("", "test", gate)
    gate.let(1)
    qtbot.waitUntil(lambda: job.frames_done == 1)
    with qtbot.waitSignal(board.finished):
        board.cancel(job)
    assert job.state is JobState.CANCELLED
    gate.let(3)
    board.retry(job)
    ended(qtbot, job)
    assert job.state is JobState.DONE


def test_a_waiting_job_can_be_cancelled_before_it_begins(board: JobBoard, qtbot: QtBot) -> None:
    gate = Gate()
    first = board.submit("", "test", gate)
    second = board.submit("", "test", lambda r, t: pytest.fail("must not run"))
    board.cancel(second)
    assert second.state is JobState.CANCELLED
    gate.let(3)
    ended(qtbot, first)
    board.clear()
    assert board.jobs == ()


@pytest.mark.parametrize(
    ("error", "sentence", "has_details"),
    [
        (MediaError("reel a.mov is gone"), "reel a.mov is gone", False),
        (ZeroDivisionError("x"), "ZeroDivisionError: x", True),
    ],
)
def test_a_failure_is_told_and_the_next_job_runs(
    board: JobBoard, qtbot: QtBot, error: Exception, sentence: str, has_details: bool
) -> None:
    def run(reporter: Reporter, token: Token) -> None:
        raise error

    failed, good = board.submit("", "test", run), board.submit("", "test", lambda r, t: 1)
    ended(qtbot, failed, good)
    assert (failed.state, failed.error, bool(failed.details)) == (JobState.FAILED, sentence, has_details)
    assert good.result == 1


@pytest.mark.parametrize("act", [lambda board, job: None, JobBoard.pause])
def test_closing_ends_running_paused_and_waiting_jobs(qtbot: QtBot, act: Callable[[JobBoard, Job], None]) -> None:
    board, gate = JobBoard(), Gate()
    first, second = board.submit("", "test", gate), board.submit("", "test", lambda r, t: pytest.fail("must not run"))
    gate.begun.wait(5)
    board.cancel(second)
    act(board, first)
    assert board.close()
    assert {first.state, second.state} == {JobState.CANCELLED}


def test_closing_gives_up_on_work_that_does_not_listen(qtbot: QtBot) -> None:
    stubborn = threading.Event()
    board = JobBoard()
    board.submit("", "test", lambda r, t: stubborn.wait(10))
    assert not board.close(limit_s=0.05)
    stubborn.set()
    assert board.close()
