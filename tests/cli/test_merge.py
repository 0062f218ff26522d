"""What `merge` and `conflicts` say: counts first, groups in order, what the marks mean, what to type next."""

from __future__ import annotations

import json
import random
import re
import shlex
from pathlib import Path

import pytest

from app.cli.conflicts import EACH
from app.document import Project
from app.document.commands import SetParameter, SetVerdicts
from tests.cli.conftest import Reelmend
from tests.document.merging.copies import begun, copied, paint

FRAMES = (50, 21, 35, 20, 48, 22, 36, 23, 24)


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """Ann's and Ben's copies: masks on the same pixels of many frames, verdicts, one parameter."""
    start = begun(tmp_path, random.Random(1))
    paths = copied(start, tmp_path / "ann"), copied(start, tmp_path / "ben")
    for path, who, x, word in zip(paths, ("Ann", "Ben"), (10, 14), ("accept", "reject"), strict=True):
        with Project.open(path, who) as project:
            dice = random.Random(who)
            for frame in FRAMES:
                paint(project, dice, frame=frame, at=(x, 5))
            ids = project.select(project.snapshot, "detector=dirt and verdict=none")[:3]
            project.dispatch(SetVerdicts(ids, word))
            shot = project.snapshot.shots[2].id
            project.dispatch(SetParameter((shot,), "clean", 0, "strength", x / 40)).wait()
    return paths


def of(said: str) -> list[str]:
    """The titles of the groups."""
    return re.findall(r"^((?:shots? \d|the whole).*): \d+ conflict", said, re.MULTILINE)


def frames(said: str) -> list[int]:
    return [int(number) for number in re.findall(r"  frame (\d+)  ", said)]


def test_dry_run_says_counts_first_and_groups_in_order(copies: tuple[Path, Path], reelmend: Reelmend) -> None:
    said = reelmend("merge", *copies, "--dry-run", "--all").out
    found = json.loads(reelmend("merge", *copies, "--dry-run", "--json").out)["conflicts"]
    assert said.splitlines()[0] == "11 edits by Ben would be taken over, 13 conflicts; nothing was written"
    assert re.match(r"13 conflicts in \d shots; a counts in \d+, b in \d+$", said.splitlines()[1])
    assert "both touched the same pixels" in said and "*: the work that counts meanwhile" in said
    groups = of(said)
    assert len(set(groups)) == len(groups) > 2 and [g[:6] for g in groups] == sorted(g[:6] for g in groups)
    assert any("dirt, verdict" in group for group in groups) and any(group.endswith(", stack") for group in groups)
    assert sorted(frames(said)) == sorted(item["frames"][0] for item in found if item["kind"] != "stack")
    for part in said.split("\n\n"):
        assert frames(part) == sorted(frames(part))
    assert said.rstrip().splitlines()[-2].strip() == f"reelmend merge {copies[0]} {copies[1]}"


def test_a_long_group_is_shortened_and_json_is_not(copies: tuple[Path, Path], reelmend: Reelmend) -> None:
    short, every = (reelmend("merge", *copies, "--dry-run", *more).out for more in ((), ("--all",)))
    assert "more; --all shows them" in short and "more; --all" not in every
    assert len(json.loads(reelmend("merge", *copies, "--dry-run", "--json").out)["conflicts"]) == 13
    assert max(part.count(" a") for part in short.split("\n\n")[3:-1]) <= 2 * EACH


def test_conflicts_are_settled_by_what_the_list_says_to_type(copies: tuple[Path, Path], reelmend: Reelmend) -> None:
    merged = reelmend("merge", *copies)
    assert merged.code == 0 and merged.out.rstrip().endswith(f"reelmend conflicts {copies[0]}")
    left = 13
    while left:
        said = reelmend("conflicts", copies[0])
        assert said.out.startswith(f"{left} conflict")
        one, *group = [line.strip() for line in said.out.splitlines() if line.strip().startswith("reelmend")]
        assert reelmend(*shlex.split((group or [one])[0])[1:]).code == 0
        there = json.loads(reelmend("conflicts", copies[0], "--json").out)["conflicts"]
        assert len(there) < left, "what was said to type did something"
        left = len(there)
    assert reelmend("conflicts", copies[0]).out == "no conflict is open\n"


def test_a_part_is_listed_and_settled(copies: tuple[Path, Path], reelmend: Reelmend) -> None:
    reelmend("merge", *copies)
    verdicts = json.loads(reelmend("conflicts", copies[0], "--kind", "verdict", "--json").out)["conflicts"]
    assert len(verdicts) == 3 and {item["class"] for item in verdicts} == {"dirt"}
    shot = str(verdicts[0]["shots"][0])
    assert reelmend("conflicts", copies[0], "--shots", shot, "--kind", "verdict").out.count("*") >= 1
    reelmend("conflicts", copies[0], "--kind", "verdict", "--settle", "all", "--take", "a")
    assert reelmend("conflicts", copies[0], "--kind", "verdict").out.startswith("none of the 10 open conflicts fits")


def test_nothing_to_merge(copies: tuple[Path, Path], tmp_path: Path, reelmend: Reelmend) -> None:
    same = copied(copies[0], tmp_path / "same")
    assert "nothing to merge" in reelmend("merge", copies[0], same, "--dry-run").out
