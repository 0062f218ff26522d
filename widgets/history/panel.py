"""The dock of the history: the ledger and the versions."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.document.entries import Entry
from app.document.model import Version
from app.media.reel import FrameId
from widgets.context import Context
from widgets.history.filters import FilterBar
from widgets.history.looking import LookingBar
from widgets.history.model import HistoryModel
from widgets.history.table import HistoryTable
from widgets.history.tracker import Tracker
from widgets.history.versions import VersionsPage
from widgets.text import translate


class HistoryPanel(QWidget):
    """Edits and versions, as two pages. `bar` may be put elsewhere, over the picture: it follows the desk."""

    def __init__(self, context: Context, tracker: Tracker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.tracker = tracker
        tracker.setParent(self)
        self.model = HistoryModel(context, tracker, self)
        self.table = HistoryTable(self.model, self)
        self.filters = FilterBar(context, self)
        self.versions = VersionsPage(context, self)
        self.bar = LookingBar(context, tracker, self)
        self.tabs = QTabBar(self)
        self.tabs.addTab(translate("History", "Edits"))
        self.tabs.addTab(translate("History", "Versions"))
        self._pages = QStackedWidget(self)
        self._nothing = QLabel(translate("History", "No edit fits the filter."), self)
        self._lay_out()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.filters.wanted.connect(self.model.set_filter)
        self.table.chosen.connect(self._look)
        self.table.opened.connect(self._open)
        self.table.menu_wanted.connect(self._menu)
        self.versions.chosen.connect(self._look_at_version)
        self.model.modelReset.connect(self._show_nothing)
        context.desk.viewing_changed.connect(self._follow)

    def _lay_out(self) -> None:
        edits = QWidget(self)
        column = QVBoxLayout(edits)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        self._nothing.setProperty("role", "dim")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(12, 16, 12, 16)
        self._nothing.hide()
        column.addWidget(self._nothing, 1)
        column.addWidget(self.table, 1)
        self._pages.addWidget(edits)
        self._pages.addWidget(self.versions)
        top = QHBoxLayout()
        top.setContentsMargins(4, 0, 8, 0)
        top.setSpacing(4)
        self.tabs.setExpanding(False)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self._context.commands.button("edit.undo", self))
        top.addWidget(self._context.commands.button("edit.redo", self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)

    def begin(self) -> None:
        """Once the commands are in the table: show their keys."""
        self.filters.text.setToolTip(self._context.commands.tooltip("history.filter"))
        self.bar.refresh()

    def _show_nothing(self) -> None:
        nothing = self.model.rowCount() == 0
        self._nothing.setVisible(nothing)
        self.table.setVisible(not nothing)

    # --- looking -----------------------------------------------------------------------------------------

    def _look(self, entry: Entry) -> None:
        """At the state after a row; the newest one is the present."""
        self._context.desk.view_row(None if entry.seq == self.tracker.last else entry.seq)

    def _look_at_version(self, version: Version | None) -> None:
        if version is not None:
            self._context.desk.view_row(None if version.seq == self.tracker.last else version.seq)

    def _follow(self) -> None:
        if self._context.desk.viewing is not None:
            self.table.show_seq(self._context.desk.viewing)

    def _open(self, entry: Entry) -> None:
        """To the shots that a row concerns; to the first frame where it tells frames."""
        film, desk = self._context.bridge.film, self._context.desk
        shots = [shot for id in entry.shots if (shot := film.shot(id)) is not None]
        if shots:
            desk.select_shots(tuple(shot.id for shot in shots))
            desk.set_playhead(min(shot.first for shot in shots))
        places = (film.position(FrameId(reel, index)) for reel, index in entry.frames)
        if (place := next((place for place in places if place is not None), None)) is not None:
            desk.set_playhead(place)

    def _menu(self, entry: Entry, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("History", "Look at this state"), lambda: self._look(entry))
        to_shots = menu.addAction(translate("History", "Go to the shots"), lambda: self._open(entry))
        to_shots.setEnabled(any(self._context.bridge.film.shot(id) is not None for id in entry.shots))
        menu.addSeparator()
        for id in ("history.go_on", "history.now", "history.name_version"):
            menu.addAction(self._context.commands.action(id))
        menu.popup(place)

    def show_versions(self) -> None:
        """Let a name be typed for the present state."""
        self.tabs.setCurrentIndex(1)
        self.versions.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_filter(self) -> None:
        """Let a filter be typed."""
        self.tabs.setCurrentIndex(0)
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()
