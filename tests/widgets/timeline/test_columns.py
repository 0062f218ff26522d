"""Many frames in one pixel: no touched frame is ever hidden."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.timeline.test_scale import scales
from widgets.timeline.columns import cover, frames_of_columns, strongest
from widgets.timeline.scale import Scale

dots = st.sampled_from([1.0, 1.25, 2.0])


@given(scales(), dots)
def test_every_frame_in_view_has_a_column(scale: Scale, per: float) -> None:
    starts, ends = frames_of_columns(scale, per)
    first, beyond = scale.shown()
    some = starts < ends
    # The last column may reach beyond the width where that is no whole number of device pixels.
    assert starts[some][0] == first and beyond <= ends[some][-1] <= beyond + 1 + 1 / scale.pixels
    assert np.all(starts[1:][some[1:]] <= ends[:-1][some[1:]]), "no frame falls between two columns"


@given(scales(), dots, st.floats(0, 1))
def test_a_single_touched_frame_is_seen_at_any_zoom(scale: Scale, per: float, place: float) -> None:
    first, beyond = scale.shown()
    position = first + int(place * (beyond - first - 1))
    values = np.zeros(scale.length, np.int32)
    values[position] = 5
    found = strongest(values, *frames_of_columns(scale, per))
    seen = np.flatnonzero(found)
    assert seen.size and found.max() == 5
    x = scale.x(position) * per
    assert abs(seen[0] - x) <= max(1.5, 0) or seen[0] == 0
    assert seen.size <= scale.pixels * per + 2


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=200), st.data())
def test_strongest_is_the_plain_maximum(values: list[int], data: st.DataObject) -> None:
    array = np.array(values, np.int32)
    bounds = data.draw(
        st.lists(st.tuples(st.integers(0, len(values)), st.integers(0, len(values))), min_size=1, max_size=30)
    )
    starts, ends = (np.array(side, np.int64) for side in zip(*bounds, strict=True))
    for least, plain in ((False, max), (True, min)):
        found = strongest(array, starts, ends, least=least)
        expected = [plain(values[a:b]) if a < b else 0 for a, b in bounds]
        assert found.tolist() == expected


@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(1, 60)), max_size=20),
    st.lists(st.tuples(st.integers(0, 350), st.integers(0, 20)), min_size=1, max_size=30),
)
def test_cover_is_the_plain_overlap(spans: list[tuple[int, int]], columns: list[tuple[int, int]]) -> None:
    ranges = [(first, first + length) for first, length in spans]
    starts = np.array([first for first, _ in columns])
    ends = starts + [length for _, length in columns]
    found = cover(ranges, starts, ends)
    expected = [
        any(first < end and beyond > start for first, beyond in ranges) and start < end
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    ]
    assert found.tolist() == expected


def test_nothing_in_nothing() -> None:
    starts, ends = frames_of_columns(Scale.fitting(0, 100))
    assert not strongest(np.zeros(0, np.int32), starts, ends).any()
