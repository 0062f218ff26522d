"""How a candidate is drawn: a row with before and after beside each other, or a tile that shows both in turn."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QRegion
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.document.candidates import Row
from app.document.query import Repair
from widgets.masks.words import class_icon, risk_icon, state_icon
from widgets.theme import colour, figures
from widgets.theme.palette import ACCENT, EDGE, OK, TEXT_DIM
from widgets.triage.loops import SIZE, Loops, Pictures
from widgets.triage.tiles_model import TilesModel
from widgets.triage.words import details, frame_words, headline, is_judged, sides, state_of
from widgets.viewer.captions import PLATE
from widgets.viewer.marks import State

ROW_HEIGHT = 60
TILE_WIDTH, TILE_TEXT = 136, 24
TILE_HEIGHT = TILE_WIDTH * SIZE[1] // SIZE[0] + TILE_TEXT
MARGIN = 4
SIGN = 16
BAR = 2
"""Height of the bars that tell a loop's frames."""
TINY = 10
"""Size of the words on small pictures."""
CORNER = 5.0


class Clock(Protocol):
    """Says which picture of the loops is due."""

    @property
    def tick(self) -> int:
        """Counts up while the loops run."""
        ...


def paint_loop(
    painter: QPainter, area: QRect, loop: Pictures | None, tick: int, repair: Repair, *, mended: bool
) -> None:
    """One picture of a loop with corners round the candidate; an empty place while it is being made."""
    if loop is None:
        painter.fillRect(area, colour("panel"))
        return
    painter.drawPixmap(area.topLeft(), loop.at(tick, area.size(), mended=mended))
    region = loop.region
    across, down = area.width() / (region.x1 - region.x0), area.height() / (region.y1 - region.y0)
    box = QRectF(
        QPointF(area.left() + (repair.x0 - region.x0) * across, area.top() + (repair.y0 - region.y0) * down),
        QPointF(area.left() + (repair.x1 - region.x0) * across, area.top() + (repair.y1 - region.y0) * down),
    ).adjusted(-4, -4, 4, 4)
    painter.save()
    painter.setClipRect(area)
    for pen in (QPen(colour("#000000", 0.6), 3), QPen(colour(ACCENT), 1)):
        painter.setPen(pen)
        _corners(painter, box)
    painter.restore()


def paint_places(painter: QPainter, area: QRect, loop: Pictures, tick: int) -> None:
    """A bar below a picture for each of its loop, the one that is seen lit: the candidate's own in the accent."""
    count, now = len(loop.after), loop.place(tick)
    for place in range(count):
        left, right = area.left() + place * area.width() // count, area.left() + (place + 1) * area.width() // count
        own = ACCENT if place == loop.middle else "text"
        painter.fillRect(left, area.bottom() + 1, right - left - 1, BAR, colour(own if place == now else EDGE))


