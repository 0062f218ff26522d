"""The recipes a person can choose from: those that come with Reelmend and their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from app.document.keyframes import resolve
from app.document.model import StackEntry
from app.engine.recipe import Recipe, RecipeStep, shipped_recipes
from app.engine.recipe_files import own_recipes, save_recipe
from app.engine.request import Stage
from operators.contract.registry import all_operators
from widgets.bridge.bridge import Bridge
from widgets.inspector.reading import STAGES, Stack, filter_for, stored_values


@dataclass(frozen=True)
class Found:
    """What was read: the recipes, and a sentence for each file that is none."""

    shipped: Mapping[str, Recipe] = field(default_factory=dict)
    own: Mapping[str, Recipe] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()

    @property
    def all(self) -> dict[str, Recipe]:
        """By name; a person's own wins."""
        return {**self.shipped, **self.own}


class Recipes(QObject):
    """Loads them once and again after saving one; the operators are loaded on the way."""

    changed = Signal()
    saved = Signal(str)
    """The name of a recipe that was just written."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.found = Found()
        self.loaded = False

    def load(self) -> None:
        """Read them all."""

        def read() -> Found:
            all_operators()
            own, wrong = own_recipes()
            return Found(shipped_recipes(), own, wrong)

        self._bridge.ask(self, "recipes", read, self._take)

    def save(self, recipe: Recipe) -> None:
        """Write one into the person's folder, over one of the same name."""

        def write() -> str:
            save_recipe(recipe)
            return recipe.name

        self._bridge.ask(self, "save", write, self._written)

    def _take(self, found: Found) -> None:
        self.found, self.loaded = found, True
        self.changed.emit()

    def _written(self, name: str) -> None:
        self.load()
        self.saved.emit(name)


def stacks_of(recipe: Recipe) -> dict[str, Stack]:
    """The full-frame stages of a recipe, as a shot keeps them."""
    stacks: dict[str, Stack] = {}
    for stage in STAGES:
        entries = []
        for step in recipe.stages.get(Stage(stage), ()):
            operator = filter_for(step.operator)
            if operator is not None:
                entries.append(StackEntry(operator.id, operator.version, step.parsed_params().to_mapping()))
        stacks[stage] = tuple(entries)
    return stacks


def recipe_of(name: str, summary: str, stacks: Mapping[str, Stack], frame: int, coarse: Recipe | None) -> Recipe:
    """A recipe of a shot's stacks, behind the pass of `coarse`.

    A recipe knows no frames: keyframed values are those at `frame`; what is switched off is left out.
    """
    stages: dict[Stage, tuple[RecipeStep, ...]] = {}
    for stage in STAGES:
        steps = []
        for entry in stacks.get(stage, ()):
            operator = filter_for(entry.operator)
            if operator is not None and entry.enabled:
                steps.append(RecipeStep(operator.id, resolve(stored_values(operator, entry), frame)))
        if steps:
            stages[Stage(stage)] = tuple(steps)
    if coarse is None:
        return Recipe(name, summary, stages=stages)
    return Recipe(name, summary, coarse.detect, coarse.fill, stages)
