"""The window before a project is open."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from widgets.commands import Command, CommandTable
from widgets.main_window.commands import add_about
from widgets.main_window.menus import fill_menus
from widgets.settings import Settings
from widgets.text import translate
from widgets.welcome import WelcomePage


class WelcomeWindow(QMainWindow):
    """The welcome page with the few commands that make sense there."""

    open_dialog = Signal()
    new_dialog = Signal()
    closed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.let_go = False
        self.setWindowTitle("Reelmend")
        self.setMinimumSize(QSize(960, 600))
        self.resize(1280, 800)
        self.commands = CommandTable(settings, self)
        self.commands.attach(self)
        self.page = WelcomePage(settings, self)
        self.setCentralWidget(self.page)
        file = translate("Category", "File")
        for command, run in (
            (Command("file.new", translate("Window", "New project..."), file, ("Ctrl+N",)), self.new_dialog.emit),
            (Command("file.open", translate("Window", "Open project..."), file, ("Ctrl+O",)), self.open_dialog.emit),
            (Command("file.quit", translate("Window", "Quit"), file, ("Ctrl+Q",)), self.close),
        ):
            self.commands.add(command, run)
        add_about(settings, self.commands, self)
        fill_menus(self.menuBar(), self.commands)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the welcome page ends the program, unless the shell puts another window in its place."""
        event.accept()
        if not self.let_go:
            self.closed.emit()
