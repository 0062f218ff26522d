"""The weights that ship: small, with a card that tells the truth about them, and better than what they replace."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from app.training.card import read_card
from app.training.sources import ALLOWED, sources
from operators.dirt.model import shipped

MODELS = Path(str(resources.files("resources").joinpath("models")))
WEIGHTS = sorted(MODELS.glob("*.safetensors"))


def test_they_are_small_enough_to_ship() -> None:
    assert WEIGHTS and sum(path.stat().st_size for path in WEIGHTS) < 25e6
    assert shipped() in WEIGHTS


@pytest.mark.parametrize("path", WEIGHTS, ids=lambda path: path.stem)
def test_each_has_a_card_of_its_own(path: Path) -> None:
    card = read_card(path)
    assert card.licence == "Apache-2.0" and card.steps > 0 and card.figures and card.limits
    assert card.command.startswith("reelmend train ")
    assert card.data and {source["licence"] for source in card.data} <= set(ALLOWED)
    shown = {source["name"] for source in card.data}
    assert card.held_out and not shown & set(card.held_out)
    held_out = {source.name for source in sources() if source.held_out}
    assert not shown & held_out
