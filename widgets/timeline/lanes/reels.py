"""The pieces of the programme: where each reel begins, and its name."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.theme import colour
from widgets.timeline.lanes.base import PAD, draw_text, fill_film, thin_line
from widgets.timeline.model import Model


def paint(painter: QPainter, area: QRectF, model: Model) -> None:
    """A name stays readable while its reel is in view, however far its beginning lies to the left."""
    fill_film(painter, area, model)
    start, end = model.scale.shown()
    for index, piece in enumerate(model.laid.pieces):
        if piece.beyond <= start or piece.first >= end:
            continue
        left = max(area.left() + model.scale.x(piece.first), area.left())
        right = min(area.left() + model.scale.x(piece.beyond), area.right())
        painter.fillRect(
            QRectF(left, area.top(), right - left, area.height()), colour("raised" if index % 2 else "panel")
        )
        if piece.first >= start:
            thin_line(painter, left, area.top(), area.bottom(), colour("text_dim"))
        if right - left > 24:
            draw_text(painter, QRectF(left + PAD, area.top(), right - left - 2 * PAD, area.height()), piece.name)
