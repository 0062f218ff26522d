"""What of the history is listed: text, kind, author, shots."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document.entries import EntryFilter, authors
from widgets.context import Context
from widgets.history.words import kind_groups, kind_names
from widgets.text import translate
from widgets.theme import icon

PATIENCE_MS = 150
"""After the last letter typed."""


class FilterBar(QWidget):
    """A field to type in; a button shows the rest of the filters below it."""

    wanted = Signal(object)
    """`EntryFilter`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.text = QLineEdit(self, clearButtonEnabled=True)
        self.text.setPlaceholderText(translate("History", "Filter"))
        self.text.setAccessibleName(self.text.placeholderText())
        self.text.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.more = QToolButton(self)
        self.more.setCheckable(True)
        self.more.setIcon(icon("filter"))
        self.more.setIconSize(QSize(16, 16))
        self.more.setToolTip(translate("History", "Filter by kind, author and shot"))
        self.more.setAccessibleName(self.more.toolTip())
        self.kind = QComboBox(self)
        for name, kinds in kind_groups():
            self.kind.addItem(name, kinds)
        self.kind.setToolTip(translate("History", "Only edits of this kind"))
        self.author = QComboBox(self)
        self.author.addItem(translate("History", "Everybody"), "")
        self.author.setToolTip(translate("History", "Only edits by this person"))
        self.shots = QToolButton(self)
        self.shots.setCheckable(True)
        self.shots.setText(translate("History", "Selected shots"))
        self.shots.setToolTip(translate("History", "Only edits that concern the shots selected on the timeline"))
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.text, 1)
        first.addWidget(self.more)
        self._rest = QWidget(self)
        self._rest.hide()
        second = QGridLayout(self._rest)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(4)
        for column, box in enumerate((self.kind, self.author)):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            second.addWidget(box, 0, column)
        self.shots.setIcon(icon("clapperboard"))
        self.shots.setIconSize(QSize(16, 16))
        self.shots.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        second.addWidget(self.shots, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)  # beside them it would widen the panel
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(first)
        layout.addWidget(self._rest)

    def _connect(self) -> None:
        self.more.toggled.connect(self._show_rest)
        self.text.textChanged.connect(lambda: self._timer.start())
        self._timer.timeout.connect(self._emit)
        self.kind.currentIndexChanged.connect(self._emit)
        self.author.currentIndexChanged.connect(self._emit)
        self.shots.toggled.connect(self._emit)
        self._context.desk.selection_changed.connect(self._on_selection)

    def _show_rest(self, on: bool) -> None:
        """Hidden filters do not filter."""
        self._rest.setVisible(on)
        if on:
            project = self._context.bridge.project
            self._context.bridge.ask(self, "authors", lambda: project.read(authors), self._fill_authors)
        else:
            self.kind.setCurrentIndex(0)
            self.author.setCurrentIndex(0)
            self.shots.setChecked(False)

    def _fill_authors(self, names: tuple[str, ...]) -> None:
        for name in names:
            if self.author.findData(name) < 0:
                self.author.addItem(name, name)

    def _on_selection(self) -> None:
        if self.shots.isChecked():
            self._emit()

    def _emit(self) -> None:
        text = self.text.text().strip()
        named = frozenset(kind for kind, name in kind_names().items() if text and text.lower() in name.lower())
        selected = self._context.desk.selected_shots if self.shots.isChecked() else ()
        self.wanted.emit(EntryFilter(text, named, self.kind.currentData(), self.author.currentData(), selected))
