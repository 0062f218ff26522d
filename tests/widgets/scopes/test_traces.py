"""From counts to pictures and curves."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from app.engine.scopes import Scale, Signal
from widgets.scopes.traces import GAP, KINDS, lit, trace, traces
from widgets.scopes.views import CODES, PER_CENT, level_ticks, spaced


def signal(red: float, green: float, blue: float, size: int = 8) -> Signal:
    rgb = np.empty((3, size, size), np.float32)
    rgb[0], rgb[1], rgb[2] = red, green, blue
    return Signal(rgb, Scale())


def test_light_has_the_hue_and_the_strength_of_the_counts() -> None:
    painted = lit(np.array([[0, 5]]), "#f07f7f", log=False)
    assert painted.tolist() == [[[0xF0, 0x7F, 0x7F, 0], [0xF0, 0x7F, 0x7F, 255]]]


def test_a_parade_is_three_channels_side_by_side() -> None:
    made = trace("parade", signal(1.0, 0.5, 0.0), log=True).light
    assert made is not None and made.shape == (256, 3 * 8 + 2 * GAP, 4)
    starts = (0, 8 + GAP, 2 * (8 + GAP))
    levels = [int(np.flatnonzero(made[:, start, 3])[0]) for start in starts]
    assert levels == [255, 128, 0]


def test_a_full_end_does_not_flatten_a_histogram() -> None:
    picture = signal(0.0, 0.0, 0.0)
    picture.rgb[:, 0, :4] = 0.5
    curves = trace("histogram", picture, log=False).curves
    assert curves is not None and curves[:, 128].tolist() == [1.0] * 4 and curves[:, 0].tolist() == [1.0] * 4


def test_a_black_picture_has_a_histogram() -> None:
    curves = trace("histogram", signal(0, 0, 0), log=True).curves
    assert curves is not None and curves.max() == 1.0 and np.isfinite(curves).all()


def test_every_kind_can_be_made() -> None:
    made = traces(KINDS, signal(0.2, 0.4, 0.6), log=True)
    assert all((each.light is None) == (each.kind == "histogram") for each in made.values())


@pytest.mark.parametrize(
    ("scale", "units", "ticks"),
    [
        (Scale(0, 1, 0, 1023), CODES, {"0": 0.0, "512": 0.5, "1023": 1.0}),
        (Scale(-16 / 219, 239 / 219, 0, 255), PER_CENT, {"0": 16 / 255, "100": 235 / 255}),
        (Scale(0, 1, 0, 1), CODES, {"0": 0.0, "0.5": 0.5, "1": 1.0}),
        (Scale(0, 1, 0, 1, light=True), CODES, {"100": 0.508, "203": 0.581, "1000": 0.752, "10000": 1.0}),
        (Scale(0, 1, 0, 1, light=True), PER_CENT, {"0": 0.0, "50": 0.5, "100": 1.0}),
    ],
)
def test_levels_are_labelled(scale: Scale, units: str, ticks: dict[str, float]) -> None:
    found = {text: place for place, text in level_ticks(scale, units)}
    for text, place in ticks.items():
        assert found[text] == pytest.approx(place, abs=0.002)


def test_labels_do_not_run_into_each_other_and_powers_of_ten_come_first() -> None:
    ticks = level_ticks(Scale(0, 1, 0, 1, light=True), CODES)
    assert spaced(ticks, [0.01] * len(ticks)) == ticks
    narrow = spaced(ticks, [0.09] * len(ticks))
    places = [place for place, _ in narrow]
    assert min(b - a for a, b in pairwise(places)) >= 0.09
    assert {"10", "100", "1000", "10000"} <= {text for _, text in narrow}
