"""A panel's dock: no row of its own for a title that a tab, or the panel itself, says already."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from widgets.text import translate
from widgets.theme import colour

GRIP = 8
"""Height of what a panel that stands alone is dragged by."""
DOTS, DOT, APART = 5, 2.0, 6.0


class PanelDock(QDockWidget):
    """Like any dock, but beside others in tabs its tab is its handle, alone a thin grip is. Floating, it has the
    title bar of a window."""

    def __init__(self, id: str, title: str, panel: QWidget, window: QMainWindow) -> None:
        super().__init__(title, window)
        self.setObjectName(id)
        self.setWidget(panel)
        self._window = window
        self._none = QWidget(self)
        self._none.setFixedHeight(0)
        self._grip = Grip(title, self)
        self._none.hide()
        self._grip.hide()
        # Qt tells of being tabbed only by these, and before it is done.
        for signal in (self.dockLocationChanged, self.topLevelChanged, self.visibilityChanged):
            signal.connect(self._look_soon)

    def event(self, event: QEvent) -> bool:
        """Moved about by hand, a dock may have come among tabs."""
        if event.type() in (QEvent.Type.ZOrderChange, QEvent.Type.ParentChange):
            self._look_soon()
        return super().event(event)

    def look(self) -> None:
        """Take the handle that fits where it stands."""
        wanted: QWidget | None = self._grip
        if self.isFloating():
            wanted = None
        elif self._window.tabifiedDockWidgets(self):
            wanted = self._none
        before = self.titleBarWidget()
        if before is not wanted:
            self.setTitleBarWidget(wanted)  # type: ignore[arg-type]
            if before is not None:
                before.hide()

    def _look_soon(self, *_: object) -> None:
        QTimer.singleShot(0, self, self.look)


class Grip(QWidget):
    """A row of dots that a panel is dragged by; a double click lets it float."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(GRIP)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setAccessibleName(title)
        tip = translate("Window", "{panel}: drag to put it elsewhere, double-click to let it float")
        self.setToolTip(tip.format(panel=title))

    def sizeHint(self) -> QSize:
        """As wide as its dots at the least."""
        return QSize(int(DOTS * APART), GRIP)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("background"))
        first = self.width() / 2 - (DOTS - 1) * APART / 2
        for number in range(DOTS):
            middle = first + number * APART
            painter.fillRect(QRectF(middle - DOT / 2, (GRIP - DOT) / 2, DOT, DOT), colour("edge"))
        painter.end()
