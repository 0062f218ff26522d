"""The list's rows as a table of tiles."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from widgets.triage.listed import Listed
from widgets.triage.words import state_of, summed_up

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TilesModel(QAbstractTableModel):
    """The list's rows, so many beside each other."""

    def __init__(self, listed: Listed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listed = listed
        self.columns = 1
        self._count = len(listed)

    def lay_out(self, columns: int) -> None:
        """So many beside each other from now on."""
        self.beginResetModel()
        self.columns = max(columns, 1)
        self._count = len(self.listed)
        self.endResetModel()

    def place(self, index: Index) -> int | None:
        """The row of the list that a tile shows; None for the empty ones at the end."""
        place = index.row() * self.columns + index.column()
        return place if index.isValid() and place < self._count else None

    def index_of(self, place: int) -> QModelIndex:
        """The tile of a row of the list."""
        return self.index(*divmod(place, self.columns))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows of tiles."""
        return 0 if parent.isValid() else -(-self._count // self.columns)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Tiles beside each other."""
        return 0 if parent.isValid() else self.columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        """An empty place at the end is nothing."""
        return super().flags(index) if self.place(index) is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a tile says to whoever does not see it drawn, and in its tooltip."""
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        place = self.place(index)
        row = None if place is None else self.listed.row(place)
        return None if row is None or place is None else summed_up(row, state_of(int(self.listed.states[place])))
