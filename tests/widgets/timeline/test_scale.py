"""Positions and pixels: there and back, at every zoom."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from widgets.timeline.scale import WIDEST_FRAME, Scale

lengths = st.integers(1, 300_000)
widths = st.integers(200, 4000)
factors = st.floats(0.01, 100)
places = st.floats(0, 1)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """A scale as zooming and panning leave it."""
    scale = Scale.fitting(draw(lengths), draw(widths))
    for _ in range(draw(st.integers(0, 4))):
        scale = scale.zoomed(draw(factors), draw(places) * scale.width).panned(draw(st.floats(-5000, 5000)))
    return scale


@given(scales(), places)
def test_a_frame_lies_where_its_position_says(scale: Scale, place: float) -> None:
    first, beyond = scale.shown()
    position = first + int(place * (beyond - first - 1))
    middle = scale.x(position) + scale.pixels / 2
    assert scale.frame(middle) == position
    assert scale.edge(scale.x(position)) == position


@given(scales())
def test_the_view_never_leaves_the_film(scale: Scale) -> None:
    assert 0 <= scale.first <= max(scale.length - scale.span, 0) + 1e-6
    assert scale.smallest <= scale.pixels <= WIDEST_FRAME
    first, beyond = scale.shown()
    assert 0 <= first < beyond <= scale.length


@given(scales(), factors, places)
def test_zooming_keeps_what_is_under_the_pointer(scale: Scale, factor: float, place: float) -> None:
    x = place * scale.width
    zoomed = scale.zoomed(factor, x)
    # Away from the film's ends nothing slides.
    assume(0 < zoomed.first < zoomed.length - zoomed.span)
    assert abs(zoomed.at(x) - scale.at(x)) < 1e-6 * scale.length + 1e-6


@given(scales(), places)
def test_a_position_is_brought_into_view(scale: Scale, place: float) -> None:
    position = int(place * (scale.length - 1))
    for page in (False, True):
        shown = scale.showing(position, page=page)
        assert shown.first - 1e-6 <= position
        assert position + min(1, shown.span) <= shown.beyond + 1e-6
        assert shown.pixels == scale.pixels
        assert shown.showing(position, page=page) == shown or not page


@given(scales(), lengths, widths)
def test_another_width_or_length(scale: Scale, length: int, width: int) -> None:
    other = scale.resized(length, width)
    assert (other.length, other.width) == (length, width)
    assert other.fitted or not scale.fitted
    assert 0 <= other.first <= max(length - other.span, 0) + 1e-6


def test_an_empty_film_asks_nothing() -> None:
    scale = Scale.fitting(0, 800)
    assert scale.frame(400) == 0 and scale.edge(400) == 0 and scale.shown() == (0, 0)
    assert scale.zoomed(3, 100).panned(50).first == 0


def test_a_range_fills_most_of_the_width() -> None:
    scale = Scale.fitting(10_000, 1000).over(4000, 4100)
    assert 0 < scale.x(4000) < 100 and 900 < scale.x(4100) < 1000
