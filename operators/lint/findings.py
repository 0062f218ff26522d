"""What is asked of a patch, the answers as numbers, and from which number on they are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Check(StrEnum):
    """What can give a mended place away."""

    OUTLINE = "outline"
    DEAD_GRAIN = "dead grain"
    FROZEN_GRAIN = "frozen grain"
    GHOST = "ghost"
    FLICKER = "flicker"


CHECKS = tuple(Check)


class Severity(IntEnum):
    """As delivery quality control reports: an FYI is told, an Issue is sent back."""

    NONE = 0
    FYI = 1
    ISSUE = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """From which value on a finding is an FYI or an Issue, in `unit`; and how `sure` it must be.

    `sure` is in deviations of the same measure laid elsewhere on sound film: what the film does by itself is
    no finding, however large.
    """

    fyi: float
    issue: float
    sure: float
    unit: str

    def severity(self, value: float, sureness: float) -> Severity:
        """What such a value is."""
        if not sureness >= self.sure or not value >= self.fyi:
            return Severity.NONE
        return Severity.ISSUE if value >= self.issue else Severity.FYI


LIMITS: Mapping[Check, Limits] = {
    Check.OUTLINE: Limits(1.0, 2.0, 3.0, "%"),
    Check.DEAD_GRAIN: Limits(4.0, 6.0, 3.0, "dB"),
    Check.FROZEN_GRAIN: Limits(0.18, 0.32, 4.4, "correlation"),
    Check.GHOST: Limits(0.3, 0.8, 1.6, "%"),
    Check.FLICKER: Limits(1.0, 2.0, 3.0, "%"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One check's answer about one patch: `value` in the check's unit, how `sure` it is, and what follows.

    `x` and `y` are the middle of the piece of the patch that answered so, in pixels of the scene. `offset` names
    the frame that the answer is about (the donor of frozen grain), 0 for none.
    """

    check: Check
    value: float
    sure: float
    severity: Severity
    x: float
    y: float
    offset: int = 0
