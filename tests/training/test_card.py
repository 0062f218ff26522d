"""A model and its card belong together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from torch import nn

from app.errors import ProjectError
from app.training.card import Card, card_path, read_card, write_model

CARD = Card(
    task="Adds.", architecture="A line", parameters=2, command="none", seed=1, steps=3,
    data=[{"name": "a", "licence": "CC0-1.0"}], held_out=["b"], figures={"F1": 0.5},
    limits="None known", date="2026-01-02",
)  # fmt: skip


def test_what_is_written_is_read(tmp_path: Path) -> None:
    network = nn.Linear(1, 1)
    digest = write_model(tmp_path / "line.safetensors", network, CARD)
    assert read_card(tmp_path / "line.safetensors") == replace(CARD, sha256=digest)
    assert torch.equal(load_file(tmp_path / "line.safetensors")["weight"], network.weight)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["line.card.json", "line.safetensors"]


def test_the_card_of_other_weights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "line.safetensors"
    write_model(path, nn.Linear(1, 1), CARD)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(ProjectError, match="other weights"):
        read_card(path)
    card_path(path).write_text("{}")
    with pytest.raises(ProjectError, match="no model card"):
        read_card(path)
