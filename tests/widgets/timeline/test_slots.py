"""Level of detail: boxes, crowds, places of thumbnails."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.playback.film import Film
from widgets.timeline.made_up import made_up_snapshot
from widgets.timeline.scale import Scale
from widgets.timeline.slots import PICTURED, WIDE, Edges, crowds, slots, step_for

FILM = Film.of(made_up_snapshot(300, 9000, reels=3))
EDGES = Edges(FILM)


@st.composite
def views(draw: st.DrawFn) -> Scale:
    scale = Scale.fitting(FILM.length, draw(st.integers(200, 2500)))
    return scale.zoomed(draw(st.floats(1, 300)), draw(st.floats(0, 1)) * scale.width)


@given(views())
def test_the_shots_in_view_are_those_of_the_film(scale: Scale) -> None:
    seen = EDGES.seen(scale)
    assert FILM.shots[seen.low : seen.high] == FILM.shots_between(*scale.shown())


@given(views())
def test_crowds_are_the_narrow_shots(scale: Scale) -> None:
    seen = EDGES.seen(scale)
    crowded = {index for start, end in crowds(seen) for index in range(start, end)}
    for index in range(seen.low, seen.high):
        shot = FILM.shots[index]
        width = (shot.beyond - shot.first) * scale.pixels
        if abs(width - WIDE) > 1e-6:  # exactly as wide as that, a rounding decides
            assert (index in crowded) == (width < WIDE)


@settings(deadline=None)
@given(views(), st.floats(30, 160))
def test_thumbnails_fill_the_view_without_gap_or_overlap(scale: Scale, width: float) -> None:
    row = list(slots(FILM, EDGES, scale, width))
    step = step_for(scale, width)
    _, beyond = scale.shown()
    assert row[0].left <= 1e-6 and row[-1].right >= scale.x(beyond) - 1e-6
    for before, after in pairwise(row):
        assert abs(before.right - after.left) < 1e-6
    for slot in row:
        shot = FILM.shots[slot.place]
        assert shot.first <= slot.position < shot.beyond
        assert slot.right - slot.left <= step * scale.pixels + 1e-6
        assert scale.x(slot.position) - 1e-6 <= slot.right
    assert len(row) < scale.width / 8 + 2 * scale.width / PICTURED + 4


@given(views())
def test_zooming_in_keeps_the_thumbnails_there_are(scale: Scale) -> None:
    """Those of half the step stand at every place where one of the whole step stood."""
    closer = Scale(scale.length, scale.width, scale.first, scale.pixels * 2)
    shots_of_their_own = {
        index for index, shot in enumerate(FILM.shots) if (shot.beyond - shot.first) * scale.pixels >= PICTURED
    }
    now = {slot.position for slot in slots(FILM, EDGES, scale, 80.0) if slot.place in shots_of_their_own}
    then = {slot.position for slot in slots(FILM, EDGES, closer, 80.0)}
    first, beyond = closer.shown()
    assert {position for position in now if first <= position < beyond} <= then
