"""The history as people look through it: filters, pages, and the way back to an earlier state."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import Project
from app.document.commands import (
    AddRepairs,
    NameVersion,
    ReviseRepairs,
    SetReelPolicy,
    SetThreshold,
    SetVerdicts,
    SplitShot,
)
from app.document.commands.verdicts import FRAMES_TOLD
from app.document.entries import EntryFilter, authors, cursor_at, matching, page, steps_to
from app.document.lineage import Cursor
from app.document.model import HAND, ReelRef
from tests.document.making import found, make_pass, record


@pytest.fixture
def history(project: Project, reel: ReelRef) -> Project:
    """1 AddReel, 2 SplitShot, 3 RecordPass, 4 SetThreshold, 5 Undo, 6 SetReelPolicy, 7 NameVersion."""
    (shot,) = project.snapshot.shots
    project.dispatch(SplitShot(shot.id, 40))
    made = record(project, make_pass(project), [])
    project.dispatch(SetThreshold(made.id, (project.snapshot.shots[1].id,), "dirt", 0.7))
    project.undo()
    project.dispatch(SetReelPolicy(reel.id, "black"))
    project.dispatch(NameVersion("first look")).wait()
    return project


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (EntryFilter(), [1, 2, 3, 4, 5, 6, 7]),
        (EntryFilter(text="THRESHOLD"), [4, 5]),
        (EntryFilter(text="none has this", kinds_of_text=frozenset({"NameVersion"})), [7]),
        (EntryFilter(kinds=frozenset({"SplitShot", "Undo"})), [2, 5]),
        (EntryFilter(author="Ann", text="set"), [4, 5, 6]),
        (EntryFilter(author="Bob"), []),
    ],
)
def test_filters(history: Project, wanted: EntryFilter, rows: list[int]) -> None:
    assert list(history.read(lambda connection: matching(connection, wanted))) == rows


def test_rows_of_a_shot_with_what_undoes_them(history: Project) -> None:
    second = history.snapshot.shots[1].id
    rows = history.read(lambda connection: matching(connection, EntryFilter(shots=(second,))))
    assert list(rows) == [2, 3, 4, 5]


def test_a_page_has_recorded_values_shots_and_what_an_undo_is_about(history: Project) -> None:
    third, fourth, fifth, gone = (*history.read(lambda connection: page(connection, [3, 4, 5, 99])), None)
    assert gone is None
    assert third.command["pass_"]["recipe"] == "coarse" and len(third.shots) == 2
    assert (fourth.kind, fourth.command["value"], len(fourth.shots)) == ("SetThreshold", 0.7, 1)
    assert fifth.about == fourth and fifth.shots == fourth.shots


def test_work_by_hand_tells_its_frames_and_shots(history: Project, reel: ReelRef) -> None:
    history.dispatch(AddRepairs((found(reel.id, 41), found(reel.id, 43, 9)))).wait()
    made = next(item.id for item in history.snapshot.passes.values() if item.recipe == HAND)
    history.dispatch(ReviseRepairs((found(reel.id, 44),), (made,), ())).wait()
    history.undo()
    added, revised, undone, by_pass = history.read(lambda connection: page(connection, [8, 9, 10, 3]))
    second = history.snapshot.shots[1].id
    assert (added.frames, added.shots) == (((reel.id, 41), (reel.id, 43)), (second,))
    assert revised.frames == ((reel.id, 41), (reel.id, 43), (reel.id, 44))
    assert undone.about == revised and by_pass.frames == ()
    assert list(history.read(lambda c: matching(c, EntryFilter(shots=(second,)))))[-3:] == [8, 9, 10]


def test_a_verdict_tells_the_frames_it_is_on(history: Project, reel: ReelRef) -> None:
    made = record(history, make_pass(history), [found(reel.id, 3), found(reel.id, 3, 9), found(reel.id, 5)])
    repairs = [one for index in (3, 5) for one in history.detections_of(history.snapshot, reel.id, index)]
    repairs = [one for one in repairs if one.pass_id == made.id]
    rejected = history.dispatch(SetVerdicts.on(repairs, "reject"))
    accepted = history.dispatch(SetVerdicts(tuple(one.id for one in repairs), "accept"))
    accepted.wait()
    told, untold = history.read(lambda connection: page(connection, [rejected.seq, accepted.seq]))
    assert len(repairs) == 3 and told.frames == ((reel.id, 3), (reel.id, 5))
    assert untold.frames == ()


def test_a_verdict_over_many_frames_names_none_rather_than_some(history: Project, reel: ReelRef) -> None:
    record(history, make_pass(history), [found(reel.id, 3)])
    (repair,) = history.detections_of(history.snapshot, reel.id, 3)
    many = [replace(repair, frame=index) for index in range(FRAMES_TOLD + 1)]
    assert len(SetVerdicts.on(many[:-1], "reject").frames) == FRAMES_TOLD
    assert SetVerdicts.on(many, "reject").frames == ()


def test_who_wrote(history: Project) -> None:
    assert history.read(authors) == ("Ann",)


def test_the_way_to_every_row_gives_the_state_after_it(history: Project) -> None:
    for seq in (1, 2, 3, 5, 6, 7):
        then, now = history.read(lambda c, seq=seq: cursor_at(c, seq)), history.cursor.copy()
        steps = steps_to(now, then)
        assert steps is not None, seq
        for _ in range(steps[0]):
            history.undo()
        for _ in range(steps[1]):
            history.redo()
        assert history.snapshot.slots() == history.snapshot_at(seq).slots()
    assert steps_to(history.cursor.copy(), history.read(lambda c: cursor_at(c, 4))) is None


@given(st.lists(st.sampled_from("eur"), max_size=30), st.integers(0, 30))
def test_a_way_that_is_found_leads_there(moves: list[str], at: int) -> None:
    cursor, then = Cursor(), Cursor()
    for number, move in enumerate(moves):
        if move == "u" and cursor.path:
            cursor.undo()
        elif move == "r" and cursor.undone:
            cursor.redo()
        else:
            cursor.edit(number)
        if number == at:
            then = cursor.copy()
    steps = steps_to(cursor, then)
    if steps is not None:
        for _ in range(steps[0]):
            cursor.undo()
        for _ in range(steps[1]):
            cursor.redo()
        assert cursor.path == then.path
