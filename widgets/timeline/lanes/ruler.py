"""The ruler: marks that suit the zoom, and the marked range."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.theme import colour
from widgets.timeline.lanes.base import draw_columns, draw_text, fill_film, number_font, packed, ratio_of
from widgets.timeline.model import Model
from widgets.timeline.ticks import Tick, ticks

BIG, SMALL_TICK = 10.0, 5.0
"""Heights of the marks."""
LABEL_INSET = 9.0
"""Pixels between a mark and its label: room for the playhead's head."""
MARK = 4.0
"""Height of the band that shows the marked range, at the bottom of the ruler."""


def paint(painter: QPainter, area: QRectF, model: Model) -> None:
    """Marks hang from the top edge, labels beside the big ones; in and out stand as a band at the bottom."""
    fill_film(painter, area, model, "panel")
    if not model.film.length:
        return
    bottom = area.bottom()
    marked = model.marked
    if marked is not None:
        left, right = (area.left() + model.scale.x(position) for position in marked)
        left, right = max(left, area.left() - 8), min(right, area.right() + 8)
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()), colour("selected", 0.5))
        painter.fillRect(QRectF(left, bottom - MARK, max(right - left, 1.0), MARK), colour("accent"))
    marks = ticks(model.scale, model.rate, model.unit)
    _paint_ticks(painter, area, model, marks)
    type = number_font()
    for tick in marks:
        left = area.left() + model.scale.x(tick.position) + LABEL_INSET
        if tick.label and left >= area.left():  # a label cut off at the left says the wrong time
            draw_text(
                painter,
                QRectF(left, area.top() + 2, 160, area.height() - MARK - 2),
                tick.label,
                type=type,
                elide=False,
            )
    if marked is not None:
        _paint_marks(painter, area, model)


def _paint_ticks(painter: QPainter, area: QRectF, model: Model, marks: tuple[Tick, ...]) -> None:
    ratio = ratio_of(painter)
    words = np.zeros((round(BIG * ratio), round(area.width() * ratio)), np.uint32)
    positions = np.array([tick.position for tick in marks])
    big = np.array([bool(tick.label) for tick in marks])
    columns = np.rint((positions - model.scale.first) * model.scale.pixels * ratio).astype(np.int64)
    seen = (columns >= 0) & (columns < words.shape[1])
    words[: round(SMALL_TICK * ratio), columns[seen]] = packed("edge")
    words[:, columns[seen & big]] = packed("text_dim")
    draw_columns(painter, area, words)


def _paint_marks(painter: QPainter, area: QRectF, model: Model) -> None:
    """Brackets at in and out, so that they are told apart by shape."""
    ink = colour("accent")
    for position, side in ((model.in_point, 1), (None if model.out_point is None else model.out_point + 1, -1)):
        if position is None:
            continue
        x = area.left() + model.scale.x(position)
        painter.fillRect(QRectF(min(x, x + 2 * side), area.top() + 8, 2, area.height() - 8), ink)
        painter.fillRect(QRectF(min(x, x + 7 * side), area.top() + 8, 7, 2), ink)
