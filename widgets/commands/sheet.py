"""The sheet of keys: every command that has one, by category."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.commands.command import Command
from widgets.commands.table import CommandTable, key_text
from widgets.text import translate
from widgets.theme import font

COLUMNS = 3
WIDTH = 1040
HEIGHT = 680
SCROLL_BAR = 16


class KeyCap(QLabel):
    """A key, drawn as one."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key_text(key), parent)
        self.setProperty("role", "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class KeySheet(QDialog):
    """All keys at a glance. Made anew each time it is shown, for keys change."""

    def __init__(self, table: CommandTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Commands", "Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(24, 16, 24, 24)
        columns.setSpacing(40)
        for blocks in _balanced(_blocks(table)):
            column = QVBoxLayout()
            column.setSpacing(16)
            for category, commands in blocks:
                column.addLayout(_block(category, commands, table))
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        hint = QLabel(translate("Commands", "Keys are changed in the preferences. A text field keeps its own keys."))
        hint.setProperty("role", "dim")
        hint.setContentsMargins(24, 8, 24, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(hint)
        self._content = content
        self._hint = hint

    def showEvent(self, event: QShowEvent) -> None:
        """Be as wide as the keys need, and as high, as far as the window reaches."""
        needed = self._content.minimumSizeHint()
        window = self.parentWidget()
        highest = HEIGHT if window is None else max(window.window().height() - 80, HEIGHT)
        self.setMinimumWidth(needed.width() + SCROLL_BAR)
        self.resize(max(WIDTH, self.minimumWidth()), min(needed.height() + self._hint.height(), highest))
        super().showEvent(event)


Block = tuple[str, list[Command]]


def _blocks(table: CommandTable) -> list[Block]:
    with_keys = [command for command in table.all() if table.keys(command.id)]
    found = [(category, [c for c in with_keys if c.category == category]) for category in table.categories()]
    return [block for block in found if block[1]]


def _balanced(blocks: list[Block]) -> list[list[Block]]:
    """Blocks over columns, in order, each column about as long as the others."""
    columns: list[list[Block]] = [[]]
    goal = sum(len(commands) + 2 for _, commands in blocks) / COLUMNS
    used = 0.0
    for block in blocks:
        length = len(block[1]) + 2
        if columns[-1] and used + length / 2 > goal and len(columns) < COLUMNS:
            columns.append([])
            used = 0.0
        columns[-1].append(block)
        used += length
    return columns


def _block(category: str, commands: list[Command], table: CommandTable) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    title = QLabel(category)
    title.setFont(font(13, QFont.Weight.DemiBold))
    grid.addWidget(title, 0, 0, 1, 2)
    for row, command in enumerate(commands, 1):
        grid.addWidget(QLabel(command.title), row, 0)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        keys.addStretch(1)
        for key in table.keys(command.id):
            keys.addWidget(KeyCap(key))
        grid.addLayout(keys, row, 1)
    return grid
