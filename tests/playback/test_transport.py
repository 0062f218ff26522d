"""The keys of playing, and what is counted while it plays."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.playback.run import SECOND
from app.playback.transport import Transport
from tests.playback.watch import Watch


@pytest.fixture
def watch() -> Watch:
    return Watch()


def transport(watch: Watch, length: int = 1000, rate: Fraction = Fraction(24)) -> Transport:
    return Transport(rate, length, watch)


def test_l_doubles_up_to_eight_and_j_turns_round(watch: Watch) -> None:
    film = transport(watch)
    seen = []
    for _ in range(5):
        film.forward()
        seen.append(int(film.speed))
    film.backward()
    seen.append(int(film.speed))
    film.backward()
    seen.append(int(film.speed))
    assert seen == [1, 2, 4, 8, 8, -1, -2]
    film.hold()
    assert not film.playing


def test_space_stands_and_goes_on(watch: Watch) -> None:
    film = transport(watch)
    film.toggle()
    watch.wait(1)
    assert film.advance(watch()) == 24
    film.toggle()
    watch.wait(10)
    assert (film.speed, film.position_at(watch())) == (0, 24)
    film.toggle()
    watch.wait(0.5)
    assert film.advance(watch()) == 36


def test_k_with_l_goes_one_frame_at_once_and_then_slowly_until_either_is_let_go(watch: Watch) -> None:
    film = transport(watch)
    film.seek(100)
    film.hold()
    film.forward()
    assert film.position == 101
    watch.wait(1)
    assert film.advance(watch()) == 107
    film.release_direction()
    assert not film.playing
    film.backward()
    film.release_direction()
    assert film.position == 106
    film.backward()
    film.release()
    assert (film.playing, film.position) == (False, 105)
    film.forward()
    assert film.speed == 1


def test_it_stands_at_the_ends_and_space_begins_again(watch: Watch) -> None:
    film = transport(watch, length=25)
    film.forward()
    watch.wait(3)
    assert film.advance(watch()) == 24
    assert not film.playing and film.next_deadline(watch()) is None
    film.forward()
    film.advance(watch())
    assert not film.playing
    film.toggle()
    assert (film.playing, film.position) == (True, 0)
    film.backward()
    film.advance(watch())
    assert (film.playing, film.position) == (False, 0)


def test_an_empty_film_does_not_play(watch: Watch) -> None:
    film = transport(watch, length=0)
    film.forward()
    assert (film.playing, film.position, film.next_deadline(watch())) == (False, 0, None)


def test_a_loop_goes_round_and_may_be_changed_without_a_stumble(watch: Watch) -> None:
    film = transport(watch)
    film.set_range(10, 20, loop=True)
    film.seek(15)
    film.forward()
    watch.wait(0.5 + 0.01)
    assert film.advance(watch()) == 17
    due = film.next_deadline(watch())
    film.set_range(10, 18, loop=True)
    assert film.next_deadline(watch()) == pytest.approx(due, abs=1)
    watch.wait(1 / 24)
    assert film.advance(watch()) == 10
    film.set_range(10, 18, loop=False)
    watch.wait(1)
    assert film.advance(watch()) == 34


def test_deadlines_that_pass_without_their_picture_are_counted_once(watch: Watch) -> None:
    film = transport(watch)
    film.forward()
    for step in range(1, 25):
        due = film.next_deadline(watch())
        assert due is not None
        watch.now = due
        position = film.advance(due)
        assert position == step
        if step not in (5, 9):
            film.shown(position, due)
            film.shown(position, due)
    assert film.dropped == 2
    watch.wait(4.5 / 24)
    film.advance(watch())
    assert film.dropped == 2 + 3, "three positions were never due on the screen; the newest still may be"
    film.shown(film.position - 1, watch())
    watch.wait(1 / 24)
    film.advance(watch())
    assert film.dropped == 6, "a picture of another position does not count"
    film.reset_dropped()
    assert film.dropped == 0


def test_the_measured_rate_is_that_of_the_last_second(watch: Watch) -> None:
    film = transport(watch)
    film.forward()
    assert film.measured_rate(watch()) is None
    for step in range(1, 73):
        watch.now = film.next_deadline(watch()) or 0
        position = film.advance(watch())
        if step <= 24 or step % 2:
            film.shown(position, watch())
        if step == 24:
            assert film.measured_rate(watch()) == pytest.approx(24, abs=0.01)
    assert film.measured_rate(watch()) == pytest.approx(12, abs=0.01)
    film.set_range(3, 900, loop=True)
    assert film.measured_rate(watch()) == pytest.approx(12, abs=0.01), "the loop is no new beginning"
    film.stop()
    assert film.measured_rate(watch()) is None


def test_fast_playing_skips_frames_and_asks_no_more_pictures_a_second(watch: Watch) -> None:
    film = transport(watch)
    film.play(Fraction(8))
    assert film.wanted_rate == 24
    watch.now = film.next_deadline(watch()) or 0
    assert film.advance(watch()) == 8
    with pytest.raises(ValueError, match="8 times"):
        film.play(Fraction(9))


def test_another_clock_takes_over_between_two_frames(watch: Watch) -> None:
    film = transport(watch)
    film.forward()
    watch.wait(0.99)
    assert film.advance(watch()) == 23
    sound = Watch(now=0)
    film.use(sound)
    assert film.position_at(sound()) == 23
    sound.wait(0.02)
    assert film.position_at(sound()) == 24
    watch.wait(100)
    assert film.position_at(sound()) == 24


def test_an_edit_that_shortens_the_film_keeps_the_playhead_inside(watch: Watch) -> None:
    film = transport(watch)
    film.seek(900)
    film.set_film(Fraction(25), 500)
    assert film.position == 499
    film.seek(10)
    film.forward()
    film.set_film(Fraction(25), 400)
    watch.wait(1)
    assert film.advance(watch()) == 35


KEYS = ("forward", "backward", "hold", "release", "release_direction", "toggle", "stop")


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(KEYS), st.integers(0, 3 * SECOND)), max_size=25), st.booleans())
def test_whatever_is_pressed_the_position_is_in_the_film(presses: list[tuple[str, int]], loop: bool) -> None:
    watch = Watch()
    film = transport(watch, length=60)
    film.set_range(20, 40, loop)
    for key, pause in presses:
        getattr(film, key)()
        for share in (pause // 3, pause - pause // 3):
            watch.now += share
            expected = film.position_at(watch())
            assert film.advance(watch()) == expected
            assert 0 <= expected < 60
            due = film.next_deadline(watch())
            assert due is None or due > watch()
            assert film.playing or due is None
        assert abs(film.speed) <= 8


@given(st.lists(st.integers(1, 300_000_000), min_size=1, max_size=60))
def test_shown_and_dropped_add_up_to_what_was_due(pauses: list[int]) -> None:
    watch = Watch()
    film = transport(watch, length=10**6)
    film.forward()
    shown = 0
    for number, pause in enumerate(pauses):
        watch.now += pause
        before = film.position
        position = film.advance(watch())
        if position != before and number % 3:
            film.shown(position, watch())
            shown += 1
    latest_pending = film.position > 0 and not film._step_shown
    assert shown + film.dropped + latest_pending == film.position
