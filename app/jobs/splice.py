"""A splice steadied: the frames after a join jump, settle back and flash; they are moved and dimmed to what follows.

The camera's own motion is what the frames move by once they have settled; whatever they move by more before is the
jump. Brightness is told likewise, and mended by one gain a frame. What the shift uncovers at an edge comes from
the frame after. The cement line itself is dirt like any other: paint it.
"""

from __future__ import annotations

from itertools import pairwise

import cv2
import numpy as np

from app.document.model import Handwork
from app.engine.engine import Engine
from app.engine.request import Stage
from app.engine.tensors import to_tensor
from app.engine.worker import Token
from app.errors import UsageError
from app.jobs.fixes import Fix
from app.jobs.following import shrunk
from app.jobs.whole_frame import Remade, whole_frame
from app.media.picture import NativePicture
from app.media.reel import FrameId
from operators.contract import FloatArray, as_array, luma
from operators.motion import estimate

SETTLE = 4
"""Frames after a join that may jump or flash."""

STEADY = 3
"""Steps after them that tell the camera's own motion."""

FINE = 2
"""Motion is sought at half the size."""

LEAST_JUMP, LEAST_FLASH = 0.4, 0.01
"""Pixels, and part of the brightness, below which a frame is left as it is."""

DEFECT = "splice"


def steadied(engine: Engine, frame: FrameId, token: Token | None = None) -> list[tuple[FrameId, Fix]]:
    """The fixes of the frames after a splice; empty where they are steady already.

    Args:
        engine: The project's, or one aside of it.
        frame: The first frame after the join.
        token: Cancels.

    Raises:
        UsageError: the shot is too short after it to tell what is steady, or a frame cannot be read.
        Cancelled: the token says so.
    """
    shot = engine.project.snapshot.shot_at(frame.reel, frame.index)
    left, needed = shot.end - frame.index, SETTLE + STEADY + 1
    if left < needed:
        raise UsageError(f"only {left} frames of the shot follow the splice: steadying needs {needed}")
    pictures = [_seen(engine, FrameId(frame.reel, frame.index + k)) for k in range(needed)]
    searched = [shrunk(picture, FINE) for picture in pictures]
    levels = [_levels(picture) for picture in pictures]
    steps = []
    for a, b in pairwise(searched):
        if token is not None:
            token.wait_while_paused()
        steps.append(np.median(estimate(a, b).reshape(-1, 2), axis=0) * FINE)
    # A fade goes on through a splice: only what steps are brighter than those of the settled film is flash.
    gains = [float(np.median(b / a)) for a, b in pairwise(levels)]
    usual, fade = np.median(steps[SETTLE:], axis=0), float(np.median(gains[SETTLE:]))
    following, found = as_array(to_tensor(pictures[SETTLE])), []
    for k in reversed(range(SETTLE)):
        off = np.sum([step - usual for step in steps[k:SETTLE]], axis=0)
        given = as_array(to_tensor(pictures[k]))
        if np.abs(off).max() < LEAST_JUMP:
            off = np.zeros(2)
        gain = float(np.prod([one / fade for one in gains[k:SETTLE]]))
        if not off.any() and abs(gain - 1.0) < LEAST_FLASH:
            following = given
            continue
        following = np.float32(gain) * _shifted(given, off, following / np.float32(gain), usual)
        at = FrameId(frame.reel, frame.index + k)
        shift = round(float(-off[0])), round(float(-off[1]))
        found.append((at, Fix(whole_frame(engine, at), Remade(following, Handwork("splice", (), shift)), DEFECT)))
    return found[::-1]


def _seen(engine: Engine, frame: FrameId) -> NativePicture:
    native = engine.picture(frame, Stage.REPAIR)
    assert isinstance(native, NativePicture)
    if engine.decoders.is_bad(frame):
        raise UsageError(f"frame {frame.index} cannot be read: replace it before steadying the splice")
    return native


def _levels(picture: NativePicture) -> FloatArray:
    """The brightness of small blocks, which no grain and little motion changes."""
    grey = luma(as_array(to_tensor(picture)))
    size = (max(grey.shape[1] // 16, 1), max(grey.shape[0] // 16, 1))
    return np.maximum(np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.float32), np.float32(1e-3))


def _shifted(picture: FloatArray, off: FloatArray, after: FloatArray, usual: FloatArray) -> FloatArray:
    """`picture` `(C, H, W)` moved by `off`; what that uncovers is what `after`, one camera step on, shows there."""
    height, width = picture.shape[1:]
    moved = np.array([[1, 0, off[0]], [0, 1, off[1]]], np.float32)
    back = np.array([[1, 0, -usual[0]], [0, 1, -usual[1]]], np.float32)
    covered = cv2.warpAffine(np.ones((height, width), np.float32), moved, (width, height)) > 0.99
    planes = [
        np.where(
            covered,
            cv2.warpAffine(plane, moved, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE),
            cv2.warpAffine(later, back, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE),
        )
        for plane, later in zip(picture, after, strict=True)
    ]
    return np.asarray(np.stack(planes), np.float32)
