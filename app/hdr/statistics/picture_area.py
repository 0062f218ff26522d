"""Where the picture is inside the frame: black bars above, below and beside it are no part of the film's light."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.errors import UsageError
from app.hdr.statistics.light import BINS, MaxRgb
from operators.colour.pq import pq_inverse_eotf

BLACK_NITS = 0.02
"""A bar is no brighter; coded black with its noise lies below, the darkest picture of film above."""
LIT_NITS = 1.0
LIT_SHARE = 0.02
"""A frame has a say where so much of it is brighter than that: a dark scene does not make bars."""
SPECKS = 0.01
"""Share of a row that may be brighter and the row still be a bar's: coding noise at the edge of the picture."""
AGREED = 0.65
"""Share of the frames with a say in which a row must be black: subtitles in a bar come and go."""


@dataclass(frozen=True, slots=True)
class Area:
    """The picture inside a frame of `width` x `height`: columns `left` to `right`, rows `top` to `bottom` (ends
    exclusive). `seen` frames had a say; 0 where the area was given, or nothing could be told."""

    left: int
    top: int
    right: int
    bottom: int
    width: int
    height: int
    seen: int = 0

    @classmethod
    def whole(cls, width: int, height: int) -> Area:
        """All of the frame."""
        return cls(0, 0, width, height, width, height)

    @classmethod
    def parsed(cls, text: str, width: int, height: int) -> Area:
        """From `WxH+X+Y`; UsageError where that is no part of the frame."""
        try:
            size, x, y = text.split("+")
            columns, rows = map(int, size.lower().split("x"))
            left, top = int(x), int(y)
        except ValueError:
            raise UsageError(f"'{text}' is no area; write auto, full or WxH+X+Y, as in 1920x800+0+140") from None
        if not (0 <= left < left + columns <= width and 0 <= top < top + rows <= height):
            raise UsageError(f"the area {text} does not lie inside the frame, which is {width}x{height}")
        return cls(left, top, left + columns, top + rows, width, height)

    @property
    def text(self) -> str:
        """`1920x800+0+140`."""
        return f"{self.right - self.left}x{self.bottom - self.top}+{self.left}+{self.top}"

    @property
    def is_whole(self) -> bool:
        """True where there are no bars."""
        return (self.left, self.top, self.right, self.bottom) == (0, 0, self.width, self.height)

    def of(self, brightest: MaxRgb) -> MaxRgb:
        """The picture's part of a frame."""
        return brightest[self.top : self.bottom, self.left : self.right]


def find_area(frames: Iterable[MaxRgb], width: int, height: int) -> Area:
    """The picture's area from some frames, spread over the film.

    Rows and columns at an edge are bars where they are black in nearly all frames that are lit at all. Where no frame
    is, the whole frame counts.
    """
    black, lit = (round(pq_inverse_eotf(nits) * (BINS - 1)) for nits in (BLACK_NITS, LIT_NITS))
    rows, columns = np.zeros(height), np.zeros(width)
    seen = 0
    for frame in frames:
        if np.count_nonzero(frame > lit) < LIT_SHARE * frame.size:
            continue
        seen += 1
        bright = np.asarray(frame > black, np.uint8)
        across = cv2.reduce(bright, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32S).ravel()
        down = cv2.reduce(bright, 0, cv2.REDUCE_SUM, dtype=cv2.CV_32S).ravel()
        rows += across <= SPECKS * width
        columns += down <= SPECKS * height
    if not seen:
        return Area.whole(width, height)
    top, bottom = _inner(rows / seen < AGREED)
    left, right = _inner(columns / seen < AGREED)
    if top >= bottom or left >= right:
        return Area.whole(width, height)
    return Area(left, top, right, bottom, width, height, seen)


def _inner(picture: NDArray[np.bool_]) -> tuple[int, int]:
    found = np.flatnonzero(picture)
    return (int(found[0]), int(found[-1]) + 1) if found.size else (0, 0)
