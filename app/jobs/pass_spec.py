"""What decides a pass's result, by which an interrupted one is found again; and how its shots fall into chunks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.document.model import Shot
from app.document.protected import Protections
from app.document.snapshot import Snapshot
from app.engine.keys import key_of, library_versions, source_digest
from app.engine.recipe import Recipe, parse_recipe
from app.engine.recipe_files import recipe_text
from app.jobs.findings import Chunk
from operators.contract.registry import operator

CHUNK_FRAMES = 16
"""Frames a crash can cost, and what one child holds at a time; neighbours decode a frame or two twice."""

KIND = "pass"


def chunks(shot: Shot) -> Iterator[Chunk]:
    """The chunks of a shot, in order."""
    for start in range(shot.start, shot.end, CHUNK_FRAMES):
        yield Chunk(shot.reel, shot.start, shot.end, start, min(start + CHUNK_FRAMES, shot.end))


def deciding(snapshot: Snapshot, recipe: Recipe, shots: Sequence[Shot]) -> dict[str, Any]:
    """Everything that decides the result: plain values."""
    steps = [*recipe.detect, *([recipe.fill] if recipe.fill else [])]
    return {
        "recipe": recipe.name,
        "steps": [
            [
                step.operator,
                operator(step.operator).version,
                source_digest(type(operator(step.operator))),
                step.parsed_params().to_mapping(),
                step.threshold,
            ]
            for step in steps
        ],
        "shots": [
            [shot.reel, shot.start, shot.end, snapshot.reel(shot.reel).fingerprint, snapshot.reel(shot.reel).policy]
            for shot in shots
        ],
        "libraries": dict(library_versions()),
        **({"protected": kept} if (kept := _protected(snapshot, shots)) else {}),
    }


def _protected(snapshot: Snapshot, shots: Sequence[Shot]) -> list[list[Any]]:
    """What of the shots no pass may touch, in an order of its own: it is nothing where nothing is protected."""
    there = Protections(snapshot)
    found = {item for shot in shots for item in there.touching(shot.reel, shot.start, shot.end)}
    return sorted([item.reel, item.start, item.end, list(item.box or ())] for item in found)


def key_and_spec(snapshot: Snapshot, recipe: Recipe, shots: Sequence[Shot]) -> tuple[str, dict[str, Any]]:
    """The key of the job, and what is kept with it: what decides, and what was asked for, to ask for it again."""
    decides = deciding(snapshot, recipe, shots)
    request = {"recipe": recipe_text(recipe), "shots": [shot.id for shot in shots]}
    return key_of(decides), decides | {"request": request}


def asked_for(spec: dict[str, Any]) -> tuple[Recipe, tuple[str, ...]] | None:
    """Recipe and ids of shots that a kept spec names; None for one that says neither."""
    request = spec.get("request")
    if not request:
        return None
    return parse_recipe(request["recipe"], "the recipe of an unfinished pass"), tuple(request["shots"])
