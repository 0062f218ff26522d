"""`kill -9` at random moments: what was acknowledged is there, and what is there is whole."""

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
from tests.document import killed
from tests.document.making import no_media

KILLS = 100
KILLS_A_PROJECT = 10
LONGEST = 0.2

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and a fork server")


def kill_once(path: Path, seed: int, delay: float) -> list[list[str]]:
    """Start a child on the project, kill it after so many seconds, and return the whole lines it said."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.document.killed"])
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=killed.work, args=(path, seed, theirs), daemon=True)
    child.start()
    theirs.close()
    time.sleep(delay)
    assert child.pid is not None and child.is_alive(), "the child died by itself: it raised something"
    os.kill(child.pid, signal.SIGKILL)
    said = b""
    while part := os.read(ours.fileno(), 65536):
        said += part
    child.join()
    child.close()
    ours.close()
    return [line.split() for line in said.decode().splitlines(keepends=True) if line.endswith("\n")]


def verify(path: Path, rows: list[str], chunks: list[list[str]]) -> None:
    with Project.open(path, "after") as project:
        entries = {entry.id for entry in project.entries()}
        assert [id for id in rows if id not in entries] == [], "acknowledged rows are missing"
        replayed = project.read(ledger.replay)
        assert replayed.snapshot == project.snapshot and replayed.cursor == project.cursor
        stored = set(project.read(lambda connection: connection.execute(
            "SELECT j.id, c.key FROM job_chunk c JOIN job j ON j.number = c.job"
        ).fetchall()))  # fmt: skip
        for _, job, key, pack in chunks:
            assert (job, key) in stored and project.artefacts.has(pack)
        assert [damage for hash in project.artefacts.hashes() if (damage := project.artefacts.damage(hash))] == []
    assert [problem for problem in check(path, no_media) if not problem.harmless] == []


def test_a_hundred_kills(tmp_path: Path) -> None:
    dice = random.Random(2026)
    acknowledged, chunk_count, resumed, unopened = 0, 0, 0, 0
    rows: list[str] = []
    chunks: list[list[str]] = []
    path = tmp_path
    for kill in range(KILLS):
        if kill % KILLS_A_PROJECT == 0:
            path = tmp_path / f"film{kill}.reelmend"
            Project.create(path, "before").close()
            rows, chunks = [], []
        said = kill_once(path, kill, dice.uniform(0.0, LONGEST))
        rows += [words[1] for words in said if words[0] == "row"]
        chunks += [words for words in said if words[0] == "chunk"]
        unopened += ["open"] not in said
        resumed += ["resumed"] in said
        verify(path, rows, chunks)
        if kill % KILLS_A_PROJECT == KILLS_A_PROJECT - 1:
            acknowledged, chunk_count = acknowledged + len(rows), chunk_count + len(chunks)
    print(f"{acknowledged} rows and {chunk_count} chunks, {resumed} resumed, {unopened} killed before opening")
    # Were these low, the kills would have met idle children and shown nothing.
    assert acknowledged > 200 and chunk_count > 100 and resumed > 5
