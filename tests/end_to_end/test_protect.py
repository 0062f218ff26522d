"""Keeping passes off shots and regions, by command: to the exported sample."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.end_to_end.conftest import Reelmend
from tests.end_to_end.test_day import codes


def test_a_protected_region_leaves_as_it_was_scanned(
    project: Path, reel: Path, tmp_path: Path, reelmend: Reelmend
) -> None:
    reelmend("export", project, tmp_path / "before", "--stage", "repair")
    assert reelmend("protect", project, "--frames", "0-29", "--region", "0,0,120,176").code == 0
    reelmend("export", project, tmp_path / "after", "--stage", "repair")
    scan, before, after = (codes(folder) for folder in (reel / "scan", tmp_path / "before", tmp_path / "after"))
    assert not np.array_equal(before[:30, ..., :120, :], scan[:30, ..., :120, :])
    assert np.array_equal(after[:30, ..., :120, :], scan[:30, ..., :120, :])
    assert np.array_equal(after[30:], before[30:])
    assert not np.array_equal(after[:30], scan[:30])
    assert reelmend("verify", project, tmp_path / "after").code == 0
    reelmend("undo", project)
    reelmend("export", project, tmp_path / "again", "--stage", "repair")
    assert np.array_equal(codes(tmp_path / "again"), before)


def test_protect_list_lift(project: Path, reelmend: Reelmend) -> None:
    assert reelmend("protect", project, "--list").data["protected"] == []
    made = reelmend("protect", project, "--shots", "1")
    assert made.code == 0 and "no pass touches it" in made.data["summary"]
    (item,) = made.data["protected"]
    assert item["region"] is None and item["start"] == 0
    assert reelmend("protect", project, "--shots", "1").code == 2
    region = reelmend("protect", project, "--frames", "3-9", "--region", "10,10,60,50")
    assert region.data["protected"][-1]["region"] == [10, 10, 60, 50] and region.data["protected"][-1]["end"] == 10
    assert "Protected" in str(reelmend("log", project).data)
    assert reelmend("check", project).code == 0
    lifted = reelmend("protect", project, "--lift", "--region", "10,10,60,50")
    assert [item["region"] for item in lifted.data["protected"]] == [None]
    assert reelmend("undo", project).code == 0
    assert len(reelmend("protect", project, "--list").data["protected"]) == 2
    assert reelmend("protect", project, "--lift").data["protected"] == []
    assert reelmend("protect", project, "--lift").code == 2


@pytest.mark.parametrize(
    "arguments",
    [(), ("--frames", "x"), ("--frames", "3-9", "--region", "1,2,3"), ("--shots", "99"), ("--frames", "0-9999")],
)
def test_what_cannot_be_protected_is_refused(project: Path, reelmend: Reelmend, arguments: tuple[str, ...]) -> None:
    assert reelmend("protect", project, *arguments).code == 2
    assert reelmend("protect", project, "--list").data["protected"] == []


def test_a_risky_selection_can_be_rejected(project: Path, reelmend: Reelmend) -> None:
    every = reelmend("reject", project, "--where", "frame>=0").data["repairs"]
    risky = reelmend("reject", project, "--where", "risky").data["repairs"]
    edge = reelmend("reject", project, "--where", "risk=edge").data["repairs"]
    assert 0 < edge <= risky < every
