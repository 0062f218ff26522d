"""Random work in two copies: nothing is lost, what both touched is named, and both ways give one state."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.document import Project, ledger
from app.document.check import check
from app.document.merging import merge
from app.document.merging.planning import Prefer
from app.document.model import HAND, Conflict, Version
from app.document.snapshot import Slot
from tests.document.making import no_media
from tests.document.merging.copies import KINDS, begun, copied, mended, work

Kinds = st.lists(st.sampled_from(KINDS), min_size=1, max_size=12)


def seen(project: Project) -> tuple[dict[Slot, Any], Any]:
    """The state apart from which copy was whose: slots, and what is mended on every frame."""
    slots = {
        slot: replace(value, seq=0) if isinstance(value, Version) else value
        for slot, value in project.snapshot.slots().items()
        if slot[0] != "conflict"
    }
    now = project.snapshot
    repairs = {
        (reel, frame, r.id, r.pass_id): (r.accepted, r.verdict, r.threshold)
        for reel, ref in now.reels.items()
        for frame in range(ref.frame_count)
        for r in project.detections_of(now, reel, frame)
    }
    return slots, repairs


def turned(items: Mapping[str, Conflict]) -> dict[str, Conflict]:
    """Conflicts as the other copy sees them."""
    return {
        id: replace(item, a=item.b, b=item.a, chosen="b" if item.chosen == "a" else "a") for id, item in items.items()
    }


@settings(max_examples=30, deadline=None)
@given(Kinds, Kinds, st.integers(0, 2**32), st.sampled_from(["", "newer", "a", "b"]))
def test_nothing_is_lost_and_both_ways_give_one_state(
    one: list[str], two: list[str], seed: int, prefer: Prefer
) -> None:
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = begun(folder, dice)
        paths = [copied(start, folder / who) for who in ("ann", "ben")]
        work(paths[0], "Ann", seed + 1, one)
        work(paths[1], "Ben", seed + 2, two)
        again = [copied(path, folder / f"{path.parent.name} again") for path in paths]
        other: Prefer = {"a": "b", "b": "a"}.get(prefer, prefer)  # type: ignore[assignment]
        with Project.open(paths[0], "Cid") as a, Project.open(again[1], "Cid", write=False) as b:
            before = [mended(project) for project in (a, b)]
            rows = {entry.id for project in (a, b) for entry in project.entries()}
            was, shown, cursor = a.snapshot, seen(a), a.cursor
            made = merge(a, b, prefer)
            assert {entry.id for entry in a.entries()} >= rows
            nothing_is_lost(a, before, {item.id: item for item in made.conflicts})
            replayed = a.read(ledger.replay)
            assert replayed.snapshot == a.snapshot and replayed.cursor == a.cursor
            if made.seq:
                a.undo().wait()
                assert seen(a) == shown and a.snapshot.slots() == was.slots()
                assert a.cursor.path == cursor.path
                a.redo().wait()
            assert set(a.snapshot.conflicts) == ({item.id for item in made.conflicts} if not prefer else set())
            assert merge(a, b, prefer).seq == 0, "merging once more finds nothing new"
            state, conflicts = seen(a), dict(a.snapshot.conflicts)
        with Project.open(again[0], "Dot", write=False) as a, Project.open(paths[1], "Dot") as b:
            back = merge(b, a, other)
            assert {item.id for item in back.conflicts} == {item.id for item in made.conflicts}
            assert seen(b) == state
            assert b.snapshot.conflicts == turned(conflicts)
        with Project.open(paths[0], "Ann") as a, Project.open(paths[1], "Ben", write=False) as b:
            assert seen(a) == state == seen(b)
            merge(a, b)  # each took the other in: now they have the same, and say so
            assert seen(a)[1] == state[1]
        for path in paths:
            assert [problem for problem in check(path, no_media) if not problem.harmless] == []


def nothing_is_lost(
    project: Project, before: list[dict[tuple[str, int], Any]], conflicts: Mapping[str, Conflict]
) -> None:
    """Every repair a person or pass made is in force, or a conflict says whose work is in force instead."""
    after = mended(project)
    for side, copy in enumerate(before):
        other = before[1 - side]
        for frame, repairs in copy.items():
            for key, repair in repairs.items():
                if key in after[frame] or repair.detector != HAND:
                    continue
                named = any(key in item.a.verdicts or key in item.b.verdicts for item in conflicts.values())
                retired = not project.snapshot.passes[repair.pass_id].active
                judged = any(
                    r.id == key and r.verdict == "reject" for r in project.detections_of(project.snapshot, *frame)
                )
                known = key not in other[frame] and (retired or judged)
                assert named or known, f"a repair of frame {frame} was lost"
