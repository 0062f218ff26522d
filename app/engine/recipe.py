"""Recipes: an ordered, named stack of operators with parameters, saved and shared as a TOML file.

name = "standard"
summary = "One sentence for a restorer."

[[detect]]              # analyses, whose findings become detections
operator = "dirt"
threshold = 0.5
params = {}

[fill]                  # the filter that mends what was found
operator = "fill"

[[clean]]               # full-frame filters; [[grade]] and [[deliver]] likewise
operator = "denoise"
params = { strength = 0.5 }
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path
from typing import Any

from app.engine.request import Stage
from app.errors import UsageError
from operators.contract import Analysis, Filter, ParameterError
from operators.contract.registry import UnknownOperatorError, operator

FULL_FRAME = (Stage.CLEAN, Stage.GRADE, Stage.DELIVER)


@dataclass(frozen=True, slots=True)
class RecipeStep:
    """One operator with its parameters; `threshold` counts for analyses only."""

    operator: str
    params: Mapping[str, Any] = field(default_factory=dict)
    threshold: float = 0.5

    def parsed_params(self) -> Any:
        """The operator's `Params` object."""
        return operator(self.operator).Params.from_mapping(self.params)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a pass does: find with `detect`, mend with `fill`, then the full-frame stages."""

    name: str
    summary: str
    detect: tuple[RecipeStep, ...] = ()
    fill: RecipeStep | None = None
    stages: Mapping[Stage, tuple[RecipeStep, ...]] = field(default_factory=dict)

    @property
    def last_stage(self) -> Stage:
        """The furthest stage at which this recipe changes anything; `repair` where it has no full-frame step."""
        return next((stage for stage in reversed(FULL_FRAME) if self.stages.get(stage)), Stage.REPAIR)

    def with_settings(self, settings: Iterable[str]) -> Recipe:
        """The recipe with `OPERATOR.PARAMETER=VALUE` settings laid over it; `OPERATOR.threshold` too.

        UsageError names a setting that fits no step of the recipe, and why a value does not fit.
        """
        recipe = self
        for setting in settings:
            name, sign, text = setting.partition("=")
            operator_id, dot, parameter = name.strip().partition(".")
            if not sign or not dot:
                raise UsageError(
                    f"'{setting}' is no setting; write OPERATOR.PARAMETER=VALUE, as in dirt.threshold=0.6"
                )
            recipe = recipe._with(operator_id, parameter, value_of(text.strip()), setting)
        return recipe

    def _with(self, operator_id: str, parameter: str, value: Any, setting: str) -> Recipe:
        found = False

        def changed(step: RecipeStep) -> RecipeStep:
            nonlocal found
            if step.operator != operator_id:
                return step
            found = True
            if parameter == "threshold" and isinstance(operator(operator_id), Analysis):
                return _checked(replace(step, threshold=value), self.name)
            return _checked(replace(step, params={**step.params, parameter: value}), self.name)

        recipe = replace(
            self,
            detect=tuple(changed(step) for step in self.detect),
            fill=None if self.fill is None else changed(self.fill),
            stages={stage: tuple(changed(step) for step in steps) for stage, steps in self.stages.items()},
        )
        if not found:
            raise UsageError(f"'{setting}': recipe '{self.name}' has no operator '{operator_id}'")
        return recipe


ORDER = ("standard", "gentle", "thorough", "scratches-only", "full", "none")
"""How people are offered the shipped recipes: the usual pass, less, more, a part of it, all stages, nothing."""


def shipped_recipes() -> dict[str, Recipe]:
    """The recipes that come with Reelmend by name, the usual one first, then in `ORDER`, any other behind."""
    folder = resources.files("resources") / "recipes"
    recipes = [parse_recipe(f.read_text("utf-8"), f.name) for f in folder.iterdir() if f.name.endswith(".toml")]
    places = {name: place for place, name in enumerate(ORDER)}
    recipes.sort(key=lambda recipe: (places.get(recipe.name, len(ORDER)), recipe.name))
    return {recipe.name: recipe for recipe in recipes}


def find_recipe(name_or_file: str) -> Recipe:
    """A shipped recipe by name, or one from a TOML file. UsageError names the recipes there are."""
    shipped = shipped_recipes()
    if name_or_file in shipped:
        return shipped[name_or_file]
    path = Path(name_or_file)
    if path.suffix != ".toml":
        raise UsageError(
            f"there is no recipe '{name_or_file}'; there are: {', '.join(shipped)}, or name a .toml file"
        )
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the recipe file {path} cannot be read ({error})") from None
    return parse_recipe(text, str(path))


def parse_recipe(text: str, where: str) -> Recipe:
    """A recipe from TOML text; UsageError says what in `where` is wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where} is no valid TOML: {error}") from None
    unknown = set(data) - {"name", "summary", "detect", "fill", *FULL_FRAME}
    if unknown:
        raise UsageError(f"{where} has unknown parts: {', '.join(sorted(unknown))}")
    if not isinstance(data.get("name"), str):
        raise UsageError(f"{where} gives the recipe no name")
    fill = _step(data["fill"], where, Filter) if "fill" in data else None
    return Recipe(
        name=data["name"],
        summary=str(data.get("summary", "")),
        detect=tuple(_step(entry, where, Analysis) for entry in data.get("detect", ())),
        fill=fill,
        stages={
            stage: tuple(_step(entry, where, Filter) for entry in data[stage])
            for stage in FULL_FRAME
            if stage in data
        },
    )


def _step(entry: Any, where: str, kind: type[Any]) -> RecipeStep:
    if not isinstance(entry, dict) or not isinstance(entry.get("operator"), str):
        raise UsageError(f"{where}: every step needs an operator")
    unknown = set(entry) - {"operator", "params", "threshold"}
    if unknown:
        raise UsageError(f"{where}: step '{entry['operator']}' has unknown parts: {', '.join(sorted(unknown))}")
    step = _checked(RecipeStep(entry["operator"], entry.get("params", {}), entry.get("threshold", 0.5)), where)
    if not isinstance(operator(step.operator), kind):
        raise UsageError(f"{where}: operator '{step.operator}' cannot stand in that place of a recipe")
    return step


def _checked(step: RecipeStep, where: str) -> RecipeStep:
    if (
        isinstance(step.threshold, bool)
        or not isinstance(step.threshold, int | float)
        or not 0 <= step.threshold <= 1
    ):
        raise UsageError(f"{where}: threshold of '{step.operator}' is {step.threshold}; it must lie between 0 and 1")
    try:
        step.parsed_params()
    except (UnknownOperatorError, ParameterError) as error:
        raise UsageError(f"{where}: {step.operator}: {error}") from None
    return step


def value_of(text: str) -> Any:
    """A parameter's value as a command line names it: true or false, a number, or the text itself."""
    if text in ("true", "false"):
        return text == "true"
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text
