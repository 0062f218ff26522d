"""A stroke while it is drawn: the points for the mask, and the same as a path for the eye."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from app.jobs.strokes import Dab, Stroke

SPACING = 0.1
"""A point nearer than this share of the radius to the one before adds nothing to see."""


class Trail:
    """Points gathered from the pointer. Picture coordinates throughout."""

    def __init__(self, hardness: float) -> None:
        self._hardness = hardness
        self._dabs: list[Dab] = []
        self.path = QPainterPath()
        self.path.setFillRule(Qt.FillRule.WindingFill)

    def add(self, point: QPointF, radius: float) -> QRectF:
        """Go on to a point; returns the part of the picture that looks different now."""
        dab = Dab(point.x(), point.y(), radius)
        if self._dabs:
            last = self._dabs[-1]
            far = max(SPACING * radius, 0.25)
            if hypot(dab.x - last.x, dab.y - last.y) < far and abs(dab.radius - last.radius) < far:
                return QRectF()
        seen = _circle(dab)
        if self._dabs:
            self.path.addPolygon(_between(self._dabs[-1], dab))
            self.path.closeSubpath()
            seen |= _circle(self._dabs[-1])
        self.path.addEllipse(_circle(dab))
        self._dabs.append(dab)
        return seen

    def finished(self) -> Stroke:
        """The whole stroke."""
        return Stroke(tuple(self._dabs), self._hardness)


def _circle(dab: Dab) -> QRectF:
    return QRectF(dab.x - dab.radius, dab.y - dab.radius, 2 * dab.radius, 2 * dab.radius)


def _between(a: Dab, b: Dab) -> QPolygonF:
    """The flanks from one dab to the next, wound as Qt winds a circle, so that filling leaves no hole."""
    length = hypot(b.x - a.x, b.y - a.y) or 1.0
    x, y = -(b.y - a.y) / length, (b.x - a.x) / length
    corners = ((a, 1), (a, -1), (b, -1), (b, 1))
    points = [QPointF(dab.x + side * x * dab.radius, dab.y + side * y * dab.radius) for dab, side in corners]
    area = sum(p.x() * q.y() - q.x() * p.y() for p, q in zip(points, points[1:] + points[:1], strict=True))
    return QPolygonF(points if area > 0 else points[::-1])
