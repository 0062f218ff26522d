"""Why a detection may be a false alarm. A person is told; what is accepted is decided without it.

The marks are stored as one number of flags, which are never given another meaning. A detector that sees faces would
add one (32 is kept free for it): there is none among the operators yet.
"""

from __future__ import annotations

from collections.abc import Mapping

RISKS: Mapping[str, int] = {"motion": 1, "light": 2, "large": 4, "edge": 8, "margin": 16}
"""Name in expressions to flag. On fast motion; on or beside a small bright light; a great share of the frame; at
the frame's edge. `margin`, a probability close to the threshold in force, is never stored: it follows the
threshold."""

MARGIN = 0.1
"""A probability this close to the threshold is a narrow thing."""

STORED = sum(flag for name, flag in RISKS.items() if name != "margin")
"""Every flag that a detection can be stored with."""


def risk_of(stored: int, probability: float, threshold: float) -> int:
    """The flags of a detection at the threshold in force."""
    return stored | (RISKS["margin"] if abs(probability - threshold) < MARGIN else 0)


def names_of(risk: int) -> tuple[str, ...]:
    """The names of the flags that are set, in the order of `RISKS`."""
    return tuple(name for name, flag in RISKS.items() if risk & flag)


WEIGHTS: Mapping[str, int] = {"large": 5, "margin": 4, "light": 3, "motion": 2, "edge": 1}
"""How early each asks to be looked at: the one that was a false alarm most often on reels whose truth is known comes
first. An order of work, no probability."""


def weight_sql(flags: str) -> str:
    """SQL for the weights of all flags set in the number that `flags` is SQL for."""
    return "(" + " + ".join(f"{WEIGHTS[name]} * (({flags}) & {flag} <> 0)" for name, flag in RISKS.items()) + ")"
