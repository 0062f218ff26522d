"""The list as rows or as a grid: one table, of one column or of several, with every tile of one size."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.document.candidates import Row
from widgets.text import translate
from widgets.triage.cells import Cells
from widgets.triage.listed import Listed, Rows
from widgets.triage.tiles_model import TilesModel

_ROOT = QModelIndex()


def selected_places(selection: QItemSelection, columns: int) -> Rows:
    """What is selected in a table of tiles, as rows of the list, ascending; by ranges, for it may be a million."""
    spans = [selection.at(number) for number in range(selection.count())]
    parts = [
        np.arange(span.top(), span.bottom() + 1) * columns + column
        for span in spans
        for column in range(span.left(), span.right() + 1)
    ]
    return np.sort(np.concatenate(parts)) if parts else np.zeros(0, np.int64)


class Tiles(QTableView):
    """Shows the tiles, takes the selection. What is drawn in them is the delegate's."""

    chosen = Signal(int)
    """The person went to a row of the list."""
    selected_several = Signal(object)
    """Rows of the list (an array): those that were selected, where they are more than one; empty for one."""
    seen_changed = Signal()
    """Other rows are in sight."""

    def __init__(self, listed: Listed, cells: Cells, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TilesModel(listed, self)
        self._cells = cells
        self._following = False
        self._tile = (0, 64)
        self.setModel(self._model)
        self.setItemDelegate(cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(translate("Triage", "Candidates"))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._seen = QTimer(self, singleShot=True, interval=0)
        self._seen.timeout.connect(self.seen_changed)
        self.verticalScrollBar().valueChanged.connect(lambda: self._seen.start())
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.clicked.connect(self._on_current)
        listed.listed.connect(self.fill)
        listed.filled.connect(self._on_filled)

    @property
    def tiles(self) -> TilesModel:
        """The model."""
        return self._model

    def set_tile(self, width: int, height: int) -> None:
        """Tiles of this height and at least this width; 0 wide: one in a row, as wide as there is room."""
        self._tile = (width, height)
        self.fill()

    def fill(self) -> None:
        """Take the list over."""
        self._following = True
        width, height = self._tile
        room = max(self.viewport().width(), 1)
        self._model.lay_out(room // width if width else 1)
        columns = self._model.columns
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setDefaultSectionSize(room // columns)
        self._following = False
        self._seen.start()

    def show_place(self, place: int | None) -> None:
        """Make a row of the list the current one, and bring it into sight."""
        self._following = True
        if place is None or place >= len(self._model.listed):
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            index = self._model.index_of(place)
            if index != self.currentIndex() or self.selectionModel().selection().count() != 1:
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self._following = False
        self._seen.start()

    def show_selected(self, places: Rows) -> None:
        """Show these rows as selected."""
        self._following = True
        self.selectionModel().select(self._selection(places), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False

    def _selection(self, places: Rows) -> QItemSelection:
        """Runs of neighbours in one column are one range; a grid, of many columns, has more of them."""
        made = QItemSelection()
        model, columns = self._model, self._model.columns
        for column in range(columns):
            rows = places[places % columns == column] // columns
            for run in np.split(rows, np.flatnonzero(np.diff(rows) != 1) + 1) if len(rows) else ():
                made.select(model.index(int(run[0]), column), model.index(int(run[-1]), column))
        return made

    def places_in_sight(self) -> range:
        """Rows of the list that can be seen."""
        first = self.rowAt(0)
        if first < 0:
            return range(0)
        last = self.rowAt(self.viewport().height() - 1)
        last = self._model.rowCount() - 1 if last < 0 else last
        columns = self._model.columns
        return range(first * columns, min((last + 1) * columns, len(self._model.listed)))

    def rows_in_sight(self) -> Iterable[tuple[int, Row]]:
        """Those with what is known of them."""
        for place in self.places_in_sight():
            row = self._model.listed.row(place)
            if row is not None:
                yield place, row

    def redraw(self, place: int) -> None:
        """Draw the tile of a row anew."""
        self.viewport().update(self.visualRect(self._model.index_of(place)))

    def redraw_loops(self, place: int) -> None:
        """Draw anew what moves in the tile of a row."""
        self.viewport().update(self._cells.loops_of(self.visualRect(self._model.index_of(place))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the cells what is asked for: twelve times a second it is the loops alone."""
        self._cells.damage = event.region()
        super().paintEvent(event)

    def _on_current(self, index: QModelIndex, _before: QModelIndex = _ROOT) -> None:
        place = self._model.place(index)
        if not self._following and place is not None:
            self.chosen.emit(place)

    def _on_selection(self) -> None:
        if self._following:
            return
        places = selected_places(self.selectionModel().selection(), self._model.columns)
        places = places[places < len(self._model.listed)]
        self.selected_several.emit(places if len(places) > 1 else places[:0])

    def _on_filled(self, first: int, beyond: int) -> None:
        seen = self.places_in_sight()
        if first < seen.stop and beyond > seen.start:
            self.viewport().update()
            self._seen.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are commands, not a search; Escape lets go of what is selected."""
        if event.key() == Qt.Key.Key_Escape or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            current = self._model.place(self.currentIndex())
            self.fill()
            if current is not None:
                self.show_place(current)
        self._seen.start()
