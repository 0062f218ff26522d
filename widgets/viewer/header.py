"""The bar above the picture: how to compare, what A and B are, zoom, and what is drawn over the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app.engine.look import HdrLook, Look, seen_as
from app.engine.request import Stage
from widgets.commands import CommandTable
from widgets.desk import MODES
from widgets.text import translate
from widgets.theme import icon
from widgets.theme.palette import TEXT_DIM
from widgets.viewer.choices import GAINS, Chooser
from widgets.viewer.overlay_panel import OverlayPanel
from widgets.viewer.surface import Surface
from widgets.viewer.words import DISPLAYS, display_name, look_name, stage_name

ICON_SIZE = 20
LONGEST = 120
"""Logical pixels for the name of a look; the menu has it whole."""
ONE_PICTURE = ("single", "mask")
ZOOMS = ("fit", "zoom_100", "zoom_200", "zoom_400", "zoom_800", "zoom_in", "zoom_out")
GUIDES = (
    "safe",
    "grid",
    "aspect",
    "burn_in",
    "readout",
    "even_lines",
    "odd_lines",
    "loupe",
    "region",
    "region_clear",
)


class Header(QWidget):
    """One row of buttons; the looks of A and B are menus of stages and versions."""

    def __init__(
        self, surface: Surface, commands: CommandTable, chooser: Chooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._surface = surface
        self._chooser = chooser
        self.setObjectName("viewer.header")
        self.looks = {pane: LookButton(surface, pane, self) for pane in ("a", "b")}
        self._swap = commands.button("viewer.swap", self)
        self._gain = self._menu_button(translate("Viewer", "Gain of the difference"), self._fill_gain)
        self._zoom = self._menu_button(translate("Viewer", "Zoom (wheel over the picture)"), self._fill_zoom)
        self._guides = self._menu_button(translate("Viewer", "What is drawn over the picture"), self._fill_guides)
        self._guides.setIcon(icon("frame"))
        self._guides.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._guides.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._guides.setAccessibleName(translate("Viewer", "What is drawn over the picture"))
        self._commands = commands
        self._lay_out()
        surface.framed.connect(self.refresh)
        surface.pictured.connect(self.refresh)
        surface.desk.compare_changed.connect(self.refresh)
        surface.bridge.changed.connect(self.refresh)
        chooser.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        for mode in MODES:
            row.addWidget(self._commands.button(f"viewer.{mode}", self))
        row.addSpacing(8)
        for widget in (self.looks["a"], self._swap, self.looks["b"], self._gain):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._zoom)
        row.addSpacing(4)
        overlay = self._commands.button("viewer.overlay", self)
        row.addWidget(overlay)
        row.addWidget(OverlayPanel.opener(self._chooser, self))
        row.addWidget(self._guides)

    def _menu_button(self, tip: str, fill: Callable[[QMenu], None]) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        show_arrow(button)
        menu = QMenu(button)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        menu.aboutToShow.connect(lambda: fill(menu))
        button.setMenu(menu)
        return button

    def refresh(self) -> None:
        """Say what is chosen."""
        mode = self._surface.desk.compare.mode
        two = mode not in ONE_PICTURE
        self.looks["a"].setVisible(two)
        self._swap.setVisible(two)
        self._gain.setVisible(mode == "difference")
        self._gain.setText(f"× {self._chooser.now.gain}")
        for button in self.looks.values():
            button.refresh()
        view = next(iter(self._surface.scene.views.values()), None)
        percent = "" if view is None else f"{view.zoom * 100:.0f} %"
        fits = self._surface.framing.zoom is None
        self._zoom.setText(f"{translate('Viewer', 'Fit')}  {percent}" if fits else percent)

    def _fill_gain(self, menu: QMenu) -> None:
        menu.clear()
        for gain in GAINS:
            action = menu.addAction(f"× {gain}", partial(self._chooser.change, gain=gain))
            action.setCheckable(True)
            action.setChecked(gain == self._chooser.now.gain)

    def _fill_zoom(self, menu: QMenu) -> None:
        menu.clear()
        menu.addActions([self._commands.action(f"viewer.{name}") for name in ZOOMS])

    def _fill_guides(self, menu: QMenu) -> None:
        menu.clear()
        menu.addActions([self._commands.action(f"viewer.{name}") for name in GUIDES])


def show_arrow(button: QToolButton) -> None:
    """A small arrow after the button's words, as in a combo box: there is a menu. Menus set their own direction."""
    button.setIcon(icon("chevron-down", TEXT_DIM))
    button.setIconSize(QSize(12, ICON_SIZE))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


class LookButton(QToolButton):
    """What A or B shows: a stage, now or at a version."""

    def __init__(self, surface: Surface, pane: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self._pane = pane
        self.setObjectName(f"viewer.look_{pane}")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        show_arrow(self)
        name = pane.upper()
        self.setToolTip(translate("Viewer", "What {pane} shows: a stage, now or at a version").format(pane=name))
        self.setAccessibleName(self.toolTip())
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        menu.aboutToShow.connect(self._fill)
        self._stages, self._moments, self._displays = (QActionGroup(menu) for _ in range(3))
        self.setMenu(menu)

    @property
    def look(self) -> Look:
        """What the desk says for this pane."""
        compare = self._surface.desk.compare
        return compare.a if self._pane == "a" else compare.b

    def refresh(self) -> None:
        """Write stage and version on the button."""
        name = look_name(self.look, self._surface.bridge.snapshot)
        alone = self._surface.desk.compare.mode in ONE_PICTURE
        text = name if alone else f"{self._pane.upper()}  {name}"
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, LONGEST))

    def _choose(self, **changes: object) -> None:
        look = replace(self.look, **changes)  # type: ignore[arg-type]
        self._surface.desk.set_compare(**{self._pane: look})

    def _see(self, **changes: Any) -> None:
        self._surface.desk.set_compare(**{self._pane: seen_as(self.look, **changes)})

    def _fill_displays(self, menu: QMenu) -> None:
        """The displays that HDR can be seen as on, and false colour."""
        now = self.look.hdr or HdrLook()
        menu = menu.addMenu(translate("Viewer", "Display"))
        for nits in (0.0, *sorted({*DISPLAYS, now.nits} - {0.0})):
            action = menu.addAction(display_name(nits), partial(self._see, nits=nits))
            action.setCheckable(True)
            action.setChecked(nits == now.nits)
            self._displays.addAction(action)
        toggled = partial(self._see, false_colour=not now.false_colour)
        action = menu.addAction(translate("Viewer", "False colour in cd/m²"), toggled)
        action.setCheckable(True)
        action.setChecked(now.false_colour)

    def _fill(self) -> None:
        menu, look = self.menu(), self.look
        menu.clear()
        for stage in Stage:
            action = menu.addAction(stage_name(stage), partial(self._choose, stage=stage))
            action.setCheckable(True)
            action.setChecked(stage is look.stage)
            self._stages.addAction(action)
        menu.addSeparator()
        self._fill_displays(menu)
        menu.addSeparator()
        versions = sorted(self._surface.bridge.snapshot.versions.values(), key=lambda version: -version.seq)
        for name, at in ((translate("Viewer", "Now"), None), *((item.name, item.seq) for item in versions)):
            action = menu.addAction(name.replace("&", "&&"), partial(self._choose, at=at))
            action.setCheckable(True)
            action.setChecked(at == look.at)
            self._moments.addAction(action)
