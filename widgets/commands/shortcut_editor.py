"""Choosing one's own keys. What is changed works at once and is kept."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from widgets.commands.fuzzy import match
from widgets.commands.recorder import KeyRecorder
from widgets.commands.table import CommandTable, key_text
from widgets.text import translate
from widgets.theme import icon
from widgets.theme.palette import WARN

ID = Qt.ItemDataRole.UserRole


class ShortcutEditor(QWidget):
    """A searchable list of all commands; below it the keys of the chosen one."""

    def __init__(self, table: CommandTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._wanted = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Commands", "Search commands or keys"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.tree = self._made_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addLayout(self._made_row())
        layout.addLayout(self._made_conflict())
        for button in (self.reset, self.reset_all, self.take, self.keep):
            button.setAutoDefault(False)
        self._fill()
        table.changed.connect(self._show_keys)

    def _made_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setColumnCount(2)
        tree.setHeaderLabels([translate("Commands", "Command"), translate("Commands", "Keys")])
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName(translate("Commands", "Commands and their keys"))
        tree.currentItemChanged.connect(lambda *_: self._choose())
        return tree

    def _made_row(self) -> QHBoxLayout:
        self.chips = QHBoxLayout()
        self.chips.setSpacing(4)
        self.recorder = KeyRecorder()
        self.recorder.setFixedWidth(224)
        self.recorder.recorded.connect(self._recorded)
        self.reset = QPushButton(translate("Commands", "Default keys"))
        self.reset.setToolTip(translate("Commands", "Give this command its default keys again"))
        self.reset.clicked.connect(lambda: self._table.set_keys(self.chosen(), None))
        self.reset_all = QPushButton(translate("Commands", "Reset all"))
        self.reset_all.setToolTip(translate("Commands", "Give every command its default keys again"))
        self.reset_all.clicked.connect(self._table.reset_keys)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(self.chips)
        row.addWidget(self.recorder)
        row.addStretch(1)
        row.addWidget(self.reset)
        row.addWidget(self.reset_all)
        return row

    def _made_conflict(self) -> QHBoxLayout:
        self.sign = QLabel()
        self.sign.setPixmap(icon("triangle-alert", WARN).pixmap(QSize(16, 16)))
        self.conflict = QLabel()
        self.conflict.setWordWrap(True)
        self.take = QPushButton(translate("Commands", "Take it from there"))
        self.take.setToolTip(translate("Commands", "The key runs this command from now on, and the other no more"))
        self.take.clicked.connect(self._take)
        self.keep = QPushButton(translate("Commands", "Leave it"))
        self.keep.setToolTip(translate("Commands", "The key goes on running the other command"))
        self.keep.clicked.connect(self._leave)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.conflict, 1)
        row.addWidget(self.take)
        row.addWidget(self.keep)
        self._ask_conflict("")
        return row

    # -- the list --

    def _fill(self) -> None:
        for category in self._table.categories():
            group = QTreeWidgetItem([category])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.tree.addTopLevelItem(group)
            group.setExpanded(True)
            for command in self._table.all():
                if command.category == category:
                    item = QTreeWidgetItem([command.title])
                    item.setData(0, ID, command.id)
                    item.setToolTip(0, command.tip or command.title)
                    group.addChild(item)
        self._show_keys()
        if rows := self.items():
            self.tree.setCurrentItem(rows[0])

    def groups(self) -> list[QTreeWidgetItem]:
        """The rows of categories."""
        found = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [group for group in found if group is not None]

    def items(self) -> list[QTreeWidgetItem]:
        """The rows of commands, in the order shown."""
        found = (group.child(row) for group in self.groups() for row in range(group.childCount()))
        return [item for item in found if item is not None]

    def _filter(self, asked: str) -> None:
        for item in self.items():
            command = self._table.command(item.data(0, ID))
            keys = item.text(1).casefold()
            found = not asked or match(asked, command) is not None or asked.casefold() in keys
            item.setHidden(not found)
        shown = [item for item in self.items() if not item.isHidden()]
        for group in self.groups():
            group.setHidden(not any(item.parent() is group for item in shown))
        first = shown[0] if shown else None
        if first is not None and asked:
            self.tree.setCurrentItem(first)

    def _show_keys(self) -> None:
        for item in self.items():
            id = item.data(0, ID)
            changed = self._table.keys(id) != self._table.command(id).keys
            item.setText(1, "   ".join(map(key_text, self._table.keys(id))) + (" *" if changed else ""))
            item.setToolTip(1, translate("Commands", "Changed by you") if changed else "")
        self._choose()

    # -- the chosen command --

    def chosen(self) -> str:
        """Id of the command whose keys are shown below the list; '' where none is."""
        item = self.tree.currentItem()
        return "" if item is None else item.data(0, ID) or ""

    def choose(self, id: str) -> None:
        """Show the keys of a command."""
        for item in self.items():
            if item.data(0, ID) == id:
                self.tree.setCurrentItem(item)

    def _choose(self) -> None:
        while (old := self.chips.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        id = self.chosen()
        for key in self._table.keys(id) if id else ():
            chip = QPushButton(key_text(key))
            chip.setIcon(icon("x"))
            chip.setAutoDefault(False)
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setToolTip(translate("Commands", "Take {key} away").format(key=key_text(key)))
            chip.clicked.connect(lambda _=False, key=key: self._remove(key))
            self.chips.addWidget(chip)
        self.recorder.setEnabled(bool(id))
        self.reset.setEnabled(bool(id) and self._table.keys(id) != self._table.command(id).keys)
        self.reset_all.setEnabled(bool(self._table.settings.keys))
        self._ask_conflict("")

    def _remove(self, key: str) -> None:
        id = self.chosen()
        self._table.set_keys(id, [own for own in self._table.keys(id) if own != key])

    def _recorded(self, key: str) -> None:
        id = self.chosen()
        others = [command for command in self._table.who_has(key) if command.id != id]
        if not others:
            self._add(key)
            return
        self._wanted = key
        self._ask_conflict(
            translate("Commands", "{key} runs '{title}' ({category}) now.").format(
                key=key_text(key), title=others[0].title, category=others[0].category
            )
        )
        self.take.setFocus()

    def _add(self, key: str) -> None:
        id = self.chosen()
        if key not in self._table.keys(id):
            self._table.set_keys(id, [*self._table.keys(id), key])

    def _take(self) -> None:
        key, self._wanted = self._wanted, ""
        for other in self._table.who_has(key):
            self._table.set_keys(other.id, [own for own in self._table.keys(other.id) if own != key])
        self._add(key)

    def _leave(self) -> None:
        self._wanted = ""
        self._ask_conflict("")
        self.recorder.setFocus()

    def _ask_conflict(self, text: str) -> None:
        self.conflict.setText(text)
        for widget in (self.sign, self.conflict, self.take, self.keep):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            widget.setVisible(bool(text))
