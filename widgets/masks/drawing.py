"""What the mask tools draw over the picture: strokes, the brush's ring, the repair a click would hit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from app.media.reel import FrameId
from widgets.masks.pending import Pending, PendingStrokes
from widgets.text import translate
from widgets.theme import colour
from widgets.theme.palette import ACCENT, BAD, HAND
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.marks import Mark

SHADOW = QColor(0, 0, 0, 160)
"""Under every light line, so that it is seen on any picture."""


def paint_stroke(painter: QPainter, view: ViewGeometry, path: QPainterPath, erases: bool) -> None:
    """A stroke: the brush's filled, the eraser's hatched, so that colour is not the only sign."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    seen = view.transform().map(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour(BAD, 0.8), Qt.BrushStyle.BDiagPattern) if erases else QBrush(colour(HAND, 0.45)))
    painter.drawPath(seen)
    painter.restore()


def paint_pending(painter: QPainter, view: ViewGeometry, strokes: Iterable[Pending]) -> None:
    """Strokes whose mended picture has not come yet."""
    for stroke in strokes:
        paint_stroke(painter, view, stroke.path, stroke.erases)


def paint_work(painter: QPainter, view: ViewGeometry, strokes: PendingStrokes, frame: FrameId | None) -> None:
    """Strokes on their way, and the fix that can still be dropped."""
    paint_pending(painter, view, strokes.on(frame))
    held = strokes.open_on(frame)
    if held is not None:
        paint_outline(painter, view, held.path)


def work_words(strokes: PendingStrokes, frame: FrameId | None, hint: str = "") -> str:
    """What a viewer says of the work: how to end the fix that can still be dropped, else what a drag will do."""
    if strokes.open_on(frame) is not None:
        return translate("Masks", "Pending: Enter keeps it, Esc drops it")
    return hint


def paint_outline(painter: QPainter, view: ViewGeometry, path: QPainterPath) -> None:
    """What is marked and not mended, or mended and not yet kept: dashes along its edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    seen = view.transform().map(path)
    painter.setPen(QPen(SHADOW, 3))
    painter.drawPath(seen)
    painter.setPen(QPen(colour(HAND), 1.25, Qt.PenStyle.DashLine))
    painter.drawPath(seen)
    painter.restore()


def paint_ring(
    painter: QPainter, view: ViewGeometry, spot: QPointF, size: float, hardness: float, erases: bool
) -> None:
    """The brush where it would come down: its rim, the hard core inside, a dashed rim for the eraser."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rings = [(size, Qt.PenStyle.DashLine if erases else Qt.PenStyle.SolidLine)]
    across, _ = view.scale
    if size * hardness * across > 8 and hardness < 0.95:
        rings.append((size * hardness, Qt.PenStyle.DotLine))
    for diameter, line in rings:
        ring = view.rect_to_widget(ring_box(spot, diameter))
        painter.setPen(QPen(SHADOW, 3))
        painter.drawEllipse(ring)
        painter.setPen(QPen(colour(BAD if erases else HAND), 1.25, line))
        painter.drawEllipse(ring)
    painter.restore()


def ring_box(spot: QPointF, size: float) -> QRectF:
    """What a ring of this diameter covers, in picture coordinates."""
    return QRectF(spot.x() - size / 2, spot.y() - size / 2, size, size)


def paint_hovered(painter: QPainter, view: ViewGeometry, mark: Mark) -> None:
    """Corners round the repair that a click would hit."""
    repair = mark.repair
    box = view.rect_to_widget(QRectF(repair.x0, repair.y0, repair.x1 - repair.x0, repair.y1 - repair.y0))
    box = box.adjusted(-5, -5, 5, 5)
    arm = min(8.0, box.width() / 3, box.height() / 3)
    path = QPainterPath()
    for corner, x, y in (
        (box.topLeft(), 1, 1),
        (box.topRight(), -1, 1),
        (box.bottomRight(), -1, -1),
        (box.bottomLeft(), 1, -1),
    ):
        path.moveTo(corner + QPointF(x * arm, 0))
        path.lineTo(corner)
        path.lineTo(corner + QPointF(0, y * arm))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(SHADOW, 3))
    painter.drawPath(path)
    painter.setPen(QPen(colour(ACCENT), 1))
    painter.drawPath(path)
    painter.restore()
