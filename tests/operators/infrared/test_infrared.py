"""Dirt by the infrared channel: on film whose dirt, shift, lamp and leaking dyes are known."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from operators.contract import Context, FrameInfo, Window
from operators.infrared.channel import ground, loss, registered
from operators.infrared.measure import Nature, Sample, measured, odd
from operators.infrared.operator import OPERATOR, InfraredParams
from tests.jobs.infrared_film import NOISE, infrared_of, silver_of
from tests.operators.film import film

HEIGHT, WIDTH = 180, 240
SPOTS = ((40, 30, 4), (120, 60, 7), (200, 150, 2), (90, 140, 5), (170, 100, 3))


def dirt(number: int = 0) -> np.ndarray:
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    moved = [((x + 31 * number) % (WIDTH - 40) + 20, (y + 17 * number) % (HEIGHT - 40) + 20, r) for x, y, r in SPOTS]
    return np.any([np.hypot(columns - x, rows - y) < r for x, y, r in moved], axis=0)


def pictures(count: int = 3) -> list[np.ndarray]:
    """Clean frames `(3, H, W)` with texture and grain, of different colours."""
    frames = [one[0].numpy() for one in film(count, HEIGHT, WIDTH, 2.0, seed=3)]
    return [np.stack([f, 0.9 * f + 0.05, 0.8 * f]).astype(np.float32) for f in frames]


def samples(shift: tuple[float, float], make=infrared_of) -> list[Sample]:
    found = []
    clean = pictures(8)
    for t in range(1, 7):
        hurt = clean[t].copy()
        hurt[:, dirt(t)] *= 0.3
        rng = np.random.default_rng(t)
        made = make(clean[t], dirt(t), rng) if make is silver_of else make(clean[t], dirt(t), rng, shift)
        before, here, after = (one[1] for one in (clean[t - 1], hurt, clean[t + 1]))
        found.append(Sample(made.astype(np.float32) / 65535, hurt, odd(before, here, after)))
    return found


def look(infrared: np.ndarray | None, picture: np.ndarray, **params) -> np.ndarray:
    window = Window({0: torch.from_numpy(picture)}, FrameInfo(WIDTH, HEIGHT, 3))
    return OPERATOR.look(window, InfraredParams(**params), Context(infrared=infrared)).probability


def as_float(codes: np.ndarray) -> np.ndarray:
    return codes.astype(np.float32) / 65535


def test_lamp_and_leaking_dyes_are_taken_off() -> None:
    picture, clean = pictures(1)[0], np.zeros((HEIGHT, WIDTH), bool)
    raw = as_float(infrared_of(picture, clean, np.random.default_rng(1)))
    found = loss(raw, picture)
    assert np.std(np.log(raw)) > 0.06, "the lamp's fall-off is larger than what is left of it"
    assert abs(float(np.median(found.share))) < 0.005
    assert found.noise < 2.0 * NOISE / 0.6
    assert 0.05 < sum(found.leak) < 0.11


def test_the_ground_of_a_slope_is_the_slope() -> None:
    slope = np.linspace(0, 1, WIDTH, dtype=np.float32)[None].repeat(HEIGHT, axis=0)
    hurt = slope.copy()
    hurt[60:75, 60:75] -= 2
    assert np.abs(ground(hurt) - slope)[20:-20, 20:-20].max() < 0.05


@pytest.mark.parametrize("shift", [(0.0, 0.0), (2.3, -1.4), (-5.0, 4.0)])
def test_the_shift_is_found_and_undone(shift: tuple[float, float]) -> None:
    found = measured(samples(shift))
    assert found.known and not found.at_edge and found.nature is Nature.DIRT
    assert np.hypot(found.shift[0] - shift[0], found.shift[1] - shift[1]) < 0.5
    raw = as_float(infrared_of(pictures(1)[0], dirt(), np.random.default_rng(2), shift))
    there = look(raw, pictures(1)[0], shift_x=found.shift[0], shift_y=found.shift[1]) >= 0.5
    assert (there & dirt()).sum() > 0.97 * dirt().sum()
    missed = look(raw, pictures(1)[0]) >= 0.5
    assert shift == (0.0, 0.0) or (missed & dirt()).sum() < 0.9 * dirt().sum(), "it is the shift that does it"


def test_registered_takes_the_shift_off() -> None:
    plane = np.random.default_rng(4).random((40, 50)).astype(np.float32)
    assert np.array_equal(registered(np.roll(plane, (3, -2), (0, 1)), (-2.0, 3.0))[5:-5, 5:-5], plane[5:-5, 5:-5])


def test_silver_and_a_strange_picture_are_told() -> None:
    assert measured(samples((0.0, 0.0), silver_of)).nature is Nature.SILVER
    other = [
        Sample(np.ascontiguousarray(one.picture[1][::-1, ::-1]), one.picture, one.odd) for one in samples((0.0, 0.0))
    ]
    assert measured(other).nature is Nature.STRANGE


def test_a_channel_of_other_frames_is_unseen_and_little_dirt_is_not() -> None:
    own = samples((0.0, 0.0))
    mixed = [Sample(a.infrared, b.picture, b.odd) for a, b in zip(own, [*own[3:], *own[:3]], strict=True)]
    assert measured(mixed).unseen
    clean = np.zeros((HEIGHT, WIDTH), bool)
    quiet = [
        Sample(as_float(infrared_of(p, clean, np.random.default_rng(5))), p, np.abs(p[0] - p[1])) for p in pictures(3)
    ]
    found = measured(quiet)
    assert found.shift == (0.0, 0.0) and not found.known and not found.unseen


def test_clean_film_and_a_missing_channel_have_no_dirt() -> None:
    picture = pictures(1)[0]
    clean = np.zeros((HEIGHT, WIDTH), bool)
    assert not look(as_float(infrared_of(picture, clean, np.random.default_rng(6))), picture).any()
    assert not look(None, picture).any()


def test_sizes_and_sensitivity() -> None:
    picture, spots = pictures(1)[0], dirt()
    raw = as_float(infrared_of(picture, spots, np.random.default_rng(7)))
    plain = look(raw, picture, grow=0) >= 0.5
    assert (look(raw, picture, grow=0, smallest=40) >= 0.5).sum() < plain.sum()
    held = look(raw, picture, grow=0, largest=1.0)
    assert held.max() < 1.0 or (held >= 0.5).sum() < plain.sum()
    assert (look(raw, picture) >= 0.5).sum() > plain.sum()
    faint = as_float(infrared_of(picture, spots, np.random.default_rng(7)))
    faint = np.where(spots, faint.max() * 0.93, faint.max()).astype(np.float32) * (1 + 0.001 * (spots == 0))
    assert not (look(faint, picture) >= 0.5).any() and (look(faint, picture, sensitivity=3.0) >= 0.5).any()
