"""Export: asking, checking, writing, proving."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from widgets.commands import Command
from widgets.context import Context
from widgets.export.dialog import ExportDialog
from widgets.export.proof import ProofDialog
from widgets.text import translate

__all__ = ["ExportDialog", "ProofDialog", "add_commands"]


def add_commands(context: Context, window: QWidget) -> None:
    """Add `file.export` and `file.prove` to the table; the dialogs belong to `window`."""

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
    context.commands.add(
        Command(
            "file.prove",
            translate("Export", "Prove an export..."),
            translate("Category", "File"),
            ("Ctrl+Alt+E",),
            translate("Export", "Show that nothing outside the repairs was changed; sign the summary and save it"),
            icon="list-checks",
        ),
        lambda: ProofDialog.ask(context, window),
        possible,
    )
