"""Highlights rolled off for a display that is darker than the master: the EETF of Report ITU-R BT.2390, 5.4.1."""

from __future__ import annotations

from typing import Any, cast

from operators.colour.kinds import Colours, chosen
from operators.colour.pq import pq_inverse_eotf


def bt2390_eetf(
    signal: Colours, master: float, target: float, master_black: float = 0.0, target_black: float = 0.0
) -> Colours:
    """The PQ signal, of any shape, that a display of `target` cd/m2 shows for one mastered at `master` cd/m2.

    Unchanged below the knee, a Hermite spline from there to the display's peak, the toe lifted to its black.
    Signals above the master's peak count as the peak; a display as bright as the master changes only the black.
    """
    low, high = pq_inverse_eotf(master_black), pq_inverse_eotf(master)
    span = high - low
    given: Any = signal
    e1 = ((given - low) / span).clip(0, 1)
    top = min((pq_inverse_eotf(target) - low) / span, 1.0)
    toe = max((pq_inverse_eotf(target_black) - low) / span, 0.0)
    knee = max(1.5 * top - 0.5, 0.0)
    e2 = e1
    if top < 1.0:
        t = ((e1 - knee) / (1 - knee)).clip(0, 1)
        spline = (2 * t**3 - 3 * t**2 + 1) * knee + (t**3 - 2 * t**2 + t) * (1 - knee) + (-2 * t**3 + 3 * t**2) * top
        e2 = chosen(e1 < knee, e1, spline)
    e3 = e2 + toe * (1 - e2) ** 4
    return cast("Colours", e3 * span + low)
