"""The proof of an export: run it, read its summary, sign it, save it. Not modal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.document.change import Change
from app.document.files import write_whole
from app.document.named_versions import snapshot_named
from app.jobs.export import ExportResult
from app.jobs.proof_report import sign, written
from app.media.writing import SEQUENCE_KINDS
from widgets.context import Context
from widgets.dialogs import OneDialog
from widgets.export.jobs import PROOF, Proven, submit_proof_of
from widgets.export.proof_summary import ProofSummary
from widgets.jobs.job import Job
from widgets.jobs.words import reading
from widgets.text import filled, translate
from widgets.theme import icon

WIDTH, MARGIN = 600, 20


class ProofDialog(OneDialog):
    """Asks for an export and the version it was made from; shows what the newest proof came to."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._signed = ""
        self._signing = False
        self._shown: Job | None = None
        self.setWindowTitle(translate("Export", "Prove an export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        self.target = QLineEdit(self)
        self.target.setPlaceholderText(translate("Export", "A folder of frames, or a movie"))
        self.choose = QPushButton(icon("folder-open"), translate("Export", "Choose..."), self)
        self.version = QComboBox(self)
        self.shots = QLineEdit(self)
        self.shots.setPlaceholderText(translate("Export", "The whole film; or shots, as in 3-7,9"))
        self.told = QLabel(self, wordWrap=True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.summary = ProofSummary(WIDTH - 2 * MARGIN, self)
        self.prove = QPushButton(translate("Export", "Prove"), self, default=True)
        self.stop = QPushButton(translate("Export", "Stop"), self)
        self.sign = QPushButton(self)
        self.save = QPushButton(icon("download"), translate("Export", "Save the summary..."), self)
        self.shut = QPushButton(translate("Export", "Close"), self)
        self._lay_out()
        self._connect()
        self._fill()
        self.refresh()

    def _lay_out(self) -> None:
        about = QLabel(
            translate(
                "Export",
                "Reads the export and the scan again, apart from the program that wrote it, and compares every code "
                "value. Only an export of the stage Repair can be proved in its own code values.",
            ),
            self,
            wordWrap=True,
        )
        about.setProperty("role", "dim")
        row = QHBoxLayout()
        row.addWidget(self.target, 1)
        row.addWidget(self.choose)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for text, field in (
            (translate("Export", "Export"), row),
            (translate("Export", "Made from"), self.version),
            (translate("Export", "Of shots"), self.shots),
        ):
            label = QLabel(text, self)
            form.addRow(label, field)
        for named, widget in (
            (translate("Export", "Export"), self.target),
            (translate("Export", "Made from"), self.version),
            (translate("Export", "Of shots"), self.shots),
        ):
            widget.setAccessibleName(named)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.sign, self.save):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.shut, self.stop, self.prove):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 16, MARGIN, 16)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addWidget(self.summary)
        layout.addSpacing(8)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        menu = QMenu(self)
        menu.addAction(icon("folder-open"), translate("Export", "Folder of frames..."), self._choose_folder)
        menu.addAction(icon("file"), translate("Export", "Movie..."), self._choose_movie)
        self.choose.setMenu(menu)
        self.target.textChanged.connect(self.refresh)
        self.prove.clicked.connect(self._prove)
        self.stop.clicked.connect(self._stop)
        self.sign.clicked.connect(self._sign)
        self.save.clicked.connect(self._save)
        self.shut.clicked.connect(self.reject)
        bridge = self._context.bridge
        bridge.jobs.changed.connect(self._on_job)
        bridge.jobs.listed.connect(self.refresh)
        bridge.changed.connect(self._on_change)
        bridge.failed.connect(self._on_failure)

    def _fill(self) -> None:
        bridge = self._context.bridge
        self.version.addItem(translate("Export", "The present state"), "")
        for one in sorted(bridge.snapshot.versions.values(), key=lambda one: one.seq, reverse=True):
            self.version.addItem(filled(translate("Export", "Version {name}"), name=one.name), one.name)
        targets = (_target_of(job.result) for job in reversed(bridge.jobs.jobs))
        self.target.setText(next((str(target) for target in targets if target is not None), ""))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size of what is shown."""
        super().showEvent(event)
        self.summary.fit()
        self.adjustSize()

    # --- what is shown ---------------------------------------------------------------------------------------

    @property
    def job(self) -> Job | None:
        """The newest proof."""
        return next((job for job in reversed(self._context.bridge.jobs.jobs) if job.kind == PROOF), None)

    @property
    def proven(self) -> Proven | None:
        """What the newest proof came to, once it is done."""
        job = self.job
        return job.result if job is not None and isinstance(job.result, Proven) else None

    def refresh(self, *_: object) -> None:
        """Show what there is now."""
        job, made = self.job, self.proven
        if job is not self._shown:
            self._shown, self._signed, self._signing = job, "", False
        running = job is not None and not job.ended
        self.told.setText("" if job is None else f"{job.title}: {reading(job)}")
        self.told.setVisible(job is not None)
        self.summary.show_report(None if made is None else made.report, self._signed)
        self.prove.setEnabled(bool(self.target.text().strip()) and not running)
        self.stop.setVisible(running)
        self.sign.setText(filled(translate("Export", "Sign as {name}"), name=self._context.bridge.project.author))
        reason = self._no_signing(made)
        self.sign.setEnabled(not reason)
        self.sign.setToolTip(reason or translate("Export", "The history keeps the summary and your name"))
        for button in (self.sign, self.save):
            button.setVisible(made is not None)
        self.save.setToolTip(translate("Export", "As text, or with the hash of every frame as JSON"))
        self.adjustSize()

    def _no_signing(self, made: Proven | None) -> str:
        if made is None:
            return translate("Export", "There is no proof yet")
        if self._context.bridge.readonly:
            return translate("Export", "The project is open to be read only")
        if not made.report["holds"]:
            return translate("Export", "A proof that does not hold is not signed")
        if self._signed or self._signing:
            return translate("Export", "It is signed")
        return ""

    def _on_job(self, job: Job) -> None:
        if job.kind == PROOF:
            self.refresh()

    # --- what is done ----------------------------------------------------------------------------------------

    def _choose_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, translate("Export", "Folder of frames"), self._begin())
        if found:
            self.target.setText(found)

    def _choose_movie(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, translate("Export", "Movie"), self._begin())
        if found:
            self.target.setText(found)

    def _begin(self) -> str:
        there = self.target.text().strip() or self._context.settings.value("export/folder")
        return there or str(self._context.bridge.project.path.absolute().parent)

    def _prove(self) -> None:
        session, version = self._context.bridge.session, self.version.currentData()
        shots = self.shots.text().strip() or None
        target = Path(self.target.text().strip()).expanduser()
        submit_proof_of(
            self._context,
            target,
            lambda: snapshot_named(session.project, version or None),
            lambda snapshot: session.ranges(shots, snapshot),
            version,
        )

    def _stop(self) -> None:
        if self.job is not None:
            self._context.bridge.jobs.cancel(self.job)

    def _sign(self) -> None:
        made = self.proven
        if made is None or self._no_signing(made):
            return
        self._signing = True
        self._context.bridge.edit(lambda project: sign(project, made.report, project.author))
        self.refresh()

    def _on_change(self, change: Change) -> None:
        if self._signing and change.kind == "SignProof":
            self._signed, self._signing = self._context.bridge.project.author, False
            self.refresh()

    def _on_failure(self, *_: object) -> None:
        if self._signing:
            self._signing = False
            self.refresh()

    def _save(self) -> None:
        made, signed = self.proven, self._signed
        if made is None:
            return
        kinds = {translate("Export", "Text (*.txt)"): ".txt", translate("Export", "JSON (*.json)"): ".json"}
        proposed = str(made.target.with_name(f"{made.target.stem}-proof.txt"))
        name, kind = QFileDialog.getSaveFileName(
            self, translate("Export", "Save the summary"), proposed, ";;".join(kinds)
        )
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(name + kinds.get(kind, ".txt"))

        def write() -> Path:
            write_whole(path, written(made.report, signed, path))
            return path

        self._context.bridge.ask(self, "save", write, self._saved)

    def _saved(self, path: Path) -> None:
        self.told.setText(filled(translate("Export", "Saved as {name}."), name=path.name))


def _target_of(result: object) -> Path | None:
    """The export that a job has written or proved; None for another job."""
    if isinstance(result, Proven):
        return result.target
    if isinstance(result, ExportResult) and result.files:
        return result.files[0].parent if result.kind in SEQUENCE_KINDS else result.files[0]
    return None
