"""Where a picture lies on the screen: zoom, pan, pixel aspect, and the way between picture and widget.

Three kinds of coordinates:

- *picture*: pixels of the full frame, pixel centres at half-integers (pixel (0, 0) covers 0..1);
- *widget*: Qt's logical pixels in the widget that paints;
- *device*: the screen's own pixels, `ratio` of them to a logical one.

Zoom is in device pixels per picture row, so 1.0 is truly one to one on every screen. Everything here is
immutable and pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp2, floor, log2

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QTransform

MIN_ZOOM = 1 / 64
MAX_ZOOM = 64.0
"""Device pixels per picture row."""

GRID_ZOOM = 8.0
"""From here on the pixel grid is drawn."""

SCALES = (8, 4, 2, 1)
"""The reductions a picture can be asked for in."""


@dataclass(frozen=True, slots=True)
class Framing:
    """What the person chose to see, whatever the size of picture and widget.

    `zoom` None fits the whole picture. `centre` is the point in the middle of the pane, as fractions of the
    picture's width and height: panes and stages of other sizes share it.
    """

    zoom: float | None = None
    centre: tuple[float, float] = (0.5, 0.5)


FIT = Framing()


@dataclass(frozen=True, slots=True)
class ViewGeometry:
    """One picture in one pane.

    Attributes:
        pane: "a" or "b": whose picture it is (under a wipe, that of the side the pointer is on).
        width, height: The full frame in pixels.
        area: The pane in the widget, in logical pixels.
        zoom: Device pixels per picture row.
        centre: The point of the picture in the middle of the pane, in picture coordinates.
        aspect: Width of a pixel over its height as shown; 1 where the switch is off.
        ratio: Device pixels per logical pixel.
    """

    pane: str
    width: int
    height: int
    area: QRectF
    zoom: float
    centre: tuple[float, float]
    aspect: float = 1.0
    ratio: float = 1.0

    @property
    def scale(self) -> tuple[float, float]:
        """Logical widget pixels per picture pixel, across and down."""
        down = self.zoom / self.ratio
        return down * self.aspect, down

    @property
    def origin(self) -> tuple[float, float]:
        """Where the picture's top left corner lies in the widget, on a whole device pixel."""
        across, down = self.scale
        middle = self.area.center()
        return (
            floor((middle.x() - self.centre[0] * across) * self.ratio + 0.5) / self.ratio,
            floor((middle.y() - self.centre[1] * down) * self.ratio + 0.5) / self.ratio,
        )

    def to_widget(self, point: QPointF) -> QPointF:
        """Picture to widget."""
        (across, down), (left, top) = self.scale, self.origin
        return QPointF(left + point.x() * across, top + point.y() * down)

    def to_picture(self, point: QPointF) -> QPointF:
        """Widget to picture; the inverse of `to_widget`."""
        (across, down), (left, top) = self.scale, self.origin
        return QPointF((point.x() - left) / across, (point.y() - top) / down)

    def rect_to_widget(self, rect: QRectF) -> QRectF:
        """A rectangle of the picture, in the widget."""
        return QRectF(self.to_widget(rect.topLeft()), self.to_widget(rect.bottomRight()))

    def rect_to_picture(self, rect: QRectF) -> QRectF:
        """A rectangle of the widget, in the picture."""
        return QRectF(self.to_picture(rect.topLeft()), self.to_picture(rect.bottomRight()))

    def transform(self) -> QTransform:
        """Picture to widget, for a QPainter."""
        (across, down), (left, top) = self.scale, self.origin
        return QTransform(across, 0, 0, down, left, top)

    @property
    def frame(self) -> QRectF:
        """The whole picture in picture coordinates."""
        return QRectF(0, 0, self.width, self.height)

    @property
    def target(self) -> QRectF:
        """The whole picture in the widget, also where it reaches beyond the pane."""
        return self.rect_to_widget(self.frame)

    @property
    def visible(self) -> QRectF:
        """The part of the picture that the pane shows, in picture coordinates."""
        return self.rect_to_picture(self.area) & self.frame

    def pixel_at(self, point: QPointF) -> tuple[int, int] | None:
        """The pixel under a widget point; None outside picture or pane."""
        spot = self.to_picture(point)
        x, y = floor(spot.x()), floor(spot.y())
        inside = 0 <= x < self.width and 0 <= y < self.height and self.area.contains(point)
        return (x, y) if inside else None

    def clipped(self, rect: QRectF, margin: float = 0.0) -> QRect:
        """The widget pixels that a rectangle of the picture touches, grown by `margin`: what to repaint."""
        spread = self.rect_to_widget(rect).adjusted(-margin, -margin, margin, margin)
        return (spread & self.area).toAlignedRect()


