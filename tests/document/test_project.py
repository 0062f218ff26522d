"""Opening, closing, the lease, undo and the promise of an acknowledged edit."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.document import Project, ledger
from app.document.check import check
from app.document.commands import AddReel, NameVersion, SetCuts, SetReelPolicy, SplitShot
from app.document.lease import Holder, boot_id, is_stale, process_start
from app.document.model import ReelRef
from app.document.schema import SCHEMA
from app.errors import LockedError, NoRoomError, ProjectError, ReelmendError, UsageError
from tests.document.making import make_reel, no_media


def test_a_project_is_a_file_and_a_folder_and_comes_back_as_it_was(tmp_path: Path) -> None:
    reel = make_reel()
    with Project.create(tmp_path / "film", "Ann") as project:
        assert project.path == tmp_path / "film.reelmend" and (tmp_path / "film.artefacts").is_dir()
        id = project.id
        project.dispatch(AddReel(reel))
        project.dispatch(SetCuts(reel.id, (10, 20)))
        before = project.snapshot
    assert sorted(item.name for item in tmp_path.iterdir()) == ["film.artefacts", "film.reelmend"]
    with Project.open(tmp_path / "film.reelmend", "Ben") as project:
        assert project.id == id and project.snapshot == before
        project.dispatch(SetReelPolicy(reel.id, "stop")).wait()
        assert [entry.author for entry in project.entries()] == ["Ann", "Ann", "Ben"]


def test_the_file_says_what_it_is(project: Project) -> None:
    connection = sqlite3.connect(project.path)
    found = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "journal_mode")
    }
    connection.close()
    assert found == {"application_id": 0x524D4E44, "user_version": SCHEMA, "journal_mode": "wal"}


def test_nothing_is_overwritten(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="exists already"):
        Project.create(tmp_path / "film", "Ann")
    with pytest.raises(UsageError, match="no folder"):
        Project.create(tmp_path / "none" / "film", "Ann")


def test_what_is_no_project_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="there is no project"):
        Project.open(tmp_path / "none", "Ann")
    (tmp_path / "text.reelmend").write_text("this is no database, but long enough to look at" * 40)
    with pytest.raises(ProjectError, match="damaged or no project"):
        Project.open(tmp_path / "text", "Ann")
    (tmp_path / "empty.reelmend").touch()
    with pytest.raises(ProjectError, match="is no Reelmend project"):
        Project.open(tmp_path / "empty", "Ann")
    other = sqlite3.connect(tmp_path / "other.reelmend")
    other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(ProjectError, match="is no Reelmend project"):
        Project.open(tmp_path / "other", "Ann")


def test_a_newer_project_is_left_alone(project: Project) -> None:
    project.close()
    connection = sqlite3.connect(project.path)
    connection.execute("PRAGMA user_version = 7")
    connection.close()
    for write in (True, False):
        with pytest.raises(ProjectError, match=r"newer Reelmend \(schema 7; this one reads up to 3\): update"):
            Project.open(project.path, "Ann", write=write)


def test_a_changed_row_is_seen_on_opening(project: Project, reel: ReelRef) -> None:
    project.dispatch(SetReelPolicy(reel.id, "stop"))
    project.close()
    connection = sqlite3.connect(project.path)
    connection.execute("DROP TRIGGER ledger_is_append_only_update")
    connection.execute("UPDATE ledger SET author = 'Somebody' WHERE seq = 2")
    connection.commit()
    connection.close()
    with pytest.raises(ProjectError, match=r"ledger row 2 .* was changed after it was written"):
        Project.open(project.path, "Ann")


def test_the_ledger_cannot_be_rewritten(project: Project, reel: ReelRef) -> None:
    for statement in ("UPDATE ledger SET author = 'x'", "DELETE FROM ledger"):
        with pytest.raises(ProjectError, match="append-only"):
            project.write(lambda connection, text=statement: connection.execute(text))  # type: ignore[misc]


# --- the lease ---------------------------------------------------------------------------------------------


def test_one_writes_others_read(project: Project, reel: ReelRef) -> None:
    with pytest.raises(LockedError, match=rf"being written by Ann, on this machine \(process {os.getpid()}"):
        Project.open(project.path, "Ben")
    with Project.open(project.path, "Ben", write=False) as reader:
        assert reader.readonly and reader.snapshot == project.snapshot
        with pytest.raises(LockedError, match="open for reading only"):
            reader.dispatch(SetReelPolicy(reel.id, "stop"))
        with pytest.raises(LockedError, match="reading only"):
            reader.undo()
        project.dispatch(SetReelPolicy(reel.id, "stop")).wait()
        assert reader.snapshot.seq == 1 and reader.refresh() == project.snapshot


def test_the_lease_of_a_dead_process_is_taken_over(project: Project) -> None:
    project.close()
    code = (
        "import os, sys; from pathlib import Path; from app.document import Project;"
        "Project.open(Path(sys.argv[1]), 'Cem'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(project.path)], check=True)
    connection = sqlite3.connect(project.path)
    assert connection.execute("SELECT author FROM lease").fetchone() == ("Cem",)
    connection.close()
    with Project.open(project.path, "Ben", write=False) as reader:
        assert reader.snapshot.seq == 0
    with Project.open(project.path, "Ben") as opened:
        assert not opened.readonly


def test_who_is_stale() -> None:
    def holder(host: str, boot: str, pid: int, started: str, heartbeat: float) -> Holder:
        return Holder("t", host, boot, pid, started, "Ann", heartbeat)

    here, me, now = socket.gethostname(), os.getpid(), time.time()
    assert not is_stale(holder(here, boot_id(), me, process_start(me), 0.0), now)
    assert is_stale(holder(here, boot_id(), me, "another start", now), now)
    assert is_stale(holder(here, "before the restart", me, process_start(me), now), now)
    assert not is_stale(holder("elsewhere", "?", 1, "?", now - 100), now)
    assert is_stale(holder("elsewhere", "?", 1, "?", now - 130), now)


def test_an_edit_after_the_lease_was_lost_is_not_kept(project: Project, reel: ReelRef) -> None:
    connection = sqlite3.connect(project.path)
    connection.execute("UPDATE lease SET token = 'other', author = 'Ben', host = 'elsewhere'")
    connection.commit()
    connection.close()
    change = project.dispatch(SetReelPolicy(reel.id, "stop"))
    with pytest.raises(LockedError, match=r"Ben on elsewhere .* has taken over .* not kept"):
        change.wait()
    assert project.snapshot.reel(reel.id).policy == "hold"


def test_a_closed_project_says_so(project: Project, reel: ReelRef) -> None:
    project.close()
    project.close()
    with pytest.raises(ReelmendError):
        project.dispatch(SetReelPolicy(reel.id, "stop"))
    with pytest.raises(ProjectError, match="has been closed"):
        project.count(project.snapshot)


# --- undo --------------------------------------------------------------------------------------------------


def test_undo_then_redo_is_identity(project: Project, reel: ReelRef) -> None:
    commands = (SetCuts(reel.id, (10,)), SetReelPolicy(reel.id, "stop"), NameVersion("v"))
    states = [project.snapshot, *(project.dispatch(command).snapshot for command in commands)]
    for state in reversed(states[:-1]):
        change = project.undo()
        assert change.summary.startswith("Undid: ") and project.snapshot.slots() == state.slots()
    for state in states[1:]:
        project.redo()
        assert project.snapshot.slots() == state.slots()
    with pytest.raises(UsageError, match="nothing to redo"):
        project.redo()


def test_there_is_an_end_to_undo(project: Project, reel: ReelRef) -> None:
    project.undo()
    assert not project.snapshot.slots()
    with pytest.raises(UsageError, match="there is nothing to undo"):
        project.undo()
    assert project.snapshot.seq == 2


def test_an_edit_after_undo_branches(project: Project, reel: ReelRef) -> None:
    project.dispatch(SetReelPolicy(reel.id, "stop"))
    project.undo()
    project.dispatch(SetReelPolicy(reel.id, "black")).wait()
    with pytest.raises(UsageError, match="nothing to redo"):
        project.redo()
    assert [(e.kind, e.undone) for e in project.entries()] == [
        ("AddReel", False), ("SetReelPolicy", True), ("Undo", False), ("SetReelPolicy", False)
    ]  # fmt: skip
    assert project.snapshot_at(2).reel(reel.id).policy == "stop"
    project.undo()
    assert project.snapshot.reel(reel.id).policy == "hold"


def test_undo_stands_where_it_stood_after_opening_again(project: Project, reel: ReelRef) -> None:
    project.dispatch(SetReelPolicy(reel.id, "stop"))
    project.dispatch(SetCuts(reel.id, (10,)))
    project.undo()
    project.undo()
    project.redo()
    project.close()
    with Project.open(project.path, "Ann") as again:
        assert again.redo().summary == "Redid: Set 1 cut and 0 transitions in scan/shot.%06d.dpx."
        again.undo(), again.undo(), again.undo()
        assert not again.snapshot.slots()


def test_entries_can_be_asked_for_in_part(project: Project, reel: ReelRef) -> None:
    for frame in (50, 20, 10):
        project.dispatch(SplitShot(project.snapshot.shots[0].id, frame)).wait()
    assert [entry.seq for entry in project.entries(first=2, last=3)] == [2, 3]
    assert all(entry.acknowledged for entry in project.entries())
    with pytest.raises(UsageError, match="rows 1 to 4; there is no row 9"):
        project.snapshot_at(9)


# --- the promise -------------------------------------------------------------------------------------------


def test_edits_from_many_threads_are_all_kept_in_one_order(project: Project, reel: ReelRef) -> None:
    def work(name: str) -> None:
        for index in range(10):
            project.dispatch(NameVersion(f"{name} {index}")).wait()

    threads = [threading.Thread(target=work, args=(f"thread {i}",)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(project.snapshot.versions) == 40
    assert [entry.seq for entry in project.entries()] == list(range(1, 42))
    assert check(project.path, no_media) == []


def test_an_edit_is_pending_until_it_is_acknowledged(project: Project, reel: ReelRef) -> None:
    gate = threading.Event()
    project._history.must_write().submit(lambda connection: gate.wait(10))
    change = project.dispatch(SetReelPolicy(reel.id, "stop"))
    assert project.snapshot.reel(reel.id).policy == "stop" and not change.acknowledged
    assert [e.acknowledged for e in project.entries()] == [True, False]
    assert change.wait(0.01) is False
    gate.set()
    assert change.wait(10) and change.acknowledged
    assert [e.acknowledged for e in project.entries()] == [True, True]


def failing(real: object) -> object:
    def commit_row(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        raise error

    return commit_row


def test_what_cannot_be_kept_is_taken_back(project: Project, reel: ReelRef, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    project._history.must_write().submit(lambda connection: gate.wait(10))
    before = project.snapshot
    with monkeypatch.context() as patched:
        patched.setattr(ledger, "commit_row", failing(ledger.commit_row))
        first = project.dispatch(SetReelPolicy(reel.id, "stop"))
        second = project.dispatch(SetCuts(reel.id, (10,)))
        lost = project.snapshot
        gate.set()
        for change in (first, second):
            with pytest.raises(NoRoomError, match="no room left"):
                change.wait(10)
    assert project.snapshot == before and not first.acknowledged
    with pytest.raises(NoRoomError):
        project.count(lost)
    project.dispatch(SetReelPolicy(reel.id, "black")).wait()
    project.undo().wait()
    assert project.snapshot.slots() == before.slots()
    assert check(project.path, no_media) == []


def test_close_tells_of_a_loss_nobody_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project.create(tmp_path / "film", "Ann")
    monkeypatch.setattr(ledger, "commit_row", failing(ledger.commit_row))
    project.dispatch(AddReel(make_reel()))
    with pytest.raises(NoRoomError):
        project.close()
    project.close()


def test_a_read_only_folder_can_be_looked_at(project: Project, reel: ReelRef, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere, so a folder cannot be made read-only")
    project.close()
    tmp_path.chmod(0o555)
    try:
        with Project.open(project.path, "Ben", write=False) as reader:
            assert reader.snapshot.seq == 1
        with pytest.raises(ProjectError):
            Project.open(project.path, "Ben")
    finally:
        tmp_path.chmod(0o755)


def test_copies_edited_apart_share_no_new_id(project: Project, reel: ReelRef, tmp_path: Path) -> None:
    project.dispatch(SetCuts(reel.id, (50,))).wait()
    project.close()
    (tmp_path / "b").mkdir()
    copy = tmp_path / "b" / "film.reelmend"
    shutil.copy(project.path, copy)
    shutil.copytree(tmp_path / "film.artefacts", tmp_path / "b" / "film.artefacts")
    rows: list[set[str]] = []
    shots: list[set[str]] = []
    for path in (project.path, copy):
        with Project.open(path, "Ann") as opened:
            for frame in range(1, 40):
                opened.dispatch(SplitShot(opened.snapshot.shot_at(reel.id, frame).id, frame))
                opened.dispatch(NameVersion(f"v{frame}")).wait()
            entries = list(opened.entries(first=3))
            assert entries[0].parents == (next(opened.entries(2, 2)).id,)
            rows.append({entry.id for entry in entries})
            shots.append({shot.id for shot in opened.snapshot.shots} | set(opened.snapshot.versions))
    assert not rows[0] & rows[1]
    assert len(shots[0] & shots[1]) == 2  # the two shots there were before the copy
