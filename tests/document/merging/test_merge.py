"""A merge as a piece of history: refusals, leases, undo, artefacts, and being stopped in the middle."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.document import Project
from app.document.check import check
from app.document.commands import NameVersion, SetVerdicts
from app.document.merging import copy_to, merge, plan
from app.document.schema import SCHEMA
from app.errors import LockedError, ProjectError, UsageError
from tests.document.making import no_media
from tests.document.merging.copies import begun, copied, mended, paint, work


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies, in each of which a person worked."""
    start = begun(tmp_path, random.Random(1))
    paths = copied(start, tmp_path / "ann"), copied(start, tmp_path / "ben")
    for path, who in zip(paths, ("Ann", "Ben"), strict=True):
        work(path, who, ord(who[0]), ["paint", "verdict", "paint", "undo", "paint", "version"])
    return paths


def whole(path: Path) -> bool:
    return not [problem for problem in check(path, no_media) if not problem.harmless]


def test_what_is_no_copy_is_refused(tmp_path: Path, copies: tuple[Path, Path]) -> None:
    with Project.create(tmp_path / "other", "Eve") as other, Project.open(copies[0], "Ann") as a:
        with pytest.raises(UsageError, match="are not copies of one project: only work that began"):
            merge(a, other)
        with pytest.raises(UsageError, match="cannot be merged with itself"):
            merge(a, a)


def test_a_project_that_somebody_works_in_is_left_alone(copies: tuple[Path, Path]) -> None:
    with Project.open(copies[0], "Ann") as a, Project.open(copies[1], "Ben"):
        with Project.open(copies[1], "Ann", write=False) as b, pytest.raises(LockedError, match="written by Ben"):
            merge(a, b)
        with pytest.raises(LockedError, match="written by Ann"):
            Project.open(copies[0], "Ben")


def test_the_history_holds_both_and_the_row_has_two_parents(copies: tuple[Path, Path]) -> None:
    with Project.open(copies[0], "Cid") as a, Project.open(copies[1], "Cid", write=False) as b:
        tips = (a.snapshot.entry, b.snapshot.entry)
        texts = {entry.id: (entry.author, entry.time, entry.parents) for entry in b.entries()}
        undone = {entry.id for entry in b.entries() if entry.undone}
        made = merge(a, b)
        entries = {entry.id: entry for entry in a.entries()}
        row = entries[a.snapshot.entry]
        assert row.kind == "Merge" and row.parents == tips and row.author == "Cid" and row.seq == made.seq
        assert row.summary.startswith("Merged the work of Ben: 6 edits, ")
        assert {id: (e.author, e.time, e.parents) for id, e in entries.items() if id in texts} == texts
        assert undone and undone == {id for id in texts if entries[id].undone}
        side = next(entry for entry in entries.values() if entry.author == "Ben")
        with pytest.raises(UsageError, match="made in another copy of the project, before the two were merged"):
            a.snapshot_at(side.seq)
        assert a.snapshot_at(made.seq).slots() == a.snapshot.slots()
    assert all(map(whole, copies))


def test_undo_of_a_merge_goes_on_to_the_edits_before_it(copies: tuple[Path, Path]) -> None:
    with Project.open(copies[0], "Cid") as a, Project.open(copies[1], "Cid", write=False) as b:
        before, slots = mended(a), a.snapshot.slots()
        earlier = a.cursor.path[-2]
        merge(a, b)
        paint(a, random.Random(3))
        joined = mended(a)
        a.undo()
        a.undo()
        assert mended(a) == before and a.snapshot.slots() == slots
        a.undo()
        assert a.cursor.path[-1] == earlier
        for _ in range(3):
            a.redo()
        assert mended(a) == joined
    with Project.open(copies[0], "Cid") as a:
        assert mended(a) == joined
        a.undo()
        a.undo()
        assert mended(a) == before
    assert whole(copies[0])


def test_work_goes_on_and_is_merged_again(copies: tuple[Path, Path]) -> None:
    with Project.open(copies[0], "Ann") as a, Project.open(copies[1], "Ben", write=False) as b:
        merge(a, b)
    work(copies[1], "Ben", 5, ["paint", "paint"])
    with Project.open(copies[1], "Ben", write=False) as b:
        fresh = {key for repairs in mended(b).values() for key in repairs}
        with Project.open(copies[0], "Ann") as a:
            made = merge(a, b, "b")
            assert made.rows == 2 and fresh <= {key for repairs in mended(a).values() for key in repairs}
    with Project.open(copies[0], "Ann", write=False) as a, Project.open(copies[1], "Ben") as b:
        merge(b, a)
        assert keys(a) == keys(b)
    assert all(map(whole, copies))


def keys(project: Project) -> list[set[str]]:
    return [set(repairs) for repairs in mended(project).values()]


def test_versions_of_one_name_are_both_there(tmp_path: Path) -> None:
    start = begun(tmp_path, random.Random(1))
    paths = [copied(start, tmp_path / who) for who in ("Ann", "Ben")]
    for path in paths:
        with Project.open(path, path.parent.name) as project:
            project.dispatch(NameVersion("for the client")).wait()
    with Project.open(paths[0], "Cid") as a, Project.open(paths[1], "Cid", write=False) as b:
        merge(a, b)
        assert {version.name for version in a.snapshot.versions.values()} == {
            "for the client",
            "for the client (Ben)",
        }
        for version in a.snapshot.versions.values():
            assert next(a.entries(version.seq, version.seq)).id == version.entry


