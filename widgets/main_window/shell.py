"""The program's life: welcome page or project window, opening and closing, another language, the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from app.engine.worker import Token
from app.errors import ReelmendError
from app.media.reel import Reel
from app.session import SUFFIX
from widgets.bridge.bridge import Bridge
from widgets.commands import CommandTable
from widgets.context import Context
from widgets.desk import Desk
from widgets.main_window.background import Background
from widgets.main_window.commands import add_window_commands
from widgets.main_window.keepsakes import Keepsakes
from widgets.main_window.opening import (
    Choices,
    Opened,
    looked_at,
    make_demo,
    new_project,
    open_project,
    proposed_path,
)
from widgets.main_window.place import keep_place, take_place
from widgets.main_window.waiting import Waiting
from widgets.main_window.welcome_window import WelcomeWindow
from widgets.main_window.window import MainWindow
from widgets.settings import Settings
from widgets.text import sentence, set_language, translate
from widgets.welcome.media import media_kinds


class Shell(QObject):
    """Shows exactly one window: the welcome page, or the open project's. Owns the project while it is open."""

    opened = Signal()
    """A project window stands."""
    closed = Signal()
    """A project was closed."""
    ended = Signal()
    """The last window is gone."""

    def __init__(self, settings: Settings, demo_folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.context: Context | None = None
        self.window: MainWindow | WelcomeWindow | None = None
        self._demo_folder = demo_folder
        self._background = Background(self)
        self._keepsakes = Keepsakes(settings, self)
        self._waiting: Waiting | None = None
        self._after_close: Callable[[], None] = self.show_welcome
        settings.changed.connect(self._on_setting)

    @property
    def bridge(self) -> Bridge | None:
        """The open project, or None."""
        return None if self.context is None else self.context.bridge

    # --- windows -----------------------------------------------------------------------------------------

    def show_welcome(self) -> None:
        """The page that one begins at."""
        window = WelcomeWindow(self.settings)
        window.page.new_requested.connect(self.new)
        window.page.open_requested.connect(self.open)
        window.page.demo_requested.connect(self.demo)
        window.open_dialog.connect(self.ask_open)
        window.new_dialog.connect(self.ask_new)
        window.closed.connect(self.quit)
        self._replace(window)

    def show_project(self) -> None:
        """The window of the open project, made anew."""
        assert self.context is not None
        self._show(self.context.bridge, self.context.desk)

    def _show(self, bridge: Bridge, desk: Desk) -> None:
        commands = CommandTable(self.settings)
        self.context = Context(bridge, desk, commands, self.settings)
        window = MainWindow(self.context)
        commands.setParent(window)  # they hold each other: whoever outlived the other would keep it
        add_window_commands(self, window)
        window.finish()
        window.closing.connect(self.close_project)
        self._replace(window)
        self.opened.emit()

    def _replace(self, window: MainWindow | WelcomeWindow) -> None:
        before, self.window = self.window, window
        window.show()
        if before is not None:
            before.let_go = True
            before.close()
            before.deleteLater()

    def _on_setting(self, name: str) -> None:
        if name == "language":
            QTimer.singleShot(0, self.change_language)

    def change_language(self) -> None:
        """Speak what the settings say: the window is built anew on the same open project."""
        set_language(self.settings.language)
        if self.context is not None:
            if isinstance(self.window, MainWindow):
                self.window.keep_layout()
            self.show_project()
        else:
            self.show_welcome()

    # --- opening -----------------------------------------------------------------------------------------

    def ask_open(self) -> None:
        """Let the person choose a project file."""
        path, _ = QFileDialog.getOpenFileName(
            self.window,
            translate("Window", "Open a project"),
            str(self._last_folder()),
            translate("Window", "Reelmend projects (*{suffix})").format(suffix=SUFFIX),
        )
        if path:
            self.open(Path(path))

    def ask_new(self) -> None:
        """Let the person choose the media of a new project."""
        path, _ = QFileDialog.getOpenFileName(
            self.window,
            translate("Window", "New project: choose a movie, or any frame of a sequence"),
            str(self._last_folder()),
            media_kinds(),
        )
        if path:
            self.new([Path(path)])

    def open(self, path: Path, readonly: bool = False) -> None:
        """Open a project; the one that is open is closed first."""
        choices = Choices.of(self.settings)
        self._begin(
            translate("Window", "Opening {name}").format(name=path.name),
            lambda: open_project(path, readonly, choices),
            lambda error: self._open_failed(path, error),
        )

    def new(self, media: list[Path], target: Path | None = None) -> None:
        """Make a project of media. They are opened first: what cannot be read is met before anything is asked. Then
        the project file is proposed beside them; the person may put it elsewhere."""
        if target is not None:
            self._make(target, media)
            return
        if self._background.busy:
            return
        self._waiting = Waiting(translate("Window", "Looking at {name}").format(name=media[0].name), self.window)

        def done(reels: tuple[Reel, ...]) -> None:
            self._stop_waiting()
            if (chosen := self._ask_place(media[0])) is not None:
                self._make(chosen, reels)

        def failed(error: ReelmendError) -> None:
            self._stop_waiting()
            self._tell(translate("Window", "No project can be made of this"), error)

        self._background.run(lambda: looked_at(media), done, failed)

    def _ask_place(self, media: Path) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.window,
            translate("Window", "Where the project file is to lie"),
            str(proposed_path(media)),
            translate("Window", "Reelmend projects (*{suffix})").format(suffix=SUFFIX),
        )
        path = Path(chosen)
        return None if not chosen else path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def _make(self, path: Path, media: Sequence[Path | Reel]) -> None:
        choices = Choices.of(self.settings)
        self._begin(
            translate("Window", "Making {name}").format(name=path.name),
            lambda: new_project(path, media, choices),
            lambda error: self._tell(translate("Window", "The project could not be made"), error),
            fresh=True,
        )

    def demo(self) -> None:
        """Make the demo reel in a folder of its own, and a project of it."""
        token = Token()
        title = translate("Window", "Making a damaged reel to try Reelmend on")
        self._waiting = Waiting(title, self.window, token.cancel)
        report = self._waiting.reporter()
        folder = self._demo_folder

        def done(scan: Path) -> None:
            self._stop_waiting()
            self.new([scan], scan.parent.parent / f"demo{SUFFIX}")

        self._background.run(lambda: make_demo(folder, report, token), done, self._demo_failed)

    def _demo_failed(self, error: ReelmendError) -> None:
        self._stop_waiting()
        self._tell(translate("Window", "The demo reel could not be made"), error)

    def _begin(
        self, title: str, call: Callable[[], Opened], failed: Callable[[ReelmendError], None], fresh: bool = False
    ) -> None:
        if self._background.busy:
            return
        if self.settings.author:
            os.environ["REELMEND_AUTHOR"] = self.settings.author
        if self.context is not None:
            self._after_close = lambda: self._begin(title, call, failed, fresh)
            self.close_project()
            return
        self._waiting = Waiting(title, self.window)

        def done(opened: Opened) -> None:
            self._stop_waiting()
            self.adopt(opened, fresh)

        def not_done(error: ReelmendError) -> None:
            self._stop_waiting()
            if self.window is None:
                self.show_welcome()
            failed(error)

        self._background.run(call, done, not_done)

    def adopt(self, opened: Opened, fresh: bool = False) -> None:
        """Show the window of a session. In a fresh project the shots are found, as a job."""
        bridge = Bridge(opened.session, self)
        desk = Desk(self)
        desk.set_length(bridge.film.length)
        take_place(self.settings, bridge, desk)
        self.settings.remember(bridge.project.path, datetime.now())
        if not bridge.readonly:
            self.settings.set_running(bridge.project.path)
        self._show(bridge, desk)
        for note in opened.notes:
            bridge.tell(translate("Window", "Not as the preferences want it"), note)
        if fresh and self.context is not None:
            self.context.commands.trigger("shots.find")

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.finish()
            self._waiting = None

    def _open_failed(self, path: Path, error: ReelmendError) -> None:
        if not isinstance(self.window, WelcomeWindow):
            self.show_welcome()
        assert isinstance(self.window, WelcomeWindow)
        self.window.page.show_trouble(path, error)

    def _tell(self, headline: str, error: ReelmendError) -> None:
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Reelmend")
        box.setText(headline)
        box.setInformativeText(sentence(str(error)))
        box.exec()
        box.deleteLater()

    def _last_folder(self) -> Path:
        for recent in self.settings.recent:
            if recent.path.parent.is_dir():
                return recent.path.parent
        return Path.home()

    # --- closing -----------------------------------------------------------------------------------------

    def close_project(self) -> None:
        """Close the project and go back to the welcome page; long jobs are asked about first."""
        if self.context is None or not self._may_close(self.context.bridge, self.window):
            self._after_close = self.show_welcome
            return
        bridge, desk = self.context.bridge, self.context.desk
        if isinstance(self.window, MainWindow):
            self.window.keep_layout()
            self.window.setEnabled(False)
        self.settings.remember(bridge.project.path, datetime.now())
        self._keepsakes.keep(bridge, desk)
        keep_place(self.settings, bridge, desk)
        try:
            bridge.close()
        except ReelmendError as error:
            self._tell(translate("Window", "An edit could not be kept"), error)
        self.context = None
        self.settings.set_running(None)
        after, self._after_close = self._after_close, self.show_welcome
        old, self.window = self.window, None
        after()
        if old is not None:
            old.let_go = True
            old.close()
            old.deleteLater()
        bridge.deleteLater()
        desk.deleteLater()
        self.closed.emit()

    def quit(self) -> None:
        """Close the project, if one is open, and end the program."""
        if self.context is not None:
            self._after_close = self._end
            self.close_project()
        else:
            self._end()

    def _end(self) -> None:
        self._keepsakes.finish()
        self.settings.flush()
        self.ended.emit()
        QApplication.exit(0)  # `quit` would ask every window again, and windows ask the shell

    @staticmethod
    def _may_close(bridge: Bridge, parent: QWidget | None) -> bool:
        if not bridge.jobs.active:
            return True
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Reelmend")
        box.setText(translate("Window", "%n job(s) are not finished", n=len(bridge.jobs.active)))
        box.setInformativeText(
            translate("Window", "What they have finished is kept, and a pass goes on from there next time.")
        )
        close = box.addButton(translate("Window", "Stop them and close"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(translate("Window", "Go on working"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        box.deleteLater()
        return box.clickedButton() is close
