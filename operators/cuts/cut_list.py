"""What shot finding found."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal


@dataclass(frozen=True, slots=True)
class Transition:
    """A gradual change over frames `start` to `end` (exclusive): they belong to both neighbouring shots."""

    start: int
    end: int
    kind: Literal["dissolve", "fade"]
    probability: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place where the detectors disagree, for a person to look at.

    `accepted` tells whether the cut list holds a cut there. Kinds: `flash` (something jumps, but the same
    picture comes back), `unconfirmed` (a jump that the network does not take for a cut), `faint` (a change
    that was too small to be called a cut), `unseen` (only the network sees something there).
    """

    frame: int
    kind: Literal["flash", "unconfirmed", "faint", "unseen"]
    probability: float
    accepted: bool


@dataclass(frozen=True, slots=True)
class CutList:
    """The cuts of `frame_count` frames.

    `cuts` are the first frames of shots, ascending, without 0: shot k runs from cut k-1 to cut k. A transition
    puts one cut into its middle, so that the shots always tile the stream.
    """

    frame_count: int
    cuts: tuple[int, ...]
    transitions: tuple[Transition, ...] = ()
    doubtful: tuple[Doubt, ...] = ()

    def shots(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of every shot, end exclusive; none for an empty stream."""
        if not self.frame_count:
            return ()
        edges = (0, *self.cuts, self.frame_count)
        return tuple(pairwise(edges))
