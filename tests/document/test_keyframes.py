"""Keyframed parameters: their curves, how they are kept, and what the plan makes of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import Project
from app.document.codec import dumps, encode
from app.document.commands import SetCuts, SetParameter, SetStack, SetStacks, ShotStack, from_json, to_json
from app.document.keyframes import Keyframes, keyframes_in, resolve, shifted, value_text
from app.document.model import ReelRef, StackEntry
from app.errors import UsageError

CURVE = Keyframes.of([(20, 1.0), (10, 0.0), (40, 0.5)])


def test_linear_passes_through_keys_and_holds_beyond_them() -> None:
    assert [CURVE.at(frame) for frame in (0, 10, 15, 20, 30, 40, 99)] == [0.0, 0.0, 0.5, 1.0, 0.75, 0.5, 0.5]


def test_hold_keeps_a_value_until_the_next_key() -> None:
    held = Keyframes(CURVE.frames, CURVE.values, "hold")
    assert [held.at(frame) for frame in (9, 19, 20, 39, 40)] == [0.0, 0.0, 1.0, 1.0, 0.5]


def test_smooth_between_two_keys_eases_in_and_out() -> None:
    eased = Keyframes((0, 100), (0.0, 1.0), "smooth")
    assert eased.at(50) == pytest.approx(0.5)
    assert eased.at(25) == pytest.approx(0.15625)  # 3 t^2 - 2 t^3


def test_smooth_inside_a_straight_run_keeps_its_slope() -> None:
    straight = Keyframes((0, 10, 20, 30), (0.0, 1.0, 2.0, 3.0), "smooth")
    assert straight.at(15) == pytest.approx(1.5)
    assert straight.at(12) == pytest.approx(1.2)


values = st.floats(-10, 10).map(lambda value: round(value, 3))


@given(st.dictionaries(st.integers(0, 200), values, min_size=2, max_size=6), st.integers(0, 199))
def test_smooth_never_overshoots(keys: dict[int, float], frame: int) -> None:
    curve = Keyframes.of(keys.items(), "smooth")
    before, after = curve.at(frame), curve.at(frame + 1)
    left = max((key for key in curve.frames if key <= frame), default=None)
    right = min((key for key in curve.frames if key > frame), default=None)
    if left is None or right is None:
        return
    low, high = sorted((keys[left], keys[right]))
    assert low <= before <= high and low <= after <= high
    rising = keys[right] >= keys[left]
    assert (after >= before - 1e-9) if rising else (after <= before + 1e-9)


def test_whole_numbers_are_rounded_and_others_hold() -> None:
    assert [Keyframes((0, 4), (0, 2)).at(frame) for frame in range(5)] == [0, 0, 1, 2, 2]
    assert isinstance(Keyframes((0, 4), (0, 2)).at(2), int)
    assert [Keyframes((0, 4), (False, True), "smooth").at(frame) for frame in (0, 3, 4)] == [False, False, True]
    assert [Keyframes((0, 4), ("asc", "no-clamp")).at(frame) for frame in (0, 3, 4)] == ["asc", "asc", "no-clamp"]


def test_keys_are_set_and_taken_away() -> None:
    assert CURVE.with_key(20, 3.0).keys == ((10, 0.0), (20, 3.0), (40, 0.5))
    assert CURVE.with_key(5, 3.0).keys[0] == (5, 3.0)
    left = CURVE.without_key(10)
    assert left is not None and left.frames == (20, 40)
    assert Keyframes((1,), (2.0,)).without_key(1) is None
    assert (CURVE.before(20), CURVE.after(20), CURVE.before(10), CURVE.after(40)) == (10, 40, None, None)


@pytest.mark.parametrize(
    ("frames", "held", "interpolation", "why"),
    [
        ((), (), "linear", "at least one"),
        ((1, 2), (1.0,), "linear", "value for each"),
        ((2, 1), (1.0, 2.0), "linear", "must rise"),
        ((1.5,), (1.0,), "linear", "whole number"),
        ((1,), (1.0,), "spline", "not 'spline'"),
        ((1, 2), (1.0, "asc"), "hold", "one kind"),
        ((1,), (float("nan"),), "hold", "cannot be nan"),
        ((1,), (None,), "hold", "cannot be None"),
    ],
)
def test_what_is_no_curve_is_refused(frames: Any, held: Any, interpolation: Any, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        Keyframes(frames, held, interpolation)


def test_stored_form_is_plain_json_and_comes_back() -> None:
    stored = CURVE.to_json()
    assert dumps(encode(stored)) == '{"interpolation":"linear","keys":[[10,0.0],[20,1.0],[40,0.5]]}'
    assert keyframes_in(stored) == CURVE
    assert keyframes_in(0.5) is None and keyframes_in({"other": 1}) is None
    with pytest.raises(UsageError, match="no keyframes"):
        keyframes_in({"keys": [1, 2]})


def test_parameters_are_resolved_and_shifted() -> None:
    params = {"strength": CURVE.to_json(), "radius": 2}
    assert resolve(params, 15) == {"strength": 0.5, "radius": 2}
    assert resolve(shifted(params, 100), 115) == {"strength": 0.5, "radius": 2}


def test_people_read_them() -> None:
    assert value_text(CURVE.to_json()) == "0 at 10, 1 at 20, 0.5 at 40 (linear)"
    many = Keyframes.of((frame, 1.0) for frame in range(9))
    assert value_text(many) == "1 at 0, 1 at 1, 6 more, 1 at 8 (linear)"
    assert (value_text(0.25), value_text(True), value_text("asc"), value_text(3)) == ("0.25", "True", "asc", "3")


def test_the_ledger_keeps_them(project: Project, reel: ReelRef) -> None:
    project.dispatch(SetCuts(reel.id, (30,)))
    first, second = (shot.id for shot in project.snapshot.shots)
    project.dispatch(SetStack((first,), "clean", (StackEntry("denoise", 1, {"strength": 1.0}),)))
    change = project.dispatch(SetParameter((first,), "clean", 0, "strength", CURVE.to_json()))
    assert change.summary == "Set denoise strength to 0 at 10, 1 at 20, 0.5 at 40 (linear) in shot 1."
    entries = project.snapshot.stack(first, "clean")
    moved = (StackEntry("denoise", 1, shifted(entries[0].params, 30)),)
    stacks = SetStacks((ShotStack(first, "grade", entries), ShotStack(second, "clean", moved)), "paste", "denoise")
    assert from_json(to_json(stacks)) == stacks
    assert project.dispatch(stacks).summary == "Pasted denoise in shots 1-2."
    project.undo()
    assert project.snapshot.stack(second, "clean") == () and project.snapshot.stack(first, "clean") == entries
    project.redo().wait()
    before, path = project.snapshot.slots(), project.path
    project.close()
    with Project.open(path, "ann") as again:
        assert again.snapshot.slots() == before
        assert resolve(again.snapshot.stack(second, "clean")[0].params, 50) == {"strength": 1.0}
