"""Cuts as they are grasped, and the film as it would be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.document.commands.cuts import MoveCut
from app.playback.film import Film
from widgets.timeline.cuts import cut_at, cut_before, film_with, nearest_cut
from widgets.timeline.made_up import made_up_snapshot
from widgets.timeline.scale import Scale

SNAPSHOT = made_up_snapshot(40, 2000, reels=2)
FILM = Film.of(SNAPSHOT)


def test_reels_begin_with_no_cut() -> None:
    assert cut_before(FILM, 0) is None
    second = next(index for index, shot in enumerate(FILM.shots) if shot.reel == "reel1")
    assert cut_before(FILM, second) is None
    assert sum(cut_before(FILM, index) is not None for index in range(len(FILM.shots))) <= 38


@given(st.integers(1, 39), st.integers(-100, 3000))
def test_a_dragged_cut_is_what_the_command_makes(place: int, position: int) -> None:
    cut = cut_before(FILM, place)
    if cut is None:
        return
    held = cut.held(position)
    moved = SNAPSHOT.with_slots(MoveCut(cut.shot.id, cut.frame(held)).apply(SNAPSHOT).slots, 2, "moved")
    assert film_with(FILM, cut, position).shots == Film.of(moved).shots


@given(st.integers(0, 2000))
def test_the_nearest_cut_is_the_nearest(position: int) -> None:
    cuts = [cut for index in range(len(FILM.shots)) if (cut := cut_before(FILM, index))]
    found = nearest_cut(FILM, position)
    assert found is not None
    assert abs(found.position - position) == min(abs(cut.position - position) for cut in cuts)


def test_a_cut_is_grasped_only_where_there_is_room() -> None:
    fitted = Scale.fitting(FILM.length, 1000)
    closer = fitted.zoomed(20, 500)
    first, _ = closer.shown()
    cut = next(cut for index in range(40) if (cut := cut_before(FILM, index)) and cut.position > first)
    x = closer.x(cut.position)
    assert cut_at(FILM, closer, x + 3) == cut == cut_at(FILM, closer, x - 3)
    assert cut_at(FILM, closer, x + 30) is None
    crowd = Scale.fitting(FILM.length, 20)
    assert all(cut_at(FILM, crowd, float(x)) is None for x in range(20))


def test_no_film_no_cut() -> None:
    empty = Film((), (), FILM.rate)
    assert nearest_cut(empty, 0) is None and cut_at(empty, Scale.fitting(0, 100), 5) is None
