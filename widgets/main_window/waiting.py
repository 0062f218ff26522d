"""A small box while a project is opened or a demo made: what, how far, and a way out where there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from app.jobs.progress import Report, Reporter
from widgets.bridge.inbox import Inbox
from widgets.text import sentence, translate

SHOWN_AFTER_MS = 300


class Waiting:
    """Shown only where the wait is long enough to be noticed."""

    def __init__(self, title: str, parent: QWidget | None, cancel: Callable[[], None] | None = None) -> None:
        self._dialog = QProgressDialog(title, translate("Window", "Cancel"), 0, 0, parent)
        self._dialog.setWindowTitle("Reelmend")
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(SHOWN_AFTER_MS)
        self._dialog.setMinimumWidth(420)
        self._dialog.setAutoClose(False)
        self._dialog.setAutoReset(False)
        if cancel is None:
            self._dialog.setCancelButton(None)
        else:
            self._dialog.canceled.connect(cancel)
        self._inbox = Inbox(self._dialog)
        self._title = title

    def reporter(self) -> Reporter:
        """A reporter for the thread that does the work."""

        def report(reading: Report) -> None:
            self._inbox.post(lambda: self._show(reading))

        return report

    def finish(self) -> None:
        """Take the box away."""
        self._inbox.close()
        self._dialog.reset()
        self._dialog.hide()
        self._dialog.deleteLater()

    def _show(self, reading: Report) -> None:
        self._dialog.setMaximum(reading.total)
        self._dialog.setValue(reading.done)
        self._dialog.setLabelText(f"{self._title}\n{sentence(reading.sentence())}")
