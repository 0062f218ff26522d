"""The command palette: type a few letters, press Enter."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets.commands.command import Command
from widgets.commands.fuzzy import ranked
from widgets.commands.table import CommandTable, key_text
from widgets.text import translate
from widgets.theme import colour, font
from widgets.theme.fonts import SMALL
from widgets.theme.palette import HOVER, SELECTED, TEXT, TEXT_DIM, TEXT_DISABLED

WIDTH = 640
ROW = 32
ROWS = 12
RECENT = 24
Index = QModelIndex | QPersistentModelIndex
COMMAND = Qt.ItemDataRole.UserRole


class _Found(QAbstractListModel):
    """The commands that answer what was typed."""

    def __init__(self, table: CommandTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.commands: list[Command] = []

    def look(self, asked: str) -> None:
        """Find anew."""
        self.beginResetModel()
        self.commands = ranked(asked, self._table.all(), self._table.settings.recent_commands)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.commands)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command = self.commands[index.row()]
        if role == COMMAND:
            return command
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join((command.title, command.category, *map(key_text, self._table.keys(command.id))))
        return None


class _Row(QStyledItemDelegate):
    """Title, category or the reason why not, and the key."""

    def __init__(self, table: CommandTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        command = index.data(COMMAND)
        state, rect = option.state, QRect(option.rect)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour(SELECTED))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour(HOVER))
        possible = self._table.action(command.id).isEnabled()
        inner = rect.adjusted(12, 0, -12, 0)
        keys = "   ".join(map(key_text, self._table.keys(command.id)))
        right = self._put(
            painter, inner, keys, TEXT if possible else TEXT_DISABLED, SMALL, Qt.AlignmentFlag.AlignRight
        )
        inner.setRight(inner.right() - right - 16)
        left = self._put(painter, inner, command.title, TEXT if possible else TEXT_DISABLED)
        inner.setLeft(inner.left() + left + 12)
        beside = command.category if possible else self._table.reason(command.id) or command.category
        self._put(painter, inner, beside, TEXT_DIM, SMALL)

    @staticmethod
    def _put(
        painter: QPainter,
        rect: QRect,
        text: str,
        tint: str,
        size: int = 13,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> int:
        """Write a text, shortened to fit; returns the width it took."""
        painter.setFont(font(size))
        painter.setPen(colour(tint))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)


class Palette(QDialog):
    """A field and a list over the upper part of the window. Up and Down choose, Enter runs, Escape leaves."""

    def __init__(self, table: CommandTable, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._table = table
        self.setWindowTitle(translate("Commands", "All commands"))
        self.setModal(True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Commands", "What do you want to do?"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(False)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look)
        self._found = _Found(table, self)
        self.list = QListView()
        self.list.setModel(self._found)
        self.list.setItemDelegate(_Row(table, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._run)
        self.list.setFixedHeight(ROW * ROWS + 2)
        self.empty = QLabel(translate("Commands", "No command is called so. Try another word."))
        self.empty.setProperty("role", "dim")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setFixedHeight(ROW * 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for widget in (self.field, self.list, self.empty):
            layout.addWidget(widget)
        self.setFixedWidth(WIDTH)

    def ask(self) -> None:
        """Show it empty, over the window it belongs to."""
        self._table.refresh()
        self.field.clear()
        self._look("")
        window = self.parentWidget()
        if window is not None:
            over = window.window()
            self.adjustSize()
            self.move(over.mapToGlobal(QPoint((over.width() - self.width()) // 2, 64)))
        self.open()
        self.field.setFocus()

    def _look(self, asked: str) -> None:
        self._found.look(asked)
        there = bool(self._found.commands)
        self.list.setVisible(there)
        self.empty.setVisible(not there)
        if there:
            self.list.setCurrentIndex(self._found.index(0))
        self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's Up, Down, Page and Enter keys belong to the list."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -ROWS, Qt.Key.Key_PageDown: ROWS}
            if event.key() in steps:
                self._step(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _step(self, rows: int) -> None:
        last = len(self._found.commands) - 1
        if last >= 0:
            row = min(max(self.list.currentIndex().row() + rows, 0), last)
            self.list.setCurrentIndex(self._found.index(row))

    def _run(self, index: Index) -> None:
        if not index.isValid():
            return
        command: Command = index.data(COMMAND)
        if not self._table.action(command.id).isEnabled():
            return  # its reason stands beside it
        settings = self._table.settings
        others = [id for id in settings.recent_commands if id != command.id]
        settings.recent_commands = (command.id, *others)[:RECENT]
        self.accept()
        self._table.trigger(command.id)
