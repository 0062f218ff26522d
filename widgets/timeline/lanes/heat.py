"""The heat strip: above the middle what is mended, below it what is proposed and waits for a person."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.text import translate
from widgets.timeline.columns import Array, cover
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

LEAST = 2.0
"""Height of the bar of a single detection: it must be seen."""
GAPS_FROM = 6.0
"""Pixels of a frame from which the bars of neighbours stand apart."""


def paint(painter: QPainter, area: QRectF, model: Model) -> None:
    """Bars up from the middle line: accepted; bars down: proposed. The line is bright where a pass looked."""
    fill_film(painter, area, model)
    if not model.film.length:
        return
    if not model.heat.looked_at and not model.heat.accepted.any():
        left, right = film_edges(area, model)
        running = any(item.kind == "pass" for item in model.progress)
        text = translate("Timeline", "A pass is running") if running else translate("Timeline", "No pass has run yet")
        draw_text(painter, QRectF(left + PAD, area.top(), right - left - 2 * PAD, area.height()), text)
        return
    starts, ends = columns_of(painter, area, model)
    draw_columns(
        painter, area, bars(model, starts, ends, round(area.height() * ratio_of(painter)), ratio_of(painter))
    )


def bars(model: Model, starts: Array, ends: Array, rows: int, ratio: float) -> Array:
    """The strip as `(rows, columns)` ARGB words."""
    up, down = model.heat.levels(starts, ends)
    if model.scale.pixels >= GAPS_FROM:
        first = np.diff(starts, prepend=-1) > 0
        up, down = np.where(first, 0, up), np.where(first, 0, down)
    middle = rows // 2
    least = LEAST * ratio
    room = middle - 2 * ratio
    line = np.arange(rows)[:, None]
    words = np.zeros((rows, starts.size), np.uint32)
    words[middle, starts < ends] = packed("line")
    words[middle, cover(model.heat.looked_at, starts, ends)] = packed("text_dim")
    for level, name, distance in ((up, "ok", middle - line), (down, "warn", line - middle)):
        height = np.where(level > 0, np.maximum(level * room, least), 0)
        words[(distance > 0) & (distance <= height)] = packed(name)
    return words


def legend() -> tuple[tuple[str, str], ...]:
    """What stands above the middle line and what below it: (colour, words)."""
    return (("ok", translate("Timeline", "Accepted")), ("warn", translate("Timeline", "Proposed")))
