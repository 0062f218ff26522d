"""How commands speak: --quiet and --json before and behind, logs that stay short, no files left by a project."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from app.cli.commands import parser
from app.cli.console import Console
from app.document import Project
from app.jobs.progress import Report
from tests.cli.conftest import Reelmend


@pytest.mark.parametrize(
    "line",
    [
        ("--quiet", "--json", "recipes"),
        ("recipes", "--quiet", "--json"),
        ("--json", "recipes", "--quiet"),
        ("--quiet", "hdr", "--json", "verify", "film.mkv"),
        ("hdr", "verify", "film.mkv", "--json", "--quiet"),
    ],
)
def test_the_voice_is_set_before_or_behind_the_command(line: tuple[str, ...]) -> None:
    options = parser().parse_args(line)
    assert options.quiet and options.json


@pytest.mark.parametrize("line", [("recipes",), ("hdr", "verify", "film.mkv")])
def test_unless_asked_nothing_is_quiet(line: tuple[str, ...]) -> None:
    options = parser().parse_args(line)
    assert not options.quiet and not options.json


def test_json_before_the_command_is_json(reelmend: Reelmend) -> None:
    names = [recipe["name"] for recipe in json.loads(reelmend("--json", "recipes").out)["recipes"]]
    assert names[0] == "standard" and names.index("gentle") < names.index("thorough") < names.index("none")


def logged(monkeypatch: pytest.MonkeyPatch, reports: list[tuple[float, Report]]) -> list[str]:
    """What stands in a log after these readings at these seconds."""
    log, clock = io.StringIO(), [0.0]
    monkeypatch.setattr(sys, "stderr", log)
    monkeypatch.setattr("app.cli.console.time.monotonic", lambda: clock[0])
    console = Console()
    for clock[0], report in reports:
        console.progress(report)
    return log.getvalue().splitlines()


def test_a_night_of_work_leaves_a_short_log(monkeypatch: pytest.MonkeyPatch) -> None:
    hours, per_second = 8, 10
    total = hours * 3600 * per_second
    readings = [(n / per_second, Report("mending", n, total, 10.0, 60.0)) for n in range(0, total + 1, 5)]
    lines = logged(monkeypatch, readings)
    assert lines[0].startswith("mending: 0 of") and lines[-1].startswith(f"mending: {total} of {total}")
    assert 20 < len(lines) < 80


def test_many_short_tasks_do_not_flood_a_log(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = [
        (n * 0.1, Report(task, done, 1, 1.0, None))
        for n in range(500)
        for task in ("looking", "mending")
        for done in (0, 1)
    ]
    assert len(logged(monkeypatch, readings)) < 20


def test_what_is_not_known_yet_is_not_said() -> None:
    assert Report("copying", 1, 9, 0.0, None, unit="artefacts").sentence() == "copying: 1 of 9 artefacts"
    assert Report("mending", 3, 9, 1.5, 4.0).sentence() == "mending: 3 of 9 frames, 1.5 frames/s, 4 s left"


def test_commands_that_only_read_leave_no_files(tmp_path: Path, reelmend: Reelmend) -> None:
    project = tmp_path / "film.reelmend"
    Project.create(project, "Ann").close()
    before = sorted(path.name for path in tmp_path.iterdir())
    with Project.open(project, "Ann") as writing:
        assert reelmend("log", project).code == 0
        assert (tmp_path / "film.reelmend-wal").exists(), "who writes keeps what he needs"
        with Project.open(project, "Ben", write=False) as reading:
            writing.close()
            assert reading.snapshot.seq == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    for command in ("log", "repairs", "conflicts", "check", "version"):
        assert reelmend(command, project).code == 0
        assert sorted(path.name for path in tmp_path.iterdir()) == before
