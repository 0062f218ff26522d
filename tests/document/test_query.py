"""Which detections count: thresholds, verdicts, tracks, passes over passes."""

from __future__ import annotations

import random
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import Count, Project
from app.document.commands import (
    AddRepairs,
    MoveCut,
    SetCuts,
    SetPassActive,
    SetThreshold,
    SetVerdicts,
)
from app.document.expression import FIELDS, parse
from app.document.model import ReelRef
from app.errors import ProjectError, UsageError
from tests.document.making import found, make_pass, record


def accepted(project: Project, reel: ReelRef, frame: int) -> list[int]:
    """The x of what is accepted, which is the index it was made with."""
    return [repair.x0 for repair in project.repairs_of(project.snapshot, reel.id, frame)]


@pytest.fixture
def rows(project: Project, reel: ReelRef) -> str:
    """Ten detections on each of frames 0..9, with probabilities 0, 0.1 .. 0.9; returns the pass's id."""
    project.dispatch(SetCuts(reel.id, (5, 50)))
    return record(project, make_pass(project), [found(reel.id, f, i) for f in range(10) for i in range(10)]).id


def test_threshold_then_verdict(project: Project, reel: ReelRef, rows: str) -> None:
    assert sorted(accepted(project, reel, 3)) == [5, 6, 7, 8, 9]
    first, *_ = project.snapshot.shots
    project.dispatch(SetThreshold(rows, (first.id,), "dirt", 0.8))
    assert sorted(accepted(project, reel, 3)) == [8, 9] and sorted(accepted(project, reel, 7)) == [5, 6, 7, 8, 9]
    project.dispatch(SetThreshold(rows, None, "dirt", 0.9))
    assert sorted(accepted(project, reel, 3)) == sorted(accepted(project, reel, 7)) == [9]
    project.dispatch(SetVerdicts((found(reel.id, 3, 1).key,), "accept"))
    project.dispatch(SetVerdicts((found(reel.id, 3, 9).key,), "reject"))
    assert accepted(project, reel, 3) == [1]
    project.dispatch(SetVerdicts((found(reel.id, 3, 1).key, found(reel.id, 3, 9).key), "clear"))
    assert accepted(project, reel, 3) == [9]
    project.undo()
    project.undo()
    assert sorted(accepted(project, reel, 3)) == [1, 9]


def test_an_old_snapshot_answers_as_it_did(project: Project, reel: ReelRef, rows: str) -> None:
    states = [project.snapshot]
    states.append(project.dispatch(SetVerdicts((found(reel.id, 3, 0).key,), "accept")).snapshot)
    states.append(project.dispatch(SetThreshold(rows, None, "dirt", 0.95)).snapshot)
    states.append(project.undo().snapshot)
    states.append(project.undo().snapshot)
    digests = [project.repair_digest(state, reel.id, 3) for state in states]
    assert digests[0] == digests[4] and digests[1] == digests[3]
    assert len(set(digests)) == 3
    assert [len(project.repairs_of(project.snapshot_at(s.seq), reel.id, 3)) for s in states] == [5, 6, 1, 6, 5]


def test_undoing_a_pass_takes_its_detections_and_redo_brings_them_back(
    project: Project, reel: ReelRef, rows: str
) -> None:
    digest = project.repair_digest(project.snapshot, reel.id, 3)
    project.undo()
    assert project.repair_digest(project.snapshot, reel.id, 3) == "" and project.count(project.snapshot) == {}
    project.redo()
    assert project.repair_digest(project.snapshot, reel.id, 3) == digest


def test_a_newer_pass_supersedes_where_it_ran_what_it_ran(project: Project, reel: ReelRef) -> None:
    project.dispatch(SetCuts(reel.id, (50,)))
    old = make_pass(project, "dirt", "scratch")
    record(project, old, [found(reel.id, f, 7, d) for f in (10, 60) for d in ("dirt", "scratch")])
    newer = make_pass(project, "dirt", shots=[project.snapshot.shots[0].id])
    record(project, newer, [found(reel.id, 10, 8)])
    here = project.repairs_of(project.snapshot, reel.id, 10)
    assert [(r.pass_id, r.defect, r.x0) for r in here] == [(old.id, "scratch", 7), (newer.id, "dirt", 8)]
    assert {r.pass_id for r in project.repairs_of(project.snapshot, reel.id, 60)} == {old.id}
    # The pass covers frames, not shots: a cut that moves later changes nothing.
    project.dispatch(MoveCut(project.snapshot.shots[1].id, 5))
    assert [r.x0 for r in project.repairs_of(project.snapshot, reel.id, 10)] == [7, 8]
    project.dispatch(SetPassActive(newer.id, False))
    assert {r.pass_id for r in project.repairs_of(project.snapshot, reel.id, 10)} == {old.id}


