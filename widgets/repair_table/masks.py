"""Small pictures of masks, read on other threads for the rows in sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

import cv2
import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from app.document.candidates import Row
from app.document.patches import read_patch
from widgets.bridge.bridge import Bridge

WIDTH, HEIGHT = 40, 20
KEPT = 4000
Bytes = np.ndarray[Any, np.dtype[np.uint8]]


class MaskPictures(QObject):
    """Belongs to the UI thread; never waits."""

    arrived = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._held: OrderedDict[int, QPixmap] = OrderedDict()

    def get(self, number: int) -> QPixmap | None:
        """The mask of a detection where it is at hand."""
        return self._held.get(number)

    def want(self, rows: Iterable[Row]) -> None:
        """Read these soon, and no others; what was never filled has no mask to show."""
        missing = [row for row in rows if row.repair.length and row.number not in self._held]
        if not missing:
            return
        store = self._bridge.project.artefacts

        def question() -> dict[int, Bytes]:
            found = {}
            for row in missing:
                repair = row.repair
                mask = read_patch(store, repair.pack, repair.offset, repair.length).mask
                found[row.number] = small(mask.astype(np.uint8))
            return found

        self._bridge.ask(self, "masks", question, self._take)

    def _take(self, found: dict[int, Bytes]) -> None:
        for number, picture in found.items():
            image = QImage(picture.data, WIDTH, HEIGHT, WIDTH, QImage.Format.Format_Grayscale8)
            self._held[number] = QPixmap.fromImage(image)
        while len(self._held) > KEPT:
            self._held.popitem(last=False)
        self.arrived.emit()


def small(mask: Bytes) -> Bytes:
    """A mask (0 or 1) as grey bytes `(HEIGHT, WIDTH)`, whole and in its shape; thin ones stay visible."""
    height, width = mask.shape
    scale = min((WIDTH - 2) / width, (HEIGHT - 2) / height, 4.0)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    made = cv2.resize(mask * np.uint8(255), size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_NEAREST)
    # What is thinner than a pixel of the picture would vanish in the mean.
    lifted = np.where(made > 0, np.maximum(made, 96), 0).astype(np.uint8)
    whole = np.full((HEIGHT, WIDTH), 16, np.uint8)
    top, left = (HEIGHT - size[1]) // 2, (WIDTH - size[0]) // 2
    part = whole[top : top + size[1], left : left + size[0]]
    np.maximum(part, lifted.reshape(part.shape), out=part)
    return whole
