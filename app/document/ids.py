"""Ids and hashes: global, so that two people's copies of a project never clash."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
import uuid

import numpy as np

_lock = threading.Lock()
_last_tick = 0


def new_id() -> str:
    """A UUID version 7 (RFC 9562, section 5.7) as text: global, and ordered by time within one process.

    The 12 bits after the millisecond are a fraction of it (section 6.2, method 3); ids made in the same
    quarter of a microsecond take the next tick, so that a later id of this process always sorts later.
    """
    global _last_tick
    with _lock:
        tick = max((time.time_ns() << 12) // 1_000_000, _last_tick + 1)
        _last_tick = tick
    value = (tick >> 12) << 80 | 0x7 << 76 | (tick & 0xFFF) << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))


def sha256(*parts: bytes) -> str:
    """Hex SHA-256 of the parts, each led by its length, so that no two lists of parts look alike."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()


def component_key(
    reel: str, frame: int, defect: str, x0: int, y0: int, mask: np.ndarray[tuple[int, int], np.dtype[np.bool_]]
) -> str:
    """The stable id of a detected component: 32 hex digits over reel, frame, class, place and mask bits.

    `mask` is boolean `(h, w)` with its corner at (x0, y0) of the frame. A re-run that finds the same
    component gives the same key, and so a person's verdict survives it. Rows and columns of False round the
    component do not count.
    """
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if rows.size == 0:
        raise ValueError("a component must have at least one pixel")
    tight = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    place = f"{frame} {x0 + columns[0]} {y0 + rows[0]} {tight.shape[0]} {tight.shape[1]}"
    return sha256(reel.encode(), defect.encode(), place.encode(), np.packbits(tight).tobytes())[:32]
