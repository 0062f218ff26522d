"""Calls from other threads arrive on the UI thread, in order, all of them."""

import threading

import pytest
from PySide6.QtCore import QTimer

from widgets.bridge.inbox import Inbox


def test_calls_of_many_threads_all_arrive_on_the_ui_thread(qtbot):
    inbox = Inbox()
    got: list[tuple[int, int, threading.Thread]] = []
    threads = [
        threading.Thread(
            target=lambda n=n: [
                inbox.post(lambda n=n, i=i: got.append((n, i, threading.current_thread()))) for i in range(500)
            ]
        )
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: len(got) == 2000, timeout=5000)
    for thread in threads:
        thread.join()
    assert {thread for _, _, thread in got} == {threading.main_thread()}
    for n in range(4):
        assert [i for who, i, _ in got if who == n] == list(range(500))


def test_a_flood_leaves_turns_for_events(qtbot):
    inbox = Inbox()
    done: list[int] = []
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(len(done)))
    timer.start(0)
    for number in range(200):
        inbox.post(lambda number=number: (threading.Event().wait(0.001), done.append(number)))
    qtbot.waitUntil(lambda: len(done) == 200, timeout=5000)
    timer.stop()
    between = [count for count in ticks if 0 < count < 200]
    assert len(between) >= 5


def test_a_call_that_raises_does_not_hold_up_the_next(qtbot):
    inbox = Inbox()
    got: list[str] = []

    def bad() -> None:
        raise ValueError("bad")

    with qtbot.captureExceptions() as caught:
        inbox.post(bad)
        inbox.post(lambda: got.append("after"))
        qtbot.waitUntil(lambda: got == ["after"], timeout=2000)
    assert [kind for kind, _, _ in caught] == [ValueError]


def test_nothing_is_delivered_once_closed(qtbot):
    inbox = Inbox()
    got: list[int] = []
    inbox.post(lambda: got.append(1))
    inbox.close()
    inbox.post(lambda: got.append(2))
    qtbot.wait(50)
    assert got == []


@pytest.mark.parametrize("count", [1, 3])
def test_calls_may_post_further_calls(qtbot, count):
    inbox = Inbox()
    got: list[int] = []

    def again(left: int) -> None:
        got.append(left)
        if left:
            inbox.post(lambda: again(left - 1))

    inbox.post(lambda: again(count))
    qtbot.waitUntil(lambda: got == list(range(count, -1, -1)), timeout=2000)
