"""Conflicts in the order in which a person goes through them: by shot, class and kind, frame by frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from app.document.merging.verdicts import placed
from app.document.model import Conflict
from app.document.project import Project
from app.document.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Group:
    """Conflicts of one kind over repairs of one class in one shot.

    Attributes:
        shots: First and last shot by number; (0, 0) where the conflicts hang on no frame.
        defect: The class; "" where no repair is touched, several joined by "+".
        kind: As `Conflict.kind`.
        conflicts: By reel and frame.
    """

    shots: tuple[int, int]
    defect: str
    kind: str
    conflicts: tuple[Conflict, ...]

    @property
    def frames(self) -> int:
        """On how many frames there is one."""
        return len({(item.reel, item.start) for item in self.conflicts if item.reel})

    def in_force(self, side: str) -> int:
        """In how many of them this side's work counts meanwhile."""
        return sum(item.chosen == side for item in self.conflicts)


def grouped(snapshot: Snapshot, conflicts: Iterable[Conflict], projects: Iterable[Project]) -> tuple[Group, ...]:
    """Group conflicts.

    Args:
        snapshot: Whose shots count.
        conflicts: In any order.
        projects: Where the repairs are that they touch: one project after a merge, both copies before it.
    """
    items = list(conflicts)
    classes = _classes(items, tuple(projects))
    keyed = sorted(
        ((_shots(snapshot, item), classes[item.id], item.kind, item) for item in items),
        key=lambda one: (one[:3], one[3].reel, one[3].start, one[3].box or (), one[3].id),
    )
    return tuple(
        Group(shots, defect, kind, tuple(one[3] for one in found))
        for (shots, defect, kind), found in groupby(keyed, lambda one: one[:3])
    )


def _shots(snapshot: Snapshot, item: Conflict) -> tuple[int, int]:
    found = snapshot.shots_between(item.reel, item.start, item.end) if item.reel and item.start < item.end else ()
    numbers = [snapshot.shot_number(shot.id) for shot in found]
    return (min(numbers), max(numbers)) if numbers else (0, 0)


def _keys(item: Conflict) -> Iterator[bytes]:
    for side in (item.a, item.b):
        yield from map(bytes.fromhex, side.verdicts)


def _classes(items: Iterable[Conflict], projects: tuple[Project, ...]) -> dict[str, str]:
    """The class of the repairs a conflict is about, by its id. One question to each project."""
    keys = {item.id: set(_keys(item)) for item in items}
    asked = {key for found in keys.values() for key in found}
    known: dict[bytes, set[str]] = {}
    for project in projects:
        for place in placed(project, asked):
            for key in (place.key, place.track):
                known.setdefault(key, set()).add(place.defect)
    return {id: "+".join(sorted(set().union(*(known.get(key, ()) for key in found)))) for id, found in keys.items()}
