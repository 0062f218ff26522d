"""One thread, priorities, pause, cancel."""

import threading
from collections.abc import Iterator

import pytest

from app.engine.worker import Cancelled, Priority, Token, Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def test_the_most_urgent_work_goes_next_even_between_quanta(worker: Worker) -> None:
    order: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def job() -> Iterator[int]:
        for number in range(3):
            order.append(f"quantum {number}")
            begun.set()
            go_on.wait(5)
            yield number

    export = worker.submit_quanta(Priority.EXPORT, job())
    assert begun.wait(5)
    scrub = worker.submit(Priority.SCRUB, lambda: order.append("scrub"))
    shown = worker.submit(Priority.SHOWN, lambda: order.append("shown"))
    go_on.set()
    assert export.result(5) == 2
    scrub.result(5)
    shown.result(5)
    assert order == ["quantum 0", "shown", "scrub", "quantum 1", "quantum 2"]


def test_cancelled_work_ends_and_says_so(worker: Worker) -> None:
    token = Token()
    seen: list[int] = []

    def job() -> Iterator[int]:
        for number in range(1000):
            seen.append(number)
            if number == 4:
                token.cancel()
            yield number

    with pytest.raises(Cancelled):
        worker.submit_quanta(Priority.EXPORT, job(), token).result(5)
    assert seen == [0, 1, 2, 3, 4]


def test_paused_work_lets_others_pass_and_goes_on_where_it_was(worker: Worker) -> None:
    token = Token()
    token.pause()
    paused = worker.submit_quanta(Priority.SHOWN, iter([1, 2, 3]), token)
    assert worker.submit(Priority.EXPORT, lambda: "other").result(5) == "other"
    assert not paused.done()
    token.resume()
    worker.wake()
    assert paused.result(5) == 3


def test_an_error_reaches_the_asker_and_the_worker_lives_on(worker: Worker) -> None:
    with pytest.raises(ZeroDivisionError):
        worker.submit(Priority.SHOWN, lambda: 1 // 0).result(5)
    assert worker.submit(Priority.SHOWN, lambda: 7).result(5) == 7


def test_closing_cancels_what_waits() -> None:
    worker = Worker()
    token = Token()
    token.pause()
    waiting = worker.submit(Priority.SHOWN, lambda: 1, token)
    worker.close()
    with pytest.raises(Cancelled):
        waiting.result(5)
    with pytest.raises(RuntimeError):
        worker.submit(Priority.SHOWN, lambda: 1)
