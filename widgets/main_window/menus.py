"""The menu bar: one menu a category, in the order people look for them."""

from __future__ import annotations

from PySide6.QtWidgets import QMenuBar

from widgets.commands import CommandTable
from widgets.text import translate

GROUPS = frozenset(
    {
        "file.export",
        "file.merge",
        "file.close",
        "edit.preferences",
        "scopes.side",
        "viewer.swap",
        "viewer.a_source",
        "viewer.b_source",
        "viewer.gain",
        "viewer.wipe_centre",
        "viewer.zoom_in",
        "viewer.pan_left",
        "viewer.loupe",
        "viewer.even_lines",
        "viewer.region",
        "playback.step_back",
        "playback.first",
        "playback.mark_in",
        "playback.loop",
        "timeline.split",
        "timeline.mark_shots",
        "timeline.cut_earlier",
        "masks.smaller",
        "masks.accept",
        "masks.accept_listed",
        "masks.next",
        "triage.next_repair",
        "table.revert",
        "triage.lasso",
        "inspector.run",
        "inspector.add",
        "inspector.previous",
        "inspector.copy_operator",
        "inspector.presets",
        "inspector.key_previous",
        "hdr.analyse",
        "hdr.other_set",
        "hdr.copy",
        "hdr.see_0",
        "jobs.up",
        "jobs.remove",
        "workspace.reset",
        "panel.picture",
        "help.about",
    }
)
"""Commands that begin a new group in their menu: a separator stands before each."""


def menu_order() -> tuple[str, ...]:
    """The categories whose place is fixed, from the film as a whole to the work on it; any other stands before
    Window and Help."""
    return (
        translate("Category", "File"),
        translate("Category", "Edit"),
        translate("Category", "View"),
        translate("Category", "Picture"),
        translate("Category", "Compare"),
        translate("Category", "Playback"),
        translate("Category", "Timeline"),
        translate("Category", "Shots"),
        translate("Category", "Repair"),
        translate("Category", "Triage"),
        translate("Category", "Grade"),
        translate("Category", "History"),
        translate("Category", "Jobs"),
    )


def last_menus() -> tuple[str, ...]:
    """The categories at the end."""
    return (translate("Category", "Window"), translate("Category", "Help"))


def fill_menus(bar: QMenuBar, commands: CommandTable) -> None:
    """Make the menus of all commands there are. A change of room within a category
    and the beginning of a group make a separator."""
    bar.clear()
    there = commands.categories()
    fixed = [name for name in menu_order() if name in there]
    ends = [name for name in last_menus() if name in there]
    middle = [name for name in there if name not in (*fixed, *ends)]
    for category in (*fixed, *middle, *ends):
        menu = bar.addMenu(category)
        menu.setToolTipsVisible(True)
        group = ""
        for command in commands.all():
            if command.category != category:
                continue
            room = command.id.partition(".")[0]
            if group and (room != group or command.id in GROUPS):
                menu.addSeparator()
            group = room
            menu.addAction(commands.action(command.id))
