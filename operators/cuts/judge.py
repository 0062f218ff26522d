"""The verdict: what the jumps, the network and the pictures themselves say together about each place.

The adaptive detector finds hard cuts well but takes a single flash in quiet footage for two of them; the
network sees dissolves but is taken in by flicker and damage; and flicker hides cuts from the first. A third,
plain witness settles most quarrels: how much the picture after the place differs from that before it, in
proportion to how much it differs from itself on either side (see `operators.cuts.signature`). Movement that
the network takes for a dissolve is told by a fourth: `operators.cuts.mixture`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

import numpy as np

from operators.cuts.cut_list import CutList, Doubt, Transition
from operators.cuts.mixture import is_mixture
from operators.cuts.params import CutParams
from operators.cuts.signature import Change, Signatures, change_at, changes, is_flat

Probabilities = np.ndarray[tuple[int], np.dtype[np.float64]]

OTHER_CONTRAST, OTHER_DIFFERENCE = 4.5, 0.06
"""From both on, what follows is another picture, whoever says otherwise: cuts measured 5 and more, the rest
up to 3.6."""

SAME_CONTRAST, SAME_DIFFERENCE = 2.0, 0.03
"""Below either, what follows is the same picture as before."""

NEAR = 3
"""Frames within which two findings are about the same place."""

GRADUAL = 4
"""A transition of fewer frames is a hard cut (a splice frame may be a mixture of both sides)."""

SKIRT = 0.4
"""A stretch that the network marks reaches as far as this share of the threshold: ends of dissolves are faint."""

UNCONFIRMED = 0.1
"""Probability under which the network is said to disagree with a jump."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was seen: where the picture jumps, and for every frame its signature.

    `cut` and `any` are the network's probabilities, a value a frame, absent where it was not asked.
    """

    jumps: tuple[int, ...]
    signatures: Signatures
    cut: Probabilities | None = None
    any: Probabilities | None = None


def judge(evidence: Evidence, rate: Fraction, params: CutParams) -> CutList:
    """Weigh the evidence of a whole stream."""
    return _Verdict(evidence, rate, params).cut_list()


class _Verdict:
    """One stream's deliberation: hard cuts, then gradual transitions, then faint and unseen ones."""

    def __init__(self, evidence: Evidence, rate: Fraction, params: CutParams) -> None:
        self.evidence = evidence
        self.params = params
        self.rate = rate
        self.count = len(evidence.signatures)
        self.change: Change = changes(evidence.signatures)
        self.doubts: list[Doubt] = []
        self.cuts: dict[int, float] = {}
        self.refused: list[tuple[int, int]] = []

    def cut_list(self) -> CutList:
        self._weigh_jumps()
        transitions = self._gradual()
        self._weigh_rest(transitions)
        for transition in transitions:
            self.cuts[(transition.start + transition.end) // 2] = float("inf")
        cuts = self._spaced()
        doubts = tuple(d for d in sorted(self.doubts, key=lambda d: d.frame) if not d.accepted or d.frame in cuts)
        return CutList(self.count, cuts, transitions, doubts)

    def _weigh_jumps(self) -> None:
        for frame in self.evidence.jumps:
            opinion = self._opinion(frame)
            if self._is_same(frame, frame):
                self._doubt(frame, "flash", opinion or 0.0, False)
                continue
            self.cuts[frame] = self._clearness(frame)
            if opinion is not None and opinion < UNCONFIRMED:
                self._doubt(frame, "unconfirmed", opinion, True)

    def _weigh_rest(self, transitions: tuple[Transition, ...]) -> None:
        """Cuts that flicker hid from the adaptive detector, and those that only the network saw."""
        for frame, kind in (*self._faint(), *self._unseen()):
            known = any(abs(frame - cut) <= NEAR for cut in self.cuts)
            if known or any(t.start - NEAR <= frame <= t.end + NEAR for t in transitions):
                continue
            opinion = self._opinion(frame)
            if any(start <= frame <= end for start, end in self.refused) and not self._is_sure(frame, kind):
                continue  # movement, refused as a dissolve already: it is no cut either
            accepted = kind == "faint" or not self._is_same(frame, frame)
            if accepted:
                self.cuts[frame] = self._clearness(frame)
            if not accepted or opinion is None or opinion < self.params.network_threshold:
                self._doubt(frame, kind, opinion or 0.0, accepted)

    def _faint(self) -> Iterator[tuple[int, Literal["faint"]]]:
        """Places where another picture follows, whatever the adaptive detector said; the clearest of a run."""
        other = (self.change.contrast >= OTHER_CONTRAST) & (self.change.difference >= OTHER_DIFFERENCE)
        for start, end in _runs(np.flatnonzero(other), bridged=1):
            yield start + int(np.argmax(self.change.contrast[start:end])), "faint"

    def _unseen(self) -> Iterator[tuple[int, Literal["unseen"]]]:
        """Short runs of the network: it marks the last frame of the old shot, the new one begins after it."""
        for start, end in self._network_runs(self.evidence.cut):
            first, last = max(start, 1), min(end + 1, self.count)
            if end - start < GRADUAL and first < last:
                yield first + int(np.argmax(self.change.contrast[first:last])), "unseen"

    def _gradual(self) -> tuple[Transition, ...]:
        """Dissolves and fades: long stretches that the network marks, without a hard cut, that are mixtures."""
        found: list[Transition] = []
        probabilities = self.evidence.any
        if probabilities is None:
            return ()
        for start, end in self._network_runs(probabilities):
            if end - start < GRADUAL or start == 0 or end == self.count:
                continue
            if any(start - 1 <= cut <= end + 1 for cut in self.cuts):
                continue
            probability = float(probabilities[start:end].max())
            if self._is_same(start, end) or not is_mixture(self.evidence.signatures, start, end):
                self._doubt((start + end) // 2, "unseen", probability, False)
                self.refused.append((start, end))
                continue
            flat = is_flat(self.evidence.signatures[start - 1 : end + 1]).any()
            found.append(Transition(start, end, "fade" if flat else "dissolve", probability))
        return tuple(self._joined(found))

    def _joined(self, found: list[Transition]) -> Iterator[Transition]:
        """The transitions without those that crowd each other.

        A fade out and a fade in with under a second of nothing between them are one transition. Of two others
        that leave no shot between them, the more probable one is kept.
        """
        held: Transition | None = None
        for transition in found:
            if held and self._nothing_between(held, transition):
                probability = min(held.probability, transition.probability)
                held = Transition(held.start, transition.end, "fade", probability)
            elif held and transition.start - held.end < self.params.shortest_shot:
                held = max(held, transition, key=lambda t: t.probability)
            else:
                if held:
                    yield held
                held = transition
        if held:
            yield held

    def _nothing_between(self, first: Transition, second: Transition) -> bool:
        if second.start - first.end > self.rate:
            return False
        return bool(is_flat(self.evidence.signatures[first.end : second.start]).all())

    def _network_runs(self, values: Probabilities | None) -> Iterator[tuple[int, int]]:
        """(start, end) of stretches that reach the network's threshold, with their skirts."""
        if values is None:
            return
        threshold = self.params.network_threshold
        for start, end in _runs(np.flatnonzero(values >= SKIRT * threshold), bridged=1):
            if values[start:end].max() >= threshold:
                yield start, end

    def _is_same(self, start: int, end: int) -> bool:
        """Whether the picture before `start` is seen again from `end` on."""
        difference, contrast = change_at(self.evidence.signatures, start, end)
        return difference < SAME_DIFFERENCE or contrast < SAME_CONTRAST

    def _is_sure(self, frame: int, kind: str) -> bool:
        """Whether pictures and network agree on a hard cut, even where something moves a great deal."""
        return kind == "faint" and (self._opinion(frame) or 0.0) >= self.params.network_threshold

    def _clearness(self, frame: int) -> float:
        return float(self.change.contrast[frame])

    def _opinion(self, frame: int) -> float | None:
        """The network's probability of a hard cut right before `frame`, one frame of slack either way."""
        if self.evidence.cut is None:
            return None
        return float(self.evidence.cut[max(frame - 2, 0) : frame + 1].max())

    def _doubt(self, frame: int, kind: Any, probability: float, accepted: bool) -> None:
        self.doubts.append(Doubt(frame, kind, probability, accepted))

    def _spaced(self) -> tuple[int, ...]:
        """The cuts, clearest first, without those too near to a clearer one, and doubtful ones near the ends.

        Reels do begin and end with a few frames of another scene, so shortness alone refutes no cut there; but
        torn and wandering frames are as common, and those a single witness takes for cuts.
        """
        kept: list[int] = []
        least = self.params.shortest_shot
        for frame in sorted(self.cuts, key=lambda f: (-self.cuts[f], f)):
            inside = least <= frame <= self.count - least
            if (inside or self._is_proved(frame)) and all(abs(frame - other) >= least for other in kept):
                kept.append(frame)
        return tuple(sorted(kept))

    def _is_proved(self, frame: int) -> bool:
        """Whether the pictures show a hard cut and the network sees one too; never within `REACH` of the ends."""
        other = self.change.contrast[frame] >= OTHER_CONTRAST and self.change.difference[frame] >= OTHER_DIFFERENCE
        return bool(other) and (self._opinion(frame) or 0.0) >= self.params.network_threshold


def _runs(places: np.ndarray[Any, np.dtype[np.intp]], bridged: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the runs in ascending `places`; gaps of up to `bridged` frames do not end a run."""
    for run in np.split(places, np.flatnonzero(np.diff(places) > bridged + 1) + 1):
        if len(run):
            yield int(run[0]), int(run[-1]) + 1
