"""Starting the program: one application, its look and language, and what happens when something unforeseen does."""

from __future__ import annotations

import faulthandler
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import cv2
import torch
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from app import __version__
from widgets import theme
from widgets.main_window.collecting import spared
from widgets.main_window.crash import catch_bugs
from widgets.main_window.shell import Shell
from widgets.settings import Settings
from widgets.text import set_language

SWITCH_INTERVAL_S = 0.0001
"""How long Python code of another thread may go on before the window gets its turn."""


def make_application(settings: Settings, arguments: Sequence[str] = ()) -> QApplication:
    """The one application, with theme and language. Threads are held to one each: with two, torch lets the window
    wait up to 66 ms on a machine of two cores, with one 26 ms."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    theme.set_scale(settings.scale)
    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("Reelmend")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("reelmend")
    app.setQuitOnLastWindowClosed(False)
    theme.apply(app)
    set_language(settings.language)
    return app


def run(project: Path | None = None, media: Sequence[Path] = (), settings: Settings | None = None) -> int:
    """Open the window: on a project, on a new one of `media`, or on the welcome page. Returns the exit code."""
    settings = settings or Settings()
    app = make_application(settings)
    faulthandler.enable()
    shell = Shell(settings)
    catch_bugs(shell)
    shell.show_welcome()
    if project is not None:
        shell.open(project)
    elif media:
        shell.new(list(media))
    _end_on_signals(shell)
    try:
        with spared(shell):
            return app.exec()
    finally:
        # What was put off until the loop comes round again would be met by a Python that is half taken down.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settings.flush()


def _end_on_signals(shell: Shell) -> None:
    """Ctrl-C and SIGTERM close the project properly. Python sees signals only between its own instructions, so a
    timer gives it some."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: QTimer.singleShot(0, shell.quit))
    pulse = QTimer(shell)
    pulse.timeout.connect(lambda: None)
    pulse.start(250)
