"""The shots: boxes with numbers and thumbnails, the selection, dissolves, the cut in hand, and passes at work."""

from __future__ import annotations

from bisect import bisect

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QPolygonF

from app.media.reel import FrameId
from widgets.theme import colour, icon_pixmap
from widgets.theme.palette import WARN
from widgets.timeline.columns import cover
from widgets.timeline.lanes.base import (
    columns_of,
    draw_columns,
    draw_text,
    fill_film,
    film_edges,
    number_font,
    packed,
    ratio_of,
)
from widgets.timeline.lanes.progress import paint_progress
from widgets.timeline.model import Model
from widgets.timeline.slots import Seen, Slot, crowds, slots

HEADER = 18.0
"""Height of the row of numbers."""
PROGRESS = 6.0
"""Height kept free at the bottom for passes at work."""
NUMBERED = 14.0
"""Pixels from which a shot may have room for its number."""
INSET = 4.0
"""Pixels between a cut and the number after it."""
APART = 16.0
"""Pixels between narrow dissolves on the average, below which they are not drawn: a carpet of them says nothing."""
NARROW = 5.0
"""Pixels below which a dissolve is only a mark at the top."""
LOCK = 12
"""Side of the sign of a protected shot."""
ROOM = 48.0
"""Pixels of a shot from which it has that sign besides its number."""
FINER = 6
"""How many steps of coarser thumbnails are tried where the right one has not come."""


def paint(painter: QPainter, area: QRectF, model: Model) -> None:
    """Paint from the ground up: tones, pictures, cuts, dissolves, progress."""
    fill_film(painter, area, model, "raised")
    if not model.film.length:
        return
    seen = model.laid.edges.seen(model.scale)
    crowded = crowds(seen)
    row = thumbnail_slots(area.height(), model)
    _paint_pictures(painter, area, model, row)
    _paint_selection(painter, area, model)
    _paint_cuts(painter, area, model, seen, crowded)
    _paint_kept(painter, area, model)
    _paint_numbers(painter, area, model, seen, row)
    _paint_dissolves(painter, area, model)
    paint_progress(painter, QRectF(area.left(), area.bottom() - PROGRESS, area.width(), PROGRESS), model)
    _paint_cut_in_hand(painter, area, model)


def picture_size(height: float, model: Model) -> tuple[float, float]:
    """Width and height of a thumbnail in a lane of this height."""
    tall = max(height - HEADER - PROGRESS, 8.0)
    return tall * model.laid.aspect, tall


def thumbnail_slots(height: float, model: Model) -> list[Slot]:
    """The thumbnails that a lane of this height shows now."""
    return list(slots(model.film, model.laid.edges, model.scale, picture_size(height, model)[0]))


def _paint_selection(painter: QPainter, area: QRectF, model: Model) -> None:
    """The selected shots' header, a line on top of it, and a tint on the pictures; at any zoom: a column in which
    one of many shots is selected shows it."""
    chosen = [shot for id in model.selected if (shot := model.film.shot(id)) is not None]
    if not chosen:
        return
    ratio = ratio_of(painter)
    covered = cover([(shot.first, shot.beyond) for shot in chosen], *columns_of(painter, area, model))
    rows = np.full(round((area.height() - PROGRESS) * ratio), packed("accent", 0.16), np.uint32)
    rows[: round(HEADER * ratio)] = packed("accent", 0.3)
    rows[: round(2 * ratio)] = packed("accent")
    draw_columns(painter, area, np.where(covered[None], rows[:, None], np.uint32(0)))


def _paint_kept(painter: QPainter, area: QRectF, model: Model) -> None:
    """Where no pass may touch the film: a line under the numbers, and a lock where there is room for it."""
    if not model.laid.kept:
        return
    ratio = ratio_of(painter)
    covered = cover(list(model.laid.kept), *columns_of(painter, area, model))
    rows = np.zeros(round(HEADER * ratio), np.uint32)
    rows[-round(3 * ratio) :] = packed("warn")
    draw_columns(painter, area, np.where(covered[None], rows[:, None], np.uint32(0)))
    sign = icon_pixmap("lock", LOCK, WARN, ratio)
    for first, beyond in model.laid.kept:
        for shot in model.film.shots_between(first, beyond):
            right = area.left() + model.scale.x(min(beyond, shot.beyond))
            if (
                min(right, area.right()) - max(area.left() + model.scale.x(max(first, shot.first)), area.left())
                > ROOM
            ):
                painter.drawPixmap(QPointF(min(right, area.right()) - LOCK - 3, area.top() + 1), sign)


def _paint_pictures(painter: QPainter, area: QRectF, model: Model, row: list[Slot]) -> None:
    wide, tall = picture_size(area.height(), model)
    top = area.top() + HEADER
    left, right = film_edges(area, model)
    painter.fillRect(QRectF(left, top, right - left, tall), colour("field"))
    for slot in row:
        exact, picture = _picture(model, slot)
        room = QRectF(area.left() + slot.left, top, slot.right - slot.left, tall)
        if isinstance(picture, QPixmap):
            painter.setOpacity(1.0 if exact else 0.45)
            _draw_cropped(painter, room, picture, wide)
            painter.setOpacity(1.0)


def _picture(model: Model, slot: Slot) -> tuple[bool, object]:
    """The slot's thumbnail, or the one left of it that a coarser zoom had. (True for its own, the picture)"""
    shot = model.film.shots[slot.place]
    step = slot.step
    for finer in range(FINER):
        position = slot.anchor + (slot.position - slot.anchor) // step * step if finer else slot.position
        if position < shot.first:
            break
        picture = model.thumbnail(FrameId(shot.reel, shot.start + position - shot.first))
        if picture is not None:
            return finer == 0, picture
        step *= 2
    return False, None


