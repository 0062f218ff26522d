"""What the killed child of `test_kill` does: passes, verdicts and undo, saying what was acknowledged."""

from __future__ import annotations

import os
import random
from multiprocessing.connection import Connection
from pathlib import Path

from app.document import Change, Project
from app.document.commands import AddReel, AddRepairs, RecordPass, ReviseRepairs, SetCuts, SetThreshold, SetVerdicts
from app.document.model import HAND
from app.errors import UsageError
from tests.document.making import found, make_pass, make_reel

CHUNKS = 3


def work(path: Path, seed: int, channel: Connection) -> None:
    """Edit for ever; each acknowledged row's id goes down the channel, one line by one system call."""
    dice = random.Random(seed)
    project = Project.open(path, f"child {seed}")
    say(channel, "open")
    if not project.snapshot.reels:
        acknowledged(channel, project.dispatch(AddReel(make_reel())))
    reel = next(iter(project.snapshot.reels))
    while True:
        try:
            waiting = [act(project, reel, dice, channel) for _ in range(dice.randint(1, 4))]
        except UsageError:
            continue  # nothing to undo
        for change in waiting:
            acknowledged(channel, change)


def act(project: Project, reel: str, dice: random.Random, channel: Connection) -> Change:
    kind = dice.choice(["pass", "pass", "hand", "verdicts", "threshold", "cuts", "undo", "undo", "redo"])
    if kind == "pass":
        return run_pass(project, reel, dice, channel)
    if kind == "hand":
        return paint(project, reel, dice)
    if kind == "verdicts" and (ids := project.select(project.snapshot, f"frame<{dice.randint(1, 100)}")):
        return project.dispatch(SetVerdicts(ids, dice.choice(["accept", "reject", "clear"])))
    if kind == "threshold" and project.snapshot.passes:
        newest = max(project.snapshot.passes)
        return project.dispatch(SetThreshold(newest, None, "dirt", dice.random()))
    if kind == "cuts":
        return project.dispatch(SetCuts(reel, tuple(dice.sample(range(1, 100), 3))))
    return project.redo() if kind == "redo" else project.undo()


def paint(project: Project, reel: str, dice: random.Random) -> Change:
    """A stroke, which every other time takes the place of an earlier one."""
    pack = project.artefacts.put(dice.randbytes(dice.randint(1, 3000)), "patches")
    row = found(reel, dice.randrange(100), dice.randrange(10), key=dice.randbytes(16).hex(), pack=pack, length=1)
    mine = [item.id for item in project.snapshot.passes.values() if item.recipe == HAND and item.active]
    if mine and dice.random() < 0.5:
        return project.dispatch(ReviseRepairs((row,), retire=(dice.choice(mine),)))
    return project.dispatch(AddRepairs((row,)))


def run_pass(project: Project, reel: str, dice: random.Random, channel: Connection) -> Change:
    """A pass as `app.jobs` runs one: it goes on where a killed one stopped."""
    job = project.job_begin("pass", "the same", {})
    done = job.done_chunks()
    if job.resumed and done:
        say(channel, "resumed")
    for chunk in range(CHUNKS):
        if str(chunk) not in done:
            pack = project.artefacts.put(dice.randbytes(dice.randint(1, 300_000)), "patches")
            rows = [found(reel, chunk * 30 + n, dice.randrange(10))._replace(pack=pack, length=1) for n in range(20)]
            job.chunk_done(str(chunk), {"maps": [pack]}, rows)
            say(channel, f"chunk {job.id} {chunk} {pack}")
    return project.dispatch(RecordPass(make_pass(project), job.id))


def acknowledged(channel: Connection, change: Change) -> None:
    change.wait()
    say(channel, f"row {change.id}")


def say(channel: Connection, text: str) -> None:
    os.write(channel.fileno(), f"{text}\n".encode())
