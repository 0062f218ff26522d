"""Timecode against the examples of SMPTE ST 12-1, and as properties."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.media.rates import exact_rate
from app.media.timecode import Timecode, keycode_text

NTSC = Fraction(30000, 1001)


@pytest.mark.parametrize(
    ("count", "rate", "drop", "text"),
    [
        (0, Fraction(24), False, "00:00:00:00"),
        (86399, Fraction(24), False, "00:59:59:23"),
        (1799, NTSC, True, "00:00:59;29"),
        (1800, NTSC, True, "00:01:00;02"),
        (17982, NTSC, True, "00:10:00;00"),
        (107892, NTSC, True, "01:00:00;00"),
        (3600, Fraction(60000, 1001), True, "00:01:00;04"),
        (1800, NTSC, False, "00:01:00:00"),
        (24, Fraction(24000, 1001), True, "00:00:01:00"),
        (-1, Fraction(25), False, "23:59:59:24"),
    ],
)
def test_addresses(count: int, rate: Fraction, drop: bool, text: str) -> None:
    assert str(Timecode.from_frames(count, rate, drop)) == text


RATES = st.sampled_from([Fraction(16), Fraction(18), Fraction(24), Fraction(25), NTSC, Fraction(60000, 1001)])


@given(rate=RATES, drop=st.booleans(), count=st.integers(0, 2_500_000))
def test_counting_there_and_back(rate: Fraction, drop: bool, count: int) -> None:
    timecode = Timecode.from_frames(count, rate, drop)
    day = Timecode.from_frames(-1, rate, drop).to_frames(rate) + 1
    assert timecode.to_frames(rate) == count % day
    assert Timecode.parse(str(timecode)) == timecode
    if timecode.frames < 40:
        assert Timecode.from_bcd(timecode.to_bcd()) == timecode


def test_packed_words() -> None:
    assert Timecode.parse("10:20:30;14").to_bcd() == 0x10203054
    assert Timecode.from_bcd(0x01020304) == Timecode(1, 2, 3, 4)
    for word in (0xFFFFFFFF, 0x0A000000, 0x00610000, 0x25000000):
        assert Timecode.from_bcd(word) is None


@pytest.mark.parametrize("text", ["", "1:2:3:4", "24:00:00:00", "00:60:00:00", "00:00:00", "ab:cd:ef:gh"])
def test_what_is_no_timecode(text: str) -> None:
    with pytest.raises(ValueError, match="no timecode"):
        Timecode.parse(text)


@pytest.mark.parametrize(
    ("value", "rate"),
    [
        (23.976, Fraction(24000, 1001)),
        (23.98, Fraction(24000, 1001)),
        (29.97, NTSC),
        (59.94, Fraction(60000, 1001)),
        (24.0, Fraction(24)),
        (16.666666, Fraction(50, 3)),
        (0.0, None),
        (float("nan"), None),
        (float("inf"), None),
        (-24.0, None),
        (1e9, None),
    ],
)
def test_rates_of_headers(value: float, rate: Fraction | None) -> None:
    assert exact_rate(value) == rate


def test_keycode_for_people() -> None:
    assert keycode_text((2, 31, 123456, 7890, 7, 4, 64)) == "02 31 123456 7890+07"
