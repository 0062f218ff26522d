"""The fields of the export dialog, with a place beside each for what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayoutItem,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.engine.request import Stage
from app.jobs.export_check import Field
from widgets.export.formats import formats
from widgets.export.summary import Summary
from widgets.text import translate
from widgets.theme import icon
from widgets.theme.palette import BAD

COLUMN = 104
"""Width of the words before the fields."""
NARROWEST = 416
"""Width of the words below a field, in the narrowest dialog."""


class Form:
    """Makes the fields in a dialog and lays them out; the dialog gives them meaning."""

    def __init__(self, dialog: QWidget) -> None:
        self.stage = QComboBox(dialog)
        self.part = QButtonGroup(dialog)
        self.film, self.marked, self.selected = (QRadioButton(dialog) for _ in range(3))
        self.format = QComboBox(dialog)
        self.format.setMaxVisibleItems(16)
        self.bits = QComboBox(dialog)
        self.sound = QCheckBox(translate("Export", "Carry the sound along"), dialog)
        self.target = QLineEdit(dialog)
        self.choose = QPushButton(icon("folder-open"), translate("Export", "Choose..."), dialog)
        self.summary = Summary(dialog)
        self.cancel = QPushButton(translate("Export", "Cancel"), dialog)
        self.export = QPushButton(translate("Export", "Export"), dialog, default=True)
        self._problems: dict[Field, QWidget] = {}
        self._problem_words: dict[Field, _Wrapped] = {}
        self._fill()
        self._explain()
        self._lay_out(dialog)

    def _fill(self) -> None:
        for stage, title in (
            (Stage.REPAIR, translate("Export", "Repair: the scan with its damage mended")),
            (Stage.CLEAN, translate("Export", "Clean: repaired, then denoised")),
            (Stage.GRADE, translate("Export", "Grade: all the way to the grade")),
        ):
            self.stage.addItem(title, stage.value)
        for format in formats():
            self.format.addItem(format.title, format)
        for button in (self.film, self.marked, self.selected):
            self.part.addButton(button)
        self.film.setChecked(True)
        self.sound.setChecked(True)
        self.target.setMinimumWidth(320)

    def _explain(self) -> None:
        for widget, tip in (
            (self.stage, translate("Export", "How far along the pictures are")),
            (self.film, translate("Export", "Every frame of the programme")),
            (self.marked, translate("Export", "What is marked with in and out on the timeline")),
            (self.selected, translate("Export", "The shots selected on the timeline")),
            (self.format, translate("Export", "What files are written")),
            (self.bits, translate("Export", "Bits a sample")),
            (self.sound, translate("Export", "Sound goes into the movie, or as a WAV beside the frames")),
            (self.target, translate("Export", "A folder for frames, a file for a movie; nothing is overwritten")),
            (self.choose, translate("Export", "Choose with the system's own window")),
            (self.cancel, translate("Export", "Close without writing (Esc)")),
        ):
            widget.setToolTip(tip)

    def _lay_out(self, dialog: QWidget) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, COLUMN)
        grid.setColumnStretch(1, 1)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.target, 1)
        where.addWidget(self.choose)
        kind = QHBoxLayout()
        kind.setSpacing(8)
        kind.addWidget(self.format, 3)
        kind.addWidget(self.bits, 2)
        rows: tuple[tuple[str, QWidget | QHBoxLayout, Field | None], ...] = (
            (translate("Export", "Stage"), self.stage, None),
            (translate("Export", "Part"), self.film, None),
            ("", self.marked, None),
            ("", self.selected, "part"),
            (translate("Export", "Format"), kind, "format"),
            (translate("Export", "Sound"), self.sound, "sound"),
            (translate("Export", "Target"), where, "target"),
        )
        row = 0
        for title, field, problem in rows:
            if title and row:
                grid.setRowMinimumHeight(row, 8)
                row += 1
            grid.addWidget(_name(title, field, dialog), row, 0)
            if isinstance(field, QWidget):
                grid.addWidget(field, row, 1)
            else:
                grid.addLayout(field, row, 1)
            row += 1
            if problem is not None:
                grid.addWidget(self._make_problem(problem, dialog), row, 1)
                row += 1
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.export)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(grid)
        layout.addWidget(self.summary)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def _make_problem(self, field: Field, dialog: QWidget) -> QWidget:
        holder = QWidget(dialog)
        sign, words = QLabel(holder), _Wrapped(holder)
        sign.setPixmap(icon("octagon-alert", BAD).pixmap(16, 16))
        words.setProperty("role", "bad")
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        holder.hide()
        self._problems[field], self._problem_words[field] = holder, words
        return holder

    def show_problem(self, field: Field, words: str) -> None:
        """Say beside a field what is wrong with it; '' for nothing."""
        self._problem_words[field].say(words)
        self._problems[field].setVisible(bool(words))

    def show_part(self, button: QRadioButton, title: str, told: str, possible: bool) -> None:
        """A part of the film with its length; one that is not there cannot be chosen."""
        both = translate("Export", "{part}: {length}").format(part=title, length=told)
        button.setText(both if told else title)
        button.setEnabled(possible)
        if button.isChecked() and not possible:
            self.film.setChecked(True)

    def choose_stage(self, stage: str) -> None:
        """Choose a stage by its value."""
        self.stage.setCurrentIndex(max(self.stage.findData(stage), 0))

    def choose_format(self, id: str) -> None:
        """Choose a format by its id."""
        ids = [self.format.itemData(place).id for place in range(self.format.count())]
        self.format.setCurrentIndex(ids.index(id) if id in ids else 0)


class _Wrapped(QLabel):
    """Words in as many lines as they need: a dialog that stands already grows for them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, wordWrap=True)
        self.resize(NARROWEST, 0)  # or the first words would be measured in a column as yet without its width

    def say(self, words: str) -> None:
        """Say this."""
        self.setText(words)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower words need more lines."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))


def _name(title: str, field: QWidget | QHBoxLayout, dialog: QWidget) -> QLabel:
    label = QLabel(title, dialog)
    label.setProperty("role", "dim")
    first = field if isinstance(field, QWidget) else field.itemAt(0)
    buddy = first.widget() if isinstance(first, QLayoutItem) else first
    if buddy is not None and title:
        buddy.setAccessibleName(title)
    return label
