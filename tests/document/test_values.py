"""Ids, JSON and frame ranges."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.codec import decode, dumps, encode
from app.document.commands import (
    KINDS,
    AddRepairs,
    MoveCut,
    RecordPass,
    SetCuts,
    SetParameter,
    SetProgramme,
    SetStack,
    SetThreshold,
    SetVerdicts,
    from_json,
    to_json,
)
from app.document.ids import component_key, new_id
from app.document.model import Pass, PassStep, Programme, ProgrammeItem, ReelRef, StackEntry, Transition
from app.document.ranges import merged, without
from app.errors import ProjectError, UsageError
from tests.document.making import found, make_reel


def test_ids_are_version_7_unique_and_in_order() -> None:
    ids = [new_id() for _ in range(5000)]
    assert ids == sorted(ids) and len(set(ids)) == 5000
    assert all(id[14] == "7" and id[19] in "89ab" for id in ids)


def test_component_key_ignores_empty_border_and_tells_shapes_apart() -> None:
    mask = np.array([[1, 1, 0], [0, 1, 1]], bool)
    key = component_key("r", 7, "dirt", 10, 20, mask)
    assert component_key("r", 7, "dirt", 9, 18, np.pad(mask, ((2, 1), (1, 4)))) == key
    others = [
        component_key("r", 8, "dirt", 10, 20, mask),
        component_key("s", 7, "dirt", 10, 20, mask),
        component_key("r", 7, "hair", 10, 20, mask),
        component_key("r", 7, "dirt", 11, 20, mask),
        component_key("r", 7, "dirt", 10, 20, ~mask),
        component_key("r", 7, "dirt", 10, 20, mask.T),
    ]
    assert len({key, *others}) == 7
    with pytest.raises(ValueError, match="at least one pixel"):
        component_key("r", 7, "dirt", 0, 0, np.zeros((2, 2), bool))


COMMANDS = [
    SetCuts("r", (3, 5), (Transition("r", 1, 4, "fade"),)),
    MoveCut("s", 9),
    SetProgramme(Programme((ProgrammeItem("r", 0, 4),), Fraction(24000, 1001))),
    SetStack(("s",), "clean", (StackEntry("denoise", 2, {"strength": 0.5, "sizes": [1, 2]}, False),)),
    SetParameter(("s",), "clean", 0, "strength", 0.25),
    SetThreshold("p", None, "dirt", 0.5),
    SetVerdicts(("ab" * 16,), "reject", (), "class=dirt"),
    AddRepairs((found("r", 3),)),
    RecordPass(
        Pass(
            "p", "coarse", ("s",), (PassStep("dirt", 1, defect="dirt"),), {"cores": 2}, "2026", {("r", 0): "ff" * 32}
        ),
        "job",
    ),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.kind)
def test_commands_survive_json(command: object) -> None:
    data = json.loads(json.dumps(to_json(command)))  # type: ignore[arg-type]
    assert from_json(data) == command


def test_every_command_is_registered_under_its_name() -> None:
    assert {"AddReel", "SetReelEncoding", "SetReelPolicy", "RelinkReel", "SplitShot", "MergeShots"} < set(KINDS)
    assert all(kind == command.__name__ for kind, command in KINDS.items())
    with pytest.raises(UsageError, match="no command 'Explode'; there are: AddModel"):
        from_json({"kind": "Explode"})


def test_values_survive_json() -> None:
    reel = make_reel(rate=Fraction(24000, 1001))
    assert decode(ReelRef, json.loads(dumps(encode(reel)))) == reel


@pytest.mark.parametrize("data", [{"id": 3}, {"id": "a"}, 7, {"nonsense": 1}])
def test_what_is_no_reel_is_refused(data: object) -> None:
    with pytest.raises(ProjectError, match="ReelRef cannot be understood"):
        decode(ReelRef, data)


def test_what_json_cannot_carry_is_refused() -> None:
    with pytest.raises(UsageError, match="infinite"):
        dumps(float("inf"))
    with pytest.raises(UsageError, match="a set cannot be kept"):
        encode({1})


RANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8)


@given(RANGES, st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_ranges_are_what_sets_say(ranges: list[tuple[int, int]], whole: tuple[int, int]) -> None:
    covered = {frame for start, end in ranges for frame in range(start, end)}
    joined = merged(ranges)
    assert [frame for start, end in joined for frame in range(start, end)] == sorted(covered)
    assert all(a[1] < b[0] for a, b in pairwise(joined))
    left = [frame for start, end in without(whole, joined) for frame in range(start, end)]
    assert left == sorted(set(range(*whole)) - covered)
