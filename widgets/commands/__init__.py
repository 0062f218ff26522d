"""Everything the person can ask for, in one table: menus, palette, keys and tooltips are made from it."""

from widgets.commands.command import Command
from widgets.commands.palette import Palette
from widgets.commands.sheet import KeySheet
from widgets.commands.shortcut_editor import ShortcutEditor
from widgets.commands.standing import add_standing_commands
from widgets.commands.table import CommandTable

__all__ = ["Command", "CommandTable", "KeySheet", "Palette", "ShortcutEditor", "add_standing_commands"]
