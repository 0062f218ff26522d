"""Questions to the disk before a project is open, and beside one: asked on a thread that ends with its answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

from widgets.bridge.inbox import Inbox

T = TypeVar("T")


class Aside(QObject):
    """Asks for its parent, on the UI thread. Of questions under one key only the newest is answered.

    A question must not raise: what can go wrong is part of its answer.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._newest: dict[str, int] = {}

    def ask(self, key: str, question: Callable[[], T], answer: Callable[[T], None]) -> None:
        """Run `question` beside the window and hand its result to `answer`, unless the parent has gone by then."""
        ticket = self._newest[key] = self._newest.get(key, 0) + 1
        inbox = _inbox()

        def deliver(result: T) -> None:
            if isValid(self) and self._newest[key] == ticket:
                answer(result)

        def run() -> None:
            result = question()
            inbox.post(lambda: deliver(result))

        threading.Thread(target=run, name=f"aside {key}", daemon=True).start()


@cache
def _inbox() -> Inbox:
    """Lives as long as the application: an answer may come after the one who asked has gone."""
    return Inbox(QCoreApplication.instance())
