"""Whether a panel is seen. Qt calls a dock behind another tab visible: it only stands outside the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QWidget


class Sight(QObject):
    """Watches a panel and the dock it stands in."""

    changed = Signal(bool)
    """It came into sight, or went."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self._dock: QDockWidget | None = None
        self._before = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        panel.installEventFilter(self)

    def seen(self) -> bool:
        """Whether anything of the panel can be seen now."""
        return self._panel.isVisible() and not self._panel.visibleRegion().isEmpty()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shown, hidden or put into another dock."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._find_dock()
            self._soon.start()
        return False

    def _find_dock(self) -> None:
        widget = self._panel.parentWidget()
        while widget is not None and not isinstance(widget, QDockWidget):
            widget = widget.parentWidget()
        if widget is not None and widget is not self._dock:
            self._dock = widget
            widget.visibilityChanged.connect(self._on_dock)

    def _on_dock(self, _seen: bool) -> None:
        self._soon.start()  # the tab has not changed places yet

    def _look(self) -> None:
        now = self.seen()
        if now != self._before:
            self._before = now
            self.changed.emit(now)
