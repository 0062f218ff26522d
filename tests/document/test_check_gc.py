"""What check finds, and what gc frees."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.document import Project
from app.document.check import Problem, check
from app.document.commands import AddModel, AddRepairs, RecordPass, RetireModel, SetReelPolicy, SetVerdicts
from app.document.gc import Freed, collect
from app.document.maps import MapPack, quantised
from app.document.model import ReelRef
from tests.document.making import found, make_pass, no_media, record


@pytest.fixture
def packs(project: Project, reel: ReelRef) -> list[str]:
    """A project with a pass, hand repairs, verdicts and an undone edit, closed; returns its packs."""
    packs = [project.artefacts.put(f"pack {index}".encode() * 50, "patches") for index in range(3)]
    record(project, make_pass(project), [found(reel.id, f, 6)._replace(pack=packs[0], length=5) for f in range(5)])
    project.dispatch(AddRepairs((found(reel.id, 9)._replace(pack=packs[1]),)))
    project.dispatch(SetVerdicts((found(reel.id, 1, 6).key, found(reel.id, 2, 6).key), "reject"))
    project.dispatch(SetReelPolicy(reel.id, "stop"))
    project.undo().wait()
    project.close()
    return packs[:2]


def spoil(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_whole_project_has_no_problem(project: Project, packs: list[str]) -> None:
    found = check(project.path, no_media)
    assert [(p.kind, p.harmless) for p in found] == [("orphan", True)]
    assert "1 artefacts (300 bytes) are named by nothing" in found[0].text


CHANGES = {
    "author": ("chain", "UPDATE ledger SET author = 'x' WHERE seq = 2"),
    "after": ("chain", "UPDATE ledger SET after = replace(after, '100', '101') WHERE seq = 1"),
    "missing row": ("chain", "DELETE FROM ledger WHERE seq = 5"),
    "state": ("replay", "UPDATE slot SET value = replace(value, '\"hold\"', '\"stop\"')"),
    "lost state": ("replay", "DELETE FROM slot WHERE key LIKE '%reel%'"),
    "undo": ("replay", "UPDATE span SET to_seq = NULL"),
    "probability": ("rows", "UPDATE detection SET probability = 0.01 WHERE frame = 3"),
    "lost detection": ("rows", "DELETE FROM detection WHERE frame = 3"),
    "hand repair": ("rows", "UPDATE detection SET area = 1 WHERE frame = 9"),
    "chunk": ("rows", "UPDATE job_chunk SET digest = 'x'"),
    "adopted": ("rows", "UPDATE job SET edit = NULL WHERE kind = 'pass'"),
    "verdict": ("rows", "UPDATE verdict SET verdict = 'accept'"),
    "lost verdict": ("rows", "DELETE FROM verdict WHERE key = (SELECT min(key) FROM verdict)"),
    "reference": ("file", "UPDATE detection SET reel = 77"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_by_another_hand_is_found(project: Project, packs: list[str], name: str) -> None:
    kind, statement = CHANGES[name]
    spoil(
        project.path,
        "DROP TRIGGER ledger_is_append_only_update",
        "DROP TRIGGER ledger_is_append_only_delete",
        statement,
    )
    problems = [p for p in check(project.path, no_media) if not p.harmless]
    assert kind in {p.kind for p in problems}, problems


def problem_texts(problems: list[Problem], kind: str) -> str:
    return " ".join(p.text for p in problems if p.kind == kind and not p.harmless)


def test_missing_and_damaged_artefacts_and_media_are_named(project: Project, packs: list[str]) -> None:
    store = project.artefacts
    store.path(packs[0]).write_bytes(b"other")
    store.remove(packs[1])
    problems = check(project.path, lambda reel: f"{reel.path} is gone")
    assert f"{store.path(packs[0])} is damaged" in problem_texts(problems, "artefact")
    assert f"{store.path(packs[1])} is missing" in problem_texts(problems, "artefact")
    assert problem_texts(problems, "media") == "scan/shot.%06d.dpx is gone"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:2000] + b"\xff" * 3000 + data[5000:],
        lambda data: b"not a database",
        lambda data: b"",
    ],
)
def test_a_damaged_file_is_a_problem_and_no_exception(
    project: Project, packs: list[str], damage: Callable[[bytes], bytes]
) -> None:
    project.path.write_bytes(damage(project.path.read_bytes()))
    problems = check(project.path, no_media)
    assert problems and problems[0].kind == "file" and not problems[0].harmless
    assert check(project.path.with_name("none"), no_media)[0].text.startswith("there is no project")


def test_check_can_look_while_another_writes(project: Project, reel: ReelRef) -> None:
    project.dispatch(SetReelPolicy(reel.id, "stop")).wait()
    assert check(project.path, no_media) == []


def test_gc_frees_what_nothing_names_and_nothing_else(project: Project, packs: list[str]) -> None:
    with Project.open(project.path, "Ann") as again:
        store = again.artefacts
        reel = next(iter(again.snapshot.reels))
        running = again.job_begin("pass", "running", {})
        evidence = store.put(b"evidence of an interrupted job", "maps")
        running.chunk_done("1", {"maps": [evidence]})
        given_up = again.job_begin("pass", "given up", {})
        abandoned = store.put(b"patches of a job given up", "patches")
        given_up.chunk_done("1", {"maps": [abandoned]}, [found(reel, 7)._replace(pack=abandoned)] * 3)
        given_up.abandon()
        (store.root / ".tmp-1-half").write_bytes(b"half")
        expected = Freed(artefacts=2, temporaries=1, detections=3, bytes=300 + len(b"patches of a job given up") + 4)
        assert collect(again, dry_run=True) == expected
        assert len(list(store.hashes())) == 5
        assert collect(again) == expected
        assert set(store.hashes()) == {*packs, evidence}
        assert collect(again) == Freed(0, 0, 0, 0)
        assert again.job_begin("pass", "running", {}).done_chunks() == {"1": {"maps": [evidence]}}
    assert {p.kind for p in check(project.path, no_media)} == {"job"}


def test_undone_passes_keep_their_packs_and_maps(project: Project, reel: ReelRef) -> None:
    pack = MapPack()
    pack.add(0, "dirt", quantised(np.ones((4, 4))))
    maps, patches = pack.put(project.artefacts), project.artefacts.put(b"patches", "patches")
    made = make_pass(project)
    job = project.job_begin("pass", "k", {})
    job.chunk_done("1", {}, [found(reel.id, 1)._replace(pack=patches)])
    with_maps = type(made)(made.id, made.recipe, made.shots, made.steps, maps={(reel.id, 0): maps})
    project.dispatch(RecordPass(with_maps, job.id))
    project.undo()
    assert collect(project).artefacts == 0 and set(project.artefacts.hashes()) == {maps, patches}
    project.artefacts.remove(maps)
    assert "missing" in problem_texts(check(project.path, no_media), "artefact")


def test_an_adapted_model_that_was_thrown_away_or_undone_keeps_its_weights(project: Project) -> None:
    store = project.artefacts
    thrown, undone, unused = (store.put(name.encode(), "weights") for name in ("thrown away", "undone", "unused"))
    project.dispatch(AddModel("dirt", thrown, "0" * 64, 4))
    project.dispatch(RetireModel("dirt"))
    project.dispatch(AddModel("dirt", undone, "0" * 64, 5))
    project.undo().wait()
    assert collect(project) == Freed(1, 0, 0, len(b"unused"))
    assert set(store.hashes()) == {thrown, undone} and not store.has(unused)
    store.remove(thrown)
    assert f"{store.path(thrown)} is missing" in problem_texts(check(project.path, no_media), "artefact")
