"""Positions written and read back, in every unit."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.playback.units import UNITS, unit_of

FILM = Fraction(24)


@given(
    st.sampled_from(UNITS),
    st.integers(0, 1_382_399),
    st.sampled_from([FILM, Fraction(25), Fraction(24000, 1001), Fraction(16), Fraction(18), Fraction(60)]),
)
def test_what_is_written_is_read_back(unit, position: int, rate: Fraction) -> None:
    assert unit.read(unit.written(position, rate), 7, rate) == position


@pytest.mark.parametrize(
    ("unit", "position", "text"),
    [
        ("timecode", 24 * 60 + 5, "00:01:00:05"),
        ("frames", 1445, "1445"),
        ("feet35", 16 * 90 + 3, "90+03"),
        ("feet16", 40 * 36 + 39, "36+39"),
        ("nonsense", 1, "00:00:00:01"),
    ],
)
def test_how_positions_are_written(unit: str, position: int, text: str) -> None:
    assert unit_of(unit).written(position, FILM) == text


@pytest.mark.parametrize(
    ("unit", "typed", "position"),
    [
        ("timecode", "112", 36),
        ("timecode", "1:12", 36),
        ("timecode", "00:00:01;12", 36),
        ("timecode", "1.0.0", 24 * 60),
        ("timecode", "+10", 110),
        ("feet16", "- 25", 75),
        ("feet35", "2", 32),
        ("feet35", " 2 + 5 ", 37),
        ("frames", "12", 12),
        ("frames", "1:12", None),
        ("timecode", "1:2:3:4:5", None),
        ("timecode", "123456789", None),
        ("timecode", "", None),
        ("feet35", "2+", None),
        ("feet35", "soon", None),
    ],
)
def test_what_a_person_types(unit: str, typed: str, position: int | None) -> None:
    assert unit_of(unit).read(typed, 100, FILM) == position
