"""The table view of the repairs: a click goes to one, columns go where there is no room for them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from widgets.repair_table.masks import HEIGHT, WIDTH
from widgets.repair_table.model import ORDER, Column, TableModel
from widgets.text import translate
from widgets.theme import figures
from widgets.triage.listed import Rows

ROW = 26
WIDTHS = {
    Column.STATE: 28, Column.MASK: WIDTH + 12, Column.CLASS: 92, Column.SHOT: 52, Column.FRAME: 72, Column.SIZE: 72,
    Column.SURE: 60, Column.BY: 120, Column.DONORS: 80, Column.VERDICT: 200, Column.MADE: 110,
}  # fmt: skip
NEEDED = {Column.DONORS: 760, Column.MADE: 860, Column.SURE: 560, Column.BY: 640, Column.SHOT: 480, Column.SIZE: 420}
"""Width of the table from which on a column is shown."""


class RepairTable(QTableView):
    """Rows of repairs. Several can be selected."""

    chosen = Signal(int)
    """Go to this row."""
    seen_changed = Signal()
    sorted_by = Signal(str, bool)
    """An order of `app.document.candidates`, and whether it is turned round."""

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._selected: Rows | None = None
        self.setModel(model)
        self.setAccessibleName(translate("RepairTable", "All repairs"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFont(figures())
        self.setIconSize(QSize(WIDTH, HEIGHT))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(24)
        columns.setSectionsClickable(True)
        columns.setSortIndicatorShown(True)
        for column, width in WIDTHS.items():
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            columns.resizeSection(column, width)
        columns.setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(Column.VERDICT, QHeaderView.ResizeMode.Stretch)
        columns.setSortIndicator(Column.FRAME, Qt.SortOrder.AscendingOrder)
        # To paint a title as selected Qt asks every row of a selected column: half a minute for a million of them.
        columns.setSelectionModel(QItemSelectionModel(model, self))
        columns.sectionClicked.connect(self._sort)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self._seen = QTimer(self, singleShot=True, interval=0)
        self._seen.timeout.connect(self.seen_changed)
        self.verticalScrollBar().valueChanged.connect(lambda: self._seen.start())
        self.clicked.connect(self._choose)
        model.modelReset.connect(self._on_reset)
        model.listed.filled.connect(self._on_filled)

    def _on_selection(self, *_: object) -> None:
        self._selected = None

    def _on_reset(self) -> None:
        self._selected = None
        self._seen.start()

    def _sort(self, section: int) -> None:
        order = ORDER.get(Column(section))
        if order is not None:
            header = self.horizontalHeader()
            backwards = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            self.sorted_by.emit(order, backwards)

    @property
    def selected(self) -> Rows:
        """Rows of the list that are selected (an array)."""
        if self._selected is None:
            selection = self.selectionModel().selection()
            spans = [selection.at(number) for number in range(selection.count())]
            own = sorted((span.top(), span.bottom()) for span in spans if span.left() == 0)
            last = len(self._model.listed) - 1
            parts = [np.arange(top, min(bottom, last) + 1) for top, bottom in own]
            self._selected = np.concatenate(parts) if parts else np.zeros(0, np.int64)
        return self._selected

    def in_sight(self) -> range:
        """Rows that can be seen."""
        first = self.rowAt(0)
        if first < 0:
            return range(0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, self._model.rowCount() if last < 0 else last + 1)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())

    def _on_filled(self, first: int, beyond: int) -> None:
        seen = self.in_sight()
        if first < seen.stop and beyond > seen.start:
            self.viewport().update()
            self._seen.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the row; letters are commands, not a search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns for which there is no room."""
        super().resizeEvent(event)
        for column, needed in NEEDED.items():
            self.setColumnHidden(column, event.size().width() < needed)
        self._seen.start()
