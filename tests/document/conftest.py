from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.document import Project
from app.document.commands import AddReel
from app.document.model import ReelRef
from tests.document.making import make_reel


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "film", "Ann") as opened:
        yield opened


@pytest.fixture
def reel(project: Project) -> ReelRef:
    made = make_reel()
    project.dispatch(AddReel(made)).wait()
    return made
