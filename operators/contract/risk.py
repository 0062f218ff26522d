"""Why what an analysis found may be a false alarm."""

from __future__ import annotations

from enum import IntFlag
from typing import Any

import numpy as np

RiskArray = np.ndarray[Any, np.dtype[np.uint8]]
"""`(H, W)`: the `Risk` flags of each pixel."""


class Risk(IntFlag):
    """Flags of a place in a frame. They are stored in projects: one never gets another meaning, and 32 is kept free
    for faces, which no operator here can see yet: an analysis with a face detector would set it in its evidence."""

    MOTION = 1
    """Something moves fast here, or the motion is doubtful."""
    LIGHT = 2
    """A small bright light is here or close by: a reflection, a lamp, glittering water."""
    LARGE = 4
    """It takes a great share of the frame."""
    EDGE = 8
    """At the frame's edge, where a neighbour may not show what this frame shows."""
