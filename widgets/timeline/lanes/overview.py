"""The whole film in one strip, with what of it is in view: also the scroll bar."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.theme import colour
from widgets.timeline.columns import frames_of_columns
from widgets.timeline.lanes.base import draw_columns, packed, ratio_of, thin_line
from widgets.timeline.model import Model
from widgets.timeline.scale import Scale

LEAST = 12.0
"""Width of the view's frame at least, so that it can be grasped."""


def whole_film(model: Model, width: float) -> Scale:
    """The scale of the strip: always the whole film, over the whole width."""
    made = Scale.fitting(model.film.length, max(round(width), 1))
    return replace(made, pixels=width / max(model.film.length, 1))


def view_frame(area: QRectF, model: Model) -> QRectF:
    """The part of the strip that stands for what is in view."""
    scale = whole_film(model, area.width())
    left, right = scale.x(model.scale.first), scale.x(min(model.scale.beyond, model.film.length))
    if right - left < LEAST:
        left = min(max((left + right - LEAST) / 2, 0), area.width() - LEAST)
        right = left + LEAST
    return QRectF(area.left() + left, area.top() + 1, right - left, area.height() - 2)


def paint(painter: QPainter, area: QRectF, model: Model) -> None:
    """What is touched anywhere in the film, and reel boundaries. It changes with neither zoom nor pan."""
    painter.fillRect(area, colour("background"))
    if not model.film.length:
        return
    ratio = ratio_of(painter)
    scale = whole_film(model, area.width())
    starts, ends = frames_of_columns(scale, ratio * area.width() / scale.width)
    up, down = model.heat.levels(starts, ends)
    rows = round((area.height() - 6) * ratio)
    line = rows - np.arange(rows)[:, None]
    words = np.full((rows, starts.size), packed("panel"), np.uint32)
    for level, name, alpha in ((down, "warn", 0.55), (up, "ok", 1.0)):
        words[line <= np.where(level > 0, np.maximum(level * rows, 2 * ratio), 0)] = packed(name, alpha)
    draw_columns(painter, area.adjusted(0, 3, 0, 0), words)
    for piece in model.laid.pieces[1:]:
        thin_line(painter, area.left() + scale.x(piece.first), area.top(), area.bottom(), colour("text_dim"))


def paint_view(painter: QPainter, area: QRectF, model: Model) -> None:
    """A frame round what is in view, and shade on the rest. Drawn over the kept strip, which stays as it is."""
    if model.scale.fitted or not model.film.length:
        return
    frame = view_frame(area, model)
    shade = colour("background", 0.6)
    painter.fillRect(QRectF(area.left(), area.top(), frame.left() - area.left(), area.height()), shade)
    painter.fillRect(QRectF(frame.right(), area.top(), area.right() - frame.right(), area.height()), shade)
    painter.setPen(colour("text"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
