"""The sizes of a feature film, and a disk that fills up."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.document import Project
from app.document.bench import measure
from app.document.check import check
from app.document.commands import AddReel, NameVersion, SetCuts
from app.errors import NoRoomError
from tests.document.making import make_reel, no_media


@pytest.mark.slow
def test_a_pass_with_half_a_million_detections(tmp_path: Path) -> None:
    took = measure(500_000, tmp_path)
    assert took["undo_wait"] < 0.2 and took["redo_wait"] < 0.2, took
    assert took["repairs_of_cold"] < 0.1 and took["threshold_wait"] < 0.2, took


def test_the_bench_measures_what_it_says(tmp_path: Path) -> None:
    took = measure(1000, tmp_path)
    assert {"stage", "record_wait", "undo_wait", "redo_wait", "repairs_of_cold", "select"} <= set(took)
    assert all(seconds >= 0 for seconds in took.values()) and not list(tmp_path.iterdir())


def test_a_reel_of_two_thousand_shots_answers_at_once(project: Project) -> None:
    reel = make_reel(frames=200_000)
    project.dispatch(AddReel(reel))
    project.dispatch(SetCuts(reel.id, tuple(range(100, 200_000, 100)))).wait(30)
    assert len(project.snapshot.shots) == 2000
    for frame in (0, 99, 100, 123_456, 199_999):
        shot = project.snapshot.shot_at(reel.id, frame)
        assert shot.start <= frame < shot.end and project.snapshot.shot_number(shot.id) == frame // 100 + 1
    assert [s.start for s in project.snapshot.shots_between(reel.id, 150, 301)] == [100, 200, 300]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], capture_output=True).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_fills_up_costs_only_the_last_edit(small_disk: Path) -> None:
    with Project.create(small_disk / "film", "Ann") as project:
        kept = []
        with pytest.raises(NoRoomError, match="no room left"):
            for index in range(200):
                change = project.dispatch(NameVersion(f"{index} " + os.urandom(20_000).hex()))
                change.wait()
                kept.append(change.id)
        assert len(kept) > 5
        assert [entry.id for entry in project.entries()] == kept
        assert len(project.snapshot.versions) == len(kept)
        with pytest.raises(NoRoomError):
            project.artefacts.put(os.urandom(3_000_000), "patches")
        subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
        project.dispatch(NameVersion("after making room")).wait()
        project.undo().wait()
    assert check(small_disk / "film", no_media) == []
