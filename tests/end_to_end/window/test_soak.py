"""Nothing piles up while the window is worked in, and where something does it is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def soaked(*arguments: str) -> dict[str, Any]:
    """What a soak in another process tells."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.window.soak", *arguments],
        cwd=Path(__file__).parents[3], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def counts(sentences: list[str]) -> set[str]:
    """The counts that were not flat."""
    return {sentence.partition(":")[0] for sentence in sentences}


@pytest.mark.slow
def test_rounds_of_work_leave_nothing_behind_and_qt_says_nothing() -> None:
    told = soaked()
    assert told["problems"] == []
    assert told["not flat"] == {"in one project": [], "closed and opened again": []}, told["curves"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory and files are counted where there is /proc")
def test_what_is_left_behind_is_told() -> None:
    told = soaked("leaking")["not flat"]
    files = {"files", "memory_mb", "python_threads", "threads"}
    assert counts(told["in one project"]) >= files | {"MainWindow", "Viewer", "Timeline", "qobjects", "objects"}
    assert counts(told["closed and opened again"]) >= files | {"Bridge", "Session", "Engine", "objects"}
