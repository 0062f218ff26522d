"""A control that keeps the keys it works with from the window's commands."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class OwnKeys(QWidget):
    """Base of what is painted by us and worked by keys: Qt asks it before a command takes the key."""

    def takes(self, event: QKeyEvent) -> bool:
        """True where the key is this control's, as it stands now."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Claim the keys that it takes."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.takes(event):
            event.accept()
            return True
        return super().event(event)
