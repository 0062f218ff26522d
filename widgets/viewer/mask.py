"""The masks alone: accepted white, proposed grey, everything else black."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from widgets.desk import Compare
from widgets.viewer.marks import Marked, State
from widgets.viewer.overlay import AT_ONCE, Ask
from widgets.viewer.pane import Bytes, paint_pixels
from widgets.viewer.scene import Panes, Scene

LEVELS = {State.ACCEPTED: 255, State.PROPOSED: 128, State.REJECTED: 0}


@dataclass(frozen=True, eq=False)
class _Made:
    """A picture of masks and what it was made of."""

    marked: Marked
    size: tuple[int, int]
    pixels: Bytes


class MaskView:
    """The union of the frame's masks; made once a set of marks, on another thread (`ask`) where they are many."""

    needs: tuple[str, ...] = ("b",)

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._made: _Made | None = None
        self._asked: tuple[Marked, tuple[int, int]] | None = None

    def panes(self, area: QRectF, compare: Compare, shape: float) -> Panes:
        """One pane."""
        return (("b", area),)

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """The masks; nothing while they are being read, those of a moment ago while they are drawn."""
        marked = scene.marked
        if marked is None:
            return
        for view in scene.views.values():
            size = (view.width, view.height)
            if self._made is None or self._made.marked is not marked or self._made.size != size:
                self._make(marked, size)
            if self._made is not None and self._made.marked.frame == marked.frame:
                paint_pixels(painter, self._made.pixels, view)

    def side(self, scene: Scene, point: QPointF) -> str:
        """B: the masks lie on what is worked on."""
        return "b"

    def _make(self, marked: Marked, size: tuple[int, int]) -> None:
        def make() -> _Made:
            return _Made(marked, size, mask_picture(marked, *size))

        if len(marked.marks) <= AT_ONCE:
            self._take(make())
        elif self._asked != (marked, size):
            self._asked = (marked, size)
            self._ask(make, self._take)

    def _take(self, made: _Made) -> None:
        self._made = made


def mask_picture(marked: Marked, width: int, height: int) -> Bytes:
    """The masks as grey `(height, width)` bytes by LEVELS; where they overlap the lightest wins."""
    picture = np.zeros((height, width), np.uint8)
    for mark, state in zip(marked.marks, marked.states, strict=True):
        repair = mark.repair
        part = picture[max(repair.y0, 0) : repair.y1, max(repair.x0, 0) : repair.x1]
        mask = mark.mask[max(-repair.y0, 0) :, max(-repair.x0, 0) :][: part.shape[0], : part.shape[1]]
        np.maximum(part, mask * np.uint8(LEVELS[state]), out=part)
    return picture
