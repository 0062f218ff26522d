"""Which weights the networks of a recipe work with: named by hash, so that the ledger and every key say which."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from importlib import resources
from pathlib import Path

from app.document.artefacts import HASH, ArtefactStore
from app.document.snapshot import Snapshot
from app.engine.recipe import Recipe, RecipeStep
from app.errors import ProjectError, UsageError
from operators.contract.registry import operator

SHIPPED = "shipped"
"""As a `model`: the weights of the program, also where the project has some of its own."""


def shipped_weights(task: str) -> Path:
    """Where the weights that come with the program lie; they need not be there."""
    return Path(str(resources.files("resources").joinpath("models", f"{task}.safetensors")))


def weights_in_force(task: str, snapshot: Snapshot, store: ArtefactStore, model: str = "") -> tuple[str, Path]:
    """The SHA-256 and the file of the weights that a `model` parameter means, whole.

    Args:
        task: Of the network.
        snapshot: Whose own model counts where `model` says nothing.
        store: Where weights other than the shipped ones lie.
        model: A SHA-256, `SHIPPED` or ''.

    Raises:
        UsageError: `model` is none of these.
        ProjectError: The weights are missing or damaged.
    """
    own = snapshot.models.get(task)
    wanted = model or (own.weights if own else SHIPPED)
    path = shipped_weights(task)
    if wanted != SHIPPED and not HASH.fullmatch(wanted):
        raise UsageError(f"'{model}' is no model: give the SHA-256 of its weights, or '{SHIPPED}'")
    ours = sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    if wanted in (SHIPPED, ours):
        if not ours:
            raise ProjectError(f"the weights {path} did not come with this Reelmend: install it anew")
        return ours, path
    damage = store.damage(wanted)
    if damage:
        raise ProjectError(f"the {task} model of this project cannot be used: {damage}")
    return wanted, store.path(wanted)


def naming_models(recipe: Recipe, snapshot: Snapshot, store: ArtefactStore) -> Recipe:
    """The recipe with the hash of its weights written into every step that asks a network.

    Raises:
        UsageError, ProjectError: see `weights_in_force`.
    """
    return replace(recipe, detect=tuple(_naming(step, snapshot, store) for step in recipe.detect))


def _naming(step: RecipeStep, snapshot: Snapshot, store: ArtefactStore) -> RecipeStep:
    asked, params = operator(step.operator), step.parsed_params()
    if not asked.network or not asked.asks_network(params):
        return step
    hash, _ = weights_in_force(asked.network, snapshot, store, params.model)
    return replace(step, params={**step.params, "model": hash})
