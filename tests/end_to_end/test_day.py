"""A restorer's day on the command line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import OpenImageIO as oiio
import pytest

from tests.end_to_end.conftest import Reelmend


def codes(folder: Path) -> np.ndarray:
    """All frames of a DPX folder as OpenImageIO reads them."""
    return np.stack([oiio.ImageInput.open(str(p)).read_image("uint16") for p in sorted(folder.glob("*.dpx"))])


def truth(reel: Path, name: str) -> np.ndarray:
    return np.stack([cv2.imread(str(p), -1) for p in sorted((reel / "truth" / name).glob("*.png"))])


def test_the_pass_finds_damage_and_mends_it(project: Path, reel: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    info = reelmend("info", project).data
    assert info["repairs"]["dirt"]["accepted"] > 20
    made = reelmend("export", project, tmp_path / "out", "--stage", "repair")
    assert made.code == 0 and made.data["frames"] == 60
    scan, out = codes(reel / "scan"), codes(tmp_path / "out")
    damage = (truth(reel, "mask_dirt") | truth(reel, "mask_scratch")) > 0
    base = truth(reel, "base")[..., ::-1].astype(float)
    before = np.square(scan - base)[damage].mean()
    after = np.square(out - base)[damage].mean()
    assert after < before / 2
    changed = (scan != out).any(axis=-1)
    assert (changed & damage).sum() > 4 * (changed & ~cv2_grown(damage)).sum()


def cv2_grown(masks: np.ndarray) -> np.ndarray:
    return np.stack([cv2.dilate(m.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0 for m in masks])


def test_verify_proves_and_fails_loudly(project: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    out = tmp_path / "out"
    reelmend("export", project, out, "--stage", "repair")
    proof = reelmend("verify", project, out)
    assert proof.code == 0 and proof.data["holds"]
    assert proof.data["changed_inside_masks"] > 0 and len(proof.data["hashes"]) == 60
    assert 0 < proof.data["touched_share"]["dirt"] < 0.2
    victim = sorted(out.glob("*.dpx"))[7]
    raw = bytearray(victim.read_bytes())
    offset = int.from_bytes(raw[4:8], "big" if raw[:4] == b"SDPX" else "little")
    raw[offset + 1] ^= 0x40
    victim.write_bytes(raw)
    broken = reelmend("verify", project, out)
    assert broken.code == 6 and broken.data["frames_with_changes_outside"] == [7]


def test_rejecting_all_brings_the_scan_back(project: Path, reel: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    assert reelmend("reject", project, "--where", "frame>=0").data["repairs"] > 20
    reelmend("export", project, tmp_path / "out", "--stage", "repair")
    assert np.array_equal(codes(tmp_path / "out"), codes(reel / "scan"))


def test_undo_and_redo_give_the_same_pixels_again(project: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    reelmend("export", project, tmp_path / "a", "--stage", "repair")
    reelmend("reject", project, "--where", "class=dirt and area>8")
    reelmend("export", project, tmp_path / "b", "--stage", "repair")
    reelmend("undo", project)
    reelmend("export", project, tmp_path / "c", "--stage", "repair")
    reelmend("redo", project)
    reelmend("export", project, tmp_path / "d", "--stage", "repair")
    a, b, c, d = (codes(tmp_path / name) for name in "abcd")
    assert np.array_equal(a, c) and np.array_equal(b, d) and not np.array_equal(a, b)
    summaries = [entry["summary"] for entry in reelmend("log", project).data["entries"]]
    assert summaries[-2].startswith("Undid: Rejected") and summaries[-1].startswith("Redid: Rejected")


def test_the_threshold_only_chooses_among_detections(project: Path, reelmend: Reelmend) -> None:
    at_half = reelmend("info", project).data["repairs"]["dirt"]
    reelmend("set", project, "dirt.threshold=0.95")
    strict = reelmend("info", project).data["repairs"]["dirt"]
    assert strict["accepted"] < at_half["accepted"]
    assert strict["accepted"] + strict["proposed"] == at_half["accepted"] + at_half["proposed"]
    first_shot = reelmend("set", project, "dirt.threshold=0.4", "--shots", "1")
    assert first_shot.code == 0
    assert reelmend("info", project).data["repairs"]["dirt"]["accepted"] > strict["accepted"]


def test_reverting_one_repair_leaves_the_rest_as_they_are(
    project: Path, reel: Path, tmp_path: Path, reelmend: Reelmend
) -> None:
    from app.session import Session

    reelmend("export", project, tmp_path / "a", "--stage", "repair")
    with Session.open(project) as session:
        (name,) = session.engine.reels
        repair = max(session.project.repairs_of(session.snapshot, name, 30), key=lambda r: r.area)
    assert reelmend("reject", project, "--where", f"id={repair.id}").data["repairs"] == 1
    reelmend("export", project, tmp_path / "b", "--stage", "repair")
    a, b, scan = codes(tmp_path / "a"), codes(tmp_path / "b"), codes(reel / "scan")
    changed = (a != b).any(axis=-1)
    inside = np.zeros_like(changed)
    inside[30, repair.y0 : repair.y1, repair.x0 : repair.x1] = True
    assert changed.any() and not (changed & ~inside).any()
    assert np.array_equal(b[changed], scan[changed])


def test_clean_and_grade_stages_follow_the_stack(project: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    assert reelmend("set", project, "denoise.strength=0.6").code == 0
    assert reelmend("set", project, "cdl.slope_r=1.1").code == 0
    reelmend("export", project, tmp_path / "r", "--stage", "repair")
    reelmend("export", project, tmp_path / "c", "--stage", "clean")
    reelmend("export", project, tmp_path / "g", "--stage", "grade")
    r, c, g = (codes(tmp_path / name).astype(int) for name in "rcg")
    assert 0 < np.abs(r - c).mean() < 2000
    gain = (g[..., 0].sum() - c[..., 0].sum()) / c[..., 0].sum()
    assert 0.07 < gain < 0.11 and np.array_equal(g[..., 1], c[..., 1])


def test_shots_can_be_split_merged_and_nudged(project: Path, reelmend: Reelmend) -> None:
    def starts() -> list[int]:
        return [shot["start"] for shot in reelmend("shots", project).data["shots"]]

    before = starts()
    assert before[0] == 0 and before[1] > 12
    assert reelmend("shots", project, "--split", "1:10").code == 0
    assert starts() == [0, 10, *before[1:]]
    reelmend("shots", project, "--move", "2:12")
    assert starts() == [0, 12, *before[1:]]
    reelmend("shots", project, "--merge", "1-2")
    assert starts() == before
    assert reelmend("shots", project, "--split", "99:5").code == 2


@pytest.mark.parametrize("suffix", ["otio", "edl"])
def test_cut_lists_go_out_and_come_in(suffix: str, project: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    before = reelmend("shots", project, "--split", "1:10").data["shots"]
    file = tmp_path / f"cuts.{suffix}"
    assert reelmend("shots", project, "--write", file).code == 0
    reelmend("shots", project, "--merge", f"1-{len(before)}")
    after = reelmend("shots", project, "--read", file)
    assert after.code == 0, after.stderr
    assert [shot["start"] for shot in after.data["shots"]] == [shot["start"] for shot in before]


def test_versions_name_states(project: Path, reelmend: Reelmend) -> None:
    reelmend("version", project, "first look")
    assert [v["name"] for v in reelmend("version", project).data["versions"]] == ["first look"]


def test_a_whole_project_checks_clean_and_a_damaged_one_does_not(project: Path, reelmend: Reelmend) -> None:
    assert reelmend("check", project).code == 0
    assert reelmend("gc", project).data["bytes"] > 0, "the looking round's maps are no longer named"
    artefact = max(project.with_suffix(".artefacts").rglob("*"), key=lambda p: p.stat().st_size if p.is_file() else 0)
    data = bytearray(artefact.read_bytes())
    data[len(data) // 2] ^= 1
    artefact.write_bytes(data)
    broken = reelmend("check", project)
    assert broken.code == 4 and any("damaged" in problem["text"] for problem in broken.data["problems"])


def test_an_interrupted_pass_goes_on_where_it_was_and_gives_the_same(
    restored: Path, reel: Path, tmp_path: Path, reelmend: Reelmend
) -> None:
    project = tmp_path / "killed.reelmend"
    reelmend("new", project, reel / "scan")
    command = [sys.executable, "-m", "app", "run", str(project), "--workers", "1", "--quiet"]
    child = subprocess.Popen(command, start_new_session=True)
    database = project.with_name(project.name + "-wal")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and child.poll() is None and mended_chunks(project) < 1:
        time.sleep(0.05)
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    del database
    assert reelmend("check", project).code == 0
    done = reelmend("run", project, "--workers", "1")
    assert done.code == 0 and done.data["resumed_frames"] >= 16
    for name, path in (("once", restored), ("twice", project)):
        reelmend("export", path, tmp_path / name, "--stage", "repair")
    assert np.array_equal(codes(tmp_path / "once"), codes(tmp_path / "twice"))


def mended_chunks(project: Path) -> int:
    import sqlite3

    try:
        connection = sqlite3.connect(f"file:{project}?mode=ro", uri=True, timeout=1)
        try:
            return int(connection.execute("SELECT count(*) FROM job_chunk WHERE key LIKE 'mend %'").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error:
        return 0


def test_two_processes_do_not_write_one_project(project: Path, reelmend: Reelmend) -> None:
    from app.document.project import Project

    with Project.open(project, "somebody"):
        child = subprocess.run(
            [sys.executable, "-m", "app", "undo", str(project), "--json"], capture_output=True, text=True, check=False
        )
    assert child.returncode == 5
    assert "somebody" in json.loads(child.stdout)["error"]
