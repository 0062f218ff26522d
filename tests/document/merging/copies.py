"""Two copies of one project, and random work in them."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import numpy as np

from app.document import Project, Repair, Snapshot
from app.document.commands import AddReel, AddRepairs, ReviseRepairs, SetCuts, SetStack
from app.document.detections import Detection
from app.document.model import HAND, StackEntry
from app.document.patches import PatchPack, make_patch
from app.errors import UsageError
from tests.document.making import found, make_pass, make_reel, record
from tests.document.test_replay import act

KINDS = (
    *(
        "split",
        "merge",
        "move",
        "stack",
        "parameter",
        "encoding",
        "pass",
        "threshold",
        "active",
        "verdict",
        "verdict",
    ),
    *("paint", "paint", "paint", "revise", "version", "protect", "lift", "model", "retire", "undo", "undo", "redo"),
)
FRAMES = 60


def begun(folder: Path, dice: random.Random) -> Path:
    """A project with a reel, cuts, stacks, a pass and some verdicts; closed."""
    with Project.create(folder / "film", "Ann") as project:
        reel = make_reel(frames=FRAMES)
        project.dispatch(AddReel(reel))
        project.dispatch(SetCuts(reel.id, (15, 30, 45)))
        shots = tuple(shot.id for shot in project.snapshot.shots)
        project.dispatch(SetStack(shots, "clean", (StackEntry("denoise", 1, {"strength": 0.5, "sizes": (1, 3)}),)))
        rows = {row.key: row for row in (found(reel.id, dice.randrange(FRAMES), n % 10) for n in range(80))}
        record(project, make_pass(project), rows.values())
        for _ in range(4):
            paint(project, dice)
        act("verdict", project, dice)
    return project.path


def copied(path: Path, folder: Path) -> Path:
    """A copy of a closed project in another folder."""
    folder.mkdir()
    shutil.copy(path, folder / path.name)
    shutil.copytree(path.with_suffix(".artefacts"), (folder / path.name).with_suffix(".artefacts"))
    return folder / path.name


def paint(
    project: Project, dice: random.Random, *, frame: int | None = None, at: tuple[int, int] | None = None
) -> str:
    """A baked hand repair, on one of few frames so that two people meet; returns its key."""

    row = painted(project, dice, frame=frame, at=at)
    project.dispatch(AddRepairs((row,)))
    return row.key


def painted(
    project: Project, dice: random.Random, *, frame: int | None = None, at: tuple[int, int] | None = None
) -> Detection:
    """The row of a baked hand repair with a ragged mask."""
    reel = min(project.snapshot.reels)
    frame = dice.randrange(0, FRAMES, 20) if frame is None else frame
    x, y = at or (dice.randrange(30), dice.randrange(20))
    mask = np.array([[dice.random() < 0.8 for _ in range(12)] for _ in range(9)])
    mask[0, 0] = mask[-1, -1] = True
    plane = np.full((48, 64), dice.randrange(1024), np.uint16)
    patch = make_patch((plane,), (plane,), mask, origin=(x, y))
    pack = PatchPack()
    offset, length = pack.add(frame, patch)
    hash = pack.put(project.artefacts)
    return Detection(
        reel, frame, "dirt", HAND, x, y, x + 12, y + 9, int(mask.sum()), 1.0, dice.randbytes(16).hex(),
        pack=hash, offset=offset, length=length,
    )  # fmt: skip


def work(path: Path, who: str, seed: int, kinds: list[str]) -> None:
    """Do random edits of these kinds in a copy."""
    dice = random.Random(seed)
    with Project.open(path, who) as project:
        for kind in kinds:
            if kind == "paint":
                paint(project, dice)
            elif kind == "revise":
                mine = [p.id for p in project.snapshot.passes.values() if p.recipe == HAND and p.active]
                row = painted(project, dice)
                try:
                    project.dispatch(ReviseRepairs((row,), retire=(dice.choice(mine),) if mine else ()))
                except UsageError:
                    continue
            else:
                act(kind, project, dice)


def mended(project: Project, snapshot: Snapshot | None = None) -> dict[tuple[str, int], dict[str, Repair]]:
    """The accepted repairs of every frame by key."""
    now = snapshot or project.snapshot
    return {
        (reel, frame): {repair.id: repair for repair in project.repairs_of(now, reel, frame)}
        for reel, ref in now.reels.items()
        for frame in range(ref.frame_count)
    }
