"""Each check fires on what it is for, with its words, and stays silent on sound metadata."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from app.hdr.vivid.checks import FrameFinding, check, check_sequence
from app.hdr.vivid.fields import Spline, Statistics, ToneMapping
from app.hdr.vivid.payload import unpack
from tests.hdr.vivid.making import SAMPLE, base, metadata, one_set

SOUND = one_set()
DARK = Spline(0, 236, 300, 400, 400, 140)
BRIGHT = Spline(1, None, 2200, 500, 500, 150)


def codes(given_metadata):
    return [finding.code for finding in check(given_metadata)]


def sentence(given_metadata, code):
    return next(finding.sentence for finding in check(given_metadata) if finding.code == code)


def with_sets(*sets):
    return replace(SOUND, sets=sets)


def test_sound_metadata_have_no_findings():
    assert codes(SOUND) == []
    assert codes(one_set(DARK, BRIGHT)) == []
    assert [f.severity for f in check(unpack(SAMPLE), 4000)] == ["warning"]


@pytest.mark.parametrize(
    ("given_metadata", "code", "words"),
    [
        (replace(SOUND, statistics=Statistics(9, 3, 1, 8)), "statistics-order", "minimum 9 lies above the maximum 8"),
        (replace(SOUND, statistics=Statistics(5, 3, 1, 3000)), "statistics-order", "average 3 lies outside"),
        (replace(SOUND, statistics=Statistics(0, 3, 3001, 3000)), "spread", "spread 3001"),
        (one_set(base_param_K1=2), "reserved-value", "base_param_K1 is 2; values above 1 are reserved"),
        (one_set(base_param_K3=3), "reserved-value", "base_param_K3 is 3"),
        (one_set(mode=7), "reserved-value", "base_param_Delta_enable_mode is 7"),
        (one_set(base_param_K1=0, base_param_K2=3), "no-curve", "denominator"),
        (with_sets(ToneMapping(2080, base()), ToneMapping(2770, base())), "target-order", "2080 comes before 2770"),
        (with_sets(ToneMapping(2770, base()), ToneMapping(2770, base())), "target-order", "both sets"),
        (with_sets(ToneMapping(0, base())), "target-zero", "0 cd/m2"),
        (replace(SOUND, saturation=()), "saturation-empty", "without any gain"),
        (replace(SOUND, saturation=(1, 4, 9)), "saturation-unknown", "3 saturation gains"),
        (with_sets(ToneMapping(2770, None, (DARK,))), "base-missing", "without a base curve"),
        (one_set(replace(DARK, TH_enable_Delta1=0)), "section-empty", "half without width"),
        (one_set(replace(BRIGHT, TH_enable=3600, TH_enable_Delta2=1023)), "section-beyond", "beyond 1"),
        (one_set(replace(DARK, TH_enable_MB=237)), "black-lifted", "0.033"),
        (one_set(BRIGHT, DARK), "section-order", "bright section comes before"),
        (one_set(DARK, DARK), "section-twice", "two dark sections"),
        (one_set(replace(DARK, TH_enable=1500), BRIGHT), "section-overlap", ""),
        (one_set(m_a=1000, mode=3), "over-peak", "codes above the target"),
        (one_set(m_p=12000, m_a=1000, mode=3), "lift", "lifts the picture by up to"),
    ],
)
def test_what_is_wrong_is_found(given_metadata, code, words):
    if code == "section-overlap":
        given_metadata = replace(
            given_metadata,
            sets=(ToneMapping(2770, base(), (replace(DARK, TH_enable=1500), replace(BRIGHT, TH_enable=1600))),),
        )
    assert code in codes(given_metadata)
    assert words in sentence(given_metadata, code)


def test_where_a_curve_falls_is_said():
    falling = one_set(replace(BRIGHT, TH_enable_mode=2, TH_enable_MB=255), mode=3)
    assert "not-monotone" in codes(falling)
    words = sentence(falling, "not-monotone")
    low, high = (float(word) for word in words.removeprefix("the curve is not monotone between ").split(" and "))
    assert 0.5 < low < high <= 1.0


def test_a_sequence_tells_which_frames():
    bad = one_set(base_param_K1=2)
    found = check_sequence([SOUND] * 5 + [bad] * 3 + [SOUND] + [bad])
    spans = {(f.start, f.end) for f in found if f.finding.code == "reserved-value"}
    assert spans == {(5, 8), (9, 10)}
    assert all(isinstance(f, FrameFinding) for f in found)


@given(metadata)
def test_any_metadata_can_be_checked(given_metadata):
    for finding in check(given_metadata):
        assert finding.code and finding.place and finding.sentence
