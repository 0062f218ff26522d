"""The tone curve of a set in PQ, with the points that a hand can drag."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.hdr.vivid.display_curve import DisplayCurve
from app.hdr.vivid.dragging import Handle
from app.hdr.vivid.fields import VividMetadata
from app.hdr.vivid.shape import own_display
from operators.colour.pq import pq_eotf, pq_inverse_eotf
from widgets.hdr.axes import AxisLine, paint_levels
from widgets.hdr.words import handle_name, nits_text
from widgets.inspector.own_keys import OwnKeys
from widgets.text import filled, translate
from widgets.theme import colour, figures
from widgets.theme.fonts import SMALL

SAMPLES = 257
SHAPE, LOWEST, HIGHEST = 0.8, 160, 420
LEFT, BOTTOM, PAD = 40, 20, 6
REACH = 14.0
"""Logical pixels within which a press takes a point."""
STEP, FINE = 0.01, 0.1
ON_CURVE = 0.008
"""PQ signal within which a point counts as on the curve."""
PAUSE_MS = 400
HANDLES = ("dark_floor", "dark_hillside", "mid", "high", "light_hillside", "cut")
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
}  # fmt: skip
_CHOOSE = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}


class CurveView(OwnKeys):
    """Input (the film's light) to the right, output (the target display's) upwards.

    Drag a point; Shift makes it ten times finer. With the keyboard Page Up and Page Down choose a point, arrows move
    it, Escape takes back. `tried` and `committed` carry a point's name and where it shall lie in PQ signals.
    """

    taken = Signal(str)
    tried = Signal(str, float, float)
    committed = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve: NDArray[np.float64] | None = None
        self._automatic: NDArray[np.float64] | None = None
        self._spans = ((0.0, 1.0), (0.0, 1.0))
        self._peak = 1.0
        self._bad: tuple[tuple[float, float], ...] = ()
        self.handles: tuple[Handle, ...] = ()
        self.chosen = "mid"
        self._held: str | None = None
        self._at = (0.0, 0.0)
        self._last = QPointF()
        self._moved = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.finish)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("Hdr", "Tone curve"))
        self.setToolTip(
            translate(
                "Hdr",
                "The film's light to the right, the target display's upwards, in PQ. Drag a point, Shift is finer; "
                "grey ones take hold when dragged. With the keyboard: Page Up and Page Down choose a point, arrows "
                "move it, Esc takes back.",
            )
        )

    def sizeHint(self) -> QSize:
        """Nearly square."""
        return QSize(280, 240)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a narrow dock."""
        return QSize(160, LOWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as it is wide, within reason."""
        self.setFixedHeight(min(max(round(self.width() * SHAPE), LOWEST), HIGHEST))

    @property
    def busy(self) -> bool:
        """True while a point is moved."""
        return self._held is not None

    def show_curve(
        self,
        metadata: VividMetadata | None,
        automatic: VividMetadata | None,
        index: int | None,
        mastering_nits: float,
        handles: tuple[Handle, ...],
    ) -> None:
        """Show a set of the metadata over the automatic one; nothing where there is none."""
        self._curve = self._automatic = None
        self.handles = handles
        if metadata is not None and automatic is not None and index is not None:
            item = metadata.sets[index]
            mastering = pq_inverse_eotf(mastering_nits)
            self._peak = own_display(item, mastering_nits).peak
            self._spans = ((0.0, max(mastering, metadata.statistics.maximum) * 1.02), (0.0, self._peak * 1.12))
            self._curve = _sampled(metadata, index, mastering_nits)
            self._automatic = _sampled(automatic, index, mastering_nits)
        self.setAccessibleDescription(self.told())
        self.update()

    def told(self) -> str:
        """The chosen point in words: name, input and output light."""
        point = next((one for one in self.handles if one.name == self.chosen), None)
        if point is None:
            return ""
        text = translate("Hdr", "{name}: {input} becomes {output} cd/m²")
        return filled(
            text, name=handle_name(point.name), input=nits_text(pq_eotf(point.x)), output=nits_text(pq_eotf(point.y))
        )

    # --- where things lie ---------------------------------------------------------------------------------

    @property
    def area(self) -> QRectF:
        """Where the curve is drawn."""
        return QRectF(self.rect()).adjusted(LEFT, PAD, -PAD, -BOTTOM)

    def point(self, x: float, y: float) -> QPointF:
        """Where PQ signals lie in the widget."""
        area, ((x0, x1), (y0, y1)) = self.area, self._spans
        return QPointF(
            area.left() + (x - x0) / (x1 - x0) * area.width(), area.bottom() - (y - y0) / (y1 - y0) * area.height()
        )

    def _signals(self, way: QPointF) -> tuple[float, float]:
        """A way in the widget as PQ signals."""
        area, ((x0, x1), (y0, y1)) = self.area, self._spans
        return way.x() / max(area.width(), 1) * (x1 - x0), -way.y() / max(area.height(), 1) * (y1 - y0)

    def handle_at(self, place: QPointF) -> str | None:
        """The point that a press takes; None where none is near."""
        near = [((self.point(one.x, one.y) - place).manhattanLength(), one.name) for one in self.handles]
        distance, name = min(near, default=(REACH + 1, ""))
        return name if distance <= REACH else None

    # --- moving a point -----------------------------------------------------------------------------------

    def _take(self, name: str) -> None:
        point = next(one for one in self.handles if one.name == name)
        self.chosen, self._held, self._at, self._moved = name, name, (point.x, point.y), False
        self.taken.emit(name)

    def _move(self, dx: float, dy: float) -> None:
        if self._held is None:
            return
        x, y = (min(max(value, 0.0), 1.0) for value in (self._at[0] + dx, self._at[1] + dy))
        if (x, y) != self._at:
            self._at, self._moved = (x, y), True
            self.tried.emit(self._held, x, y)

    def finish(self) -> None:
        """End a move: it holds."""
        self._pause.stop()
        if self._held is not None:
            self._held = None
            (self.committed if self._moved else self.dropped).emit()
        self.update()

    def drop(self) -> None:
        """Take a move back."""
        self._pause.stop()
        if self._held is not None:
            self._held = None
            self.dropped.emit()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the point under the pointer."""
        name = self.handle_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if name is not None and self.isEnabled():
            self.finish()
            self._take(name)
            self._last = event.globalPosition()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            over = self.handle_at(event.position()) is not None and self.isEnabled()
            self.setCursor(Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor)
            return
        # Over the screen: what is said above the curve may move the curve itself.
        way, self._last = event.globalPosition() - self._last, event.globalPosition()
        fine = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        dx, dy = self._signals(way)
        self._move(dx * fine, dy * fine)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It holds."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.finish()

    def takes(self, event: QKeyEvent) -> bool:
        """See `OwnKeys.takes`."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if held or not self.handles:
            return False
        return event.key() in _ARROWS or event.key() in _CHOOSE or (event.key() == Qt.Key.Key_Escape and self.busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys choose, arrows move, Escape takes back."""
        if not self.takes(event):
            super().keyPressEvent(event)
        elif event.key() in _CHOOSE:
            self.finish()
            place = HANDLES.index(self.chosen) + _CHOOSE[Qt.Key(event.key())]
            self.chosen = HANDLES[place % len(HANDLES)]
            self.setAccessibleDescription(self.told())
            self.update()
        elif event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            if self._held is None:
                self._take(self.chosen)
            step = STEP * (FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0)
            dx, dy = _ARROWS[Qt.Key(event.key())]
            self._move(dx * step, dy * step)
            self._pause.start()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A run of steps is one row, made when the key is let go."""
        if event.key() in _ARROWS and not event.isAutoRepeat():
            self.finish()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was moved holds."""
        self.finish()
        super().focusOutEvent(event)

    # --- painting -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Levels, the untouched diagonal, the target's peak, the automatic curve, the curve, its points."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("field"))
        painter.setFont(figures(SMALL))
        area = self.area
        if self._curve is None or self._automatic is None:
            painter.setPen(colour("text_dim"))
            words = translate("Hdr", "No curve: analyse the shot, and choose a target.")
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), words)
            painter.end()
            return
        paint_levels(painter, area, self._spans[0], AxisLine.VERTICAL)
        paint_levels(painter, area, self._spans[1], AxisLine.HORIZONTAL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(area)
        painter.setPen(QPen(colour("edge"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(self.point(0, 0), self.point(1, 1))
        painter.setPen(QPen(colour("warn", 0.7), 1, Qt.PenStyle.DashLine))
        painter.drawLine(self.point(0, self._peak), self.point(1, self._peak))
        painter.setPen(QPen(colour("text_dim"), 1))
        painter.drawPath(self._path(self._automatic))
        painter.setPen(QPen(colour("accent" if self.isEnabled() else "text_disabled"), 2))
        painter.drawPath(self._path(self._curve))
        painter.restore()
        for one in self.handles:
            self._paint_handle(painter, one)
        painter.setPen(colour("text"))
        place = area.adjusted(6, 2, -4, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), self.told())
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _path(self, curve: NDArray[np.float64]) -> QPainterPath:
        path = QPainterPath()
        points = [self.point(x, y) for x, y in zip(np.linspace(0, 1, SAMPLES).tolist(), curve.tolist(), strict=True)]
        path.addPolygon(QPolygonF(points))
        return path

    def _lies_on(self, one: Handle) -> bool:
        """Whether the curve goes through a point; not where a section is not sent, or the display moves it."""
        if self._curve is None:
            return False
        return abs(float(np.interp(one.x, np.linspace(0, 1, SAMPLES), self._curve)) - one.y) < ON_CURVE

    def _paint_handle(self, painter: QPainter, one: Handle) -> None:
        here = self.point(one.x, one.y)
        chosen = one.name == self.chosen
        shade = "text_disabled" if not self.isEnabled() else "accent" if self._lies_on(one) else "text_dim"
        painter.setPen(QPen(colour(shade), 1.6))
        painter.setBrush(colour(shade) if chosen and self.isEnabled() else colour("field"))
        painter.drawEllipse(here, 5.0, 5.0)
        if chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(here, 8.0, 8.0)


def _sampled(metadata: VividMetadata, index: int, mastering_nits: float) -> NDArray[np.float64]:
    """The set's curve on its own display, at `SAMPLES` inputs from 0 to 1."""
    display = own_display(metadata.sets[index], mastering_nits)
    return np.asarray(DisplayCurve.of(metadata, display)(np.linspace(0.0, 1.0, SAMPLES)))
