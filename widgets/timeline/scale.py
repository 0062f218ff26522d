"""Where a programme position lies along the width, and how that changes by zoom and pan. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor
from typing import Self

WIDEST_FRAME = 128.0
"""Pixels of a frame at the closest zoom."""
KEEP_IN_VIEW = 0.1
"""A playhead brought into view stands at least this share of the width from the edge."""
_ROUNDING = 1e-6
"""So little of a frame comes of rounding: columns leave it out too."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Frames of a film along a width.

    Attributes:
        length: Frames of the film.
        width: Logical pixels that show it.
        first: The position at the left edge; may lie inside a frame.
        pixels: Width of a frame in logical pixels.
    """

    length: int = 0
    width: int = 1
    first: float = 0.0
    pixels: float = 1.0

    @classmethod
    def fitting(cls, length: int, width: int) -> Self:
        """The whole film in the width."""
        made = cls(length, max(width, 1))
        return replace(made, pixels=made.smallest)

    @property
    def smallest(self) -> float:
        """Pixels of a frame where the whole film is seen: zooming out ends there."""
        return min(self.width / max(self.length, 1), WIDEST_FRAME)

    @property
    def fitted(self) -> bool:
        """True where the whole film is seen."""
        return self.pixels <= self.smallest * (1 + 1e-9)

    @property
    def span(self) -> float:
        """Frames that the width has room for."""
        return self.width / self.pixels

    @property
    def beyond(self) -> float:
        """The position at the right edge."""
        return self.first + self.span

    def x(self, position: float) -> float:
        """Where a position begins, in pixels from the left edge; may lie outside the width."""
        return (position - self.first) * self.pixels

    def at(self, x: float) -> float:
        """The position at a place, with the part inside the frame. Not kept inside the film."""
        return self.first + x / self.pixels

    def frame(self, x: float) -> int:
        """The frame under a place; the nearest one the film has (0 for an empty film)."""
        return min(max(floor(self.at(x)), 0), max(self.length - 1, 0))

    def edge(self, x: float) -> int:
        """The boundary between frames nearest to a place, 0 to `length`."""
        return min(max(round(self.at(x)), 0), self.length)

    def shown(self) -> tuple[int, int]:
        """The frames of which a part is seen, more than rounding: first and one past the last."""
        return max(floor(self.first + _ROUNDING), 0), min(ceil(self.beyond - _ROUNDING), self.length)

    def moved(self, first: float) -> Self:
        """With another position at the left edge, as near as the film's ends allow."""
        return replace(self, first=min(max(first, 0.0), max(self.length - self.span, 0.0)))

    def panned(self, pixels: float) -> Self:
        """Moved along by so many pixels; positive shows what lies further right."""
        return self.moved(self.first + pixels / self.pixels)

    def zoomed(self, factor: float, x: float) -> Self:
        """Frames made wider by a factor, what lies at `x` staying there where the ends allow."""
        pixels = min(max(self.pixels * factor, self.smallest), WIDEST_FRAME)
        return replace(self, pixels=pixels).moved(self.at(x) - x / pixels)

    def resized(self, length: int, width: int) -> Self:
        """For another film length or width; a fitted scale stays fitted."""
        if self.fitted or self.length == 0:
            return type(self).fitting(length, width)
        resized = replace(self, length=length, width=max(width, 1))
        return replace(resized, pixels=max(self.pixels, resized.smallest)).moved(self.first)

    def over(self, first: int, beyond: int) -> Self:
        """Positions `first` to `beyond` in the whole width, with a little air round them."""
        pixels = self.width / max(beyond - first, 1) * 0.9
        pixels = min(max(pixels, self.smallest), WIDEST_FRAME)
        zoomed = replace(self, pixels=pixels)
        return zoomed.moved((first + beyond) / 2 - zoomed.span / 2)

    def showing(self, position: int, *, page: bool = False) -> Self:
        """Moved so that a position is seen: no further than needed, or by a whole page as in playback."""
        margin = 0.0 if page else min(self.span * KEEP_IN_VIEW, 24.0)
        if self.first + margin <= position and position + 1 <= self.beyond - margin:
            return self
        if page:
            return self.moved(position - self.span * KEEP_IN_VIEW)
        if position < self.first + margin:
            return self.moved(position - margin)
        return self.moved(position + 1 + margin - self.span)
