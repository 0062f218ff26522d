"""Questions are asked elsewhere and answered here; the newest counts."""

import threading

from PySide6.QtCore import QObject

from app.errors import UsageError
from widgets.bridge.inbox import Inbox
from widgets.bridge.questions import Questions


class _Asked:
    def __init__(self) -> None:
        self.inbox = Inbox()
        self.errors: list[str] = []
        self.questions = Questions(self.inbox, lambda error: self.errors.append(str(error)))


def test_asked_on_another_thread_answered_on_this_one(qtbot):
    asked = _Asked()
    owner = QObject()
    got: list[tuple[object, object]] = []
    asked.questions.ask(
        owner, "who", threading.current_thread, lambda answer: got.append((answer, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: len(got) == 1)
    assert got[0][0] is not threading.main_thread()
    assert got[0][1] is threading.main_thread()
    asked.questions.close()


def test_only_the_newest_of_a_key_is_answered(qtbot):
    asked = _Asked()
    owner = QObject()
    gate = threading.Event()
    got: list[int] = []
    for number in range(5):
        asked.questions.ask(owner, "key", lambda number=number: (gate.wait(2), number)[1], got.append)
    asked.questions.ask(owner, "other", lambda: 100, got.append)
    gate.set()
    qtbot.waitUntil(lambda: set(got) == {4, 100}, timeout=3000)
    qtbot.wait(50)
    assert sorted(got) == [4, 100]
    asked.questions.close()


def test_an_owner_that_is_gone_is_not_answered(qtbot):
    asked = _Asked()
    owner = QObject()
    gate = threading.Event()
    got: list[bool] = []
    asked.questions.ask(owner, "key", lambda: gate.wait(2), got.append)
    owner.deleteLater()
    qtbot.wait(20)
    gate.set()
    asked.questions.close()
    qtbot.wait(50)
    assert got == []


def test_failures_of_ours_are_told_and_bugs_are_raised(qtbot):
    asked = _Asked()
    owner = QObject()

    def ours() -> None:
        raise UsageError("there is no row 7")

    def bug() -> None:
        raise KeyError("x")

    asked.questions.ask(owner, "a", ours, lambda answer: None)
    qtbot.waitUntil(lambda: asked.errors == ["there is no row 7"])
    with qtbot.captureExceptions() as caught:
        asked.questions.ask(owner, "b", bug, lambda answer: None)
        qtbot.waitUntil(lambda: len(caught) == 1)
    asked.questions.close()
