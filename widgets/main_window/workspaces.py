"""Work spaces: which panels stand where for which kind of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from widgets.settings import Settings
from widgets.text import translate

LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


@dataclass(frozen=True, slots=True)
class Workspace:
    """A default arrangement. Panels of one side share it as tabs, the first on top; others are hidden.

    `widths` are those of the left and right side, `height` that of the bottom, in pixels at 1280 x 800; larger
    windows give the sides a little more and the picture the rest.
    """

    id: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    bottom: tuple[str, ...]
    widths: tuple[int, int] = (280, 320)
    height: int = 236


WORKSPACES = (
    Workspace(
        "restore",
        (),
        ("repairs", "triage", "tools", "inspector", "jobs"),
        ("timeline", "table", "lint", "history"),
        (280, 372),
        264,
    ),
    Workspace(
        "grade",
        ("scopes",),
        ("inspector", "hdr", "repairs", "tools", "jobs"),
        ("timeline", "history"),
        (320, 340),
        200,
    ),
    Workspace("review", (), ("history", "lint", "jobs"), ("timeline",), (280, 360), 190),
)


def by_id(id: str) -> Workspace:
    """The work space of that name; the first where there is none (a settings file of another version)."""
    return next((one for one in WORKSPACES if one.id == id), WORKSPACES[0])


LAYOUT_VERSION = 2
"""Raised when panels come or go, so that an older kept arrangement is not forced on them."""


def arrange(window: QMainWindow, docks: Mapping[str, QDockWidget], workspace: Workspace) -> None:
    """Put the panels where a work space has them by default."""
    for dock in docks.values():
        dock.setFloating(False)
        dock.hide()
    for area, ids in ((LEFT, workspace.left), (RIGHT, workspace.right), (BOTTOM, workspace.bottom)):
        for place, id in enumerate(ids):
            window.addDockWidget(area, docks[id])
            if place:
                window.tabifyDockWidget(docks[ids[0]], docks[id])
            docks[id].show()
        if ids:
            docks[ids[0]].raise_()
    more = max(window.width() - 1280, 0) // 8
    sides = ((workspace.left, workspace.widths[0] + more), (workspace.right, workspace.widths[1] + more))
    for ids, width in sides:
        if ids:
            window.resizeDocks([docks[ids[0]]], [width], Qt.Orientation.Horizontal)
    if workspace.bottom:
        height = workspace.height + max(window.height() - 800, 0) // 6
        window.resizeDocks([docks[workspace.bottom[0]]], [height], Qt.Orientation.Vertical)


def keep(window: QMainWindow, settings: Settings, workspace: str) -> None:
    """Remember how the person left a work space."""
    settings.set_layout(f"workspace/{workspace}", window.saveState(LAYOUT_VERSION))


def restore(window: QMainWindow, docks: Mapping[str, QDockWidget], settings: Settings, workspace: Workspace) -> None:
    """Bring a work space back as it was left, or as it is by default."""
    state = settings.layout(f"workspace/{workspace.id}")
    if state.isEmpty() or not window.restoreState(state, LAYOUT_VERSION):
        arrange(window, docks, workspace)


def workspace_titles() -> dict[str, str]:
    """Their names in the user's language."""
    return {
        "restore": translate("Window", "Restore"),
        "grade": translate("Window", "Grade"),
        "review": translate("Window", "Review"),
    }
