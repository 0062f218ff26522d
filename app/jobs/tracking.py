"""A mask carried over a shot from the frames on which a person has set it.

From each key the mask is carried to the next, forwards and backwards; between two keys both meet, each counting the
more the nearer it is, so that nothing jumps and nothing drifts past a key. What carries it is the motion in and round
it, as a rotation, a scale and a shift (found by random samples, so that damage and what moves otherwise have no say).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import cv2
import numpy as np

from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.request import Stage
from app.engine.worker import Token
from app.errors import UsageError
from app.jobs.following import shrunk
from app.jobs.progress import Progress, Reporter, silent
from app.jobs.strokes import SoftMask
from app.media.picture import NativePicture
from app.media.reel import FrameId
from operators.contract import FloatArray, MaskArray
from operators.fill.kernels import widened_by
from operators.motion import SearchPicture, estimate

FINE = 2
"""Motion is sought at half the size: what it is wrong by adds up from frame to frame."""

ROUND = 24
"""Pixels round a mask whose motion counts for it."""

STEADY = 2.0
"""Pixels of the scan by which a point may miss the common motion and still have a say."""

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def tracked(
    engine: Engine,
    snapshot: Snapshot,
    reel: str,
    keys: Mapping[int, SoftMask],
    reporter: Reporter = silent,
    token: Token | None = None,
) -> dict[int, SoftMask]:
    """The mask on every frame of the keys' shot but the keys themselves; absent where none of it is left.

    Args:
        engine: The project's, or one aside of it.
        snapshot: The state whose shots count.
        reel: The reel of the keys.
        keys: Frame of the reel to the mask that a person set there; at least one.
        reporter: Told of each step from frame to frame.
        token: Cancels.

    Raises:
        UsageError: there is no key, or they lie in several shots.
        Cancelled: the token says so.
    """
    shots = {snapshot.shot_at(reel, index).id for index in keys}
    if len(shots) != 1:
        raise UsageError("keys of a track must lie in one shot: set them anew there")
    shot = snapshot.shot(shots.pop())
    walk = _Walk(engine, snapshot, reel, token)
    marks = sorted(keys)
    spans = [(marks[0], shot.start - 1, -1), (marks[-1], shot.end, 1)]
    for left, right in pairwise(marks):
        spans += [(left, right, 1), (right, left, -1)]
    progress = Progress("tracking a mask", sum(abs(stop - start) - 1 for start, stop, _ in spans), reporter)
    found: dict[int, list[tuple[float, FloatArray]]] = {}
    for start, stop, way in spans:
        between = stop in keys
        for index, depth in walk.carried(start, stop, way, keys[start]):
            share = 1.0 - abs(index - start) / abs(stop - start) if between else 1.0
            found.setdefault(index, []).append((share, depth))
            progress.advance()
    masks = {index: _mask(sides) for index, sides in found.items()}
    return {index: mask for index, mask in sorted(masks.items()) if mask is not None}


class _Walk:
    """Goes from frame to frame of a reel with a mask."""

    def __init__(self, engine: Engine, snapshot: Snapshot, reel: str, token: Token | None) -> None:
        self._engine, self._snapshot, self._reel, self._token = engine, snapshot, reel, token
        fmt = engine.reels[reel].format
        self._shape = fmt.height, fmt.width

    def carried(self, start: int, stop: int, way: int, key: SoftMask) -> Iterator[tuple[int, FloatArray]]:
        """Each frame after `start` and before `stop`, with how deep `(H, W)` its pixels lie in the mask there."""
        depth = _depth(key, self._shape)
        chain: Matrix = np.eye(3)
        here = self._small(start) if start + way != stop else None
        now: MaskArray = depth > 0
        for index in range(start + way, stop, way):
            if self._token is not None:
                self._token.wait_while_paused()
            there = self._small(index)
            assert here is not None
            chain = _step(here, there, now) @ chain
            size = self._shape[1], self._shape[0]
            seen = cv2.warpAffine(depth, chain[:2], size, flags=cv2.INTER_LINEAR, borderValue=float(depth.min()))
            moved: FloatArray = np.asarray(seen, np.float32)
            yield index, moved
            now, here = moved > 0, there
            if not now.any():
                return

    def _small(self, index: int) -> SearchPicture:
        native = self._engine.picture(FrameId(self._reel, index), Stage.SOURCE, self._snapshot)
        assert isinstance(native, NativePicture)
        return shrunk(native, FINE)


def _step(here: SearchPicture, there: SearchPicture, mask: MaskArray) -> Matrix:
    """How what lies in and round a mask moves from one frame to the next, in pixels of the scan."""
    flow = estimate(here, there)
    height, width = flow.shape[:2]
    near = widened_by(mask, ROUND)[FINE // 2 :: FINE, FINE // 2 :: FINE][:height, :width]
    rows, columns = np.nonzero(near)
    if rows.size < 3:
        return np.eye(3)
    points = (np.stack([columns, rows], axis=1) + 0.5) * FINE
    moved = points + flow[rows, columns] * FINE
    nothing: Any = None
    found, _ = cv2.estimateAffinePartial2D(
        points.astype(np.float32), moved.astype(np.float32), nothing, cv2.RANSAC, STEADY
    )
    step: Matrix = np.eye(3)
    step[:2] = found if found is not None else np.c_[np.eye(2), np.median(moved - points, axis=0)]
    return step


def _depth(soft: SoftMask, shape: tuple[int, int]) -> FloatArray:
    """How far `(H, W)` each pixel lies inside a mask; outside it is negative."""
    whole = np.zeros(shape, np.uint8)
    x0, y0, x1, y1 = soft.box
    whole[y0:y1, x0:x1] = soft.core
    inside, outside = (cv2.distanceTransform(one, cv2.DIST_L2, 5) for one in (whole, 1 - whole))
    return np.asarray(inside - outside, np.float32)


def _mask(sides: list[tuple[float, FloatArray]]) -> SoftMask | None:
    """Where the sides, each by its share, say that a pixel lies inside; None for nowhere."""
    total = sum(share for share, _ in sides)
    depth = sum((share * side for share, side in sides), np.zeros_like(sides[0][1])) / max(total, 1e-6)
    inside = depth > 0
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    if not rows.size:
        return None
    part = inside[int(rows[0]) : int(rows[-1]) + 1, int(columns[0]) : int(columns[-1]) + 1]
    return SoftMask(int(columns[0]), int(rows[0]), part.astype(np.float32))
