"""What a restorer's corrections say, pixel by pixel: the truth of the frames that a person has looked through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import torch

from app.document.looked import looked_through
from app.document.model import HAND
from app.document.patches import Patch
from app.document.repair import Repair
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.info import frame_info
from app.engine.keys import key_of
from app.engine.render import as_tensor
from app.engine.request import Stage
from app.engine.shot_frames import ShotFrames
from app.media.reel import FrameId
from app.training.shards import UNASKED, ByteArray
from operators.contract import FloatArray, MaskArray
from operators.dirt.network import CLASSES
from operators.dirt.rounds import REACH
from operators.motion import finite_luma

Picture = np.ndarray[Any, np.dtype[Any]]

MOST = 48
"""Corrected frames that are learned from at most, spread evenly over those there are."""


@dataclass(frozen=True, slots=True, eq=False)
class Corrected:
    """A corrected frame.

    Attributes:
        window: The source frames round it, by offset, `(C, H, W)`, within its shot.
        mended: The frame with every repair in force, `(C, H, W)`.
        truth: `(len(CLASSES), H, W)`: 0, 1 or `UNASKED`.
        patched: `(H, W)`: where `mended` is a fill; whatever it looks like, it is no film.
    """

    window: dict[int, torch.Tensor]
    mended: torch.Tensor
    truth: ByteArray
    patched: MaskArray


def corrected_frames(engine: Engine, snapshot: Snapshot) -> tuple[FrameId, ...]:
    """Every frame that a person has looked through, in order; no pixel is read."""
    return tuple(FrameId(reel, index) for reel, index in looked_through(engine.project, snapshot))


def chosen(frames: Sequence[FrameId]) -> tuple[FrameId, ...]:
    """Those to learn from: all of them, or `MOST` spread evenly."""
    count = min(len(frames), MOST)
    return tuple(frames[round(place * (len(frames) - 1) / max(count - 1, 1))] for place in range(count))


def corrections_key(engine: Engine, snapshot: Snapshot, frames: Sequence[FrameId]) -> str:
    """A hash over all that the corrections of these frames say."""
    said = [
        [f.reel, f.index, [[r.id, r.verdict, r.accepted, r.pack, r.offset] for r in _found(engine, snapshot, f)]]
        for f in frames
    ]
    return key_of(said, {id: snapshot.reel(id).fingerprint for id in sorted({f.reel for f in frames})})


def corrected(engine: Engine, snapshot: Snapshot, frame: FrameId) -> Corrected:
    """The pictures and the truth of a corrected frame. MediaError where it cannot be read."""
    reel = engine.reels[frame.reel]
    shot = snapshot.shot_at(frame.reel, frame.index)
    info = frame_info(reel, snapshot.reel(frame.reel).encoding)
    frames = ShotFrames(engine.decoders, frame.reel, shot.start, shot.end, info, 2 * REACH + 1)
    window = dict(frames.window(frame.index, REACH, REACH).frames)
    mended = as_tensor(engine.picture(frame, Stage.REPAIR, snapshot))
    change = np.abs(finite_luma(mended) - finite_luma(window[0]))
    found = [(repair, engine.patch(repair)) for repair in _found(engine, snapshot, frame)]
    patched = np.zeros(change.shape, bool)
    for repair, patch in found:
        if repair.accepted and patch is not None:
            _part(patched, patch)[patch.mask] = True
    return Corrected(window, mended, _truth(found, change, info.code_step), patched)


def _found(engine: Engine, snapshot: Snapshot, frame: FrameId) -> tuple[Repair, ...]:
    return engine.project.detections_of(snapshot, frame.reel, frame.index)


def _truth(found: Sequence[tuple[Repair, Patch | None]], change: FloatArray, code_step: float) -> ByteArray:
    """What is in force counts; of what nobody decided on and is not in force, nothing is asked."""
    truth = np.zeros((len(CLASSES), *change.shape), np.uint8)
    for repair, patch in found:
        if patch is None:
            truth[:, repair.y0 : repair.y1, repair.x0 : repair.x1] = UNASKED
        elif not repair.accepted and repair.verdict != "reject":
            _part(truth, patch)[:, patch.mask] = UNASKED
    for repair, patch in found:
        if patch is not None and repair.verdict == "reject":
            _part(truth, patch)[:, patch.mask] = 0
    unchanged = np.asarray(cv2.blur(change, (3, 3))) < _least_change(change, code_step)
    for repair, patch in found:
        if patch is not None and repair.accepted:
            own = CLASSES.index(repair.defect) if repair.defect in CLASSES else 0
            part = _part(truth, patch)[own]
            part[patch.mask] = 1
            if repair.detector == HAND:
                # A brush is broader than what it wipes away: where it changed next to nothing there was nothing.
                part[patch.mask & _part(unchanged, patch)] = UNASKED
    return truth


def _part(picture: Picture, patch: Patch) -> Picture:
    height, width = patch.mask.shape
    return picture[..., patch.y0 : patch.y0 + height, patch.x0 : patch.x0 + width]


def _least_change(change: FloatArray, code_step: float) -> float:
    """What a fill changes where nothing was wrong: a quarter of what it changes in the middle, or two code values."""
    changed = change[change > 0]
    return max(2.0 * code_step, 0.25 * float(np.median(changed)) if changed.size else 0.0)
