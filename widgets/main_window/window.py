"""The window of one open project: panels round a picture, menus, work spaces, failures told over the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from app.document.change import Change
from widgets.context import Context
from widgets.jobs.job import JobAction
from widgets.jobs.panel import Offer
from widgets.main_window import tabbing, workspaces
from widgets.main_window.above import Above
from widgets.main_window.banner import Banners
from widgets.main_window.dock import PanelDock
from widgets.main_window.menus import fill_menus
from widgets.main_window.panels import Panels, make_panels
from widgets.main_window.status import StatusLine
from widgets.text import translate

_DOCKING = (
    QMainWindow.DockOption.AllowNestedDocks
    | QMainWindow.DockOption.AllowTabbedDocks
    | QMainWindow.DockOption.GroupedDragging
)
SMALLEST = QSize(1024, 640)


class MainWindow(QMainWindow):
    """Made anew for another language; what outlives it is in `Context`."""

    closing = Signal()
    """The person asks to close the project; the shell answers."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.let_go = False
        self._arranged = False
        self._before: QByteArray | None = None
        self.setObjectName("main")
        self.setMinimumSize(SMALLEST)
        self.setDockOptions(_DOCKING)
        # Lists of repairs and of history want height more than the timeline wants width.
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        context.commands.attach(self)
        self.banners = Banners(self)
        self.panels: Panels = make_panels(context)
        self.docks: dict[str, QDockWidget] = {}
        for id, (title, panel) in self.panels.docks.items():
            self._add_dock(id, title, panel)
        self.setCentralWidget(self._centre())
        self.setStatusBar(StatusLine(context, self))
        self.workspace = workspaces.by_id(context.settings.value("window/workspace", "restore"))
        self._place()
        self._listen()

    def finish(self) -> None:
        """Once every command is in the table: fill the menus, show the work space, give the picture the focus."""
        fill_menus(self.menuBar(), self.context.commands)
        self.refresh()
        self.panels.viewer.setFocus()

    def choose_workspace(self, id: str) -> None:
        """Keep the present work space as it is and change to another."""
        self.keep_layout()
        self.workspace = workspaces.by_id(id)
        self.context.settings.set_value("window/workspace", id)
        workspaces.restore(self, self.docks, self.context.settings, self.workspace)

    def reset_layout(self) -> None:
        """The present work space as it is by default."""
        workspaces.arrange(self, self.docks, self.workspace)

    def only_picture(self, only: bool) -> None:
        """Hide every panel and bar round the picture, or bring back those that were there."""
        if only:
            self._before = self.saveState(workspaces.LAYOUT_VERSION)
            for dock in self.docks.values():
                dock.hide()
        elif self._before is not None:
            self.restoreState(self._before, workspaces.LAYOUT_VERSION)
        self.statusBar().setVisible(not only)

    def show_panel(self, id: str) -> None:
        """Bring a panel to the front and give it the focus."""
        dock = self.docks[id]
        dock.show()
        dock.raise_()
        dock.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_layout(self) -> None:
        """Remember where the window and its panels stand."""
        workspaces.keep(self, self.context.settings, self.workspace.id)
        self.context.settings.set_layout("window", self.saveGeometry())

    def refresh(self) -> None:
        """Ask the commands anew whether they can run, and write the title."""
        self.context.commands.refresh()
        bridge = self.context.bridge
        name = bridge.project.path.stem
        only = translate("Window", "{name} (read only)").format(name=name) if bridge.readonly else name
        self.setWindowTitle(f"{only} - Reelmend")

    def showEvent(self, event: QShowEvent) -> None:
        """Panels take their sizes only once the window has its own."""
        super().showEvent(event)
        if not self._arranged:
            self._arranged = True
            workspaces.restore(self, self.docks, self.context.settings, self.workspace)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The shell closes the project first, then the window."""
        if self.let_go:
            self.keep_layout()
            event.accept()
            return
        event.ignore()
        self.closing.emit()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round what is seen, as one reads it."""
        return tabbing.step(self, next)

    def changeEvent(self, event: QEvent) -> None:
        """The full screen is told in the command that leaves it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.context.commands.refresh()

    def _centre(self) -> QWidget:
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.panels.viewer, 1)
        layout.addWidget(self.panels.transport)
        self.above = Above(self.panels.viewer.surface, (self.panels.looking, self.banners))
        return centre

    def _add_dock(self, id: str, title: str, panel: QWidget) -> None:
        dock = self.docks[id] = PanelDock(id, title, panel, self)
        # In its place from the first, or a kept arrangement that does not know it leaves it lying in a corner.
        self.addDockWidget(workspaces.RIGHT, dock)
        dock.hide()

    def _place(self) -> None:
        geometry = self.context.settings.layout("window")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry()
            self.resize(min(1600, room.width()), min(1000, room.height()))
            if room.width() <= 1600:
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def _listen(self) -> None:
        bridge, desk = self.context.bridge, self.context.desk
        bridge.failed.connect(self.banners.show_failure)
        self.panels.board.notices.told.connect(self._tell_end)
        self.panels.board.offered.connect(self._tell_offers)
        bridge.changed.connect(self._on_changed)
        bridge.reloaded.connect(self.refresh)
        desk.selection_changed.connect(self.refresh)
        desk.range_changed.connect(self.refresh)
        desk.viewing_changed.connect(self.refresh)
        desk.repair_changed.connect(self.refresh)

    def _tell_offers(self, offers: Sequence[Offer]) -> None:
        """Passes that were cut short are told over the picture: their dock may be hidden."""
        if len(offers) > 1:
            headline = translate("Window", "%n pass(es) were not finished", n=len(offers))
            self.banners.show_notice(headline, "", translate("Window", "Show them"), lambda: self.show_panel("jobs"))
            return
        (offer,) = offers
        action = translate("Window", "Go on with it")
        offer.gone.connect(self.banners.show_notice(offer.sentence, "", action, offer.go_on).dismiss)

    def _tell_end(self, headline: str, sentence: str, action: JobAction | None) -> None:
        """A job has ended; what can be done about it is a button."""
        if action is None:
            self.banners.show_notice(headline, sentence)
        else:
            self.banners.show_notice(headline, sentence, action.title, action.run)

    def _on_changed(self, change: Change) -> None:
        self.context.desk.set_length(self.context.bridge.film.length)
        self.refresh()
