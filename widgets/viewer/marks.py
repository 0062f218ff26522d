"""The detections of one frame with their masks, read off the UI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainterPath, QPolygon, QPolygonF

from app.document.maps import Maps
from app.document.patches import read_patch
from app.document.project import Project
from app.document.repair import Repair
from app.document.snapshot import Snapshot
from app.media.reel import FrameId

Mask = np.ndarray[Any, np.dtype[np.bool_]]

BIG = 4000
"""Corners from which a mask is drawn as an image: a path of so many is slower than its pixels."""


class State(StrEnum):
    """What is in force on a detection."""

    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    REJECTED = "rejected"


@dataclass(frozen=True, eq=False)
class Mark:
    """A detection and the pixels it marks.

    `mask` is bool `(h, w)` over the box (x0, y0, x1, y1) of the frame. `outline` runs along the pixels' edges in
    picture coordinates; it is empty where the mask has more than BIG corners.
    """

    repair: Repair
    mask: Mask
    outline: QPainterPath

    @property
    def state(self) -> State:
        """Accepted, rejected by a person, or proposed."""
        return state_of(self.repair, self.repair.threshold)

    @property
    def is_big(self) -> bool:
        """True where there is no outline, only the mask."""
        return self.outline.isEmpty()

    def covers(self, x: int, y: int) -> bool:
        """Whether the pixel (x, y) of the frame is under the mask."""
        row, column = y - self.repair.y0, x - self.repair.x0
        height, width = self.mask.shape
        return 0 <= row < height and 0 <= column < width and bool(self.mask[row, column])


def state_of(repair: Repair, threshold: float) -> State:
    """What would be in force on a detection at a threshold: a person's verdict comes first."""
    if repair.verdict == "reject":
        return State.REJECTED
    accepted = repair.verdict == "accept" or repair.probability >= threshold
    return State.ACCEPTED if accepted else State.PROPOSED


@dataclass(frozen=True, eq=False)
class Marked:
    """The marks of a frame with the states they have now, in ledger order."""

    frame: FrameId
    marks: tuple[Mark, ...]
    states: tuple[State, ...]

    @classmethod
    def at(cls, frame: FrameId, marks: tuple[Mark, ...], thresholds: Mapping[tuple[str, str], float]) -> Marked:
        """The marks where, for some (pass id, defect), a threshold is being tried out."""
        return cls(
            frame,
            marks,
            tuple(
                state_of(repair, thresholds.get((repair.pass_id, repair.defect), repair.threshold))
                for repair in (mark.repair for mark in marks)
            ),
        )


def outline_of(mask: Mask, x0: int, y0: int) -> QPainterPath:
    """The border of a mask along its pixels' edges, holes wound the other way; empty above BIG corners.

    The contour of the mask enlarged twice runs through half pixels: even ones lie on a pixel's near edge, odd ones
    on its far edge.
    """
    if mask.all():
        return _box(*mask.shape).translated(x0, y0)
    return _traced(mask, x0, y0)


@lru_cache(maxsize=4096)
def _box(height: int, width: int) -> QPainterPath:
    """The border of a whole box: what was never filled has no finer mask, and there may be thousands of them."""
    return _traced(np.ones((height, width), np.bool_), 0, 0)


def _traced(mask: Mask, x0: int, y0: int) -> QPainterPath:
    doubled = np.repeat(np.repeat(mask.astype(np.uint8), 2, axis=0), 2, axis=1)
    contours, _ = cv2.findContours(doubled, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    path = QPainterPath()
    if sum(len(contour) for contour in contours) > BIG:
        return path
    path.setFillRule(Qt.FillRule.WindingFill)
    for contour in contours:
        corners = (contour[:, 0] + 1) // 2 + (x0, y0)
        path.addPolygon(QPolygonF(QPolygon([QPoint(x, y) for x, y in corners.tolist()])))
        path.closeSubpath()
    return path


def read_marks(project: Project, snapshot: Snapshot, frame: FrameId) -> tuple[Mark, ...]:
    """Every detection on a frame, in ledger order. Reads SQLite and files: not for the UI thread."""
    maps = _Maps(project, snapshot)
    found = []
    for repair in project.detections_of(snapshot, frame.reel, frame.index):
        mask = _mask(project, maps, repair)
        found.append(Mark(repair, mask, outline_of(mask, repair.x0, repair.y0)))
    return tuple(found)


def _mask(project: Project, maps: _Maps, repair: Repair) -> Mask:
    """The baked patch's mask; for what was never filled the pass's map inside the box; the whole box at worst."""
    shape = (repair.y1 - repair.y0, repair.x1 - repair.x0)
    if repair.length:
        patch = read_patch(project.artefacts, repair.pack, repair.offset, repair.length)
        if patch.mask.shape == shape:
            return patch.mask
    drawn = maps.cut(repair)
    return drawn if drawn is not None and drawn.shape == shape and drawn.any() else _whole(shape)


@lru_cache(maxsize=4096)
def _whole(shape: tuple[int, int]) -> Mask:
    """A mask of the whole box, the same for all of its size: thousands are made, and let go, in no time."""
    mask = np.ones(shape, bool)
    mask.setflags(write=False)
    return mask


class _Maps:
    """The probability maps of one frame's passes, each read once."""

    def __init__(self, project: Project, snapshot: Snapshot) -> None:
        self._project = project
        self._snapshot = snapshot
        self._read: dict[tuple[str, str], np.ndarray[Any, np.dtype[np.uint8]] | None] = {}

    def cut(self, repair: Repair) -> Mask | None:
        """Where the map inside the repair's box says at least half of the repair's own probability."""
        key = (repair.pass_id, repair.defect)
        if key not in self._read:
            self._read[key] = self._map(repair)
        values = self._read[key]
        if values is None:
            return None
        level = max(repair.probability * 127.5, 1.0)
        return np.asarray(values[repair.y0 : repair.y1, repair.x0 : repair.x1] >= level)

    def _map(self, repair: Repair) -> np.ndarray[Any, np.dtype[np.uint8]] | None:
        made_by = self._snapshot.passes.get(repair.pass_id)
        stored: Mapping[tuple[str, int], str] = made_by.maps if made_by else {}
        starts = [start for reel, start in stored if reel == repair.reel and start <= repair.frame]
        if not starts:
            return None
        return Maps(self._project.artefacts, stored[repair.reel, max(starts)]).get(repair.frame, repair.defect)
