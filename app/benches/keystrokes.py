"""What going through a pass costs a person: the keystroke-level model, on candidates whose truth is known.

Card, Moran, Newell: The keystroke-level model for user performance time with interactive systems (CACM 23/7, 1980):
a task's time is the sum of its keystrokes, pointings, drags, mental acts and the system's answers. The time to look
at a candidate in motion is not of that model: it is stated, and printed beside the result.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.document.risks import RISKS

KEY_S = 0.28
"""A keystroke of a person who types for no living (the paper's average non-secretary typist)."""
POINT_S, CLICK_S, HOME_S = 1.10, 0.20, 0.40
"""Pointing with a mouse, a click (down and up), a hand moved between keys and mouse."""
LOOK_S = 0.6
"""Looking at one candidate in motion."""
WATCH_S = 2 / 24
"""A frame watched in motion, twice at projection speed: once as it is mended, once more where the eye stopped."""
PEER_S = 2.0
"""A frame in a practised hand with today's tools: 12,000 to 20,000 frames in a shift."""
SHIFT_H = 8

REJECT_S = LOOK_S + POINT_S + CLICK_S + KEY_S
"""A wrong repair seen in the picture: look, point, click, reject."""
PAINT_S = LOOK_S + POINT_S + CLICK_S + POINT_S
"""Dirt that was missed: look, point, a short stroke."""

LOOKED_AT = 3
"""Of a group of candidates like one another so many are looked at."""
GROUP_KEYS = 2
"""Keys for a group besides those for going through the ones looked at: select all, decide."""

Bools = np.ndarray[Any, np.dtype[np.bool_]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, eq=False)
class Judged:
    """Candidates with their truth, in the order they would be gone through; all arrays are `(n,)`.

    Attributes:
        damage: Whether it is damage indeed.
        mended: Whether the machine has mended it.
        risk: Flags of `app.document.risks`.
        track: The same number for candidates that one verdict decides, 0 for none.
        group: The same number for candidates of one shot that are like one another.
        rank: Their place in the order of risk.
        frames: How many frames they lie on, those without any counted.
        missed: Damaged places that are no candidates at all.
    """

    damage: Bools
    mended: Bools
    risk: Numbers
    track: Numbers
    group: Numbers
    rank: Numbers
    frames: int
    missed: int

    @property
    def wrong(self) -> Bools:
        """Where the machine's verdict is wrong."""
        return np.asarray(self.damage != self.mended)


@dataclass(frozen=True, slots=True)
class Cost:
    """A frame's share of a way of working: `keys` and `decisions` in triage, `wrong` verdicts left after it.

    `seconds` leaves those as they are; `mended_s` mends each in the picture, missed damage included.
    """

    decisions: float
    keys: float
    wrong: float
    seconds: float
    mended_s: float

    def figures(self) -> dict[str, float]:
        """For a table."""
        return {
            "decisions a frame": round(self.decisions, 2),
            "keys a decision": round(self.keys / self.decisions, 2) if self.decisions else 0.0,
            "wrong verdicts left a frame": round(self.wrong, 2),
            "s a frame": round(self.seconds, 2),
            "frames an hour": round(3600 / self.seconds),
            "s a frame, all that is left mended by hand": round(self.mended_s, 2),
            "frames an hour, all mended": round(3600 / self.mended_s),
        }


def affordable(answer_s: float) -> float:
    """Decisions a frame at which going through them one by one takes as long as today's tools do."""
    return (PEER_S - WATCH_S) / (LOOK_S + KEY_S + answer_s)


def one_by_one(judged: Judged, chosen: Bools, answer_s: float) -> Cost:
    """Go through the chosen candidates, a key each, a track once, each rightly; then watch every frame.

    Args:
        judged: All candidates.
        chosen: `(n,)`, which of them are looked at.
        answer_s: From a key to the next candidate on the screen, as measured.
    """
    tracked = chosen & (judged.track != 0)
    seen = chosen | np.isin(judged.track, judged.track[tracked])
    decisions = int((chosen & ~tracked).sum()) + len(np.unique(judged.track[tracked]))
    return _cost(judged, judged.wrong & ~seen, decisions, decisions, decisions * (LOOK_S + KEY_S + answer_s))


def by_likeness(judged: Judged, answer_s: float) -> Cost:
    """Look at the first few of each group, and give all of it the verdict that fits most; then watch every frame.

    A group is selected by the key for all like one and decided by another. What does not fit is left wrong.
    """
    count = int(judged.group.max(initial=-1)) + 1
    size = np.bincount(judged.group, minlength=count)
    damaged = np.bincount(judged.group, weights=judged.damage, minlength=count)
    verdict = damaged * 2 >= size
    looks = int(np.minimum(size, LOOKED_AT).sum())
    keys = looks + GROUP_KEYS * count
    seconds = looks * (LOOK_S + answer_s) + keys * KEY_S
    return _cost(judged, verdict[judged.group] != judged.damage, count, keys, seconds)


def _cost(judged: Judged, left: Bools, decisions: int, keys: int, seconds: float) -> Cost:
    """`left` are wrong verdicts that remain; repairs and proposals alike are pointed at where they lie."""
    wrong = int(left.sum())
    a_frame = seconds / judged.frames + WATCH_S
    by_hand = wrong * REJECT_S + judged.missed * PAINT_S
    return Cost(
        decisions / judged.frames,
        keys / judged.frames,
        wrong / judged.frames,
        a_frame,
        a_frame + by_hand / judged.frames,
    )


def ways(judged: Judged, answer_s: float) -> Iterator[tuple[str, Cost]]:
    """Ways of working, from watching alone to looking at everything that is mended."""
    close = RISKS["large"] | RISKS["margin"]
    first = int(judged.frames * affordable(answer_s))
    for name, chosen in (
        ("watch only", np.zeros(len(judged.risk), bool)),
        (f"the riskiest, for {PEER_S:g} s a frame", judged.rank < first),
        ("large ones and close calls", (judged.risk & close) != 0),
        ("everything risky", judged.risk != 0),
        ("everything mended or risky", judged.mended | (judged.risk != 0)),
    ):
        yield name, one_by_one(judged, chosen, answer_s)
    yield "all like one another in a shot at once", by_likeness(judged, answer_s)
