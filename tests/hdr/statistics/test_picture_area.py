"""Bars are found, and only bars."""

from __future__ import annotations

import numpy as np
import pytest

from app.errors import UsageError
from app.hdr.statistics.light import indices
from app.hdr.statistics.picture_area import Area, find_area

WIDTH, HEIGHT = 160, 90


def frame(seed: int, level: float = 0.45, top: int = 0, left: int = 0) -> np.ndarray:
    """A noisy picture with bars of coded black (and its noise) above and below, left and right."""
    rng = np.random.default_rng(seed)
    signal = rng.normal(level, 0.08, (HEIGHT, WIDTH)).clip(0.06, 1)
    bars = rng.normal(0, 0.004, (HEIGHT, WIDTH)).clip(0)
    inside = np.zeros((HEIGHT, WIDTH), bool)
    inside[top : HEIGHT - top, left : WIDTH - left] = True
    return indices(np.where(inside, signal, bars))


def found(frames: list[np.ndarray]) -> tuple[int, int, int, int]:
    area = find_area(frames, WIDTH, HEIGHT)
    return area.left, area.top, area.right, area.bottom


@pytest.mark.parametrize(("top", "left"), [(0, 0), (11, 0), (0, 20), (7, 9)])
def test_bars_are_found_to_the_row(top: int, left: int) -> None:
    frames = [frame(seed, top=top, left=left) for seed in range(6)]
    assert found(frames) == (left, top, WIDTH - left, HEIGHT - top)


def test_a_night_scene_makes_no_bars() -> None:
    """Black but for a lamp: only the frames that are lit have a say."""
    night = [indices(np.zeros((HEIGHT, WIDTH))) for _ in range(10)]
    for each in night:
        each[40:44, 80:84] = 30000
    assert found(night) == (0, 0, WIDTH, HEIGHT)
    assert found([*night, *(frame(seed, top=11) for seed in range(3))]) == (0, 11, WIDTH, HEIGHT - 11)


def test_subtitles_in_a_bar_do_not_make_it_picture() -> None:
    frames = [frame(seed, top=11) for seed in range(10)]
    for each in frames[:3]:
        each[HEIGHT - 8 : HEIGHT - 3, 50:110] = 40000
    assert found(frames) == (0, 11, WIDTH, HEIGHT - 11)


def test_a_dark_edge_that_is_not_black_stays_picture() -> None:
    frames = [frame(seed) for seed in range(6)]
    for each in frames:
        each[:12] = indices(np.full((12, WIDTH), 0.06))
    assert found(frames) == (0, 0, WIDTH, HEIGHT)


def test_noise_of_coding_beside_the_picture_is_forgiven() -> None:
    frames = [frame(seed, top=11) for seed in range(6)]
    for each in frames:
        each[10, 7] = 20000
    assert found(frames) == (0, 11, WIDTH, HEIGHT - 11)


def test_black_film_is_whole() -> None:
    assert find_area([indices(np.zeros((HEIGHT, WIDTH)))], WIDTH, HEIGHT).is_whole
    assert find_area([], WIDTH, HEIGHT) == Area.whole(WIDTH, HEIGHT)


def test_an_area_is_written_and_read() -> None:
    area = Area.parsed("140x68+10+11", WIDTH, HEIGHT)
    assert (area.left, area.top, area.right, area.bottom) == (10, 11, 150, 79)
    assert area.text == "140x68+10+11" and not area.is_whole
    assert area.of(frame(1)).shape == (68, 140)


@pytest.mark.parametrize("text", ["140x68", "200x10+0+0", "0x5+0+0", "axb+1+2", "10x10+155+0", "10x10+-1+0"])
def test_a_wrong_area_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="area"):
        Area.parsed(text, WIDTH, HEIGHT)
