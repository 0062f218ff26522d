"""A viewer with no picture: it gives the tool in hand the pointer, as the real one does, and lets it paint."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.media.reel import FrameId
from widgets.context import Context
from widgets.viewer.geometry import Framing, ViewGeometry, geometry
from widgets.viewer.marks import Mark, read_marks
from widgets.viewer.toolbox import Toolbox
from widgets.viewer.tools import Tool

ZOOM = 8


class FakeViewer(QWidget):
    """Shows the frame under the playhead of a 64x48 film; `marks` are read at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._toolbox = Toolbox.of(context.desk)
        self._tool: Tool | None = None
        self.refreshed: list[QRectF | None] = []
        self.setFixedSize(64 * ZOOM, 48 * ZOOM)
        self.setMouseTracking(True)
        context.desk.tool_changed.connect(self.pick)
        self.pick()

    def pick(self) -> None:
        """Take the tool in hand."""
        if self._tool is not None:
            self._tool.leave()
        self._tool = self._toolbox.in_hand
        if self._tool is not None:
            self._tool.attach(self)

    # --- the canvas ----------------------------------------------------------------------------------------

    @property
    def frame(self) -> FrameId | None:
        return self._context.bridge.film.frame(self._context.desk.playhead)

    @property
    def marks(self) -> tuple[Mark, ...]:
        assert self.frame is not None
        return read_marks(self._context.bridge.project, self._context.bridge.snapshot, self.frame)

    def view(self, at: QPointF | None = None) -> ViewGeometry | None:
        return geometry("a", 64, 48, QRectF(self.rect()), Framing(float(ZOOM)))

    def refresh(self, region: QRectF | None = None, margin: float = 2.0) -> None:
        self.refreshed.append(region)
        self.update()

    # --- events --------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._offer("press", event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._offer("press", event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._offer("move", event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._offer("release", event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._tool is not None:
            self._tool.key(event)

    def _offer(self, what: str, event: QMouseEvent) -> None:
        if self._tool is not None:
            getattr(self._tool, what)(event.position() / ZOOM, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.darkGray)
        view = self.view()
        if self._tool is not None and view is not None:
            self._tool.paint(painter, view)
        painter.end()

    # --- hands ---------------------------------------------------------------------------------------------

    def drag(
        self,
        *points: tuple[float, float],
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        release: bool = True,
    ) -> None:
        """Press at the first picture point, move through the others, let go at the last."""
        spots = [QPoint(round(x * ZOOM), round(y * ZOOM)) for x, y in points]
        QTest.mouseMove(self, spots[0])
        QTest.mousePress(self, Qt.MouseButton.LeftButton, held, spots[0])
        for before, after in pairwise(spots):
            for part in range(1, 9):
                QTest.mouseMove(self, before + (after - before) * (part / 8))
        if release:
            QTest.mouseRelease(self, Qt.MouseButton.LeftButton, held, spots[-1])

    def hover(self, x: float, y: float) -> None:
        """Move over a picture point with no button held."""
        spot, none = QPointF(x, y) * ZOOM, Qt.MouseButton.NoButton
        held = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(QEvent.Type.MouseMove, spot, self.mapToGlobal(spot), none, none, held)
        QApplication.sendEvent(self, event)

    def click(self, x: float, y: float, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A click on a picture point."""
        spot = QPoint(round(x * ZOOM), round(y * ZOOM))
        QTest.mouseMove(self, spot)
        QTest.mouseClick(self, Qt.MouseButton.LeftButton, held, spot)
