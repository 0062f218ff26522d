"""What both did: named with its place and people, decided by a rule or left open and settled later."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from app.document import Project
from app.document.commands import (
    ReviseRepairs,
    SetCuts,
    SetParameter,
    SetReelEncoding,
    SetStack,
    SettleConflicts,
    SetVerdicts,
)
from app.document.merging import merge
from app.document.merging.planning import Prefer
from app.document.model import HAND, Conflict, StackEntry
from app.errors import UsageError
from tests.document.making import found, make_pass, record
from tests.document.merging.copies import begun, copied, mended, paint, painted

Work = Callable[[Project, random.Random], object]


def joined(
    folder: Path, ann: Work, ben: Work, prefer: Prefer = ""
) -> tuple[Project, tuple[Conflict, ...], list[object]]:
    """Copies in which each did one thing, merged; the first is open for writing."""
    start = begun(folder, random.Random(1))
    paths = [copied(start, folder / who) for who in ("ann", "ben")]
    did = []
    for path, who, work in zip(paths, ("Ann", "Ben"), (ann, ben), strict=True):
        with Project.open(path, who) as project:
            did.append(work(project, random.Random(who)))
    project = Project.open(paths[0], "Cid")
    with Project.open(paths[1], "Cid", write=False) as other:
        return project, merge(project, other, prefer).conflicts, did


def spot(x: int) -> Work:
    return lambda project, dice: paint(project, dice, frame=20, at=(x, 5))


def verdict(word: str) -> Work:
    def give(project: Project, dice: random.Random) -> object:
        ids = project.select(project.snapshot, "detector=dirt and verdict=none")[:3]
        return project.dispatch(SetVerdicts(ids, word))  # type: ignore[arg-type]

    return give


def test_masks_that_share_pixels_are_a_conflict_and_either_can_be_had(tmp_path: Path) -> None:
    project, (conflict,), keys = joined(tmp_path, spot(10), spot(14))
    with project:
        reel = min(project.snapshot.reels)
        assert (conflict.kind, conflict.start, conflict.end, conflict.box) == ("pixels", 20, 21, (10, 5, 26, 14))
        assert (conflict.a.who, conflict.b.who, conflict.chosen) == ("Ann", "Ben", "b"), "Ben's is the newer"
        assert conflict.a.what == "Added 1 repair by hand." and conflict.a.when < conflict.b.when
        there = mended(project)[reel, 20]
        assert keys[1] in there and keys[0] not in there
        project.dispatch(SettleConflicts((conflict.id,), "a"))
        there = mended(project)[reel, 20]
        assert keys[0] in there and keys[1] not in there and not project.snapshot.conflicts
        project.undo()
        assert keys[1] in mended(project)[reel, 20] and len(project.snapshot.conflicts) == 1
        project.dispatch(SettleConflicts((conflict.id,), "b"))
        assert keys[1] in mended(project)[reel, 20] and not project.snapshot.conflicts
        with pytest.raises(UsageError, match="no open conflict"):
            project.dispatch(SettleConflicts((conflict.id,), "b"))


def test_masks_beside_each_other_are_none(tmp_path: Path) -> None:
    project, conflicts, keys = joined(tmp_path, spot(10), spot(22))
    with project:
        assert conflicts == () and set(map(str, keys)) <= set(mended(project)[min(project.snapshot.reels), 20])


@pytest.mark.parametrize("prefer", ["a", "b", "newer"])
def test_a_rule_decides_at_once(tmp_path: Path, prefer: Prefer) -> None:
    project, conflicts, keys = joined(tmp_path, spot(10), spot(14), prefer)
    with project:
        assert len(conflicts) == 1 and not project.snapshot.conflicts
        there = mended(project)[min(project.snapshot.reels), 20]
        assert [key in there for key in keys] == [prefer == "a", prefer != "a"]


def test_a_mask_made_anew_by_both_is_one_conflict(tmp_path: Path) -> None:
    """Both put another mask in the place of one repair: the old one is gone, one of the new ones is in force."""
    shared: list[str] = []

    def anew(x: int) -> Work:
        def work(project: Project, dice: random.Random) -> object:
            there = [r for repairs in mended(project).values() for r in repairs.values() if r.detector == HAND]
            repair = min(there, key=lambda r: r.pass_id)
            old, frame = repair.pass_id, repair.frame
            shared.append(repair.id)
            row = painted(project, dice, frame=frame, at=(repair.x0 + x, repair.y0))
            project.dispatch(ReviseRepairs((row,), retire=(old,)))
            return frame, row.key

        return work

    project, (conflict,), did = joined(tmp_path, anew(0), anew(3), "a")
    with project:
        (frame, first), (_, second) = did  # type: ignore[misc]
        there = mended(project)[min(project.snapshot.reels), frame]
        assert first in there and second not in there and shared[0] not in there and conflict.kind == "pixels"


@pytest.mark.parametrize("prefer", ["a", "b"])
def test_two_verdicts_on_one_spot(tmp_path: Path, prefer: Prefer) -> None:
    project, conflicts, _ = joined(tmp_path, verdict("accept"), verdict("reject"), prefer)
    with project:
        assert {item.kind for item in conflicts} == {"verdict"} and len(conflicts) == 3
        for item in conflicts:
            (key,) = item.a.verdicts
            (repair,) = (r for r in project.detections_of(project.snapshot, item.reel, item.start) if r.id == key)
            assert repair.accepted == (prefer == "a") and item.box == (repair.x0, repair.y0, repair.x1, repair.y1)


def test_the_same_verdict_is_none(tmp_path: Path) -> None:
    project, conflicts, _ = joined(tmp_path, verdict("reject"), verdict("reject"))
    with project:
        assert conflicts == ()


def test_parameters_join_one_by_one(tmp_path: Path) -> None:
    def set(name: str, value: object, *places: int) -> Work:
        def work(project: Project, dice: random.Random) -> object:
            shots = tuple(project.snapshot.shots[place].id for place in places)
            return project.dispatch(SetParameter(shots, "clean", 0, name, value))

        return work

    project, conflicts, _ = joined(tmp_path, set("strength", 0.9, 0, 1), set("sizes", (5, 7), 1, 2))
    with project:
        stacks = [project.snapshot.stack(shot.id, "clean")[0].params for shot in project.snapshot.shots]
        assert conflicts == () and [stack["strength"] for stack in stacks] == [0.9, 0.9, 0.5, 0.5]
        assert [list(stack["sizes"]) for stack in stacks] == [[1, 3], [5, 7], [5, 7], [1, 3]]


def test_one_parameter_set_by_both_is_a_conflict(tmp_path: Path) -> None:
    def strength(value: float) -> Work:
        return lambda project, dice: project.dispatch(
            SetParameter((project.snapshot.shots[2].id,), "clean", 0, "strength", value)
        )

    project, (conflict,), _ = joined(tmp_path, strength(0.1), strength(0.2))
    with project:
        shot = project.snapshot.shots[2]
        assert (conflict.kind, conflict.start, conflict.end) == ("stack", shot.start, shot.end)
        assert "(denoise.strength)" in conflict.a.what
        assert project.snapshot.stack(shot.id, "clean")[0].params["strength"] == 0.2
        project.dispatch(SettleConflicts((conflict.id,), "a"))
        assert project.snapshot.stack(shot.id, "clean")[0].params["strength"] == 0.1


def test_two_operators_added_to_one_stack_are_both_there(tmp_path: Path) -> None:
    def add(operator: str) -> Work:
        def work(project: Project, dice: random.Random) -> object:
            shot = project.snapshot.shots[0].id
            return project.dispatch(
                SetStack((shot,), "clean", (*project.snapshot.stack(shot, "clean"), StackEntry(operator, 1)))
            )

        return work

    project, conflicts, _ = joined(tmp_path, add("stabilise"), add("deflicker"))
    with project:
        there = [entry.operator for entry in project.snapshot.stack(project.snapshot.shots[0].id, "clean")]
        assert conflicts == () and there == ["denoise", "deflicker", "stabilise"]


def test_cuts_of_both_are_there_and_parameters_follow_the_frames(tmp_path: Path) -> None:
    def cut(project: Project, dice: random.Random) -> object:
        return project.dispatch(SetCuts(min(project.snapshot.reels), (10, 15, 30, 45)))

    def cut_and_set(project: Project, dice: random.Random) -> object:
        project.dispatch(SetParameter((project.snapshot.shots[0].id,), "clean", 0, "strength", 0.8))
        return project.dispatch(SetCuts(min(project.snapshot.reels), (5, 15, 30, 45, 50)))

    project, conflicts, _ = joined(tmp_path, cut, cut_and_set)
    with project:
        shots = project.snapshot.shots
        assert conflicts == () and [shot.start for shot in shots] == [0, 5, 10, 15, 30, 45, 50]
        strengths = [project.snapshot.stack(shot.id, "clean")[0].params["strength"] for shot in shots]
        assert strengths == [0.8, 0.8, 0.8, 0.5, 0.5, 0.5, 0.5], "frames 10-14 were in the shot that was set"


def test_passes_over_the_same_frames(tmp_path: Path) -> None:
    def run(*places: int) -> Work:
        def work(project: Project, dice: random.Random) -> object:
            shots = [project.snapshot.shots[place] for place in places]
            rows = [found(shot.reel, shot.start + 1, 9, key=dice.randbytes(16).hex()) for shot in shots]
            return record(project, make_pass(project, shots=[shot.id for shot in shots]), rows).id

        return work

    project, (conflict,), (ann, ben) = joined(tmp_path, run(0, 1), run(1, 2))
    with project:
        assert (conflict.kind, conflict.start, conflict.end) == ("pass", 15, 30)
        reel = min(project.snapshot.reels)

        def speaking(frame: int) -> set[str]:
            return {r.pass_id for r in project.repairs_of(project.snapshot, reel, frame) if r.detector == "dirt"}

        assert (speaking(1), speaking(16), speaking(31)) == ({ann}, {ben}, {ben})
        project.dispatch(SettleConflicts((conflict.id,), "a"))
        assert (speaking(1), speaking(16), speaking(31)) == ({ann}, {ann}, {ben})


def test_a_slot_that_is_decided_as_a_whole(tmp_path: Path) -> None:
    def encoding(name: str) -> Work:
        return lambda project, dice: project.dispatch(SetReelEncoding(min(project.snapshot.reels), name))

    project, (conflict,), _ = joined(tmp_path, encoding("rec709"), encoding("linear"), "a")
    with project:
        assert conflict.kind == "reel" and "(encoding)" in conflict.b.what
        assert [reel.encoding for reel in project.snapshot.reels.values()] == ["rec709"]
