"""Pictures made ahead: the right ones, within the budget, and never an old one for a new."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.look import Look, Preview, Shown
from app.engine.request import Stage
from app.engine.worker import Priority
from app.errors import MediaError
from app.media.reel import FrameId
from app.playback.film import Film, FilmShot, Span
from app.playback.reach import Aim, positions_wanted
from app.playback.run import Route
from app.playback.supply import Stretch, Supply

SOURCE, REPAIR, GRADE = Look(Stage.SOURCE), Look(Stage.REPAIR), Look(Stage.GRADE)
BYTES = 8 * 8 * 4


def film(length: int = 100, offset: int = 0) -> Film:
    half = length // 2
    shots = (FilmShot("one", 1, "r", offset, offset + half, 0), FilmShot("two", 2, "r", offset + half, length, half))
    return Film((Span("r", offset, offset + length, 0),), shots, Fraction(24))


def picture(position: int, look: Look, approximate: bool = False) -> Shown:
    pixels = np.full((8, 8, 4), position % 256, np.uint8)
    return Shown(FrameId("r", position), look, pixels, 1, 8, 8, approximate)


def change(seq: int, *slots: tuple[str, ...], repairs: bool = False) -> Any:
    return SimpleNamespace(seq=seq, kind="", slots=frozenset(slots), repairs=repairs)


class Maker:
    """Renders when it is told to, or at once."""

    def __init__(self, at_once: bool = True) -> None:
        self.at_once = at_once
        self.asked: list[tuple[int, Look]] = []
        self.waiting: dict[tuple[int, Look], Future[Shown]] = {}
        self.broken: set[int] = set()
        self.approximate = False
        self.lock = threading.Lock()

    def __call__(self, position: int, look: Look, scale: int, priority: Priority) -> Future[Shown]:
        assert priority is Priority.PREFETCH
        future: Future[Shown] = Future()
        with self.lock:
            self.asked.append((position, look))
            self.waiting[position, look] = future
        if self.at_once:
            self.finish(position, look)
        return future

    def finish(self, position: int, look: Look) -> None:
        with self.lock:
            future = self.waiting.pop((position, look))
        if not future.set_running_or_notify_cancel():
            return
        if position in self.broken:
            future.set_exception(MediaError("no such frame"))
        else:
            future.set_result(picture(position, look, self.approximate))


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not holds():
        assert time.monotonic() < deadline, "it never came to hold"
        time.sleep(0.001)


@pytest.fixture
def supplies() -> Iterator[Callable[..., Supply]]:
    made: list[Supply] = []

    def make(render: Maker, pictures: int, **more: int) -> Supply:
        made.append(Supply(render, BYTES * pictures, **more))
        return made[-1]

    yield make
    for supply in made:
        supply.close()


def play(supply: Supply, position: int, stride: int = 1, *looks: Look, route: Route | None = None) -> None:
    """As the player does: the panes ask, then the supply is aimed."""
    for look in looks or (SOURCE,):
        supply.at_hand(position, look)
    supply.aim(Aim(route or Route(100), position, stride, moving=True))


def held(supply: Supply, look: Look = SOURCE) -> set[int]:
    return {place for first, beyond, _ in supply.spans(look) for place in range(first, beyond)}


def test_it_fills_ahead_of_the_playhead_and_drops_what_lies_far_behind(supplies) -> None:
    maker = Maker()
    supply = supplies(maker, 20)
    play(supply, 10)
    until(lambda: len(held(supply)) == 18)
    assert {10, 11, 17} <= held(supply) and held(supply) <= set(range(2, 30))
    play(supply, 60)
    until(lambda: {60, 61, 67} <= held(supply))
    until(lambda: supply.nbytes <= 20 * BYTES)
    play(supply, 60, -1)
    until(lambda: set(range(51, 61)) <= held(supply))


def test_the_first_asked_is_the_picture_of_the_playhead_and_both_looks_come_together(supplies) -> None:
    maker = Maker(at_once=False)
    supply = supplies(maker, 50, in_flight=4)
    play(supply, 40, 1, SOURCE, GRADE)
    until(lambda: len(maker.asked) == 4)
    assert maker.asked == [(40, SOURCE), (40, GRADE), (41, SOURCE), (41, GRADE)]
    play(supply, 80)
    until(lambda: len(maker.asked) >= 8)
    assert maker.asked[4:8] == [(80 + n, SOURCE) for n in range(4)], "what had not begun was cancelled"


def test_a_small_loop_is_held_whole_and_nothing_is_asked_twice(supplies) -> None:
    maker = Maker()
    supply = supplies(maker, 40)
    loop = Route(100, 30, 50, loop=True)
    play(supply, 45, route=loop)
    until(lambda: set(range(30, 50)) <= held(supply))
    asked = len(maker.asked)
    for position in [*range(46, 50), *range(30, 46)]:
        play(supply, position, route=loop)
        assert supply.at_hand(position, SOURCE) is not None
    inside = [position for position, _ in maker.asked[asked:] if 30 <= position < 50]
    assert inside == []


@pytest.mark.parametrize(
    ("edit", "gone"),
    [
        (change(5, ("stack", "two", "clean")), {GRADE}),
        (change(5, ("stack", "one", "grade")), set()),
        (change(5, ("threshold", "p", "two", "dirt")), {REPAIR, GRADE}),
        (change(5, ("threshold", "p", "", "dirt")), {REPAIR, GRADE}),
        (change(5, repairs=True), {REPAIR, GRADE}),
        (change(5, ("shot", "two")), {REPAIR, GRADE}),
        (change(5, ("reel", "r")), {SOURCE, REPAIR, GRADE}),
        (change(5, ("version", "v")), set()),
    ],
)
def test_an_edit_takes_away_only_what_it_may_have_changed(supplies, edit: Any, gone: set[Look]) -> None:
    supply = supplies(Maker(at_once=False), 50)
    supply.set_film(film())
    old = Look(Stage.GRADE, at=3)
    for look in (SOURCE, REPAIR, GRADE, old):
        supply.put(70, look, 1, picture(70, look))
    supply.stale(edit)
    assert {look for look in (SOURCE, REPAIR, GRADE) if supply.at_hand(70, look) is None} == gone
    assert supply.at_hand(70, old) is not None, "an earlier row is what it was for ever"


def test_a_picture_that_an_edit_overtook_is_made_again(supplies) -> None:
    maker = Maker(at_once=False)
    supply = supplies(maker, 50, in_flight=1)
    supply.set_film(film())
    play(supply, 70, 1, GRADE)
    until(lambda: maker.asked == [(70, GRADE)])
    asked_at = supply.seq
    supply.stale(change(9, ("stack", "two", "grade")))
    maker.finish(70, GRADE)
    until(lambda: maker.asked == [(70, GRADE)] * 2)
    assert supply.at_hand(70, GRADE) is None
    supply.put(71, GRADE, 1, picture(71, GRADE), asked_at)
    assert supply.at_hand(71, GRADE) is None
    maker.finish(70, GRADE)
    until(lambda: supply.at_hand(70, GRADE) is not None)


def test_an_edit_in_the_very_moment_of_asking_is_not_missed(supplies) -> None:
    maker = Maker(at_once=False)
    edits = [change(3, ("stack", "two", "grade"))]

    def render(position: int, look: Look, scale: int, priority: Priority) -> Future[Shown]:
        future = maker(position, look, scale, priority)
        while edits:
            supply.stale(edits.pop())
        return future

    supply = supplies(render, 50, in_flight=1)
    supply.set_film(film())
    play(supply, 70, 1, GRADE)
    until(lambda: maker.asked == [(70, GRADE)])
    maker.finish(70, GRADE)
    until(lambda: maker.asked == [(70, GRADE)] * 2)


def test_a_stand_in_is_shown_only_while_it_moves_and_gives_way_to_the_real_picture(supplies) -> None:
    maker = Maker()
    maker.approximate = True
    supply = supplies(maker, 50)
    play(supply, 20)
    until(lambda: 25 in held(supply))
    shown = supply.at_hand(25, SOURCE)
    assert shown is not None and shown.approximate
    assert supply.spans(SOURCE)[0].approximate
    maker.approximate = False
    supply.aim(Aim(Route(100), 25))
    until(lambda: supply.at_hand(25, SOURCE) is not None)
    assert not supply.at_hand(25, SOURCE).approximate
    supply.put(25, SOURCE, 1, picture(25, SOURCE, approximate=True))
    assert not supply.at_hand(25, SOURCE).approximate


def test_real_pictures_that_have_not_begun_do_not_hold_up_stand_ins(supplies) -> None:
    """As with a reel that takes seconds a frame: nothing asked while standing comes before the film has moved on."""
    slow = Maker(at_once=False)
    supply = supplies(slow, 50, in_flight=2)
    supply.at_hand(20, SOURCE)
    supply.aim(Aim(Route(100), 20))
    until(lambda: len(slow.asked) == 2)
    slow.waiting[20, SOURCE].set_running_or_notify_cancel()
    slow.approximate = True
    play(supply, 20)
    until(lambda: len(slow.asked) == 3)
    assert slow.asked[2] == (21, SOURCE)


def test_a_frame_that_cannot_be_made_is_asked_once_until_something_changes(supplies) -> None:
    maker = Maker()
    maker.broken = {21}
    supply = supplies(maker, 50)
    play(supply, 20)
    until(lambda: 30 in held(supply))
    play(supply, 19)
    until(lambda: 19 in held(supply))
    assert maker.asked.count((21, SOURCE)) == 1 and supply.at_hand(21, SOURCE) is None
    maker.broken = set()
    supply.stale(change(2, ("version", "v")))
    until(lambda: supply.at_hand(21, SOURCE) is not None)


def test_another_programme_drops_pictures_of_frames_that_moved(supplies) -> None:
    supply = supplies(Maker(at_once=False), 50)
    supply.set_film(film())
    supply.put(70, SOURCE, 1, picture(70, SOURCE))
    supply.set_film(film())
    assert supply.at_hand(70, SOURCE) is not None
    supply.set_film(film(offset=1))
    assert supply.at_hand(70, SOURCE) is None and supply.nbytes == 0


def test_what_is_made_is_what_panes_ask_for(supplies) -> None:
    maker = Maker()
    supply = supplies(maker, 100)  # room for both panes to 55 or so, for one alone to 90
    supply.aim(Aim(Route(100), 10, 1, moving=True))
    assert supply.ready(10), "nobody looks: nothing is missing"
    play(supply, 10, 1, SOURCE, GRADE)
    until(lambda: 40 in held(supply, GRADE))
    assert supply.ready(40)
    play(supply, 50, 1, SOURCE)
    until(lambda: 90 in held(supply, SOURCE))
    asked = {position for position, look in maker.asked if look == GRADE}
    assert 90 not in asked, "the pane is gone"
    slider = Look(Stage.GRADE, preview=Preview(thresholds={("p", "one", "dirt"): 0.5}))
    play(supply, 60, 1, slider)
    assert supply.at_hand(60, slider) is None and not supply.ready(60)
    supply.put(60, slider, 1, picture(60, slider))
    assert supply.ready(60)
    assert not any(look == slider for _, look in maker.asked), "it would be for nothing"


def test_a_glance_finds_the_finest_picture_and_has_nothing_made(supplies) -> None:
    maker = Maker()
    supply = supplies(maker, 50)
    supply.aim(Aim(Route(100), 10, 1, moving=True))
    assert supply.glance(10, SOURCE) is None
    coarse, fine = picture(10, SOURCE), picture(10, SOURCE)
    supply.put(10, SOURCE, 4, coarse)
    assert supply.glance(10, SOURCE) is coarse
    supply.put(10, SOURCE, 2, fine)
    assert supply.glance(10, SOURCE) is fine and supply.glance(10, GRADE) is None
    assert maker.asked == []


def test_spans_are_runs(supplies) -> None:
    supply = supplies(Maker(at_once=False), 50)
    for position in (3, 4, 5, 9):
        supply.put(position, SOURCE, 1, picture(position, SOURCE))
    supply.put(10, SOURCE, 2, picture(10, SOURCE, approximate=True))
    assert supply.spans(SOURCE) == (Stretch(3, 6, False), Stretch(9, 10, False), Stretch(10, 11, True))
    assert supply.spans(GRADE) == ()


@given(st.integers(1, 300), st.integers(0, 299), st.sampled_from([-8, -2, -1, 0, 1, 4, 8]), st.booleans(), st.data())
def test_wanted_positions_are_in_the_film_once_each_and_begin_at_the_playhead(
    length: int, position: int, stride: int, loop: bool, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, length - 1))
    route = Route(length, first, data.draw(st.integers(first, length)), loop)
    position = min(position, length - 1)
    wanted = list(positions_wanted(Aim(route, position, stride)))
    assert len(set(wanted)) == len(wanted)
    assert all(0 <= place < length for place in wanted)
    assert wanted[0] == (route.start_for(position, stride) if stride else position)
    if stride == 1 and not loop:
        assert set(wanted) >= set(range(position, length))
    if abs(stride) == 1 and loop and route.loops:
        assert set(wanted) >= set(range(first, route.beyond))
