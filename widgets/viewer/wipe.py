"""A and B in one place, parted by a line at any angle that can be dragged and turned."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from widgets.desk import Compare
from widgets.theme import colour
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.scene import Panes, Scene

Grip = Literal["line", "turn"]

ARM = 72.0
"""Logical pixels from the middle of the line to the knob that turns it."""
KNOB = 6.0
REACH = 6.0
"""How near the pointer must come to take hold."""
SNAP = 15.0
"""Degrees, with Shift."""


@dataclass(frozen=True, slots=True)
class Line:
    """The wipe's line in the widget: through `middle`, sloping `angle` degrees clockwise from upright."""

    middle: QPointF
    angle: float

    @classmethod
    def of(cls, compare: Compare, view: ViewGeometry) -> Line:
        """The line that the desk's comparison means in a pane."""
        spot = QPointF(compare.place[0] * view.width, compare.place[1] * view.height)
        return cls(view.to_widget(spot), compare.angle)

    @property
    def along(self) -> QPointF:
        """Unit vector from the middle to the knob: upwards at 0 degrees."""
        turn = radians(self.angle)
        return QPointF(sin(turn), -cos(turn))

    @property
    def across(self) -> QPointF:
        """Unit vector from A's side to B's: to the right at 0 degrees."""
        turn = radians(self.angle)
        return QPointF(cos(turn), sin(turn))

    @property
    def knob(self) -> QPointF:
        """Where the line is turned by."""
        return self.middle + self.along * ARM

    def distance(self, point: QPointF) -> float:
        """Logical pixels from the line; negative on A's side."""
        return QPointF.dotProduct(point - self.middle, self.across)

    def half(self, area: QRectF, sign: float) -> QPolygonF:
        """The half plane on B's side (sign 1) or A's (-1), large enough to cover `area`."""
        away = self.middle - area.center()
        size = area.width() + area.height() + abs(away.x()) + abs(away.y())
        along, out = self.along * size, self.across * (size * sign)
        return QPolygonF(
            [self.middle + along, self.middle + along + out, self.middle - along + out, self.middle - along]
        )

    def grip(self, point: QPointF) -> Grip | None:
        """What the pointer would take hold of."""
        apart = point - self.knob
        if QPointF.dotProduct(apart, apart) <= (KNOB + REACH) ** 2:
            return "turn"
        return "line" if abs(self.distance(point)) <= REACH else None

    def turned(self, point: QPointF, snap: bool) -> float:
        """The angle, -180 to 180, at which the knob points to `point`."""
        away = point - self.middle
        angle = degrees(atan2(away.x(), -away.y()))
        return round(angle / SNAP) * SNAP if snap else angle


class Wipe:
    """A on the left of the line (seen along it), B on the right."""

    needs: tuple[str, ...] = ("a", "b")

    def panes(self, area: QRectF, compare: Compare, shape: float) -> Panes:
        """One pane, laid out by B's size; A is fitted into the same place."""
        return (("b", area),)

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Each picture, clipped to its side."""
        for view in scene.views.values():
            line = Line.of(scene.compare, view)
            for pane, sign in (("a", -1.0), ("b", 1.0)):
                half = QPainterPath()
                half.addPolygon(line.half(view.area, sign))
                painter.save()
                painter.setClipPath(half, Qt.ClipOperation.IntersectClip)
                scene.paint(painter, pane, view)
                painter.restore()

    def side(self, scene: Scene, point: QPointF) -> str:
        """The side of the line that the point is on."""
        view = next(iter(scene.views.values()), None)
        return "a" if view is not None and Line.of(scene.compare, view).distance(point) < 0 else "b"


def paint_line(painter: QPainter, line: Line, area: QRectF) -> None:
    """The line with a dark edge, so that it is seen on any picture, its middle and the knob that turns it."""
    reach = line.along * (area.width() + area.height() + abs(line.middle.x()) + abs(line.middle.y()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for tint, width in ((colour("#000000", 0.6), 3.0), (colour("text"), 1.0)):
        painter.setPen(QPen(tint, width))
        painter.drawLine(line.middle - reach, line.middle + reach)
    painter.setPen(QPen(colour("#000000", 0.6), 1.0))
    painter.setBrush(colour("text"))
    painter.drawEllipse(line.middle, KNOB - 2, KNOB - 2)
    painter.setBrush(colour("accent"))
    painter.drawEllipse(line.knob, KNOB, KNOB)
    painter.restore()
