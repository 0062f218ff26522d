"""What edits do to stacks, and which command they become."""

from __future__ import annotations

import pytest

from app.document.commands import SetParameter, SetStacks
from app.document.keyframes import Keyframes, keyframes_in
from app.document.model import StackEntry
from app.document.snapshot import Snapshot
from operators.contract import ParameterError
from tests.widgets.inspector.stacks import after, entry, four_shots, item, target, with_stack
from widgets.inspector import edits
from widgets.inspector.edits import Edit
from widgets.inspector.reading import Place, Target

CURVE = Keyframes((2, 8), (0.0, 2.0), "linear")


def done(snapshot: Snapshot, edit: Edit, whose: Target) -> Snapshot:
    command = edit.command(snapshot, whose.shots)
    return snapshot if command is None else after(snapshot, command)


def strengths(snapshot: Snapshot) -> list[object]:
    stacks = [snapshot.stack(shot.id, "clean") for shot in snapshot.shots]
    return [stack[0].params["strength"] if stack else None for stack in stacks]


def operators(snapshot: Snapshot, shot: int, stage: str = "clean") -> list[str]:
    return [each.operator for each in snapshot.stack(snapshot.shots[shot].id, stage)]


def test_a_value_for_several_shots_is_one_parameter_command() -> None:
    now = with_stack(with_stack(four_shots(), 0, entry()), 1, entry(strength=0.2))
    whose = target(now, 0, 0, 1, 2)
    edit = edits.set_values(whose, item(now, whose), {"strength": 0.7})
    command = edit.command(now, whose.shots)
    assert isinstance(command, SetParameter) and command.shots == (now.shots[0].id, now.shots[1].id)
    assert strengths(done(now, edit, whose)) == [0.7, 0.7, None, None]


def test_where_the_operator_stands_at_different_places_it_is_one_command_all_the_same() -> None:
    now = with_stack(with_stack(four_shots(), 0, entry()), 1, entry("cdl"), entry())
    whose = target(now, 0, 0, 1)
    edit = edits.set_values(whose, item(now, whose), {"strength": 0.7})
    command = edit.command(now, whose.shots)
    assert isinstance(command, SetStacks) and command.summary(now) == "Set denoise strength to 0.7 in shots 1-2."
    assert done(now, edit, whose).stack(now.shots[1].id, "clean")[1].params["strength"] == 0.7


def test_an_edit_that_changes_nothing_is_no_command() -> None:
    now = with_stack(four_shots(), 0, entry(strength=0.7))
    whose = target(now)
    assert edits.set_values(whose, item(now, whose), {"strength": 0.7}).command(now, whose.shots) is None


def test_a_value_that_does_not_fit_is_refused() -> None:
    now = with_stack(four_shots(), 0, entry())
    with pytest.raises(ParameterError, match="between"):
        edits.set_values(target(now), item(now, target(now)), {"strength": 99})


def test_a_value_on_a_keyframed_parameter_sets_a_key() -> None:
    now = with_stack(four_shots(), 0, entry(strength=CURVE.to_json()))
    whose = target(now, 5)
    now = done(now, edits.set_values(whose, item(now, whose), {"strength": 3.0}), whose)
    assert keyframes_in(strengths(now)[0]) == CURVE.with_key(5, 3.0)


def test_curves_move_with_the_pictures_they_are_given_to() -> None:
    now = with_stack(with_stack(four_shots(), 0, entry()), 3, entry())
    whose = target(now, 0, 0, 3)
    now = done(now, edits.set_keys(whose, item(now, whose), "strength", CURVE), whose)
    assert [keyframes_in(strengths(now)[index]) for index in (0, 3)] == [CURVE, CURVE.shifted(30)]


def test_the_diamond_sets_and_takes_away_keys() -> None:
    now = with_stack(four_shots(), 0, entry(strength=0.5))

    def toggled(snapshot: Snapshot, frame: int) -> Snapshot:
        whose = target(snapshot, frame)
        return done(snapshot, edits.toggle_key(whose, item(snapshot, whose), "strength"), whose)

    once = toggled(now, 3)
    assert keyframes_in(strengths(once)[0]) == Keyframes((3,), (0.5,), "smooth")
    assert keyframes_in(strengths(toggled(once, 6))[0]) == Keyframes((3, 6), (0.5, 0.5), "smooth")
    assert strengths(toggled(once, 3))[0] == 0.5


