"""The inspector's head: which shot it shows, which shots an edit reaches, presets, copy and paste."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from widgets.commands import CommandTable
from widgets.inspector import edits
from widgets.inspector.hand import Hand
from widgets.inspector.parts import SMALL_BUTTON, ElidedLabel, SmallButton, add_heading
from widgets.inspector.reading import SCOPES, STAGES
from widgets.inspector.recipes import Recipes, recipe_of, stacks_of
from widgets.inspector.stage import StageSection
from widgets.inspector.words import stage_title
from widgets.text import operator_text, translate


class Bar(QWidget):
    """Two lines at the top that never scroll away."""

    def __init__(self, hand: Hand, recipes: Recipes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hand = hand
        self.recipes = recipes
        self.title = ElidedLabel("", self)
        self.presets = SmallButton("bookmark", translate("Inspector", "Presets"), self)
        self.presets.clicked.connect(self.open_presets)
        self._first = QHBoxLayout()
        self._first.setSpacing(0)
        self._first.addWidget(self.title, 1)
        self._first.addWidget(self.presets)
        self._second = QHBoxLayout()
        self._second.setSpacing(4)
        self.scopes: dict[str, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(self._first)
        layout.addLayout(self._second)
        recipes.saved.connect(self._on_saved)

    def add_buttons(self, commands: CommandTable) -> None:
        """Put in the buttons of commands, once these are in the table."""
        for id in ("inspector.copy_stack", "inspector.paste_stack"):
            button = commands.button(id, self)
            button.setFixedSize(SMALL_BUTTON, SMALL_BUTTON)
            self._first.addWidget(button)
        for scope in SCOPES:
            button = commands.button(f"inspector.scope_{scope}", self)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setFixedHeight(SMALL_BUTTON)
            self.scopes[scope] = button
            self._second.addWidget(button, 1)

    def show_state(self) -> None:
        """Name the shot and count those that are reached."""
        target, snapshot = self.hand.target, self.hand.snapshot
        if target is None:
            self.title.setText(translate("Inspector", "No shot"))
        else:
            text = translate("Inspector", "Shot {number}  ·  frames {first}-{last}")
            number = snapshot.shot_number(target.lead.id)
            self.title.setText(text.format(number=number, first=target.lead.start, last=target.lead.end - 1))
        self.title.setToolTip(self.title.text())
        self.presets.setEnabled(target is not None and self.hand.ready)
        selected = sum(1 for id in self.hand.desk.selected_shots if id in snapshot.shots_by_id)
        texts = {
            "this": translate("Inspector", "This shot"),
            "selected": translate("Inspector", "Selected {count}").format(count=selected),
            "all": translate("Inspector", "All {count}").format(count=len(snapshot.shots)),
        }
        for scope, button in self.scopes.items():
            action = button.defaultAction()
            action.setIconText(texts[scope])
            action.setChecked(scope == self.hand.scope)
            button.setText(texts[scope])

    # --- menus --------------------------------------------------------------------------------------------

    def open_adder(self, where: QPoint, stages: Mapping[str, StageSection]) -> None:
        """Operators of all stages, each below its stage's name."""
        menu = self._menu()
        for stage, section in stages.items():
            add_heading(menu, stage_title(stage))
            section.fill_menu(menu)
        menu.popup(where)

    def open_presets(self) -> None:
        """Recipes whose full-frame stages can be taken over, and saving one."""
        menu = self._menu()
        found = self.recipes.found
        for title, recipes in (
            (translate("Inspector", "Yours"), found.own),
            (translate("Inspector", "Shipped"), found.shipped),
        ):
            fitting = {name: recipe for name, recipe in recipes.items() if any(stacks_of(recipe).values())}
            if fitting:
                add_heading(menu, title)
            for name, recipe in fitting.items():
                action = menu.addAction(operator_text(name))
                action.setToolTip(operator_text(recipe.summary))
                action.setEnabled(self.hand.editable)
                action.triggered.connect(lambda _=False, chosen=name: self.apply(chosen))
        if menu.isEmpty():
            add_heading(menu, translate("Inspector", "No recipe has operators for whole frames yet"))
        menu.addSeparator()
        menu.addAction(self.hand.context.commands.action("inspector.save_preset"))
        for text in found.wrong:
            add_heading(menu, text)
        menu.popup(self.presets.mapToGlobal(self.presets.rect().bottomLeft()))

    def apply(self, name: str) -> None:
        """Give the shots a recipe's full-frame stages, in one edit."""
        recipe = self.recipes.found.all.get(name)
        if recipe is not None and self.hand.target is not None:
            self.hand.commit(edits.paste_stacks(stacks_of(recipe), self.hand.target.lead.start, name))

    def ask_name(self) -> None:
        """Ask what to call a new recipe and save it."""
        dialog = QInputDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(translate("Inspector", "Save as a recipe"))
        dialog.setLabelText(translate("Inspector", "Name of the recipe"))
        dialog.textValueSelected.connect(self.save)
        dialog.open()

    def save(self, name: str) -> None:
        """Save the shot's operators, behind the chosen pass, as a recipe of the person's own."""
        target = self.hand.target
        if target is None or not name.strip():
            return
        snapshot = self.hand.snapshot
        stacks = {stage: snapshot.stack(target.lead.id, stage) for stage in STAGES}
        chosen = self.recipes.found.all.get(self.hand.settings.value("jobs/recipe", "standard"))
        summary = translate("Inspector", "Saved from shot {number}.").format(
            number=snapshot.shot_number(target.lead.id)
        )
        self.recipes.save(recipe_of(name.strip(), summary, stacks, target.frame, chosen))

    def _on_saved(self, name: str) -> None:
        self.presets.setToolTip(translate("Inspector", "Presets (saved: {name})").format(name=name))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        return menu
