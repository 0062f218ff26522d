"""How hard the pen is pressed: read from tablet events on their way to becoming mouse events."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTabletEvent

LIGHTEST = 0.15
"""Share of the brush's size that the lightest touch draws."""

_PEN = (QEvent.Type.TabletPress, QEvent.Type.TabletMove)


class Pen(QObject):
    """Watches the viewer for a tablet. The events go on: Qt makes of them the mouse events that tools are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pressure = 1.0
        """0 to 1; 1 for a mouse."""
        self._watched: QObject | None = None

    def watch(self, viewer: object) -> None:
        """Read the pen over this viewer from now on."""
        if viewer is self._watched:
            return
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = viewer if isinstance(viewer, QObject) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._lose)

    def _lose(self) -> None:
        self._watched = None

    def scaled(self, size: float) -> float:
        """A brush size at the present pressure."""
        return size * (LIGHTEST + (1.0 - LIGHTEST) * self.pressure)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the pressure; take nothing away."""
        if event.type() in _PEN and isinstance(event, QTabletEvent):
            self.pressure = event.pressure()
        elif event.type() in (QEvent.Type.TabletRelease, QEvent.Type.Leave):
            # The mouse event made of a release comes after it, and draws no dab of its own.
            self.pressure = 1.0
        return False
