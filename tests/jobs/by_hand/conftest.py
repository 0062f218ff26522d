"""One small damaged reel with its truth, and one project over it on which the standard pass was run, made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.document.commands import SetCuts
from app.engine.recipe import find_recipe
from app.engine.worker import Token
from app.jobs.demo_reel import DemoSpec, make_demo_reel
from app.jobs.progress import silent
from app.session import Session

CUT = 10
"""The demo reel is one take; we say that a shot begins here."""


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo reel: `scan/`, `reel.mov`, `truth/`."""
    folder = tmp_path_factory.mktemp("hand") / "demo"
    make_demo_reel(folder, DemoSpec(seconds=0.75, width=320, height=240, seed=5), silent, Token())
    return folder


@pytest.fixture(scope="session")
def passed(tmp_path_factory: pytest.TempPathFactory, demo: Path) -> Path:
    """A project after the standard pass; copy it before changing it."""
    path = tmp_path_factory.mktemp("passed") / "film.reelmend"
    with Session.create(path, [demo / "scan"]) as session:
        reel = next(iter(session.snapshot.reels))
        session.project.dispatch(SetCuts(reel, (CUT,))).wait()
        session.run(find_recipe("standard"), workers=0)
    return path


@pytest.fixture
def copy(passed: Path, tmp_path: Path) -> Path:
    """A copy of the project to change at will."""
    path = tmp_path / "film.reelmend"
    shutil.copy(passed, path)
    shutil.copytree(passed.with_suffix(".artefacts"), path.with_suffix(".artefacts"))
    return path


@pytest.fixture
def session(copy: Path) -> Iterator[Session]:
    """The copy, open."""
    with Session.open(copy) as opened:
        yield opened


@pytest.fixture
def movie(demo: Path, tmp_path: Path) -> Iterator[Session]:
    """A project over the 4:2:2 movie, without a pass."""
    with Session.create(tmp_path / "movie.reelmend", [demo / "reel.mov"]) as opened:
        yield opened
