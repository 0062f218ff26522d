"""The film of `film.py` as a scan on disk and as an open project."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from app.document.commands import SetCuts
from app.media.opening import open_writer
from app.media.writing import WriterSpec
from app.session import Session
from tests.engine.film import CUT, FORMAT, FRAMES, Film, picture, record_pass


@pytest.fixture(scope="session")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A DPX sequence of `FRAMES` frames."""
    folder = tmp_path_factory.mktemp("film") / "scan"
    writer = open_writer(folder, WriterSpec(FORMAT, Fraction(24), "dpx", pattern="film.%06d"))
    for index in range(FRAMES):
        writer.write(picture(index))
    writer.finish()
    return folder


@pytest.fixture
def film(tmp_path: Path, scan: Path) -> Iterator[Film]:
    """The film, open for writing."""
    with Session.create(tmp_path / "film.reelmend", [scan], encoding="cineon_log", device="cpu") as session:
        (reel,) = session.engine.reels
        session.project.dispatch(SetCuts(reel, (CUT,))).wait()
        pass_id, keys = record_pass(session.project, reel)
        yield Film(session.engine, session.project, reel, pass_id, keys)
