"""Adapt to this film: what there is to learn from, what was learned, and whether to use it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.document.looked import looked_through
from app.jobs.adapt import LEAST, TASK
from widgets.context import Context
from widgets.dialogs import OneDialog
from widgets.jobs.adapting import KIND, forget, outcome, retire, submit_adapting, use, waiting_result
from widgets.jobs.job import Job
from widgets.jobs.words import reading
from widgets.text import translate

WIDTH, MARGIN = 520, 20
"""Pixels: the dialog's width, and round what it says."""


class AdaptDialog(OneDialog):
    """Not modal: frames can be corrected while it stands, and it counts them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._count: int | None = None
        self.setWindowTitle(translate("Jobs", "Adapt to this film"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        about = translate(
            "Jobs",
            "The detector learns from the frames on which you painted, erased, accepted or rejected single repairs. "
            "Everything on such a frame counts as looked through. A third of them is kept back to see what it gains.",
        )
        self.corrected, self.in_use, self.told = QLabel(self), QLabel(self), QLabel(self)
        explained = QLabel(about, self)
        explained.setProperty("role", "dim")
        self.learn = QPushButton(translate("Jobs", "Learn"), self, default=True)
        self.take = QPushButton(translate("Jobs", "Use"), self)
        self.leave = QPushButton(translate("Jobs", "Throw away"), self)
        self.shut = QPushButton(translate("Jobs", "Close"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 16, MARGIN, 16)
        layout.setSpacing(8)
        for label in (explained, self.corrected, self.in_use, self.told):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        for button in (self.take, self.shut, self.learn):
            buttons.addWidget(button)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        self.learn.clicked.connect(self._learn)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._leave)
        self.shut.clicked.connect(self.reject)
        context.bridge.changed.connect(self._ask)
        context.bridge.jobs.changed.connect(self._on_job)
        context.bridge.jobs.listed.connect(self.refresh)
        self._ask()
        self.refresh()

    @property
    def job(self) -> Job | None:
        """The newest job of this kind."""
        return next((job for job in reversed(self._context.bridge.jobs.jobs) if job.kind == KIND), None)

    def refresh(self) -> None:
        """Show what there is now."""
        model, job = self._context.bridge.snapshot.models.get(TASK), self.job
        self.corrected.setText(self._corrected_words())
        if model is None:
            self.in_use.setText(translate("Jobs", "The weights that come with the program are in use."))
        else:
            said = translate(
                "Jobs", "This film has weights of its own, learned from %n corrected frame(s).", n=model.frames
            )
            self.in_use.setText(said)
        self.told.setText("" if job is None else outcome(job.result) if waiting_result(job) else reading(job))
        self.told.setVisible(bool(self.told.text()))
        open_result = job is not None and waiting_result(job)
        running = job is not None and not job.ended
        self.take.setVisible(open_result)
        self.leave.setVisible(open_result or (model is not None and not running))
        self.learn.setEnabled(not running and (self._count or 0) >= LEAST and not self._context.bridge.readonly)
        self.adjustSize()

    def _corrected_words(self) -> str:
        if self._count is None:
            return translate("Jobs", "Counting corrected frames...")
        said = translate("Jobs", "%n frame(s) of this film are corrected.", n=self._count)
        if self._count < LEAST:
            return f"{said} {translate('Jobs', '{count} are needed.').format(count=LEAST)}"
        return said

    def _ask(self, *_: object) -> None:
        project = self._context.bridge.project

        def count() -> int:
            return len(looked_through(project, project.snapshot))

        self._context.bridge.ask(self, "corrected", count, self._counted)

    def _counted(self, count: int) -> None:
        self._count = count
        self.refresh()

    def _on_job(self, job: Job) -> None:
        if job.kind == KIND:
            self.refresh()

    def _learn(self) -> None:
        submit_adapting(self._context)

    def _take(self) -> None:
        if self.job is not None and waiting_result(self.job):
            use(self._context, self.job)

    def _leave(self) -> None:
        if self.job is not None and waiting_result(self.job):
            forget(self._context, self.job)
        else:
            retire(self._context)
