"""One slow call beside the window: opening and making projects, before there is a bridge."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from app.errors import ReelmendError
from widgets.bridge.inbox import Inbox

T = TypeVar("T")


class Background(QObject):
    """Runs calls on a thread of their own and answers on the UI thread. At most one at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = Inbox(self)
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """True while a call runs."""
        return self._thread is not None

    def run(self, call: Callable[[], T], done: Callable[[T], None], failed: Callable[[ReelmendError], None]) -> bool:
        """Run `call`; False, and nothing happens, while another runs. Other errors than ours are raised."""
        if self._thread is not None:
            return False

        def work() -> None:
            try:
                result = call()
            except Exception as error:
                problem = error
                self._inbox.post(lambda: self._end(lambda: _tell(problem, failed)))
            else:
                self._inbox.post(lambda: self._end(lambda: done(result)))

        self._thread = threading.Thread(target=work, name="opening", daemon=True)
        self._thread.start()
        return True

    def _end(self, answer: Callable[[], None]) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()
        answer()


def _tell(error: Exception, failed: Callable[[ReelmendError], None]) -> None:
    if not isinstance(error, ReelmendError):
        raise error
    failed(error)
