"""The damage looks in numbers as its sources say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from scipy import ndimage

from operators.damage import Damager, DamageRecipe
from operators.damage.particles import DIRT, DUST, LONG_HAIR, SHORT_HAIR, count, places
from operators.damage.randomness import generator, noise_along
from operators.damage.scratches import opacities, scratches

NOTHING = DamageRecipe().only([])
GREY = torch.full((1, 240, 320), 0.5)


def reel_of(frames: int = 60, **amounts: float) -> Damager:
    return Damager(replace(NOTHING, **amounts), 5, (320, 240), frames)


@pytest.mark.parametrize(
    ("kind", "mean_mm2"), [(DUST, 0.0031), (DIRT, 0.0075), (SHORT_HAIR, 0.0150), (LONG_HAIR, 0.049)]
)
def test_areas_are_those_measured_on_film(kind, mean_mm2: float) -> None:
    rng = generator(1, "areas")
    assert np.mean([kind.area(rng) for _ in range(4000)]) == pytest.approx(mean_mm2, rel=0.06)


def test_counts_have_the_mean_asked_for_and_vary_more_than_by_chance() -> None:
    rng = generator(1, "counts")
    counts = np.array([count(rng, 12.0) for _ in range(4000)])
    assert counts.mean() == pytest.approx(12.0, rel=0.05)
    assert counts.var() == pytest.approx(12.0 + 12.0**2 / 3.0, rel=0.15)


def test_drawn_dirt_has_the_number_and_area_declared() -> None:
    # 160 pixels a millimetre: a blotch of 0.0075 mm2 has 192 pixels.
    reel = Damager(replace(NOTHING, dirt=3.0, clustering=0.0, picture_width=3.0), 2, (480, 360), 150)
    number, area = 0, 0
    for t in range(150):
        mask = reel.frame(t, torch.full((1, 360, 480), 0.5)).mask_dirt
        number += ndimage.label(mask)[1]
        area += int(mask.sum())
    assert number / 150 == pytest.approx(3.0, rel=0.2)
    assert area / number / 160.0**2 == pytest.approx(0.0075, rel=0.35)


def test_places_cluster_when_asked() -> None:
    def unevenness(clustering: float) -> float:
        rng = generator(3, "places")
        points = places(rng, 4000, 400, 300, clustering)
        cells = np.histogram2d(points[:, 0], points[:, 1], bins=(8, 6), range=((0, 400), (0, 300)))[0]
        return float(cells.std() / cells.mean())

    assert unevenness(0.0) < 0.2
    assert unevenness(1.5) > 0.6


def test_scratches_alive_at_a_time() -> None:
    lines = scratches(4, 3.0, 320, 20_000, 30.0)
    alive = [sum(line.start <= t <= line.end for line in lines) for t in range(0, 20_000, 50)]
    assert np.mean(alive) == pytest.approx(3.0, rel=0.2)


def test_a_scratch_stays_near_its_column_from_frame_to_frame() -> None:
    lines = scratches(4, 3.0, 320, 200, 30.0)
    followed = 0
    for line in lines:
        columns = []
        for t in range(200):
            shown = [alpha * (np.arange(320)[where] + 0.5) for _, where, alpha in opacities((line,), t, 320, 240)]
            weights = [alpha for _, _, alpha in opacities((line,), t, 320, 240)]
            if shown and weights[0].sum() > 20.0:
                columns.append(float(shown[0].sum() / weights[0].sum()))
        followed += len(columns)
        if len(columns) > 1:
            assert np.abs(np.diff(columns)).max() < 1.5
    assert followed > 300


def test_flicker_has_the_deviation_asked_for() -> None:
    reel = reel_of(flicker=0.05, frames=400)
    levels = np.array([float(reel.frame(t, GREY).base.mean()) for t in range(0, 400, 2)])
    assert levels.std() / 0.5 == pytest.approx(0.05, rel=0.3)


def test_grain_has_its_deviation_at_mid_grey_and_less_in_black() -> None:
    reel = reel_of(grain=0.02)
    middle = reel.frame(0, GREY).base - GREY
    dark = reel.frame(0, GREY * 0.0).base
    assert float(middle.std()) == pytest.approx(0.02, rel=0.06)
    assert float(dark.std()) == pytest.approx(0.01, rel=0.06)
    neighbours = np.corrcoef(middle[0, :, :-1].flatten(), middle[0, :, 1:].flatten())[0, 1]
    assert neighbours > 0.15


def test_noise_along_a_line_is_smooth_and_has_unit_deviation() -> None:
    values = noise_along(np.arange(-50_000, 50_000) / 10.0, 99)
    assert values.std() == pytest.approx(1.0, rel=0.03)
    assert abs(values.mean()) < 0.05
    assert np.abs(np.diff(values)).max() < 0.65
