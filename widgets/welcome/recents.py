"""The recent projects, each with its picture, its place and when it was last open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFont, QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.settings import Recent
from widgets.text import translate
from widgets.theme import colour, font, icon
from widgets.theme.fonts import SMALL
from widgets.theme.palette import HOVER, LINE, RAISED, SELECTED, SURROUND, TEXT, TEXT_DIM, WARN

ROW = 80
PICTURE = QSize(112, 64)
STATE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Looked:
    """A recent project after a look at the disk. `picture` is null where there is none."""

    recent: Recent
    there: bool = True
    picture: QImage | None = None


def look(recents: tuple[Recent, ...]) -> list[Looked]:
    """See which projects are there and read their pictures. Slow: not on the UI thread."""
    found = []
    for recent in recents:
        picture = QImage(str(recent.picture)) if recent.picture else None
        found.append(Looked(recent, recent.path.exists(), None if picture is None or picture.isNull() else picture))
    return found


def when(opened: datetime, today: date | None = None) -> str:
    """`Today, 14:02`, `Yesterday, 09:30`, or the date."""
    today = today or date.today()
    clock = f"{opened:%H:%M}"
    if opened.date() == today:
        return translate("Welcome", "Today, {time}").format(time=clock)
    if opened.date() == today - timedelta(days=1):
        return translate("Welcome", "Yesterday, {time}").format(time=clock)
    day = QDate(opened.year, opened.month, opened.day)
    return QLocale().toString(day, QLocale.FormatType.LongFormat)


class _Model(QAbstractListModel):
    """Rows of `Looked`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Looked] = []

    def put(self, rows: list[Looked]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == STATE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join([row.recent.path.stem, when(row.recent.opened), *([] if row.there else [missing()])])
        return str(row.recent.path) if role == Qt.ItemDataRole.ToolTipRole else None


def missing() -> str:
    """What stands on a project that is not where it was."""
    return translate("Welcome", "Not there")


class _Row(QStyledItemDelegate):
    """Picture at the left; name, place and date beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Looked = index.data(STATE)
        state, rect = option.state, QRect(option.rect)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_Active:
            painter.fillRect(rect, colour(SELECTED if self._focused() else RAISED))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour(HOVER))
        frame = QRect(rect.topLeft() + QPoint(8, (ROW - PICTURE.height()) // 2), PICTURE)
        self._picture(painter, frame, row)
        self._words(painter, rect.adjusted(PICTURE.width() + 24, 12, -16, -12), row)
        painter.setPen(QPen(colour(LINE)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _focused(self) -> bool:
        view = self.parent()
        return isinstance(view, QWidget) and view.hasFocus()

    @staticmethod
    def _picture(painter: QPainter, frame: QRect, row: Looked) -> None:
        painter.fillRect(frame, colour(SURROUND if row.picture else RAISED))
        if row.picture is None:
            sign = QRect(QPoint(), QSize(24, 24))
            sign.moveCenter(frame.center())
            icon("film", TEXT_DIM).paint(painter, sign)
            return
        size = row.picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint(), size)
        place.moveCenter(frame.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(1.0 if row.there else 0.4)
        painter.drawImage(place, row.picture)
        painter.setOpacity(1.0)

    @staticmethod
    def _words(painter: QPainter, rect: QRect, row: Looked) -> None:
        lines = [
            (row.recent.path.stem, font(13, QFont.Weight.DemiBold), TEXT if row.there else TEXT_DIM),
            (str(row.recent.path.parent), font(SMALL), TEXT_DIM),
            (when(row.recent.opened), font(SMALL), TEXT_DIM),
        ]
        height = rect.height() // len(lines)
        for number, (text, letters, tint) in enumerate(lines):
            line = QRect(rect.left(), rect.top() + number * height, rect.width(), height)
            painter.setFont(letters)
            painter.setPen(colour(tint))
            cut = Qt.TextElideMode.ElideMiddle if number == 1 else Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, cut, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            if number == 2 and not row.there:
                at = line.left() + painter.fontMetrics().horizontalAdvance(shown) + 16
                icon("triangle-alert", WARN).paint(painter, QRect(at, line.center().y() - 7, 14, 14))
                painter.setPen(colour(WARN))
                painter.drawText(
                    line.adjusted(at - line.left() + 20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, missing()
                )


class RecentList(QListView):
    """Enter or a double click opens, Delete takes a row off the list (never the project off the disk)."""

    open_requested = Signal(Path, bool)
    """The project, and whether to open it for reading only."""

    forget_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Welcome", "Recent projects"))
        self.setToolTip(translate("Welcome", "Enter opens, Delete takes off this list"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu_at)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def put(self, rows: list[Looked]) -> None:
        """Show these rows."""
        self._model.put(rows)
        if rows:
            self.setCurrentIndex(self._model.index(0))

    def put_unseen(self, recents: tuple[Recent, ...]) -> None:
        """Show rows before anybody has looked at the disk."""
        self.put([Looked(recent) for recent in recents])

    def rows(self) -> list[Looked]:
        """What is shown."""
        return self._model.rows

    def mark_missing(self, path: Path) -> None:
        """Show that a project is not there."""
        self.put([replace(row, there=row.there and row.recent.path != path) for row in self.rows()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete forgets."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(row)
        elif event.key() == Qt.Key.Key_Delete:
            self._forget(row)
        else:
            super().keyPressEvent(event)

    def menu(self, row: int) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        for text, run in (
            (translate("Welcome", "Open"), lambda: self._open(row)),
            (translate("Welcome", "Open to look only"), lambda: self._open(row, True)),
            (translate("Welcome", "Take off this list"), lambda: self._forget(row)),
        ):
            action = QAction(text, menu)
            action.triggered.connect(run)
            menu.addAction(action)
        return menu

    def _menu_at(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            menu = self.menu(index.row())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(place))

    def _open(self, row: int, readonly: bool = False) -> None:
        if 0 <= row < len(self.rows()):
            self.open_requested.emit(self.rows()[row].recent.path, readonly)

    def _forget(self, row: int) -> None:
        if 0 <= row < len(self.rows()):
            self.forget_requested.emit(self.rows()[row].recent.path)
