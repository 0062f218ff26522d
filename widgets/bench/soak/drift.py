"""What counts as flat: the last third of the rounds against the middle third."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

FEWEST = 6
"""Rounds below which nothing is said."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How much a count may rise a round, on average over a third of the rounds, and how much it may fall."""

    rise: float
    fall: float = inf


def drift(series: Sequence[float]) -> float:
    """Change a round: the median of the last third less that of the middle third, over the rounds between them.

    The first third is the warm-up: caches fill, modules are imported, pools start their threads. A median is deaf
    to single rounds that stand out. ValueError for fewer than `FEWEST` rounds.
    """
    if len(series) < FEWEST:
        raise ValueError(f"{len(series)} rounds say nothing; {FEWEST} at least")
    third = len(series) // 3
    last, middle = series[-third:], series[-2 * third : -third]
    return (statistics.median(last) - statistics.median(middle)) / third


def rising(series: Mapping[str, Sequence[float]], limits: Mapping[str, Limit]) -> list[str]:
    """A sentence for every count that is not flat; classes without a limit of their own have that of ''."""
    told = []
    for name, values in series.items():
        limit = limits.get(name, limits[""])
        change = drift(values)
        if not -limit.fall <= change <= limit.rise:
            told.append(f"{name}: {change:+.2f} a round, {limit.rise if change > 0 else -limit.fall:+g} allowed")
    return told
