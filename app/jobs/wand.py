"""The magic wand: what hangs together on a pass's probability map round a point, at whatever threshold."""

from __future__ import annotations

import cv2
import numpy as np

from app.document.maps import Map, Maps
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.errors import UsageError
from app.jobs.strokes import SoftMask
from app.media.reel import FrameId
from operators.fill.kernels import widened_by

REACH = 3
"""Pixels from the point within which the map's peak is sought: nobody hits a speck exactly."""

SHARE = 0.4
"""Part of the peak from which a pixel belongs to what was clicked."""

LEAST = 6
"""Of 255: below, the pass saw nothing at all."""

RIM = 1
"""Pixels that are taken besides: the rim of damage is damaged too."""


def wand(engine: Engine, snapshot: Snapshot, frame: FrameId, x: float, y: float) -> SoftMask:
    """The mask of what a pass saw at a point of the scan, whether it found it probable enough or not.

    Raises:
        UsageError: no pass has looked at the frame, or it saw nothing there.
    """
    maps = _maps(engine, snapshot, frame)
    if not maps:
        raise UsageError("no pass has looked at this frame: run one, or draw round the damage by hand")
    found = [(peak, values) for values in maps if (peak := _peak(values, x, y)) is not None]
    if not found:
        raise UsageError("the passes saw nothing there: draw round it by hand")
    (row, column), values = max(found, key=lambda item: int(item[1][item[0]]))
    level = max(SHARE * float(values[row, column]), LEAST)
    _, labels = cv2.connectedComponents((values >= level).astype(np.uint8), connectivity=8)
    mask = widened_by(np.asarray(labels == labels[row, column]), RIM)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, left = int(rows[0]), int(columns[0])
    part = mask[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    return SoftMask(left, top, part.astype(np.float32))


def _peak(values: Map, x: float, y: float) -> tuple[int, int] | None:
    """Row and column of the most probable pixel near a point; None where it is none."""
    height, width = values.shape
    row, column = int(np.floor(y)), int(np.floor(x))
    top, left = max(row - REACH, 0), max(column - REACH, 0)
    near = values[top : min(row + REACH + 1, height), left : min(column + REACH + 1, width)]
    if not near.size or int(near.max()) < LEAST:
        return None
    down, across = np.unravel_index(int(np.argmax(near)), near.shape)
    return top + int(down), left + int(across)


def _maps(engine: Engine, snapshot: Snapshot, frame: FrameId) -> list[Map]:
    """The probability maps of every pass in force that looked at the frame."""
    found = []
    for item in snapshot.passes.values():
        starts = [start for reel, start in item.maps if reel == frame.reel and start <= frame.index]
        if not item.active or not starts:
            continue
        pack = Maps(engine.project.artefacts, item.maps[frame.reel, max(starts)])
        for defect in {step.defect for step in item.steps if step.defect}:
            values = pack.get(frame.index, defect)
            if values is not None:
                found.append(values)
    return found