def test_a_verdict_survives_a_run_that_finds_the_same_again(project: Project, reel: ReelRef, rows: str) -> None:
    key = found(reel.id, 3, 2).key
    project.dispatch(SetVerdicts((key,), "accept"))
    record(project, make_pass(project), [found(reel.id, 3, 2), found(reel.id, 3, 8)])
    assert sorted(accepted(project, reel, 3)) == [2, 8]


def test_one_key_decides_a_track(project: Project, reel: ReelRef) -> None:
    track = str(uuid4())
    lines = [found(reel.id, f, 9, "scratch", track=track) for f in range(20)]
    record(project, make_pass(project, "scratch"), [*lines, found(reel.id, 5, 8, "scratch")])
    project.dispatch(SetVerdicts(tracks=(track,), verdict="reject"))
    assert project.count(project.snapshot) == {"scratch": Count(accepted=1, rejected=20)}
    project.dispatch(SetVerdicts((lines[5].key,), "accept"))  # the latest word counts
    assert project.count(project.snapshot) == {"scratch": Count(accepted=2, rejected=19)}
    project.dispatch(SetVerdicts(tracks=(track,), verdict="clear"))
    assert project.count(project.snapshot) == {"scratch": Count(accepted=21)}
    assert len(project.select(project.snapshot, f"track={track}")) == 20
    assert len(project.select(project.snapshot, f"track={track[:6]} and frame in 2-4")) == 3


def test_hand_repairs_stay_beside_any_pass(project: Project, reel: ReelRef, rows: str) -> None:
    project.dispatch(AddRepairs((found(reel.id, 3, 40, "tear"), found(reel.id, 3, 41))))
    record(project, make_pass(project), [found(reel.id, 3, 9)])
    here = project.repairs_of(project.snapshot, reel.id, 3)
    assert (here[0].x0, here[0].detector, here[0].probability) == (9, "dirt", 0.9), "what people did lies above"
    assert sorted(r.x0 for r in here if r.detector == "hand") == [40, 41]
    project.dispatch(AddRepairs((found(reel.id, 3, 42),)))  # of the same class, on the same frame
    assert [r.x0 for r in project.repairs_of(project.snapshot, reel.id, 3)][-1] == 42
    project.dispatch(SetVerdicts((found(reel.id, 3, 41).key,), "reject"))
    assert sorted(r.x0 for r in project.repairs_of(project.snapshot, reel.id, 3)) == [9, 40, 42]


def test_order_is_that_of_the_ledger_then_of_ids(project: Project, reel: ReelRef) -> None:
    one = record(project, make_pass(project, "dirt"), [found(reel.id, 3, i) for i in (9, 7, 8)])
    two = record(project, make_pass(project, "hair"), [found(reel.id, 3, i, "hair") for i in (6, 5)])
    here = project.repairs_of(project.snapshot, reel.id, 3)
    assert [r.pass_id for r in here] == [one.id] * 3 + [two.id] * 2
    assert [r.id for r in here[:3]] == sorted(r.id for r in here[:3])


def test_the_digest_depends_on_patches_and_nothing_else(project: Project, reel: ReelRef, rows: str) -> None:
    before = project.repair_digest(project.snapshot, reel.id, 3)
    project.dispatch(SetVerdicts((found(reel.id, 3, 9).key,), "accept"))  # it was accepted already
    assert project.repair_digest(project.snapshot, reel.id, 3) == before
    pack = project.artefacts.put(b"other patches", "patches")
    record(project, make_pass(project), [found(reel.id, 3, i)._replace(pack=pack, length=5) for i in range(10)])
    assert project.repair_digest(project.snapshot, reel.id, 3) != before
    assert project.repairs_of(project.snapshot, reel.id, 3)[0].pack == pack


def test_frames_with_repairs(project: Project, reel: ReelRef, rows: str) -> None:
    assert project.frames(project.snapshot, reel.id) == tuple(range(10))
    assert project.frames(project.snapshot, reel.id, "shot=2 and probability>0.85") == (5, 6, 7, 8, 9)


def test_a_pack_must_be_there_before_the_row_that_names_it(project: Project, reel: ReelRef) -> None:
    job = project.job_begin("pass", "k", {})
    with pytest.raises(ProjectError, match="must be in the artefact store before"):
        job.chunk_done("1", {}, [found(reel.id, 1, pack="ab" * 32)])
    assert job.done_chunks() == {}


# --- the expression ----------------------------------------------------------------------------------------


