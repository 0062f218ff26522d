"""A kill cannot show a missing fsync; the system calls can: bytes, name, folder, and only then the row."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = """
import os, sys
from pathlib import Path
from app.document import Project
from app.document.commands import AddReel
from tests.document.making import found, make_reel

with Project.create(Path(sys.argv[1]), "traced") as project:
    reel = make_reel()
    project.dispatch(AddReel(reel)).wait()
    job = project.job_begin("pass", "k", {})
    os.write(2, b"MARK begin")
    pack = project.artefacts.put(b"patches" * 1000, "patches")
    job.chunk_done("1", {}, [found(reel.id, 1)._replace(pack=pack, length=7)])
    os.write(2, b"MARK end")
"""

CALLS = "fsync,fdatasync,rename,renameat,renameat2,write,pwrite64,writev,pwritev"


def trace(tmp_path: Path) -> list[str]:
    """The child's system calls between its two marks."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    log = tmp_path / "trace"
    tracer = [strace, "-f", "-y", "-s", "32", "-e", f"trace={CALLS}", "-o", str(log)]
    run = subprocess.run(
        [*tracer, sys.executable, "-c", CHILD, str(tmp_path / "film")],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    if "ptrace" in run.stderr:
        pytest.skip("this machine does not let us trace a child")
    assert run.returncode == 0, run.stderr
    lines = log.read_text(errors="replace").splitlines()
    begin, end = (next(i for i, line in enumerate(lines) if f"MARK {mark}" in line) for mark in ("begin", "end"))
    return lines[begin + 1 : end]


def test_artefacts_are_synced_before_the_row_that_names_them(tmp_path: Path) -> None:
    calls = trace(tmp_path)

    def places(pattern: str) -> list[int]:
        return [i for i, line in enumerate(calls) if re.search(pattern, line)]

    written = places(r"write\(\d+<[^>]*/\.tmp-")
    synced = places(r"f(data)?sync\(\d+<[^>]*/\.tmp-")
    renamed = places(r"rename\w*\(.*\.tmp-")
    folder = places(r"fsync\(\d+<[^>]*film\.artefacts/[0-9a-f]{2}>")
    row = places(r"p?write\w*\(\d+<[^>]*film\.reelmend(-wal|-journal)?>")
    row_synced = places(r"f(data)?sync\(\d+<[^>]*film\.reelmend(-wal|-journal)?>")
    everything = "\n".join(calls)
    assert written and len(synced) == len(renamed) == 1 and folder and row and row_synced, everything
    assert max(written) < synced[0] < renamed[0] < min(folder) < min(row), everything
    # The call that acknowledges comes after the last write of the row is synced.
    assert max(row) < max(row_synced), everything
