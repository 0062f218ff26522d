"""The real window, off the screen, to be looked at: opened on a project, brought to rest, grabbed whole."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from app.document.commands import SetCuts
from app.document.project import Project
from app.errors import ReelmendError
from app.session import Session
from widgets.context import Context
from widgets.main_window.opening import Choices, Opened, new_project, open_project
from widgets.main_window.shell import Shell
from widgets.main_window.welcome_window import WelcomeWindow
from widgets.main_window.window import MainWindow
from widgets.settings import Settings
from widgets.text import set_language
from widgets.theme.palette import EDGE

PATIENCE_S = 30.0


class Studio:
    """A shell with settings of its own. `scan` is a folder of frames, `film` a project the pass has been over.

    `quiet` is how many seconds nothing may be painted for before the window counts as at rest.
    """

    def __init__(self, folder: Path, scan: Path, film: Path, language: str, size: QSize, quiet: float = 0.05) -> None:
        self.folder = folder
        self.scan = scan
        self.film = film
        self.size = size
        self._quiet = quiet
        settings = Settings(folder / "settings.ini")
        settings.language = language
        settings.proxies = False
        settings.author = "Li Wei"
        settings.cache_folder = folder / "cache"
        set_language(language)
        QApplication.setCursorFlashTime(0)  # a caret that blinks is never at rest
        self.shell = Shell(settings)
        self._painted = _Painted()

    # --- opening and closing -----------------------------------------------------------------------------

    def welcome(self) -> WelcomeWindow:
        """The page one begins at, made anew."""
        self.shell.show_welcome()
        self._size()
        assert isinstance(self.shell.window, WelcomeWindow)
        return self.shell.window

    def new(self) -> None:
        """A project of the scan, in three shots, no pass yet."""
        self._adopt(new_project(self.folder / "new.reelmend", [self.scan], Choices.of(self.shell.settings)))
        bridge = self.context.bridge
        bridge.dispatch(SetCuts(bridge.film.spans[0].reel, (20, 40)))  # looking for them takes seconds
        self.until(lambda: len(bridge.film.shots) == 3)

    def empty(self) -> None:
        """A project without a reel."""
        project = Project.create(self.folder / "empty.reelmend", "Li Wei")
        self._adopt(Opened(Session(project, {})))

    def open(self, readonly: bool = False) -> None:
        """The project the pass has been over."""
        self._adopt(open_project(self.film, readonly, Choices.of(self.shell.settings)))

    def _adopt(self, opened: Opened) -> None:
        self.shell.adopt(opened)
        self._size()
        self.window.reset_layout()

    def close(self) -> None:
        """Back to no window at all, as after a day."""
        if self.shell.context is not None:
            self.context.bridge.jobs.close()
            self.shell.close_project()
        assert self.shell.window is not None
        self.shell.window.let_go = True
        self.shell.window.close()
        self.shell.window.deleteLater()
        self.shell.window = None
        self.pump(0.02)

    def end(self) -> None:
        """Nothing is left to come."""
        self._painted.stop()
        self.shell.deleteLater()
        self.pump(0.02)

    def _size(self) -> None:
        assert self.shell.window is not None
        self.shell.window.showNormal()
        self.shell.window.resize(self.size)
        self.pump(0.02)

    # --- what there is -----------------------------------------------------------------------------------

    @property
    def window(self) -> MainWindow:
        """The project's window."""
        assert isinstance(self.shell.window, MainWindow)
        return self.shell.window

    @property
    def context(self) -> Context:
        """Its bridge, desk, commands and settings."""
        assert self.shell.context is not None
        return self.shell.context

    def run(self, id: str) -> None:
        """A command, as by its key."""
        assert self.context.commands.trigger(id), f"{id}: {self.context.commands.reason(id)}"

    def failure_of(self, call: Callable[[], object]) -> ReelmendError:
        """The failure that a call ends in."""
        try:
            call()
        except ReelmendError as error:
            return error
        raise AssertionError("this should have failed")

    # --- time --------------------------------------------------------------------------------------------

    def pump(self, seconds: float) -> None:
        """Let the window live for so long, and what was put off be done."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, max(int(left * 1000), 1))
            time.sleep(min(left, 0.002))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def until(self, holds: Callable[[], object]) -> None:
        """Let the window live until something holds."""
        began = time.perf_counter()
        while not holds():
            self.pump(0.005)
            assert time.perf_counter() - began < PATIENCE_S, "nothing came of it"

    def rest(self, at_most: float = 4.0) -> None:
        """Let the window live until every edit is kept and nothing is painted any more."""
        if self.shell.context is not None:
            self.until(lambda: not self.context.bridge.unacknowledged)
        began = time.perf_counter()
        seen, since = self._painted.count, began
        while (now := time.perf_counter()) - since < self._quiet and now - began < at_most:
            self.pump(0.01)
            if self._painted.count != seen:
                seen, since = self._painted.count, time.perf_counter()

    # --- pictures ----------------------------------------------------------------------------------------

    def tops(self) -> list[QWidget]:
        """The window and what stands over it, the window first."""
        window = self.shell.window
        assert window is not None
        return [window, *(top for top in QApplication.topLevelWidgets() if top is not window and top.isVisible())]

    def grab(self) -> QPixmap:
        """The window with everything that stands over it."""
        window, *others = self.tops()
        whole = window.grab()
        painter = QPainter(whole)
        for other in others:
            spot = window.mapFromGlobal(other.mapToGlobal(QPoint(0, 0)))
            room = whole.size() - other.size()
            spot = QPoint(min(max(spot.x(), 0), max(room.width(), 0)), min(max(spot.y(), 0), max(room.height(), 0)))
            painter.drawPixmap(spot, other.grab())
            painter.setPen(QColor(EDGE))  # the frame that a window manager would draw
            painter.drawRect(other.rect().translated(spot))
        painter.end()
        return whole


class _Painted(QObject):
    """Counts everything that is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def stop(self) -> None:
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not isinstance(watched, QMenuBar):
            self.count += 1
        return False