def fit_zoom(width: int, height: int, area: QSizeF, aspect: float = 1.0, ratio: float = 1.0) -> float:
    """The zoom at which the whole picture just fits `area` (logical pixels)."""
    across = area.width() * ratio / max(width * aspect, 1e-9)
    down = area.height() * ratio / max(height, 1)
    return min(max(min(across, down), MIN_ZOOM), MAX_ZOOM)


def geometry(
    pane: str,
    width: int,
    height: int,
    area: QRectF,
    framing: Framing = FIT,
    *,
    aspect: float = 1.0,
    ratio: float = 1.0,
) -> ViewGeometry:
    """A picture of `width` x `height` in `area` as `framing` says."""
    fitted = fit_zoom(width, height, area.size(), aspect, ratio)
    zoom = fitted if framing.zoom is None else framing.zoom
    fractions = (0.5, 0.5) if framing.zoom is None else framing.centre
    centre = (fractions[0] * width, fractions[1] * height)
    return ViewGeometry(pane, width, height, area, zoom, centre, aspect, ratio)


def zoomed_at(view: ViewGeometry, zoom: float, anchor: QPointF) -> Framing:
    """The framing at another zoom that keeps the picture point under the widget point `anchor` where it is."""
    zoom = min(max(zoom, MIN_ZOOM), MAX_ZOOM)
    spot = view.to_picture(anchor)
    offset = anchor - view.area.center()
    down = zoom / view.ratio
    centre = (spot.x() - offset.x() / (down * view.aspect), spot.y() - offset.y() / down)
    return _held(view, zoom, centre)


def panned(view: ViewGeometry, delta: QPointF) -> Framing:
    """The framing after the picture was dragged by `delta` widget pixels."""
    across, down = view.scale
    centre = (view.centre[0] - delta.x() / across, view.centre[1] - delta.y() / down)
    return _held(view, view.zoom, centre)


def centred(view: ViewGeometry, spot: QPointF) -> Framing:
    """The framing that brings a picture point to the middle of the pane."""
    return _held(view, view.zoom, (spot.x(), spot.y()))


def _held(view: ViewGeometry, zoom: float, centre: tuple[float, float]) -> Framing:
    """Never lose the picture: the pane's middle stays on it."""
    x = min(max(centre[0] / max(view.width, 1), 0.0), 1.0)
    y = min(max(centre[1] / max(view.height, 1), 0.0), 1.0)
    return Framing(zoom, (x, y))


def stepped(zoom: float, steps: int) -> float:
    """The next whole step of a zoom ladder of powers of two with one stop between: 50 %, 71 %, 100 %, 141 %..."""
    rung = log2(zoom) * 2
    start = floor(rung + 1e-6) if steps > 0 else -floor(-rung + 1e-6)
    return float(min(max(exp2((start + steps) / 2), MIN_ZOOM), MAX_ZOOM))


def scale_for(zoom: float, aspect: float = 1.0) -> int:
    """The strongest reduction of 1, 2, 4, 8 that still has a pixel for every device pixel at this zoom."""
    finest = zoom * max(aspect, 1.0)
    return next(scale for scale in SCALES if scale == 1 or finest * scale <= 1.0)


def without_aspect(view: ViewGeometry) -> ViewGeometry:
    """The same view with square pixels."""
    return replace(view, aspect=1.0)
