"""A mended place with the film round it, and the places beside it in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from operators.contract import FloatArray, MaskArray

PAD = 24
"""Pixels more on each side that neighbours show: as far as a place is looked for in them."""


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """A neighbouring frame round the same place.

    `picture` is its luma `(h + 2 PAD, w + 2 PAD)`, cut out `shift` (x, y) whole pixels further on, so that it shows
    the same things; `sound` is True where it is film that nobody mended. `flow` `(h, w, 2)` is where each pixel of
    the scene has gone, in pixels, `shift` included.
    """

    picture: FloatArray
    sound: MaskArray
    shift: tuple[int, int]
    flow: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The frame as it is shown round one repair.

    `shown` `(C, h, w)` is nominal 0..1; `mask` `(h, w)` is the repair; `sound` is True where the frame is film that
    nobody mended; `beside` holds neighbours by offset. `code_step` is one code value in these units.
    """

    shown: FloatArray
    mask: MaskArray
    sound: MaskArray
    code_step: float
    beside: Mapping[int, Beside] = field(default_factory=dict)
