"""Fixtures of the sequence tests; their makers are plain modules beside this file."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from frame_makers import make_picture, write_frames

from app.media.picture import PictureFormat


@pytest.fixture
def frames(tmp_path: Path) -> Callable[..., Path]:
    """Write `count` noise pictures of a kind into a new folder."""

    def make(kind: str, format: PictureFormat, count: int = 3, name: str = "scan", **spec: object) -> Path:
        return write_frames(tmp_path / name, kind, [make_picture(format, seed) for seed in range(count)], **spec)

    return make


@pytest.fixture(scope="session")
def ffmpeg() -> str:
    found = shutil.which("ffmpeg")
    if found is None:
        pytest.skip("the program ffmpeg is not installed")
    return found
