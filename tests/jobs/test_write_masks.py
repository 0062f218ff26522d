"""Masks are counted from 0; the index beside them says which file of the scan each is of."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.jobs.progress import silent
from app.jobs.write_masks import INDEX, write_masks
from app.media.sequence.naming import frame_path
from app.session import Session
from tests.jobs.making import write_scan


@pytest.fixture
def late(tmp_path: Path) -> Session:
    """A scan whose first file has the number 86400."""
    folder = write_scan(tmp_path / "scan", 4)
    for number, path in enumerate(sorted(folder.glob("*.dpx"))):
        path.rename(folder / f"late.{86400 + number:07d}.dpx")
    with Session.create(tmp_path / "film.reelmend", [folder], device="cpu") as session:
        yield session


def test_the_index_names_the_file_of_every_mask(late: Session, tmp_path: Path) -> None:
    folder = tmp_path / "masks"
    write_masks(late.engine, late.snapshot, late.ranges(None), folder, ("dirt",), silent, late.token)
    with (folder / INDEX).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for name in ("dirt", "repair"):
        assert sorted(path.name for path in (folder / name).iterdir()) == [row["mask"] for row in rows]
    assert [row["mask"] for row in rows] == [f"{number:06d}.png" for number in range(4)]
    (reel,) = late.engine.reels.values()
    assert [row["source"] for row in rows] == [frame_path(reel.path, 86400 + number).name for number in range(4)]
    assert all((reel.path.parent / row["source"]).is_file() for row in rows)