WHERE = [
    ("", 100),
    ("class=dirt", 100),
    ("class!=dirt", 0),
    ("class=dirt and probability<0.35", 40),
    ("probability >= .5 or frame = 0", 55),
    ("not (probability >= .5 or frame = 0)", 45),
    ("shot in 2-3", 50),
    ("shot in 1,3", 50),
    ("frame not in 0-3, 9", 50),
    ("x=3 and y=2 and width=5 and height=6 and area=20", 10),
    ("x>3 and x<=5", 20),
    ("detector='dirt' and probability<1e-3", 10),
    ("verdict=none", 99),
    ("verdict=rejected", 1),
    ("state=proposed", 50),
    ("state!=accepted", 51),
    ("track=abc", 0),
    ("track!=abc", 100),
    ("class in hair, dirt", 100),
    ("NOT frame=0 AND frame<2", 10),
]


def test_what_expressions_select(project: Project, reel: ReelRef, rows: str) -> None:
    project.dispatch(SetVerdicts((found(reel.id, 0, 9).key,), "reject"))
    assert {where: len(project.select(project.snapshot, where)) for where, _ in WHERE} == dict(WHERE)
    key = found(reel.id, 4, 4).key
    assert project.select(project.snapshot, f"id={key}") == (key,)
    assert key in project.select(project.snapshot, f"id={key[:5].upper()}")
    assert len(project.select(project.snapshot, f"pass={rows}")) == 100
    assert project.count(project.snapshot, "frame=0") == {"dirt": Count(4, 1, 5)}


@pytest.mark.parametrize(
    ("where", "position", "sentence"),
    [
        ("colour=red", 1, "expected a field"),
        ("class dirt", 7, "expected an operator"),
        ("class<dirt", 6, "only be compared by = and !="),
        ("probability<lots", 13, "expected a number"),
        ("frame=1 frame=2", 9, "expected 'and', 'or' or the end"),
        ("(frame=1", 9, r"expected '\)'"),
        ("verdict=maybe", 9, "expected one of accept"),
        ("frame in 7-3", 13, "from low to high"),
        ("class=", 7, "expected a value"),
        ("frame not 3", 11, "expected 'in'"),
        ("frame=1 and", 12, "expected a field"),
        ("frame=1; DROP TABLE detection", 8, "expected 'and'"),
        ("(" * 60 + "frame=1" + ")" * 60, 51, "more than 50"),
    ],
)
def test_a_wrong_expression_is_answered_with_position_and_fields(where: str, position: int, sentence: str) -> None:
    with pytest.raises(UsageError, match=rf"at position {position}: .*{sentence}.*fields: class, probability"):
        parse(where)


def test_values_are_never_sql(project: Project, reel: ReelRef, rows: str) -> None:
    assert project.select(project.snapshot, 'class="x\' OR 1=1 --"') == ()
    assert project.select(project.snapshot, "class='?' or detector=?") == ()


@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from([*FIELDS, "=", "<", "and", "or", "not", "in", "(", ")", "3", "x"]), max_size=12).map(
        " ".join
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        condition = parse(text)
    except UsageError:
        return
    assert condition.sql.count("?") == len(condition.values)


def test_select_says_what_asking_frame_by_frame_says(project: Project, reel: ReelRef) -> None:
    """Two ways to the same answer, over passes on passes, cuts, verdicts and thresholds at random."""
    dice = random.Random(4)
    project.dispatch(SetCuts(reel.id, (20, 40, 60)))
    for _ in range(4):
        shots = dice.sample(project.snapshot.shots, 2)
        rows = [found(reel.id, dice.randrange(s.start, s.end), dice.randrange(10)) for s in shots for _ in range(30)]
        made = record(project, make_pass(project, shots=[s.id for s in shots]), {r.key: r for r in rows}.values())
        project.dispatch(SetThreshold(made.id, (shots[0].id,), "dirt", dice.random()))
        keys = project.select(project.snapshot, f"frame>{dice.randrange(100)}")
        project.dispatch(SetVerdicts(keys[:20], dice.choice(["accept", "reject"])))
    now = project.snapshot
    one_by_one = [r.id for frame in range(100) for r in project.repairs_of(now, reel.id, frame)]
    assert one_by_one and set(one_by_one) == set(project.select(now, "state=accepted"))
    assert len(one_by_one) == project.count(now)["dirt"].accepted


def test_what_two_threads_ask_for_at_once_is_made_once():
    from threading import Barrier, Thread
    from time import sleep

    from app.document.query import _Recent

    recent, together, made, got = _Recent(4), Barrier(4), [], []

    def make():
        made.append(1)
        sleep(0.05)
        return len(made)

    def ask():
        together.wait()
        got.append(recent.get("frame", make))

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (made, got) == ([1], [1, 1, 1, 1])

    def fail():
        raise OSError("no disk")

    with pytest.raises(OSError):
        recent.get("other", fail)
    assert recent.get("other", lambda: 7) == 7  # one failure bars nobody
