"""The hand controls that graders know, declared once for panel, command line and project.

Names and ranges are those of the authoring header that grading tools share; where it leaves a range open the
help text says what is taken here.
"""

from __future__ import annotations

from dataclasses import dataclass

from operators.contract.params import Params, param

AUTOMATIC = -1.0
"""A direct position that keeps the automatic one."""


def _slider(label: str, help: str) -> float:
    slider: float = param(0.0, label, help, low=-1.0, high=1.0, step=0.01)
    return slider


def _position(label: str, help: str) -> float:
    position: float = param(AUTOMATIC, label, help, low=AUTOMATIC, high=1.0, step=0.001)
    return position


@dataclass(frozen=True)
class Controls(Params):
    """Offsets from the automatic curve of a set; all sliders go from -1 to 1 and change nothing at 0."""

    dark_light: float = _slider("Dark light", "Slope of the shadows: 0 at -1, as in the picture at 1.")
    dark_offset: float = _slider("Dark offset", "Moves the end of the dark section: its middle at -1, 0.45 at 1.")
    dark_detail: float = _slider("Dark detail", "Lifts the middle of the dark section: by half a strength at 1.")
    mid_light: float = _slider("Mid light", "Output at the end of the dark section: between shadows and highlights.")
    high_offset: float = _slider("High offset", "Moves the start of the bright section: 0.48 at -1, its middle at 1.")
    high_light: float = _slider("High light", "Output at the start of the bright section: between mids and peak.")
    high_detail: float = _slider("High detail", "Lifts the middle of the bright section: by half a strength at 1.")
    high_cut: float = _slider("High cut", "Moves the end of the bright section: its middle at -1, the peak at 1.")
    whole_sat: float = _slider("Saturation", "First saturation gain: 0 at -1, 255 at 1.")
    high_sat: float = _slider("High saturation", "Loss of saturation above the display's peak: none at -1, all at 1.")
    dark_floor: float = _position("Dark floor", "PQ signal at which the dark section begins; below 0 it stays.")
    dark_hillside: float = _position("Dark hillside", "PQ signal at which its two halves meet; below 0 it stays.")
    light_hillside: float = _position("Light hillside", "PQ signal at which its two halves meet; below 0 it stays.")

    def moved(self, *names: str) -> bool:
        """Whether any of these is off its automatic value."""
        positions = ("dark_floor", "dark_hillside", "light_hillside")
        return any(getattr(self, name) >= 0 if name in positions else getattr(self, name) != 0 for name in names)


DARK = ("dark_light", "dark_offset", "dark_detail", "dark_floor", "dark_hillside")
BRIGHT = ("high_offset", "high_light", "high_detail", "high_cut", "light_hillside")
BASE = ("dark_offset", "mid_light", "high_offset", "high_light")
"""Those that solve the base curve anew."""
SATURATION = ("whole_sat", "high_sat")


@dataclass(frozen=True, slots=True)
class Travel:
    """What a slider moves: its value at -1, at 0 (the automatic one) and at 1; linear on either side."""

    low: float
    automatic: float
    high: float

    def at(self, slider: float) -> float:
        """The value at a slider's position."""
        end = self.high if slider > 0 else self.low
        return self.automatic + abs(slider) * (end - self.automatic)

    def slider(self, value: float) -> float:
        """The position that gives a value; an end where it lies beyond, 0 where there is no way to go."""
        end, sign = (self.high, 1.0) if value > self.automatic else (self.low, -1.0)
        way = end - self.automatic
        return sign * min(max((value - self.automatic) / way, 0.0), 1.0) if way else 0.0
