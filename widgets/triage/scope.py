"""Over which frames a list goes, and which detections of them it takes. Knows no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.document.ranges import merged
from app.document.snapshot import Snapshot
from app.playback.film import Film
from widgets.desk import Desk

Within = tuple[tuple[str, int, int], ...]

SCOPES = ("frame", "shot", "selected", "range", "film")
"""This frame, this shot, the selected shots, what is marked by in and out, everything."""

SHOWN: Mapping[str, str] = {
    "mended": "state=accepted or verdict=reject or risk=margin",
    "risky": "risky",
    "open": "verdict=none",
    "accepted": "state=accepted",
    "proposed": "state=proposed",
    "rejected": "state=rejected",
    "all": "",
    "made": "state=accepted or verdict=reject",
}
"""What can be shown, as expressions. "mended": what is mended, was thrown out by a person, or is a close call;
"made": repairs in force, and those that were reverted."""

MACHINE = "detector!=hand"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose to see.

    `who` is an expression that holds for all listed; `typed` one that the person wrote.
    """

    scope: str = "shot"
    shown: str = "mended"
    defect: str = ""
    order: str = "risk"
    backwards: bool = False
    who: str = MACHINE
    typed: str = ""

    @property
    def where(self) -> str:
        """All of it but the frames, as one expression."""
        parts = [self.who, SHOWN[self.shown], f"class='{self.defect}'" if self.defect else "", self.typed]
        return " and ".join(f"({part})" for part in parts if part)


def frames_of(scope: str, film: Film, snapshot: Snapshot, desk: Desk) -> Within | None:
    """The frames of a scope, as ranges that do not overlap; None for the whole project, () for none."""
    if scope == "film":
        return None
    if scope == "range":
        return _of_positions(film, *desk.played_range())
    if scope == "selected":
        shots = [snapshot.shots_by_id[id] for id in desk.selected_shots if id in snapshot.shots_by_id]
        return _joined((shot.reel, shot.start, shot.end) for shot in shots)
    if not film.length:
        return ()
    frame = film.frame(film.clamped(desk.playhead))
    if scope == "frame":
        return ((frame.reel, frame.index, frame.index + 1),)
    shot = snapshot.shot_at(frame.reel, frame.index)
    return ((shot.reel, shot.start, shot.end),)


def _of_positions(film: Film, first: int, beyond: int) -> Within:
    found = []
    for span in film.spans:
        low, high = max(first, span.first), min(beyond, span.beyond)
        if low < high:
            found.append((span.reel, span.start + low - span.first, span.start + high - span.first))
    return _joined(found)


def _joined(ranges: Iterable[tuple[str, int, int]]) -> Within:
    by_reel: dict[str, list[tuple[int, int]]] = {}
    for reel, start, end in ranges:
        by_reel.setdefault(reel, []).append((start, end))
    return tuple((reel, start, end) for reel, some in by_reel.items() for start, end in merged(some))
