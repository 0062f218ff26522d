"""`kill -9` while a person paints: what was acknowledged is there, and what is there is whole."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from app.document import Project, ledger
from app.document.check import check
from app.document.model import ReelRef
from app.session import Session
from tests.jobs.by_hand import painters

KILLS = 6
LONGEST = 0.1

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and a fork server")


def kill_once(path: Path, seed: int, dice: random.Random) -> list[str]:
    """Let a child paint some strokes and a part of the next; the ids of the rows it was promised."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.jobs.by_hand.painters"])
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=painters.paint_for_ever, args=(path, seed, theirs), daemon=True)
    child.start()
    theirs.close()
    said, wanted = b"", dice.randint(1, 4)
    while said.count(b"row") < wanted:
        part = os.read(ours.fileno(), 65536)
        assert part, "the child died by itself: it raised something"
        said += part
    time.sleep(dice.uniform(0.0, LONGEST))
    assert child.pid is not None and child.is_alive(), "the child died by itself: it raised something"
    os.kill(child.pid, signal.SIGKILL)
    while part := os.read(ours.fileno(), 65536):
        said += part
    child.join()
    child.close()
    ours.close()
    lines = [line.split() for line in said.decode().splitlines(keepends=True) if line.endswith("\n")]
    return [words[1] for words in lines if words[0] == "row"]


def no_media(_: ReelRef) -> str | None:
    return None


def test_killed_while_painting(copy: Path) -> None:
    dice = random.Random(7)
    promised: list[str] = []
    for kill in range(KILLS):
        promised += kill_once(copy, kill, dice)
        assert [problem for problem in check(copy, no_media) if not problem.harmless] == []
        with Project.open(copy, "after") as project:
            assert set(promised) <= {entry.id for entry in project.entries()}
            replayed = project.read(ledger.replay)
            assert replayed.snapshot == project.snapshot and replayed.cursor == project.cursor
    assert len(promised) >= KILLS
    with Session.open(copy) as session:
        painters.picture(session)  # every patch can be read and laid on
