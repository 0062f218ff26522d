"""The fine work on the command line: the ledger in the open, a signed proof, two people's copies."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Reelmend


def test_the_ledger_as_csv_and_json(project: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    reelmend("reject", project, "--where", "class=dirt and area>20")
    told = reelmend("repairs", project, "--where", "verdict=reject").data["repairs"]
    made = reelmend("repairs", project, "--where", "verdict=reject", "--csv", tmp_path / "rejected.csv")
    with (tmp_path / "rejected.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert made.data["repairs"] == len(rows) == len(told) > 3
    assert [{name: str(value) for name, value in item.items()} for item in told] == rows
    assert {row["state"] for row in rows} == {"rejected"} and all(int(row["area"]) > 20 for row in rows)
    assert all(row["by"] == "dirt" and row["fill"].startswith("fill ") and row["judged_by"] for row in rows)
    info = reelmend("info", project).data["repairs"].values()
    every = reelmend("repairs", project).data["repairs"]
    assert len(every) == sum(sum(counts.values()) for counts in info)


def test_a_version_is_proved_signed_and_kept(
    project: Path, tmp_path: Path, reelmend: Reelmend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REELMEND_AUTHOR", "Ann Archivist")
    reelmend("version", project, "first")
    reelmend("reject", project, "--where", "class=dirt")
    reelmend("export", project, tmp_path / "out", "--stage", "repair", "--version", "first")
    now = reelmend("verify", project, tmp_path / "out", "--sign")
    assert now.code == 6 and "is not signed" in now.stderr, "what was rejected since is in the export"
    proof = reelmend(
        "verify", project, tmp_path / "out", "--version", "first", "--sign", "--report", tmp_path / "proof.json"
    )
    report = proof.data["report"]
    assert proof.code == 0 and report["pixels_outside_masks"] == 0 and proof.data["signed_by"] == "Ann Archivist"
    assert 0 < report["touched_share"]["dirt"]["by_machine"] == report["touched_share"]["dirt"]["all"]
    assert report["touched_share"]["dirt"]["by_hand"] == 0
    written = json.loads((tmp_path / "proof.json").read_text(encoding="utf-8"))
    assert written["ledger_hash"] == report["ledger_hash"] and len(written["frame_hashes"]) == 60
    log = reelmend("log", project).data["entries"]
    assert log[-1]["summary"].startswith("Ann Archivist signed the proof of the version 'first'")
    assert log[report["ledger_row"] - 1]["id"] == report["ledger_entry"]
    assert reelmend("check", project).data["sound"]
    reelmend("gc", project)
    assert reelmend("check", project).data["sound"], "the report is named by the history"
    assert (
        "no version 'last'; there are: first"
        in reelmend("verify", project, tmp_path / "out", "--version", "last").stderr
    )
    victim = min((tmp_path / "out").glob("*.dpx"))
    victim.write_bytes(victim.read_bytes() + b" ")
    again = reelmend("verify", project, tmp_path / "out", "--version", "first").data["report"]
    assert again["export_hash"] != report["export_hash"] and again["ledger_hash"] == report["ledger_hash"]


def test_two_people_on_one_reel(
    project: Path, tmp_path: Path, reelmend: Reelmend, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ben").mkdir()
    other = tmp_path / "ben" / project.name
    shutil.copy(project, other)
    shutil.copytree(project.with_suffix(".artefacts"), other.with_suffix(".artefacts"))
    repairs = reelmend("repairs", project).data["repairs"]
    shared, alone = repairs[0]["id"], repairs[1]["id"]
    for who, path, words in (
        ("Ann", project, (("accept", f"id={shared}"),)),
        ("Ben", other, (("reject", f"id={shared}"), ("reject", f"id={alone}"))),
    ):
        monkeypatch.setenv("REELMEND_AUTHOR", who)
        for verb, where in words:
            assert reelmend(verb, path, "--where", where).code == 0
    told = reelmend("merge", project, other, "--dry-run").data
    assert told["rows"] == 2 and [item["kind"] for item in told["conflicts"]] == ["verdict"]
    made = reelmend("merge", project, other)
    assert made.code == 0 and made.data["open"] == 1 and made.data["rows"] == 2
    state = {item["id"]: item["state"] for item in reelmend("repairs", project).data["repairs"]}
    assert state[shared] == state[alone] == "rejected"
    (conflict,) = reelmend("conflicts", project).data["conflicts"]
    assert (conflict["a"]["who"], conflict["b"]["who"], conflict["in_force"]) == ("Ann", "Ben", "b")
    settled = reelmend("conflicts", project, "--settle", conflict["id"][:6], "--take", "a")
    assert settled.data == {"summary": "Settled 1 conflict with the work of Ann.", "conflicts": []}
    state = {item["id"]: item["state"] for item in reelmend("repairs", project).data["repairs"]}
    assert (state[shared], state[alone]) == ("accepted", "rejected")
    assert reelmend("check", project).data["sound"] and reelmend("check", other).data["sound"]
    assert reelmend("merge", project, other).data["edit"] == 0
    stranger = tmp_path / "stranger.reelmend"
    reelmend("new", stranger, Path(reelmend("info", project).data["reels"][0]["path"]).parent)
    refused = reelmend("merge", project, stranger)
    assert refused.code == 2 and "are not copies of one project" in refused.stderr
