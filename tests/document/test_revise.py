"""Hand repairs in the place of others: one row, one undo, and hashes that tell when another hand touched it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.document import Project
from app.document.check import check
from app.document.commands import AddRepairs, ReviseRepairs
from app.document.model import HAND, ReelRef
from app.document.repair import Repair
from app.errors import UsageError
from tests.document.making import found, make_pass, no_media, record


def on(project: Project, reel: ReelRef, frame: int) -> dict[str, Repair]:
    return {repair.id: repair for repair in project.detections_of(project.snapshot, reel.id, frame)}


def painted(project: Project, reel: ReelRef, frame: int, index: int) -> Repair:
    """A hand repair that is there already."""
    row = found(reel.id, frame, index, key=f"{frame:016x}{index:016x}")
    project.dispatch(AddRepairs((row,))).wait()
    return on(project, reel, frame)[row.key]


def test_a_machines_detection_and_a_hand_repair_give_way_to_new_ones_in_one_row(
    project: Project, reel: ReelRef
) -> None:
    machine = record(project, make_pass(project), [found(reel.id, 5, 7), found(reel.id, 5, 8)])
    old = painted(project, reel, 5, 1)
    before, rows = on(project, reel, 5), len(list(project.entries()))
    rejected = found(reel.id, 5, 7).key
    new = [found(reel.id, 5, index, key=f"{index:032x}") for index in (20, 21)]
    change = project.dispatch(ReviseRepairs(tuple(new), retire=(old.pass_id,), reject=(rejected,)))
    assert change.repairs and change.summary == "Changed the mask of 2 repairs by hand."
    assert len(list(project.entries())) == rows + 1
    now = on(project, reel, 5)
    assert set(now) == {new[0].key, new[1].key, rejected, found(reel.id, 5, 8).key}
    assert not now[rejected].accepted and now[rejected].verdict == "reject" and now[rejected].pass_id == machine.id
    for row in new:
        assert now[row.key].accepted and (now[row.key].detector, now[row.key].probability) == (HAND, 1.0)
    assert now[new[0].key].pass_id != now[new[1].key].pass_id, "each can be replaced by itself"
    project.undo().wait()
    assert on(project, reel, 5) == before
    project.redo().wait()
    assert {id: repair.accepted for id, repair in on(project, reel, 5).items()} == {
        id: repair.accepted for id, repair in now.items()
    }
    assert [problem for problem in check(project.path, no_media) if not problem.harmless] == []


def test_rejected_by_hand_stays_rejected_when_the_pass_runs_again(project: Project, reel: ReelRef) -> None:
    record(project, make_pass(project), [found(reel.id, 5, 7)])
    key = found(reel.id, 5, 7).key
    project.dispatch(ReviseRepairs((found(reel.id, 5, 3, key="c" * 32),), reject=(key,))).wait()
    record(project, make_pass(project), [found(reel.id, 5, 7)])
    assert {id: repair.accepted for id, repair in on(project, reel, 5).items()} == {key: False, "c" * 32: True}


def test_joining_says_so(project: Project, reel: ReelRef) -> None:
    old = [painted(project, reel, 5, index) for index in (1, 2)]
    change = project.dispatch(ReviseRepairs((found(reel.id, 5, 9),), retire=tuple(item.pass_id for item in old)))
    assert change.summary == "Put 1 repair by hand in the place of 2."
    assert set(on(project, reel, 5)) == {found(reel.id, 5, 9).key}


def test_what_does_not_fit_is_refused_with_a_sentence_and_changes_nothing(project: Project, reel: ReelRef) -> None:
    machine = record(project, make_pass(project), [found(reel.id, 5, 7)])
    old = painted(project, reel, 5, 1)
    project.dispatch(ReviseRepairs((found(reel.id, 5, 2),), retire=(old.pass_id,)))
    before = project.snapshot
    for command, sentence in [
        (ReviseRepairs((found(reel.id, 5, 3),)), "no repair to change"),
        (ReviseRepairs((), retire=("nobody",)), "no pass 'nobody'"),
        (ReviseRepairs((), retire=(machine.id,)), "not made by hand"),
        (ReviseRepairs((), retire=(old.pass_id,)), "changed it since"),
        (ReviseRepairs((), reject=("xyz",)), "'xyz' is no id of a repair"),
        (ReviseRepairs((found(reel.id, 100),), reject=("ab" * 16,)), "no frame 100"),
        (ReviseRepairs((found(reel.id, 5)._replace(x1=0),), reject=("ab" * 16,)), "empty box"),
    ]:
        with pytest.raises(UsageError, match=sentence):
            project.dispatch(command)
        assert project.snapshot is before, command


SPOILT = {
    "a repair": "UPDATE detection SET area = 1 WHERE frame = 5 AND detector = 'hand'",
    "a lost repair": "DELETE FROM detection WHERE frame = 5 AND detector = 'hand'",
    "a lost chunk": "UPDATE job SET edit = NULL WHERE pass = (SELECT max(pass) FROM job WHERE kind = 'hand')",
    "the verdict": "UPDATE verdict SET verdict = 'accept'",
    "a lost verdict": "DELETE FROM verdict",
    "a verdict more": "INSERT INTO verdict SELECT x'00112233445566778899aabbccddeeff', edit, 'reject' FROM verdict",
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_change_by_another_hand_is_found(project: Project, reel: ReelRef, name: str) -> None:
    record(project, make_pass(project), [found(reel.id, 5, 7)])
    new = tuple(found(reel.id, 5, index) for index in (20, 21))
    project.dispatch(ReviseRepairs(new, reject=(found(reel.id, 5, 7).key,))).wait()
    path: Path = project.path
    project.close()
    assert check(path, no_media) == []
    connection = sqlite3.connect(path)
    connection.execute(SPOILT[name])
    connection.commit()
    connection.close()
    assert "rows" in {problem.kind for problem in check(path, no_media)}
