"""The drawn scopes: one pyqtgraph plot a kind, in the window's colours. Nothing is counted here."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from app.engine.light_scopes import light_marks
from app.engine.scopes import Scale, skin_line, targets
from widgets.scopes.traces import CHANNELS, Trace
from widgets.theme import colour, figures
from widgets.theme.fonts import SMALL

pg.setConfigOptions(useOpenGL=False, antialias=False, imageAxisOrder="row-major")

PER_CENT, CODES = "per cent", "codes"

_ACROSS = 1.13
"""Widths of the levels that a histogram's plot is wide."""
_BETWEEN = 5
"""Pixels between two labels."""

_BOX = 0.018
"""Half the side of a vectorscope's target boxes, in units of chroma."""


class ScopeView(pg.PlotWidget):  # type: ignore[misc]
    """A plot that shows a trace and lets itself not be zoomed away."""

    def __init__(self, name: str) -> None:
        super().__init__(background=colour("field"))
        self.units = CODES
        self.plot: Any = self.getPlotItem()
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(False, False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(120, 100)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(colour("line")))
            axis.setTextPen(pg.mkPen(colour("text_dim")))
            axis.setStyle(tickFont=figures(SMALL), tickLength=0)
        self.plot.getViewBox().setDefaultPadding(0.0)
        self.image = pg.ImageItem()
        self.plot.addItem(self.image)

    def wheelEvent(self, event: Any) -> None:
        """The wheel belongs to whatever the scope lies in."""
        event.ignore()

    def show_trace(self, trace: Trace | None) -> None:
        """Draw a trace; None for nothing."""
        raise NotImplementedError

    def _show_light(self, trace: Trace | None, where: QRectF) -> None:
        if trace is None or trace.light is None:
            self.image.clear()
        else:
            self.image.setImage(trace.light, autoLevels=False, levels=None)
            self.image.setRect(where)

    def _line(self, horizontal: bool, at: float, shade: str = "line") -> None:
        line = pg.InfiniteLine(at, angle=0 if horizontal else 90, pen=pg.mkPen(colour(shade)), movable=False)
        line.setZValue(-10)
        self.plot.addItem(line)


class LevelView(ScopeView):
    """Waveform and parade: levels upwards, in code values, light or per cent."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.plot.hideAxis("bottom")
        self.plot.getAxis("left").setWidth(44)
        self._lines: list[Any] = []
        self._scale: Scale | None = None
        self._drawn_units = ""
        self._set_scale(Scale())

    def show_trace(self, trace: Trace | None) -> None:
        """Draw it, with another scale where the numbers are others."""
        if trace is not None:
            self._set_scale(trace.scale)
        self._show_light(trace, QRectF(0, 0, 1, 1))

    def _set_scale(self, scale: Scale) -> None:
        if (scale, self.units) == (self._scale, self._drawn_units):
            return
        self._scale, self._drawn_units = scale, self.units
        for line in self._lines:
            self.plot.removeItem(line)
        ticks = level_ticks(scale, self.units)
        self._lines = []
        for place, _ in ticks:
            self._line(True, place)
            self._lines.append(self.plot.items[-1])
        self.plot.getAxis("left").setTicks([ticks])
        self.plot.setRange(xRange=(0, 1), yRange=(-0.02, 1.02), padding=0)


class HistogramView(ScopeView):
    """Levels to the right, how often they occur upwards."""

    _scale: Scale | None = None
    """Of the class, for pyqtgraph resizes a view while it is being made."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.image.hide()
        self.plot.hideAxis("left")
        self.plot.getAxis("bottom").setHeight(20)
        self._lines: list[Any] = []
        self._curves = []
        for hue in (CHANNELS[3], *CHANNELS[:3]):
            shade = QColor(colour(hue))
            shade.setAlphaF(0.18)
            curve = pg.PlotCurveItem(pen=pg.mkPen(colour(hue)), fillLevel=0, brush=shade)
            # Red, green and blue over each other give white, as light does.
            curve.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
            self.plot.addItem(curve)
            self._curves.append(curve)
        self.plot.setRange(xRange=(-0.05, _ACROSS - 0.05), yRange=(0, 1.05), padding=0)

    def resizeEvent(self, event: Any) -> None:
        """A wider axis has room for more labels."""
        super().resizeEvent(event)
        if self._scale is not None:
            self._label()

    def _label(self) -> None:
        assert self._scale is not None
        letters = QFontMetrics(figures(SMALL))
        room = self.width() / _ACROSS
        ticks = level_ticks(self._scale, self.units)
        widths = [(letters.horizontalAdvance(text) + _BETWEEN) / room for _, text in ticks]
        self.plot.getAxis("bottom").setTicks([spaced(ticks, widths)])

    def show_trace(self, trace: Trace | None) -> None:
        """Draw it."""
        if trace is None or trace.curves is None:
            for curve in self._curves:
                curve.setData([], [])
            return
        self._scale = trace.scale
        self._label()
        luma_first = (trace.curves[3], *trace.curves[:3])
        across = np.linspace(0, 1, trace.curves.shape[1])
        for curve, heights in zip(self._curves, luma_first, strict=True):
            curve.setData(across, heights)


