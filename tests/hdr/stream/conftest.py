"""The film in every container, made once a session, and where reference material lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.hdr.stream.sei import Kind
from app.hdr.vivid.payload import pack
from tests.hdr.stream.film import SHARED, metadata, write


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
