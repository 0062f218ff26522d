"""Keeps frame tables, so that a movie's packets are read once and not at every opening.

The cache is a convenience: a missing, damaged or unwritable folder only costs the scan again.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import zipfile
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import av
import numpy as np
import platformdirs

from app.media.movie.index import FrameTable, build_table
from app.media.movie.verified import verified_ends

_VERSION = 3
_KEPT_FILES = 256
_SAMPLE = 1 << 16


def fingerprint(path: Path) -> str:
    """SHA-256 of a movie's size and of three samples: it knows the file again after a move, in milliseconds."""
    size = path.stat().st_size
    digest = hashlib.sha256(size.to_bytes(8, "little"))
    with path.open("rb") as file:
        for offset in (0, size // 2, max(size - _SAMPLE, 0)):
            file.seek(offset)
            digest.update(file.read(_SAMPLE))
    return digest.hexdigest()


@lru_cache(maxsize=32)
def frame_table(path: Path, mark: str) -> FrameTable:
    """The frame table of the movie at `path`, whose fingerprint is `mark`; built where it is not kept yet."""
    kept = _folder() / f"{_name(mark)}.npz"
    table = _load(kept)
    if table is None:
        table = verified_ends(path, build_table(path))
        _store(kept, table)
    return table


def _folder() -> Path:
    return platformdirs.user_cache_path("reelmend") / "movie-index"


def _name(mark: str) -> str:
    # Another FFmpeg may cut packets otherwise: its tables are its own.
    versions = ".".join(str(n) for v in ("libavformat", "libavcodec") for n in av.library_versions[v])
    return f"{mark[:40]}-{_VERSION}-{versions}"


def _load(path: Path) -> FrameTable | None:
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as kept:
            base, promised, counted, undecodable, checksums = (int(v) for v in kept["facts"][1:])
            table = FrameTable(
                kept["pts"],
                kept["key_pts"],
                kept["key_seek"],
                kept["key_at"],
                kept["stored_pts"],
                kept["stored_size"],
                Fraction(int(kept["facts"][0]), base),
                bool(counted),
                promised,
                tuple(int(i) for i in kept["corrupt"]),
                undecodable,
                bool(checksums),
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, ZeroDivisionError):
        return None
    return table if _is_sound(table) else None


def _is_sound(table: FrameTable) -> bool:
    stored = len(table.stored_pts)
    return (
        len(table.pts) > 0
        and len(table.key_pts) == len(table.key_seek) == len(table.key_at) > 0
        and len(table.stored_size) == stored > int(table.key_at.max())
        and bool(np.all(np.diff(table.pts) > 0))
    )


def _store(path: Path, table: FrameTable) -> None:
    base = table.time_base
    facts = [base.numerator, base.denominator, table.promised, table.counted, table.undecodable, table.checksums]
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        facts=np.array(facts, np.int64),
        pts=table.pts,
        key_pts=table.key_pts,
        key_seek=table.key_seek,
        key_at=table.key_at,
        stored_pts=table.stored_pts,
        stored_size=table.stored_size,
        corrupt=np.array(table.corrupt, np.int64),
    )
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(buffer.getvalue())
        temporary.replace(path)
        _forget_oldest(path.parent)


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.npz"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in kept[_KEPT_FILES:]:
        file.unlink(missing_ok=True)
