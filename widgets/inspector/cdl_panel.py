"""Colour wheels for the ASC CDL: slope, offset and power, each a wheel for the colour and a slider for its mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from operators.contract.params import Declaration
from widgets.inspector.panels import Surface, register
from widgets.inspector.reading import Item, Target
from widgets.inspector.slider import ValueSlider
from widgets.inspector.wheel import LARGEST, SMALLEST, Triple, Wheel, lean_of, leaning
from widgets.text import translate

CHANNELS = ("r", "g", "b")


@dataclass(frozen=True)
class _Control:
    """One wheel: `reach` is the lean at its rim, negative where a higher number darkens.

    A drag over a whole radius goes half as far: 0.25 of slope or power; offset, which weighs more, 0.1.
    """

    name: str
    title: str
    tip: str
    reach: float

    @property
    def params(self) -> tuple[str, ...]:
        return tuple(f"{self.name}_{channel}" for channel in CHANNELS)


def _controls() -> tuple[_Control, ...]:
    how = translate("Inspector", "Drag to where the colour shall lean, with Shift finer; double-click takes it back.")
    shadows = translate("Inspector", "Most in the shadows.")
    middle = translate("Inspector", "Most in the middle.")
    highlights = translate("Inspector", "Most in the highlights.")
    return (
        _Control("offset", translate("Inspector", "Offset"), f"{shadows}\n{how}", 0.2),
        _Control("power", translate("Inspector", "Power"), f"{middle}\n{how}", -0.5),
        _Control("slope", translate("Inspector", "Slope"), f"{highlights}\n{how}", 0.5),
    )


class CdlPanel(QWidget):
    """Shadows to highlights from left to right. A wheel never changes the mean, the slider never the colour."""

    handles = frozenset(f"{name}_{channel}" for name in ("slope", "offset", "power") for channel in CHANNELS)

    def __init__(self, surface: Surface) -> None:
        super().__init__()
        self.surface = surface
        self.wheels: dict[str, Wheel] = {}
        self.means: dict[str, ValueSlider] = {}
        self._rgb: dict[str, Triple] = {}
        self._controls = {control.name: control for control in _controls()}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 4, 4)
        grid.setSpacing(4)
        declared = surface.operator.Params.declarations()
        for column, control in enumerate(self._controls.values()):
            grid.setColumnStretch(column, 1)
            grid.addWidget(self._title(control), 0, column)
            wheel = self.wheels[control.name] = Wheel(control.title, self)
            wheel.setToolTip(f"{control.title}\n{control.tip}")
            wheel.tried.connect(lambda x, y, c=control: surface.attempt(self._turned(c, x, y)))
            wheel.committed.connect(lambda x, y, c=control: surface.commit(self._turned(c, x, y)))
            wheel.dropped.connect(surface.drop)
            grid.addWidget(wheel, 1, column)
            slider = self.means[control.name] = self._slider(control, declared[control.params[0]])
            grid.addWidget(slider, 2, column)

    def show_item(self, item: Item, target: Target, *, editable: bool) -> None:
        """Show these values."""
        for name, control in self._controls.items():
            values = [item.values[param] for param in control.params]
            mixed = any(value.mixed for value in values)
            wheel, slider = self.wheels[name], self.means[name]
            wheel.setEnabled(editable)
            slider.setEnabled(editable)
            if wheel.busy or slider.busy:
                continue
            red, green, blue = (float(value.plain) for value in values)
            self._rgb[name] = (red, green, blue)
            x, y = lean_of((red, green, blue))
            wheel.set_lean(x / control.reach, y / control.reach, mixed=mixed)
            slider.set_value(sum(self._rgb[name]) / 3, mixed=mixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wheels are as high as wide, within reason."""
        for wheel in self.wheels.values():
            wheel.setFixedHeight(min(max((self.width() - 12) // 3, SMALLEST), LARGEST))

    def _title(self, control: _Control) -> QLabel:
        label = QLabel(control.title, self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setProperty("role", "dim")
        return label

    def _slider(self, control: _Control, declared: Declaration) -> ValueSlider:
        mean = Declaration(control.title, declared.help, declared.low, declared.high, declared.step, declared.unit)
        slider = ValueSlider(mean, parent=self)
        slider.setToolTip(
            translate("Inspector", "{name} of all three channels together. Drag, or double-click to type.").format(
                name=control.title
            )
        )
        slider.tried.connect(lambda value: self.surface.attempt(self._lifted(control, value)))
        slider.committed.connect(lambda value: self.surface.commit(self._lifted(control, value)))
        slider.dropped.connect(self.surface.drop)
        return slider

    def _turned(self, control: _Control, x: float, y: float) -> Mapping[str, Any]:
        mean = sum(self._rgb[control.name]) / 3
        return self._values(control, leaning(mean, x * control.reach, y * control.reach))

    def _lifted(self, control: _Control, mean: float) -> Mapping[str, Any]:
        x, y = lean_of(self._rgb[control.name])
        return self._values(control, leaning(mean, x, y))

    def _values(self, control: _Control, rgb: Triple) -> Mapping[str, Any]:
        """Rounded to what a person can read, and held inside what the operator takes."""
        declared = self.surface.operator.Params.declarations()
        held = {}
        for param, value in zip(control.params, rgb, strict=True):
            low, high = declared[param].low, declared[param].high
            value = value if low is None else max(value, low)
            value = value if high is None else min(value, high)
            held[param] = round(value, 4)
        return held


register("cdl", CdlPanel)
