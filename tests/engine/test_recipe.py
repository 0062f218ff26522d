"""Recipe files."""

import pytest

from app.engine.recipe import find_recipe, parse_recipe, shipped_recipes
from app.engine.request import Stage
from app.errors import UsageError


def test_every_shipped_recipe_reads_and_says_what_it_is_for() -> None:
    recipes = shipped_recipes()
    assert {"gentle", "standard", "thorough", "scratches-only", "full", "none"} <= set(recipes)
    assert all(recipe.summary.endswith(".") for recipe in recipes.values())
    assert recipes["standard"].last_stage is Stage.REPAIR
    assert recipes["full"].last_stage is Stage.CLEAN


def test_settings_lie_over_a_recipe() -> None:
    recipe = find_recipe("standard").with_settings(["dirt.threshold=0.7", "fill.regrain=0"])
    assert recipe.detect[0].threshold == 0.7
    assert recipe.fill is not None and recipe.fill.params["regrain"] == 0
    assert find_recipe("standard").detect[0].threshold == 0.5


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = ", "no valid TOML"),
        ("summary = 'x'", "no name"),
        ("name = 'x'\n[[detect]]\noperator = 'nonsense'", "no operator 'nonsense'"),
        ("name = 'x'\n[[detect]]\noperator = 'denoise'", "cannot stand in that place"),
        ("name = 'x'\n[[clean]]\noperator = 'denoise'\nparams = {strength = 'much'}", "must be a number"),
        ("name = 'x'\n[[clean]]\noperator = 'denoise'\nparams = {vigour = 1}", "no parameter"),
        ("name = 'x'\n[[detect]]\noperator = 'dirt'\nthreshold = 7", "between 0 and 1"),
        ("name = 'x'\n[[clean]]\nstrength = 1", "needs an operator"),
        ("name = 'x'\n[mystery]\na = 1", "unknown parts: mystery"),
    ],
)
def test_a_bad_recipe_is_refused_in_words(text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says) as refused:
        parse_recipe(text, "my.toml")
    assert "my.toml" in str(refused.value)


@pytest.mark.parametrize("setting", ["dirt", "dirt=3", "denoise.strength=1", "dirt.nothing=1", "dirt.threshold=9"])
def test_a_setting_that_fits_nothing_is_refused(setting: str) -> None:
    with pytest.raises(UsageError):
        find_recipe("standard").with_settings([setting])


def test_an_unknown_recipe_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="standard"):
        find_recipe("standrad")
    with pytest.raises(UsageError, match="cannot be read"):
        find_recipe("no/such/file.toml")
