"""What no pass may touch, and why a detection is risky: kept, asked for, undone, and read from older files."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.document import Project, new_id
from app.document.check import check
from app.document.commands import AddReel, AddRepairs, LiftProtection, MoveCut, Protect, SetCuts, SetThreshold
from app.document.detections import digest_of
from app.document.model import Protection, ReelRef
from app.document.protected import Protections
from app.document.risks import RISKS, names_of
from app.errors import UsageError
from tests.document.making import found, make_pass, make_reel, no_media, record


def placed(project: Project, reel: ReelRef, frame: int) -> list[int]:
    return sorted(repair.x0 for repair in project.detections_of(project.snapshot, reel.id, frame))


def everything(project: Project, reel: ReelRef) -> tuple[object, ...]:
    """Every way to ask what is live."""
    now = project.snapshot
    density = project.density(now, reel.id)
    return (
        {frame: placed(project, reel, frame) for frame in range(100)},
        project.count(now),
        project.select(now, ""),
        density.frames.tolist(),
        density.accepted.tolist(),
    )


def protect(
    project: Project, reel: ReelRef, start: int, end: int, box: tuple[int, int, int, int] | None = None
) -> str:
    made = Protection(new_id(), reel.id, start, end, box)
    project.dispatch(Protect((made,)))
    return made.id


def test_on_protected_frames_no_pass_speaks_until_the_protection_is_lifted(project: Project, reel: ReelRef) -> None:
    project.dispatch(SetCuts(reel.id, (5, 50)))
    record(project, make_pass(project), [found(reel.id, f, i) for f in range(10) for i in range(4, 8)])
    before = everything(project, reel)
    change = project.dispatch(Protect((Protection(new_id(), reel.id, 0, 5),)))
    assert change.summary == "Protected shot 1: no pass touches it."
    after = everything(project, reel)
    assert placed(project, reel, 4) == [] and placed(project, reel, 5) == [4, 5, 6, 7]
    assert (
        after[3] == [5, 6, 7, 8, 9]
        and len(after[2]) == 20
        and project.frames(project.snapshot, reel.id) == (5, 6, 7, 8, 9)
    )  # type: ignore[arg-type]
    project.dispatch(MoveCut(project.snapshot.shots[1].id, 3))
    assert placed(project, reel, 4) == [], "a moved cut uncovers nothing"
    project.undo()
    project.undo()
    assert everything(project, reel) == before
    project.redo()
    assert everything(project, reel) == after
    project.dispatch(LiftProtection(tuple(project.snapshot.protections)))
    assert everything(project, reel) == before


def test_a_region_hides_what_passes_found_in_it_and_leaves_hand_work(project: Project, reel: ReelRef) -> None:
    rows = [found(reel.id, f, x) for f in (3, 4) for x in (4, 12, 20, 40)]
    record(project, make_pass(project), [row._replace(probability=0.9) for row in rows])
    project.dispatch(AddRepairs((found(reel.id, 3, 13),)))
    id = protect(project, reel, 0, 4, (17, 0, 21, 48))  # boxes are 5 wide: 12..17 ends before it, 20..25 lies in it
    assert placed(project, reel, 3) == [4, 12, 13, 40] and placed(project, reel, 4) == [4, 12, 20, 40]
    assert len(project.select(project.snapshot, "class=dirt")) == 8
    assert project.density(project.snapshot, reel.id).accepted.tolist() == [4, 4]
    protect(project, reel, 3, 4)
    assert placed(project, reel, 3) == [13], "what was done by hand stays"
    project.dispatch(LiftProtection((id,)))
    assert placed(project, reel, 3) == [13]
    kept = Protections(project.snapshot)
    assert kept.on(reel.id, 3).touch(0, 0, 1, 1) and not kept.on(reel.id, 4).touch(0, 0, 64, 48)
    assert kept.free(reel.id, 0, 9) == [(0, 3), (4, 9)]


def test_protecting_is_said_in_the_history(project: Project, reel: ReelRef) -> None:
    project.dispatch(SetCuts(reel.id, (5, 50)))
    protect(project, reel, 2, 9, (0, 0, 8, 8))
    project.dispatch(LiftProtection(tuple(project.snapshot.protections)))
    project.dispatch(
        Protect(tuple(Protection(new_id(), reel.id, shot.start, shot.end) for shot in project.snapshot.shots))
    )
    with pytest.raises(UsageError, match="shot 1 is protected already"):
        protect(project, reel, 0, 5)
    said = [entry.summary for entry in project.entries()][-3:]
    assert said == [
        f"Protected a region of frames 2-8 of {reel.path}: no pass touches it.",
        f"Lifted the protection of a region of frames 2-8 of {reel.path}.",
        "Protected shots 1-3: no pass touches it.",
    ]


def test_risks_are_kept_and_asked_for_and_decide_nothing(project: Project, reel: ReelRef) -> None:
    risks = [0, RISKS["motion"], RISKS["light"] | RISKS["motion"], RISKS["large"], RISKS["edge"]]
    rows = [found(reel.id, 3, i)._replace(probability=0.9, risk=risk) for i, risk in enumerate(risks)]
    made = record(project, make_pass(project), rows)
    repairs = project.detections_of(project.snapshot, reel.id, 3)
    assert {r.x0: names_of(r.risk) for r in repairs} == {
        0: (), 1: ("motion",), 2: ("motion", "light"), 3: ("large",), 4: ("edge",),
    }  # fmt: skip
    assert all(repair.accepted for repair in repairs)

    def chosen(where: str) -> list[int]:
        ids = set(project.select(project.snapshot, where))
        return sorted(repair.x0 for repair in repairs if repair.id in ids)

    assert chosen("risk=motion") == [1, 2] and chosen("risk!=motion") == [0, 3, 4]
    assert chosen("risk in light,edge and class=dirt") == [2, 4] and chosen("risk=none") == [0]
    assert chosen("risky") == [1, 2, 3, 4] and chosen("not risky") == [0] and chosen("risk=margin") == []
    project.dispatch(SetThreshold(made.id, None, "dirt", 0.85))
    assert chosen("risk=margin") == [0, 1, 2, 3, 4] and chosen("risk=none") == []
    assert all("margin" in names_of(r.risk) for r in project.detections_of(project.snapshot, reel.id, 3))
    with pytest.raises(UsageError, match="expected one of motion, light, large, edge, margin, none"):
        chosen("risk=faces")
    with pytest.raises(UsageError, match="can only be compared by = and !="):
        chosen("risk>2")


def test_a_risk_is_part_of_what_the_ledger_vouches_for(project: Project, reel: ReelRef) -> None:
    plain = found(reel.id, 3)
    assert digest_of([plain._replace(risk=2)]) != digest_of([plain])
    record(project, make_pass(project), [plain._replace(risk=2)])
    with pytest.raises(UsageError, match="no set of risks"):
        record(project, make_pass(project), [plain._replace(risk=-1)])
    project.close()
    with sqlite3.connect(project.path) as connection:
        connection.execute("UPDATE detection SET risk = 0")
    connection.close()
    assert "rows" in [problem.kind for problem in check(project.path, no_media)]


@pytest.mark.parametrize("write", [True, False])
def test_a_project_of_schema_1_opens_and_is_whole(tmp_path: Path, write: bool) -> None:
    with Project.create(tmp_path / "film", "Ann") as project:
        reel = make_reel()
        project.dispatch(AddReel(reel)).wait()
        record(project, make_pass(project), [found(reel.id, 3, i)._replace(probability=0.9) for i in range(4)])
    path = project.path
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE detection DROP COLUMN risk")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    assert check(path, no_media) == [], "the older file is looked at as it is"
    with Project.open(path, "Ben", write=write) as project:
        assert [r.risk for r in project.detections_of(project.snapshot, reel.id, 3)] == [0, 0, 0, 0]
        assert project.select(project.snapshot, "risky") == ()
        if write:
            record(project, make_pass(project), [found(reel.id, 3, 7)._replace(probability=0.9, risk=1)])
            assert len(project.select(project.snapshot, "risk=motion")) == 1
    assert check(path, no_media) == []
    assert path.with_name(f"{path.name}.schema-1").exists()
