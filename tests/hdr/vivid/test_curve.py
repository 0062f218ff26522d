"""The display curve beside vectors, published constants and the properties every curve must have."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ReelmendError
from app.hdr.vivid.adaptation import Display
from app.hdr.vivid.base_curve import BaseCurve
from app.hdr.vivid.display_curve import DisplayCurve
from app.hdr.vivid.errors import CurveError
from app.hdr.vivid.fields import Spline, Statistics, ToneMapping, VividMetadata
from app.hdr.vivid.payload import unpack
from app.hdr.vivid.sections import CubicPair, guard_limit
from operators.colour.pq import pq_eotf, pq_inverse_eotf
from tests.hdr.vivid.making import SAMPLE, base, metadata, one_set, plausible_statistics, shared

X = np.linspace(0.0, 1.0, 4097)
ROUNDING = 6e-10
"""The vectors have nine decimals."""


def test_the_vectors():
    vectors = json.loads(shared("vivid_curves.json").read_text())["vectors"]
    assert len(vectors) == 25
    for vector in vectors:
        display = Display(vector["display_nits"], vector["mastering_nits"], sdr=vector["mode"] == "SDR")
        curve = DisplayCurve.of(unpack(bytes.fromhex(vector["payload"])), display)
        x = np.array(vector["x_pq"])
        np.testing.assert_allclose(curve(x), vector["y_pq"], rtol=0, atol=ROUNDING)
        np.testing.assert_allclose(curve.saturation(x)[1:], vector["sat"][1:], rtol=0, atol=ROUNDING)
        assert (curve.adapted.base_set is not None) == vector["used_set"]
        assert curve.base.m_p == pytest.approx(vector["m_p"], abs=1e-12)
        assert curve.base.m_a == pytest.approx(vector["m_a"], abs=1e-12)


@pytest.mark.parametrize(
    ("nits", "sdr", "m_a", "outputs"),
    [
        (100, True, 0.55034, (0.05364, 0.16151, 0.30108, 0.44240, 0.55034)),
        (300, False, 0.50594, (0.04989, 0.14848, 0.27679, 0.40671, 0.50594)),
        (500, False, 0.55034, (0.05364, 0.16151, 0.30108, 0.44240, 0.55034)),
        (1000, False, 0.61168, (0.05883, 0.17951, 0.33464, 0.49170, 0.61168)),
    ],
)
def test_the_sample_on_four_displays(nits, sdr, m_a, outputs):
    curve = DisplayCurve.of(unpack(SAMPLE), Display(nits, 4000, sdr=sdr))
    assert curve.base.m_a == pytest.approx(m_a, abs=6e-6)
    np.testing.assert_allclose(curve(np.array([0.1, 0.3, 0.5, 0.75, 1.0])), outputs, atol=6e-6)


def test_the_published_default_section():
    curve = BaseCurve(57340 / 16383, 2.4, 510 / 1023, 0.0, 1.0, 1.0, 1.0, 1.0)
    th = (0.0, 0.25 * 511 / 1023, 0.5 * 511 / 1023)
    slope, end = 56 / 63, curve.at(th[2])
    pair = CubicPair(th, (0.0, end * 0.5 + end * (2 * 127 / 255 - 1) / 2, end), slope, curve.slope_at(th[2]))
    assert pair.s2 == pytest.approx(0.28785846, abs=5e-9)
    h = th[1]
    y2 = pair.y[1]
    c1 = (3 * y2 - 2 * slope * h - pair.s2 * h) / h**2
    d1 = (slope * h + pair.s2 * h - 2 * y2) / h**3
    assert c1 == pytest.approx(-5.74561871, abs=5e-8)
    assert d1 == pytest.approx(17.8261968, abs=5e-7)
    at = np.array([0.03, 0.09])
    np.testing.assert_allclose(pair(at), slope * at + c1 * at**2 + d1 * at**3, atol=1e-12)


def test_the_cubics_are_smooth_in_the_middle():
    pair = CubicPair((0.2, 0.35, 0.45), (0.1, 0.22, 0.3), 0.9, 0.4)
    h = 1e-5
    left, right = (pair(np.array([0.35 + s * h * k for k in range(4)])) for s in (-1, 1))
    first = [np.diff(v)[0] / h for v in (left, right)]
    second = [(2 * v[0] - 5 * v[1] + 4 * v[2] - v[3]) / h**2 for v in (left, right)]
    assert -first[0] == pytest.approx(first[1], abs=1e-3)
    assert second[0] == pytest.approx(second[1], abs=0.05)


@pytest.mark.parametrize("m_n", [5, 10, 23])
@pytest.mark.parametrize("x", [0.05, 0.3, 0.8, 1.0])
def test_the_slope_is_the_derivative(m_n, x):
    curve = BaseCurve.transmitted(base(base_param_m_n=m_n, base_param_K3=2), 0.75)
    step = 1e-6
    assert curve.slope_at(x) == pytest.approx((curve.at(x + step) - curve.at(x - step)) / (2 * step), rel=1e-6)


@given(plausible_statistics(), st.sampled_from([100, 203, 300, 500, 1000, 4000]), st.booleans())
def test_statistics_alone_take_the_peak_to_the_displays(statistics, nits, sdr):
    curve = DisplayCurve.of(VividMetadata(statistics), Display(nits, 4000, sdr=sdr))
    assert curve.base.at(curve.adapted.peak.e) == pytest.approx(pq_inverse_eotf(float(nits)), abs=1e-12)
    assert (np.diff(curve(X)) > -1e-9).all()


def test_black_of_the_display_is_reached():
    display = Display(500, 1000, black_nits=0.05)
    curve = DisplayCurve.of(VividMetadata(Statistics(0, 2600, 400, 3200)), display)
    assert curve.base.at(0.0) == pytest.approx(display.black, abs=1e-12)
    assert curve.base.at(curve.adapted.peak.e) == pytest.approx(display.peak, abs=1e-12)


@settings(max_examples=200)
@given(metadata, st.sampled_from([100, 300, 1000, 10000]), st.booleans())
def test_any_metadata_make_a_finite_curve_or_a_sentence(given_metadata, nits, sdr):
    try:
        curve = DisplayCurve.of(given_metadata, Display(nits, 1000, sdr=sdr))
    except ReelmendError as error:
        assert str(error)
        return
    assert np.isfinite(curve(X)).all()
    colour = curve.saturation(X)
    assert ((colour >= 0) & (colour <= 1)).all()


def test_an_sdr_set_is_for_100_nits_and_the_others_are_not():
    hdr, sdr = ToneMapping(2770, base(m_a=700)), ToneMapping(2080, base(m_a=560))
    both = replace(one_set(), sets=(hdr, sdr))
    assert DisplayCurve.of(both, Display(100, 1000, sdr=True)).adapted.base_set is sdr
    assert DisplayCurve.of(both, Display(500, 1000)).adapted.base_set is hdr
    assert DisplayCurve.of(replace(both, sets=(hdr,)), Display(100, 1000, sdr=True)).adapted.base_set is None
    assert DisplayCurve.of(replace(both, sets=(sdr,)), Display(500, 1000)).adapted.base_set is None


@pytest.mark.parametrize(("nits", "used"), [(300, 0), (500, 0), (950, 1), (1000, 1)])
def test_of_two_authored_curves_the_nearest_is_taken(nits, used):
    sets = (ToneMapping(2770, base(m_a=700, mode=3)), ToneMapping(3078, base(m_a=800, mode=3)))
    curve = DisplayCurve.of(replace(one_set(), sets=sets), Display(nits, 1000))
    assert curve.adapted.base_set is sets[used]
    assert curve.base.m_a == sets[used].base.m_a


@pytest.mark.parametrize("mode", [0, 4])
def test_modes_0_and_4_scale_and_steepen(mode):
    given_set = one_set(mode=mode, delta=40)
    curve = DisplayCurve.of(given_set, Display(700, 1000))
    apart = abs(700 - pq_eotf(2770 / 4095))
    assert curve.base.m_p == pytest.approx(57340 / 16383 + (apart / 100) ** 0.5 * 40 / 127, abs=1e-9)
    assert curve.base.m_a == pytest.approx(760 / 1023 * pq_inverse_eotf(700.0) / (2770 / 4095), abs=1e-12)


@pytest.mark.parametrize("mode", [2, 6])
def test_modes_2_and_6_go_the_other_way_and_stop_at_3(mode):
    assert DisplayCurve.of(one_set(mode=mode, delta=127), Display(1000, 1000)).base.m_p == 3.0
    assert DisplayCurve.of(one_set(mode=0, delta=127, m_p=12000), Display(4000, 4000)).base.m_p == 7.5


@pytest.mark.parametrize("mode", [1, 5])
def test_modes_1_and_5_pass_over_to_the_displays_own_curve(mode):
    own = DisplayCurve.of(VividMetadata(Statistics(10, 1500, 900, 3078)), Display(1000, 1000)).base
    far = DisplayCurve.of(one_set(mode=mode, delta=127), Display(1000, 1000)).base
    near = DisplayCurve.of(one_set(mode=mode, delta=10), Display(600, 1000)).base
    assert far.m_p == pytest.approx(own.m_p, abs=1e-12)
    assert far.m_a == pytest.approx(own.m_a, abs=1e-12)
    assert min(own.m_p, 3.5) <= near.m_p <= max(own.m_p, 3.5)


@pytest.mark.parametrize("mode", [3, 7])
def test_authored_curves_stay(mode):
    curve = DisplayCurve.of(one_set(mode=mode, delta=99), Display(1000, 1000))
    assert (curve.base.m_p, curve.base.m_a) == (57340 / 16383, 760 / 1023)


def test_the_guard_lifts_the_dark_section_and_drops_m_b():
    dark = Spline(0, 200, 400, 400, 400, 127)
    guarded = DisplayCurve.of(one_set(dark, m_a=1000, base_param_m_b=60), Display(500, 1000))
    free = DisplayCurve.of(one_set(dark, m_a=1000, mode=4, base_param_m_b=60), Display(500, 1000))
    assert guarded.base.m_b <= 0 < 60
    assert guarded.dark.slope > free.dark.slope
    assert guarded.dark.cubics.x[0] > free.dark.cubics.x[0]
    assert guard_limit(2.0) == 0.99
    assert guard_limit(9.0) == 0.54
    assert guard_limit(4.0) == pytest.approx(0.828)


@pytest.mark.parametrize("mode", [0, 1, 4, 5])
def test_sections_lift_nothing_in_modes_that_forbid_it(mode):
    dark = Spline(0, 252, 400, 300, 300, 255)
    curve = DisplayCurve.of(one_set(dark, m_p=12000, m_a=1023, mode=mode), Display(500, 1000))
    _, th2, th3 = curve.dark.cubics.x
    _, y2, y3 = curve.dark.cubics.y
    assert y2 <= th2 and y3 <= th3 + 1e-12
    lifting = DisplayCurve.of(one_set(dark, m_p=12000, m_a=1023, mode=3), Display(500, 1000))
    assert lifting.dark.cubics.y[2] > lifting.dark.cubics.x[2]


@pytest.mark.parametrize("mode", [1, 2, 3])
def test_bright_sections_join_and_go_on(mode):
    bright = Spline(mode, 60 if mode == 2 else None, 2200, 500, 500, 150)
    curve = DisplayCurve.of(one_set(bright, mode=4), Display(500, 1000))
    assert curve.bright is not None
    low, _, high = curve.bright.cubics.x
    for at in (low, high):
        around = curve(np.array([at - 1e-9, at + 1e-9]))
        assert around[0] == pytest.approx(around[1], abs=1e-7)
    if mode == 3:
        assert curve(np.array([0.9]))[0] == pytest.approx(curve.base.at(0.9), abs=1e-12)
    else:
        assert curve(np.array([high]))[0] == pytest.approx(curve.adapted.peak.d, abs=1e-12)
        slope = curve(np.array([0.9, 0.95]))
        assert (slope[1] - slope[0]) / 0.05 == pytest.approx(curve.bright.cubics.s3, abs=1e-9)


def test_a_bright_section_within_the_dark_one_is_ignored_and_one_that_overlaps_is_cut():
    dark = Spline(0, 236, 300, 1000, 1000, 127)
    within, across = Spline(1, None, 400, 200, 200, 127), Spline(1, None, 1200, 1000, 1000, 127)
    assert DisplayCurve.of(one_set(dark, within), Display(500, 1000)).bright is None
    cut = DisplayCurve.of(one_set(dark, across), Display(500, 1000))
    assert cut.bright is not None
    assert cut.bright.cubics.x[0] == cut.dark.cubics.x[2]


def test_saturation_steps_down_above_the_peak():
    given_set = replace(one_set(), saturation=(64, 128 | 1))
    curve = DisplayCurve.of(given_set, Display(500, 1000))
    d, r = curve.adapted.peak.d, pq_inverse_eotf(1000.0)
    at_peak = np.clip((curve(np.array([d]))[0] / d) ** 0.5, 0.8, 1)
    middle = curve.saturation(np.array([(d + r) / 2, r, 1.0]))
    np.testing.assert_allclose(middle, [at_peak - 0.4 * 0.25, at_peak - 0.4, at_peak - 0.4], atol=1e-12)
    assert (DisplayCurve.of(one_set(), Display(500, 1000)).saturation(X) == 1).all()


@pytest.mark.parametrize(
    ("display", "mastering"), [(0, 1000), (500, 0), (-1, 1000), (20000, 1000), (500, float("nan"))]
)
def test_displays_that_cannot_be(display, mastering):
    with pytest.raises(CurveError):
        Display(display, mastering)
