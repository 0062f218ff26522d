"""A person's own recipes, written and read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.engine.recipe import Recipe, RecipeStep, parse_recipe, shipped_recipes
from app.engine.recipe_files import own_recipes, recipe_folder, recipe_text, save_recipe
from app.engine.request import Stage
from app.errors import UsageError

MINE = Recipe(
    'Mine "and" 我的',
    "Line one\nline \\ two.\x7f",
    detect=(RecipeStep("dirt", {"sensitivity": 1.5}, 0.25),),
    fill=RecipeStep("fill"),
    stages={
        Stage.CLEAN: (RecipeStep("denoise", {"strength": 1e-05, "radius": 1}),),
        Stage.GRADE: (RecipeStep("cdl", {"style": "asc", "offset_r": -0.125}), RecipeStep("cdl")),
    },
)


@pytest.mark.parametrize("recipe", [MINE, *shipped_recipes().values()], ids=lambda recipe: recipe.name)
def test_a_recipe_written_is_the_recipe_read(recipe: Recipe) -> None:
    assert parse_recipe(recipe_text(recipe), "here") == recipe


def test_they_are_found_again_and_broken_ones_told(tmp_path: Path) -> None:
    folder = tmp_path / "not there yet"
    assert own_recipes(folder) == ({}, ())
    named = replace(MINE, name="Feature 1906")
    assert save_recipe(named, folder) == folder / "Feature 1906.toml"
    save_recipe(replace(named, summary="Again."), folder)
    (folder / "broken.toml").write_text("name = ")
    recipes, wrong = own_recipes(folder)
    assert list(recipes) == ["Feature 1906"] and recipes["Feature 1906"].summary == "Again."
    assert len(wrong) == 1 and "broken.toml is no valid TOML" in wrong[0]
    assert {path.suffix for path in folder.iterdir()} == {".toml"}


@pytest.mark.parametrize("name", ["", "  ", "a/b", "..", "a\nb", "x" * 200])
def test_a_name_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be a recipe's name"):
        save_recipe(replace(MINE, name=name), tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        save_recipe(replace(MINE, name="a"), tmp_path / "file")


def test_the_folder_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert recipe_folder().parts[-2:] == ("reelmend", "recipes")
    monkeypatch.setenv("REELMEND_RECIPES", "elsewhere")
    assert recipe_folder() == Path("elsewhere")
