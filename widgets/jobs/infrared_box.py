"""Part of asking for a pass: the scanner's infrared channel, measured before anything relies on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.document.model import Shot
from app.engine.recipe import Recipe
from app.engine.worker import Cancelled, Token
from app.errors import ReelmendError
from app.jobs.infrared import InfraredReport, with_infrared
from widgets.context import Context
from widgets.jobs.elided import ElidedLabel
from widgets.text import filled, sentence, translate

INDENT = 24
FOLDER = "jobs/infrared"


class InfraredBox(QWidget):
    """Off at first. Switched on it measures the channel of the shots, and says what it found."""

    changed = Signal()
    """Another answer to `ready`, or to `recipe`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shots: tuple[Shot, ...] = ()
        self._folder: Path | None = None
        self._report: InfraredReport | str | None = None
        self._token = Token()
        self.use = QCheckBox(translate("Jobs", "Find dirt by the scanner's infrared channel"), self)
        self.use.setToolTip(
            translate("Jobs", "On colour film, infrared light shows dust and dirt and hardly any of the picture")
        )
        self.choose = QPushButton(translate("Jobs", "Pictures..."), self)
        self.choose.setToolTip(translate("Jobs", "Choose the folder that the infrared pictures are in"))
        self.where = ElidedLabel("", self)
        self.told = QLabel(self, wordWrap=True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setProperty("role", "dim")
        self.instead = QCheckBox(translate("Jobs", "Do not look for dirt in the picture besides"), self)
        self.anyway = QCheckBox(translate("Jobs", "Use the channel all the same"), self)
        self._below = QWidget(self)
        self._lay_out()
        self.use.toggled.connect(self._on_use)
        self.choose.clicked.connect(self._ask_folder)
        self.instead.toggled.connect(self.changed)
        self.anyway.toggled.connect(self.changed)
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.where, 1)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(INDENT, 0, 0, 0)
        below.setSpacing(4)
        below.addLayout(row)
        for part in (self.told, self.anyway, self.instead):
            below.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.use)
        column.addWidget(self._below)

    # --- what the dialog asks ----------------------------------------------------------------------------------

    @property
    def ready(self) -> bool:
        """Whether a pass can begin: the channel is not wanted, or has been measured and serves."""
        report = self._report
        if not self.use.isChecked():
            return True
        return isinstance(report, InfraredReport) and (not report.objection or self.anyway.isChecked())

    def recipe(self, recipe: Recipe) -> Recipe:
        """The recipe, with the channel where that is wanted."""
        if not self.use.isChecked() or not isinstance(self._report, InfraredReport):
            return recipe
        return with_infrared(recipe, self._report, instead=self.instead.isChecked(), trusted=self.anyway.isChecked())

    def look_at(self, shots: tuple[Shot, ...]) -> None:
        """These shots are meant from now on."""
        if shots != self._shots:
            self._shots = shots
            self.measure()

    def choose_folder(self, folder: Path | None) -> None:
        """The pictures are there; None: in the scan itself."""
        self._folder = folder
        self.measure()

    def measure(self) -> None:
        """Measure anew, in the background; what is being measured is dropped."""
        self._token.cancel()
        self._report = None
        if self.use.isChecked() and self._shots:
            token = self._token = Token()
            session, shots, folder = self._context.bridge.session, self._shots, self._folder

            def question() -> InfraredReport | str:
                try:
                    return session.measure_infrared(folder, "", shots, token=token)
                except ReelmendError as error:
                    return str(error)
                except Cancelled:
                    return ""

            self._context.bridge.ask(self, "infrared", question, self._take, long=True)
        self._show()

    def close_down(self) -> None:
        """Nobody wants to know any more."""
        self._token.cancel()

    # --- showing -----------------------------------------------------------------------------------------------

    def _take(self, report: InfraredReport | str) -> None:
        self._report = report
        self._show()

    def _on_use(self, on: bool) -> None:
        kept = str(self._context.settings.value(FOLDER, ""))
        if on and self._folder is None and kept and Path(kept).is_dir():
            self._folder = Path(kept)
        self.measure()

    def _ask_folder(self) -> None:
        title = translate("Jobs", "The folder of the infrared pictures")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder or Path.home()))
        if chosen:
            self._context.settings.set_value(FOLDER, chosen)
            self.choose_folder(Path(chosen))

    def _show(self) -> None:
        on, report = self.use.isChecked(), self._report
        self._below.setVisible(on)
        where = translate("Jobs", "in the scan itself") if self._folder is None else str(self._folder)
        self.where.setText(where)
        self.where.setToolTip(where)
        objected = isinstance(report, InfraredReport) and bool(report.objection)
        self.told.setText(self._words())
        self.told.setProperty("role", "warn" if objected or isinstance(report, str) else "dim")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.anyway.setVisible(objected)
        self.changed.emit()

    def _words(self) -> str:
        report = self._report
        if report is None:
            return translate("Jobs", "Measuring where the channel lies...") if self._shots else ""
        if isinstance(report, str):
            return _whole(report)
        if report.objection:
            return _whole(report.objection)
        found = report.measured
        if found.known:
            lies = filled(
                translate("Jobs", "The channel lies {x}, {y} pixels beside the picture."),
                x=f"{found.shift[0]:+.1f}",
                y=f"{found.shift[1]:+.1f}",
            )
        else:
            lies = translate("Jobs", "The channel is taken to lie on the picture: there is too little dirt to tell.")
        busy = filled(
            translate("Jobs", "It has {share} % of the picture's contrast."), share=f"{100 * found.contrast:.0f}"
        )
        said = [lies, busy]
        if report.missing:
            said.append(translate("Jobs", "%n frame(s) have no infrared picture.", n=report.missing))
        return "\n".join(said)


def _whole(text: str) -> str:
    """A sentence of `app/` as one that stands alone."""
    said = sentence(text)
    return said[:1].upper() + said[1:]
