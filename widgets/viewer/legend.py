"""The scale of false colour: which colour stands for how much light."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.engine.hdr_look import BANDS
from widgets.theme import colour, figures
from widgets.theme.fonts import SMALL
from widgets.viewer.captions import EDGE, PLATE, plate_size

SWATCH, STEP = 14.0, 44.0
"""Height of the colours, and width of a band, in logical pixels."""


def paint_legend(painter: QPainter, area: QRectF) -> None:
    """A strip of the bands at the bottom right, above the frame line, each with the light up to which it reaches;
    nothing without room."""
    step = min(STEP, (area.width() - 4 * EDGE) / len(BANDS))
    if step < STEP / 2:
        return
    painter.save()
    painter.setFont(figures(SMALL))
    text = painter.fontMetrics().height() + 2.0
    width, height = step * len(BANDS), SWATCH + text
    bottom = area.bottom() - 2 * EDGE - plate_size("0").height()
    plate = QRectF(area.right() - EDGE - width - 8, bottom - height - 8, width + 8, height + 8)
    painter.fillRect(plate, PLATE)
    for place, (top, (red, green, blue)) in enumerate(BANDS):
        left = plate.left() + 4 + place * step
        painter.fillRect(QRectF(left, plate.top() + 4, step - 1, SWATCH), QColor(red, green, blue))
        painter.setPen(colour("text"))
        words = f"{top:g}" if place < len(BANDS) - 1 else "cd/m²"
        painter.drawText(QRectF(left, plate.top() + 4 + SWATCH, step - 1, text), Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
