"""Merge a copy: which one, what would join and what conflicts, whose work counts; then the merge. Not modal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.session import SUFFIX
from widgets.context import Context
from widgets.dialogs import OneDialog
from widgets.jobs.job import Job, JobState
from widgets.jobs.words import reading
from widgets.merging.jobs import Looked, Submit, submit_look, submit_merge
from widgets.merging.tree import ConflictTree
from widgets.text import filled, translate
from widgets.theme import icon

MARGIN = 20


class MergeDialog(OneDialog):
    """Looks first, then merges: both through the same code as the command line."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._job: Job | None = None
        self.setWindowTitle(translate("Merging", "Merge a copy"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.copy = QLineEdit(self)
        self.copy.setPlaceholderText(translate("Merging", "The other person's copy of this project"))
        self.choose = QPushButton(icon("folder-open"), translate("Merging", "Choose..."), self)
        self.prefer = QComboBox(self)
        self.told = QLabel(self, wordWrap=True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.tree = ConflictTree(self)
        self.look = QPushButton(icon("eye"), translate("Merging", "Look"), self)
        self.merge = QPushButton(translate("Merging", "Merge"), self, default=True)
        self.settle = QPushButton(translate("Merging", "Settle conflicts..."), self)
        self.stop = QPushButton(translate("Merging", "Stop"), self)
        self.shut = QPushButton(translate("Merging", "Close"), self)
        for title, value in (
            (translate("Merging", "The newer work; conflicts stay open to be settled"), ""),
            (translate("Merging", "The newer work, for good"), "newer"),
            (translate("Merging", "This project's work, for good"), "a"),
            (translate("Merging", "The copy's work, for good"), "b"),
        ):
            self.prefer.addItem(title, value)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.copy, 1)
        row.addWidget(self.choose)
        form = QFormLayout()
        copy, prefer = translate("Merging", "Copy"), translate("Merging", "Where both did something")
        form.addRow(copy, row)
        form.addRow(prefer, self.prefer)
        self.copy.setAccessibleName(copy)
        self.prefer.setAccessibleName(prefer)
        self.look.setToolTip(translate("Merging", "Say what would be joined and what conflicts; nothing is written"))
        self.merge.setToolTip(
            translate("Merging", "Bring the copy's work in; undo is in the history, the copy stays")
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.settle)
        buttons.addStretch(1)
        for button in (self.shut, self.stop, self.look, self.merge):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 16, MARGIN, 16)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addWidget(self.tree, 1)
        layout.addSpacing(8)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.copy.textChanged.connect(self.refresh)
        self.look.clicked.connect(lambda: self._begin(submit_look))
        self.merge.clicked.connect(lambda: self._begin(submit_merge))
        self.stop.clicked.connect(self._stop)
        self.settle.clicked.connect(lambda: self._context.commands.trigger("file.settle"))
        self.shut.clicked.connect(self.reject)
        self._context.bridge.jobs.changed.connect(self._on_job)
        self._context.bridge.jobs.finished.connect(self._on_job)
        self._context.bridge.changed.connect(self.refresh)
        self._context.bridge.reloaded.connect(self.refresh)

    @property
    def looked(self) -> Looked | None:
        """What the last look or merge of this dialog came to."""
        job = self._job
        return job.result if job is not None and isinstance(job.result, Looked) else None

    def refresh(self, *_: object) -> None:
        """Show what there is now."""
        job, looked = self._job, self.looked
        running = job is not None and not job.ended
        asked = bool(self.copy.text().strip())
        self.look.setEnabled(asked and not running)
        self.merge.setEnabled(asked and not running and not self._context.bridge.readonly)
        self.stop.setVisible(running)
        self.settle.setVisible(bool(self._context.bridge.snapshot.conflicts))
        said = translate("Merging", "Look first: nothing is written. The copy stays as it is either way.")
        self.told.setText(said if job is None else reading(job))
        self.tree.setVisible(looked is not None and bool(looked.groups))

    def _choose(self) -> None:
        begin = self.copy.text().strip() or str(self._context.bridge.project.path.absolute().parent)
        kinds = filled(translate("Merging", "Reelmend projects (*{suffix})"), suffix=SUFFIX)
        found, _ = QFileDialog.getOpenFileName(self, translate("Merging", "Choose the copy"), begin, kinds)
        if found:
            self.copy.setText(found)

    def _begin(self, submit: Submit) -> None:
        path = Path(self.copy.text().strip()).expanduser()
        self._job = submit(self._context, path, self.prefer.currentData())
        self.refresh()

    def _stop(self) -> None:
        if self._job is not None:
            self._context.bridge.jobs.cancel(self._job)

    def _on_job(self, job: Job) -> None:
        if job is not self._job:
            return
        looked = self.looked
        if job.state is JobState.DONE and looked is not None:
            self.tree.show_groups(looked.groups)
        self.refresh()
