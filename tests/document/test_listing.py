"""Pages of the ledger: every repair once, in order, with who made and who judged it, in old states too."""

from __future__ import annotations

import random

import pytest

from app.document import Project, new_id
from app.document.commands import AddRepairs, SetCuts, SetThreshold, SetVerdicts
from app.document.listing import Listed, Place
from app.document.model import ReelRef
from app.document.snapshot import Snapshot
from app.errors import UsageError
from tests.document.making import found, make_pass, record


@pytest.fixture
def full(project: Project, reel: ReelRef) -> Project:
    """Some hundred repairs of two passes and a hand, judged here and there."""
    dice = random.Random(3)
    project.dispatch(SetCuts(reel.id, (20, 40, 60)))
    for defects in (("dirt", "scratch"), ("dirt",)):
        rows = [found(reel.id, dice.randrange(100), n % 10, dice.choice(defects)) for n in range(150)]
        made = record(project, make_pass(project, *defects), {row.key: row for row in rows}.values())
    project.dispatch(SetThreshold(made.id, None, "dirt", 0.3))
    track = new_id()
    project.dispatch(AddRepairs(tuple(found(reel.id, frame, 9, key=dice.randbytes(16).hex()) for frame in (3, 50))))
    project.dispatch(AddRepairs((found(reel.id, 60, 1, key=dice.randbytes(16).hex(), track=track),)))
    project.dispatch(SetVerdicts(project.select(project.snapshot, "frame<30")[::3], "reject"))
    project.dispatch(SetVerdicts(tracks=(track,), verdict="reject"))
    project.dispatch(SetVerdicts(project.select(project.snapshot, "frame<10")[::4], "clear"))
    return project


def everything(project: Project, now: Snapshot, where: str, size: int) -> list[Listed]:
    rows, place = [], None
    while True:
        page = project.page(now, where, place, size)
        assert len(page.rows) <= size
        rows += page.rows
        if page.following is None:
            return rows
        place = page.following


@pytest.mark.parametrize("where", ["", "state=accepted", "verdict=reject or class=scratch", "frame<40 and risky"])
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_pages_together_are_what_asking_frame_by_frame_says(full: Project, where: str, size: int) -> None:
    now = full.snapshot
    (reel,) = now.reels
    wanted = set(full.select(now, where))
    expected = {r.id: r for frame in range(100) for r in full.detections_of(now, reel, frame) if r.id in wanted}
    rows = everything(full, now, where, size)
    assert len(rows) == len(expected) and {row.repair.id: row.repair for row in rows} == expected
    assert [row.place.frame for row in rows] == sorted(row.place.frame for row in rows)
    assert all(row.shot == full.snapshot.shot_number(now.shot_at(reel, row.repair.frame).id) for row in rows)
    assert all((row.state == "accepted") == row.repair.accepted for row in rows)


def test_a_row_says_who_made_and_who_judged_it(full: Project) -> None:
    rows = everything(full, full.snapshot, "", 50)
    entries = {entry.seq: entry for entry in full.entries()}
    for row in rows:
        made = entries[row.repair.seq]
        assert row.made == made.time and row.by == ("Ann" if row.repair.detector == "hand" else row.repair.detector)
        assert row.recipe == ("hand" if row.repair.detector == "hand" else "coarse")
        assert (row.judged_by, bool(row.judged)) == (("Ann", True) if row.repair.verdict else ("", False))
    assert any(row.repair.track and row.judged_by for row in rows), "the verdict on the track counts"


def test_a_page_can_begin_at_any_frame_and_in_any_state(full: Project) -> None:
    (reel,) = full.snapshot.reels
    page = full.page(full.snapshot, "", Place(reel, 50), 5)
    assert [row.repair.frame for row in page.rows] == sorted(row.repair.frame for row in page.rows)
    assert page.rows[0].repair.frame >= 50
    early = full.snapshot_at(3)
    assert {row.repair.seq for row in full.page(early).rows} == {3}


def test_a_project_without_repairs_and_a_condition_that_is_none(project: Project, reel: ReelRef) -> None:
    assert project.page(project.snapshot).rows == () and project.page(project.snapshot).following is None
    with pytest.raises(UsageError, match="at position 1"):
        project.page(project.snapshot, "klass=dirt")
