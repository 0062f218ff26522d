"""The list of the findings, in step with the one a person stands at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.media.reel import FrameId
from widgets.context import Context
from widgets.lint.walk import Row, Walk
from widgets.lint.words import check_name, described, limit, number, severity_icon, severity_name
from widgets.text import translate
from widgets.theme import figures

Index = QModelIndex | QPersistentModelIndex
SEVERITY, FRAME, CHECK, VALUE, LIMIT = range(5)
ROW_HEIGHT = 24
MARGIN = 8
_NUMBERS = (FRAME, VALUE, LIMIT)
_ROOT = QModelIndex()


class FindingsModel(QAbstractTableModel):
    """The findings, one a row."""

    def __init__(self, context: Context, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        self._walk = walk
        self.rows: list[Row] = []
        self._titles = {
            SEVERITY: "",
            FRAME: translate("Lint", "Frame"),
            CHECK: translate("Lint", "Check"),
            VALUE: translate("Lint", "Value"),
            LIMIT: translate("Lint", "From"),
        }

    def take(self) -> None:
        """Show the walk's rows."""
        if self.rows != self._walk.rows:
            self.beginResetModel()
            self.rows = list(self._walk.rows)
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Severity, frame, check, value, and from which value on it is told."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, shows and tells when asked."""
        (repair, answer), column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole and column != SEVERITY:
            return self._text(self.rows[index.row()], column)
        if role == Qt.ItemDataRole.DecorationRole and column == SEVERITY:
            return severity_icon(answer.severity)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == SEVERITY:
            return severity_name(answer.severity)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{severity_name(answer.severity)}: {check_name(answer.kind)}\n{described(repair, answer)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, row: Row, column: int) -> str:
        repair, answer = row
        if column == FRAME:
            return str(self._bridge.film.position(FrameId(repair.reel, repair.frame)))
        if column == CHECK:
            return check_name(answer.kind)
        return number(answer) if column == VALUE else limit(answer)


class FindingsList(QTableView):
    """A click or Enter goes to a finding; so do the arrows, row by row."""

    def __init__(self, context: Context, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self.rows = FindingsModel(context, walk, self)
        self._filling = False
        self.setModel(self.rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(figures())
        self.setAccessibleName(translate("Lint", "What shows of the repairs"))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_widths()
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.clicked.connect(self._on_current)  # also on the row that is current already
        walk.moved.connect(self._follow)

    def _set_widths(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(28)
        header.setSectionsMovable(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(CHECK, QHeaderView.ResizeMode.Stretch)
        measured = self.fontMetrics()
        for column, widest in ((SEVERITY, ""), (FRAME, "88888"), (VALUE, "88.8 dB"), (LIMIT, "8.8 dB")):
            title = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
            width = max(measured.horizontalAdvance(widest), measured.horizontalAdvance(title))
            header.resizeSection(column, max(width + 2 * MARGIN, 28))

    def fill(self) -> None:
        """Take the rows over from the walk."""
        self._filling = True
        self.rows.take()
        self._filling = False
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there again; letters are commands, not a search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_current(self.currentIndex())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex) -> None:
        if not self._filling and current.isValid():
            self._walk.go_to(current.row())

    def _follow(self) -> None:
        """Make the finding the person stands at the current row."""
        at = self._walk.row
        self._filling = True
        if at is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self.rows.index(at, 0))
            self.scrollTo(self.rows.index(at, 0))
        self._filling = False
