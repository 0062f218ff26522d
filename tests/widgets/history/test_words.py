"""Every kind of row is said in the user's language from what it recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.document import Project
from app.document.commands import (
    KINDS,
    AddModel,
    AddReel,
    AddRepairs,
    ApproveVersion,
    Command,
    LiftProtection,
    LinkVivid,
    MergeShots,
    MoveCut,
    NameVersion,
    Protect,
    RecordLight,
    RelinkReel,
    RetireModel,
    ReviseRepairs,
    SetCuts,
    SetParameter,
    SetPassActive,
    SetProgramme,
    SetReelEncoding,
    SetReelPolicy,
    SetStack,
    SetStacks,
    SetThreshold,
    SetVerdicts,
    SetVivid,
    ShotGrade,
    ShotLightOf,
    ShotStack,
    SignProof,
    SplitShot,
    UnlinkVivid,
)
from app.document.entries import Entry, page
from app.document.model import Handwork, Programme, ProgrammeItem, Protection, ReelRef, StackEntry, VividGrade
from tests.document.making import found, make_pass, make_reel, record
from widgets.history.parameters import setting
from widgets.history.phrases import moment, shot_list
from widgets.history.words import _SAYERS, kind_groups, kind_names, said
from widgets.text import set_language


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "film", "Ann") as made:
        reel = make_reel()
        made.dispatch(AddReel(reel))
        made.dispatch(SetCuts(reel.id, (10, 20, 30)))
        for command in edits(made, reel):
            made.dispatch(command)
        made.undo()
        made.redo().wait()
        yield made


def edits(project: Project, reel: ReelRef) -> Iterator[Command]:
    """One of every kind, in an order that fits."""
    first, second, third, fourth = (shot.id for shot in project.snapshot.shots)
    denoise = StackEntry("denoise", 1, {"strength": 0.5})
    yield SetReelEncoding(reel.id, "rec709")
    yield SetReelPolicy(reel.id, "black")
    yield RelinkReel(reel.id, "elsewhere/a.dpx", "print-2")
    yield SetProgramme(Programme((ProgrammeItem(reel.id, 0, 100),)))
    yield SplitShot(first, 5)
    yield MoveCut(second, 12)
    yield MergeShots((third, fourth))
    made = record(project, make_pass(project), [])
    yield SetThreshold(made.id, (second,), "dirt", 0.625)
    yield SetPassActive(made.id, False)
    yield SetStack((first, second), "clean", (denoise,))
    yield SetParameter((first,), "clean", 0, "strength", 0.75)
    yield SetStacks((ShotStack(second, "clean", ()),), "Removed denoise")
    yield AddRepairs((found(reel.id, 3), found(reel.id, 4)))
    ways = [
        Handwork("donor", (-1, 1)),
        Handwork("clone", (-1,), (3, -4)),
        Handwork("patch", (0,), (3, -4)),
        Handwork("interpolate", (-1, 1), doubt=7),
    ]
    for place, how in enumerate((*ways, *map(Handwork, ("heal", "original", "line", "splice", "track")))):
        yield AddRepairs((found(reel.id, 5, 20 + place),), how)
    hand = [item.id for item in project.snapshot.passes.values() if item.recipe == "hand"]
    yield ReviseRepairs((found(reel.id, 3, 1),), tuple(hand), ())
    yield SetVerdicts(("0" * 32, "1" * 32), "reject", where="class=dirt")
    yield NameVersion("first look")
    yield AddModel("dirt", "a" * 64, "b" * 64, 10, {"F1 before": 0.5})
    yield RetireModel("dirt")
    shot = project.snapshot.shots[1]
    yield Protect((Protection("a", reel.id, 3, 9, (0, 0, 8, 8)),))
    yield LiftProtection(("a",))
    yield Protect((Protection("b", reel.id, shot.start, shot.end),))
    yield SignProof("c" * 64, "", "d" * 64, "e" * 64, "Bob", "first look")
    yield RecordLight((ShotLightOf(shot.id, "c" * 64),))
    other = project.snapshot.shots[0]
    yield LinkVivid.of((shot.id, other.id))
    yield UnlinkVivid((shot.id,))
    yield SetVivid((ShotGrade(shot.id, VividGrade(400.0)),), "set", "dark_light, target_nits")
    yield ApproveVersion(next(iter(project.snapshot.versions)), "Bob")


def entries(project: Project) -> tuple[Entry, ...]:
    return project.read(lambda connection: page(connection, range(1, project.snapshot.seq + 1)))


def test_every_kind_of_row_has_a_name_a_place_in_the_filter_and_a_sentence(project: Project) -> None:
    names = set(kind_names())
    assert set(KINDS) | {"Undo", "Redo"} <= names
    assert set().union(*(kinds for _, kinds in kind_groups())) == names
    of_two_copies = {"Merge", "SettleConflicts"}
    assert {entry.kind for entry in entries(project)} == names - of_two_copies
    assert set(KINDS) - set(_SAYERS) == {"MergeShots", "SettleConflicts"}


def test_sentences_are_made_from_recorded_values(project: Project) -> None:
    told = {entry.kind: said(entry, project.snapshot) for entry in entries(project)}
    assert told["SetThreshold"] == "Set the dirt threshold to 62 % in shot 3"
    assert told["SetParameter"] == "Set Denoise: Strength to 0.75 in shot 1"
    assert told["SetStack"] == "Set the clean stage of 2 shots to Denoise"
    assert told["SetVerdicts"] == "Rejected 2 repairs where class=dirt"
    assert told["MergeShots"] == "Merged shots 4, 5"
    assert told["RecordPass"] == "Ran coarse over shots 1-4"
    assert told["AddModel"] == "Adapted the dirt detector to 10 corrected frames of this film"
    assert told["RetireModel"] == "Threw the adapted dirt detector away"
    assert told["Protect"] == "Protected shot 2 from passes"
    assert told["LiftProtection"] == "Lifted the protection of 1 range"
    assert told["SetVivid"] == "Set HDR Vivid Dark light, target display in shot 2"
    assert told["LinkVivid"] == "Linked HDR Vivid of shots 1-2"
    assert told["Redo"] == "Redid: Bob approved the version 'first look'"
    assert all(not text.endswith(".") for text in told.values())


def test_work_by_hand_is_said_with_its_frames(project: Project) -> None:
    told = [said(entry, project.snapshot) for entry in entries(project)]
    assert "Added 2 repairs by hand, frames 3-4" in told
    assert "Healed 1 repair from the surroundings, frame 5" in told
    (revised,) = (text for text in told if text.startswith("Put 1 repair by hand in the place of "))
    assert revised.endswith(", frames 3-5")


@pytest.mark.parametrize(
    ("what", "english", "chinese"),
    [
        ("cdl slope_r, slope_g, slope_b", "ASC CDL: Slope", "斜率"),
        ("cdl slope_r, saturation", "ASC CDL: Slope red, Saturation", "饱和度"),
        ("cdl style to asc", "ASC CDL: Range to Black to white", "黑到白"),
        ("denoise strength to 0.5", "Denoise: Strength to 0.5", "0.5"),
        ("denoise, cdl", "Denoise, ASC CDL", "ASC CDL"),
    ],
)
def test_parameters_are_called_as_the_inspector_calls_them(what: str, english: str, chinese: str) -> None:
    set_language("en")
    assert setting(what) == english
    set_language("zh_CN")
    try:
        assert chinese in setting(what)
    finally:
        set_language("en")


def test_every_row_is_said_in_chinese(project: Project) -> None:
    set_language("zh_CN")
    for entry in entries(project):
        text = said(entry, project.snapshot)
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text), (entry.kind, text)
        assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u4e00-\u9fff]", text), (entry.kind, text)
        assert not re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff]", text), (entry.kind, text)


def test_a_row_about_a_shot_that_is_gone_keeps_its_stored_sentence(project: Project) -> None:
    entry = Entry(1, "SplitShot", "Ann", "", "Split shot 9 at frame 80.", {"shot": "gone", "frame": 80})
    assert said(entry, project.snapshot) == "Split shot 9 at frame 80"


def test_times_and_shots_are_short(project: Project) -> None:
    now = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
    today = now.replace(hour=12).isoformat()
    assert moment(today, now) == datetime.fromisoformat(today).astimezone().strftime("%H:%M")
    assert moment("2026-03-02T12:00:00+00:00", now).startswith("2 Mar ")
    assert moment("2026-03-02T12:00:00+00:00", now, short=True) == "2 Mar"
    ids = [shot.id for shot in project.snapshot.shots]
    assert shot_list(ids, project.snapshot) == f"1-{len(ids)}"
    assert shot_list([ids[0], ids[2], "gone"], project.snapshot) == "1, 3"
