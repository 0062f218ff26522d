"""The store keeps whole artefacts or none."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.document.artefacts import ArtefactStore
from app.errors import NoRoomError, ProjectError


@pytest.fixture
def store(tmp_path: Path) -> ArtefactStore:
    return ArtefactStore(tmp_path / "film.artefacts")


def files(store: ArtefactStore) -> list[Path]:
    return [path for path in store.root.rglob("*") if path.is_file()]


def test_content_is_found_by_its_hash(store: ArtefactStore) -> None:
    hash = store.put([b"in ", b"pieces"], "test")
    assert hash == hashlib.sha256(b"in pieces").hexdigest() == store.put(b"in pieces", "test")
    assert store.get(hash) == b"in pieces" and store.read(hash, 3, 2) == b"pi"
    assert store.path(hash) == store.root / hash[:2] / hash[2:]
    assert list(store.hashes()) == [hash] and len(files(store)) == 1 and store.has(hash)


def test_what_is_missing_or_damaged_is_named(store: ArtefactStore) -> None:
    hash = store.put(b"whole", "test")
    assert store.damage(hash) is None
    store.path(hash).write_bytes(b"whale")
    with pytest.raises(ProjectError, match=r"is damaged .*backup"):
        store.get(hash)
    assert "damaged" in str(store.damage(hash))
    with pytest.raises(ProjectError, match="damaged"):
        store.read(hash, 3, 9)
    assert store.put(b"whole", "test") == hash and store.get(hash) == b"whole"  # putting it again mends it
    store.remove(hash)
    store.remove(hash)
    with pytest.raises(ProjectError, match="is missing: bring the artefacts folder back"):
        store.get(hash)
    assert "missing" in str(store.damage(hash))


def test_an_interrupted_put_leaves_nothing(store: ArtefactStore) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"begun"
        raise RuntimeError("the child was cancelled")

    with pytest.raises(RuntimeError):
        store.put(pieces(), "test")
    assert files(store) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_leaves_nothing(store: ArtefactStore, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def full(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoRoomError, match=r"no room left .* for patches"):
        store.put(b"data", "patches")
    assert files(store) == []


def test_a_really_full_disk(tmp_path: Path) -> None:
    """A file system of 256 KiB fills up in the middle of an artefact."""
    mount = shutil.which("mount")
    disk = tmp_path / "disk"
    disk.mkdir()
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    try:
        store = ArtefactStore(disk / "film.artefacts")
        small = store.put(b"fits", "test")
        with pytest.raises(NoRoomError):
            store.put((b"x" * 65536 for _ in range(8)), "patches")
        assert files(store) == [store.path(small)] and store.get(small) == b"fits"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_many_threads_put_the_same_and_other_things(store: ArtefactStore) -> None:
    def work(number: int) -> None:
        for index in range(20):
            store.put(f"{index % 5 + number % 2 * 5}".encode() * 1000, "test")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(store.hashes())) == 10 == len(files(store))
    assert all(store.damage(hash) is None for hash in store.hashes())
