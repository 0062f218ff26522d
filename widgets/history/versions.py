"""Versions: named points of the ledger, to look at and to approve."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.document.commands import ApproveVersion, NameVersion
from app.document.model import Version
from widgets.context import Context
from widgets.text import filled, translate
from widgets.theme import icon
from widgets.theme.palette import OK

VERSION = Qt.ItemDataRole.UserRole


class VersionsPage(QWidget):
    """Name the present state; look at a version; approve it."""

    chosen = Signal(object)
    """`Version`: look at it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(translate("History", "Name this state"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.name.setMaxLength(200)
        self._add = QPushButton(icon("bookmark"), translate("History", "Name"), self)
        self._reason = QLabel(self, wordWrap=True)
        self._reason.setProperty("role", "warn")
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("History", "Versions"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self._empty = QLabel(
            translate("History", "A version is a name for a state: to look at again, to compare, to approve."),
            self,
            wordWrap=True,
        )
        self._empty.setProperty("role", "dim")
        self._empty.setContentsMargins(12, 8, 12, 8)
        self._look = QPushButton(icon("eye"), translate("History", "Look"), self)
        self._look.setToolTip(translate("History", "Look at this version (Return)"))
        self._approve = QPushButton(icon("circle-check"), translate("History", "Approve"), self)
        self._lay_out()
        self._connect()
        self.fill()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 4)
        head.setSpacing(4)
        head.addWidget(self.name, 1)
        head.addWidget(self._add)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 8, 8, 8)
        foot.setSpacing(8)
        foot.addWidget(self._look)
        foot.addWidget(self._approve)
        foot.addStretch(1)
        self._reason.setContentsMargins(12, 0, 12, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._reason)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._refresh)
        self.name.returnPressed.connect(self._name_it)
        self._add.clicked.connect(self._name_it)
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(VERSION)))
        self.list.currentItemChanged.connect(self._refresh)
        self._look.clicked.connect(lambda: self.chosen.emit(self._current()))
        self._approve.clicked.connect(self._approve_it)
        self._context.bridge.changed.connect(self.fill)
        self._context.bridge.reloaded.connect(self.fill)

    def fill(self) -> None:
        """The versions there are, newest first."""
        current = self._current()
        versions = sorted(self._context.bridge.snapshot.versions.values(), key=lambda one: one.seq, reverse=True)
        if versions != [self.list.item(row).data(VERSION) for row in range(self.list.count())]:
            self.list.clear()
            for version in versions:
                self.list.addItem(_item(version))
                if current is not None and version.id == current.id:
                    self.list.setCurrentRow(self.list.count() - 1)
        self._empty.setVisible(not versions)
        self.list.setVisible(bool(versions))
        self._refresh()

    def _current(self) -> Version | None:
        item = self.list.currentItem()
        version = item.data(VERSION) if item is not None else None
        return version if isinstance(version, Version) else None

    def _refresh(self, *_: object) -> None:
        current, name = self._current(), self.name.text().strip()
        taken = any(one.name == name for one in self._context.bridge.snapshot.versions.values())
        self._reason.setText(translate("History", "There is a version of this name already") if taken else "")
        self._reason.setVisible(taken)
        readonly = (
            translate("History", "The project is open for reading only") if self._context.bridge.readonly else ""
        )
        self._add.setEnabled(bool(name) and not taken and not readonly)
        self._add.setToolTip(readonly or self._reason.text() or translate("History", "Name this state (Return)"))
        self._look.setEnabled(current is not None)
        self._approve.setEnabled(current is not None and not current.approved_by and not readonly)
        approved = filled(translate("History", "Approved by {who}"), who=current.approved_by) if current else ""
        done = bool(current and current.approved_by)
        self._approve.setToolTip(
            readonly or (approved if done else translate("History", "Write down that you approve it"))
        )

    def _name_it(self) -> None:
        if self._add.isEnabled():
            self._context.bridge.dispatch(NameVersion(self.name.text().strip()))
            self.name.clear()

    def _approve_it(self) -> None:
        current = self._current()
        if current is not None:
            self._context.bridge.dispatch(ApproveVersion(current.id, self._context.bridge.project.author))


def _approved(version: Version) -> str:
    text = translate("History", "Approved by {who}")
    return filled(text, who=version.approved_by) if version.approved_by else ""


def _item(version: Version) -> QListWidgetItem:
    number = filled(translate("History", "Row {number}"), number=f"{version.seq:,}")
    approved = (
        filled(translate("History", "Approved by {who}"), who=version.approved_by) if version.approved_by else ""
    )
    text = "\n".join([version.name, f"{number} · {approved}" if approved else number])
    item = QListWidgetItem(icon("circle-check", OK) if approved else icon("bookmark"), text)
    item.setData(VERSION, version)
    item.setToolTip(text)
    item.setSizeHint(QSize(0, 48))
    return item
