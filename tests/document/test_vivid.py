"""HDR Vivid per shot: set, shared, kept through cuts, refused where it cannot be."""

from __future__ import annotations

import pytest

from app.document import Project
from app.document.check import check
from app.document.commands import (
    Command,
    LinkVivid,
    MergeShots,
    RecordLight,
    SetCuts,
    SetVivid,
    ShotGrade,
    ShotLightOf,
    SplitShot,
    UnlinkVivid,
)
from app.document.commands.vivid import linked
from app.document.gc import collect
from app.document.model import ReelRef, VividGrade, VividShot
from app.errors import UsageError
from tests.document.making import no_media

BRIGHT = VividGrade(4000.0, 800.0, controls={"hdr": {"mid_light": 0.25}}, saturation={"whole_sat": -0.5})


@pytest.fixture
def shots(project: Project, reel: ReelRef) -> list[str]:
    project.dispatch(SetCuts(reel.id, (20, 40, 60)))
    return [shot.id for shot in project.snapshot.shots]


def grades(project: Project, shots: list[str]) -> list[VividGrade]:
    return [project.snapshot.vivid.get(shot, VividShot()).grade for shot in shots]


def test_a_grade_is_one_row_and_undo_brings_the_old_one_back(project: Project, shots: list[str]) -> None:
    change = project.dispatch(SetVivid(tuple(ShotGrade(id, BRIGHT) for id in shots[1:]), "ripple"))
    assert change.summary == "Took HDR Vivid over in shots 2-4."
    assert grades(project, shots) == [VividGrade(), BRIGHT, BRIGHT, BRIGHT]
    project.undo()
    assert grades(project, shots) == [VividGrade()] * 4
    project.redo()
    assert grades(project, shots)[3] == BRIGHT


def test_linked_shots_share_what_is_set_until_they_are_parted(project: Project, shots: list[str]) -> None:
    project.dispatch(SetVivid((ShotGrade(shots[0], BRIGHT),)))
    project.dispatch(LinkVivid.of((shots[0], shots[2])))
    assert grades(project, shots) == [BRIGHT, VividGrade(), BRIGHT, VividGrade()]
    assert linked(project.snapshot, shots[2]) == (shots[0], shots[2])
    change = project.dispatch(SetVivid((ShotGrade(shots[2], VividGrade(2000.0)),), "set", "mastering_nits"))
    assert change.summary == "Set HDR Vivid mastering_nits in 2 shots."
    assert grades(project, shots)[0] == VividGrade(2000.0)
    project.dispatch(UnlinkVivid((shots[2],)))
    project.dispatch(SetVivid((ShotGrade(shots[0], BRIGHT),)))
    assert grades(project, shots)[2] == VividGrade(2000.0)


def test_light_is_each_shots_own_and_its_artefact_is_kept(project: Project, shots: list[str]) -> None:
    light = project.artefacts.put(b"light", "light")
    project.dispatch(RecordLight((ShotLightOf(shots[1], light),)))
    project.dispatch(LinkVivid.of(shots[:2]))
    assert [project.snapshot.vivid[id].light for id in shots[:2]] == ["", light]
    project.undo()
    project.undo().wait()
    assert collect(project).artefacts == 0 and project.artefacts.has(light)
    project.artefacts.path(light).unlink()
    project.close()
    assert [problem.kind for problem in check(project.path, no_media)].count("artefact") == 1


def test_split_copies_and_merge_drops(project: Project, shots: list[str]) -> None:
    project.dispatch(SetVivid((ShotGrade(shots[0], BRIGHT),)))
    project.dispatch(SplitShot(shots[0], 10))
    parts = [shot.id for shot in project.snapshot.shots[:2]]
    assert grades(project, parts) == [BRIGHT, BRIGHT]
    project.dispatch(MergeShots(tuple(parts)))
    assert set(project.snapshot.vivid) == {parts[0]}


def test_what_does_not_fit_is_refused(project: Project, shots: list[str]) -> None:
    project.dispatch(LinkVivid.of(shots[:2]))
    refused: list[tuple[Command, str]] = [
        (SetVivid(()), "name at least one shot"),
        (SetVivid((ShotGrade("nobody", BRIGHT),)), "no shot 'nobody'"),
        (SetVivid((ShotGrade(shots[0], VividGrade(0.0)),)), "mastering display has a peak of 0 cd/m2"),
        (SetVivid((ShotGrade(shots[0], VividGrade(target_nits=20000.0)),)), "target has a peak of 20000 cd/m2"),
        (SetVivid((ShotGrade(shots[0], VividGrade(controls={"dv": {}})),)), "no controls for 'dv'"),
        (
            SetVivid((ShotGrade(shots[0], BRIGHT), ShotGrade(shots[1], VividGrade()))),
            "shots 1-2 are linked and cannot have different",
        ),
        (LinkVivid.of(shots[:1]), "at least two shots"),
        (LinkVivid(tuple(shots)), "needs an id"),
        (UnlinkVivid((shots[3],)), "none of these shots is linked"),
        (RecordLight(()), "no light was measured"),
        (RecordLight((ShotLightOf(shots[0], "0" * 63),)), "no artefact's name"),
    ]
    before = project.snapshot
    for command, words in refused:
        with pytest.raises(UsageError, match=words):
            project.dispatch(command)
    assert project.snapshot is before
