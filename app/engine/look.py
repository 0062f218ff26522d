"""What an eye asks for and gets: a frame's look, the picture shown, and the sample under the pointer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from app.document.codec import dumps, encode
from app.document.model import EMPTY, StackEntry, VividGrade
from app.engine.request import Stage
from app.media.reel import FrameId

ScreenPixels = np.ndarray[Any, np.dtype[np.uint8]]
"""`(height, width, 4)` C-contiguous: blue, green, red, and 255. Qt's `QImage.Format_RGB32`."""

SCALES = (1, 2, 4, 8)


@dataclass(frozen=True, eq=False)
class Preview:
    """Edits that are tried out and not made: what a slider shows while it is dragged.

    Two previews are equal where they say the same, whatever the order of their entries.

    Attributes:
        stacks: (shot id, stage value) to the operators that stand there instead of the shot's own.
        thresholds: (pass id, shot id, defect) to the threshold that counts instead of the one in force.
            What a person decided on a repair stays decided.
        vivid: shot id to the HDR Vivid grade that stands in for the shot's own.
    """

    stacks: Mapping[tuple[str, str], tuple[StackEntry, ...]] = field(default_factory=lambda: EMPTY)
    thresholds: Mapping[tuple[str, str, str], float] = field(default_factory=lambda: EMPTY)
    vivid: Mapping[str, VividGrade] = field(default_factory=lambda: EMPTY)
    _text: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_text", dumps(encode([self.stacks, self.thresholds, self.vivid])) if self else "")

    def __bool__(self) -> bool:
        return bool(self.stacks or self.thresholds or self.vivid)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Preview) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)


NO_PREVIEW = Preview()


@dataclass(frozen=True, slots=True)
class HdrLook:
    """How HDR is looked at.

    Attributes:
        nits: Peak of the display whose picture is seen, by the shot's HDR Vivid metadata; 100 is an SDR display, 0
            the master as it is.
        false_colour: Light in cd/m2 as colours (`app.engine.hdr_look.BANDS`).
    """

    nits: float = 0.0
    false_colour: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a frame is looked at.

    Attributes:
        stage: How far along its way.
        at: The ledger row whose state is shown; None for the state now.
        view: A view of the colour configuration; None for the encoding's usual one.
        preview: Edits tried out on top.
        hdr: Seen as on a target display, or in false colour; None as the stage is.
    """

    stage: Stage
    at: int | None = None
    view: str | None = None
    preview: Preview = NO_PREVIEW
    hdr: HdrLook | None = None


def seen_as(look: Look, *, nits: float | None = None, false_colour: bool | None = None) -> Look:
    """The look on another target display, or with false colour on or off; None leaves what is."""
    now = look.hdr or HdrLook()
    hdr = HdrLook(now.nits if nits is None else nits, now.false_colour if false_colour is None else false_colour)
    return replace(look, hdr=None if hdr == HdrLook() else hdr)


@dataclass(frozen=True, slots=True)
class Shown:
    """A display-ready picture. `pixels` must not be changed: they are shared with the cache.

    Attributes:
        frame, look: What it is a picture of.
        pixels: The whole frame, at 1/`scale` of its size (rounded up).
        scale: 1, 2, 4 or 8.
        width, height: Size of the full frame.
        approximate: True for a stand-in: made from a proxy, or not final.
        bad: True where the reel has no such frame and a held or black one stands for it.
    """

    frame: FrameId
    look: Look
    pixels: ScreenPixels
    scale: int
    width: int
    height: int
    approximate: bool = False
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """One pixel, in the numbers it has at a stage and in those it is displayed with.

    Attributes:
        channels: (name, value): code values where `bit_depth` says how many bits they have, else floats.
            Chroma is that of the site the pixel belongs to.
        bit_depth: Bits of a code value; None for floats.
        displayed: Red, green, blue, 0 to 255, after the view.
        nits: Light of red, green, blue in cd/m2, of HDR pictures (HLG: at 1000 cd/m2); None of others.
    """

    channels: tuple[tuple[str, int | float], ...]
    bit_depth: int | None
    displayed: tuple[int, int, int]
    nits: tuple[float, float, float] | None = None
