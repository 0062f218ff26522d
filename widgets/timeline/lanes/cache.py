"""What is held in memory and plays at once."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.timeline.columns import cover
from widgets.timeline.lanes.base import columns_of, draw_columns, fill_film, packed, ratio_of
from widgets.timeline.model import Model

BAR = 4.0
"""Height of the bar in logical pixels."""


def paint(painter: QPainter, area: QRectF, model: Model) -> None:
    """A thin bar under the frames whose pictures are at hand; half as thick where only a stand-in is."""
    fill_film(painter, area, model)
    if not model.film.length:
        return
    starts, ends = columns_of(painter, area, model)
    row = np.where(starts < ends, packed("field"), 0).astype(np.uint32)
    row[cover(model.cached, starts, ends)] = packed("blue")
    height = round(BAR * ratio_of(painter))
    bar = np.repeat(row[None], height, axis=0)
    bar[height // 2 :, cover(model.approximate, starts, ends)] = packed("blue", 0.6)
    draw_columns(painter, QRectF(area.left(), area.center().y() - BAR / 2, area.width(), BAR), bar)
