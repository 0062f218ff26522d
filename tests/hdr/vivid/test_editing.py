"""Fields set and moved, grades copied, linked, rippled: on the frames meant and no others."""

from __future__ import annotations

import pytest

from app.errors import UsageError
from app.hdr.vivid.editing import Setting, copied, edited, frames_in, linked, rippled
from app.hdr.vivid.errors import FieldError
from app.hdr.vivid.fields import Spline, Statistics
from app.hdr.vivid.payload import unpack
from tests.hdr.vivid.making import SAMPLE, one_set

ONE = unpack(SAMPLE)
OTHER = one_set(Spline(1, None, 2200, 500, 500, 150))


@pytest.mark.parametrize(
    ("text", "reads", "value"),
    [
        ("base_param_m_a=600", lambda m: m.sets[0].base.base_param_m_a, 600),
        ("base_param_m_a+=7", lambda m: m.sets[1].base.base_param_m_a, 570),
        ("base_param_m_a-=3", lambda m: m.sets[0].base.base_param_m_a, 560),
        ("average_maxrgb_pq=3000", lambda m: m.statistics.average_maxrgb_pq, 3000),
        ("dark.enable_Strength=140", lambda m: m.sets[0].splines[0].enable_Strength, 140),
        ("targeted_system_display_maximum_luminance_pq+=1", lambda m: m.sets[0].target_code, 2771),
        ("gain[0]=50", lambda m: m.saturation, (50, 25)),
        ("gain[1]+=4", lambda m: m.saturation, (38, 29)),
        ("gain[2]=9", lambda m: m.saturation, (38, 25, 9)),
    ],
)
def test_a_field_is_set(text, reads, value):
    assert reads(Setting.parse(text).apply(ONE)) == value


def test_only_the_sets_meant():
    changed = Setting.parse("base_param_m_a=600").apply(ONE, "sdr")
    assert changed.sets[0] == ONE.sets[0]
    assert changed.sets[1].base.base_param_m_a == 600


@pytest.mark.parametrize(
    "text", ["", "base_param_m_a", "base_param_m_a=x", "m_a=3", "dark.m_a=3", "gain[7]=1", "a=1=2"]
)
def test_settings_that_are_none(text):
    with pytest.raises(UsageError):
        Setting.parse(text)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("base_param_m_a=1024", FieldError),
        ("base_param_m_a-=564", FieldError),
        ("bright.TH_enable=1", UsageError),
        ("gain[4]=1", UsageError),
        ("gain[2]+=1", UsageError),
    ],
)
def test_settings_that_do_not_fit(text, error):
    with pytest.raises(error):
        Setting.parse(text).apply(ONE)


def test_a_grade_is_copied_without_the_statistics():
    frames = (ONE, OTHER, OTHER)
    given = copied(frames, 0, (2,))
    assert given[:2] == frames[:2]
    assert given[2].statistics == OTHER.statistics
    assert (given[2].sets, given[2].saturation) == (ONE.sets, ONE.saturation)


def test_links_and_ripples():
    frames = (ONE, OTHER, Setting.parse("average_maxrgb_pq=9").apply(ONE), OTHER)
    assert linked(frames, (0,)) == (0, 2)
    assert rippled(frames, (2, 1)) == (1, 2, 3)
    changed = edited(frames, (1, 3), Setting.parse("base_param_m_a=1").apply)
    assert [m != n for m, n in zip(frames, changed, strict=True)] == [False, True, False, True]
    assert changed[1] is changed[3]
    for outside in ((4,), (-1,), ()):
        with pytest.raises(UsageError):
            edited(frames, outside, lambda m: m)


def test_frames_by_number():
    assert frames_in("0-2,5", 6) == (0, 1, 2, 5)
    for text in ("", "x", "3-", "-3", "4-2", "0-6", "0-99999999999", "²"):
        with pytest.raises(UsageError):
            frames_in(text, 6)


def test_statistics_of_any_frame_can_be_set():
    assert Setting.parse("maximum_maxrgb_pq=1").apply(OTHER).statistics == Statistics(10, 1500, 900, 1)
