"""The candidate looked at, large: before and after beside each other, in motion, and what is known of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.document.candidates import Row
from widgets.text import translate
from widgets.theme import colour, figures, font
from widgets.theme.fonts import SMALL
from widgets.theme.palette import ACCENT, TEXT_DIM
from widgets.triage.cells import BAR, Clock, paint_loop, paint_places
from widgets.triage.loops import SIZE, Loops, Pictures
from widgets.triage.words import frame_words, sides
from widgets.viewer.marks import State

GAP = 4
CAPTION = 22
LARGEST = 320
"""Width of one picture at most: they are made with no more pixels than are needed to see a speck."""


class LoopStage(QWidget):
    """Two pictures as wide as there is room for."""

    def __init__(self, loops: Loops, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loops, self._clock = loops, clock
        self._row: Row | None = None
        self._state = State.PROPOSED
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Triage", "Before and after"))
        self.setToolTip(
            translate(
                "Triage",
                "The frames round the candidate in motion: on the left without its mending, on the right with it",
            )
        )

    def show_row(self, row: Row | None, state: State) -> None:
        """Show this candidate; nothing for None."""
        self._row, self._state = row, state
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures keep their shape: as high as two beside each other with their captions."""
        super().resizeEvent(event)
        self.setFixedHeight(self._picture(self.width()).height() + CAPTION)

    def sizeHint(self) -> QSize:
        """For a dock of usual width."""
        return QSize(300, self._picture(300).height() + CAPTION)

    @staticmethod
    def _picture(width: int) -> QSize:
        across = min((width - GAP) // 2, LARGEST)
        return QSize(across, across * SIZE[1] // SIZE[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pictures of this tick, and what they are called."""
        painter = QPainter(self)
        size = self._picture(self.width())
        left = (self.width() - 2 * size.width() - GAP) // 2
        before = QRect(left, 0, size.width(), size.height())
        after = before.translated(size.width() + GAP, 0)
        row, tick = self._row, self._clock.tick
        for area, title in zip((before, after), sides(self._state), strict=True):
            if row is None:
                painter.fillRect(area, colour("field"))
            else:
                mended = area is after and self._state is not State.REJECTED
                paint_loop(painter, area, self._loop, tick, row.repair, mended=mended)
                if self._loop is not None:
                    paint_places(painter, area, self._loop, tick)
            self._paint_caption(painter, area, title)
        painter.end()

    @property
    def _loop(self) -> Pictures | None:
        return None if self._row is None else self._loops.get(self._row.number)

    @property
    def captions(self) -> tuple[str, str, str]:
        """What stands below the pictures: the two names, and the frame that both show; '' until it is there."""
        loop = self._loop
        frame = "" if loop is None else frame_words(loop.frame_at(self._clock.tick), loop.frame[1])
        return (*sides(self._state), frame)

    def _paint_caption(self, painter: QPainter, area: QRect, title: str) -> None:
        """Which of the two it is, and which frame is seen; the candidate's own is lit."""
        line = QRect(area.left(), area.bottom() + 2 + BAR, area.width() - GAP, CAPTION - BAR - 1)
        middle, loop = Qt.AlignmentFlag.AlignVCenter, self._loop
        painter.setFont(font(SMALL, QFont.Weight.DemiBold))
        painter.setPen(colour("text"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, title)
        if loop is None:
            return
        room = line.width() - painter.fontMetrics().horizontalAdvance(title) - GAP
        painter.setFont(figures(SMALL))
        painter.setPen(colour(ACCENT if loop.place(self._clock.tick) == loop.middle else TEXT_DIM))
        cut = painter.fontMetrics().elidedText(self.captions[2], Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, cut)
