"""Telling a person who looks elsewhere that a job has ended."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from widgets.bridge.bridge import Bridge
from widgets.jobs.job import Job, JobState
from widgets.jobs.words import reading
from widgets.text import translate
from widgets.theme import icon

ALWAYS = ("pass",)
"""Kinds of jobs whose end is told to who is at the window, too: what they found is what comes next."""


class Notices(QObject):
    """Watches the board. Failures are told always, by the bridge, and so are the ends of passes; other ends only
    while no window of ours is active."""

    told = Signal(str, str, object)
    """A headline and a sentence about a job that ended, to be shown as a banner as well, and the first `JobAction` of
    what can be done about it, or None."""

    def __init__(self, bridge: Bridge, panel: QWidget) -> None:
        super().__init__(panel)
        self._bridge = bridge
        self._panel = panel
        self._tray: QSystemTrayIcon | None = None
        bridge.jobs.finished.connect(self._on_finished)

    def _on_finished(self, job: Job) -> None:
        away = not self._panel.window().isActiveWindow() and QApplication.activeWindow() is None
        quiet = not away and job.state is JobState.DONE and job.good and job.kind not in ALWAYS
        if job.light or job.state is JobState.CANCELLED or quiet:
            return
        headline = _headline(job)
        if job.state is JobState.FAILED:
            self._bridge.tell(headline, job.error)
        else:
            self.told.emit(headline, job.note, next(iter(job.actions), None))
        if away:
            self._notify(headline, job.note if job.state is JobState.DONE else reading(job))

    def _notify(self, headline: str, sentence: str) -> None:
        """By the system's notices where it has them, else by the window's mark in the task bar."""
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            QApplication.alert(self._panel.window())
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("film"), self)
            self._tray.messageClicked.connect(self._raise)
            self._tray.activated.connect(lambda _: self._raise())
        self._tray.show()
        self._tray.showMessage(headline, sentence, icon("film"))

    def _raise(self) -> None:
        """The person answers: back to the window."""
        window = self._panel.window()
        window.raise_()
        window.activateWindow()
        if self._tray is not None:
            self._tray.hide()


def _headline(job: Job) -> str:
    if job.state is JobState.FAILED:
        return translate("Jobs", "Failed: {title}").format(title=job.title)
    if job.note:
        return job.title  # the note says how it ended
    return translate("Jobs", "Done: {title}").format(title=job.title)
