"""What a pass does to the shots besides mending them."""

from __future__ import annotations

from itertools import pairwise
from multiprocessing import active_children

import pytest

from app.document.commands import SetStack
from app.document.model import StackEntry
from app.engine.recipe import find_recipe
from app.engine.worker import Cancelled, Token
from app.errors import NoRoomError
from app.jobs.progress import Report, silent
from app.session import Session


def test_a_pass_leaves_the_stages_its_recipe_does_not_speak_of(session: Session) -> None:
    shots = session.project.snapshot.shots
    grade = (StackEntry("cdl", 1, {"slope_r": 1.2}),)
    session.project.dispatch(SetStack((shots[0].id,), "grade", grade)).wait()
    session.run(find_recipe("standard"), shots, silent, Token(), workers=0)
    after = session.project.snapshot
    assert after.stack(shots[0].id, "grade") == grade
    assert after.stack(shots[0].id, "clean") == ()

    session.run(find_recipe("full"), shots, silent, Token(), workers=0)
    after = session.project.snapshot
    assert after.stack(shots[0].id, "grade") == grade
    assert [entry.operator for entry in after.stack(shots[0].id, "clean")] == ["denoise"]


@pytest.mark.parametrize("workers", [0, 1])
def test_readings_go_frame_by_frame_and_tell_what_was_found(session: Session, workers: int) -> None:
    told: list[Report] = []
    made = session.run(find_recipe("standard"), None, told.append, Token(), workers=workers)
    for number in (1, 2):
        readings = [report for report in told if report.round == number]
        done = [report.done for report in readings]
        assert done == sorted(done) and (done[0], done[-1]) == (0, 40)
        assert done.count(40) == 1, "all are done once, when the last chunk is kept"
        steps = {later - earlier for earlier, later in pairwise(done)}
        # Three chunks. A child is looked at ten times a second: several frames may well come at once.
        assert len(set(done)) > 4 and (workers or steps <= {0, 1})
        assert all(sum(end - start for _, start, end in report.ranges) <= report.done for report in readings)
    assert not any(report.found for report in told if report.round == 1), "looking makes no detections"
    assert dict(told[-1].found) == made.detections and made.detections["dirt"] >= 8
    growing = [sum(count for _, count in report.found) for report in told if report.round == 2]
    assert growing == sorted(growing) and len(set(growing)) > 3


def test_a_pass_that_goes_on_counts_what_was_found_before(session: Session) -> None:
    token, told = Token(), list[Report]()

    def stop_after_a_chunk(report: Report) -> None:
        if report.round == 2 and report.ranges:
            token.cancel()

    with pytest.raises(Cancelled):
        session.run(find_recipe("standard"), None, stop_after_a_chunk, token, workers=0)
    made = session.run(find_recipe("standard"), None, told.append, Token(), workers=0)
    assert made.resumed_frames == 16
    assert dict(told[-1].found) == made.detections
    assert next(report.done for report in told if report.round == 2) == 16


def test_a_killed_child_is_told_and_holds_nobody_up(session: Session) -> None:
    def kill(report: Report) -> None:
        if report.done:
            for child in active_children():
                child.kill()

    with pytest.raises(NoRoomError, match="a worker process was killed"):
        session.run(find_recipe("standard"), None, kill, Token(), workers=1)
    assert session.run(find_recipe("standard"), None, workers=0).detections["dirt"] >= 8
