"""Masks drawn over a picture: filled, and outlined by a pattern for each state so that colour says nothing alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Any

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from widgets.theme import colour
from widgets.viewer.choices import Choices, Style
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.marks import Mark, Marked, State
from widgets.viewer.pane import Bytes

Ask = Callable[[Callable[[], Any], Callable[[Any], None]], None]
"""Runs the first on another thread and hands its result to the second on this one; of several, the newest wins."""

AT_ONCE = 200
"""Marks that are drawn while painting: a few milliseconds."""

TILE = 512
"""Picture pixels: outlines are gathered by tiles, so that a close view draws only what is near."""

CLOSE = 2.0
"""Zoom from which lines are heavier: there are fewer of them then."""

DASHES: dict[State, tuple[float, float] | None] = {
    State.ACCEPTED: None,
    State.PROPOSED: (5.0, 3.0),
    State.REJECTED: (1.0, 3.0),
}
"""Solid, dashed, dotted; rejected ones are struck through as well."""

FRAME = 60_000
"""Pixels from which a mask that fills its box from the first corner on is a whole frame's."""


@dataclass(frozen=True, eq=False)
class _Tile:
    state: State
    box: QRectF
    path: QPainterPath
    strokes: QPainterPath


class Outlines:
    """The outlines of a frame's marks, sorted by state and tile: made once, drawn for any view, on any thread."""

    def __init__(self, marked: Marked) -> None:
        self._big: list[tuple[State, Mark]] = []
        self._lock = Lock()  # paths keep what they were last drawn with
        groups: dict[tuple[State, int, int], tuple[QPainterPath, QPainterPath]] = {}
        for mark, state in zip(marked.marks, marked.states, strict=True):
            if mark.is_big:
                self._big.append((state, mark))
                continue
            repair = mark.repair
            key = (state, repair.x0 // TILE, repair.y0 // TILE)
            if key not in groups:
                groups[key] = QPainterPath(), QPainterPath()
                groups[key][0].setFillRule(Qt.FillRule.WindingFill)
            path, strokes = groups[key]
            (strokes if _is_frame(mark) else path).addPath(mark.outline)
            if state is State.REJECTED:
                strokes.moveTo(repair.x0, repair.y1)
                strokes.lineTo(repair.x1, repair.y0)
        self._tiles = [
            _Tile(state, path.controlPointRect() | strokes.controlPointRect(), path, strokes)
            for (state, _, _), (path, strokes) in groups.items()
        ]

    def draw(self, view: ViewGeometry, choices: Choices) -> QImage:
        """The layer that covers the view's pane."""
        size = QSize(round(view.area.width() * view.ratio), round(view.area.height() * view.ratio))
        layer = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        layer.setDevicePixelRatio(view.ratio)
        layer.fill(Qt.GlobalColor.transparent)
        seen = view.visible
        with self._lock:
            painter = QPainter(layer)
            painter.translate(-view.area.topLeft())
            for state in State:
                style = choices.style(state)
                if style.visible:
                    for mark in (mark for kind, mark in self._big if kind is state):
                        _paint_big(painter, mark, state, style, view)
                    near = [tile for tile in self._tiles if tile.state is state and tile.box.intersects(seen)]
                    _paint_tiles(painter, near, state, style, view)
            painter.end()
        return layer


@dataclass(frozen=True, eq=False)
class _Layer:
    """A drawn layer, and what it was drawn for."""

    key: tuple[object, ...]
    marked: Marked
    view: ViewGeometry
    outlines: Outlines
    image: QImage


class Overlay:
    """The layer of one pane: drawn once for what is marked, where it lies and how it looks; then only laid on.

    A few marks are drawn at once. Many are drawn on another thread (`ask`), and until then the frame's layer before,
    moved and enlarged as the picture was, stands in: zooming and panning cost the same whatever there is on a frame.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._layer: _Layer | None = None
        self._asked: tuple[object, ...] = ()

    def paint(self, painter: QPainter, marked: Marked, view: ViewGeometry, choices: Choices) -> None:
        """Lay the layer on; has it drawn first where something has changed."""
        if not marked.marks:
            return
        key = (marked, view, choices.accepted, choices.proposed, choices.rejected)
        if self._layer is None or self._layer.key != key:
            known = self._layer.outlines if self._layer is not None and self._layer.marked is marked else None
            if len(marked.marks) <= AT_ONCE:
                self._layer = _draw(key, marked, view, choices, known)
            elif self._asked != key:
                self._asked = key
                self._ask(lambda: _draw(key, marked, view, choices, known), self._take)
        if self._layer is not None and self._layer.marked.frame == marked.frame:
            _lay_on(painter, self._layer, view)

    def _take(self, layer: _Layer) -> None:
        self._layer = layer


def _lay_on(painter: QPainter, layer: _Layer, view: ViewGeometry) -> None:
    """The layer as it was drawn, or its part that is still seen, moved and enlarged roughly: it stands in briefly."""
    if layer.view == view:
        painter.drawImage(view.area.topLeft(), layer.image)
        return
    area = layer.view.area
    if (layer.view.scale, area) == (view.scale, view.area):
        # Origins lie on device pixels, so a pan moves the layer by whole ones.
        (left, top), (old_left, old_top) = view.origin, layer.view.origin
        painter.drawImage(area.topLeft() + QPointF(left - old_left, top - old_top), layer.image)
        return
    seen = layer.view.rect_to_widget(view.visible) & area
    if seen.isEmpty():
        return
    target = view.rect_to_widget(layer.view.rect_to_picture(seen))
    ratio = layer.view.ratio
    corner = (seen.topLeft() - area.topLeft()) * ratio
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(target, layer.image, QRectF(corner, seen.size() * ratio))


def _draw(
    key: tuple[object, ...], marked: Marked, view: ViewGeometry, choices: Choices, known: Outlines | None
) -> _Layer:
    outlines = known or Outlines(marked)
    return _Layer(key, marked, view, outlines, outlines.draw(view, choices))


def _is_frame(mark: Mark) -> bool:
    """True for a frame that was made anew: filled, it would only tint the picture it is there to be seen in."""
    repair = mark.repair
    return (repair.x0, repair.y0) == (0, 0) and mark.mask.size >= FRAME and bool(mark.mask.all())


def _paint_tiles(painter: QPainter, tiles: Iterable[_Tile], state: State, style: Style, view: ViewGeometry) -> None:
    painter.save()
    base = view.transform() * painter.transform()
    fill = colour(style.colour, style.opacity)
    weight = weight_of(view)
    passes = line_passes(weight, colour(style.colour))
    for tile in tiles:
        painter.setTransform(base)
        if style.opacity > 0:
            painter.fillPath(tile.path, fill)
        for offset, tint in passes:
            painter.setTransform(base * QTransform.fromTranslate(offset / view.ratio, offset / view.ratio))
            painter.setPen(pen_of(state, tint, weight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(tile.path)
            if not tile.strokes.isEmpty():
                painter.setPen(pen_of(State.ACCEPTED, tint))
                painter.drawPath(tile.strokes)
    painter.restore()


def weight_of(view: ViewGeometry) -> int:
    """Device pixels that lines are wide."""
    return max(round(view.ratio), 1) + (1 if view.zoom >= CLOSE else 0)


def line_passes(weight: int, tint: QColor) -> list[tuple[float, QColor]]:
    """Offsets (in device pixels) and colours in which a hairline is drawn to become a line of some weight.

    A dark copy beyond the last one keeps it legible on light picture and dark.
    """
    return [(float(weight), QColor(0, 0, 0, 190)), *((float(step), tint) for step in range(weight))]


def pen_of(state: State, tint: QColor, weight: int = 1) -> QPen:
    """The hairline of a state: solid, dashed or dotted, the pattern as wide as lines of `weight` need."""
    pen = QPen(tint, 0)
    pen.setCosmetic(True)
    if (dashes := DASHES[state]) is not None:
        pen.setDashPattern([part * weight for part in dashes])
    return pen


def _paint_big(painter: QPainter, mark: Mark, state: State, style: Style, view: ViewGeometry) -> None:
    """A mask of very many corners, as an image of its pixels: edge opaque and patterned, inside as filled."""
    pixels = big_pixels(mark, state, style)
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_ARGB32_Premultiplied)
    repair = mark.repair
    target = QRectF(view.to_widget(QPointF(repair.x0, repair.y0)), view.to_widget(QPointF(repair.x1, repair.y1)))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.zoom < 1)
    painter.drawImage(target, image)


def big_pixels(mark: Mark, state: State, style: Style) -> Bytes:
    """A mask as premultiplied BGRA `(h, w, 4)`: every edge pixel where the state's dashes have ink, the rest thin."""
    mask = mark.mask.astype(np.uint8)
    inside = cv2.erode(mask, np.ones((3, 3), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0)
    rows, columns = np.ogrid[: mask.shape[0], : mask.shape[1]]
    ink, gap = DASHES[state] or (1.0, 0.0)
    edge = (mask > inside) & ((rows + columns) % (ink + gap) < ink)
    alpha = np.where(edge, 1.0, mask * style.opacity)
    tint = colour(style.colour)
    channels = [alpha * part for part in (tint.blue(), tint.green(), tint.red(), 255)]
    return np.ascontiguousarray(np.stack(channels, axis=-1).round().astype(np.uint8))
