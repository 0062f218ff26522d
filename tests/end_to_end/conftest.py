"""One small damaged reel and one restored project, made once; and a way to run commands."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.main import main

SECONDS, SIZE = "2.5", "240x176"


@dataclass
class Answer:
    """What a command said: exit code, its JSON object, and what it wrote to stderr."""

    code: int
    data: dict[str, Any]
    stderr: str


Reelmend = Callable[..., Answer]


@pytest.fixture
def reelmend(capsys: pytest.CaptureFixture[str]) -> Reelmend:
    """Run a command with --json in this process."""

    def run(command: str, *arguments: str | Path) -> Answer:
        capsys.readouterr()
        code = main([command, *map(str, arguments), "--json", "--quiet"])
        out, err = capsys.readouterr()
        return Answer(code, json.loads(out) if out.strip() else {}, err)

    return run


@pytest.fixture(scope="session")
def reel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder made by `reelmend demo-reel`."""
    folder = tmp_path_factory.mktemp("reel") / "demo"
    assert main(["demo-reel", str(folder), "--seconds", SECONDS, "--size", SIZE, "--seed", "3", "--quiet"]) == 0
    return folder


@pytest.fixture(scope="session")
def restored(tmp_path_factory: pytest.TempPathFactory, reel: Path) -> Path:
    """A project over the reel after `new` and `run`; copy it before changing it."""
    project = tmp_path_factory.mktemp("project") / "film.reelmend"
    assert main(["new", str(project), str(reel / "scan"), "--quiet"]) == 0
    assert main(["run", str(project), "--workers", "2", "--quiet"]) == 0
    return project


@pytest.fixture
def project(restored: Path, tmp_path: Path) -> Path:
    """A copy of the restored project to change at will. Its reel is named by absolute path, so it is found."""
    copy = tmp_path / "film.reelmend"
    shutil.copy(restored, copy)
    shutil.copytree(restored.with_suffix(".artefacts"), copy.with_suffix(".artefacts"))
    return copy
