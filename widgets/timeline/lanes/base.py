"""What a lane is, and what several of them draw with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from widgets.theme import colour, figures, font
from widgets.timeline.columns import Array, frames_of_columns
from widgets.timeline.model import Model

SMALL = 11
PAD = 6.0
"""Pixels between an edge and text."""

LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

Paint = Callable[[QPainter, QRectF, Model], None]
"""Draw a lane: the painter, the area that is the film's width (x 0 of the scale is its left edge), the model."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of the timeline.

    Attributes:
        id: Name in code.
        title: What is written at its left, in the user's language.
        paint: Draws it.
        height: Logical pixels, at least.
        grows: Takes a share of the room that is left.
        rank: Where there is too little room, lanes of a higher rank go first; 0 stays always.
        legend: What its colours mean, (colour, words) from top to bottom; written in place of the title.
    """

    id: str
    title: Callable[[], str]
    paint: Paint
    height: int
    grows: bool = False
    rank: int = 0
    legend: Callable[[], tuple[tuple[str, str], ...]] = tuple


def ratio_of(painter: QPainter) -> float:
    """Device pixels of a logical pixel where this painter draws."""
    return painter.device().devicePixelRatio()


def film_edges(area: QRectF, model: Model) -> tuple[float, float]:
    """Where the film begins and ends in an area, cut to it."""
    left = area.left() + model.scale.x(0)
    right = area.left() + model.scale.x(model.film.length)
    return max(left, area.left()), min(max(right, area.left()), area.right())


def fill_film(painter: QPainter, area: QRectF, model: Model, name: str = "panel") -> None:
    """The lane's ground: the film's part in one tone, what lies beyond in the background's."""
    left, right = film_edges(area, model)
    painter.fillRect(area, colour("background"))
    painter.fillRect(QRectF(left, area.top(), right - left, area.height()), colour(name))


def columns_of(painter: QPainter, area: QRectF, model: Model) -> tuple[Array, Array]:
    """The frames of each device pixel column of an area."""
    return frames_of_columns(model.scale, ratio_of(painter) * area.width() / model.scale.width)


def packed(name: str, alpha: float = 1.0) -> int:
    """A theme colour as a premultiplied ARGB word."""
    made = colour(name)
    red, green, blue = (round(part * alpha) for part in (made.red(), made.green(), made.blue()))
    return round(255 * alpha) << 24 | red << 16 | green << 8 | blue


def draw_columns(painter: QPainter, area: QRectF, words: Array) -> None:
    """Draw `(rows, columns)` uint32 premultiplied ARGB device pixels at the top left of an area."""
    words = np.ascontiguousarray(words, np.uint32)
    height, width = words.shape
    image = QImage(words.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio_of(painter))
    painter.drawImage(QPointF(area.left(), area.top()), image)


def draw_text(
    painter: QPainter,
    area: QRectF,
    text: str,
    name: str = "text_dim",
    *,
    type: QFont | None = None,
    elide: bool = True,
) -> None:
    """One line of small text, vertically centred, cut with an ellipsis."""
    chosen = type or font(SMALL)
    if elide:
        text = QFontMetricsF(chosen).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(chosen)
    painter.setPen(colour(name))
    painter.drawText(area, LEFT_MIDDLE, text)


def number_font() -> QFont:
    """For figures that stand below each other."""
    return figures(SMALL)


def whole(x: float, painter: QPainter) -> float:
    """The nearest edge of a device pixel: thin lines are crisp there."""
    ratio = ratio_of(painter)
    return round(x * ratio) / ratio


def thin_line(painter: QPainter, x: float, top: float, bottom: float, ink: QColor) -> None:
    """A vertical line one device pixel wide."""
    painter.fillRect(QRectF(whole(x, painter), top, 1 / ratio_of(painter), bottom - top), ink)
