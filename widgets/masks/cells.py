"""How a cell of the list of repairs is drawn: one look at the repair, where Qt's own way asks the model ten times."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.document.repair import Repair
from widgets.masks.room import Room
from widgets.masks.words import class_icon, class_name, decider_icon, percent, risk_icon, state_icon
from widgets.theme import colour

STATE, CLASS, PROBABILITY, SIZE, BY = range(5)
ROW_HEIGHT = 24
PICTURE = 16
MARGIN = 8
RISK_ROOM = 72
"""Width of the cell of the class from which the sign of a risk fits beside it; the tooltip says it in any case."""
FAINT = 0.45
"""Opacity of the rows while the list does not follow the film."""


class Cells(QStyledItemDelegate):
    """Draws signs and numbers. A step to the next frame draws the list anew, and must cost next to nothing."""

    def __init__(self, room: Room, parent: QStyledItemDelegate | None = None) -> None:
        super().__init__(parent)
        self._room = room

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        repair: Repair = index.model().rows[index.row()]  # type: ignore[attr-defined]
        area: QRect = option.rect
        painter.setOpacity(1.0 if self._room.repairs.standing else FAINT)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colour("selected"))
        painter.setPen(colour("text"))
        column = index.column()
        if column == STATE:
            state_icon(self._room.repairs.state(repair)).paint(painter, _picture(area, area.center().x()))
        elif column == CLASS:
            class_icon(repair.defect).paint(painter, _picture(area, area.left() + MARGIN + PICTURE // 2))
            room = area.adjusted(2 * MARGIN + PICTURE, 0, -4, 0)
            if repair.risk and area.width() >= RISK_ROOM:
                risk_icon().paint(painter, _picture(area, area.right() - PICTURE // 2))
                room.setRight(room.right() - PICTURE)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, class_name(repair.defect)
            )
        elif column == BY:
            decider_icon(repair).paint(painter, _picture(area, area.center().x()))
        else:
            text = percent(repair.probability) if column == PROBABILITY else f"{repair.area:,}"
            room = area.adjusted(0, 0, -MARGIN, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every cell."""
        return QSize(0, ROW_HEIGHT)


def _picture(area: QRect, middle: int) -> QRect:
    return QRect(middle - PICTURE // 2, area.center().y() - PICTURE // 2 + 1, PICTURE, PICTURE)
