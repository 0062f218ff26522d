"""The arithmetic of playing: exact, without drift, inside the film."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.playback.run import SECOND, Route, Run

RATES = st.sampled_from([Fraction(24), Fraction(25), Fraction(24000, 1001), Fraction(16), Fraction(60), Fraction(18)])
SPEEDS = st.sampled_from([Fraction(s) for s in (1, 2, 4, 8, -1, -2, -4, -8, "1/4", "-1/4")])


@st.composite
def runs(draw: st.DrawFn) -> Run:
    length = draw(st.integers(1, 500))
    first = draw(st.integers(0, length - 1))
    route = Route(length, first, draw(st.integers(first, length)), draw(st.booleans()))
    speed = draw(SPEEDS)
    origin = route.start_for(draw(st.integers(0, length - 1)), 1 if speed > 0 else -1)
    return Run(route, origin, draw(st.integers(0, 10**15)), speed, draw(RATES))


@given(runs(), st.integers(0, 10**7))
def test_a_step_begins_at_its_deadline_and_not_a_nanosecond_before(run: Run, step: int) -> None:
    last = run.last_step
    if last is not None:
        step = min(step, last)
    assert run.step_at(run.due(step)) == step
    assert run.step_at(run.due(step) - 1) == max(step - 1, 0)


@given(runs(), st.integers(0, 10**7))
def test_every_position_is_in_the_film_and_a_loop_is_never_left(run: Run, step: int) -> None:
    position = run.position(step)
    assert 0 <= position < run.route.length
    if run.route.loops and run.route.first <= run.origin < run.route.beyond:
        assert run.route.first <= position < run.route.beyond


@given(runs())
def test_without_a_loop_the_last_step_is_at_the_end_and_the_one_before_is_not(run: Run) -> None:
    last = run.last_step
    if last is None:
        return
    end = run.route.length - 1 if run.speed > 0 else 0
    assert run.position(last) == end
    assert last == 0 or run.position(last - 1) != end
    assert run.step_at(run.due(last) + 100 * SECOND) == last


@given(runs(), st.integers(0, 1000))
def test_neighbouring_steps_are_a_stride_apart_but_for_the_seam(run: Run, step: int) -> None:
    here, there = run.position(step), run.position(step + 1)
    size = run.route.beyond - run.route.first
    if run.route.loops:
        assert (there - here - run.stride) % size == 0 or here + run.stride == there
    else:
        assert there == min(max(here + run.stride, 0), run.route.length - 1)


def test_a_whole_day_at_23_976_is_exact() -> None:
    run = Run(Route(10**8), 0, 12345, Fraction(1), Fraction(24000, 1001))
    day = 86_400 * SECOND
    assert run.step_at(12345 + day) == 86_400 * 24000 // 1001
    assert abs((run.due(24000) - 12345) - 1001 * SECOND) <= 1


def test_a_loop_that_was_passed_is_entered_at_its_near_end() -> None:
    route = Route(100, 20, 30, loop=True)
    assert route.start_for(50, 1) == 20
    assert route.start_for(10, -1) == 29
    assert route.start_for(10, 1) == 10
    assert [route.travelled(18, n) for n in range(14)] == [18, 19, *range(20, 30), 20, 21]
    assert [route.travelled(32, -n) for n in range(5)] == [32, 31, 30, 29, 28]
    assert route.travelled(20, -1) == 29