def test_reset_goes_back_to_the_defaults_and_drops_keys() -> None:
    now = with_stack(four_shots(), 0, entry(strength=CURVE.to_json(), radius=1))
    whose = target(now)
    one = done(now, edits.reset(whose, item(now, whose), ("strength",)), whose)
    assert strengths(one)[0] == 1.0 and one.stack(now.shots[0].id, "clean")[0].params["radius"] == 1
    everything = done(now, edits.reset(whose, item(now, whose)), whose)
    assert everything.stack(now.shots[0].id, "clean") == (entry(),)


def test_operators_come_go_and_are_switched() -> None:
    now = with_stack(four_shots(), 0, entry())
    whose = target(now, 0, 0, 1)
    now = done(now, edits.add("cdl", "grade"), whose)
    now = done(now, edits.add("denoise", "clean", Place("clean", "denoise")), whose)
    assert operators(now, 0) == ["denoise", "denoise"] and operators(now, 1) == ["denoise"]
    command = edits.enable(item(now, whose), False).command(now, whose.shots)
    assert isinstance(command, SetStacks) and command.summary(now) == "Switched denoise off in shots 1-2."
    now = done(now, edits.remove(item(now, whose)), whose)
    assert operators(now, 0) == ["denoise"] and operators(now, 1) == []


def test_the_history_says_what_was_done() -> None:
    now = with_stack(four_shots(), 0, entry())
    whose = target(now)
    found = item(now, whose)
    told = [
        (edits.add("cdl", "grade"), "Added cdl in shot 1."),
        (edits.remove(found), "Removed denoise in shot 1."),
        (edits.enable(found, False), "Switched denoise off in shot 1."),
        (edits.set_values(whose, found, {"strength": 0.5, "radius": 1}), "Set denoise strength, radius in shot 1."),
        (edits.set_values(whose, found, {"strength": 0.5}), "Set denoise strength to 0.5 in shot 1."),
        (edits.paste_operators({"grade": (entry("cdl"),)}, 0), "Pasted cdl in shot 1."),
        (edits.paste_stacks({}, 0), "Set the operators of shot 1."),
        (edits.paste_stacks({}, 0, "light"), "Took the operators of recipe light over in shot 1."),
    ]
    for edit, summary in told:
        command = edit.command(now, whose.shots)
        assert command is not None and command.summary(now) == summary


@pytest.mark.parametrize(
    ("which", "to", "order"), [(0, 2, "bca"), (2, 0, "cab"), (1, 0, "bac"), (0, 1, "bac"), (1, 1, "abc")]
)
def test_operators_are_put_in_order(which: int, to: int, order: str) -> None:
    names = {0.1: "a", 0.2: "b", 0.3: "c"}
    now = with_stack(four_shots(), 0, *(entry(strength=strength) for strength in names))
    whose = target(now)
    places = [item(now, whose, index).place for index in range(3)]
    now = done(now, edits.move(item(now, whose, which), places, to), whose)
    stack = now.stack(now.shots[0].id, "clean")
    assert "".join(names[each.params["strength"]] for each in stack) == order


def test_copied_stacks_replace_all_stages_and_their_curves_follow() -> None:
    now = with_stack(four_shots(), 0, entry(strength=CURVE.to_json()))
    now = with_stack(now, 1, entry("cdl"), stage="grade")
    stacks = {"clean": now.stack(now.shots[0].id, "clean")}
    now = done(now, edits.paste_stacks(stacks, 0), target(now, 15))
    assert keyframes_in(strengths(now)[1]) == CURVE.shifted(10)
    assert operators(now, 1, "grade") == []


def test_copied_operators_are_put_in_behind_the_one_in_focus() -> None:
    now = with_stack(four_shots(), 0, entry(strength=0.1), entry(strength=0.2))
    edit = edits.paste_operators({"clean": (entry("cdl"),)}, 0, Place("clean", "denoise"))
    assert operators(done(now, edit, target(now)), 0) == ["denoise", "cdl", "denoise"]


def test_an_entry_from_elsewhere_is_checked() -> None:
    from operators.contract.registry import filter_operator

    denoise = filter_operator("denoise")
    kept = edits.checked_entry(denoise, StackEntry("denoise", 1, {"strength": CURVE.to_json()}))
    assert keyframes_in(kept.params["strength"]) == CURVE and kept.params["radius"] == 2
    with pytest.raises(ParameterError):
        edits.checked_entry(denoise, StackEntry("denoise", 1, {"strength": Keyframes((1,), (99.0,)).to_json()}))
