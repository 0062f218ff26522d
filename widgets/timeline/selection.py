"""Which shots a click or a key selects. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from app.playback.film import Film


@dataclass(slots=True)
class Selector:
    """Remembers where a selection began, so that Shift extends it from there."""

    anchor: str = ""

    def click(
        self, film: Film, selected: tuple[str, ...], id: str, *, extend: bool = False, toggle: bool = False
    ) -> tuple[str, ...]:
        """The selection after a click on a shot: it alone, from the anchor to it, or it in or out."""
        if extend:
            return self._run(film, id)
        self.anchor = id
        if not toggle:
            return (id,)
        chosen = {*selected} ^ {id}
        return in_order(film, chosen)

    def step(self, film: Film, selected: tuple[str, ...], here: int, by: int, *, extend: bool) -> tuple[str, ...]:
        """The selection after a key: the next or previous shot, alone or extended from the anchor.

        With nothing selected it begins with the shot at index `here`.
        """
        if not film.shots:
            return ()
        places = {shot.id: index for index, shot in reversed(list(enumerate(film.shots)))}
        chosen = sorted(places[id] for id in selected if id in places)
        if not chosen:
            self.anchor = film.shots[here].id
            return (self.anchor,)
        if not extend:
            edge = chosen[-1] if by > 0 else chosen[0]
            self.anchor = film.shots[min(max(edge + by, 0), len(film.shots) - 1)].id
            return (self.anchor,)
        if self.anchor not in places:
            self.anchor = film.shots[chosen[0]].id
        far = chosen[-1] if places[self.anchor] == chosen[0] else chosen[0]
        return self._run(film, film.shots[min(max(far + by, 0), len(film.shots) - 1)].id)

    def _run(self, film: Film, id: str) -> tuple[str, ...]:
        """The shots between the anchor and this one, both included."""
        places = {shot.id: index for index, shot in reversed(list(enumerate(film.shots)))}
        if self.anchor not in places:
            self.anchor = id
        low, high = sorted((places[self.anchor], places[id]))
        return tuple(dict.fromkeys(shot.id for shot in film.shots[low : high + 1]))


def in_order(film: Film, ids: set[str]) -> tuple[str, ...]:
    """Ids in the order of the programme, each once; those the film does not show are dropped."""
    return tuple(dict.fromkeys(shot.id for shot in film.shots if shot.id in ids))


def neighbours(film: Film, ids: tuple[str, ...]) -> bool:
    """True where these shots (two at least) follow each other in one reel, so that they can be merged."""
    wanted = set(ids)
    chosen = [shot for shot in film.shots if shot.id in wanted]
    return len({shot.id for shot in chosen}) >= 2 and all(
        before.reel == after.reel and before.end == after.start for before, after in pairwise(chosen)
    )
