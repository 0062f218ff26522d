"""A person's own recipes: TOML files in one folder, written and found again."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs

from app.engine.recipe import Recipe, RecipeStep, parse_recipe
from app.errors import ReelmendError, UsageError
from operators.contract import Analysis
from operators.contract.registry import operator

SUFFIX = ".toml"
_UNFIT = set('/\\:*?"<>|') | {chr(code) for code in range(32)}


def recipe_folder() -> Path:
    """Where a person's own recipes lie: `$REELMEND_RECIPES`, or `recipes` in the user's configuration folder."""
    named = os.environ.get("REELMEND_RECIPES", "").strip()
    return Path(named) if named else platformdirs.user_config_path("reelmend") / "recipes"


def own_recipes(folder: Path | None = None) -> tuple[dict[str, Recipe], tuple[str, ...]]:
    """The recipes of a folder by name, and a sentence for each file that is none."""
    folder = folder or recipe_folder()
    found: dict[str, Recipe] = {}
    wrong: list[str] = []
    if not folder.is_dir():
        return found, ()
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            recipe = parse_recipe(path.read_text("utf-8"), str(path))
        except (ReelmendError, OSError, UnicodeDecodeError) as error:
            wrong.append(str(error))
        else:
            found[recipe.name] = recipe
    return found, tuple(wrong)


def save_recipe(recipe: Recipe, folder: Path | None = None) -> Path:
    """Write a recipe into the folder, in place of one of the same name; the file's path.

    UsageError for a name no file can have, or where the folder cannot be written.
    """
    name = recipe.name.strip()
    if not name or name.startswith(".") or _UNFIT & set(name) or len(name.encode()) > 120:
        raise UsageError(f"'{recipe.name}' cannot be a recipe's name: use letters, numbers and spaces")
    folder = folder or recipe_folder()
    path = folder / f"{name}{SUFFIX}"
    unfinished = path.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(recipe_text(recipe), "utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise UsageError(f"the recipe cannot be written to {path}: {error.strerror or error}") from None
    return path


def recipe_text(recipe: Recipe) -> str:
    """The recipe as TOML text, which `parse_recipe` reads back as the same recipe."""
    parts = [f"name = {_toml(recipe.name)}\nsummary = {_toml(recipe.summary)}"]
    parts += [_step("[[detect]]", step) for step in recipe.detect]
    if recipe.fill is not None:
        parts.append(_step("[fill]", recipe.fill))
    parts += [_step(f"[[{stage.value}]]", step) for stage, steps in recipe.stages.items() for step in steps]
    return "\n\n".join(parts) + "\n"


def _step(head: str, step: RecipeStep) -> str:
    lines = [head, f"operator = {_toml(step.operator)}"]
    if isinstance(operator(step.operator), Analysis):
        lines.append(f"threshold = {_toml(step.threshold)}")
    if step.params:
        lines.append(f"params = {_toml(step.params)}")
    return "\n".join(lines)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        # JSON's escapes are TOML's but for DEL, which TOML wants escaped too.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{name} = {_toml(item)}" for name, item in value.items()) + " }"
    raise UsageError(f"a recipe cannot hold {value!r}")
