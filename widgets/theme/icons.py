"""Icons: one-colour SVG line drawings, tinted by the palette and drawn anew for every size and screen."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from widgets.theme.palette import ACCENT, TEXT, TEXT_DISABLED

STROKE = 1.6
"""Of a drawing 24 wide: a little finer than Lucide's own, for a window full of them."""


@cache
def drawing(name: str) -> str:
    """The SVG text of an icon; FileNotFoundError where there is none of that name."""
    return files("resources").joinpath("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, tint: str) -> QSvgRenderer:
    text = drawing(name).replace("currentColor", tint).replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    return QSvgRenderer(QByteArray(text.encode()))


def _drawn(name: str, tint: str, side: int, ratio: float) -> QPixmap:
    """The drawing as a picture, kept by Qt: a list shows the same few signs hundreds of times."""
    key = f"{name} {tint} {side} {ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    pixels = max(round(side * ratio), 1)
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, tint).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


class _Engine(QIconEngine):
    """Draws the SVG at the asked size; disabled icons are dim, checked ones carry the accent."""

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tint = self._tint
        if mode == QIcon.Mode.Disabled:
            tint = TEXT_DISABLED
        elif state == QIcon.State.On and tint == TEXT:
            tint = ACCENT
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        device = painter.device()
        ratio = device.devicePixelRatioF() if isinstance(device, QWidget | QPixmap) else 1.0
        painter.drawPixmap(square.topLeft(), _drawn(self._name, tint, side, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # Qt asks so while a window is being laid out
            return QPixmap()
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tint)


@cache
def icon(name: str, tint: str = TEXT) -> QIcon:
    """The icon of that name in a colour (a constant of `palette`). Crisp at any size and scale."""
    drawing(name)  # an unknown name fails here, not while painting
    return QIcon(_Engine(name, tint))


def icon_pixmap(name: str, size: int, tint: str = TEXT, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels, for those who paint themselves."""
    return icon(name, tint).pixmap(QSize(size, size), ratio)
