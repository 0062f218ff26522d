"""The named controls of a set, made from their declaration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.hdr.vivid.controls import SATURATION, Controls
from app.hdr.vivid.dragging import Handle
from operators.contract.params import Declaration
from widgets.hdr.words import control_name
from widgets.inspector.parts import ElidedLabel, SmallButton
from widgets.inspector.slider import ValueSlider
from widgets.text import filled, sentence, translate

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("dark", ("dark_light", "dark_offset", "dark_detail")),
    ("mid", ("mid_light",)),
    ("high", ("high_offset", "high_light", "high_detail", "high_cut")),
    ("saturation", SATURATION),
    ("points", ("dark_floor", "dark_hillside", "light_hillside")),
)
"""Every control, in the order in which a grader works."""
POSITIONS = dict(GROUPS)["points"]


class PositionSlider(ValueSlider):
    """A position on the curve that may be automatic: then it says so, and begins from where the curve has it."""

    automatic = True

    def show_position(self, value: float, there: float) -> None:
        """Show a position; below 0 it is automatic, and `there`."""
        if not self.busy:
            self.automatic = value < 0
            self.set_value(round(there, 3) if self.automatic else value)

    def text(self) -> str:
        """See `ValueSlider.text`."""
        said = super().text()
        if self.busy or not self.automatic:
            return said
        return filled(translate("Hdr", "automatic: {value}"), value=said)


def _made_slider(name: str, declared: Declaration, parent: QWidget) -> ValueSlider:
    if name in POSITIONS:
        return PositionSlider(replace(declared, low=0.0), parent=parent)
    return ValueSlider(declared, parent=parent)


class Sliders(QWidget):
    """A row a control: its name, a slider, the way back. `tried` follows, `committed` comes once."""

    tried = Signal(str, float)
    committed = Signal(str, float)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sliders: dict[str, ValueSlider] = {}
        self.backs: dict[str, SmallButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 6)
        row = 0
        for group, names in GROUPS:
            heading = QLabel(_heading(group), self)
            heading.setProperty("role", "dim")
            grid.addWidget(heading, row, 0, 1, 3)
            row += 1
            for name in names:
                self._add(grid, row, name, Controls.declarations()[name])
                row += 1

    def show_controls(self, controls: Controls, handles: Iterable[Handle], *, editable: bool) -> None:
        """Show where the controls of the set stand; positions that are automatic stand where the curve has them."""
        values, neutral = controls.to_mapping(), Controls().to_mapping()
        there = {handle.name: handle.x for handle in handles}
        for name, slider in self.sliders.items():
            if isinstance(slider, PositionSlider):
                slider.show_position(float(values[name]), there.get(name, 0.0))
            else:
                slider.set_value(float(values[name]))
            slider.setEnabled(editable)
            self.backs[name].setVisible(values[name] != neutral[name])
            self.backs[name].setEnabled(editable)

    def _add(self, grid: QGridLayout, row: int, name: str, declared: Declaration) -> None:
        label, help = control_name(name), sentence(declared.help)
        shown = Declaration(label, help, declared.low, declared.high, declared.step)
        slider = self.sliders[name] = _made_slider(name, shown, self)
        slider.setObjectName(f"hdr.{name}")
        slider.setToolTip(
            f"{label}\n{help}\n"
            + translate("Hdr", "Drag, or double-click to type. Arrows step, Shift makes finer, Esc takes back.")
        )
        slider.setAccessibleDescription(help)
        slider.tried.connect(lambda value, name=name: self.tried.emit(name, value))
        slider.committed.connect(lambda value, name=name: self.committed.emit(name, value))
        slider.dropped.connect(self.dropped)
        back = self.backs[name] = SmallButton(
            "rotate-ccw", translate("Hdr", "Back to the automatic value (double-click the name)"), self
        )
        policy = back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        back.setSizePolicy(policy)
        back.clicked.connect(lambda _=False, name=name: self._back(name))
        title = ElidedLabel(label, self)
        title.setToolTip(f"{label}\n{help}")
        title.double_clicked.connect(lambda name=name: self._back(name))
        grid.addWidget(title, row, 0)
        grid.addWidget(slider, row, 1)
        grid.addWidget(back, row, 2)

    def _back(self, name: str) -> None:
        self.committed.emit(name, neutral_values()[name])


def neutral_values() -> Mapping[str, float]:
    """Where every control is automatic."""
    values: Mapping[str, float] = Controls().to_mapping()
    return values


def _heading(group: str) -> str:
    return {
        "dark": translate("Hdr", "Dark"),
        "mid": translate("Hdr", "Mids"),
        "high": translate("Hdr", "Highlights"),
        "saturation": translate("Hdr", "Saturation (both sets)"),
        "points": translate("Hdr", "Points of the sections, PQ signal"),
    }[group]
