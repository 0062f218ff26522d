"""Lists of repairs as files: every row as the pages have it, in order, whole or not at all."""

from __future__ import annotations

import csv
import errno
import json
from pathlib import Path

import pytest

from app.document import Project
from app.document.candidates import Wanted, listed
from app.document.commands import SetVerdicts
from app.document.model import ReelRef
from app.engine.worker import Cancelled, Token
from app.errors import NoRoomError, ProjectError, UsageError
from app.jobs.progress import Report, silent
from app.jobs.write_repairs import COLUMNS, PAGE, plain, write_repairs
from tests.document.making import found, make_pass, make_reel, record


@pytest.fixture
def full(tmp_path: Path) -> Project:
    """More repairs than are written at once, some judged."""
    from app.document.commands import AddReel

    with Project.create(tmp_path / "film.reelmend", "Ann") as project:
        reel: ReelRef = make_reel(frames=100)
        project.dispatch(AddReel(reel))
        rows = [found(reel.id, n % 100, n // 100, key=f"{n:032x}") for n in range(PAGE + 120)]
        record(project, make_pass(project), rows)
        project.dispatch(SetVerdicts(project.select(project.snapshot, "frame<9"), "reject"))
        yield project


def pages(project: Project, where: str) -> list[dict[str, object]]:
    return [plain(project.snapshot, item) for item in project.page(project.snapshot, where, None, 10_000).rows]


@pytest.mark.parametrize("where", ["", "verdict=reject", "frame>200"])
def test_csv_and_json_say_what_the_pages_say(full: Project, tmp_path: Path, where: str) -> None:
    expected = pages(full, where)
    wanted, told = Wanted(where, "time"), list[Report]()
    for path in (tmp_path / "list.csv", tmp_path / "list.JSON"):
        assert write_repairs(full, full.snapshot, wanted, path, told.append, Token()) == len(expected)
    assert told[-1].done == told[-1].total == len(expected) and told[-1].unit == "repairs"
    with (tmp_path / "list.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    written = json.loads((tmp_path / "list.JSON").read_text(encoding="utf-8"))["repairs"]
    assert sorted(written, key=lambda row: row["id"]) == sorted(expected, key=lambda row: str(row["id"]))
    assert [row["frame"] for row in written] == sorted(row["frame"] for row in written)
    assert rows == [{name: str(row[name]) for name in COLUMNS} for row in written]


def test_chosen_rows_in_their_order(full: Project, tmp_path: Path) -> None:
    now = full.snapshot
    wanted = Wanted("", "size", backwards=True)
    listing = full.ask(now, lambda sql, live: listed(sql, live, now.seq, wanted))
    numbers = listing.candidates.numbers[[7, 2, 611]].tolist()
    write_repairs(full, now, numbers, tmp_path / "some.json", silent, Token())
    written = json.loads((tmp_path / "some.json").read_text())["repairs"]
    assert [row["id"] for row in written] == list(listing.candidates.ids([7, 2, 611]))


def test_nothing_is_half_written(full: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, token = tmp_path / "list.csv", Token()
    path.write_text("the one of before")
    before = sorted(tmp_path.iterdir())

    def stop(report: Report) -> None:
        if report.done:
            token.cancel()

    with pytest.raises(Cancelled):
        write_repairs(full, full.snapshot, Wanted(), path, stop, token)

    def no_room(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("app.document.files.os.fsync", no_room)
    with pytest.raises(NoRoomError, match="no room left"):
        write_repairs(full, full.snapshot, Wanted(), path, silent, Token())
    monkeypatch.undo()
    with pytest.raises(ProjectError, match="cannot be written"):
        write_repairs(full, full.snapshot, Wanted(), tmp_path / "nowhere" / "list.csv", silent, Token())
    with pytest.raises(UsageError, match=r"\.csv or \.json"):
        write_repairs(full, full.snapshot, Wanted(), tmp_path / "list.xlsx", silent, Token())
    assert sorted(tmp_path.iterdir()) == before and path.read_text() == "the one of before"