def _draw_cropped(painter: QPainter, room: QRectF, picture: QPixmap, wide: float) -> None:
    """The middle of a picture in a narrower room; in a wider one the whole picture at the left."""
    shown = min(room.width(), wide)
    share = min(shown / wide, 1.0)
    across = picture.width() * share
    source = QRectF((picture.width() - across) / 2, 0, across, picture.height())
    target = QRectF(room.left(), room.top(), shown, room.height())
    painter.drawPixmap(target, picture, source)


def _paint_cuts(painter: QPainter, area: QRectF, model: Model, seen: Seen, crowded: list[tuple[int, int]]) -> None:
    """A dark line at every cut of a wide shot. In a crowd only its head, and none where they would run together."""
    ratio = ratio_of(painter)
    columns = np.rint(seen.left * ratio).astype(np.int64)
    crowd = np.zeros(columns.size, bool)
    for start, end in crowded:
        crowd[start - seen.low : end - seen.low] = True
    inside = (columns >= 0) & (columns < round(area.width() * ratio))
    own, shared = columns[inside & ~crowd], np.unique(columns[inside & crowd])
    rows = round((area.height() - PROGRESS) * ratio)
    words = np.zeros((rows, round(area.width() * ratio)), np.uint32)
    if shared.size * 3 < words.shape[1]:
        words[: round(HEADER * ratio), shared] = packed("background", 0.55)
    words[:, own] = packed("background")
    draw_columns(painter, area, words)


def _paint_numbers(painter: QPainter, area: QRectF, model: Model, seen: Seen, row: list[Slot]) -> None:
    """Every shot's number where it has room; in a crowd, where there is room, that of the shot at each thumbnail."""
    type = number_font()
    digit = QFontMetricsF(type).horizontalAdvance("0")  # all are of one width
    taken: list[tuple[float, float]] = []
    for index in np.flatnonzero(seen.right - seen.left >= NUMBERED).tolist():
        shot = model.film.shots[seen.low + index]
        left = max(float(seen.left[index]), 0.0) + INSET
        text = str(shot.number)
        right = left + digit * len(text)
        if right <= float(seen.right[index]) - 2:
            tone = "text" if shot.id in model.selected else "text_dim"
            _draw_number(painter, area, left, text, tone, type)
            taken.append((left - INSET, right + INSET))
    for slot in row:
        shot = model.film.shots[slot.place]
        if (shot.beyond - shot.first) * model.scale.pixels < NUMBERED:
            left = slot.left + INSET
            text = str(shot.number)
            right = left + digit * len(text)
            place = bisect(taken, (left, right))
            free = (place == 0 or taken[place - 1][1] <= left) and (place == len(taken) or right <= taken[place][0])
            if free and left >= 0:
                _draw_number(painter, area, left, text, "text_dim", type)
                taken.insert(place, (left - INSET, right + INSET))


def _draw_number(painter: QPainter, area: QRectF, left: float, text: str, tone: str, type: QFont) -> None:
    room = QRectF(area.left() + left, area.top(), area.width(), HEADER - 1)
    draw_text(painter, room, text, tone, type=type, elide=False)


def _paint_dissolves(painter: QPainter, area: QRectF, model: Model) -> None:
    """A dissolve as a crossed band over its frames, a fade as a wedge."""
    start, end = model.scale.shown()
    seen = model.laid.dissolves_between(start, end)
    crowded = len(seen) * APART > area.width()
    for item in seen:
        left = area.left() + model.scale.x(item.first)
        right = area.left() + model.scale.x(item.beyond)
        top, bottom = area.top() + HEADER, area.bottom() - PROGRESS
        if right - left < NARROW:
            if crowded:
                break
            painter.fillRect(QRectF((left + right) / 2 - 1, area.top(), 2, 3), colour("splice"))
            continue
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(colour("background", 0.5))
        painter.drawPolygon(QPolygonF([QPointF(left, bottom), QPointF(right, top), QPointF(right, bottom)]))
        painter.setPen(colour("splice"))
        painter.drawLine(QPointF(left, bottom), QPointF(right, top))
        if item.kind == "dissolve":
            painter.drawLine(QPointF(left, top), QPointF(right, bottom))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(left, area.top(), right - left, 3), colour("splice"))


def _paint_cut_in_hand(painter: QPainter, area: QRectF, model: Model) -> None:
    """A bright line with a grip at the cut the pointer is at; dragged, also where it was, and how far it went."""
    if model.hovered is None or model.hovered.place >= len(model.film.shots):
        return
    position = model.film.shots[model.hovered.place].first
    x = area.left() + model.scale.x(position)
    painter.fillRect(QRectF(x - 1, area.top(), 2, area.height()), colour("text"))
    painter.fillRect(QRectF(x - 3, area.center().y() - 10, 6, 20), colour("text"))
    if not model.dragged:
        return
    before = area.left() + model.scale.x(model.hovered.position)
    painter.fillRect(QRectF(before, area.top() + HEADER, 1, area.height() - HEADER), colour("warn"))
    words = f"{position - model.hovered.position:+d} · {model.label(position)}"
    type = number_font()
    width = QFontMetricsF(type).horizontalAdvance(words) + 12
    left = x + 8 if x + 8 + width < area.right() else x - 8 - width
    label = QRectF(left, area.top() + HEADER + 4, width, 18)
    painter.fillRect(label, colour("background", 0.85))
    draw_text(painter, label.adjusted(6, 0, 0, 0), words, "text", type=type, elide=False)
