"""A trained network as it ships: weights as safetensors, and beside them a card that says what they are."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from torch import Tensor, nn

from app.errors import ProjectError

CARD = ".card.json"


@dataclass(frozen=True, slots=True)
class Card:
    """What people must know of a model before they let it touch a film.

    Attributes:
        task: What it does, in a sentence.
        architecture: What it is.
        parameters: How many numbers it has.
        command: What made it.
        seed: Of weights and samples.
        steps: Of training.
        data: What it was shown: name, licence, author and package of each source.
        held_out: Names of the sources that `figures` were measured on and that it was never shown.
        figures: On the held-out sources.
        limits: What it is known not to do.
        date: Of training, ISO 8601.
        sha256: Of the weights' file.
    """

    task: str
    architecture: str
    parameters: int
    command: str
    seed: int
    steps: int
    data: Sequence[Mapping[str, str]]
    held_out: Sequence[str]
    figures: Mapping[str, float]
    limits: str
    date: str
    sha256: str = ""
    licence: str = "Apache-2.0"
    more: Mapping[str, Any] = field(default_factory=dict)


def card_path(weights: Path) -> Path:
    """Where the card of a file of weights lies."""
    return weights.with_name(weights.stem + CARD)


def write_model(path: Path, network: nn.Module, card: Card) -> str:
    """Write weights and card, each whole or not at all; the weights' SHA-256 as hex."""
    from safetensors.torch import save

    content = save({name: _plain(value) for name, value in network.state_dict().items()})
    digest = sha256(content).hexdigest()
    text = json.dumps({**asdict(card), "sha256": digest}, indent=2, ensure_ascii=False) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    for target, data in ((path, content), (card_path(path), text.encode())):
        temporary = target.with_name(target.name + ".part")
        temporary.write_bytes(data)
        temporary.replace(target)
    return digest


def read_card(weights: Path) -> Card:
    """The card of a file of weights. ProjectError where there is none, or it speaks of other weights."""
    path = card_path(weights)
    try:
        card = Card(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ProjectError(f"{path} is no model card: {error}") from error
    if card.sha256 != sha256(weights.read_bytes()).hexdigest():
        raise ProjectError(f"{path} is the card of other weights than those in {weights.name}")
    return card


def _plain(value: Tensor) -> Tensor:
    return value.detach().cpu().contiguous().clone()
