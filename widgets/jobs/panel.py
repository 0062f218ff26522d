"""The dock of the jobs: offers to go on, the rows, and what to do when there is nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.jobs.unfinished import UnfinishedPass, give_up, unfinished_passes
from widgets.context import Context
from widgets.jobs.job import Job
from widgets.jobs.notices import Notices
from widgets.jobs.passes import submit_pass
from widgets.jobs.row import JobRow
from widgets.jobs.words import offer
from widgets.text import translate
from widgets.theme import icon
from widgets.theme.palette import TEXT_DIM

EMPTY_WIDTH = 224
"""Pixels the words of an empty dock are set in."""


class JobsPanel(QWidget):
    """Rows in the order in which the jobs run. `current` is the job that the commands are about."""

    offered = Signal(object)
    """A list of the `Offer`s that now stand, to be told where the dock is hidden, too."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._board = context.bridge.jobs
        self._rows: dict[Job, JobRow] = {}
        self._focused: Job | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(8)
        self._empty = self._make_empty()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self.notices = Notices(context.bridge, self)
        self._board.listed.connect(self.fill)
        self._board.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(self._offers)
        column.addLayout(self._list)
        column.addWidget(self._empty, 1)
        column.addStretch(0)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self._scroll = scroll

    def _make_empty(self) -> QWidget:
        empty = QWidget(self)
        picture = QLabel(empty)
        picture.setPixmap(icon("list-checks", TEXT_DIM).pixmap(32, 32))
        words = QLabel(translate("Jobs", "Passes, exports and other long work run here, beside yours."), empty)
        words.setProperty("role", "dim")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(EMPTY_WIDTH)
        words.setMinimumHeight(words.heightForWidth(EMPTY_WIDTH))
        layout = QVBoxLayout(empty)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        self._run = QPushButton(translate("Jobs", "Run a pass..."), empty)
        self._run.clicked.connect(lambda: self._context.commands.trigger("pass.run"))
        layout.addWidget(self._run, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        return empty

    # --- what the commands are about ---------------------------------------------------------------------

    @property
    def current(self) -> Job | None:
        """The job of the focused row, or else the first that has not ended, or the first."""
        jobs = self._board.jobs
        if self._focused in jobs:
            return self._focused
        return next(iter(self._board.active), jobs[0] if jobs else None)

    def _on_focused(self, job: Job) -> None:
        self._focused = job
        self._context.commands.refresh(COMMANDS)

    # --- rows ----------------------------------------------------------------------------------------------

    def fill(self) -> None:
        """Rows for the jobs there are, in their order. The first call also asks for passes to go on with."""
        jobs = self._board.jobs
        for job in [job for job in self._rows if job not in jobs]:
            row = self._rows.pop(job)
            if row.isAncestorOf(self.focusWidget() or self):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, job in enumerate(jobs):
            existing = self._rows.get(job)
            if existing is None:
                existing = self._rows[job] = JobRow(job, self._context.commands, self)
                existing.focused.connect(self._on_focused)
                existing.asked.connect(self._on_asked)
            if self._list.indexOf(existing) != place:
                self._list.insertWidget(place, existing)
        self._run.setToolTip(self._context.commands.tooltip("pass.run"))
        self._refresh_all()
        if not self._asked:
            self._asked = True
            self._ask_unfinished()

    _asked = False

    def _on_changed(self, job: Job) -> None:
        if job in self._rows:
            self._rows[job].refresh(self._movable)
        if job.ended or job.frames_done == 0:
            self._refresh_all()

    @property
    def _movable(self) -> bool:
        return len(self._board.active) > 1

    def _refresh_all(self) -> None:
        for row in self._rows.values():
            row.refresh(self._movable)
        self._empty.setVisible(not self._rows and self._offers.count() == 0)
        self._context.commands.refresh(COMMANDS)

    # --- passes that were not finished -------------------------------------------------------------------

    def _ask_unfinished(self) -> None:
        if not self._context.bridge.readonly:
            project = self._context.bridge.project
            self._context.bridge.ask(self, "unfinished", lambda: unfinished_passes(project), self._offer)

    def _offer(self, found: tuple[UnfinishedPass, ...]) -> None:
        going_on = {job.shots for job in self._board.active if job.kind == "pass"}
        offers = [
            Offer(self._context, item, self)
            for item in found
            if tuple(shot.id for shot in item.shots) not in going_on
        ]
        for card in offers:
            self._offers.addWidget(card)
        self._refresh_all()
        if offers:
            self.offered.emit(offers)

    def dismiss(self, card: QWidget) -> None:
        """Take an offer away; the focus does not go with it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offers.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._refresh_all()

    def _on_asked(self, what: str) -> None:
        """A key on a row: a command of the table, or `above` or `below`."""
        if what not in ("above", "below"):
            self._context.commands.trigger(what)
            return
        jobs = self._board.jobs
        if self._focused in jobs:
            there = min(max(jobs.index(self._focused) + (-1 if what == "above" else 1), 0), len(jobs) - 1)
            self._rows[jobs[there]].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self._rows[jobs[there]])


COMMANDS = ("jobs.pause", "jobs.cancel", "jobs.retry", "jobs.up", "jobs.down", "jobs.remove", "jobs.clear")


class Offer(QFrame):
    """A pass that can go on."""

    gone = Signal()
    """It was taken, or given up."""

    def __init__(self, context: Context, item: UnfinishedPass, panel: JobsPanel) -> None:
        super().__init__(panel)
        self._context, self._item, self._panel = context, item, panel
        self.sentence = offer(item)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        words = QLabel(self.sentence, self, wordWrap=True)
        resume = QPushButton(icon("play"), translate("Jobs", "Go on"), self)
        resume.setToolTip(translate("Jobs", "Go on with this pass where it stopped"))
        resume.clicked.connect(self.go_on)
        leave = QPushButton(translate("Jobs", "Give up"), self)
        leave.setToolTip(translate("Jobs", "Forget what this pass has done so far"))
        leave.clicked.connect(self.give_up)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(resume)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(words)
        layout.addLayout(buttons)

    def go_on(self) -> None:
        """Pin the pass to the board."""
        self._leave()
        submit_pass(self._context, self._item.recipe, self._item.shots)
        if self._item.fresh:
            self._forget()

    def give_up(self) -> None:
        """Let go of what the pass has done."""
        self._leave()
        self._forget()

    def _leave(self) -> None:
        self._panel.dismiss(self)
        self.gone.emit()

    def _forget(self) -> None:
        bridge, job = self._context.bridge, self._item.job
        project = bridge.project
        bridge.ask(self._panel, f"give up {job}", lambda: give_up(project, [job]), lambda _: None)
