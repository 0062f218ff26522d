"""The picture in a window of its own, on the second screen where there is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets import viewer
from widgets.text import translate

if TYPE_CHECKING:
    from widgets.main_window.window import MainWindow


class SecondScreen(QObject):
    """Shows and hides the second picture. It shares the desk with the first: same frame, same comparison."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._picture: _PictureWindow | None = None

    def show(self, on: bool) -> None:
        """Open the picture on the screen that the window is not on, filling it; or close it again."""
        if not on:
            if self._picture is not None:
                self._picture.close()
            return
        picture = _PictureWindow(self._window, self._closed)
        here = self._window.screen()
        other = next((screen for screen in QGuiApplication.screens() if screen is not here), None)
        if other is not None:
            picture.setGeometry(other.geometry())
            picture.showFullScreen()
        else:
            picture.resize(960, 600)
            picture.show()
        self._picture = picture

    def _closed(self) -> None:
        self._picture = None
        action = self._window.context.commands.action("screen.second")
        action.setChecked(False)


class _PictureWindow(QWidget):
    def __init__(self, window: MainWindow, closed: Callable[[], None]) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._closed = closed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Window", "Picture - Reelmend"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(viewer.make_panel(window.context, second=True))
        # The keys of the main window work here too.
        self.addActions(window.actions())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self._closed()
