"""HDR10's static values: text, bytes, and the values of the standards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import MediaError, UsageError
from app.hdr.stream.static_hdr import ContentLight, MasteringDisplay, StaticHdr

points = st.tuples(st.integers(0, 50000), st.integers(0, 50000))


@given(points, points, points, points, st.integers(1001, 100_000_000), st.integers(0, 1000))
def test_text_and_bytes_come_back(red, green, blue, white, maximum, minimum) -> None:  # type: ignore[no-untyped-def]
    display = MasteringDisplay(red, green, blue, white, maximum, minimum)
    assert MasteringDisplay.parsed(display.text) == display
    assert MasteringDisplay.from_payload(display.payload) == display


def test_known_displays() -> None:
    """HDR_FACTS 4.1."""
    p3, wide = MasteringDisplay.parsed("P3-D65:1000:0.005"), MasteringDisplay.named("bt2020", 1000, 0.005)
    assert p3.text == "G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50)"
    assert wide.text == "G(8500,39850)B(6550,2300)R(35400,14600)WP(15635,16450)L(10000000,50)"
    assert p3.payload[:4].hex() == "33c286c4"  # green comes first


@pytest.mark.parametrize(
    "text", ["", "p3-d65", "p3-d65:1000", "p3-d65:a:b", "p3:1000:0.1", "p3-d65:0.1:1000", "p3-d65:20000:0", "G(1,2)"]
)
def test_displays_that_are_none(text: str) -> None:
    with pytest.raises(UsageError):
        MasteringDisplay.parsed(text)
    with pytest.raises(UsageError, match="outside"):
        MasteringDisplay.parsed("G(60000,0)B(0,0)R(0,0)WP(0,0)L(10,1)")


def test_content_light() -> None:
    light = ContentLight.parsed("1000,400")
    assert (light, ContentLight.from_payload(light.payload)) == (ContentLight(1000, 400), light)
    for text in ("1000", "a,b", "1,2,3", "70000,1", "-1,0"):
        with pytest.raises(UsageError):
            ContentLight.parsed(text)
    with pytest.raises(MediaError, match="3 bytes"):
        ContentLight.from_payload(b"abc")
    with pytest.raises(MediaError, match="always 24"):
        MasteringDisplay.from_payload(b"abc")


def test_one_over_the_other() -> None:
    one, two = StaticHdr(None, ContentLight(1, 1)), StaticHdr(MasteringDisplay.named("bt709", 100, 0), None)
    assert one.over(two) == StaticHdr(two.mastering, one.light)
