"""Lists of detections: what is in them, in which order, what they say, and what is like one."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest

from app.document import Project
from app.document import candidates as c
from app.document.candidates import Alike, Listing, Wanted
from app.document.commands import SetCuts, SetThreshold, SetVerdicts
from app.document.looked import looked_through
from app.document.model import ReelRef
from app.document.risks import RISKS
from app.errors import UsageError
from tests.document.making import found, make_pass, record

TRACK = "0189aaaa-0000-7000-8000-00000000abcd"


@pytest.fixture
def passed(project: Project, reel: ReelRef) -> str:
    """Ten detections on each of frames 0..9, probabilities 0 to 0.9; every third on fast motion; returns the pass."""
    project.dispatch(SetCuts(reel.id, (5, 50)))
    rows = [
        found(reel.id, f, i, risk=RISKS["motion"] if i % 3 == 0 else 0, track=TRACK if i == 9 else "")
        for f in range(10)
        for i in range(10)
    ]
    return record(project, make_pass(project), rows).id


def listing(project: Project, where: str = "", order: str = "time", within=None, backwards: bool = False) -> Listing:
    wanted, snapshot = Wanted(where, order, within, backwards), project.snapshot
    return project.ask(snapshot, lambda sql, live: c.listed(sql, live, snapshot.seq, wanted), within)


def read(project: Project, made: Listing) -> list:
    return [row.repair for row in project.rows(project.snapshot, made.candidates.numbers.tolist())]


def test_a_list_has_what_the_expression_selects(project: Project, reel: ReelRef, passed: str) -> None:
    project.dispatch(SetVerdicts((found(reel.id, 3, 2).key,), "accept")).wait()
    for where in ("", "state=accepted", "risky and verdict=none", "class=dirt and probability<0.4"):
        made = listing(project, where)
        assert sorted(made.candidates.ids(range(len(made.candidates)))) == sorted(
            project.select(project.snapshot, where)
        )
    with pytest.raises(UsageError):
        listing(project, "clas=dirt")


@pytest.mark.parametrize("order", list(c.ORDERS))
def test_orders(project: Project, passed: str, order: str) -> None:
    repairs = read(project, listing(project, order=order))
    turned = read(project, listing(project, order=order, backwards=True))
    assert [repair.id for repair in turned] == [repair.id for repair in reversed(repairs)]
    values = {
        "risk": [(-bool(r.risk & RISKS["margin"]), -bool(r.risk & RISKS["motion"])) for r in repairs],
        "time": [(r.frame, r.y0, r.x0) for r in repairs],
        "class": [r.defect for r in repairs],
        "size": [-r.area for r in repairs],
        "probability": [r.probability for r in repairs],
        "made": [-one for one in listing(project, order="made").candidates.numbers.tolist()],
    }[order]
    assert values == sorted(values)


def test_a_list_of_some_frames_is_that_part_of_the_whole(project: Project, reel: ReelRef, passed: str) -> None:
    whole = {r.id: r for r in read(project, listing(project))}
    for within in (((reel.id, 2, 4),), ((reel.id, 0, 1), (reel.id, 7, 100))):
        part = {r.id for r in read(project, listing(project, within=within))}
        inside = {id for id, r in whole.items() if any(a <= r.frame < b for _, a, b in within)}
        assert part == inside
    assert len(listing(project, within=()).candidates) == 0


def test_rows_are_found_by_key_and_by_track(project: Project, reel: ReelRef, passed: str) -> None:
    made = listing(project, "frame in 2-4")
    ids = made.candidates.ids(range(len(made.candidates)))
    some = random.Random(1).sample(range(len(ids)), 7)
    assert made.rows_of(bytes.fromhex(ids[place]) for place in some).tolist() == sorted(some)
    track = made.rows_of([bytes.fromhex(TRACK.replace("-", ""))])
    assert [r.x0 for r in np.array(read(project, made), object)[track]] == [9, 9, 9]
    assert made.rows_of([b"\1" * 16]).tolist() == []
    assert made.frame_count == 3 and np.bincount(made.frame_of).tolist() == [10, 10, 10]


def test_states_and_rows_say_what_is_in_force(project: Project, reel: ReelRef, passed: str) -> None:
    project.dispatch(SetThreshold(passed, None, "dirt", 0.7))
    project.dispatch(SetVerdicts((), "reject", (TRACK,)))
    project.dispatch(SetVerdicts((found(reel.id, 1, 3).key,), "accept"))
    project.dispatch(SetVerdicts((found(reel.id, 1, 8).key,), "reject"))
    project.dispatch(SetVerdicts((found(reel.id, 1, 8).key,), "clear")).wait()
    made = listing(project, within=((reel.id, 1, 2),))
    rows = project.rows(project.snapshot, made.candidates.numbers.tolist())
    assert made.candidates.states.tolist() == [0, 0, 0, c.JUDGED_ACCEPT, 0, 0, 0, 1, 1, c.JUDGED_REJECT]
    assert [c.state_of(row.repair) for row in rows] == made.candidates.states.tolist()
    assert [row.judged.author if row.judged else "" for row in rows] == ["", "", "", "Ann", "", "", "", "", "", "Ann"]
    assert {row.made.author for row in rows} == {"Ann"} and all(row.made.time for row in rows)
    frame = {repair.id: repair for repair in project.detections_of(project.snapshot, reel.id, 1)}
    assert all(frame[row.repair.id] == row.repair for row in rows)


def test_an_old_snapshot_is_listed_as_it_was(project: Project, reel: ReelRef, passed: str) -> None:
    before = project.snapshot
    project.dispatch(SetVerdicts((found(reel.id, 1, 9).key,), "reject")).wait()
    for within in (None, ((reel.id, 1, 2),)):
        made = project.ask(before, lambda sql, live: c.listed(sql, live, before.seq, Wanted("verdict!=none")), within)
        assert len(made.candidates) == 0


def test_what_a_row_decided_is_told_by_its_id(project: Project, reel: ReelRef, passed: str) -> None:
    keys = [found(reel.id, 1, 3).key, found(reel.id, 2, 3).key]
    change = project.dispatch(SetVerdicts(tuple(keys), "reject"))
    change.wait()
    project.undo().wait()
    assert sorted(project.read(lambda sql: c.judged_by(sql, change.id))) == sorted(map(bytes.fromhex, keys))


def test_alike_is_same_class_size_score_and_place_in_the_shot(project: Project, reel: ReelRef) -> None:
    project.dispatch(SetCuts(reel.id, (5,)))
    one = found(reel.id, 0, 30, probability=0.6)
    there = [one, found(reel.id, 3, 31, probability=0.65)]
    others = [
        found(reel.id, 6, 30, probability=0.6),  # another shot
        found(reel.id, 1, 30, probability=0.9),  # another score
        found(reel.id, 2, 30, probability=0.6)._replace(area=200),  # another size
        found(reel.id, 2, 33, "scratch", probability=0.6),  # another class
    ]
    elsewhere = found(reel.id, 4, 1, probability=0.6)
    record(project, make_pass(project, "dirt", "scratch"), [*there, *others, elsewhere])
    snapshot = project.snapshot
    (repair,) = (r for r in project.detections_of(snapshot, reel.id, 0) if r.id == one.key)

    def ids(here: bool) -> set[str]:
        where = Alike(repair, 64, here).where
        shot = ((reel.id, 0, 5),)
        return set(project.ask(snapshot, lambda sql, live: c.ids_of(sql, live, snapshot.seq, where), shot))

    assert ids(True) == {d.key for d in there}
    assert ids(False) == {d.key for d in (*there, elsewhere)}


def test_the_nearest_in_reading_order_both_ways(project: Project, reel: ReelRef, passed: str) -> None:
    snapshot = project.snapshot
    order = read(project, listing(project, "state=accepted"))

    def nearest(spot, backwards: bool):
        return project.ask(
            snapshot, lambda sql, live: c.nearest(sql, live, snapshot.seq, "state=accepted", spot, backwards)
        )

    for place in (0, 4, 17, len(order) - 1):
        one = order[place]
        spot = (one.frame, one.y0, one.x0, one.id)
        after, before = nearest(spot, False), nearest(spot, True)
        assert (after.id if after else None) == (order[place + 1].id if place + 1 < len(order) else None)
        assert (before.id if before else None) == (order[place - 1].id if place else None)


def test_windows_tile_the_frames_from_the_near_side() -> None:
    for backwards in (False, True):
        pieces = list(c.windows(3, 1000, backwards))
        ordered = pieces[::-1] if backwards else pieces
        assert ordered[0][0] == 3 and ordered[-1][1] == 1000
        assert all(one[1] == other[0] for one, other in pairwise(ordered))


def test_a_verdict_in_passing_does_not_make_its_frame_looked_through(
    project: Project, reel: ReelRef, passed: str
) -> None:
    project.dispatch(SetVerdicts((found(reel.id, 1, 3).key,), "accept", in_passing=True))
    project.dispatch(SetVerdicts((found(reel.id, 2, 3).key,), "accept")).wait()
    assert looked_through(project, project.snapshot) == ((reel.id, 2),)
