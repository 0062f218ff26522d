"""The ruler."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.timeline.test_scale import scales
from widgets.timeline.scale import Scale
from widgets.timeline.ticks import LABEL_ROOM, TICK_ROOM, Unit, label, steps, ticks

rates = st.sampled_from([Fraction(16), Fraction(18), Fraction(24), Fraction(24000, 1001), Fraction(25), Fraction(30)])


@given(scales(), rates, st.sampled_from(Unit))
def test_marks_stand_apart_and_say_where_they_are(scale: Scale, rate: Fraction, unit: Unit) -> None:
    marks = ticks(scale, rate, unit)
    assert len(marks) <= scale.width / TICK_ROOM + LABEL_ROOM + 2
    for before, after in pairwise(marks):
        assert (after.position - before.position) * scale.pixels >= min(TICK_ROOM, scale.pixels) - 1e-6
    labelled = [mark for mark in marks if mark.label]
    for before, after in pairwise(labelled):
        assert (after.position - before.position) * scale.pixels >= LABEL_ROOM - 1e-6
    assert all(mark.label == label(mark.position, rate, unit) for mark in labelled)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [(Unit.TIMECODE, "00:00:04:04"), (Unit.FRAMES, "100"), (Unit.FEET_35, "6+04"), (Unit.FEET_16, "2+20")],
)
def test_a_position_in_every_unit(unit: Unit, expected: str) -> None:
    assert label(100, Fraction(24), unit) == expected


@given(rates, st.sampled_from(Unit))
def test_steps_ascend_and_begin_with_a_frame(rate: Fraction, unit: Unit) -> None:
    known = steps(rate, unit)
    assert known[0] == 1 and list(known) == sorted(set(known))


def test_single_frames_are_named_one_by_one() -> None:
    scale = Scale.fitting(1000, 1200).zoomed(1e9, 600)
    assert all(mark.label for mark in ticks(scale, Fraction(24), Unit.TIMECODE))
