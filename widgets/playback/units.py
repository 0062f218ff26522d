"""A position as people say it: timecode, frame number, feet and frames. Written and read back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from app.media.timecode import Timecode, nominal_rate

FRAMES_A_FOOT = {"35": 16, "16": 40}
"""35 mm with four perforations a frame (SMPTE ST 139), 16 mm (SMPTE ST 109)."""

_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One way to say a position. `id` is kept in the settings."""

    id: str

    def written(self, position: int, rate: Fraction) -> str:
        """The position as text."""
        if self.id == "timecode":
            return str(Timecode.from_frames(position, max(rate, Fraction(1))))
        if self.id == "frames":
            return str(position)
        feet, frames = divmod(position, FRAMES_A_FOOT[self.id.removeprefix("feet")])
        return f"{feet}+{frames:02d}"

    def read(self, text: str, here: int, rate: Fraction) -> int | None:
        """The position a person typed, not yet held inside the film; None where it means nothing.

        '+12' and '-12' go so many frames from `here`, in any unit. Timecode may be typed without colons and
        without its leading zeros: '112' is one second and twelve frames.
        """
        text = text.strip()
        if re.fullmatch(r"[+-]\s*\d+", text):
            return here + int(text.replace(" ", ""))
        if self.id == "timecode":
            return _timecode(text, max(rate, Fraction(1)))
        if self.id == "frames":
            return int(text) if text.isdecimal() else None
        match = re.fullmatch(r"(\d+)(?:\s*\+\s*(\d+))?", text)
        if match is None:
            return None
        return int(match[1]) * FRAMES_A_FOOT[self.id.removeprefix("feet")] + int(match[2] or 0)


UNITS = (Unit("timecode"), Unit("frames"), Unit("feet35"), Unit("feet16"))


def unit_of(id: str) -> Unit:
    """The unit of that id; timecode for one that is not known."""
    return next((unit for unit in UNITS if unit.id == id), UNITS[0])


def _timecode(text: str, rate: Fraction) -> int | None:
    if not re.fullmatch(r"\d+([:;.,]\d+){0,3}", text):
        return None
    parts = [int(number) for number in _NUMBERS.findall(text)]
    if len(parts) == 1:
        digits = text.rjust(8, "0")
        if len(digits) > 8:
            return None
        parts = [int(digits[at : at + 2]) for at in range(0, 8, 2)]
    hours, minutes, seconds, frames = [0] * (4 - len(parts)) + parts
    return ((hours * 60 + minutes) * 60 + seconds) * nominal_rate(rate) + frames
