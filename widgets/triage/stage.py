"""The candidate looked at, large: before and after beside each other, in motion, and what is known of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.document.candidates import Row
from widgets.text import translate
from widgets.theme import colour
from widgets.theme.palette import TEXT_DIM
from widgets.triage.cells import Clock, paint_loop
from widgets.triage.loops import SIZE, Loops
from widgets.viewer.marks import State

GAP = 4
CAPTION = 18
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
        row = self._row
        kept = self._state is not State.REJECTED
        titles = (
            translate("Triage", "Before"),
            translate("Triage", "After") if kept else translate("Triage", "Left as it was"),
        )
        for area, mended, title in ((before, False, titles[0]), (after, kept, titles[1])):
            if row is None:
                painter.fillRect(area, colour("field"))
            else:
                paint_loop(painter, area, self._loops.get(row.number), self._clock.tick, row.repair, mended=mended)
            painter.setPen(colour(TEXT_DIM))
            line = QRect(area.left(), area.bottom() + 1, area.width(), CAPTION)
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, title)
        painter.end()
