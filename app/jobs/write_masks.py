"""Masks as pictures: what the detectors saw, and what was in fact mended."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from app.document.files import write_whole
from app.document.maps import Maps
from app.document.model import Pass, ProgrammeItem
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.worker import Token
from app.errors import MediaError, NoRoomError
from app.jobs.progress import Progress, Reporter
from app.media.sequence.naming import frame_path
from operators.contract import MaskArray

REPAIR = "repair"
INDEX = "index.csv"
"""In the folder of masks: which frame each is of."""


def write_masks(
    engine: Engine,
    snapshot: Snapshot,
    ranges: Sequence[ProgrammeItem],
    folder: Path,
    classes: Sequence[str],
    reporter: Reporter,
    token: Token,
) -> None:
    """Write one 8-bit grey PNG a frame and class, `CLASS/%06d.png` from 0: probability, and 0 or 255 in `repair/`.

    Masks are counted from 0, the scan's files as they are named: `index.csv` says which is which, line by line
    (mask, reel, frame of the reel from 0, the file it lies in).

    Raises:
        MediaError: the folder holds such masks already, or cannot be written.
        NoRoomError: the disk is full.
    """
    for name in (*classes, REPAIR):
        target = folder / name
        if target.is_dir() and any(target.glob("*.png")):
            raise MediaError(f"{target} holds masks already: name another folder or clear it first")
        target.mkdir(parents=True, exist_ok=True)
    frames = [(item.reel, index) for item in ranges for index in range(item.start, item.end)]
    write_whole(folder / INDEX, _index(engine, frames))
    seen = _Seen(engine, snapshot)
    progress = Progress("writing masks", len(frames), reporter)
    for number, (reel, index) in enumerate(frames):
        token.wait_while_paused()
        fmt = engine.reels[reel].format
        for name in classes:
            found = seen.read(reel, index, name)
            _save(
                folder / name / f"{number:06d}.png",
                np.zeros((fmt.height, fmt.width), np.uint8) if found is None else found,
            )
        mended = accepted_mask(engine, snapshot, reel, index)
        _save(folder / REPAIR / f"{number:06d}.png", mended.astype(np.uint8) * 255)
        progress.advance()


def _index(engine: Engine, frames: Sequence[tuple[str, int]]) -> bytes:
    """A line a mask, and one of titles (RFC 4180), UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("mask", "reel", "frame", "source"))
    for number, (id, index) in enumerate(frames):
        reel = engine.reels[id]
        sequence = reel.kind == "sequence"
        source = frame_path(reel.path, reel.first_number + index) if sequence else reel.path
        writer.writerow((f"{number:06d}.png", reel.path.name, index, source.name))
    return text.getvalue().encode()


def accepted_mask(engine: Engine, snapshot: Snapshot, reel: str, index: int) -> MaskArray:
    """The union of a frame's accepted masks, `(H, W)`."""
    fmt = engine.reels[reel].format
    union = np.zeros((fmt.height, fmt.width), bool)
    for patch in engine.patches(snapshot, reel, index):
        height, width = patch.mask.shape
        union[patch.y0 : patch.y0 + height, patch.x0 : patch.x0 + width] |= patch.mask
    return union


class _Seen:
    """Probability maps of the newest pass over a frame; keeps the last pack open."""

    def __init__(self, engine: Engine, snapshot: Snapshot) -> None:
        self._store = engine.project.artefacts
        self._passes: list[Pass] = [item for item in snapshot.passes.values() if item.active and item.maps]
        self._open: tuple[str, Maps] | None = None

    def read(self, reel: str, index: int, defect: str) -> np.ndarray[Any, np.dtype[np.uint8]] | None:
        for item in reversed(self._passes):
            starts = [start for name, start in item.maps if name == reel and start <= index]
            if not starts:
                continue
            pack = self._pack(item.maps[reel, max(starts)])
            found = pack.get(index, defect)
            if found is not None:
                return found
        return None

    def _pack(self, hash: str) -> Maps:
        if self._open is None or self._open[0] != hash:
            self._open = (hash, Maps(self._store, hash))
        return self._open[1]


def _save(path: Path, picture: np.ndarray[Any, np.dtype[np.uint8]]) -> None:
    good, data = cv2.imencode(".png", picture)
    if not good:
        raise MediaError(f"{path} cannot be encoded")
    try:
        path.write_bytes(data.tobytes())
    except OSError as error:
        if error.errno == 28:
            raise NoRoomError(f"no room left on the disk of {path}; the masks are not complete") from None
        raise MediaError(f"{path} cannot be written: {error.strerror}") from None
