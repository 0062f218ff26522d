"""The table view of the ledger: a click looks at a state, columns go where there is no room for them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.document.entries import Entry
from widgets.history.model import ENTRY, Column, HistoryModel
from widgets.text import translate

ROW = 28
WIDTHS = {Column.STATE: 28, Column.NUMBER: 64, Column.TIME: 96, Column.SHOTS: 96, Column.WHO: 96}
NEEDED = {Column.NUMBER: 560, Column.SHOTS: 440, Column.WHO: 680, Column.TIME: 260}
"""Width of the table from which on a column is shown; what the row says comes first."""
ROOMY, SHORT_TIME = 400, 60
"""Below this width the column of times is this narrow, and says the time or the day."""


class HistoryTable(QTableView):
    """Rows of the ledger, newest on top."""

    chosen = Signal(object)
    """`Entry`: look at the state after this row."""
    opened = Signal(object)
    """`Entry`: go to the shots of this row."""
    menu_wanted = Signal(object, QPoint)
    """`Entry` and a place on the screen."""

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(translate("History", "History"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setMinimumSectionSize(24)
        for column, width in WIDTHS.items():
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            columns.resizeSection(column, width)
        columns.setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._choose)
        self.doubleClicked.connect(self._open)
        self.customContextMenuRequested.connect(self._menu)

    def _entry(self, index: QModelIndex) -> Entry | None:
        entry = index.data(ENTRY) if index.isValid() else None
        return entry if isinstance(entry, Entry) else None

    def _choose(self, index: QModelIndex) -> None:
        entry = self._entry(index)
        if entry is not None:
            self.chosen.emit(entry)

    def _open(self, index: QModelIndex) -> None:
        entry = self._entry(index)
        if entry is not None:
            self.opened.emit(entry)

    def _menu(self, place: QPoint) -> None:
        entry = self._entry(self.indexAt(place) if self.indexAt(place).isValid() else self.currentIndex())
        if entry is not None:
            self.menu_wanted.emit(entry, self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return looks at the row, Ctrl with it goes to its shots."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._open(self.currentIndex())
            else:
                self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns for which there is no room."""
        super().resizeEvent(event)
        for column, needed in NEEDED.items():
            self.setColumnHidden(column, event.size().width() < needed)
        short = event.size().width() < ROOMY
        model = self.model()
        if isinstance(model, HistoryModel) and model.short_times != short:
            model.short_times = short
            self.setColumnWidth(Column.TIME, SHORT_TIME if short else WIDTHS[Column.TIME])

    def show_seq(self, seq: int) -> None:
        """Make the row of a ledger number current and scroll to it, where it is listed."""
        model = self.model()
        row = model.row_of(seq) if isinstance(model, HistoryModel) else None
        if row is not None:
            self.setCurrentIndex(model.index(row, Column.WHAT))