class VectorView(ScopeView):
    """Cb to the right, Cr upwards, with the 75 % targets of Rec. 709 and the line of skin."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.plot.hideAxis("left")
        self.plot.hideAxis("bottom")
        self.plot.setAspectLocked(True)
        self._line(True, 0.0)
        self._line(False, 0.0)
        round_ = np.linspace(0, 2 * math.pi, 121)
        self._draw(0.5 * np.cos(round_), 0.5 * np.sin(round_), "line")
        for label, (cb, cr) in targets().items():
            sides = np.array([-1, 1, 1, -1, -1]), np.array([-1, -1, 1, 1, -1])
            self._draw(cb + _BOX * sides[0], cr + _BOX * sides[1], "text_dim")
            # Outwards from its box, so that neither box nor trace runs through the letters.
            length = math.hypot(cb, cr)
            text = pg.TextItem(
                label, color=colour("text_dim"), anchor=(0.5 - 0.8 * cb / length, 0.5 + 0.8 * cr / length)
            )
            text.setFont(figures(SMALL))
            text.setPos(cb * (1 + 1.2 * _BOX / length), cr * (1 + 1.2 * _BOX / length))
            self.plot.addItem(text)
        cb, cr = skin_line()
        self._draw(np.array([0, cb]), np.array([0, cr]), "warn")
        self.plot.setRange(xRange=(-0.54, 0.54), yRange=(-0.54, 0.54), padding=0)

    def show_trace(self, trace: Trace | None) -> None:
        """Draw it."""
        self._show_light(trace, QRectF(-0.5, -0.5, 1, 1))

    def _draw(self, x: Any, y: Any, shade: str) -> None:
        self.plot.addItem(pg.PlotCurveItem(x, y, pen=pg.mkPen(colour(shade))))


def level_ticks(scale: Scale, units: str) -> list[tuple[float, str]]:
    """Places (0 to 1) and numbers along an axis of levels: of light in cd/m2 where the scale is one of light."""
    if scale.light and units != PER_CENT:
        return light_marks(scale)
    if units == PER_CENT:
        return [(scale.share(value / 100), f"{value}") for value in (0, 25, 50, 75, 100)]
    if scale.code_high <= 1.0:
        return [(scale.share(value), f"{value:g}") for value in (0.0, 0.25, 0.5, 0.75, 1.0)]
    top = int(scale.code_high)
    marks = [0, *(round((top + 1) * part / 4) for part in (1, 2, 3)), top]
    span = scale.code_high - scale.code_low
    return [((mark - scale.code_low) / span, f"{mark}") for mark in marks]


def spaced(ticks: Sequence[tuple[float, str]], widths: Sequence[float]) -> list[tuple[float, str]]:
    """Those labels along an axis that do not run into each other, powers of ten before others.

    `widths` are the labels', in the axis' own unit.
    """
    kept: list[tuple[float, float, str]] = []
    order = sorted(zip(ticks, widths, strict=True), key=lambda item: item[0][1].strip("0.") not in ("", "1"))
    for (place, text), width in order:
        if all(abs(place - there) >= (width + its) / 2 for there, its, _ in kept):
            kept.append((place, width, text))
    return sorted((place, text) for place, _, text in kept)


VIEWS: dict[str, type[ScopeView]] = {
    "waveform": LevelView,
    "parade": LevelView,
    "vectorscope": VectorView,
    "histogram": HistogramView,
}
