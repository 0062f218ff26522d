"""The artefact store: big results by the SHA-256 of their bytes, beside the project file.

A file appears under its final name only when all its bytes are on the disk, and the row that names it is
committed only after that: so no row ever names half an artefact.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.errors import NoRoomError, ProjectError

TEMPORARY = ".tmp-"
HASH = re.compile(r"[0-9a-f]{64}")


class ArtefactStore:
    """A folder of files `ab/cdef...` named by their content. Safe to use from many threads and processes."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, hash: str) -> Path:
        """Where the artefact lies or would lie."""
        return self.root / hash[:2] / hash[2:]

    def has(self, hash: str) -> bool:
        """True where the artefact is there (its bytes are not looked at)."""
        return self.path(hash).is_file()

    def put(self, data: bytes | Iterable[bytes], kind: str) -> str:
        """Keep bytes (or pieces of them) and return their hash; when this returns they are on the disk.

        Args:
            data: The artefact, whole or in pieces.
            kind: What it is, in words, for the error's sentence ("patches", "probability maps").

        Raises:
            NoRoomError: The disk is full. Nothing is left behind.
            ProjectError: The folder cannot be written.
        """
        pieces = [data] if isinstance(data, bytes) else data
        self.root.mkdir(parents=True, exist_ok=True)
        temporary = self.root / f"{TEMPORARY}{os.getpid()}-{secrets.token_hex(8)}"
        try:
            hash = _write(temporary, pieces)
            target = self.path(hash)
            if self._is_whole(target, hash):
                temporary.unlink()
            else:
                _make_folder(target.parent)
                temporary.replace(target)
            _sync_folder(target.parent)
        except BaseException as error:
            temporary.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise _explained(error, self.root, kind) from error
            raise
        return hash

    def _is_whole(self, target: Path, hash: str) -> bool:
        """True where the artefact is there already and undamaged."""
        return target.is_file() and _hash_of(target) == hash

    def get(self, hash: str) -> bytes:
        """The artefact's bytes, checked against the hash; ProjectError where it is missing or damaged."""
        data = self._read(hash, 0, -1)
        if hashlib.sha256(data).hexdigest() != hash:
            raise ProjectError(_damaged(self.path(hash)))
        return data

    def read(self, hash: str, offset: int, length: int) -> bytes:
        """A piece of an artefact, for random access. The hash is not checked: packs carry their own sums."""
        data = self._read(hash, offset, length)
        if len(data) != length:
            raise ProjectError(_damaged(self.path(hash)))
        return data

    def _read(self, hash: str, offset: int, length: int) -> bytes:
        try:
            with self.path(hash).open("rb") as file:
                file.seek(offset)
                return file.read(length)
        except FileNotFoundError:
            raise ProjectError(
                f"the artefact {self.path(hash)} is missing: bring the artefacts folder back from your backup"
            ) from None
        except OSError as error:
            raise ProjectError(f"the artefact {self.path(hash)} cannot be read: {error.strerror}") from error

    def damage(self, hash: str) -> str | None:
        """What is wrong with an artefact, as a sentence, or None."""
        path = self.path(hash)
        if not path.is_file():
            return f"the artefact {path} is missing"
        return None if _hash_of(path) == hash else _damaged(path)

    def hashes(self) -> Iterator[str]:
        """Every artefact in the folder."""
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            for file in sorted(folder.iterdir()):
                if HASH.fullmatch(folder.name + file.name):
                    yield folder.name + file.name

    def temporaries(self) -> list[Path]:
        """Half-written files that an interrupted `put` left. Nothing names them."""
        return sorted(self.root.glob(f"{TEMPORARY}*"))

    def remove(self, hash: str) -> None:
        """Delete an artefact; harmless where it is gone."""
        self.path(hash).unlink(missing_ok=True)


def _write(target: Path, pieces: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    with target.open("xb") as file:
        for piece in pieces:
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(exist_ok=True)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable (fsync(2): a new name needs its directory synced). Windows has no
    such call; NTFS journals the rename."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _damaged(path: Path) -> str:
    return f"the artefact {path} is damaged (its bytes do not match its name): bring it back from your backup"


def _explained(error: OSError, root: Path, kind: str) -> NoRoomError | ProjectError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NoRoomError(f"no room left on the disk of {root} for {kind}: free some and run again")
    return ProjectError(f"{kind} cannot be written into {root}: {error.strerror}")
