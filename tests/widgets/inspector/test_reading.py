"""What stacks say of one shot and of many."""

from __future__ import annotations

from app.document.keyframes import Keyframes
from app.document.model import StackEntry
from app.document.snapshot import Snapshot
from app.playback.film import Film
from tests.widgets.inspector.stacks import entry, four_shots, item, target, with_stack
from widgets.inspector.reading import Place, filters_at, items_of, more_elsewhere, places, target_of

CURVE = Keyframes((0, 8), (0.0, 2.0), "linear")


def test_the_shot_under_the_playhead_leads_unless_others_are_selected() -> None:
    now = four_shots()
    shots = now.shots
    assert target(now, 25).lead == shots[2] and target(now, 25).frame == 25
    assert target(now, 25, 1, 2).lead == shots[2]
    elsewhere = target(now, 25, 1, 3)
    assert (elsewhere.lead, elsewhere.frame, elsewhere.inside) == (shots[1], 10, False)


def test_the_scope_says_whom_an_edit_reaches() -> None:
    now = four_shots()
    assert len(target(now, 0, 0, 1, scope="this").shots) == 1
    assert len(target(now, 0, 0, 1, scope="selected").shots) == 2
    assert len(target(now, 0, 0, 1, scope="all").shots) == 4
    assert target(now, 0, scope="selected").shots == (now.shots[0].id,)


def test_this_shot_is_the_one_on_the_screen_whatever_is_selected() -> None:
    now = four_shots()
    found = target(now, 25, 0, scope="this")
    assert (found.lead, found.shots, found.inside) == (now.shots[2], (now.shots[2].id,), True)


def test_an_empty_film_has_no_target() -> None:
    assert target_of(Snapshot(), Film.of(Snapshot()), 0, (), "all") is None


def test_values_that_differ_are_mixed() -> None:
    now = with_stack(with_stack(four_shots(), 0, entry(strength=1.0)), 1, entry(strength=2.0, radius=2))
    found = item(now, target(now, 0, 0, 1))
    assert found.having == 2
    assert found.values["strength"].mixed and found.values["strength"].plain == 1.0
    assert not found.values["radius"].mixed and not found.enabled_mixed


def test_a_stored_value_that_is_the_default_equals_one_not_stored() -> None:
    now = with_stack(with_stack(four_shots(), 0, StackEntry("denoise", 1, {})), 1, entry())
    assert not any(value.mixed for value in item(now, target(now, 0, 0, 1)).values.values())


def test_keyframes_are_read_at_the_frame() -> None:
    now = with_stack(four_shots(), 0, entry(strength=CURVE.to_json()))
    value = item(now, target(now, 4)).values["strength"]
    assert value.plain == 1.0 and value.keys == CURVE


def test_the_same_curve_on_another_shots_pictures_is_not_mixed() -> None:
    now = with_stack(four_shots(), 0, entry(strength=CURVE.to_json()))
    same = with_stack(now, 2, entry(strength=CURVE.shifted(20).to_json()))
    other = with_stack(now, 2, entry(strength=CURVE.to_json()))
    assert not item(same, target(same, 0, 0, 2)).values["strength"].mixed
    assert item(other, target(other, 0, 0, 2)).values["strength"].mixed


def test_operators_are_matched_by_kind_and_number() -> None:
    now = with_stack(four_shots(), 0, entry(strength=1.0), entry(strength=2.0))
    now = with_stack(now, 1, entry("cdl"), entry(strength=1.0), stage="clean")
    first, second = items_of(now, target(now, 0, 0, 1), "clean")
    assert (first.having, second.having) == (2, 1)
    assert not first.values["strength"].mixed
    assert more_elsewhere(now, target(now, 0, 0, 1), "clean") == 1


def test_places_count_their_kind() -> None:
    stack = (entry(), entry("cdl"), entry())
    assert places("clean", stack) == (Place("clean", "denoise"), Place("clean", "cdl"), Place("clean", "denoise", 1))
    assert [place.index(stack) for place in places("clean", stack)] == [0, 1, 2]
    assert Place("clean", "denoise", 2).index(stack) is None


def test_an_operator_that_is_not_installed_is_kept_and_shown() -> None:
    now = with_stack(four_shots(), 0, StackEntry("elsewhere", 3, {"a": 1}))
    found = item(now, target(now))
    assert found.operator is None and found.values["a"].plain == 1


def test_each_stage_offers_its_filters() -> None:
    assert "denoise" in [operator.id for operator in filters_at("clean")]
    assert "cdl" in [operator.id for operator in filters_at("grade")]
    assert "fill" not in [operator.id for stage in ("clean", "grade", "deliver") for operator in filters_at(stage)]
