"""The list of the repairs on a frame, in step with the one in focus."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.document.repair import Repair
from widgets.masks.cells import BY, CLASS, MARGIN, PROBABILITY, ROW_HEIGHT, SIZE, STATE, Cells
from widgets.masks.listing import Array
from widgets.masks.room import Room
from widgets.masks.words import (
    class_icon,
    class_name,
    decided_by,
    decider_icon,
    described,
    percent,
    risk_names,
    state_icon,
    state_name,
)
from widgets.text import translate
from widgets.theme import figures

Index = QModelIndex | QPersistentModelIndex
_NUMBERS = (PROBABILITY, SIZE)
_ROOT = QModelIndex()


class RepairModel(QAbstractTableModel):
    """The listed repairs, one a row."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.rows: Array = np.zeros(0, object)
        self._titles = {
            STATE: "",
            CLASS: translate("Masks", "Class"),
            PROBABILITY: translate("Masks", "Sure"),
            SIZE: translate("Masks", "Size"),
            BY: translate("Masks", "By"),
        }

    def take(self, rows: Array) -> None:
        """Show these. Where they are the same repairs, only what they say is drawn anew."""
        same = len(rows) == len(self.rows) and all(map(_same, rows, self.rows))
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
        elif len(rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, BY))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """State, class, probability, size, by whom; the first and last as signs, for a dock is narrow."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, shows and tells when asked."""
        repair, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(repair, column)
        if role == Qt.ItemDataRole.DecorationRole and column == CLASS:
            return class_icon(repair.defect)
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            return state_icon(self._room.repairs.state(repair))
        if role == Qt.ItemDataRole.DecorationRole and column == BY:
            return decider_icon(repair)
        if role == Qt.ItemDataRole.AccessibleTextRole and column in (STATE, BY):
            return state_name(self._room.repairs.state(repair)) if column == STATE else decided_by(repair)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == CLASS and repair.risk:
            return ", ".join([class_name(repair.defect), *risk_names(repair)])
        if role == Qt.ItemDataRole.ToolTipRole:
            return described(repair, self._room.repairs.state(repair))
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

    def _text(self, repair: Repair, column: int) -> str:
        return {
            STATE: "",
            CLASS: class_name(repair.defect),
            PROBABILITY: percent(repair.probability),
            SIZE: f"{repair.area:,}",
            BY: "",
        }[column]


def _same(one: Repair, other: Repair) -> bool:
    return one is other or one.id == other.id


class RepairList(QTableView):
    """The rows; the current one is the repair in focus. A table of rows of one height: a tree would ask about every
    row before it draws the first."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._rows = RepairModel(room, self)
        self._filling = False
        self.setModel(self._rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFont(figures())
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Masks", "Repairs on this frame"))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(32)
        # Told once: measuring the contents at every step costs more than drawing them.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(CLASS, QHeaderView.ResizeMode.Stretch)
        measured = self.fontMetrics()
        for column, widest in ((PROBABILITY, "100 %"), (SIZE, "88,888"), (STATE, ""), (BY, "")):
            title = self._rows.headerData(column, Qt.Orientation.Horizontal)
            width = max(measured.horizontalAdvance(widest), measured.horizontalAdvance(str(title)))
            header.resizeSection(column, max(width + 2 * MARGIN + 4, 36))
        self.setItemDelegate(Cells(room))
        header.setSectionsMovable(False)
        header.setSectionsClickable(False)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.clicked.connect(self._on_current)  # also on the row that is current already
        room.desk.repair_changed.connect(self._follow)

    def fill(self) -> None:
        """Take the list over from the room."""
        self._filling = True
        self._rows.take(self._room.repairs.listed)
        self._filling = False
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are commands, not a search."""
        if event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex) -> None:
        if not self._filling and current.isValid():
            self._room.repairs.go_to(self._rows.rows[current.row()])

    def _follow(self) -> None:
        """Make the repair in focus the current row."""
        at = self._room.repairs.row
        self._filling = True
        if at is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self._rows.index(at, 0))
            self.scrollTo(self._rows.index(at, 0))
        self._filling = False
