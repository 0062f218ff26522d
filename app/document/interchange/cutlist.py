"""What cut lists of all kinds come down to: pieces of reels in the order of the programme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from app.document.commands import SetCuts
from app.document.model import Shot, Transition
from app.document.snapshot import Snapshot
from app.errors import UsageError


@dataclass(frozen=True, slots=True)
class Event:
    """One piece: frames `start` to `end` (exclusive) of a reel, counted from its first frame, which the
    programme shows from its frame `record` on.

    `reel` is None for a piece of something the project does not know. `dissolve` frames of the piece's
    beginning are mixed with the piece before; `dissolves` are frame ranges of the reel that were said to be
    a transition.
    """

    reel: str | None
    start: int
    end: int
    record: int
    dissolve: int = 0
    dissolves: tuple[tuple[int, int, str], ...] = ()


def pieces(snapshot: Snapshot) -> Iterator[tuple[Shot, int, int, int]]:
    """The programme shot by shot: (shot, first frame, end, frame of the programme it begins at)."""
    record = 0
    for item in snapshot.programme.items:
        for shot in snapshot.shots_between(item.reel, item.start, item.end):
            start, end = max(shot.start, item.start), min(shot.end, item.end)
            yield shot, start, end, record
            record += end - start


def commands_for(events: Iterable[Event], snapshot: Snapshot, source: Path) -> list[SetCuts]:
    """One `SetCuts` for each reel that the events speak of.

    A piece begins and ends at a cut of its reel; where it dissolves in, the cut lies in the middle. Where
    none of the events names a reel of the project and the project has only one, the list is taken for one of
    the finished film: then its programme frames are that reel's frames.
    """
    known = [event for event in events if event.reel is not None]
    if not known and len(snapshot.reels) == 1:
        known = list(_of_the_film(events, next(iter(snapshot.reels))))
    cuts: dict[str, set[int]] = {}
    transitions: dict[str, set[Transition]] = {}
    for event in known:
        assert event.reel is not None
        count = snapshot.reel(event.reel).frame_count
        inside = cuts.setdefault(event.reel, set())
        found = transitions.setdefault(event.reel, set())
        if not 0 <= event.start < event.end <= count:
            raise UsageError(
                f"{source} speaks of frames {event.start} to {event.end} of {snapshot.reel(event.reel).path}, "
                f"which has {count}: is it the same reel, at the same rate and start timecode?"
            )
        inside |= {event.start + event.dissolve // 2, event.end} - {0, count}
        if event.dissolve:
            found.add(Transition(event.reel, event.start, event.start + event.dissolve))
        for start, end, kind in event.dissolves:
            if 0 <= start < end <= count:
                found.add(Transition(event.reel, start, end, "fade" if kind == "fade" else "dissolve"))
    if not cuts:
        raise UsageError(
            f"{source} speaks of none of the project's reels: " + ", ".join(r.path for r in snapshot.reels.values())
        )
    for event in known:
        if event.reel is not None and event.dissolve:
            # The piece before ends where the dissolve begins: the cut in the middle stands for that end too.
            cuts[event.reel] -= {event.start, event.start + event.dissolve} - {event.start + event.dissolve // 2}
    return [
        SetCuts(reel, tuple(sorted(cuts[reel])), tuple(sorted(transitions[reel], key=lambda item: item.start)))
        for reel in cuts
    ]


def _of_the_film(events: Iterable[Event], reel: str) -> Iterator[Event]:
    events = sorted(events, key=lambda event: event.record)
    first = events[0].record if events else 0
    for event in events:
        start = event.record - first
        yield Event(reel, start, start + event.end - event.start, start, event.dissolve)


def reel_names(snapshot: Snapshot) -> dict[str, str]:
    """Reel id to a name of at most 8 letters and digits, as CMX3600 has them: no two alike, always the same."""
    names: dict[str, str] = {}
    for id, reel in sorted(snapshot.reels.items()):
        stem = re.sub(r"%0?\d*d|#+", "", Path(reel.path).stem)
        base = re.sub(r"[^A-Z0-9]+", "", stem.upper()) or "REEL"
        name, number = base[:8], 1
        while name in names.values() or name in ("BL", "AX"):
            number += 1
            name = f"{base[: 8 - len(str(number))]}{number}"
        names[id] = name
    return names


def one_rate(snapshot: Snapshot) -> Fraction:
    """The frame rate all reels of the programme share; UsageError where they differ."""
    rates = {snapshot.reel(item.reel).rate for item in snapshot.programme.items}
    if len(rates) != 1:
        raise UsageError(
            "a cut list has one frame rate, but the reels of the programme have several: write one a reel"
        )
    return rates.pop()
