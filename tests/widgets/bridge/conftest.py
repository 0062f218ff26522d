"""A small real project, opened, with a bridge on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine.worker import Token
from app.jobs.demo_reel import DemoSpec, make_demo_reel
from app.jobs.progress import silent
from app.session import Session
from widgets.bridge.bridge import Bridge


@pytest.fixture(scope="session")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """48 damaged frames, 160 x 120."""
    folder = tmp_path_factory.mktemp("reel") / "reel"
    make_demo_reel(folder, DemoSpec(seconds=2.0, width=160, height=120, seed=5), silent, Token())
    return folder / "scan"


@pytest.fixture
def bridge(qapp, tmp_path: Path, scan: Path) -> Iterator[Bridge]:
    """A bridge on a new project of the scan."""
    made = Bridge(Session.create(tmp_path / "film.reelmend", [scan]))
    yield made
    made.close()
