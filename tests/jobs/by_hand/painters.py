"""Painting on a project: what the tests of hand repairs share, and the child that gets killed."""

from __future__ import annotations

import os
import random
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from app.document import Change
from app.document.repair import Repair
from app.engine.render import as_native
from app.engine.request import Stage
from app.jobs.hand_repair import erase, paint
from app.jobs.strokes import Dab, Stroke
from app.media.picture import NativePicture
from app.media.reel import FrameId
from app.session import Session

FRAME = 12


def stroke(*points: tuple[float, float], size: float = 12.0, hardness: float = 1.0) -> Stroke:
    return Stroke(tuple(Dab(x, y, size / 2) for x, y in points), hardness)


def frame_of(session: Session, index: int = FRAME) -> FrameId:
    return FrameId(next(iter(session.snapshot.reels)), index)


def painted(session: Session, drawn: Stroke, index: int = FRAME, **more: str) -> Change:
    return session.project.dispatch(paint(session.engine, frame_of(session, index), drawn, **more))


def erased(session: Session, drawn: Stroke, index: int = FRAME) -> Change | None:
    command = erase(session.engine, frame_of(session, index), drawn)
    return None if command is None else session.project.dispatch(command)


def picture(session: Session, stage: Stage = Stage.REPAIR, index: int = FRAME) -> NativePicture:
    return as_native(session.engine.picture(frame_of(session, index), stage)).picture


def repairs(session: Session, index: int = FRAME) -> dict[str, Repair]:
    """Everything on the frame, by id."""
    frame = frame_of(session, index)
    return {item.id: item for item in session.project.detections_of(session.snapshot, frame.reel, frame.index)}


def by_hand(session: Session, index: int = FRAME) -> list[Repair]:
    return [item for item in repairs(session, index).values() if item.detector == "hand" and item.accepted]


def whole_mask(session: Session, repair: Repair) -> np.ndarray:
    """A repair's mask over the whole frame."""
    patch = session.engine.patch(repair)
    assert patch is not None
    fmt = session.engine.reels[repair.reel].format
    canvas = np.zeros((fmt.height, fmt.width), bool)
    height, width = patch.mask.shape
    canvas[patch.y0 : patch.y0 + height, patch.x0 : patch.x0 + width] = patch.mask
    return canvas


def paint_for_ever(path: Path, seed: int, channel: Connection) -> None:
    """Paint, erase, undo; each acknowledged row's id goes down the channel by one system call."""
    dice = random.Random(seed)
    session = Session.open(path)
    say(channel, "open")
    while True:
        spot = (dice.uniform(60, 100), dice.uniform(60, 100))
        change = None
        if dice.random() < 0.3 and by_hand(session):
            change = erased(session, stroke(spot, size=10))
        elif dice.random() < 0.3 and by_hand(session):
            change = session.project.undo()
        change = change or painted(session, stroke(spot, size=16))
        change.wait()
        say(channel, f"row {change.id}")


def say(channel: Connection, text: str) -> None:
    os.write(channel.fileno(), f"{text}\n".encode())
