"""Which pass speaks for which frames, and at what threshold.

A newer pass *supersedes* an older one where it ran the same detector for the same class of defect over the
same frames: there the older pass's detections are left out (they stay in the table and in the ledger, and come
back when the newer pass is undone or made inactive). A pass that ran only the dirt detector leaves the older
pass's scratches alone. Where two copies of a project were merged, a pass may say which of the other copy it is over.
What a person marked by hand is never superseded. The rule works on frames, not on
shots' ids, so that it holds after cuts were moved. On frames that nothing may touch no pass speaks; what was done by
hand there stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from app.document.model import HAND, Pass, PassStep
from app.document.protected import Protections
from app.document.ranges import Range, merged, without
from app.document.snapshot import Snapshot


class Adopted(NamedTuple):
    """Where a pass's detections lie: number of the job, and ledger sequence of the edit that adopted it."""

    job: int
    edit: int


class Segment(NamedTuple):
    """Frames of one shot in which one pass speaks for one detector and class."""

    job: int
    edit: int
    pass_id: str
    detector: str
    defect: str
    reel: str
    start: int
    end: int
    threshold: float
    shot: int


class Segments:
    """All segments of a snapshot, by reel and shot."""

    def __init__(self, snapshot: Snapshot, adopted: Mapping[str, Adopted]) -> None:
        self._snapshot = snapshot
        self.all = tuple(_build(snapshot, adopted))
        self._by_shot: dict[int, list[Segment]] = {}
        for segment in self.all:
            self._by_shot.setdefault(segment.shot, []).append(segment)

    def at(self, reel: str, frame: int) -> dict[tuple[int, str, str], Segment]:
        """The segments a frame lies in, by (job, detector, class)."""
        number = self._snapshot.shot_number(self._snapshot.shot_at(reel, frame).id)
        return {
            (segment.job, segment.detector, segment.defect): segment
            for segment in self._by_shot.get(number, ())
            if segment.start <= frame < segment.end
        }


def _build(snapshot: Snapshot, adopted: Mapping[str, Adopted]) -> Iterator[Segment]:
    live = [item for item in snapshot.passes.values() if item.active and item.id in adopted]
    live.sort(key=lambda item: adopted[item.id].edit, reverse=True)
    for item in [item for item in live if item.over]:
        _put_over(live, item)
    covered: dict[tuple[str, str, str], list[Range]] = {}
    kept = Protections(snapshot)
    for item in live:
        for step in _finding(item.steps):
            for reel, ranges in _by_reel(item).items():
                key = (step.operator, step.defect, reel)
                newer = covered.get(key, [])
                free = [piece for whole in ranges for piece in without(whole, newer)]
                if step.operator != HAND:
                    covered[key] = merged([*newer, *ranges])
                    free = [left for start, end in free for left in kept.free(reel, start, end)]
                yield from _pieces(snapshot, item, step, adopted[item.id], reel, free)


def _put_over(live: list[Pass], item: Pass) -> None:
    """Move a pass before those it speaks before, whichever came first into this file."""
    first = min((place for place, other in enumerate(live) if other.id in item.over), default=len(live))
    if first < live.index(item):
        live.remove(item)
        live.insert(first, item)


def _finding(steps: Iterable[PassStep]) -> Iterable[PassStep]:
    """The steps that find something, each (detector, class) once."""
    return {(step.operator, step.defect): step for step in reversed(tuple(steps)) if step.defect}.values()


def _by_reel(item: Pass) -> dict[str, list[Range]]:
    found: dict[str, list[Range]] = {}
    for reel, start, end in item.ranges:
        found.setdefault(reel, []).append((start, end))
    return {reel: merged(ranges) for reel, ranges in found.items()}


def _pieces(
    snapshot: Snapshot, item: Pass, step: PassStep, adopted: Adopted, reel: str, free: Iterable[Range]
) -> Iterator[Segment]:
    for start, end in free:
        for shot in snapshot.shots_between(reel, start, end):
            yield Segment(
                *adopted, item.id, step.operator, step.defect, reel,
                max(start, shot.start), min(end, shot.end),
                snapshot.threshold(item.id, shot.id, step), snapshot.shot_number(shot.id),
            )  # fmt: skip
