"""`reelmend recipes`: what recipes there are and what their operators can be told."""

from __future__ import annotations

import argparse

from app.cli.console import Console

HELP = "List the shipped recipes; with a name, its operators and their parameters."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("name", nargs="?", help="a shipped recipe or a .toml file")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """List them."""
    from app.engine.recipe import find_recipe, shipped_recipes

    if options.name is None:
        recipes = shipped_recipes().values()
        data = {"recipes": [{"name": recipe.name, "summary": recipe.summary} for recipe in recipes]}
        console.result(data, "\n".join(f"{recipe.name}\n    {recipe.summary}" for recipe in recipes))
        return None
    from operators.contract.registry import operator

    recipe = find_recipe(options.name)
    steps = [*recipe.detect, *([recipe.fill] if recipe.fill else []), *(s for g in recipe.stages.values() for s in g)]
    lines, described = [f"{recipe.name}: {recipe.summary}"], []
    for step in steps:
        chosen = operator(step.operator)
        lines.append(f"{step.operator} ({chosen.stage}): {chosen.summary}")
        params = []
        for name, value in step.parsed_params().to_mapping().items():
            declared = chosen.Params.declarations()[name]
            bounds = "|".join(declared.choices) or f"{declared.low} .. {declared.high} {declared.unit}".rstrip()
            lines.append(f"    {name} = {value}  [{bounds}]  {declared.help}")
            params.append({"name": name, "value": value, "range": bounds, "help": declared.help})
        described.append({"operator": step.operator, "stage": chosen.stage, "params": params})
    console.result({"name": recipe.name, "summary": recipe.summary, "steps": described}, "\n".join(lines))
    return None
