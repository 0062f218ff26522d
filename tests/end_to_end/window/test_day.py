"""A whole day's work in a real window under Xvfb, and a project killed in the middle of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.main import main
from app.session import Session
from tests.end_to_end.window.screen import MISSING, Screen, shown_screen

ROOT = Path(__file__).resolve().parents[3]
FILM = ROOT.parent / "shared" / "data" / "film" / "market_street_1906"

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)} for a screen with real keys")


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with shown_screen() as made:
        yield made


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first frame of a damaged reel, 24 frames: of 1906 where it lies beside the project, else of our own."""
    folder = tmp_path_factory.mktemp("media")
    if FILM.is_dir():
        for number, source in enumerate(sorted(FILM.glob("*.png"))[:24]):
            (folder / f"street.{number:04d}.png").write_bytes(source.read_bytes())
        return folder / "street.0000.png"
    size = ["--seconds", "1", "--size", "320x240", "--seed", "5", "--quiet"]
    assert main(["demo-reel", str(folder / "reel"), *size]) == 0
    return next(iter(sorted((folder / "reel" / "scan").glob("*.dpx"))))


def worked(screen: Screen, media: Path, folder: Path, *parts: str) -> subprocess.CompletedProcess[str]:
    pictures = Path(os.environ.get("REELMEND_SCREENSHOTS", folder / "pictures"))
    return subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.window.day", media, folder / "film.reelmend", pictures, *parts],
        env={**screen.environment, "HOME": str(folder), "XDG_CACHE_HOME": str(folder), "PYTHONPATH": str(ROOT)},
        cwd=ROOT, capture_output=True, text=True, timeout=400, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_a_day_by_real_keys_and_pointer_and_the_state_comes_back(screen: Screen, media: Path, tmp_path: Path) -> None:
    day = worked(screen, media, tmp_path)
    assert day.returncode == 0, day.stderr
    assert "Traceback" not in day.stderr, day.stderr
    project = tmp_path / "film.reelmend"
    killed = worked(screen, media, tmp_path, "killed")
    assert killed.returncode == -9, killed.stderr
    kept = json.loads(killed.stdout.strip().splitlines()[-1])["rows"]
    with Session.open(project) as session:
        rows = list(session.project.entries())
        assert len(rows) == kept
        assert all(row.acknowledged for row in rows)
        assert [row.kind for row in rows[-3:]].count("AddRepairs") + [row.kind for row in rows[-3:]].count(
            "ReviseRepairs"
        ) == 3
    assert main(["check", str(project), "--quiet"]) == 0
