"""What each command does to the snapshot, and what it refuses."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.document import Project
from app.document.commands import (
    AddModel,
    AddReel,
    AddRepairs,
    ApproveVersion,
    Command,
    LiftProtection,
    MergeShots,
    MoveCut,
    NameVersion,
    Protect,
    RecordPass,
    RelinkReel,
    RetireModel,
    SetCuts,
    SetParameter,
    SetProgramme,
    SetReelEncoding,
    SetReelPolicy,
    SetStack,
    SetThreshold,
    SetVerdicts,
    SplitShot,
)
from app.document.model import Programme, ProgrammeItem, Protection, ReelRef, StackEntry, Transition
from app.errors import UsageError
from tests.document.making import found, make_pass, make_reel, record


def spans(project: Project) -> list[tuple[int, int]]:
    return [(shot.start, shot.end) for shot in project.snapshot.shots]


def test_a_reel_comes_as_one_shot_at_the_end_of_the_programme(project: Project, reel: ReelRef) -> None:
    change = project.dispatch(AddReel(make_reel("b.mov", 10)))
    assert change.summary == "Added reel b.mov (10 frames)."
    assert spans(project) == [(0, 100), (0, 10)]
    assert [item.end for item in project.snapshot.programme.items] == [100, 10]


def test_reel_properties(project: Project, reel: ReelRef) -> None:
    project.dispatch(SetReelEncoding(reel.id, "rec709"))
    project.dispatch(SetReelPolicy(reel.id, "black"))
    project.dispatch(RelinkReel(reel.id, "moved/%06d.dpx", "print-2"))
    now = project.snapshot.reel(reel.id)
    assert (now.encoding, now.policy, now.path, now.fingerprint) == ("rec709", "black", "moved/%06d.dpx", "print-2")


def test_cuts_keep_shots_that_begin_where_they_began(project: Project, reel: ReelRef) -> None:
    project.dispatch(SetCuts(reel.id, (30, 60)))
    first, second, third = project.snapshot.shots
    project.dispatch(SetStack((second.id,), "clean", (StackEntry("denoise", 1, {"strength": 1.0}),)))
    project.dispatch(SetCuts(reel.id, (30, 45, 70), (Transition(reel.id, 40, 50),)))
    shots = project.snapshot.shots
    assert spans(project) == [(0, 30), (30, 45), (45, 70), (70, 100)]
    assert [shot.id for shot in shots[:2]] == [first.id, second.id]
    assert third.id not in {shot.id for shot in shots}
    # 45 lay in the second shot and takes its parameters; 70 lay in the third, which had none.
    assert project.snapshot.stack(shots[2].id, "clean")[0].operator == "denoise"
    assert project.snapshot.stack(shots[3].id, "clean") == ()
    assert project.snapshot.transitions == (Transition(reel.id, 40, 50),)
    project.dispatch(SetCuts(reel.id, (30,)))
    assert set(project.snapshot.stacks) == {(second.id, "clean")} and not project.snapshot.transitions


def test_split_copies_merge_drops_move_nudges(project: Project, reel: ReelRef) -> None:
    (shot,) = project.snapshot.shots
    made = record(project, make_pass(project), [found(reel.id, 1)])
    project.dispatch(SetThreshold(made.id, (shot.id,), "dirt", 0.7))
    project.dispatch(SplitShot(shot.id, 40))
    second = project.snapshot.shots[1]
    assert project.snapshot.thresholds[made.id, second.id, "dirt"] == 0.7
    project.dispatch(MoveCut(second.id, 10))
    assert spans(project) == [(0, 10), (10, 100)]
    assert project.snapshot.shot_number(second.id) == 2
    assert project.dispatch(MergeShots((second.id, shot.id))).summary == "Merged shots 2, 1."
    assert project.snapshot.shots[0].id == shot.id
    assert set(project.snapshot.thresholds) == {(made.id, shot.id, "dirt")}


def test_shots_follow_the_programme(project: Project, reel: ReelRef) -> None:
    other = make_reel("b.mov", 10)
    project.dispatch(AddReel(other))
    project.dispatch(SetCuts(reel.id, (50,)))
    items = (ProgrammeItem(other.id, 2, 8), ProgrammeItem(reel.id, 60, 90))
    project.dispatch(SetProgramme(Programme(items, Fraction(18))))
    assert [(s.reel == other.id, s.start) for s in project.snapshot.shots] == [(True, 0), (False, 50), (False, 0)]


def test_parameters(project: Project, reel: ReelRef) -> None:
    shot = project.snapshot.shots[0].id
    project.dispatch(SetStack((shot,), "grade", (StackEntry("cdl", 1, {"slope": 1.0}),)))
    change = project.dispatch(SetParameter((shot,), "grade", 0, "slope", 1.5))
    assert change.summary == "Set cdl slope to 1.5 in shot 1."
    assert change.slots == {("stack", shot, "grade")} and not change.repairs
    assert dict(project.snapshot.stack(shot, "grade")[0].params) == {"slope": 1.5}


def test_a_threshold_for_all_shots_clears_their_own(project: Project, reel: ReelRef) -> None:
    made = record(project, make_pass(project), [found(reel.id, 1)])
    shot = project.snapshot.shots[0].id
    project.dispatch(SetThreshold(made.id, (shot,), "dirt", 0.7))
    project.dispatch(SetThreshold(made.id, None, "dirt", 0.2))
    assert dict(project.snapshot.thresholds) == {(made.id, None, "dirt"): 0.2}


def test_versions_point_into_the_ledger(project: Project, reel: ReelRef) -> None:
    project.dispatch(NameVersion("first cut"))
    (version,) = project.snapshot.versions.values()
    project.dispatch(SetCuts(reel.id, (50,)))
    change = project.dispatch(ApproveVersion(version.id, "Ben"))
    assert change.summary == "Ben approved the version 'first cut'."
    assert project.snapshot.versions[version.id].approved_by == "Ben"
    assert len(project.snapshot_at(version).shots) == 1 and len(project.snapshot.shots) == 2


def refused(project: Project, reel: ReelRef) -> list[tuple[Command, str]]:
    shot = project.snapshot.shots[0].id
    made = make_pass(project)
    return [
        (AddReel(reel), "in the project already"),
        (AddReel(make_reel(frames=0)), "no frames"),
        (SetReelEncoding(reel.id, ""), "name the encoding"),
        (Protect(()), "nothing to protect"),
        (Protect((Protection("a", reel.id, 90, 101),)), "frames 90 to 100 do not lie"),
        (Protect((Protection("a", reel.id, 0, 9, (0, 0, 65, 9)),)), "does not lie in a picture of 64 x 48"),
        (Protect((Protection("a", reel.id, 0, 9), Protection("b", reel.id, 0, 9))), "frames 0-8 of .* is protected"),
        (LiftProtection(()), "no protection to lift"),
        (LiftProtection(("nobody",)), "no protection 'nobody'"),
        (SetReelPolicy("nobody", "hold"), "no reel 'nobody'"),
        (SetReelPolicy(reel.id, "blue"), "hold, black or stop"),  # type: ignore[arg-type]
        (SetCuts(reel.id, (100,)), "between frames 1 and 99; there is one at 100"),
        (SetCuts(reel.id, (-4,)), "there is one at -4"),
        (SetCuts(reel.id, (), (Transition(reel.id, 90, 101),)), "90-101 does not lie"),
        (SplitShot(shot, 0), "can be split at frames 1 to 99, not at 0"),
        (MergeShots((shot,)), "at least two"),
        (MoveCut(shot, 5), "begins its reel"),
        (SetProgramme(Programme((ProgrammeItem(reel.id, 0, 101),))), "which has 100"),
        (SetStack((shot,), "varnish", ()), "no stage 'varnish'; there are: repair"),
        (SetStack((), "clean", ()), "at least one shot"),
        (SetParameter((shot,), "clean", 0, "a", 1), "there is none at place 0"),
        (SetStack((shot,), "clean", (StackEntry("x", 1, {"a": float("nan")}),)), "none \\(nan\\)"),
        (SetThreshold("nobody", None, "dirt", 0.5), "no pass 'nobody'"),
        (RecordPass(make_pass(project, shots=())), "at least one shot"),
        (RecordPass(made, "nobody"), "no job nobody"),
        (SetVerdicts((), "accept"), "matches no repair"),
        (SetVerdicts(("xyz",), "accept"), "'xyz' is no id of a repair"),
        (SetVerdicts((), "accept", ("xyz",)), "'xyz' is no id of a track"),
        (SetVerdicts(("ab" * 16,), "perhaps"), "not 'perhaps'"),  # type: ignore[arg-type]
        (AddRepairs(()), "no repair"),
        (AddRepairs((found(reel.id, 100),)), "no frame 100"),
        (AddRepairs((found(reel.id, 1)._replace(x1=0),)), "empty box"),
        (NameVersion(" "), "needs a name"),
        (ApproveVersion("nobody", "Ben"), "no version 'nobody'"),
        (AddModel("dirt", "0" * 63, "1" * 64, 3), "names no weights"),
        (AddModel(" ", "0" * 64, "1" * 64, 3), "needs a task"),
        (RetireModel("dirt"), "no dirt model of its own"),
    ]


def test_what_does_not_fit_is_refused_with_a_sentence_and_changes_nothing(project: Project, reel: ReelRef) -> None:
    before = project.snapshot
    for command, sentence in refused(project, reel):
        with pytest.raises(UsageError, match=sentence):
            project.dispatch(command)
        assert project.snapshot is before, command
    assert [entry.seq for entry in project.entries()] == [1]


def test_a_pass_is_recorded_once_and_finds_only_what_its_steps_find(project: Project, reel: ReelRef) -> None:
    made = record(project, make_pass(project), [found(reel.id, 1)])
    with pytest.raises(UsageError, match="recorded already"):
        project.dispatch(RecordPass(made))
    job = project.job_begin("pass", "k", {})
    job.chunk_done("1", {}, [found(reel.id, 1, defect="hair")])
    with pytest.raises(UsageError, match="the job found hair by 'hair', which is no step"):
        project.dispatch(RecordPass(make_pass(project), job.id))
    project.dispatch(RecordPass(make_pass(project, "dirt", "hair"), job.id)).wait()
    with pytest.raises(UsageError, match="recorded already, by ledger row"):
        project.dispatch(RecordPass(make_pass(project, "hair"), job.id))
    with pytest.raises(UsageError, match="finds no 'tear'; it finds: dirt"):
        project.dispatch(SetThreshold(made.id, None, "tear", 0.5))
    with pytest.raises(UsageError, match="between 0 and 1"):
        project.dispatch(SetThreshold(made.id, None, "dirt", 1.5))


def test_an_adapted_model_is_one_row_that_undo_takes_back(project: Project) -> None:
    project.dispatch(AddModel("dirt", "a" * 64, "0" * 64, 10, {"F1 before": 0.5, "F1 after": 0.75}))
    change = project.dispatch(AddModel("dirt", "b" * 64, "a" * 64, 12))
    assert change.summary == "Adapted the dirt detector to 12 corrected frames of this film."
    with pytest.raises(UsageError, match="uses these dirt weights already"):
        project.dispatch(AddModel("dirt", "b" * 64, "a" * 64, 12))
    project.dispatch(RetireModel("dirt"))
    assert not project.snapshot.models
    project.undo()
    project.undo()
    kept = project.snapshot.models["dirt"]
    assert (kept.weights, kept.frames, dict(kept.figures)) == ("a" * 64, 10, {"F1 before": 0.5, "F1 after": 0.75})