def paint_caption(painter: QPainter, area: QRect, text: str) -> None:
    """A word on a dark plate in the lower left corner of a small picture."""
    painter.save()
    painter.setFont(figures(TINY))
    width = painter.fontMetrics().horizontalAdvance(text) + 6
    plate = QRect(area.left(), area.bottom() - TINY - 3, min(width, area.width()), TINY + 4)
    painter.fillRect(plate, PLATE)
    painter.setPen(colour("text"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _corners(painter: QPainter, box: QRectF) -> None:
    arm = min(CORNER, box.width() / 3, box.height() / 3)
    lines = []
    for corner, x, y in (
        (box.topLeft(), 1, 1), (box.topRight(), -1, 1), (box.bottomRight(), -1, -1), (box.bottomLeft(), 1, -1),
    ):  # fmt: skip
        lines += [QLineF(corner, corner + QPointF(x * arm, 0)), QLineF(corner, corner + QPointF(0, y * arm))]
    painter.drawLines(lines)


class Cells(QStyledItemDelegate):
    """Draws rows or tiles, with one look at the candidate."""

    def __init__(self, loops: Loops, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loops = loops
        self._clock = clock
        self.grid = False
        self.damage = QRegion()
        """What of the view is being painted: while only the loops move, words are left alone."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One candidate."""
        model = index.model()
        assert isinstance(model, TilesModel)
        place = model.place(index)
        if place is None:
            return
        area: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colour("selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colour("hover"))
        row = model.listed.row(place)
        if row is None:
            painter.setPen(colour(TEXT_DIM))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{place + 1:,}")
            return
        code = int(model.listed.states[place])
        painter.setPen(colour("text"))
        (self._paint_tile if self.grid else self._paint_row)(painter, area, row, code)

    def loops_of(self, area: QRect) -> QRect:
        """Where in a cell something moves."""
        if self.grid:
            return area.adjusted(0, 0, 0, 3 - TILE_TEXT)
        height = area.height() - 2 * MARGIN
        return QRect(area.left() + MARGIN, area.top() + MARGIN, 2 * (height * SIZE[0] // SIZE[1]) + 2, height)

    def _paint_row(self, painter: QPainter, area: QRect, row: Row, code: int) -> None:
        height = area.height() - 2 * MARGIN
        width = height * SIZE[0] // SIZE[1]
        loop, tick, state = self._loops.get(row.number), self._clock.tick, state_of(code)
        before = QRect(area.left() + MARGIN, area.top() + MARGIN, width, height)
        after = before.translated(width + 2, 0)
        paint_loop(painter, before, loop, tick, row.repair, mended=False)
        paint_loop(painter, after, loop, tick, row.repair, mended=state is not State.REJECTED)
        if loop is not None:
            for picture, title in zip((before, after), sides(state), strict=True):
                paint_caption(painter, picture, title)
        left = after.right() + 2 * MARGIN
        if not self.damage.intersects(QRect(left, area.top(), area.right() - left, area.height())):
            return
        words = QRect(left, area.top() + MARGIN, area.right() - left - SIGN - 2 * MARGIN, height)
        class_icon(row.repair.defect).paint(painter, left, words.top() + 4, SIGN, SIGN)
        upper = words.adjusted(SIGN + MARGIN, 0, 0, -height // 2)
        lower = words.adjusted(0, height // 2, 0, 0)
        _say(painter, upper, headline(row.repair))
        painter.setPen(colour(TEXT_DIM))
        _say(painter, lower, details(row.repair))
        _signs(painter, QRect(area.right() - SIGN - MARGIN, area.top(), SIGN, area.height()), row, code)

    def _paint_tile(self, painter: QPainter, area: QRect, row: Row, code: int) -> None:
        width = area.width() - 2 * MARGIN
        picture = QRect(area.left() + MARGIN, area.top() + MARGIN, width, area.height() - TILE_TEXT - MARGIN)
        loop, tick = self._loops.get(row.number), self._clock.tick
        turn = loop is not None and tick // len(loop.after) % 2 == 1
        mended = turn and state_of(code) is not State.REJECTED
        paint_loop(painter, picture, loop, tick, row.repair, mended=mended)
        if loop is not None:
            frame = frame_words(loop.frame_at(tick), loop.frame[1])
            paint_caption(painter, picture, f"{sides(state_of(code))[turn]}  {frame}")
        half = width // 2
        bar = QRect(picture.left() + (half if turn else 0), picture.bottom() + 1, half, 2)
        painter.fillRect(bar, colour(OK if turn else TEXT_DIM))
        line = QRect(picture.left(), picture.bottom() + 3, width, TILE_TEXT - 3)
        class_icon(row.repair.defect).paint(painter, line.left(), line.center().y() - SIGN // 2 + 1, SIGN, SIGN)
        _say(painter, line.adjusted(SIGN + MARGIN, 0, -SIGN * 2 - MARGIN, 0), headline(row.repair).split("  ")[-1])
        middle = line.center().y() - SIGN // 2 + 1
        state_icon(state_of(code)).paint(painter, line.right() - SIGN, middle, SIGN, SIGN)
        if row.repair.risk:
            risk_icon().paint(painter, line.right() - 2 * SIGN - 2, middle, SIGN, SIGN)
        _judged(painter, area, code)


def _signs(painter: QPainter, area: QRect, row: Row, code: int) -> None:
    """State above, risk below."""
    state_icon(state_of(code)).paint(painter, area.left(), area.top() + MARGIN + 4, SIGN, SIGN)
    if row.repair.risk:
        risk_icon().paint(painter, area.left(), area.bottom() - MARGIN - 4 - SIGN, SIGN, SIGN)
    _judged(painter, area.adjusted(0, 0, MARGIN, 0), code)


def _judged(painter: QPainter, area: QRect, code: int) -> None:
    """A bar down the right edge of what a person has decided on: the eye finds where it left off."""
    if is_judged(code):
        painter.fillRect(QRect(area.right() - 2, area.top() + 1, 3, area.height() - 2), colour(ACCENT))


def _say(painter: QPainter, area: QRect, text: str) -> None:
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
