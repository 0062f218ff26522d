"""Light over the frames of a shot: darkest, mean and brightest maxRGB, smoothed, and the shot's own values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.hdr.vivid.fields import PQ_SCALE, Statistics
from app.hdr.vivid.smoothing import running_mean
from widgets.hdr.axes import AxisLine, paint_levels
from widgets.hdr.reading import Reading
from widgets.text import translate
from widgets.theme import colour, figures
from widgets.theme.fonts import SMALL

HEIGHT = 96
LEFT, PAD = 44, 8
LINES: tuple[tuple[str, str], ...] = (
    ("maximum_maxrgb_pq", "warn"),
    ("average_maxrgb_pq", "text"),
    ("minimum_maxrgb_pq", "accent"),
)
"""Which value in which colour, from top to bottom."""


class LightGraph(QWidget):
    """PQ upwards, labelled in cd/m²; frames to the right. Thin: each frame; thick: the mean over up to 32 frames
    (T/UWA 005.1, A.9); dashed: the shot's own values, which its metadata carry. A click goes to the frame."""

    frame_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: Reading | None = None
        self._frames: tuple[Statistics, ...] = ()
        self._smooth: tuple[Statistics, ...] = ()
        self._frame: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Hdr", "Light over the shot"))
        self.setToolTip(
            translate(
                "Hdr",
                "Brightest, mean and darkest light of each frame. Thick: smoothed; dashed: what the shot's metadata "
                "carry. Click to go to a frame.",
            )
        )

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(240, HEIGHT)

    def show_reading(self, read: Reading | None, frame: int | None) -> None:
        """Show a shot's light with the playhead at a frame of its reel."""
        measured = None if read is None else read.measured
        before = None if self._read is None else self._read.measured
        self._read, self._frame = read, frame
        if measured is not before:
            self._frames = () if measured is None else tuple(light.codes for light in measured.light.frames)
            self._smooth = running_mean(self._frames, [(0, len(self._frames))]) if self._frames else ()
        self.update()

    @property
    def area(self) -> QRectF:
        """Where the curves are drawn."""
        return QRectF(self.rect()).adjusted(LEFT, PAD, -PAD, -PAD)

    def x_of(self, place: float) -> float:
        """Where the `place`-th frame of the shot lies."""
        area = self.area
        return area.left() + (place + 0.5) / max(len(self._frames), 1) * area.width()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to a frame."""
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along the frames."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)

    def _ask(self, event: QMouseEvent) -> None:
        if self._read is None or not self._frames:
            return
        area = self.area
        place = int((event.position().x() - area.left()) / max(area.width(), 1) * len(self._frames))
        self.frame_asked.emit(self._read.shot.start + min(max(place, 0), len(self._frames) - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The levels, the curves, the playhead."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("field"))
        painter.setFont(figures(SMALL))
        area = self.area
        paint_levels(painter, area, (0.0, 1.0), AxisLine.HORIZONTAL, every=2)
        if not self._frames or self._read is None or self._read.measured is None:
            painter.setPen(colour("text_dim"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, translate("Hdr", "Not measured yet"))
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        own = self._read.measured.light.light.codes
        for name, tint in LINES:
            painter.setPen(QPen(colour(tint, 0.45), 1))
            painter.drawPolyline(self._line(self._frames, name))
            painter.setPen(QPen(colour(tint), 2))
            painter.drawPolyline(self._line(self._smooth, name))
            painter.setPen(QPen(colour(tint, 0.8), 1, Qt.PenStyle.DashLine))
            y = self._y(getattr(own, name))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        if self._frame is not None and 0 <= self._frame - self._read.shot.start < len(self._frames):
            x = self.x_of(self._frame - self._read.shot.start)
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.end()

    def _line(self, frames: Sequence[Statistics], name: str) -> QPolygonF:
        points = [QPointF(self.x_of(place), self._y(getattr(one, name))) for place, one in enumerate(frames)]
        if len(points) == 1:
            points = [points[0] - QPointF(8, 0), points[0] + QPointF(8, 0)]
        return QPolygonF(points)

    def _y(self, code: int) -> float:
        area = self.area
        return area.bottom() - code / PQ_SCALE * area.height()
