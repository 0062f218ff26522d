"""Media made on the spot by the ffmpeg program, and a cache folder of each test's own."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.media.movie import index_cache

Make = Callable[..., Path]


def have(program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"the program {program} is not installed")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr(index_cache, "_folder", lambda: folder)
    index_cache.frame_table.cache_clear()
    return folder


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """`make(name, *output options, source=..., inputs=())`: a movie by the ffmpeg program."""
    have("ffmpeg")

    def run(
        name: str, *options: str, source: str = "testsrc2=s=96x64:r=24:d=2", inputs: tuple[str, ...] = ()
    ) -> Path:
        target = tmp_path / name
        head = ["ffmpeg", "-v", "error", "-y", *inputs, "-f", "lavfi", "-i", source]
        subprocess.run([*head, *options, str(target)], check=True)
        return target

    return run


@pytest.fixture
def raw_frames() -> Callable[..., list[bytes]]:
    """Every frame of a movie as the ffmpeg program decodes it, in its own pixel format."""
    have("ffmpeg")

    def run(path: Path, size: int, *options: str) -> list[bytes]:
        command = ["ffmpeg", "-v", "quiet", *options, "-i", str(path), "-map", "0:v:0", "-vsync", "passthrough"]
        raw = subprocess.run([*command, "-f", "rawvideo", "-"], capture_output=True, check=True).stdout
        assert len(raw) % size == 0
        return [raw[i : i + size] for i in range(0, len(raw), size)]

    return run


@pytest.fixture
def probe() -> Callable[..., dict[str, Any]]:
    """ffprobe's view: streams (frames counted) and format."""
    have("ffprobe")

    def run(path: Path, *more: str) -> dict[str, Any]:
        command = [
            "ffprobe",
            "-v",
            "error",
            *more,
            "-count_frames",
            "-show_streams",
            "-show_format",
            "-of",
            "json",
            str(path),
        ]
        return dict(json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))

    return run
