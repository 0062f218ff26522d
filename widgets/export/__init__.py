"""Export: asking, checking, writing, proving."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from widgets.commands import Command
from widgets.context import Context
from widgets.export.dialog import ExportDialog
from widgets.text import translate

__all__ = ["ExportDialog", "add_commands"]


def add_commands(context: Context, window: QWidget) -> None:
    """Add `file.export` to the table; the dialog belongs to `window`."""

    def possible() -> bool | str:
        return bool(context.bridge.film.length) or translate("Export", "The project has no film yet")

    context.commands.add(
        Command(
            "file.export",
            translate("Export", "Export..."),
            translate("Category", "File"),
            ("Ctrl+E",),
            translate("Export", "Write the film, or a part of it, as frames or as a movie"),
            icon="upload",
        ),
        lambda: ExportDialog.ask(context, window),
        possible,
    )
