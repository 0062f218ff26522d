"""Whatever is done, the ledger replayed is the document, and so is the file opened again."""

from __future__ import annotations

import random
import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.document import Project, ledger
from app.document.check import check
from app.document.commands import (
    AddReel,
    AddRepairs,
    Command,
    MergeShots,
    MoveCut,
    NameVersion,
    SetCuts,
    SetParameter,
    SetPassActive,
    SetProgramme,
    SetReelEncoding,
    SetStack,
    SetThreshold,
    SetVerdicts,
    SplitShot,
)
from app.document.model import Programme, StackEntry, Transition
from app.errors import UsageError
from tests.document.making import found, make_pass, make_reel, no_media, record

STEPS = [
    *("reel", "encoding", "cuts", "split", "merge", "move", "programme", "stack", "parameter", "pass", "threshold"),
    *("active", "verdict", "hand", "version", "undo", "undo", "undo", "redo", "redo"),
]


def command(kind: str, project: Project, dice: random.Random) -> Command | None:
    """A random command of a kind, often one that fits."""
    now = project.snapshot
    if kind == "reel":
        return AddReel(make_reel(f"reel{dice.random()}.mov", dice.randint(5, 60)))
    if not now.reels:
        return None
    reel = dice.choice(sorted(now.reels))
    count = now.reel(reel).frame_count
    shot = dice.choice(now.shots)
    picked = tuple(s.id for s in now.shots if dice.random() < 0.5) or (shot.id,)
    frame = dice.randrange(count)
    a_pass = dice.choice(sorted(now.passes)) if now.passes else ""
    mixed = (Transition(reel, 1, 3),) * dice.randint(0, 1)
    stack = (StackEntry("denoise", 1, {"strength": dice.random()}),) * dice.randint(0, 2)
    made: dict[str, Command] = {
        "encoding": SetReelEncoding(reel, dice.choice(["log", "rec709"])),
        "cuts": SetCuts(reel, tuple(dice.sample(range(1, count), dice.randint(0, 3))), mixed),
        "split": SplitShot(shot.id, dice.randint(shot.start, shot.end)),
        "merge": MergeShots(picked),
        "move": MoveCut(shot.id, frame),
        "programme": SetProgramme(Programme(tuple(dice.sample(now.programme.items, len(now.programme.items))))),
        "stack": SetStack(picked, "clean", stack),
        "parameter": SetParameter(picked, "clean", 0, "sizes", (1, dice.randint(1, 9))),
        "threshold": SetThreshold(a_pass, dice.choice([None, picked]), "dirt", dice.random()),
        "active": SetPassActive(a_pass, dice.random() < 0.5),
        "hand": AddRepairs((found(reel, frame, dice.randrange(9)),)),
        "version": NameVersion(f"v{dice.random()}"),
    }  # fmt: skip
    if kind == "verdict":
        return SetVerdicts(project.select(now, f"frame<{frame}"), dice.choice(["accept", "reject", "clear"]))
    return made[kind]


def act(kind: str, project: Project, dice: random.Random) -> None:
    try:
        if kind in ("undo", "redo"):
            getattr(project, kind)()
        elif kind == "pass":
            if project.snapshot.shots:
                picked = dice.sample(project.snapshot.shots, dice.randint(1, len(project.snapshot.shots)))
                rows = [found(s.reel, dice.randrange(s.start, s.end), i) for s in picked for i in range(4)]
                record(project, make_pass(project, shots=[s.id for s in picked]), rows)
        elif (made := command(kind, project, dice)) is not None:
            project.dispatch(made)
    except UsageError:
        pass  # It did not fit; that it changes nothing is part of what is tested.


def seen(project: Project) -> dict[tuple[str, int], object]:
    now = project.snapshot
    return {
        (reel, frame): project.detections_of(now, reel, frame)
        for reel, ref in now.reels.items()
        for frame in range(ref.frame_count)
    }


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(STEPS), min_size=5, max_size=40), st.integers(0, 2**32))
def test_replay_equals_the_document(kinds: list[str], seed: int) -> None:
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        with Project.create(Path(folder) / "film", "Ann") as project:
            for kind in ("reel", *kinds):
                act(kind, project, dice)
            state, repairs, cursor = project.snapshot, seen(project), project.cursor
            for shots in (state.shots_of(reel) for reel in state.reels):
                assert shots[0].start == 0 and shots[-1].end == state.reel(shots[0].reel).frame_count
                assert all(a.end == b.start for a, b in pairwise(shots))
            replayed = project.read(ledger.replay)
            assert replayed.snapshot == state and replayed.snapshot.shots == state.shots
            assert replayed.cursor == cursor
        with Project.open(Path(folder) / "film", "Ben") as again:
            assert again.snapshot == state and again.cursor == cursor and seen(again) == repairs
        assert [p for p in check(Path(folder) / "film.reelmend", no_media) if not p.harmless] == []
