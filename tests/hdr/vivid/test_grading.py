"""Hand controls: neutral changes nothing, each moves what it names, and a dragged point says which."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ReelmendError, UsageError
from app.hdr.vivid.controls import Controls, Travel
from app.hdr.vivid.display_curve import DisplayCurve
from app.hdr.vivid.dragging import dragged, handles, nearest
from app.hdr.vivid.fields import Statistics, VividMetadata
from app.hdr.vivid.generation import Plan, generated
from app.hdr.vivid.grading import graded
from app.hdr.vivid.payload import pack, unpack
from app.hdr.vivid.shape import own_display, shape_of
from tests.hdr.vivid.making import SAMPLE, metadata

MASTERING = 1000.0
START = generated(Statistics(0, 1650, 1000, 3078), Plan(MASTERING, 500, delta_mode=3))
SLIDERS = [name for name, d in Controls.declarations().items() if d.step == 0.01]


def hdr_shape(controls):
    made = graded(START, controls, MASTERING, "hdr").metadata
    return shape_of(made, made.sets[0], MASTERING)


@given(metadata)
def test_neutral_controls_give_back_what_came_in(given_metadata):
    assert graded(given_metadata, Controls(), MASTERING).metadata == given_metadata


@pytest.mark.parametrize(
    ("name", "reads", "low", "high"),
    [
        ("dark_light", lambda s: s.slope, 0.0, 1.0),
        ("dark_offset", lambda s: s.dark.th3, "th2", 0.45),
        ("high_offset", lambda s: s.bright.th1, 0.48, "bright th2"),
        ("high_cut", lambda s: s.bright.th3, "bright th2", "maximum"),
    ],
)
def test_a_slider_reaches_the_ends_of_its_range(name, reads, low, high):
    auto = hdr_shape(Controls())
    ends = {"th2": auto.dark.th2, "bright th2": auto.bright.th2, "maximum": auto.maximum}
    for value, end in ((-1.0, low), (1.0, high)):
        assert reads(hdr_shape(Controls(**{name: value}))) == pytest.approx(ends.get(end, end), abs=4e-3)


def test_details_add_half_a_strength():
    auto = hdr_shape(Controls(dark_offset=1e-9, high_cut=-1e-9))
    assert hdr_shape(Controls(dark_detail=0.5)).dark.strength == pytest.approx(auto.dark.strength + 0.25, abs=0.01)
    assert hdr_shape(Controls(high_detail=-1)).bright.strength == pytest.approx(auto.bright.strength - 0.5, abs=0.01)


@pytest.mark.parametrize("value", [-0.3, -0.1, 0.1, 0.2])
def test_lights_go_through_the_point_asked_for(value):
    auto = hdr_shape(Controls())
    result = graded(START, Controls(mid_light=value), MASTERING, "hdr")
    assert result.limited == ()
    got = shape_of(result.metadata, result.metadata.sets[0], MASTERING)
    end = auto.dark_middle if value < 0 else auto.target
    assert got.mid == pytest.approx(auto.mid + abs(value) * (end - auto.mid), abs=2e-3)
    assert (got.mid > auto.mid) == (value > 0)
    high = hdr_shape(Controls(high_light=value))
    assert (high.high > auto.high) == (value > 0)


def test_saturation_gains():
    assert graded(START, Controls(whole_sat=1.0), MASTERING).metadata.saturation == (255,)
    assert graded(START, Controls(high_sat=0.5), MASTERING).metadata.saturation == (0, 128)
    sample = unpack(SAMPLE)
    assert graded(sample, Controls(whole_sat=-1.0), MASTERING).metadata.saturation == (0, 25)
    # 25 is a strength of 24 and an exponent of 1: only the strength moves
    assert graded(sample, Controls(high_sat=-1.0), MASTERING).metadata.saturation == (38, 1)
    assert graded(sample, Controls(high_sat=1.0), MASTERING).metadata.saturation == (38, 253)


def test_sets_are_graded_apart():
    for which, untouched in (("hdr", 1), ("sdr", 0)):
        made = graded(START, Controls(mid_light=0.1), MASTERING, which).metadata
        assert made.sets[untouched] == START.sets[untouched]
        assert made.sets[1 - untouched] != START.sets[1 - untouched]
    with pytest.raises(UsageError, match="no parameter set"):
        graded(VividMetadata(START.statistics), Controls(mid_light=0.1), MASTERING)
    with pytest.raises(UsageError):
        graded(START, Controls(), MASTERING, "both")


def test_what_the_codes_cannot_follow_is_named():
    result = graded(START, Controls(mid_light=1.0), MASTERING, "hdr")
    assert result.limited == ("mid_light",)


@settings(max_examples=60)
@given(st.fixed_dictionaries({}, optional={name: st.floats(-1, 1).map(lambda v: round(v, 2)) for name in SLIDERS}))
def test_any_controls_make_metadata_that_can_be_sent_and_shown(values):
    made = graded(START, Controls(**values), MASTERING).metadata
    assert unpack(pack(made)) == made
    for item in made.sets:
        y = DisplayCurve.of(replace(made, sets=(item,)), own_display(item, MASTERING))(np.linspace(0, 1, 257))
        assert np.isfinite(y).all()


@pytest.mark.parametrize("name", ["dark_floor", "dark_hillside", "mid", "high", "light_hillside", "cut"])
@pytest.mark.parametrize("to", [(0.01, 0.004), (-0.01, -0.004), (-0.015, 0.0), (0.0, -0.004)])
def test_a_dragged_point_arrives(name, to):
    (at,) = [handle for handle in handles(START, Controls(), 0, MASTERING) if handle.name == name]
    x, y = at.x + to[0], at.y + (0.0 if name == "cut" else to[1])
    if name == "cut" and to[0] >= 0:
        x = at.x  # it lies on the picture's peak already
    if name == "dark_floor" and y > x:
        y = x  # the slope ends at 1
    controls = dragged(START, Controls(), 0, name, (x, y), MASTERING)
    (got,) = [handle for handle in handles(START, controls, 0, MASTERING) if handle.name == name]
    assert got.x == pytest.approx(x, abs=1e-3)
    if not graded(START, controls, MASTERING, "hdr").limited:
        assert got.y == pytest.approx(y, abs=2e-3)
    else:  # the codes do not reach it, and say so: no base curve goes as high above its input there
        assert (name, to) == ("high", (-0.015, 0.0))
    again = dragged(START, controls, 0, name, (got.x, got.y), MASTERING)
    assert again.to_mapping() == pytest.approx(controls.to_mapping(), abs=0.12)


def test_a_drag_far_away_stops_at_the_sliders_ends():
    for name in ("dark_floor", "dark_hillside", "mid", "high", "light_hillside", "cut"):
        for to in ((0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)):
            controls = dragged(START, Controls(), 0, name, to, MASTERING)
            assert Controls.from_mapping(controls.to_mapping()) == controls
    with pytest.raises(UsageError, match="no point 'tail'"):
        dragged(START, Controls(), 0, "tail", (0.5, 0.5), MASTERING)


@settings(max_examples=40, deadline=None)
@given(metadata)
def test_any_metadata_can_be_graded_and_dragged_or_a_sentence_says_why_not(given_metadata):
    for index in range(len(given_metadata.sets)):
        try:
            points = handles(given_metadata, Controls(mid_light=0.2, high_cut=-0.3), index, MASTERING)
            moved = [dragged(given_metadata, Controls(), index, p.name, (p.x, p.y + 0.1), MASTERING) for p in points]
        except ReelmendError as error:
            assert str(error)
        else:
            assert all(Controls.from_mapping(controls.to_mapping()) == controls for controls in moved)


def test_the_nearest_point_is_taken():
    points = handles(START, Controls(), 0, MASTERING)
    assert [p.name for p in points] == ["dark_floor", "dark_hillside", "mid", "high", "light_hillside", "cut"]
    assert all(nearest(points, p.x + 0.001, p.y) == p for p in points)
    assert [p.x for p in points] == sorted(p.x for p in points)


def test_travel_goes_there_and_back():
    travel = Travel(0.2, 0.3, 0.9)
    assert [travel.at(s) for s in (-1, 0, 1)] == pytest.approx([0.2, 0.3, 0.9])
    assert [travel.slider(travel.at(s)) for s in (-0.7, 0.0, 0.4)] == pytest.approx([-0.7, 0.0, 0.4])
    assert travel.slider(2.0) == 1.0
    assert Travel(0.3, 0.3, 0.9).slider(0.1) == 0.0
