"""The sound's waveform: least and greatest sample of every column."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.text import translate
from widgets.timeline.columns import strongest
from widgets.timeline.lanes.base import (
    PAD,
    columns_of,
    draw_columns,
    draw_text,
    fill_film,
    film_edges,
    packed,
    ratio_of,
)
from widgets.timeline.model import Model

FULL = 32768
"""Full scale of a sample."""


def paint(painter: QPainter, area: QRectF, model: Model) -> None:
    """Peaks round a middle line; a word where there is no sound."""
    fill_film(painter, area, model)
    if not model.film.length:
        return
    if model.waves is None:
        left, right = film_edges(area, model)
        text = translate("Timeline", "No sound")
        draw_text(painter, QRectF(left + PAD, area.top(), right - left - 2 * PAD, area.height()), text)
        return
    starts, ends = columns_of(painter, area, model)
    rows = round(area.height() * ratio_of(painter))
    middle, room = rows // 2, rows / 2 - 2 * ratio_of(painter)
    low = strongest(model.waves[:, 0], starts, ends, least=True).astype(np.float32) * (room / FULL)
    high = strongest(model.waves[:, 1], starts, ends).astype(np.float32) * (room / FULL)
    height = middle - np.arange(rows)[:, None]
    words = np.zeros((rows, starts.size), np.uint32)
    words[(height <= np.maximum(high, 0)) & (height >= np.minimum(low, 0))] = packed("luma", 0.8)
    words[:, starts >= ends] = 0
    draw_columns(painter, area, words)
