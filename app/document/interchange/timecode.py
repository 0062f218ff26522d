"""Frame counts and timecode (SMPTE ST 12-1), by OpenTimelineIO's own arithmetic."""

from __future__ import annotations

from fractions import Fraction

from opentimelineio import opentime

from app.document.model import ReelRef
from app.errors import NotSupportedError, UsageError


def check_rate(rate: Fraction) -> None:
    """NotSupportedError for a rate that timecode cannot count, as those of silent films."""
    if not opentime.RationalTime.is_smpte_timecode_rate(float(rate)):
        raise NotSupportedError(
            f"timecode cannot count {float(rate):g} frames a second: write an .otio file, which needs none"
        )


def to_text(frames: int, rate: Fraction, drop: bool) -> str:
    """The timecode of a frame count since midnight; ';' before the frames where it drops."""
    check_rate(rate)
    text: str = opentime.RationalTime(frames, float(rate)).to_timecode(float(rate), drop)
    return text


def to_frames(text: str, rate: Fraction) -> int:
    """Frames since midnight; UsageError for what is no timecode at this rate."""
    check_rate(rate)
    try:
        return int(opentime.from_timecode(text, float(rate)).to_frames())
    except ValueError:
        raise UsageError(f"'{text}' is no timecode at {float(rate):g} frames a second") from None


def can_drop(rate: Fraction) -> bool:
    """True for 29.97 and 59.94, the rates that know drop-frame counting."""
    return rate.denominator == 1001 and rate.numerator in (30000, 60000)


def start_of(reel: ReelRef) -> tuple[int, bool]:
    """The timecode of a reel's first frame as a frame count, and whether it drops; (0, False) where the reel
    has none or one that its rate cannot count."""
    text = str(reel.format.get("start_timecode") or "")
    try:
        return (to_frames(text, reel.rate), ";" in text) if text else (0, False)
    except (UsageError, NotSupportedError):
        return 0, False
