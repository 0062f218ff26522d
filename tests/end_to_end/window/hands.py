"""Hands on a real window: keys and pointer through the X server, looks at the window through its own thread."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QProgressDialog, QWidget

from tests.end_to_end.window.screen import Screen, shoot
from widgets.bridge.inbox import Inbox
from widgets.main_window.shell import Shell
from widgets.main_window.window import MainWindow

T = TypeVar("T")


class Hands:
    """Called from a thread of its own while the window runs its loop. What the window is asked is asked on its own
    thread; what it is told comes as events of the X server."""

    def __init__(self, shell: Shell, screen: Screen, pictures: Path) -> None:
        self.shell = shell
        self.screen = screen
        self.key = screen.key
        self.type = screen.type
        self._pictures = pictures
        self._inbox = Inbox(shell)

    def ask(self, question: Callable[[], T]) -> T:
        """Answer on the UI thread."""
        future: Future[T] = Future()

        def answer() -> None:
            try:
                future.set_result(question())
            except BaseException as error:
                future.set_exception(error)

        self._inbox.post(answer)
        return future.result(30)

    def until(self, holds: Callable[[], object], what: str, seconds: float = 60.0) -> None:
        """Wait until something holds, asked on the UI thread."""
        deadline = time.monotonic() + seconds
        while not self.ask(holds):
            if time.monotonic() > deadline:
                self.shoot("late")
                raise AssertionError(f"not within {seconds:.0f} s: {what}")
            time.sleep(0.05)

    def shoot(self, name: str) -> None:
        """A picture of the screen."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        shoot(self.screen, self._pictures / f"{name}.png")

    def place(self, widget: Callable[[], QWidget], x: float = 0.5, y: float = 0.5) -> tuple[int, int]:
        """A point of a widget, in shares of its size, on the screen."""

        def where() -> QPoint:
            found = widget()
            return found.mapToGlobal(QPoint(int(found.width() * x), int(found.height() * y)))

        point = self.ask(where)
        return point.x(), point.y()

    def click(self, widget: Callable[[], QWidget], x: float = 0.5, y: float = 0.5) -> None:
        """Click on a widget."""
        self.screen.click(*self.place(widget, x, y))

    def focus(self, widget: Callable[[], QWidget]) -> None:
        """Give a top-level window the keys: there is no window manager that would."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with suppress(RuntimeError, AttributeError):  # another window may take its place at this moment
                self.screen.do("windowfocus", self.ask(lambda: int(widget().winId())))
                for _ in range(10):
                    if self.ask(lambda: widget().isActiveWindow()):
                        return
                    time.sleep(0.05)
            time.sleep(0.1)
        self.shoot("unfocused")
        raise AssertionError("the window does not take the keys")

    def dialog(self) -> QDialog | None:
        """The dialog that waits for an answer (on the UI thread). A box that only tells of progress is none."""
        modal = QApplication.activeModalWidget()
        shown = [modal, *(one for one in QApplication.topLevelWidgets() if one.isVisible())]
        asking = [one for one in shown if isinstance(one, QDialog) and not isinstance(one, QProgressDialog)]
        return asking[0] if asking else None

    def on_top(self) -> QWidget:
        """What takes the keys now: the box that is open, else the window. Looked up anew at every try, for the
        next box may open while this one goes, and a window behind a modal box never becomes active."""
        return QApplication.activeModalWidget() or self.dialog() or self.shell.window

    def menu(self) -> QMenu | None:
        """The menu that is open (on the UI thread)."""
        popup = QApplication.activePopupWidget()
        return popup if isinstance(popup, QMenu) else None

    def choose(self, text: str) -> None:
        """Click the entry of the open menu that begins with a text."""

        def where() -> QPoint:
            menu = self.menu()
            assert menu is not None
            found = next(one for one in menu.actions() if one.text().replace("&", "").startswith(text))
            return menu.mapToGlobal(menu.actionGeometry(found).center())

        point = self.ask(where)
        self.screen.click(point.x(), point.y())

    def answer_dialog(self, what: str, text: str = "") -> None:
        """Wait for a dialog, type into it and press Return."""
        self.until(lambda: self.dialog() is not None, f"dialog: {what}")
        time.sleep(0.4)
        before = self.ask(self.dialog)
        self.focus(lambda: before)
        if text:
            self.key("ctrl+a")
            self.type(text)
        time.sleep(0.2)
        self.key("Return")
        self.until(lambda: self.dialog() is not before, f"the dialog goes: {what}")
        self.focus(self.on_top)

    @property
    def window(self) -> MainWindow:
        """The project's window."""
        window = self.shell.window
        assert isinstance(window, MainWindow)
        return window

    def kinds(self) -> list[str]:
        """The kinds of the ledger's rows, oldest first; asked of the project, in any thread."""
        bridge = self.shell.bridge
        assert bridge is not None
        return [entry.kind for entry in bridge.project.entries()]


def work(shell: Shell, hands: Hands, day: Callable[[Hands], None]) -> list[str]:
    """Run the window's loop while `day` works on it in another thread; what went wrong, or nothing."""
    problems: list[str] = []

    def run() -> None:
        try:
            day(hands)
        except BaseException:
            problems.append(traceback.format_exc())
            hands._inbox.post(lambda: QApplication.exit(1))

    thread = threading.Thread(target=run, name="hands", daemon=True)
    thread.start()
    QApplication.exec()
    thread.join(10)
    return problems
