"""Which positions will be wanted next, soonest first: pure functions of the playhead's place and movement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from app.playback.run import Route

STANDING_AHEAD = 72
STANDING_BEHIND = 24
"""Positions made ready around a standing playhead, so that a step or a key finds them."""
MOVING_BEHIND = 8
"""Positions kept behind a moving one, for the hand that turns round."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What is being watched.

    Attributes:
        route: The film's length and loop.
        position: Where the playhead is.
        stride: Signed positions from one picture to the next; 0 standing.
        moving: True while playing or scrubbing: a stand-in is better than nothing then.
    """

    route: Route
    position: int = 0
    stride: int = 0
    moving: bool = False


def positions_wanted(aim: Aim) -> Iterator[int]:
    """Positions in the order in which they will be wanted, each once; the present one first."""
    if not 0 <= aim.position < aim.route.length:
        return iter(())
    return _once(_moving(aim) if aim.stride else _standing(aim))


def _moving(aim: Aim) -> Iterator[int]:
    direction = 1 if aim.stride > 0 else -1
    origin = aim.route.start_for(aim.position, direction)
    size = abs(aim.stride)
    if aim.route.loops:
        # As far as round the loop once from its farther end: after that nothing new comes.
        span = aim.route.beyond - aim.route.first + abs(origin - aim.route.first)
        count = span // size + span + 1 if size > 1 else span + 1
    else:
        left = aim.route.length - 1 - origin if direction > 0 else origin
        count = -(-left // size) + 1
    near = min(MOVING_BEHIND, count)
    ahead = (aim.route.travelled(origin, step * aim.stride) for step in range(count))
    behind = (aim.position - step * aim.stride for step in range(1, MOVING_BEHIND + 1))
    inside = (place for place in behind if 0 <= place < aim.route.length)
    return chain(islice(ahead, near), inside, ahead)


def _standing(aim: Aim) -> Iterator[int]:
    here, length = aim.position, aim.route.length
    ahead = iter(range(here + 1, min(here + 1 + STANDING_AHEAD, length)))
    behind = iter(range(here - 1, max(here - 1 - STANDING_BEHIND, -1), -1))
    share = STANDING_AHEAD // STANDING_BEHIND

    def woven() -> Iterator[int]:
        for _ in range(STANDING_BEHIND):
            yield from islice(ahead, share)
            yield from islice(behind, 1)

    loop = range(aim.route.first, aim.route.beyond) if aim.route.loops else range(0)
    return chain((here,), woven(), loop)


def _once(positions: Iterator[int]) -> Iterator[int]:
    seen: set[int] = set()
    for position in positions:
        if position not in seen:
            seen.add(position)
            yield position
