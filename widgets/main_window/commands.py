"""The window's own commands: files, work spaces, panels, screens, finding shots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from operators.cuts import CutList
from widgets import export, merging
from widgets.about import AboutDialog
from widgets.commands import Command, CommandTable, add_standing_commands
from widgets.main_window.second_screen import SecondScreen
from widgets.main_window.workspaces import WORKSPACES, workspace_titles
from widgets.preferences import PreferencesDialog
from widgets.settings import Settings
from widgets.text import translate

if TYPE_CHECKING:
    from widgets.main_window.shell import Shell
    from widgets.main_window.window import MainWindow


FURTHER_KEYS = {"lint": "Alt+Shift+L", "hdr": "Alt+Shift+H"}
"""Keys of panels beyond the nine that have a number."""


def add_window_commands(shell: Shell, window: MainWindow) -> None:
    """Add them all to the window's table."""
    _add_file(shell, window)
    _add_view(window)
    _add_shots(window)
    add_about(shell.settings, window.context.commands, window)


def _add_file(shell: Shell, window: MainWindow) -> None:
    add = window.context.commands.add
    file = translate("Category", "File")
    add(
        Command("file.new", translate("Window", "New project..."), file, ("Ctrl+N",), icon="file-plus"), shell.ask_new
    )
    add(
        Command("file.open", translate("Window", "Open project..."), file, ("Ctrl+O",), icon="folder-open"),
        shell.ask_open,
    )
    export.add_commands(window.context, window)
    merging.add_commands(window.context, window)
    add(Command("file.close", translate("Window", "Close project"), file, ("Ctrl+Shift+W",)), shell.close_project)
    add(Command("file.quit", translate("Window", "Quit"), file, ("Ctrl+Q",)), shell.quit)


def _add_view(window: MainWindow) -> None:
    add, view = window.context.commands.add, translate("Category", "Window")
    titles = workspace_titles()
    for number, workspace in enumerate(WORKSPACES, 1):
        title = translate("Window", "Work space: {name}").format(name=titles[workspace.id])
        add(
            Command(f"workspace.{workspace.id}", title, view, (f"Ctrl+{number}",), icon="layout-panel-left"),
            lambda id=workspace.id: window.choose_workspace(id),
        )
    add(Command("workspace.reset", translate("Window", "Panels as they were at first"), view), window.reset_layout)
    for number, (id, dock) in enumerate(window.docks.items(), 1):
        title = translate("Window", "Panel: {name}").format(name=dock.windowTitle())
        keys = (FURTHER_KEYS.get(id, f"Alt+{number}"),)
        add(Command(f"panel.{id}", title, view, keys), lambda id=id: window.show_panel(id))
    add(
        Command("panel.picture", translate("Window", "To the picture"), view, ("Alt+0",)),
        lambda: window.panels.viewer.setFocus(Qt.FocusReason.ShortcutFocusReason),
    )
    second = SecondScreen(window)
    full = window.context.commands.add(
        Command("screen.full", translate("Window", "Full screen"), view, ("F11",), checkable=True, icon="fullscreen"),
        lambda on: window.showFullScreen() if on else window.showNormal(),
    )
    full.setChecked(window.isFullScreen())
    add(
        Command(
            "screen.picture",
            translate("Window", "Only the picture"),
            view,
            ("Ctrl+F11", "`"),
            translate("Window", "Hide every panel, and show them again"),
            checkable=True,
            icon="maximize",
        ),
        window.only_picture,
    )
    add(
        Command(
            "screen.second",
            translate("Window", "Picture on the second screen"),
            view,
            ("Shift+F11",),
            checkable=True,
            icon="monitor",
        ),
        second.show,
    )


def _add_shots(window: MainWindow) -> None:
    context = window.context
    bridge = context.bridge

    def find() -> None:
        bridge.jobs.submit(
            lambda: translate("Window", "Finding shots"),
            "shots",
            bridge.session.find_shots,
            _found,
        )

    def _found(cuts: dict[str, CutList]) -> None:
        if not isValid(window):  # the language was switched meanwhile: another window stands
            return
        count = len(bridge.project.snapshot.shots)
        window.banners.show_notice(
            translate("Window", "%n shot(s) found", n=count),
            translate(
                "Window", "Cuts can be dragged, split and merged on the timeline; undo brings the old ones back."
            ),
        )

    context.commands.add(
        Command(
            "shots.find",
            translate("Window", "Find shots"),
            translate("Category", "Timeline"),
            tip=translate("Window", "Find the cuts of every reel anew, in the background"),
            icon="clapperboard",
        ),
        find,
        lambda: translate("Window", "The project is open to be read only") if bridge.readonly else True,
    )


def add_about(settings: Settings, commands: CommandTable, window: QWidget) -> None:
    """Preferences, palette, keys, about: every window has them."""
    commands.add(
        Command(
            "edit.preferences",
            translate("Window", "Preferences..."),
            translate("Category", "Edit"),
            ("Ctrl+,",),
            icon="settings",
        ),
        lambda: PreferencesDialog(settings, commands, window).open(),
    )
    add_standing_commands(commands, window)
    commands.add(
        Command("help.about", translate("Window", "About Reelmend"), translate("Category", "Help"), icon="info"),
        lambda: AboutDialog(window).open(),
    )
