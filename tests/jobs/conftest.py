"""A project over a tiny scan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.session import Session
from tests.jobs.making import write_scan


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """One shot of forty frames, open to write."""
    with Session.create(tmp_path / "film.reelmend", [write_scan(tmp_path / "scan")]) as opened:
        yield opened
