"""Conflicts by shot, class and kind, frame by frame; the side that counts is marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.document.merging import Group
from app.document.model import Conflict
from widgets.merging.words import group_title, place, side_words
from widgets.text import filled, translate
from widgets.theme import icon
from widgets.theme.palette import OK

CONFLICT = Qt.ItemDataRole.UserRole
WHERE, OURS, THEIRS = range(3)
OPENED = 40
"""Conflicts up to which every group stands open at first."""


class ConflictTree(QTreeWidget):
    """Groups, and the conflicts in them. Several can be selected; a group stands for all of its own."""

    chosen = Signal(object)
    """The `Conflict` a person stands at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Merging", "Conflicts"))
        self.setHeaderLabels(
            [translate("Merging", "Where"), translate("Merging", "This project"), translate("Merging", "The copy")]
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(WHERE, QHeaderView.ResizeMode.Interactive)
        for column in (OURS, THEIRS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(WHERE, 240)
        self.setMinimumSize(720, 220)
        self.currentItemChanged.connect(self._on_current)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these, where the person was before if that is still there."""
        before = self.current
        self.clear()
        wanted: QTreeWidgetItem | None = None
        few = sum(len(group.conflicts) for group in groups) <= OPENED
        for group in groups:
            head = QTreeWidgetItem(self, [group_title(group)])
            head.setFirstColumnSpanned(True)
            head.setText(
                WHERE,
                filled(translate("Merging", "{group}: {count}"), group=head.text(WHERE), count=len(group.conflicts)),
            )
            for item in group.conflicts:
                row = self._row(head, item)
                wanted = row if before is not None and item.id == before.id else wanted
            head.setExpanded(few)
        if wanted is not None:
            self.setCurrentItem(wanted)

    def _row(self, head: QTreeWidgetItem, item: Conflict) -> QTreeWidgetItem:
        texts = [place(item), side_words(item.a), side_words(item.b)]
        row = QTreeWidgetItem(head, texts)
        row.setData(WHERE, CONFLICT, item)
        column = OURS if item.chosen == "a" else THEIRS
        row.setIcon(column, icon("circle-check", OK))
        counts = translate("Merging", "This work counts meanwhile")
        for place_, text in enumerate(texts):
            row.setToolTip(place_, f"{text}\n{counts}" if place_ == column else text)
        row.setData(column, Qt.ItemDataRole.AccessibleTextRole, f"{texts[column]} ({counts})")
        return row

    @property
    def current(self) -> Conflict | None:
        """The conflict a person stands at."""
        item = self.currentItem()
        return item.data(WHERE, CONFLICT) if item is not None else None

    @property
    def selected(self) -> tuple[Conflict, ...]:
        """The conflicts selected, and those of the groups selected."""
        found: dict[str, Conflict] = {}
        for item in self.selectedItems():
            rows = [item] if item.parent() is not None else [_child(item, n) for n in range(item.childCount())]
            for row in rows:
                one: Conflict = row.data(WHERE, CONFLICT)
                found[one.id] = one
        return tuple(found.values())

    def step(self, by: int) -> None:
        """To the next conflict, or the one before."""
        item = self.currentItem() or self.topLevelItem(0)
        while item is not None:
            item.setExpanded(True)
            item = self.itemBelow(item) if by > 0 else self.itemAbove(item)
            if item is not None and item.parent() is not None:
                self.setCurrentItem(item)
                return

    def _on_current(self, now: QTreeWidgetItem | None, _: QTreeWidgetItem | None) -> None:
        item = None if now is None else now.data(WHERE, CONFLICT)
        if item is not None:
            self.chosen.emit(item)


def _child(item: QTreeWidgetItem, number: int) -> QTreeWidgetItem:
    row = item.child(number)
    assert row is not None
    return row
