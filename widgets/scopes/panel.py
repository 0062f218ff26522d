"""The scopes' dock: which are shown, of which side, in which numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from widgets.commands import Command
from widgets.context import Context
from widgets.jobs.elided import ElidedLabel
from widgets.scopes.source import Choice, Source
from widgets.scopes.traces import KINDS, Trace
from widgets.scopes.views import CODES, PER_CENT, VIEWS, ScopeView
from widgets.text import operator_text, translate
from widgets.theme import icon

BUTTON = 28
ICONS = {
    "waveform": "audio-waveform",
    "parade": "columns-2",
    "vectorscope": "crosshair",
    "histogram": "chart-column",
}
KEYS = {kind: f"Ctrl+Shift+{place}" for place, kind in enumerate(KINDS, 1)}


class ScopesPanel(QWidget):
    """One scope or several; what is chosen is remembered."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.source = Source(context, self)
        self.units = context.settings.value("scopes/units", CODES)
        self.titles = {
            "waveform": translate("Scopes", "Waveform"),
            "parade": translate("Scopes", "Parade"),
            "vectorscope": translate("Scopes", "Vectorscope"),
            "histogram": translate("Scopes", "Histogram"),
        }
        self.views: dict[str, ScopeView] = {}
        self.said = ElidedLabel("", self)
        self.said.setProperty("role", "dim")
        self.empty = QLabel(translate("Scopes", "No picture to measure yet"), self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("role", "dim")
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addLayout(self._bar)
        layout.addLayout(self._grid, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.said)
        self._native = True
        self._light = False
        self._add_commands()
        self._fill_bar()
        self.source.counted.connect(self.show_traces)
        context.desk.region_changed.connect(self._say)
        context.desk.compare_changed.connect(self._say)
        self.choose(**self._remembered())
        self.setMinimumWidth(240)

    @property
    def choice(self) -> Choice:
        """What is shown."""
        return self.source.choice

    def choose(self, **changes: object) -> None:
        """Show something else, and remember it."""
        choice = replace(self.choice, **changes)  # type: ignore[arg-type]
        keep = self.context.settings.set_value
        keep("scopes/kinds", ",".join(choice.kinds))
        keep("scopes/side", choice.side)
        keep("scopes/native", "yes" if choice.native else "no")
        keep("scopes/log", "yes" if choice.log else "no")
        self.source.choose(choice)
        self._lay_out_views()
        self._check_actions()
        self._say()

    def toggle(self, kind: str) -> None:
        """Show or hide a scope; the last one stays."""
        shown = set(self.choice.kinds) ^ {kind}
        self.choose(kinds=tuple(each for each in KINDS if each in shown) or (kind,))

    def set_units(self, units: str) -> None:
        """Label levels in code values (HDR: in light) or in per cent."""
        self.units = units
        self.context.settings.set_value("scopes/units", units)
        for view in self.views.values():
            view.units = units
        self._check_actions()
        self.source.want()

    def show_traces(self, made: Mapping[str, Trace], native: bool) -> None:
        """Draw what was counted."""
        self._native = native
        self._light = any(trace.scale.light for trace in made.values())
        self.empty.setVisible(not made)
        for kind, view in self.views.items():
            view.setVisible(bool(made) and kind in self.choice.kinds)
            if kind in made:
                view.show_trace(made[kind])
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        """Count from now on."""
        super().showEvent(event)
        self.source.set_awake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no more."""
        self.source.set_awake(False)
        super().hideEvent(event)

    # --- inside -------------------------------------------------------------------------------------------

    def _remembered(self) -> dict[str, object]:
        value = self.context.settings.value
        kinds = tuple(kind for kind in KINDS if kind in value("scopes/kinds", "waveform").split(","))
        side = value("scopes/side", "b")
        return {
            "kinds": kinds or ("waveform",),
            "side": side if side in ("a", "b") else "b",
            "native": value("scopes/native", "yes") == "yes",
            "log": value("scopes/log", "yes") == "yes",
        }

    def _lay_out_views(self) -> None:
        """One above the other, two by two from three on."""
        for kind in self.choice.kinds:
            if kind not in self.views:
                view = self.views[kind] = VIEWS[kind](self.titles[kind])
                view.setParent(self)
                view.units = self.units
        for view in self.views.values():
            self._grid.removeWidget(view)
            view.hide()
        columns = 2 if len(self.choice.kinds) > 2 else 1
        rows = -(-len(self.choice.kinds) // columns)
        for line in range(len(KINDS)):
            self._grid.setRowStretch(line, 1 if line < rows else 0)
            self._grid.setColumnStretch(line, 1 if line < columns else 0)
        for place, kind in enumerate(self.choice.kinds):
            self._grid.addWidget(self.views[kind], place // columns, place % columns)
            self.views[kind].setVisible(self.empty.isHidden())

    def _add_commands(self) -> None:
        view = translate("Category", "View")

        def add(id: str, title: str, key: str, run: object, picture: str = "") -> None:
            command = Command(f"scopes.{id}", title, view, (key,), checkable=True, icon=picture)
            self.context.commands.add(command, run)  # type: ignore[arg-type]

        for kind in KINDS:
            add(kind, self.titles[kind], KEYS[kind], lambda _, chosen=kind: self.toggle(chosen), ICONS[kind])
        add("side", translate("Scopes", "Scopes of side A"), "Ctrl+Shift+5", self._choose_side)
        add("native", translate("Scopes", "Scopes in native code values"), "Ctrl+Shift+6", self._choose_native)
        add("per_cent", translate("Scopes", "Scopes in per cent"), "Ctrl+Shift+7", self._choose_units)
        add("log", translate("Scopes", "Scopes show faint traces"), "Ctrl+Shift+8", self._choose_log)

    def _choose_side(self, on: bool) -> None:
        self.choose(side="a" if on else "b")

    def _choose_native(self, on: bool) -> None:
        self.choose(native=on)

    def _choose_units(self, on: bool) -> None:
        self.set_units(PER_CENT if on else CODES)

    def _choose_log(self, on: bool) -> None:
        self.choose(log=on)

    def _check_actions(self) -> None:
        action = self.context.commands.action
        for kind in KINDS:
            action(f"scopes.{kind}").setChecked(kind in self.choice.kinds)
        action("scopes.side").setChecked(self.choice.side == "a")
        action("scopes.native").setChecked(self.choice.native)
        action("scopes.per_cent").setChecked(self.units == PER_CENT)
        action("scopes.log").setChecked(self.choice.log)

    def _fill_bar(self) -> None:
        for kind in KINDS:
            button = self.context.commands.button(f"scopes.{kind}", self)
            button.setFixedSize(BUTTON, BUTTON)
            self._bar.addWidget(button)
            if self.focusProxy() is None:
                self.setFocusProxy(button)
        self._bar.addStretch(1)
        self._more = QToolButton(self)
        self._more.setIcon(icon("ellipsis"))
        self._more.setFixedSize(BUTTON, BUTTON)
        self._more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setToolTip(translate("Scopes", "What the scopes measure"))
        self._more.setAccessibleName(self._more.toolTip())
        menu = QMenu(self)
        for id in ("side", "native", "per_cent", "log"):
            menu.addAction(self.context.commands.action(f"scopes.{id}"))
        self._more.clicked.connect(lambda: menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft())))
        self._bar.addWidget(self._more)

    def _say(self) -> None:
        """Below the scopes: what is measured."""
        stage = operator_text(self.source.look.stage.value)
        parts = [f"{self.choice.side.upper()}: {stage}"]
        parts.append(translate("Scopes", "native") if self._native else translate("Scopes", "as displayed"))
        if self._light:
            parts.append(translate("Scopes", "PQ") if self.units == PER_CENT else translate("Scopes", "PQ, cd/m²"))
        if self.context.desk.region is not None:
            parts.append(translate("Scopes", "region"))
        self.said.setText("  ·  ".join(parts))


def make_panel(context: Context) -> ScopesPanel:
    """The scopes of the open project, their commands added to the table."""
    return ScopesPanel(context)
