"""Timecode (SMPTE ST 12-1) and keycode (SMPTE ST 254, ISO 4241): words, packed bits and frame counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

UNDEFINED_WORD = 0xFFFFFFFF
_TIMECODE = re.compile(r"(\d{2}):(\d{2}):(\d{2})([:;.,])(\d{2,3})")
_DROP_FLAG = 1 << 6


@dataclass(frozen=True, slots=True)
class Timecode:
    """One address HH:MM:SS:FF. `drop` is drop-frame counting, written with ';' before the frames."""

    hours: int
    minutes: int
    seconds: int
    frames: int
    drop: bool = False

    def __str__(self) -> str:
        mark = ";" if self.drop else ":"
        return f"{self.hours:02d}:{self.minutes:02d}:{self.seconds:02d}{mark}{self.frames:02d}"

    @classmethod
    def parse(cls, text: str) -> Timecode:
        """Read 'HH:MM:SS:FF' (';', '.' or ',' before the frames: drop-frame), or ValueError."""
        match = _TIMECODE.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"'{text}' is no timecode; it must look like 01:00:00:00")
        hours, minutes, seconds = (int(match[i]) for i in (1, 2, 3))
        if hours > 23 or minutes > 59 or seconds > 59:
            raise ValueError(f"'{text}' is no timecode: hours run to 23, minutes and seconds to 59")
        return cls(hours, minutes, seconds, int(match[5]), match[4] != ":")

    @classmethod
    def from_frames(cls, count: int, rate: Fraction, drop: bool = False) -> Timecode:
        """The address of the day's `count`-th frame (ST 12-1 clause 4.2.2: two numbers a minute dropped).

        Wraps at 24 hours. `drop` is ignored at rates that know no drop-frame counting.
        """
        base = nominal_rate(rate)
        skip = _dropped_a_minute(base, drop)
        count %= 24 * 3600 * base - skip * (24 * 60 - 24 * 6)
        if skip:
            count = _with_gaps(count, base, skip)
        seconds, frames = divmod(count, base)
        minutes, second = divmod(seconds, 60)
        return cls(minutes // 60, minutes % 60, second, frames, bool(skip))

    def to_frames(self, rate: Fraction) -> int:
        """How many frames after 00:00:00:00 this address is."""
        base = nominal_rate(rate)
        minutes = self.hours * 60 + self.minutes
        skip = _dropped_a_minute(base, self.drop)
        return (minutes * 60 + self.seconds) * base + self.frames - skip * (minutes - minutes // 10)

    def plus(self, frames: int, rate: Fraction) -> Timecode:
        """The address so many frames later (earlier where negative)."""
        return Timecode.from_frames(self.to_frames(rate) + frames, rate, self.drop)

    def to_bcd(self) -> int:
        """The word of DPX and OpenEXR: four BCD pairs, hours highest, drop flag as bit 6 (ST 12-1)."""
        word = 0
        for value in (self.hours, self.minutes, self.seconds, self.frames % 40):
            word = word << 8 | value // 10 << 4 | value % 10
        return word | (_DROP_FLAG if self.drop else 0)

    @classmethod
    def from_bcd(cls, word: int, *, flags: bool = True) -> Timecode | None:
        """Read a packed word; None where it is undefined or no timecode. Flag bits are masked away.

        Args:
            word: four BCD pairs, hours highest.
            flags: bit 6 says drop-frame, as ST 12-1 packs it. DPX (SMPTE 268M) has plain BCD without flags,
                yet common writers put them there too, so both are read alike.
        """
        if word == UNDEFINED_WORD:
            return None
        masks = (0x3F, 0x7F, 0x7F, 0x3F)
        pairs = [(word >> shift) & mask for shift, mask in zip((24, 16, 8, 0), masks, strict=True)]
        if any(pair & 0xF > 9 for pair in pairs):
            return None
        hours, minutes, seconds, frames = ((pair >> 4) * 10 + (pair & 0xF) for pair in pairs)
        if hours > 23 or minutes > 59 or seconds > 59:
            return None
        return cls(hours, minutes, seconds, frames, flags and bool(word & _DROP_FLAG))


def nominal_rate(rate: Fraction) -> int:
    """Numbers a timecode second counts: 24 for 23.976, 30 for 29.97. ValueError below one frame a second."""
    base = round(rate)
    if base < 1:
        raise ValueError(f"{rate} frames per second cannot be counted in timecode")
    return base


def _dropped_a_minute(base: int, drop: bool) -> int:
    return base // 15 if drop and base % 30 == 0 else 0


def _with_gaps(count: int, base: int, skip: int) -> int:
    """Frame count to label count: put the dropped numbers back in."""
    per_minute = 60 * base - skip
    per_ten = 10 * per_minute + skip
    tens, rest = divmod(count, per_ten)
    minutes = 0 if rest < 60 * base else 1 + (rest - 60 * base) // per_minute
    return count + skip * (9 * tens + minutes)


def keycode_text(values: Sequence[int]) -> str:
    """A keycode for people: 'KK 02 123456 7890+12'.

    Args:
        values: film manufacturer, film type, prefix, count, perforation offset (the first five of OpenEXR's
            seven KeyCode members; ISO 4241).
    """
    maker, film, prefix, count, offset = values[:5]
    return f"{maker:02d} {film:02d} {prefix:06d} {count:04d}+{offset:02d}"
