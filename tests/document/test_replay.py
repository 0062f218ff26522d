"""Whatever is done, the ledger replayed is the document, and so is the file opened again."""

from __future__ import annotations

import random
import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.document import Project, ledger, new_id
from app.document.check import check
from app.document.commands import (
    AddModel,
    AddReel,
    AddRepairs,
    Command,
    LiftProtection,
    LinkVivid,
    MergeShots,
    MoveCut,
    NameVersion,
    Protect,
    RecordLight,
    RetireModel,
    ReviseRepairs,
    SetCuts,
    SetParameter,
    SetPassActive,
    SetProgramme,
    SetReelEncoding,
    SetStack,
    SetThreshold,
    SetVerdicts,
    SetVivid,
    ShotGrade,
    ShotLightOf,
    SplitShot,
    UnlinkVivid,
)
from app.document.model import HAND, Programme, Protection, StackEntry, Transition, VividGrade
from app.errors import UsageError
from tests.document.making import found, make_pass, make_reel, no_media, record

STEPS = [
    *("reel", "encoding", "cuts", "split", "merge", "move", "programme", "stack", "parameter", "pass", "threshold"),
    *(
        "active",
        "verdict",
        "hand",
        "hand",
        "revise",
        "version",
        "model",
        "retire",
        "protect",
        "lift",
        "vivid",
        "link",
        "unlink",
        "light",
        "undo",
        "undo",
        "undo",
        "redo",
        "redo",
    ),
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
        "retire": RetireModel("dirt"),
        "vivid": SetVivid((ShotGrade(shot.id, VividGrade(controls={"hdr": {"mid_light": dice.random()}})),), "set"),
        "link": LinkVivid.of(picked),
        "unlink": UnlinkVivid(picked),
    }  # fmt: skip
    if kind == "verdict":
        return SetVerdicts(project.select(now, f"frame<{frame}"), dice.choice(["accept", "reject", "clear"]))
    if kind == "model":
        weights = project.artefacts.put(dice.randbytes(8), "weights")
        return AddModel("dirt", weights, "0" * 64, 4, {"F1": dice.random()})
    if kind == "light":
        return RecordLight((ShotLightOf(shot.id, project.artefacts.put(dice.randbytes(8), "light")),))
    if kind == "protect":
        box = (dice.randrange(5), 0, dice.randint(5, 64), dice.randint(1, 48)) if dice.random() < 0.5 else None
        return Protect((Protection(new_id(), reel, shot.start, frame + 1, box),))
    if kind == "lift":
        return LiftProtection(tuple(dice.sample(sorted(now.protections), min(len(now.protections), 1))))
    if kind == "revise":
        return revision(project, dice)
    return made[kind]


def revision(project: Project, dice: random.Random) -> Command:
    """A hand repair in the place of what an expression selects on a frame, or of a hand repair made before."""
    now = project.snapshot
    reel = dice.choice(sorted(now.reels))
    frame = dice.randrange(now.reel(reel).frame_count)
    by_hand = [item.id for item in now.passes.values() if item.recipe == HAND]
    return ReviseRepairs(
        tuple(found(reel, frame, dice.randrange(9)) for _ in range(dice.randint(0, 2))),
        retire=tuple(dice.sample(by_hand, min(len(by_hand), dice.randint(0, 2)))),
        reject=project.select(now, f"frame={frame}"),
    )


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
