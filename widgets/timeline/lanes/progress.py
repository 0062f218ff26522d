"""Passes at work, drawn on the shots they work on."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from widgets.text import translate
from widgets.theme import colour, figures
from widgets.timeline.columns import cover
from widgets.timeline.lanes.base import LEFT_MIDDLE, SMALL, columns_of, draw_columns, packed, ratio_of
from widgets.timeline.model import Model, Progress

BAR = 4.0
LABEL = 16.0
"""Heights of the bar and of the words above it."""


def paint_progress(painter: QPainter, area: QRectF, model: Model) -> None:
    """A bar along the bottom of the shots: dashed where the pass still has to go, solid where it is done."""
    if not model.progress:
        return
    starts, ends = columns_of(painter, area, model)
    ratio = ratio_of(painter)
    dashes = np.arange(starts.size) // max(round(3 * ratio), 1) % 2 == 0
    row = np.zeros(starts.size, np.uint32)
    for item in model.progress:
        asked = cover(item.asked, starts, ends)
        row[asked] = packed("background")
        row[asked & dashes] = packed("accent", 0.55)
    for item in model.progress:
        row[cover(item.done, starts, ends)] = packed("accent")
    bar = QRectF(area.left(), area.bottom() - BAR, area.width(), BAR)
    draw_columns(painter, bar, np.repeat(row[None], round(BAR * ratio), axis=0))
    for item in model.progress:
        _paint_words(painter, bar, model, item)


def _paint_words(painter: QPainter, bar: QRectF, model: Model, item: Progress) -> None:
    """Title and share done, at the left end of what is in view of the job's first stretch."""
    start, end = model.scale.shown()
    seen = [(max(first, start), min(beyond, end)) for first, beyond in item.asked if first < end and beyond > start]
    if not seen:
        return
    left = bar.left() + max(model.scale.x(seen[0][0]), 0.0)
    right = bar.left() + min(model.scale.x(seen[-1][1]), bar.width())
    words = translate("Timeline", "{job}: {percent} %").format(job=item.title, percent=int(item.fraction * 100))
    if item.paused:
        words = translate("Timeline", "{job}, paused").format(job=words)
    type = figures(SMALL)
    width = QFontMetricsF(type).horizontalAdvance(words) + 12
    if width > right - left:
        return
    label = QRectF(left, bar.top() - LABEL, width, LABEL)
    painter.fillRect(label, colour("background", 0.85))
    painter.setFont(type)
    painter.setPen(colour("text"))
    painter.drawText(label.adjusted(6, 0, 0, 0), LEFT_MIDDLE, words)
