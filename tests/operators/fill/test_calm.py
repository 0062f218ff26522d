"""Holes filled as calmly as their rim allows."""

from __future__ import annotations

import numpy as np
import pytest

from operators.contract import Context, Window
from operators.fill.calm import harmonic
from operators.fill.chosen import from_surroundings
from operators.fill.kernels import inpainted
from tests.operators.film import film, info

HEIGHT, WIDTH = 120, 160


def hole(x: float, y: float, radius: float) -> np.ndarray:
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH] + 0.5
    return np.hypot(columns - x, rows - y) < radius


def test_a_ramp_is_continued_as_it_is_and_nothing_else_is_touched() -> None:
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    ramp = np.stack([columns / 100, rows / 50 - 1, 0.2 + 0 * rows], axis=2)
    mask = hole(60, 50, 9) | hole(110, 80, 5)
    hurt = np.where(mask[..., None], np.float32(7), ramp)
    made = harmonic(hurt, mask)
    assert np.abs(made - ramp).max() < 1e-5
    assert np.array_equal(made[~mask], hurt[~mask])


def test_it_stays_between_what_its_rim_shows_also_at_the_edge() -> None:
    picture = np.random.default_rng(1).random((HEIGHT, WIDTH, 2)).astype(np.float32)
    mask = hole(3, 60, 12)
    made = harmonic(picture, mask)
    assert made.min() >= picture[~mask].min() and made.max() <= picture[~mask].max()
    everything = np.ones((HEIGHT, WIDTH), bool)
    assert np.array_equal(harmonic(picture, everything), picture)
    assert np.array_equal(harmonic(picture, ~everything), picture)


@pytest.mark.parametrize("grain", [0.0, 0.02])
def test_it_is_nearer_to_the_truth_than_isophotes_followed_inwards(grain: float) -> None:
    frame = film(1, HEIGHT, WIDTH, seed=5, grain=grain)[0][0].numpy()[..., None].astype(np.float32)
    clean = film(1, HEIGHT, WIDTH, seed=5, grain=0.0)[0][0].numpy()[..., None]
    errors = []
    for x, y in np.random.default_rng(2).uniform((25, 25), (WIDTH - 25, HEIGHT - 25), (40, 2)):
        mask = hole(x, y, 7)
        errors.append([np.square((made(frame, mask) - clean)[mask]).mean() for made in (harmonic, inpainted)])
    ours, theirs = np.mean(errors, axis=0)
    assert ours < 0.9 * theirs, (ours, theirs)


def test_a_textured_scene_lends_grain_and_no_texture() -> None:
    """What is added to a healed place is as fine as grain: film without any gets next to nothing."""
    added = []
    for grain in (0.0, 0.02):
        frame = film(1, HEIGHT, WIDTH, seed=5, grain=grain)[0]
        mask = hole(80, 60, 11)
        made = from_surroundings(Window({0: frame}, info(frame), {0: mask}), Context(seed=3))[0].numpy()
        calm = harmonic(frame[0].numpy()[..., None], mask)[..., 0]
        added.append(float((made - calm)[mask].std()))
        if grain:
            clean = film(1, HEIGHT, WIDTH, seed=5, grain=0.0)[0][0].numpy()
            assert 0.5 < added[-1] / (frame[0].numpy() - clean).std() < 1.5
    assert added[0] < 0.6 * added[1], added
