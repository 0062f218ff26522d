"""Questions that take time (files, SQLite, counting), asked on other threads, answered on the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.errors import ReelmendError
from widgets.bridge.inbox import Inbox

T = TypeVar("T")
Failed = Callable[[ReelmendError], None]

THREADS = 2
"""For what is soon answered. What goes through a whole film has one thread besides: it must hold up no frame's
overlay, and several at once would leave no core to the window."""


class Questions:
    """Asks for owners. Of questions of one owner under one key only the newest is answered."""

    def __init__(self, inbox: Inbox, failed: Failed) -> None:
        self._inbox = inbox
        self._failed = failed
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="question")
        self._long = ThreadPoolExecutor(1, thread_name_prefix="long question")
        self._newest: dict[tuple[int, str], int] = {}
        """By owner's id: an owner held here, or by what waits for its end, would never end."""
        self._tickets = 0
        self._closed = False

    def ask(
        self, owner: QObject, key: str, question: Callable[[], T], answer: Callable[[T], None], *, long: bool = False
    ) -> None:
        """Run `question` on another thread and hand its result to `answer` on the UI thread. `long` ones, which go
        through all of a film, wait for each other.

        Called on the UI thread. Dropped where the owner is gone by then or has asked again under the same key. A
        question that raises a `ReelmendError` is told as a failure; any other error is a bug and raised on the UI
        thread.
        """
        if self._closed:
            return
        known = id(owner)
        place = (known, key)
        if not any(other == known for other, _ in self._newest):
            owner.destroyed.connect(lambda: self._forget(known))
        self._tickets += 1
        ticket = self._newest[place] = self._tickets

        def run() -> None:
            if self._newest.get(place) != ticket:
                return
            try:
                result = question()
            except Exception as error:
                problem = error
                self._inbox.post(lambda: self._raise(owner, problem))
                return
            self._inbox.post(lambda: self._deliver(owner, place, ticket, answer, result))

        (self._long if long else self._pool).submit(run)

    def close(self) -> None:
        """Drop what waits and wait for what runs."""
        self._closed = True
        self._newest.clear()
        for pool in (self._pool, self._long):
            pool.shutdown(cancel_futures=True)

    def _deliver(
        self, owner: QObject, place: tuple[int, str], ticket: int, answer: Callable[[T], None], result: T
    ) -> None:
        if self._newest.get(place) == ticket and isValid(owner):
            answer(result)

    def _raise(self, owner: QObject, error: Exception) -> None:
        if self._closed or not isValid(owner):
            return
        if not isinstance(error, ReelmendError):
            raise error
        self._failed(error)

    def _forget(self, owner: int) -> None:
        for place in [place for place in self._newest if place[0] == owner]:
            del self._newest[place]