def test_a_verdict_on_a_track_and_one_on_its_frame(tmp_path: Path) -> None:
    from app.document import new_id
    from tests.document.making import found, make_pass, record

    track = new_id()
    start = begun(tmp_path, random.Random(1))
    with Project.open(start, "Ann") as project:
        reel = min(project.snapshot.reels)
        record(project, make_pass(project, "scratch"), [found(reel, f, 3, "scratch", track=track) for f in range(9)])
    paths = [copied(start, tmp_path / who) for who in ("Ann", "Ben")]
    key = found(reel, 4, 3, "scratch").key
    for path, command in zip(
        paths, (SetVerdicts(tracks=(track,), verdict="accept"), SetVerdicts((key,), "reject")), strict=True
    ):
        with Project.open(path, path.parent.name) as project:
            project.dispatch(command).wait()
    states = []
    for one, two, prefer in ((0, 1, "a"), (1, 0, "b")):
        target = copied(paths[one], tmp_path / f"into {one}")
        with Project.open(target, "Cid") as a, Project.open(paths[two], "Cid", write=False) as b:
            (conflict,) = merge(a, b, prefer).conflicts  # type: ignore[arg-type]
            assert conflict.kind == "verdict" and conflict.start == 4
            states.append([f for f in range(9) for r in a.repairs_of(a.snapshot, reel, f) if r.track])
    assert states == [[*range(9)]] * 2, "Ann's track was preferred both times"


def test_a_dry_run_and_a_third_project_leave_both_as_they_are(tmp_path: Path, copies: tuple[Path, Path]) -> None:
    bytes_before = [path.read_bytes() for path in copies]
    with Project.open(copies[1], "Cid", write=False) as b:
        with Project.open(copies[0], "Cid", write=False) as a:
            assert plan(a, b).rows == 6
        out = copy_to(copies[0], b, tmp_path / "joined", "Cid")
        with pytest.raises(UsageError, match="exists already"):
            copy_to(copies[0], b, tmp_path / "joined", "Cid")
        with Project.open(out, "Cid") as joined:
            assert merge(joined, b).rows == 6
            assert all(Path(reel.path).is_absolute() for reel in joined.snapshot.reels.values())
    assert [path.read_bytes() for path in copies] == bytes_before and whole(out)


def test_a_missing_artefact_stops_it_with_a_sentence(copies: tuple[Path, Path]) -> None:
    with Project.open(copies[0], "Cid") as a, Project.open(copies[1], "Cid", write=False) as b:
        missing = next(hash for hash in b.artefacts.hashes() if not a.artefacts.has(hash))
        b.artefacts.remove(missing)
        entry = a.snapshot.entry
        with pytest.raises(ProjectError, match=r"bring it back|must be in the artefact store"):
            merge(a, b)
        assert a.snapshot.entry == entry
    assert whole(copies[0])


def _merge_in_child(a: str, b: str, channel: Connection) -> None:
    with Project.open(Path(a), "Ann") as first, Project.open(Path(b), "Ann", write=False) as second:
        channel.send("now")
        merge(first, second)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and a fork server")
def test_killed_in_the_middle_both_are_whole_and_it_can_be_done_again(tmp_path: Path) -> None:
    start = begun(tmp_path, random.Random(1))
    ben = copied(start, tmp_path / "ben")
    work(ben, "Ben", 7, ["paint", "pass", "verdict"] * 6)
    dice, outcomes = random.Random(2), set()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.document.merging.test_merge"])
    with Project.open(ben, "Ben", write=False) as other:
        expected = keys(other)
    for attempt in range(5):
        ann = copied(start, tmp_path / f"ann{attempt}")
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(target=_merge_in_child, args=(str(ann), str(ben), theirs))
        child.start()
        theirs.close()
        ours.recv()
        time.sleep(dice.uniform(0.0, 0.12))
        assert child.pid is not None
        with suppress(ProcessLookupError):  # it was quicker
            os.kill(child.pid, signal.SIGKILL)
        child.join()
        child.close()
        ours.close()
        assert whole(ann) and whole(ben)
        with Project.open(ann, "Ann") as a, Project.open(ben, "Ann", write=False) as b:
            outcomes.add(merge(a, b).seq > 0)
            assert keys(a) == expected
        shutil.rmtree(ann.parent)
    assert True in outcomes


def test_a_project_of_schema_2_is_brought_up_and_can_be_merged(copies: tuple[Path, Path]) -> None:
    for path in copies:
        connection = sqlite3.connect(path)
        connection.execute("DROP INDEX ledger_merges")
        connection.execute("PRAGMA user_version = 2")
        connection.commit()
        connection.close()
        assert whole(path), "the older file is looked at as it is"
    with Project.open(copies[0], "Cid") as a, Project.open(copies[1], "Cid", write=False) as b:
        assert merge(a, b).rows == 6
    for path in copies:
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        connection.close()
        assert whole(path) and path.with_name(f"{path.name}.schema-2").exists()
