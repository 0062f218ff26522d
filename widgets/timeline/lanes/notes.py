"""Notes of reviews; there are none yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.text import translate
from widgets.timeline.lanes.base import PAD, draw_text, fill_film, film_edges
from widgets.timeline.model import Model


def paint(painter: QPainter, area: QRectF, model: Model) -> None:
    """An empty lane that says so."""
    fill_film(painter, area, model)
    if model.film.length:
        left, right = film_edges(area, model)
        text = translate("Timeline", "No notes yet")
        draw_text(painter, QRectF(left + PAD, area.top(), right - left - 2 * PAD, area.height()), text)
