"""One job in the dock: what it is, how far it is, what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from widgets.commands import CommandTable
from widgets.jobs.elided import ElidedLabel
from widgets.jobs.job import Job, JobState
from widgets.jobs.words import ICONS, found_so_far, reading, state_word
from widgets.text import translate
from widgets.theme import colour, icon
from widgets.theme.palette import BAD, OK, TEXT_DIM, WARN

TINTS = {
    JobState.DONE: OK,
    JobState.FAILED: BAD,
    JobState.PAUSED: WARN,
    JobState.CANCELLED: TEXT_DIM,
    JobState.WAITING: TEXT_DIM,
}
STEPS = 1000
"""Parts of the progress bar."""


KEYS = {
    Qt.Key.Key_Space: "jobs.pause",
    Qt.Key.Key_R: "jobs.retry",
    Qt.Key.Key_Up: "above",
    Qt.Key.Key_Down: "below",
}
ALT_KEYS = {Qt.Key.Key_Up: "jobs.up", Qt.Key.Key_Down: "jobs.down"}


class JobRow(QFrame):
    """A job's card. It takes the focus; keys and buttons run the commands of the table on it."""

    focused = Signal(object)
    """`Job`: this row has the focus."""
    asked = Signal(str)
    """A key was pressed here: the id of a command, or `above` or `below`."""

    def __init__(self, job: Job, commands: CommandTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job = job
        self._commands = commands
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._icon = QLabel(self)
        self._icon.setFixedSize(16, 16)
        self._title = ElidedLabel(job.title, self)
        self._bar = QProgressBar(self, maximum=STEPS)
        self._bar.setFixedHeight(16)
        self._reading = QLabel(self, wordWrap=True)
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self._reading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._pause = self._button("jobs.pause")
        self._retry = self._button("jobs.retry")
        self._up = self._button("jobs.up")
        self._down = self._button("jobs.down")
        self._cancel = self._button("jobs.cancel")
        self._remove = self._button("jobs.remove")
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._shown: tuple[object, ...] = ()
        self._lay_out()
        self.refresh(movable=False)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        head.addWidget(self._retry)
        head.addWidget(self._remove)
        work = QHBoxLayout()
        work.setSpacing(4)
        work.addWidget(self._bar, 1)
        for button in (self._up, self._down, self._pause, self._cancel):
            work.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(work)
        layout.addWidget(self._reading)
        layout.addLayout(self._actions)

    def _button(self, id: str) -> QToolButton:
        """A button that runs a command on this row's job, whichever row has the focus."""
        button = QToolButton(self)
        command = self._commands.command(id)
        button.setIcon(icon(command.icon))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(self._commands.tooltip(id))
        button.setAccessibleName(command.title)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        def run() -> None:
            self.focused.emit(self.job)
            self._commands.trigger(id)

        button.clicked.connect(run)
        return button

    def refresh(self, movable: bool) -> None:
        """Show the job as it is now; `movable` where it has neighbours to change places with."""
        job = self.job
        self._title.setText(job.title)
        self._bar.setVisible(not job.ended)
        self._bar.setValue(round(job.fraction * STEPS))
        self._bar.setFormat(f"{int(job.fraction * 100)} %")
        found = "" if job.ended else found_so_far(job)
        self._reading.setText("\n".join(filter(None, (reading(job), found))))
        self.setAccessibleName(f"{job.title}. {state_word(job.state)}. {self._reading.text()}")
        shown = (job.state, job.stopping, job.good, movable, job.actions)
        if shown != self._shown:
            self._shown = shown
            self._show_state(movable)

    def _show_state(self, movable: bool) -> None:
        job = self.job
        bad = job.state is JobState.FAILED or not job.good
        tint = BAD if bad else TINTS.get(job.state, "")
        picture = ICONS[JobState.FAILED] if bad else ICONS[job.state]
        self._icon.setPixmap((icon(picture, tint) if tint else icon(picture)).pixmap(16, 16))
        self._icon.setToolTip(state_word(job.state))
        self._reading.setProperty("role", "bad" if bad else "dim")
        self._reading.style().polish(self._reading)
        paused = job.state is JobState.PAUSED
        self._pause.setIcon(icon("play" if paused else "pause"))
        self._pause.setAccessibleName(translate("Jobs", "Resume") if paused else translate("Jobs", "Pause"))
        for button, visible in (
            (self._pause, not job.ended),
            (self._cancel, not job.ended),
            (self._up, movable and not job.ended),
            (self._down, movable and not job.ended),
            (self._retry, job.state in (JobState.FAILED, JobState.CANCELLED)),
            (self._remove, job.ended),
        ):
            button.setVisible(visible)
        for button in (self._pause, self._cancel):
            button.setEnabled(not job.stopping)
        self._show_actions()

    def _show_actions(self) -> None:
        while (item := self._actions.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for action in self.job.actions:
            button = QPushButton(icon(action.icon), action.title, self)
            button.setToolTip(action.title)
            button.clicked.connect(action.run)
            self._actions.addWidget(button)
        if self.job.actions:
            self._actions.addStretch(1)

    def event(self, event: QEvent) -> bool:
        """The row's own keys are not the window's while the row has the focus."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.hasFocus()
            and self._meant(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pauses, Delete cancels or removes, R runs again, arrows go, Alt with arrows moves the job."""
        meant = self._meant(event) if self.hasFocus() else ""
        if meant:
            self.asked.emit(meant)
        else:
            super().keyPressEvent(event)

    def _meant(self, event: QKeyEvent) -> str:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier:
            return ALT_KEYS.get(key, "")
        if held != Qt.KeyboardModifier.NoModifier:
            return ""
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return "jobs.remove" if self.job.ended else "jobs.cancel"
        return KEYS.get(key, "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The commands are about this job now."""
        super().focusInEvent(event)
        self.focused.emit(self.job)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere focuses the row."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, with a frame where it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.end()
