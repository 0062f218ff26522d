"""Keyframes: a parameter that changes over the frames of a reel.

In the ledger a keyframed parameter is plain JSON in the place of its number:
`{"keys": [[120, 0.5], [180, 1.0]], "interpolation": "smooth"}`. Frames are source reel indices, so that a moved or
split cut leaves the curve on the pictures it was drawn for. Before the first and after the last key the value holds.

Smooth curves are monotone piecewise cubics: they pass through every key, never overshoot between two keys, and so
never leave a parameter's declared range. The tangents inside are those of M. Steffen, "A simple method for monotonic
interpolation in one dimension", Astronomy and Astrophysics 239 (1990), equation 11. At both ends they are level,
because the value holds beyond them.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal, Self, get_args

from app.errors import UsageError

Interpolation = Literal["hold", "linear", "smooth"]
INTERPOLATIONS: tuple[Interpolation, ...] = get_args(Interpolation)

Value = float | int | bool | str


@dataclass(frozen=True, slots=True)
class Keyframes:
    """Values at frames of a reel, and how to get from one to the next.

    Whole numbers are rounded between keys; truth values and choices hold until the next key, whatever
    `interpolation` says. UsageError where frames do not rise or values are not all of one kind.
    """

    frames: tuple[int, ...]
    values: tuple[Value, ...]
    interpolation: Interpolation = "linear"

    def __post_init__(self) -> None:
        if not self.frames or len(self.frames) != len(self.values):
            raise UsageError("keyframes need at least one key, and a value for each")
        if any(isinstance(frame, bool) or not isinstance(frame, int) for frame in self.frames):
            raise UsageError("a keyframe's frame is a whole number")
        if any(later <= earlier for earlier, later in pairwise(self.frames)):
            raise UsageError("the frames of keyframes must rise")
        if self.interpolation not in INTERPOLATIONS:
            raise UsageError(f"keyframes can be {', '.join(INTERPOLATIONS)}, not '{self.interpolation}'")
        if len({_kind(value) for value in self.values}) > 1:
            raise UsageError("the values of keyframes must all be of one kind")

    @classmethod
    def of(cls, keys: Iterable[tuple[int, Value]], interpolation: Interpolation = "linear") -> Self:
        """From (frame, value) pairs in any order; the last of two at one frame counts."""
        held = dict(keys)
        frames = sorted(held)
        return cls(tuple(frames), tuple(held[frame] for frame in frames), interpolation)

    @property
    def keys(self) -> tuple[tuple[int, Value], ...]:
        """(frame, value) pairs by frame."""
        return tuple(zip(self.frames, self.values, strict=True))

    @property
    def interpolates(self) -> bool:
        """False where the value can only jump: truth values and choices."""
        return _kind(self.values[0]) is float

    def at(self, frame: float) -> Value:
        """The value at a frame of the reel (between two frames too, for those who draw the curve)."""
        index = min(max(bisect_right(self.frames, frame) - 1, 0), len(self.frames) - 1)
        here = self.values[index]
        beyond = frame <= self.frames[0] or frame >= self.frames[-1]
        if beyond or self.interpolation == "hold" or not self.interpolates:
            return here
        between = self._between(index, frame)
        return round(between) if all(isinstance(value, int) for value in self.values) else between

    def with_key(self, frame: int, value: Value) -> Self:
        """With the value at a frame set."""
        return replace(self, **_split((*(key for key in self.keys if key[0] != frame), (frame, value))))

    def without_key(self, frame: int) -> Self | None:
        """Without the key at a frame; None where that was the only one."""
        kept = tuple(key for key in self.keys if key[0] != frame)
        return replace(self, **_split(kept)) if kept else None

    def before(self, frame: int) -> int | None:
        """The frame of the last key before `frame`."""
        return next((key for key in reversed(self.frames) if key < frame), None)

    def after(self, frame: int) -> int | None:
        """The frame of the first key after `frame`."""
        return next((key for key in self.frames if key > frame), None)

    def shifted(self, by: int) -> Self:
        """The same curve `by` frames later: for another shot."""
        return replace(self, frames=tuple(frame + by for frame in self.frames))

    def to_json(self) -> dict[str, Any]:
        """As it is kept in a stack's parameters."""
        return {"keys": [[frame, value] for frame, value in self.keys], "interpolation": self.interpolation}

    def _between(self, index: int, frame: float) -> float:
        """The value inside the interval that begins at key `index`."""
        numbers = [float(value) for value in self.values]
        start, end = self.frames[index], self.frames[index + 1]
        low, high = numbers[index], numbers[index + 1]
        part = (frame - start) / (end - start)
        if self.interpolation == "smooth":
            slopes = _tangents(self.frames, numbers)
            value = _hermite(part, end - start, low, high, slopes[index], slopes[index + 1])
        else:
            value = low + part * (high - low)
        # Rounding of the last bit must not leave the range that both keys lie in.
        return min(max(value, min(low, high)), max(low, high))


