"""The strip below the picture: where the pointer is, and the values there, as stored and as displayed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.engine.look import Look, Sample
from app.errors import ReelmendError
from app.media.reel import FrameId
from widgets.bridge.bridge import Bridge
from widgets.text import translate
from widgets.theme import colour, figures
from widgets.theme.fonts import SMALL
from widgets.viewer.surface import Surface

TINTS = {"R": "red", "G": "green", "B": "blue"}
ROW = 20
COLUMN = 40
"""Logical pixels: the height of a pane's row, and the width of a value."""
WIDER = 24
"""More of it for floats and for values with a sign."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A pixel of a frame, as a pane looks at it."""

    frame: FrameId
    look: Look
    x: int
    y: int


class Sampler(QObject):
    """Asks for one pane's values on the computing thread; while one question is out, only the newest spot waits."""

    def __init__(self, bridge: Bridge, told: Callable[[Spot, Sample | None], None], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._told = told
        self._out: Spot | None = None
        self._next: Spot | None = None

    def ask(self, spot: Spot | None) -> None:
        """Ask for the values at a spot; None for no longer."""
        self._next = spot
        if self._out is None:
            self._send()

    def _send(self) -> None:
        spot, self._next = self._next, None
        self._out = spot
        if spot is None:
            return
        engine = self._bridge.session.engine

        def question() -> Sample | None:
            try:
                return engine.sample(spot.frame, spot.look, spot.x, spot.y)
            except ReelmendError:
                return None  # the pane itself says that the frame cannot be read

        self._bridge.compute(self, "sample", question, lambda sample: self._answer(spot, sample))

    def _answer(self, spot: Spot, sample: Sample | None) -> None:
        self._out = None
        self._told(spot, sample)
        self._send()


class Readout(QWidget):
    """A row for each picture that is compared: code values by channel, bit depth, what is displayed."""

    def __init__(self, surface: Surface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self._samplers = {pane: Sampler(surface.bridge, partial(self._told, pane), self) for pane in ("a", "b")}
        self._wanted: dict[str, Spot] = {}
        self._known: dict[str, tuple[Spot, Sample]] = {}
        self.setObjectName("viewer.readout")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(translate("Viewer", "Pixel under the pointer: column, row, code values, and after the view"))
        surface.hovered.connect(self.look_at)
        surface.pictured.connect(self._ask)
        surface.desk.compare_changed.connect(self.update)

    @property
    def panes(self) -> tuple[str, ...]:
        """The pictures that have a row."""
        mode = self._surface.desk.compare.mode
        return (self._surface.main_pane,) if mode in ("single", "mask", "toggle") else ("a", "b")

    def look_at(self, point: QPointF | None) -> None:
        """Tell the values under a widget point of the surface; None for none."""
        wanted = {} if point is None or self._surface.desk.speed != 0 else self._spots(point)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._ask()
        self.update()

    def _ask(self) -> None:
        """Ask for the values at the spots looked at; also where an edit has put other values under the pointer."""
        for pane, sampler in self._samplers.items():
            sampler.ask(self._wanted.get(pane))

    def _spots(self, point: QPointF) -> dict[str, Spot]:
        surface = self._surface
        view = surface.scene.at(point)
        pixel = None if view is None else view.pixel_at(point)
        if pixel is None:
            return {}
        shown = surface.scene.shown
        return {
            pane: Spot(shown[pane].frame, shown[pane].look, *pixel)
            for pane in self.panes
            if pane in shown and not shown[pane].bad
        }

    def _told(self, pane: str, spot: Spot, sample: Sample | None) -> None:
        if sample is None:
            self._known.pop(pane, None)
        else:
            self._known[pane] = (spot, sample)
        self.setAccessibleDescription("\n".join(self.lines()))
        self.update()

    def lines(self) -> list[str]:
        """What the strip says, as text."""
        return [
            f"{pane.upper()} {spot.x}, {spot.y}: "
            + " ".join([part for part, _ in _parts(sample)] + [nits_text(sample)]).rstrip()
            for pane in self.panes
            if (found := self._current(pane)) is not None
            for spot, sample in [found]
        ]

    def _current(self, pane: str) -> tuple[Spot, Sample] | None:
        """The values to show: those of the spot before stay until the new ones come, so that nothing flickers."""
        return self._known.get(pane) if pane in self._wanted else None

    @property
    def difference(self) -> list[tuple[str, str]]:
        """B less A in native values, where A and B are set against each other and were sampled at one spot."""
        a, b = self._current("a"), self._current("b")
        if len(self.panes) < 2 or a is None or b is None or (a[0].x, a[0].y) != (b[0].x, b[0].y):
            return []
        return difference_parts(a[1], b[1])

    def sizeHint(self) -> QSize:
        """Rows for two pictures, also while one is shown: the picture must not move when another is set beside it."""
        return QSize(320, 2 * ROW + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is damaged."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("panel"))
        painter.setFont(figures(SMALL))
        if not self._wanted and self._surface.scene.views:
            hint = translate("Viewer", "Point at the picture to read its values")
            _write(painter, 8, (self.height() - ROW) / 2, self.width() - 16.0, hint, "text_dim")
        for row, pane in enumerate(self.panes):
            if pane in self._wanted:
                self._paint_row(painter, 2.0 + row * ROW, pane)
        painter.end()

    def _paint_row(self, painter: QPainter, top: float, pane: str) -> None:
        spot, found = self._wanted[pane], self._current(pane)
        _write(painter, 8, top, 16, pane.upper() if len(self.panes) > 1 else "", "text_dim")
        _write(painter, 24, top, 96, f"{spot.x}, {spot.y}", "text")
        if found is None:
            return
        end = _paint_sample(painter, 120, top, found[1])
        if pane == "b" and (apart := self.difference):
            _write(painter, end, top, 56, "B \N{MINUS SIGN} A", "text_dim")
            _paint_channels(painter, end + 56, top, apart, True)


def _parts(sample: Sample) -> list[tuple[str, str]]:
    """The words of a sample with their colours: channels, depth, displayed values."""
    parts = [(f"{name} {value_text(value)}", TINTS.get(name, "text")) for name, value in sample.channels]
    if sample.bit_depth is None:
        parts.append((translate("Viewer", "float"), "text_dim"))
    else:
        parts.append((translate("Viewer", "{bits} bit").format(bits=sample.bit_depth), "text_dim"))
    red, green, blue = sample.displayed
    parts.append((translate("Viewer", "shown {values}").format(values=f"{red} {green} {blue}"), "text_dim"))
    return parts


def nits_text(sample: Sample) -> str:
    """The light of red, green and blue in cd/m²: what HDR pictures are made in; '' for others."""
    if sample.nits is None:
        return ""
    return " ".join(f"{nits:.1f}" if nits >= 1 else f"{nits:.3f}" for nits in sample.nits) + " cd/m²"


def value_text(value: float) -> str:
    """A code value whole, a float to four places."""
    return str(value) if isinstance(value, int) else f"{value:.4f}"


def difference_parts(a: Sample, b: Sample) -> list[tuple[str, str]]:
    """B less A by channel, with a sign; nothing where their values are of different kinds."""
    names = [name for name, _ in a.channels]
    if a.bit_depth != b.bit_depth or names != [name for name, _ in b.channels]:
        return []
    apart = [(name, later - earlier) for (name, earlier), (_, later) in zip(a.channels, b.channels, strict=True)]
    return [(f"{name} {_signed(value)}", TINTS.get(name, "text")) for name, value in apart]


def _signed(value: float) -> str:
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    return sign + value_text(abs(value))


def _paint_sample(painter: QPainter, left: float, top: float, sample: Sample) -> float:
    """Channels, depth, a swatch and the values displayed; returns where they end."""
    *channels, depth, displayed = _parts(sample)
    x = _paint_channels(painter, left, top, channels, sample.bit_depth is None)
    _write(painter, x, top, 48, depth[0], depth[1])
    swatch = QRectF(x + 52, top + 4, 12, 12)
    painter.fillRect(swatch, QColor(*sample.displayed))
    painter.setPen(QPen(colour("edge"), 1))
    painter.drawRect(swatch)
    _write(painter, x + 70, top, 136, displayed[0], displayed[1])
    if (light := nits_text(sample)) == "":
        return x + 210
    width = painter.fontMetrics().horizontalAdvance("10000.0 10000.0 10000.0 cd/m²")
    _write(painter, x + 214, top, width, light, "text")
    return x + 222 + width


def _paint_channels(painter: QPainter, left: float, top: float, parts: list[tuple[str, str]], wide: bool) -> float:
    """Each channel in a column of its own width, so that numbers that change do not dance; returns where they end."""
    x = left
    for text, tint in parts:
        step = COLUMN + (WIDER if wide else 8) + max(painter.fontMetrics().horizontalAdvance(text.split()[0]) - 8, 0)
        _write(painter, x, top, step, text, tint)
        x += step
    return x


def _write(painter: QPainter, left: float, top: float, width: float, text: str, tint: str) -> None:
    painter.setPen(colour(tint))
    place = QRectF(left, top, width, ROW)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
