"""The ledger as a table, newest row first, read in pages when it is looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.document.entries import Entry, EntryFilter, matching, page
from widgets.context import Context
from widgets.history.phrases import moment, shot_list, whole_moment
from widgets.history.tracker import BRANCH, IN_FORCE, MOVE, UNDONE, Tracker
from widgets.history.words import kind_names, said
from widgets.text import filled, translate
from widgets.theme import colour, icon
from widgets.theme.palette import ACCENT, TEXT_DIM, WARN

PAGE = 200
KEPT_PAGES = 200
"""Pages held; older ones are read again when they are scrolled to."""

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
ANSWERED = frozenset(
    {
        ENTRY,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
    }
)


class Column(IntEnum):
    """Columns by place."""

    STATE = 0
    NUMBER = 1
    TIME = 2
    WHAT = 3
    SHOTS = 4
    WHO = 5


ICONS = {IN_FORCE: "check", UNDONE: "undo-2", BRANCH: "git-branch", MOVE: "corner-down-left"}


class HistoryModel(QAbstractTableModel):
    """Rows that fit the filter. A row that is not read yet shows its number only, and is read."""

    def __init__(self, context: Context, tracker: Tracker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tracker = tracker
        self._filter = EntryFilter()
        self._found: array[int] | None = None
        """Rows that fit the filter, oldest first; None for all."""
        self.short_times = False
        """True where there is room for a time or a day, not for both."""
        self._count = tracker.last
        self._pages: dict[int, dict[int, Entry]] = {}
        self._asked: set[int] = set()
        tracker.rowed.connect(self._on_row)
        tracker.changed.connect(self._on_states)
        tracker.reset.connect(self.reload)
        context.desk.viewing_changed.connect(self._on_states)

    # --- what is listed ----------------------------------------------------------------------------------

    def set_filter(self, wanted: EntryFilter) -> None:
        """List the rows that fit."""
        if wanted != self._filter:
            self._filter = wanted
            self._find()

    def _find(self) -> None:
        wanted, project = self._filter, self._context.bridge.project
        if wanted.everything:
            self._list(None)
        else:

            def arrived(found: array[int]) -> None:
                if wanted == self._filter:
                    self._list(found)

            self._context.bridge.ask(self, "filter", lambda: project.read(lambda c: matching(c, wanted)), arrived)

    def _list(self, found: array[int] | None) -> None:
        self.beginResetModel()
        self._found = found
        self._count = self._tracker.last if found is None else len(found)
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def reload(self) -> None:
        """Read everything again."""
        self._find()

    def _on_row(self, entry: Entry) -> None:
        if self._found is not None:
            self._find()
            return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._pages.setdefault(self._count // PAGE, {})[entry.seq] = entry
        self._count = self._tracker.last
        self.endInsertRows()
        self._on_states()

    def _on_states(self) -> None:
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(Column) - 1))

    def seq(self, row: int) -> int:
        """The ledger's number of a table row."""
        place = self._count - 1 - row
        return place + 1 if self._found is None else self._found[place]

    def row_of(self, seq: int) -> int | None:
        """The table row of a ledger row, where it is listed."""
        if self._found is None:
            return self._count - seq if 1 <= seq <= self._count else None
        place = bisect_left(self._found, seq)
        return self._count - 1 - place if place < self._count and self._found[place] == seq else None

    def entry(self, row: int) -> Entry | None:
        """What a table row says; None while it is being read."""
        seq, number = self.seq(row), (self._count - 1 - row) // PAGE
        entry = self._pages.get(number, {}).get(seq)
        if entry is None and number not in self._asked:
            self._ask(number)
        return entry

    def _ask(self, number: int) -> None:
        self._asked.add(number)
        first, beyond = number * PAGE, min((number + 1) * PAGE, self._count)
        seqs = range(first + 1, beyond + 1) if self._found is None else self._found[first:beyond]
        project, found = self._context.bridge.project, self._found

        def arrived(entries: tuple[Entry, ...]) -> None:
            if found is not self._found:
                return
            self._asked.discard(number)
            self._pages.setdefault(number, {}).update((entry.seq, entry) for entry in entries)
            self._forget_far_ones(number)
            rows = sorted((self._count - beyond, self._count - 1 - first))
            self.dataChanged.emit(self.index(max(rows[0], 0), 0), self.index(rows[1], len(Column) - 1))

        self._context.bridge.ask(self, f"page {number}", lambda: project.read(lambda c: page(c, seqs)), arrived)

    def _forget_far_ones(self, here: int) -> None:
        while len(self._pages) > KEPT_PAGES:
            del self._pages[max(self._pages, key=lambda number: abs(number - here))]

    # --- Qt's questions ----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows fit."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See `Column`."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.STATE: "",
                Column.NUMBER: translate("History", "No."),
                Column.TIME: translate("History", "Time"),
                Column.WHAT: translate("History", "What"),
                Column.SHOTS: translate("History", "Shot"),
                Column.WHO: translate("History", "Who"),
            }[Column(section)]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell."""
        if role not in ANSWERED:
            return None
        entry = self.entry(index.row())
        if role == ENTRY:
            return entry
        if entry is None:
            number = role == Qt.ItemDataRole.DisplayRole and index.column() == Column.NUMBER
            return f"{self.seq(index.row()):,}" if number else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, Column(index.column()))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == Column.STATE:
            return self._sign(entry)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(entry, index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.description(entry)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.NUMBER:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, entry: Entry, column: Column) -> str:
        snapshot = self._context.bridge.snapshot
        if column is Column.NUMBER:
            return f"{entry.seq:,}"
        if column is Column.TIME:
            return moment(entry.time, short=self.short_times)
        if column is Column.WHAT:
            return said(entry, snapshot)
        if column is Column.SHOTS:
            return shot_list(entry.shots, snapshot)
        return entry.author if column is Column.WHO else ""

    def _sign(self, entry: Entry) -> Any:
        if self._context.desk.viewing == entry.seq:
            return icon("eye", ACCENT)
        if self._tracker.pending(entry.seq):
            return icon("clock", WARN)
        state = self._tracker.state(entry)
        return icon(ICONS[state]) if state == IN_FORCE else icon(ICONS[state], TEXT_DIM)

    def _colour(self, entry: Entry, column: int) -> Any:
        viewing = self._context.desk.viewing
        counts = self._tracker.state(entry) == IN_FORCE and (viewing is None or entry.seq <= viewing)
        return colour("text" if counts and column == Column.WHAT else "text_dim")

    def description(self, entry: Entry) -> str:
        """Everything about a row, in lines."""
        names = kind_names()
        lines = [
            said(entry, self._context.bridge.snapshot),
            f"{names.get(entry.kind, entry.kind)} · {state_word(self._tracker, entry)}",
            f"{entry.author} · {whole_moment(entry.time)}",
            filled(translate("History", "Row {number}"), number=f"{entry.seq:,}"),
        ]
        return "\n".join(lines)


def state_word(tracker: Tracker, entry: Entry) -> str:
    """A row's state in words."""
    if tracker.pending(entry.seq):
        return translate("History", "not on the disk yet")
    return {
        IN_FORCE: translate("History", "in force"),
        UNDONE: translate("History", "undone, can be redone"),
        BRANCH: translate("History", "on a branch: undone, and another edit was made since"),
        MOVE: translate("History", "a step back or forward"),
    }[tracker.state(entry)]