def keyframes_in(value: Any) -> Keyframes | None:
    """The keyframes that a stored parameter is; None where it is a plain value.

    UsageError where it looks like keyframes and is none.
    """
    if isinstance(value, Keyframes):
        return value
    if not isinstance(value, Mapping) or "keys" not in value:
        return None
    try:
        return Keyframes.of(((frame, item) for frame, item in value["keys"]), value.get("interpolation", "linear"))
    except (TypeError, ValueError):
        raise UsageError(f"these are no keyframes: {value!r}") from None


def resolve(params: Mapping[str, Any], frame: int) -> dict[str, Any]:
    """Plain parameter values at a frame of the reel."""
    resolved = {}
    for name, value in params.items():
        keyed = keyframes_in(value)
        resolved[name] = value if keyed is None else keyed.at(frame)
    return resolved


def shifted(params: Mapping[str, Any], by: int) -> dict[str, Any]:
    """Stored parameters with every curve `by` frames later: for a shot that begins that much later."""
    moved = {}
    for name, value in params.items():
        keyed = keyframes_in(value)
        moved[name] = value if keyed is None else keyed.shifted(by).to_json()
    return moved


def value_text(value: Any) -> str:
    """A stored parameter as people read it: `0.5`, or `0.5 at 120, 1 at 180 (smooth)`."""
    keyed = keyframes_in(value)
    if keyed is None:
        return f"{value:g}" if isinstance(value, float) else str(value)
    shown = [f"{value_text(item)} at {frame}" for frame, item in keyed.keys]
    if len(shown) > 4:
        shown = [*shown[:2], f"{len(shown) - 3} more", shown[-1]]
    return f"{', '.join(shown)} ({keyed.interpolation})"


def _kind(value: Any) -> type:
    if isinstance(value, bool | str):
        return type(value)
    if isinstance(value, int | float) and math.isfinite(value):
        return float
    raise UsageError(f"a keyframe cannot be {value!r}: it can be a number, true or false, or a choice")


def _split(keys: Iterable[tuple[int, Value]]) -> dict[str, Any]:
    ordered = sorted(keys, key=lambda key: key[0])
    return {"frames": tuple(key[0] for key in ordered), "values": tuple(key[1] for key in ordered)}


def _tangents(frames: Sequence[int], values: Sequence[float]) -> list[float]:
    """Slopes at the keys, per frame: Steffen (1990), equation 11, and level at both ends."""
    widths = [later - earlier for earlier, later in pairwise(frames)]
    slopes = [(later - earlier) / width for (earlier, later), width in zip(pairwise(values), widths, strict=True)]
    tangents = [0.0]
    for (left, right), (before, after) in zip(pairwise(slopes), pairwise(widths), strict=True):
        parabola = (left * after + right * before) / (before + after)
        signs = math.copysign(1.0, left) + math.copysign(1.0, right)
        tangents.append(signs * min(abs(left), abs(right), 0.5 * abs(parabola)))
    return [*tangents, 0.0]


def _hermite(part: float, width: int, low: float, high: float, slope_low: float, slope_high: float) -> float:
    """The cubic through two values with two slopes (per frame), at `part` (0..1) of `width` frames."""
    rise = part * part * (3.0 - 2.0 * part)
    leave = part * (1.0 - part) ** 2
    arrive = part * part * (part - 1.0)
    return low + rise * (high - low) + width * (leave * slope_low + arrive * slope_high)
