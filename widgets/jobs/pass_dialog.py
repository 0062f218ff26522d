"""Asking for a pass: which recipe, over which shots."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.document.model import Shot
from app.engine.recipe import Recipe, shipped_recipes
from app.engine.recipe_files import own_recipes
from widgets.context import Context
from widgets.dialogs import OneDialog
from widgets.jobs.infrared_box import InfraredBox
from widgets.jobs.passes import submit_pass, where_words
from widgets.text import operator_text, translate

USUAL = "standard"
WIDTH, MARGIN, INDENT = 560, 20, 24
"""Pixels: the dialog at its narrowest, round it, and before what a recipe is for."""


class PassDialog(OneDialog):
    """Not modal: the film can be looked at, and shots selected, while it stands."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setWindowTitle(translate("Jobs", "Run a pass"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self._recipes: dict[QRadioButton, Recipe] = {}
        self._choices = QButtonGroup(self)
        self._recipe_box = QVBoxLayout()
        self._recipe_box.setSpacing(4)
        self._film, self._here, self._selected, self._marked = (QRadioButton(self) for _ in range(4))
        self._where = QButtonGroup(self)
        tips = {
            self._film: translate("Jobs", "Every shot there is"),
            self._here: translate("Jobs", "The shot under the playhead"),
            self._selected: translate("Jobs", "The shots selected on the timeline; they can be selected now"),
            self._marked: translate("Jobs", "The shots that lie wholly or partly between in and out"),
        }
        for button, tip in tips.items():
            self._where.addButton(button)
            button.setToolTip(tip)
        self.infrared = InfraredBox(context, self)
        self._reason = QLabel(self)
        self._reason.setProperty("role", "dim")
        self._run = QPushButton(translate("Jobs", "Run"), self, default=True)
        self._run.clicked.connect(self._submit)
        self._lay_out()
        self.infrared.changed.connect(self._allow)
        self.finished.connect(self.infrared.close_down)
        context.desk.selection_changed.connect(self._refresh)
        context.desk.range_changed.connect(self._refresh)
        context.desk.playhead_changed.connect(self._follow)
        context.desk.speed_changed.connect(self._follow)
        context.bridge.changed.connect(self._refresh)
        self._where.buttonClicked.connect(self._refresh)
        self._refresh()
        self._check_first()
        context.bridge.ask(self, "recipes", _all_recipes, self._fill)

    def _lay_out(self) -> None:
        self._cancel = QPushButton(translate("Jobs", "Cancel"), self)
        self._cancel.setToolTip(translate("Jobs", "Close without running anything (Esc)"))
        self._cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._reason, 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 16, MARGIN, 16)
        layout.setSpacing(4)
        layout.addWidget(_section(translate("Jobs", "Recipe"), self))
        layout.addLayout(self._recipe_box)
        layout.addSpacing(12)
        layout.addWidget(_section(translate("Jobs", "Over"), self))
        for button in self._where.buttons():
            layout.addWidget(button)
        layout.addSpacing(12)
        layout.addWidget(self.infrared)
        layout.addSpacing(16)
        layout.addLayout(buttons)

    def _fill(self, recipes: Mapping[str, Recipe]) -> None:
        """Offer the recipes; the one used last is chosen."""
        last = self._context.settings.value("jobs/recipe", USUAL)
        for name, recipe in recipes.items():
            if not recipe.detect and not recipe.stages:
                continue
            button = QRadioButton(operator_text(name), self)
            button.setToolTip(operator_text(recipe.summary))
            self._choices.addButton(button)  # before it is checked: so Tab comes to the checked one
            button.setChecked(name == last)
            self._recipes[button] = recipe
            summary = QLabel(operator_text(recipe.summary), self, wordWrap=True)
            summary.setProperty("role", "dim")
            summary.setContentsMargins(INDENT, 0, 0, 4)
            summary.setMinimumHeight(summary.heightForWidth(WIDTH - 2 * MARGIN))
            self._recipe_box.addWidget(button)
            self._recipe_box.addWidget(summary)
        if self._choices.checkedButton() is None and self._recipes:
            next(iter(self._recipes)).setChecked(True)
        chosen = self._choices.checkedButton()
        for one, after in pairwise(
            [*self._recipes, *self._where.buttons(), self.infrared.use, self._cancel, self._run]
        ):
            self.setTabOrder(one, after)
        if chosen is not None:
            chosen.show()  # what is added to a dialog that stands is hidden at first, and takes no focus
            chosen.setFocus(Qt.FocusReason.TabFocusReason)
        self._refresh()
        middle = self.geometry().center()
        self.adjustSize()
        self.move(self.pos() + middle - self.geometry().center())

    def _check_first(self) -> None:
        """What the person has marked or selected is most likely meant."""
        chosen = next((b for b in (self._marked, self._selected) if b.isEnabled()), self._film)
        chosen.setChecked(True)
        self._refresh()

    def _shots_of(self, button: QRadioButton) -> tuple[Shot, ...]:
        snapshot, desk, film = self._context.bridge.snapshot, self._context.desk, self._context.bridge.film
        if button is self._here:
            here = film.shot_at(film.clamped(desk.playhead)) if film.length else None
            return () if here is None else (snapshot.shot(here.id),)
        if button is self._selected:
            return tuple(snapshot.shot(id) for id in desk.selected_shots if id in snapshot.shots_by_id)
        if button is self._marked:
            if desk.in_point is None and desk.out_point is None:
                return ()
            first, beyond = desk.played_range()
            ids = dict.fromkeys(shot.id for shot in film.shots_between(first, beyond))
            return tuple(snapshot.shot(id) for id in ids)
        return snapshot.shots

    def _follow(self, *_: object) -> None:
        """Another shot may be under the playhead. While the film plays nobody chooses it."""
        if self._context.desk.speed == 0.0 and self._shots_of(self._here) != self._shown_here:
            self._refresh()

    _shown_here: tuple[Shot, ...] = ()

    def _refresh(self, *_: object) -> None:
        snapshot = self._context.bridge.snapshot
        self._shown_here = self._shots_of(self._here)
        titles = {
            self._film: translate("Jobs", "Whole film"),
            self._here: translate("Jobs", "This shot"),
            self._selected: translate("Jobs", "Selected shots"),
            self._marked: translate("Jobs", "Shots between in and out"),
        }
        for button, title in titles.items():
            shots = self._shots_of(button)
            numbers = sorted(snapshot.shot_number(shot.id) for shot in shots)
            frames = sum(shot.end - shot.start for shot in shots)
            if shots:
                said = translate("Jobs", "{title}: {shots}, {frames}").format(
                    title=title, shots=where_words(numbers, 0), frames=translate("Jobs", "%n frame(s)", n=frames)
                )
            else:
                said = translate("Jobs", "{title}: none").format(title=title)
            button.setText(said)
            button.setEnabled(bool(shots))
        self.infrared.look_at(self._chosen_shots())
        self._allow()

    def _chosen_shots(self) -> tuple[Shot, ...]:
        chosen = self._where.checkedButton()
        return self._shots_of(chosen) if isinstance(chosen, QRadioButton) else ()

    def _allow(self) -> None:
        """Whether the pass can begin."""
        nothing = not self._chosen_shots()
        self._reason.setText(translate("Jobs", "There are no shots to work on") if nothing else "")
        chosen = self._choices.checkedButton()
        self._run.setEnabled(not nothing and chosen is not None and self.infrared.ready)
        self._run.setToolTip(self._reason.text() or translate("Jobs", "Begin in the background (Return)"))

    def _submit(self) -> None:
        chosen, where = self._choices.checkedButton(), self._where.checkedButton()
        if not isinstance(chosen, QRadioButton) or not isinstance(where, QRadioButton):
            return
        recipe = self._recipes[chosen]
        self._context.settings.set_value("jobs/recipe", recipe.name)
        submit_pass(self._context, self.infrared.recipe(recipe), self._shots_of(where))
        self.accept()


def _all_recipes() -> dict[str, Recipe]:
    """The shipped ones and the person's own."""
    own, _ = own_recipes()
    return {**shipped_recipes(), **own}


def _section(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "section")
    return label
