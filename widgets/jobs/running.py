"""The pass that runs, told where one waits for what it finds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from widgets.jobs.board import JobBoard
from widgets.jobs.elided import ElidedLabel
from widgets.jobs.job import Job, JobState
from widgets.jobs.words import found_so_far, reading
from widgets.text import filled, translate

STEPS = 1000
"""Parts of the progress bar."""


def pass_over(board: JobBoard, shot: str | None = None) -> Job | None:
    """The pass on the board that looks at a shot (any, where None): one that runs rather than one that waits."""
    passes = [job for job in board.active if job.kind == "pass" and (shot is None or shot in job.shots)]
    return next((job for job in passes if job.state is JobState.RUNNING), passes[0] if passes else None)


def promise(job: Job) -> str:
    """What to expect in an empty list while a pass is at it."""
    if job.state is JobState.RUNNING:
        return translate("Jobs", "A pass is looking for damage. What it finds comes here when it is done.")
    return translate("Jobs", "A pass waits to look for damage. What it finds comes here when it is done.")


class RunningPass(QFrame):
    """Name, bar and reading of the pass that looks at `shot()`; hidden while there is none."""

    came_or_went = Signal()
    """It is another pass now, or none, or it waited and runs."""

    def __init__(
        self, board: JobBoard, shot: Callable[[], str | None] = lambda: None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._board, self._shot = board, shot
        self.job: Job | None = None
        self._state: JobState | None = None
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = ElidedLabel("", self)
        self._bar = QProgressBar(self, maximum=STEPS)
        self._bar.setFixedHeight(16)
        self._reading, self._found = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        for part in (self._title, self._bar, self._reading, self._found):
            column.addWidget(part)
        for line in (self._reading, self._found):
            line.setProperty("role", "dim")
        board.changed.connect(self._on_changed)
        board.listed.connect(self.refresh)
        self.hide()
        self.refresh()

    @property
    def words(self) -> str:
        """All that it says."""
        return "\n".join(filter(None, (self._title.text(), self._reading.text(), self._found.text())))

    def refresh(self) -> None:
        """Look for the pass anew: the shot may be another."""
        job = pass_over(self._board, self._shot())
        before = self.job, self._state
        self.job, self._state = job, None if job is None else job.state
        if job is not None:
            self._show(job)
        if (job is None) is not self.isHidden():
            self.setVisible(job is not None)
        if before != (self.job, self._state):
            self.came_or_went.emit()

    def _on_changed(self, job: Job) -> None:
        if job.kind == "pass":
            self.refresh()

    def _show(self, job: Job) -> None:
        self._title.setText(filled(translate("Jobs", "Pass: {title}"), title=job.title))
        self._bar.setValue(round(job.fraction * STEPS))
        self._bar.setFormat(f"{int(job.fraction * 100)} %")
        self._reading.setText(reading(job))
        found = found_so_far(job)
        self._found.setText(found)
        self._found.setVisible(bool(found))
        self.setAccessibleName(self.words)
