"""Metadata made from statistics: what displays then do with them, and steadiness over shots."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UsageError
from app.hdr.vivid.adaptation import Display
from app.hdr.vivid.checks import check
from app.hdr.vivid.display_curve import DisplayCurve
from app.hdr.vivid.fields import Statistics, VividMetadata
from app.hdr.vivid.generation import (
    Plan,
    annex_a3_sections,
    generated,
    generated_sequence,
    target_code,
    with_sections,
)
from app.hdr.vivid.payload import pack, unpack
from app.hdr.vivid.shape import own_display
from app.hdr.vivid.smoothing import mean, per_shot, running_mean
from tests.hdr.vivid.making import plausible_statistics

X = np.linspace(0.0, 1.0, 4097)


@settings(max_examples=60)
@given(plausible_statistics(), st.sampled_from([300, 500, 800, 1000]), st.sampled_from([0, 3]))
def test_the_curve_sent_is_the_displays_own_and_harms_nothing(statistics, target, mode):
    made = generated(statistics, Plan(4000, target, delta_mode=mode))
    assert unpack(pack(made)) == made
    assert not [finding for finding in check(made, 4000) if finding.severity == "error"]
    for item in made.sets:
        display = own_display(item, 4000)
        curve = DisplayCurve.of(made, display)
        assert curve.adapted.base_set is item
        y = curve(X)
        assert curve.base.at(curve.adapted.peak.e) <= item.target + 2 / 4095
        assert curve.base.at(curve.adapted.peak.e) == pytest.approx(item.target, abs=1 / 4095)
        assert (np.diff(y) >= 0).all()
        assert ((y - X)[display.peak > X] <= 0.5 / 4095 + 1e-9).all()
        own = DisplayCurve.of(VividMetadata(statistics), display)
        if (own(X) <= X + 1e-9)[display.peak > X].all():
            assert curve.base.m_p == pytest.approx(own.base.m_p, abs=0.05)
            assert np.abs(curve.base(X) - own.base(X)).max() < 2.5e-3


def test_sets_and_targets():
    statistics = Statistics(0, 1800, 900, 3078)
    assert [item.target_code for item in generated(statistics, Plan(1000, 500)).sets] == [2770, 2080]
    assert [item.target_code for item in generated(statistics, Plan(1000, 500, sdr=False)).sets] == [2770]
    assert [item.target_code for item in generated(statistics, Plan(1000, None)).sets] == [2080]
    assert generated(statistics, Plan(1000, None, sdr=False)).sets == ()
    assert target_code(100) == 2081
    with pytest.raises(UsageError):
        target_code(0)


def test_equal_frames_share_their_metadata():
    a, b = Statistics(0, 1800, 900, 3078), Statistics(0, 1500, 900, 3000)
    made = generated_sequence((a, a, b, a), Plan(1000, 500))
    assert made[0] is made[1] is made[3]
    assert made[2] == generated(b, Plan(1000, 500))


def test_sections_from_a_histogram():
    bins = np.zeros(256)
    bins[20:100] = 50
    bins[100:190] = 4
    low, high = annex_a3_sections(bins, 0.75)
    assert (low.TH_enable_mode, high.TH_enable_mode) == (1, 1)
    assert low.th1 == pytest.approx(0.15, abs=3e-4)
    assert low.th3 == pytest.approx(0.35, abs=6e-4)
    assert high.th3 == pytest.approx(0.75, abs=6e-4)
    unwidened = 0.35 + 0.4 * 4 / 6
    assert 0.35 < high.th1 < unwidened
    assert 0.25 <= (high.th2 - high.th1) / (high.th3 - high.th1) <= 0.75
    bins[130:150] = 0  # the emptiest part draws the middle
    assert 130 / 256 < annex_a3_sections(bins, 0.75)[1].th2 < 170 / 256
    bins[170:190] = 200
    assert annex_a3_sections(bins, 0.75)[1].strength == pytest.approx(-0.6, abs=0.005)
    made = with_sections(generated(Statistics(0, 1500, 900, 3071), Plan(1000, 500, delta_mode=3)), (high,), 1000)
    (kept,) = made.sets[0].splines
    assert high.strength < kept.strength <= 0.01  # -0.6 would make the curve fall
    assert replace(kept, enable_Strength=high.enable_Strength) == high
    assert made.sets[1].splines == ()
    assert (np.diff(DisplayCurve.of(made, Display(500, 1000))(X)) > -1e-7).all()


def test_sections_need_pixels():
    with pytest.raises(UsageError):
        annex_a3_sections(np.zeros(256), 0.7)


def ramp(count):
    return tuple(Statistics(10, 1000 + 10 * i, 500, 3000 + i) for i in range(count))


def test_the_running_mean_starts_anew_at_each_cut():
    frames = ramp(80)
    smooth = running_mean(frames, [(0, 50), (50, 80)])
    assert smooth[0] == frames[0]
    assert smooth[50] == frames[50]
    assert smooth[40] == mean(frames[9:41])
    assert smooth[60] == mean(frames[50:61])


def test_one_set_of_values_a_shot():
    frames = ramp(40)
    whole = per_shot(frames, [(0, 10), (10, 40)])
    assert len(set(whole[:10])) == 1 and len(set(whole[10:])) == 1
    assert whole[0] == Statistics(10, mean(frames[:10]).average_maxrgb_pq, 500, 3009)
    soft = per_shot(frames, [(0, 10), (10, 40)], soft=[10], blend=6)
    averages = [s.average_maxrgb_pq for s in soft]
    assert averages == sorted(averages)
    assert len(set(averages[6:14])) == 8
    assert soft[6] == whole[0] and soft[13] == whole[-1]


@pytest.mark.parametrize("shots", [[(0, 5)], [(0, 5), (6, 10)], [(0, 6), (5, 10)], [(1, 10)], [(0, 11)]])
def test_every_frame_lies_in_one_shot(shots):
    with pytest.raises(UsageError):
        per_shot(ramp(10), shots)
