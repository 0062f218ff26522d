"""The conflicts that a merge left open: go from one to the next on the film, and say whose work counts. Not modal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.document.commands import SettleConflicts
from app.document.merging import Group, grouped
from app.document.model import Conflict
from app.media.reel import FrameId
from operators.contract import Region
from widgets.context import Context
from widgets.dialogs import OneDialog
from widgets.merging.tree import ConflictTree
from widgets.merging.words import counts
from widgets.text import translate
from widgets.theme import icon

MARGIN = 20


class SettlingDialog(OneDialog):
    """Follows the project: what is settled, undone or merged meanwhile comes and goes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.groups: tuple[Group, ...] = ()
        self.setWindowTitle(translate("Merging", "Settle conflicts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.told = QLabel(self, wordWrap=True)
        self.tree = ConflictTree(self)
        self.previous = QPushButton(icon("arrow-up"), translate("Merging", "Previous"), self)
        self.following = QPushButton(icon("arrow-down"), translate("Merging", "Next"), self, default=True)
        self.ours = QPushButton(translate("Merging", "Take this project's"), self)
        self.theirs = QPushButton(translate("Merging", "Take the copy's"), self)
        self.shut = QPushButton(translate("Merging", "Close"), self)
        self._lay_out()
        self.tree.chosen.connect(self._go)
        self.tree.itemSelectionChanged.connect(self._refresh)
        self.previous.clicked.connect(lambda: self.tree.step(-1))
        self.following.clicked.connect(lambda: self.tree.step(1))
        self.ours.clicked.connect(lambda: self._take("a"))
        self.theirs.clicked.connect(lambda: self._take("b"))
        self.shut.clicked.connect(self.reject)
        context.bridge.changed.connect(self._ask)
        context.bridge.reloaded.connect(self._ask)
        self._ask()
        self._refresh()

    def _lay_out(self) -> None:
        tip = translate(
            "Merging", "For every conflict that is selected; a group stands for all in it. Undo takes it back."
        )
        for button in (self.ours, self.theirs):
            button.setToolTip(tip)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.previous, self.following, self.ours, self.theirs):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.shut)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 16, MARGIN, 16)
        layout.setSpacing(10)
        layout.addWidget(self.told)
        layout.addWidget(self.tree, 1)
        layout.addSpacing(8)
        layout.addLayout(buttons)

    def _ask(self, *_: object) -> None:
        project, snapshot = self._context.bridge.project, self._context.bridge.snapshot
        before = {item.id for group in self.groups for item in group.conflicts}
        if self.groups and before == set(snapshot.conflicts):
            return  # another edit
        self._context.bridge.ask(
            self, "groups", lambda: grouped(snapshot, snapshot.conflicts.values(), [project]), self._show
        )

    def _show(self, groups: tuple[Group, ...]) -> None:
        self.groups = groups
        self.tree.show_groups(groups)
        self.told.setText(counts(groups))
        self._refresh()

    def _refresh(self) -> None:
        can = bool(self.tree.selected) and not self._context.bridge.readonly
        for button in (self.ours, self.theirs):
            button.setEnabled(can)
        for button in (self.previous, self.following):
            button.setEnabled(bool(self.groups))

    def _go(self, item: Conflict) -> None:
        """The film stands at the conflict, its box in sight."""
        if not item.reel:
            return
        bridge, desk = self._context.bridge, self._context.desk
        position = bridge.film.position(FrameId(item.reel, item.start))
        if position is not None:
            desk.set_playhead(position)
        if item.box is not None:
            desk.reveal.emit(Region(*item.box))

    def _take(self, side: str) -> None:
        ids = tuple(item.id for item in self.tree.selected)
        if ids:
            self._context.bridge.dispatch(SettleConflicts(ids, side))  # type: ignore[arg-type]
