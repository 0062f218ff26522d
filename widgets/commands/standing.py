"""The commands about commands: palette and sheet of keys. Every window has them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from widgets.commands.command import Command
from widgets.commands.palette import Palette
from widgets.commands.sheet import KeySheet
from widgets.commands.table import CommandTable
from widgets.text import translate


def add_standing_commands(table: CommandTable, window: QWidget) -> None:
    """Register "All commands" (Ctrl+Shift+P) and "Keys" (F1 or ?) for a window."""
    help = translate("Category", "Help")
    palette = Palette(table, window)
    table.add(
        Command(
            "help.palette",
            translate("Commands", "All commands..."),
            help,
            ("Ctrl+Shift+P",),
            translate("Commands", "Find and run any command by a few letters"),
            icon="search",
        ),
        palette.ask,
    )
    table.add(
        Command(
            "help.keys",
            translate("Commands", "Keys"),
            help,
            ("F1", "?"),
            translate("Commands", "All keys at a glance"),
            icon="keyboard",
        ),
        lambda: KeySheet(table, window).open(),
    )
