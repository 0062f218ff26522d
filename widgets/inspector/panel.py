"""The inspector: the pass and the stacks of the shot in view or of those selected."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets.context import Context

# Registers the colour wheels.
from widgets.inspector import cdl_panel as _cdl_panel  # noqa: F401
from widgets.inspector.bar import Bar
from widgets.inspector.box import OperatorBox
from widgets.inspector.hand import Hand
from widgets.inspector.pass_section import PassSection
from widgets.inspector.reading import STAGES
from widgets.inspector.recipes import Recipes
from widgets.inspector.stage import StageSection
from widgets.text import translate

NARROWEST = 264
FOLLOW_MS = 80
"""Keyframed values follow the playhead this often while the film runs."""


class Inspector(QWidget):
    """Made from the operators' declarations; changes nothing but by commands."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.hand = Hand(context, self)
        self.recipes = Recipes(context.bridge, self)
        self.bar = Bar(self.hand, self.recipes, self)
        self.passes = PassSection(self.hand, self.recipes, self)
        self.stages = {stage: StageSection(self.hand, stage, self) for stage in STAGES}
        self.locked = QLabel(self)
        self.locked.setWordWrap(True)
        self.locked.setProperty("role", "warn")
        self.locked.setContentsMargins(12, 4, 12, 4)
        self.nothing = QLabel(self)
        self.nothing.setProperty("role", "dim")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(12, 8, 12, 8)
        self._chain: list[QWidget] = []
        self._lay_out()
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._follow.timeout.connect(self._show_items)
        self.hand.changed.connect(self.show_state)
        self.hand.moved.connect(self._on_moved)
        self.recipes.changed.connect(self._on_recipes)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self.setMinimumWidth(NARROWEST)
        self.setFocusProxy(self.passes.choice)
        self.hand.refresh()
        self.recipes.load()

    def show_state(self) -> None:
        """Read everything again."""
        target = self.hand.target
        self.locked.setText(self.hand.locked_because)
        self.locked.setVisible(bool(self.locked.text()))
        self.nothing.setVisible(target is None)
        self.nothing.setText(
            translate("Inspector", "No film is open. Add a reel to begin.")
            if self.context.desk.viewing is None
            else translate("Inspector", "This frame was not in the film then.")
        )
        self.area.setVisible(target is not None)
        self.bar.show_state()
        self._show_items()
        if self.hand.item(self.hand.focus) is None:
            self.hand.set_focus(None)
        self.context.commands.refresh(
            command.id for command in self.context.commands.all() if command.id.startswith("inspector.")
        )

    def boxes(self) -> list[OperatorBox]:
        """All operators shown, in order."""
        return [box for section in self.stages.values() for box in section.boxes]

    def focused_box(self) -> OperatorBox | None:
        """The operator that commands act on."""
        return next((box for box in self.boxes() if box.place == self.hand.focus), None)

    def open_adder(self) -> None:
        """The menu of operators: of the stage in focus, else of all stages."""
        place = self.hand.focus
        if place is not None:
            section = self.stages[place.stage]
            section.open_menu(section.adder.mapToGlobal(section.adder.rect().bottomLeft()))
        else:
            self.bar.open_adder(self.mapToGlobal(QPoint(8, 8)), self.stages)

    # --- inside -------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(8, 4, 8, 16)
        inner.setSpacing(16)
        inner.addWidget(self.passes)
        for section in self.stages.values():
            inner.addWidget(section)
        inner.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidget(content)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.locked)
        layout.addWidget(self.nothing)
        layout.addWidget(self.area, 1)
        layout.addStretch(0)

    def _show_items(self) -> None:
        for stage, section in self.stages.items():
            section.show_items(self.hand.items(stage))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes from top to bottom, whatever was made when."""
        chain: list[QWidget] = [self.passes.choice, self.passes.button, self.passes.adapt]
        for section in self.stages.values():
            chain.append(section.adder)
            for box in section.boxes:
                chain += [part for part in box.findChildren(QWidget) if self._takes_tab(part)]
        if chain != self._chain:
            self._chain = chain
            for before, after in pairwise(chain):
                QWidget.setTabOrder(before, after)

    def _takes_tab(self, part: QWidget) -> bool:
        # The list of a combo box is a child that is a window of its own.
        return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.window() is self.window()

    def _on_moved(self) -> None:
        keyed = any(value.keys for box in self.boxes() for value in box.item.values.values())
        if not keyed:
            return
        if not self.context.desk.speed:
            self._show_items()
        elif not self._follow.isActive():
            self._follow.start()

    def _on_recipes(self) -> None:
        if not self.hand.ready:
            self.hand.ready = True
            self.show_state()

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        while now is not None and now is not self:
            if isinstance(now, OperatorBox):
                self.hand.set_focus(now.place)
                return
            now = now.parentWidget()


def make_panel(context: Context) -> Inspector:
    """The inspector of the open project, its commands added to the table."""
    from widgets.inspector.commands import add_commands

    panel = Inspector(context)
    add_commands(context, panel)
    panel.bar.add_buttons(context.commands)
    panel.show_state()
    return panel
