"""Words over the picture: the burn-in line, names of the panes, and what to do where there is no picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from widgets.theme import colour, figures, font, icon
from widgets.theme.fonts import BODY, SMALL, TITLE
from widgets.theme.palette import TEXT_DIM, WARN

PAD_X, PAD_Y, EDGE = 8.0, 4.0, 8.0
PLATE = QColor(0, 0, 0, 165)
"""Dark enough that TEXT keeps 4.5:1 on a white picture behind it."""


def plate_size(text: str) -> QSize:
    """The size of a line on its plate, in logical pixels."""
    metrics = QFontMetricsF(figures(SMALL))
    return QSize(int(metrics.horizontalAdvance(text) + 2 * PAD_X + 1), int(metrics.height() + 2 * PAD_Y))


def paint_plate(painter: QPainter, area: QRectF, text: str, corner: Qt.AlignmentFlag, tint: str = "text") -> QRectF:
    """A line of text on a dark plate in a corner of `area`, cut short with dots where it does not fit."""
    size = plate_size(text)
    width = min(float(size.width()), area.width() - 2 * EDGE)
    if width < 4 * PAD_X:
        return QRectF()
    right, bottom = bool(corner & Qt.AlignmentFlag.AlignRight), bool(corner & Qt.AlignmentFlag.AlignBottom)
    plate = QRectF(
        area.right() - EDGE - width if right else area.left() + EDGE,
        area.bottom() - EDGE - size.height() if bottom else area.top() + EDGE,
        width,
        float(size.height()),
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PLATE)
    painter.drawRoundedRect(plate, 3, 3)
    painter.setFont(figures(SMALL))
    painter.setPen(colour(tint))
    room = plate.adjusted(PAD_X, 0, -PAD_X, 0)
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)
    painter.restore()
    return plate


def paint_line(painter: QPainter, area: QRectF, text: str) -> QRectF:
    """Text on a dark plate in the middle of the foot of `area`, in several lines where one is too long."""
    face = font(BODY)
    room = QRectF(0, 0, max(area.width() - 2 * (EDGE + PAD_X), 4 * PAD_X), area.height())
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    box = QFontMetricsF(face).boundingRect(room, flags, text).adjusted(-PAD_X, -PAD_Y, PAD_X, PAD_Y)
    box.moveCenter(QPointF(area.center().x(), area.bottom() - EDGE - box.height() / 2))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PLATE)
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(face)
    painter.setPen(colour("text"))
    painter.drawText(box, flags, text)
    painter.restore()
    return box


def paint_notice(painter: QPainter, area: QRectF, title: str, hint: str = "", sign: str = "film") -> None:
    """A sign, a title and a hint in the middle of an empty pane."""
    width = min(area.width() - 32, 480.0)
    if width < 80:
        return
    middle = area.center()
    tint = WARN if sign == "triangle-alert" else TEXT_DIM
    icon(sign, tint).paint(painter, QRect(int(middle.x()) - 20, int(middle.y()) - 68, 40, 40))
    painter.setPen(colour("text"))
    below = _paragraph(painter, font(TITLE), title, QPointF(middle.x() - width / 2, middle.y() - 16), width)
    painter.setPen(colour("text_dim"))
    _paragraph(painter, font(BODY), hint, QPointF(middle.x() - width / 2, below + 8), width)


def _paragraph(painter: QPainter, face: QFont, text: str, top_left: QPointF, width: float) -> float:
    """Centred text, wrapped; returns where it ends."""
    layout = QTextLayout(text, face)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter))
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height() * 1.2
    layout.endLayout()
    layout.draw(painter, top_left)
    return top_left.y() + y
