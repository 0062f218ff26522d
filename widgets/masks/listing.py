"""The repairs of one frame with their numbers in arrays: judged in one go, however many there are. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from app.document.model import HAND
from app.document.repair import Repair
from widgets.viewer.marks import State

Array = np.ndarray[Any, np.dtype[Any]]
Group = tuple[str, str]
"""Pass id and class: what one threshold filters."""

STATES = tuple(State)
_CODE = {"": 0, "accept": 1, "reject": 2}


@dataclass(frozen=True, eq=False)
class Listing:
    """Repairs in reading order.

    Attributes:
        repairs: They themselves, as an array of objects (n,).
        place: Id to place in `repairs`.
        groups: The (pass id, class) pairs among them; `group` (n,) says which each belongs to.
        probability, threshold, verdict: (n,); a verdict is 0 for none, 1 for accept, 2 for reject.
    """

    repairs: Array = field(default_factory=lambda: np.zeros(0, object))
    place: Mapping[str, int] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    group: Array = field(default_factory=lambda: np.zeros(0, np.intp))
    probability: Array = field(default_factory=lambda: np.zeros(0))
    threshold: Array = field(default_factory=lambda: np.zeros(0))
    verdict: Array = field(default_factory=lambda: np.zeros(0, np.int8))

    @classmethod
    def of(cls, found: Iterable[Repair]) -> Listing:
        """List these. What a person painted and rejected is left out: it is gone, and undo brings it back."""
        there = (repair for repair in found if repair.detector != HAND or repair.accepted)
        repairs = tuple(sorted(there, key=lambda repair: (repair.y0, repair.x0, repair.id)))
        pairs = [(repair.pass_id, repair.defect) for repair in repairs]
        groups = tuple(dict.fromkeys(pairs))
        number = {pair: index for index, pair in enumerate(groups)}
        return cls(
            np.fromiter(repairs, object, len(repairs)),
            {repair.id: index for index, repair in enumerate(repairs)},
            groups,
            np.array([number[pair] for pair in pairs], np.intp),
            np.array([repair.probability for repair in repairs], np.float64),
            np.array([repair.threshold for repair in repairs], np.float64),
            np.array([_CODE.get(repair.verdict, 0) for repair in repairs], np.int8),
        )

    def states(self, tried: Mapping[Group, float]) -> Array:
        """Places in `STATES` (n,), where some thresholds are being tried out: a person's verdict comes first."""
        threshold = self.threshold.copy()
        for index, pair in enumerate(self.groups):
            if pair in tried:
                threshold[self.group == index] = tried[pair]
        taken = (self.verdict == 1) | ((self.verdict == 0) & (self.probability >= threshold))
        accepted, proposed, rejected = map(STATES.index, (State.ACCEPTED, State.PROPOSED, State.REJECTED))
        return np.where(self.verdict == 2, rejected, np.where(taken, accepted, proposed))

    def sure(self, group: Group, steps: int) -> tuple[float, ...]:
        """The probabilities that occur in a group, in so many steps from 0 to 1, each once."""
        if group not in self.groups:
            return ()
        values = self.probability[self.group == self.groups.index(group)]
        return tuple((np.unique(np.round(values * steps)) / steps).tolist())
