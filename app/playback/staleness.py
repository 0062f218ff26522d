"""Which pictures an edit may have changed. Errs on the side of making too many anew, never too few."""

from __future__ import annotations

from collections.abc import Callable

from app.document.change import Change
from app.document.commands import AddRepairs
from app.engine.request import Stage
from app.playback.film import Film

Touched = Callable[[int, Stage], bool]
"""True where the picture of a position at a stage may be another one now."""

EVERY_SHOT = ""
"""The shot a threshold slot names when it holds in all of them."""

_ORDER = list(Stage)


def touched_by(change: Change, film: Film | None) -> Touched:
    """What an edit, undo or redo touches, in positions of `film` (None: it is not known where anything lies)."""
    families = {slot[0] for slot in change.slots}
    if film is None or families & {"reel", "programme"}:
        return lambda position, stage: True
    added = _frames_added(change)
    if added is not None:
        # A frame's repairs change that frame; what is cleaned over several frames may show them elsewhere too.
        return lambda position, stage: _shows(film, added, position, stage)
    if change.repairs or families & {"shot", "pass", "transitions", "protection"}:
        return lambda position, stage: stage is not Stage.SOURCE
    stages: dict[str, Stage] = {}
    for slot in change.slots:
        if slot[0] in ("stack", "threshold"):
            _note(stages, *_shot_and_stage(slot))

    def touched(position: int, stage: Stage) -> bool:
        shot = film.shot_at(position)
        first = stages.get(EVERY_SHOT) or (stages.get(shot.id) if shot is not None else None)
        return first is not None and _ORDER.index(stage) >= _ORDER.index(first)

    return touched


def _frames_added(change: Change) -> frozenset[tuple[str, int]] | None:
    """The (reel, frame) that hand repairs were added to, and nothing else was done; None where it cannot be told."""
    if change.kind != AddRepairs.kind or any(slot[0] != "pass" for slot in change.slots):
        return None
    made = [change.snapshot.passes.get(slot[1]) for slot in change.slots]
    ranges = [span for item in made if item is not None for span in item.ranges]
    if None in made or not ranges:
        return None  # an undo: the pass is gone, and with it where it lay
    return frozenset((reel, index) for reel, start, end in ranges for index in range(start, end))


def _shows(film: Film, added: frozenset[tuple[str, int]], position: int, stage: Stage) -> bool:
    """True where a picture may show repairs that were added to some frames."""
    if stage in (Stage.SOURCE, Stage.REPAIR):
        frame = film.frame(position)
        return stage is Stage.REPAIR and (frame.reel, frame.index) in added
    return True


def _shot_and_stage(slot: tuple[str, ...]) -> tuple[str, Stage]:
    """The shot of a stack or threshold slot, and the first stage whose pictures it makes."""
    return (slot[1], Stage(slot[2])) if slot[0] == "stack" else (slot[2], Stage.REPAIR)


def _note(stages: dict[str, Stage], shot: str, stage: Stage) -> None:
    known = stages.get(shot)
    if known is None or _ORDER.index(stage) < _ORDER.index(known):
        stages[shot] = stage
