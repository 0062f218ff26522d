"""From repair to repair through the film, whatever the list shows."""

from __future__ import annotations

from functools import partial

from app.document import candidates
from app.document.candidates import Place, Spot, windows
from app.document.project import Project
from app.document.snapshot import Snapshot
from app.media.reel import FrameId
from app.playback.film import Film

RISKY_OPEN = "detector!=hand and verdict=none and risky"
IN_FORCE = "state=accepted"


def following(
    project: Project, snapshot: Snapshot, film: Film, at: int, spot: Spot | None, where: str, by: int
) -> tuple[int, Place] | None:
    """The nearest detection that an expression selects after position `at` (before it for -1), with its position.

    `spot` is the one in focus on that frame; without it the frame's own come first. None where there is no more.
    Reads SQLite: not for the UI thread.
    """
    backwards = by < 0
    for span in reversed(film.spans) if backwards else film.spans:
        if (backwards and span.first > at) or (not backwards and span.beyond <= at):
            continue
        here = min(max(span.start + at - span.first, span.start), span.end - 1)
        holds = span.first <= at < span.beyond
        start, end = (span.start, here + 1) if backwards else (here, span.end)
        for first, beyond in windows(start, end, backwards):
            question = partial(
                candidates.nearest, seq=snapshot.seq, where=where, spot=spot if holds else None, backwards=backwards
            )
            found = project.ask(snapshot, question, ((span.reel, first, beyond),))
            if found is not None:
                position = film.position(FrameId(found.reel, found.frame))
                return (span.first + found.frame - span.start if position is None else position), found
    return None
