"""A session over the film of this room, and the operator that moves pixels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.session import Session
from operators.contract import registry
from tests.jobs.fixes.film import BLOT, MIDDLE, Slide, blot, clean_frames, write_film


@pytest.fixture(scope="session")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scan: clean but for a dark blot on the middle frame."""
    frames = clean_frames()
    frames[MIDDLE][blot(*BLOT)] = 90
    return write_film(tmp_path_factory.mktemp("fixes") / "scan", frames)


@pytest.fixture
def session(tmp_path: Path, scan: Path) -> Iterator[Session]:
    """A project over it, of one shot."""
    with Session.create(tmp_path / "film.reelmend", [scan], device="cpu") as opened:
        yield opened


@pytest.fixture
def slide(monkeypatch: pytest.MonkeyPatch) -> None:
    """The operator `slide` is installed."""
    installed = {**registry.all_operators(), "slide": Slide()}
    monkeypatch.setattr(registry, "all_operators", lambda: installed)
