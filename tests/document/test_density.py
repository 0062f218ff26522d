"""What lies on each frame of a reel: the same as asking frame by frame."""

from __future__ import annotations

import random
from uuid import uuid4

import numpy as np

from app.document import Project
from app.document.commands import AddReel, AddRepairs, Protect, SetCuts, SetPassActive, SetThreshold, SetVerdicts
from app.document.ids import new_id
from app.document.model import HAND, Protection, ReelRef
from app.document.snapshot import Snapshot
from tests.document.making import found, make_pass, make_reel, record


def one_by_one(project: Project, snapshot: Snapshot, reel: str, frames: int) -> dict[int, tuple[int, int, int]]:
    """The same answer, frame by frame, from the question the viewer asks."""
    answer = {}
    for frame in range(frames):
        repairs = project.detections_of(snapshot, reel, frame)
        accepted = [repair for repair in repairs if repair.accepted]
        proposed = [repair for repair in repairs if not repair.accepted and not repair.verdict]
        if repairs:
            answer[frame] = (len(accepted), sum(repair.area for repair in accepted), len(proposed))
    return answer


def answered(project: Project, snapshot: Snapshot, reel: str) -> dict[int, tuple[int, int, int]]:
    found = project.density(snapshot, reel)
    assert np.all(np.diff(found.frames) > 0)
    columns = (found.accepted.tolist(), found.area.tolist(), found.proposed.tolist())
    return dict(zip(found.frames.tolist(), zip(*columns, strict=True), strict=True))


def test_nothing_found_is_an_empty_answer(project: Project, reel: ReelRef) -> None:
    assert answered(project, project.snapshot, reel.id) == {}


def test_density_agrees_with_each_frame_after_every_kind_of_edit(project: Project, reel: ReelRef) -> None:
    other = make_reel("scan/other.%06d.dpx")
    project.dispatch(AddReel(other))
    project.dispatch(SetCuts(reel.id, (30, 60)))
    chance = random.Random(7)
    track = str(uuid4())
    rows = [found(reel.id, chance.randrange(100), index) for index in range(300)]
    lines = [found(reel.id, frame, 9, "scratch", track=track) for frame in range(20, 40)]
    made = record(project, make_pass(project, "dirt", "scratch"), [*rows, *lines, found(other.id, 5, 8)])
    keys = [row.key for row in chance.sample(rows, 60)]
    project.dispatch(SetThreshold(made.id, (project.snapshot.shots[1].id,), "dirt", 0.75))
    project.dispatch(SetVerdicts(tuple(keys[:40]), "accept"))
    project.dispatch(SetVerdicts(tuple(keys[20:]), "reject"))
    project.dispatch(SetVerdicts(tracks=(track,), verdict="reject"))
    project.dispatch(SetVerdicts((lines[3].key,), "accept"))
    project.dispatch(SetVerdicts(tuple(keys[:5]), "clear"))
    project.undo()
    second = make_pass(project, "dirt", shots=[project.snapshot.shots[0].id])
    record(project, second, [found(reel.id, frame, 8) for frame in range(5)])
    project.dispatch(SetPassActive(second.id, False)).wait()
    for seq in range(project.snapshot.seq + 1):
        state = project.snapshot_at(seq)
        if reel.id in state.reels:
            assert answered(project, state, reel.id) == one_by_one(project, state, reel.id, 100), seq
    state = project.snapshot
    assert answered(project, state, other.id) == {5: (1, 20, 0)}
    assert sum(accepted for accepted, _, _ in answered(project, state, reel.id).values()) > 50


def test_frames_without_an_accepted_repair_are_listed_with_zeros(project: Project, reel: ReelRef) -> None:
    record(project, make_pass(project), [found(reel.id, 3, 9)])
    project.dispatch(SetVerdicts((found(reel.id, 3, 9).key,), "reject"))
    assert answered(project, project.snapshot, reel.id) == {3: (0, 0, 0)}


def test_what_has_changed_is_counted_again_and_nothing_else(project: Project, reel: ReelRef, monkeypatch) -> None:
    """States asked for in any order, back and forth, give what counting everything gives."""
    project.dispatch(SetCuts(reel.id, (30, 60)))
    chance = random.Random(11)
    track = str(uuid4())
    rows = [found(reel.id, chance.randrange(100), index) for index in range(300)]
    lines = [found(reel.id, frame, 9, "scratch", track=track) for frame in range(20, 30)]
    made = record(project, make_pass(project, "dirt", "scratch"), [*rows, *lines])
    for number in range(6):
        row = chance.choice(rows)
        project.dispatch(SetVerdicts((row.key,), chance.choice(("accept", "reject", "clear"))))
        if number == 2:
            project.undo()
            project.redo()
            project.undo()
        if number == 3:
            project.dispatch(SetVerdicts(tracks=(track,), verdict="reject"))
        if number == 4:
            project.dispatch(AddRepairs((found(reel.id, 70, 1, detector=HAND, probability=1.0),)))
            project.dispatch(SetCuts(reel.id, (40, 60)))
        if number == 5:
            project.dispatch(SetThreshold(made.id, (project.snapshot.shots[2].id,), "dirt", 0.75))
            project.dispatch(Protect((Protection(new_id(), reel.id, 10, 14, (0, 0, 64, 48)),)))
    counted: list[int] = []
    whole = project._query._densities._count

    def count(snapshot, within):
        counted.append(sum(end - start for _, start, end in within))
        return whole(snapshot, within)

    monkeypatch.setattr(project._query._densities, "_count", count)
    states = [project.snapshot_at(seq) for seq in range(3, project.snapshot.seq + 1)]
    states = [state for state in states if state.reels]
    expected = [one_by_one(project, state, reel.id, 100) for state in states]
    order = [chance.randrange(len(states)) for _ in range(40)]
    for place in order:
        assert answered(project, states[place], reel.id) == expected[place], place
        total = sum(accepted for accepted, _, _ in expected[place].values())
        assert project.accepted(states[place]) == total
    assert len(counted) < 40 and sorted(counted)[0] < 5, "most often a few frames, or none"


def test_a_verdict_costs_its_frame_alone(project: Project, reel: ReelRef, monkeypatch) -> None:
    rows = [found(reel.id, frame, index) for frame in range(100) for index in range(3)]
    record(project, make_pass(project), rows)
    project.density(project.snapshot, reel.id)
    counted = []
    whole = project._query._densities._count
    monkeypatch.setattr(
        project._query._densities,
        "_count",
        lambda snapshot, within: counted.append(within) or whole(snapshot, within),
    )
    project.dispatch(SetVerdicts((rows[30].key,), "reject"))
    project.density(project.snapshot, reel.id)
    project.density(project.snapshot, reel.id)
    project.undo()
    project.density(project.snapshot, reel.id)
    assert counted == [((reel.id, 10, 11),)] * 2
