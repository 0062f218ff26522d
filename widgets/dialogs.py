"""Dialogs of which a window has one: asked for again, it comes to the front as it was left."""

from __future__ import annotations

from typing import Self

from PySide6.QtWidgets import QDialog, QWidget

from widgets.context import Context


class OneDialog(QDialog):
    """A dialog that does not hold the window up while it is open."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context

    @classmethod
    def ask(cls, context: Context, parent: QWidget) -> Self:
        """Show the one dialog of this window."""
        dialog = parent.findChild(cls) or cls(context, parent)
        dialog.show()
        dialog.activateWindow()
        return dialog
