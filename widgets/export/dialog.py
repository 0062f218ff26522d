"""The export dialog. Not modal: the film can be looked at and marked while it stands, and it follows."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from app.document.model import ProgrammeItem
from app.engine.request import Stage
from app.jobs.export import ExportSpec
from app.jobs.export_check import ExportCheck, Field, check_export
from app.jobs.vivid_check import check_hdr
from app.media.reel import Reel
from app.media.writing import default_kind
from widgets.context import Context
from widgets.dialogs import OneDialog
from widgets.export import parts
from widgets.export.form import Form
from widgets.export.formats import Format, depths, ending
from widgets.export.jobs import submit_export
from widgets.export.vivid import submit_hdr
from widgets.export.words import issue_words, length
from widgets.text import translate

PATIENCE_MS = 120
"""After the last change, before the disk is asked."""

MOVIES = (".mov", ".mkv", ".mp4", ".mxf", ".ts", ".hevc")
"""Endings that another format's takes the place of."""

STAGE = "export/stage"
LATER = (Stage.CLEAN, Stage.GRADE)
OFFERED = (Stage.REPAIR, *LATER)

FIELDS: tuple[Field, ...] = ("part", "format", "sound", "target")


class ExportDialog(OneDialog):
    """Asks what, in which format and where; says what would be written; pins the job."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setWindowTitle(translate("Export", "Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self._found: ExportCheck | None = None
        self.form = Form(self)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._check)
        self._fill()
        self._connect()
        self._refresh()

    def _fill(self) -> None:
        """The stage of this project, the format chosen last time; what is marked or selected now."""
        settings, desk, form = self._context.settings, self._context.desk, self.form
        form.choose_stage(first_stage(self._context).value)
        form.choose_format(settings.value("export/format", "source"))
        if desk.in_point is not None or desk.out_point is not None:
            form.marked.setChecked(True)
        self._choose_its_stage()
        self._show_depths()
        self._propose_target()

    def _connect(self) -> None:
        form, bridge, desk = self.form, self._context.bridge, self._context.desk
        form.format.currentIndexChanged.connect(self._on_format)
        form.stage.currentIndexChanged.connect(self._on_stage)
        for signal in (
            form.stage.currentIndexChanged,
            form.bits.currentIndexChanged,
            form.sound.toggled,
            form.part.buttonClicked,
            form.target.textChanged,
            desk.selection_changed,
            desk.range_changed,
            bridge.changed,
            bridge.reloaded,
        ):
            signal.connect(self._refresh)
        form.choose.clicked.connect(self._choose_target)
        form.export.clicked.connect(self._submit)
        form.cancel.clicked.connect(self.reject)

    # --- what is chosen ----------------------------------------------------------------------------------

    @property
    def kind(self) -> str:
        """The kind of file that is written, the source's own resolved."""
        chosen: Format = self.form.format.currentData()
        first = self._first_reel
        return chosen.kind or ("dpx" if first is None else default_kind(first))

    @property
    def _first_reel(self) -> Reel | None:
        reels = self._context.bridge.session.engine.reels
        return next((reels[span.reel] for span in self._context.bridge.film.spans), None)

    @property
    def _source_bits(self) -> int:
        return 0 if self._first_reel is None else self._first_reel.format.bit_depth

    def ranges(self) -> tuple[ProgrammeItem, ...]:
        """The reel ranges of the part that is chosen."""
        film, desk, form = self._context.bridge.film, self._context.desk, self.form
        if form.selected.isChecked():
            return parts.shots(film, desk.selected_shots)
        if form.marked.isChecked():
            return parts.positions(film, *desk.played_range())
        return parts.positions(film, 0, film.length)

    def spec(self) -> ExportSpec:
        """What the fields say."""
        form = self.form
        chosen: Format = form.format.currentData()
        target = Path(form.target.text().strip()).expanduser()
        stage = Stage(form.stage.currentData())
        bits = form.bits.currentData() if form.bits.isEnabled() else None
        return ExportSpec(target, stage, self.ranges(), chosen.kind or None, bits, form.sound.isChecked())

    # --- what follows from it ----------------------------------------------------------------------------

    def _refresh(self, *_: object) -> None:
        film, desk, form = self._context.bridge.film, self._context.desk, self.form
        marked = desk.in_point is not None or desk.out_point is not None
        first, beyond = desk.played_range()
        selected = sum(item.end - item.start for item in parts.shots(film, desk.selected_shots))
        form.show_part(form.film, translate("Export", "Whole film"), length(film.length, film.rate), film.length > 0)
        form.show_part(
            form.marked,
            translate("Export", "From in to out"),
            length(beyond - first, film.rate) if marked else "",
            marked,
        )
        form.show_part(
            form.selected,
            translate("Export", "%n selected shot(s)", n=len(desk.selected_shots)),
            length(selected, film.rate) if selected else "",
            selected > 0,
        )
        form.sound.setEnabled(any(reel.sound for reel in self._context.bridge.session.engine.reels.values()))
        self._found = None
        self._show_reason(translate("Export", "Looking..."))
        self._timer.start()

    def _check(self) -> None:
        """Ask the disk."""
        bridge, spec = self._context.bridge, self.spec()
        engine, snapshot, chosen = bridge.session.engine, bridge.snapshot, bool(self.form.target.text().strip())
        hdr = self.form.format.currentData().hdr

        def check() -> ExportCheck:
            if hdr is None:
                return check_export(engine, snapshot, spec, chosen=chosen)
            return check_hdr(engine, snapshot, spec, hdr, chosen=chosen)

        bridge.ask(self, "check", check, self._show)

    def _show(self, found: ExportCheck) -> None:
        if self._timer.isActive():
            return
        self._found = found
        self.form.summary.show_check(found)
        blocking = {issue.field: issue_words(issue) for issue in reversed(found.issues) if issue.blocking}
        for name in FIELDS:
            self.form.show_problem(name, blocking.get(name, ""))
        self._show_reason(next((blocking[name] for name in FIELDS if name in blocking), ""))

    def _show_reason(self, reason: str) -> None:
        """The button is grey where there is one, and says it."""
        self.form.export.setEnabled(not reason)
        self.form.export.setToolTip(reason or translate("Export", "Write it, in the background (Return)"))

    def _show_depths(self) -> None:
        form = self.form
        chosen: Format = form.format.currentData()
        offered = depths(chosen.kind)
        form.bits.clear()
        if not offered:
            form.bits.addItem(translate("Export", "As the format has them"), None)
        for bits in offered:
            text = (
                translate("Export", "{bits} bits")
                if chosen.kind != "exr"
                else translate("Export", "{bits}-bit float")
            )
            form.bits.addItem(text.format(bits=bits), bits)
        own = form.bits.findData(self._source_bits) if chosen.kind == "dpx" else -1
        form.bits.setCurrentIndex(own if own >= 0 else max(form.bits.findData(chosen.bits), 0))
        form.bits.setEnabled(len(offered) > 1)

    def _choose_its_stage(self) -> None:
        """HDR deliveries are of the grade: a format that carries one is of no other stage."""
        if self.form.format.currentData().hdr is not None:
            self.form.choose_stage(Stage.GRADE.value)

    def _on_format(self) -> None:
        self._choose_its_stage()
        self._show_depths()
        target = self.form.target.text().strip()
        if target and not self._proposed:
            path = Path(target)
            bare = path.with_suffix("") if path.suffix.lower() in MOVIES else path
            self.form.target.setText(str(bare) + ending(self.kind))
        else:
            self._propose_target()
        self._refresh()

    def _on_stage(self) -> None:
        if self._proposed:
            self._propose_target()

    @property
    def _proposed(self) -> bool:
        return self.form.target.text() == self._proposal

    _proposal = ""

    def _propose_target(self) -> None:
        """Beside the project, under its name, with a number where that is taken: where nothing was typed yet."""
        project = self._context.bridge.project.path
        folder = self._context.settings.value("export/folder") or str(project.absolute().parent)
        name = f"{project.stem}-{self.form.stage.currentData()}"
        suffix = ending(self.kind)
        target = Path(folder) / f"{name}{suffix}"
        self._show_proposal(target)

        def settle(free: Path) -> None:
            if self.form.target.text() == str(target):
                self._show_proposal(free)

        self._context.bridge.ask(self, "proposal", lambda: free_target(target, suffix), settle)

    def _show_proposal(self, target: Path) -> None:
        self._proposal = str(target)
        self.form.target.setText(self._proposal)

    def _choose_target(self) -> None:
        """The system's own chooser. It refuses nothing: the check does, in words."""
        title, there = translate("Export", "Where to write"), self.form.target.text()
        suffix = ending(self.kind)
        options = QFileDialog.Option.DontConfirmOverwrite
        kinds = f"*{suffix}" if suffix else ""
        chosen, _ = QFileDialog.getSaveFileName(self, title, there, kinds, options=options)
        if chosen:
            self.form.target.setText(chosen if not suffix or Path(chosen).suffix else chosen + suffix)

    def _submit(self) -> None:
        if self._found is None or not self._found.possible:
            return
        spec, settings = self.spec(), self._context.settings
        settings.set_of_project(self._context.bridge.project.path, STAGE, spec.stage.value)
        settings.set_value("export/format", self.form.format.currentData().id)
        settings.set_value("export/folder", str(spec.target.absolute().parent))
        hdr, snapshot = self.form.format.currentData().hdr, self._context.bridge.snapshot
        if hdr is None:
            submit_export(self._context, spec, snapshot)
        else:
            submit_hdr(self._context, spec, snapshot, hdr)
        self.accept()


def first_stage(context: Context) -> Stage:
    """Repair while nothing stands in the stages after it; then what was exported last here, at first the grade."""
    snapshot = context.bridge.snapshot
    if not any(snapshot.stack(shot.id, stage.value) for shot in snapshot.shots for stage in LATER):
        return Stage.REPAIR
    last = context.settings.of_project(context.bridge.project.path, STAGE)
    return Stage(last) if last in {stage.value for stage in OFFERED} else Stage.GRADE


def free_target(target: Path, suffix: str) -> Path:
    """The target, or else with -2, -3... before its `suffix` the first that is free: not there, or an empty folder.

    Reads the disk: not for the UI thread.
    """
    bare = target.name.removesuffix(suffix)
    free, number = target, 2
    while free.exists() and not _is_empty_folder(free):
        free = target.with_name(f"{bare}-{number}{suffix}")
        number += 1
    return free


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and os.access(path, os.R_OK) and next(path.iterdir(), None) is None
