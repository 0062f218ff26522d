"""A colourist's session in a real window under Xvfb, in both languages; what it exported, read by other programs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.main import main
from tests.end_to_end.window.screen import MISSING, shown_screen
from tests.jobs.hdr_film import LONG, SHOTS, make_hdr_film

ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)} for a screen with real keys")


@pytest.mark.slow
@pytest.mark.parametrize(("language", "size"), [("en", "1280x800"), ("zh_CN", "2560x1440")])
def test_a_colourists_session_by_real_keys_and_pointer(tmp_path: Path, language: str, size: str) -> None:
    make_hdr_film(tmp_path).close()
    project, target = tmp_path / "film.reelmend", tmp_path / "graded.mp4"
    pictures = Path(os.environ.get("REELMEND_SCREENSHOTS", tmp_path / "pictures")) / f"colourist {language}"
    with shown_screen(size) as screen:
        done = subprocess.run(
            [sys.executable, "-m", "tests.end_to_end.window.colourist", project, target, pictures, language, size],
            env={**screen.environment, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path),
                 "PYTHONPATH": str(ROOT)},
            cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    told = json.loads(done.stdout.strip().splitlines()[-1])
    assert ("Verified" if language == "en" else "回读校验") in told["note"]
    assert main(["check", str(project), "--quiet"]) == 0
    assert main(["hdr", "verify", str(target), "--quiet"]) == 0
    if shutil.which("mediainfo"):
        said = subprocess.run(["mediainfo", target], capture_output=True, text=True, check=True).stdout
        assert "HDR Vivid" in said and "SMPTE ST 2086" in said
    counted = subprocess.run(
        ["ffprobe", "-v", "error", "-count_frames", "-select_streams", "v", "-show_entries",
         "stream=nb_read_frames", "-of", "csv=p=0", target],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert int(counted.stdout.strip().strip(",")) == LONG * len(SHOTS)
