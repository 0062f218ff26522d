"""Random work in two copies: nothing is lost, what both touched is named, and both ways give one state."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.document import Project, Repair, ledger
from app.document.check import check
from app.document.merging import merge
from app.document.merging.planning import Prefer
from app.document.model import HAND, Conflict, Version
from app.document.patches import read_patch
from app.document.snapshot import Slot
from tests.document.making import no_media
from tests.document.merging.copies import KINDS, begun, copied, mended, work

Mended = dict[tuple[str, int], dict[str, Repair]]
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


@settings(max_examples=20, deadline=None)
@example(one=["undo"], two=["undo", "undo"], seed=252, prefer="")
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
            with Project.open(start, "Cid", write=False) as first:
                base = mended(first)
                undone = [set(first.cursor.path) - set(project.cursor.path) for project in (a, b)]
            rows = {entry.id for project in (a, b) for entry in project.entries()}
            was, shown, cursor = a.snapshot, seen(a), a.cursor
            made = merge(a, b, prefer)
            assert {entry.id for entry in a.entries()} >= rows
            nothing_is_lost(a, before, base, {item.id: item for item in made.conflicts}, undone)
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
    project: Project, before: list[Mended], base: Mended, conflicts: Mapping[str, Conflict], undone: list[set[int]]
) -> None:
    """What one person painted or took back holds, or a conflict names it; and whose masks meet is in a conflict.

    `undone` are the rows from before the copies parted that each took back: what such a row made is gone, though the
    other may have undone its rejection.
    """
    after, now = mended(project), project.snapshot
    for side, copy in enumerate(before):
        other = before[1 - side]
        for frame in copy:
            mine, theirs = (
                {k: r for k, r in one[frame].items() if r.detector == HAND and k not in base[frame] | two[frame]}
                for one, two in ((copy, other), (other, copy))
            )
            for key, repair in mine.items():
                if repair.seq in undone[1 - side]:
                    continue
                named = any(key in item.a.verdicts or key in item.b.verdicts for item in conflicts.values())
                assert named or key in after[frame], f"a repair of frame {frame} was lost"
                for its in theirs.values():
                    if overlap(project, repair, its):
                        assert named and not {key, its.id} <= set(after[frame])
    taken_back = [
        {(f, k) for f, found in base.items() for k, r in found.items() if k not in copy[f]} for copy in before
    ]
    for frame, key in taken_back[0] & taken_back[1]:
        assert key not in after[frame], "what both took back is gone"
    assert all(item.kind != "pixels" or item.box for item in conflicts.values()) and now.entry


def overlap(project: Project, one: Repair, two: Repair) -> bool:
    """Whether two masks share a pixel: an own way, on whole frames."""
    canvas = np.zeros((2, 80, 80), bool)
    for layer, repair in zip(canvas, (one, two), strict=True):
        patch = read_patch(project.artefacts, repair.pack, repair.offset, repair.length)
        height, width = patch.mask.shape
        layer[patch.y0 : patch.y0 + height, patch.x0 : patch.x0 + width] = patch.mask
    return bool(canvas.all(axis=0).any())
