"""The operators' own words, and the names that data have: read from the declarations themselves."""

from __future__ import annotations

from collecting import Catalogue

CONTEXT = "Operators"
NAMED = {
    "app/engine/request.py": ("source", "repair", "clean", "grade", "deliver"),
    "app/document/commands/verdicts.py": ("accept", "reject", "clear"),
    "app/document/commands/reels.py": ("hold", "black", "stop"),
    "app/media/encoding.py": ("raw", "log", "video"),
}
"""Words of the data that are shown as they are: stages, verdicts, what is done with bad frames."""


def operators() -> Catalogue:
    """Labels, summaries, helps, units, choices, defects, recipes."""
    from app.engine.recipe import shipped_recipes
    from operators.contract import Analysis
    from operators.contract.registry import OURS, all_operators
    from operators.cuts.params import CutParams

    found = Catalogue()
    for id in OURS:
        operator, place = all_operators()[id], f"operators/{id}/operator.py"
        found.note(CONTEXT, operator.label, place)
        found.note(CONTEXT, operator.summary, place)
        if isinstance(operator, Analysis):
            found.note(CONTEXT, operator.defect, place)
        _declared(found, operator.Params, place)
    _declared(found, CutParams, "operators/cuts/params.py")
    for recipe in shipped_recipes().values():
        place = f"resources/recipes/{recipe.name}.toml"
        found.note(CONTEXT, recipe.name, place)
        found.note(CONTEXT, recipe.summary, place)
    for place, words in NAMED.items():
        for word in words:
            found.note(CONTEXT, word, place)
    return found


def _declared(found: Catalogue, params: type, place: str) -> None:
    for declaration in params.declarations().values():  # type: ignore[attr-defined]
        choices = declaration.choice_labels or declaration.choices
        for text in (declaration.label, declaration.help, declaration.unit, *choices):
            if text:
                found.note(CONTEXT, text, place)
