"""One kept picture a lane, drawn anew only when something in it changes; and the playhead over them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPolygonF

from widgets.theme import colour
from widgets.timeline.lanes import LANES
from widgets.timeline.lanes.base import PAD, draw_text, number_font, whole
from widgets.timeline.lanes.overview import paint_view, whole_film
from widgets.timeline.layout import Row, lay_out
from widgets.timeline.model import Model

GUTTER = 84
"""Width of the lanes' names, at the left."""
SWATCH = 6.0
"""Side of the square that shows a legend's colour."""
HEAD = 6.0
"""Half the width of the playhead's head."""


class Layers:
    """Rows, their pictures, and which of those are out of date."""

    def __init__(self) -> None:
        self.rows: tuple[Row, ...] = ()
        self._pictures: dict[str, QPixmap] = {}
        self._stale: set[str] = set()
        self._size = (0, 0, 0.0)

    def resize(self, width: int, height: int, ratio: float) -> None:
        """Lay the rows out for a widget of this size; nothing kept is of use if it is another."""
        if (width, height, ratio) != self._size:
            self._size = (width, height, ratio)
            self.rows = lay_out(height, LANES)
            self._pictures.clear()

    def stale(self, ids: Iterable[str] | None = None) -> None:
        """These lanes (all with None) show something else now."""
        self._stale.update((row.lane.id for row in self.rows) if ids is None else ids)

    def row(self, id: str) -> Row | None:
        """The row of a lane; None where there is no room for it."""
        return next((row for row in self.rows if row.lane.id == id), None)

    def row_at(self, y: float) -> Row | None:
        """The row at a height."""
        return next((row for row in self.rows if row.top <= y < row.bottom), None)

    def area(self, row: Row) -> QRectF:
        """The part of the widget where a lane draws the film."""
        return QRectF(GUTTER, row.top, max(self._size[0] - GUTTER, 1), row.height)

    def draw(self, painter: QPainter, part: QRect, model: Model) -> None:
        """Draw the part of the rows that must be drawn again, from the kept pictures."""
        painter.fillRect(part, colour("background"))
        for row in self.rows:
            whole_row = QRect(0, row.top, self._size[0], row.height)
            cut = whole_row & part
            if cut.isEmpty():
                continue
            picture = self._pictures.get(row.lane.id)
            if picture is None or row.lane.id in self._stale:
                picture = self._pictures[row.lane.id] = self._made(row, model, picture)
                self._stale.discard(row.lane.id)
            ratio = self._size[2]
            source = QRectF(cut.x() * ratio, (cut.y() - row.top) * ratio, cut.width() * ratio, cut.height() * ratio)
            painter.drawPixmap(QRectF(cut), picture, source)

    def _made(self, row: Row, model: Model, old: QPixmap | None) -> QPixmap:
        width, _, ratio = self._size
        picture = old or QPixmap(round(width * ratio), round(row.height * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setClipRect(QRectF(GUTTER, 0, width - GUTTER, row.height))
        row.lane.paint(painter, QRectF(GUTTER, 0, width - GUTTER, row.height), model)
        painter.setClipping(False)
        self._paint_title(painter, row)
        painter.end()
        return picture

    def _paint_title(self, painter: QPainter, row: Row) -> None:
        room = QRectF(0, 0, GUTTER, row.height)
        painter.fillRect(room, colour("panel"))
        painter.fillRect(QRectF(GUTTER - 1, 0, 1, row.height), colour("background"))
        legend = row.lane.legend()
        if not legend:
            draw_text(painter, QRectF(2 * PAD, 0, GUTTER - 3 * PAD, row.height), row.lane.title())
        for index, (tone, words) in enumerate(legend):
            high = row.height / len(legend)
            painter.fillRect(QRectF(2 * PAD, (index + 0.5) * high - SWATCH / 2, SWATCH, SWATCH), colour(tone))
            draw_text(painter, QRectF(2 * PAD + SWATCH + 4, index * high, GUTTER - 30, high), words)


def playhead_strip(layers: Layers, model: Model, position: int, height: int) -> list[QRect]:
    """What must be drawn again where the playhead stands at a position: its strip, and its mark in the overview."""
    x = GUTTER + model.scale.x(position)
    wide = max(model.scale.pixels, 2.0)
    strips = [QRect(int(x - HEAD - 2), 0, int(wide + 2 * HEAD + 5), height)]
    row = layers.row("overview")
    if row is not None:
        area = layers.area(row)
        strips.append(
            QRect(int(area.left() + whole_film(model, area.width()).x(position)) - 3, row.top, 8, row.height)
        )
    return strips


def paint_playhead(painter: QPainter, layers: Layers, model: Model, height: int) -> None:
    """A line through all lanes with a head in the ruler; the frame itself is tinted where it is wide."""
    if not model.film.length:
        return
    ink, dark = colour("accent"), colour("background")
    overview = layers.row("overview")
    bottom = height if overview is None else overview.top
    left = GUTTER + model.scale.x(model.playhead)
    painter.save()
    if overview is not None:
        paint_view(painter, layers.area(overview), model)
    painter.setClipRect(QRectF(GUTTER, 0, model.scale.width, height), Qt.ClipOperation.IntersectClip)
    if model.scale.pixels >= 4:
        painter.fillRect(QRectF(left, 0, model.scale.pixels, bottom), colour("accent", 0.16))
    x = whole(left, painter)
    painter.fillRect(QRectF(x - 1, 0, 3, bottom), colour("background", 0.7))
    painter.fillRect(QRectF(x, 0, 1, bottom), ink)
    ruler = layers.row("ruler")
    if ruler is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(dark)
        painter.setBrush(ink)
        tip = ruler.bottom - 4.0
        corners = ((-HEAD, tip - 14), (HEAD, tip - 14), (HEAD, tip - 6), (0.0, tip), (-HEAD, tip - 6))
        painter.drawPolygon(QPolygonF([QPointF(x + 0.5 + dx, y) for dx, y in corners]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if overview is not None:
        area = layers.area(overview)
        painter.fillRect(
            QRectF(area.left() + whole_film(model, area.width()).x(model.playhead) - 1, area.top(), 2, area.height()),
            ink,
        )
    painter.restore()


def paint_position(painter: QPainter, layers: Layers, model: Model) -> None:
    """Where the playhead stands, in figures, at the left of the ruler."""
    ruler = layers.row("ruler")
    if ruler is not None and model.film.length:
        room = QRectF(2 * PAD, ruler.top, GUTTER - 2 * PAD, ruler.height)
        draw_text(painter, room, model.label(model.playhead), "text", type=number_font(), elide=False)
