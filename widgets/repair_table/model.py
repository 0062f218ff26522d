"""The repairs as a table, read in pages when they are looked at."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from app.document.candidates import Row
from widgets.context import Context
from widgets.history.phrases import moment, whole_moment
from widgets.masks.words import class_icon, class_name, percent, state_icon, state_name
from widgets.repair_table.masks import MaskPictures
from widgets.repair_table.words import donors, made_by, verdict
from widgets.text import translate
from widgets.triage.listed import Listed
from widgets.triage.words import state_of, summed_up

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """Columns by place."""

    STATE = 0
    MASK = 1
    CLASS = 2
    SHOT = 3
    FRAME = 4
    SIZE = 5
    SURE = 6
    BY = 7
    DONORS = 8
    VERDICT = 9
    MADE = 10


ORDER = {
    Column.CLASS: "class",
    Column.FRAME: "time",
    Column.SHOT: "time",
    Column.SIZE: "size",
    Column.SURE: "probability",
    Column.MADE: "made",
}
"""What a click on a title sorts by."""
_NUMBERS = (Column.SHOT, Column.FRAME, Column.SIZE, Column.SURE)


class TableModel(QAbstractTableModel):
    """A row that is not read yet is empty, and is read."""

    def __init__(self, context: Context, listed: Listed, masks: MaskPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        self.listed = listed
        self._masks = masks
        self._count = len(listed)
        self._titles = {
            Column.STATE: "",
            Column.MASK: translate("RepairTable", "Mask"),
            Column.CLASS: translate("RepairTable", "Class"),
            Column.SHOT: translate("RepairTable", "Shot"),
            Column.FRAME: translate("RepairTable", "Frame"),
            Column.SIZE: translate("RepairTable", "Size"),
            Column.SURE: translate("RepairTable", "Sure"),
            Column.BY: translate("RepairTable", "Made by"),
            Column.DONORS: translate("RepairTable", "Donors"),
            Column.VERDICT: translate("RepairTable", "Verdict"),
            Column.MADE: translate("RepairTable", "Made"),
        }

    def reset(self) -> None:
        """Another list."""
        self.beginResetModel()
        self._count = len(self.listed)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many are listed."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _ROOT) -> int:
        """See `Column`."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and section == Column.DONORS:
            return translate(
                "RepairTable",
                "Frames the fill was made from: those that were chosen by hand, or how far the pass looked to either "
                "side",
            )
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell."""
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) if column in _NUMBERS else None
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.DecorationRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        row = self.listed.row(index.row())
        if row is None:
            return None
        code = int(self.listed.states[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, code, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(row, code, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return state_name(state_of(code)) if column is Column.STATE else self._text(row, code, column)
        made = f"{row.made.author} · {whole_moment(row.made.time)}" if row.made.time else ""
        return f"{summed_up(row, state_of(code))}\n{made}"

    def _picture(self, row: Row, code: int, column: Column) -> Any:
        if column is Column.STATE:
            return state_icon(state_of(code))
        if column is Column.MASK:
            return self._masks.get(row.number)
        return class_icon(row.repair.defect) if column is Column.CLASS else None

    def _text(self, row: Row, code: int, column: Column) -> str:
        repair, snapshot = row.repair, self._bridge.snapshot
        if column is Column.SHOT:
            there = repair.reel in snapshot.reels
            return f"{snapshot.shot_number(snapshot.shot_at(repair.reel, repair.frame).id):,}" if there else ""
        if column is Column.BY:
            return made_by(row, snapshot)
        if column is Column.DONORS:
            return donors(row, snapshot)
        if column is Column.VERDICT:
            return verdict(row, code)
        if column is Column.MADE:
            return moment(row.made.time) if row.made.time else ""
        return {
            Column.CLASS: class_name(repair.defect),
            Column.FRAME: f"{repair.frame:,}",
            Column.SIZE: f"{repair.area:,}",
            Column.SURE: percent(repair.probability),
        }.get(column, "")
