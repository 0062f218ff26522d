"""The film in every container, made once a session, and where reference material lies."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from app.hdr.stream.sei import Kind
from app.hdr.vivid.payload import pack
from app.media.movie import index_cache
from tests.hdr.stream.film import SHARED, have, metadata, write


@pytest.fixture(scope="session")
def payloads() -> list[bytes]:
    return [pack(frame) for frame in metadata()]


Exports = Callable[[str, bool], Path]


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory, payloads: list[bytes]) -> Exports:
    """`exports(suffix, with_vivid)`: the film in a container, made once."""
    folder = tmp_path_factory.mktemp("exports")

    def made(suffix: str, with_vivid: bool = True) -> Path:
        target = folder / f"{'vivid' if with_vivid else 'plain'}{suffix}"
        if target.exists():
            return target
        return write(target, Kind.VIVID, payloads) if with_vivid else write(target, None, [])

    return made


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the vectors and streams of ../shared/hdr are not here")
    return SHARED


@pytest.fixture(scope="session")
def samples(shared: Path) -> Path:
    if not (shared / "samples").is_dir():
        pytest.skip("the public streams of ../shared/hdr/samples are not here")
    return shared / "samples"


@pytest.fixture
def with_sound(exports, tmp_path: Path) -> Path:
    """The film with a sound track that begins later, and a timecode."""
    have("ffmpeg")
    path = tmp_path / "sound.mov"
    tone = ["-itsoffset", "0.25", "-f", "lavfi", "-i", "sine=r=48000:d=0.8"]
    command = ["ffmpeg", "-v", "error", "-i", exports(".mov", False), *tone, "-c:v", "copy", "-c:a", "pcm_s16le"]
    subprocess.run(list(map(str, [*command, "-timecode", "01:02:03:04", path])), check=True)
    return path


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Frame tables go into the test's own folder."""
    monkeypatch.setattr(index_cache, "_folder", lambda: tmp_path / "cache")
    index_cache.frame_table.cache_clear()
