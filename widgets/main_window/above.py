"""What is told lies over the picture, at its upper edge: the picture never moves for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

WIDEST = 760
"""Logical pixels: beside it the names of what is compared stay in sight on a picture of usual width."""
EDGE = 8

CAME_OR_WENT = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Above(QWidget):
    """Widgets one below the other over another one, in its upper middle, as high as they need to be."""

    def __init__(self, over: QWidget, parts: Sequence[QWidget]) -> None:
        super().__init__(over)
        self._over = over
        self._parts = tuple(parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in parts:
            column.addWidget(part)
            part.installEventFilter(self)
        # A press on what is told must not go through to the tool in hand.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        over.installEventFilter(self)
        self.place()

    def place(self) -> None:
        """Take the room that is needed; nothing where nothing is told."""
        layout = self.layout()
        assert layout is not None
        layout.activate()  # a layout of what is hidden does not do so by itself
        told = any(not part.isHidden() for part in self._parts)
        width = max(min(self._over.width() - 2 * EDGE, WIDEST), 1)
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        self.setGeometry((self._over.width() - width) // 2, EDGE, width, max(height, 1))
        self.setVisible(told)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The one below has another size, or a part came or went."""
        if event.type() in ((QEvent.Type.Resize,) if watched is self._over else CAME_OR_WENT):
            self.place()
        return False

    def event(self, event: QEvent) -> bool:
        """Something is told that was not, or no longer, or at greater length."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return done
