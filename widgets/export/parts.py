"""Parts of the film as reel ranges."""

from __future__ import annotations

from collections.abc import Iterable

from app.document.model import ProgrammeItem
from app.playback.film import Film


def positions(film: Film, first: int, beyond: int) -> tuple[ProgrammeItem, ...]:
    """Programme positions `first` to `beyond` (exclusive)."""
    found = []
    for span in film.spans:
        start, end = max(first, span.first), min(beyond, span.beyond)
        if start < end:
            found.append(ProgrammeItem(span.reel, span.start + start - span.first, span.start + end - span.first))
    return joined(found)


def shots(film: Film, ids: Iterable[str]) -> tuple[ProgrammeItem, ...]:
    """These shots, in programme order."""
    wanted = set(ids)
    return joined(ProgrammeItem(shot.reel, shot.start, shot.end) for shot in film.shots if shot.id in wanted)


def joined(items: Iterable[ProgrammeItem]) -> tuple[ProgrammeItem, ...]:
    """The same frames, neighbours that follow on made one."""
    found: list[ProgrammeItem] = []
    for item in items:
        if found and (found[-1].reel, found[-1].end) == (item.reel, item.start):
            found[-1] = ProgrammeItem(item.reel, found[-1].start, item.end)
        else:
            found.append(item)
    return tuple(found)
