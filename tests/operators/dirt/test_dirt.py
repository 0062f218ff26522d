"""Dirt on artificial film with a known truth, and things that look like dirt and are none."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from operators.baselines import srod
from operators.contract import Context, Window
from operators.dirt.operator import OPERATOR, DirtParams
from operators.masks import components
from operators.motion import finite_luma, motion_between, moved_neighbours
from tests.operators.film import around, film, info

THRESHOLD = 0.5


def look(frames: list, t: int) -> np.ndarray:
    reach, _ = OPERATOR.window(DirtParams())
    window = Window(around(frames, t, reach), info(frames[t]))
    return OPERATOR.look(window, DirtParams(), Context()).probability


def found(frames: list, t: int) -> np.ndarray:
    probability = look(frames, t)
    mask = np.zeros(probability.shape, bool)
    for component in components(probability, OPERATOR.base_threshold):
        if component.probability >= THRESHOLD:
            component.paint(mask)
    return mask


def dirty(frames: list, seed: int = 5, spots: int = 5) -> list[np.ndarray]:
    """Put soft blots on every frame, in place; the truth masks (where more than a twentieth is covered)."""
    rng, truths = np.random.default_rng(seed), []
    for frame in frames:
        _, height, width = frame.shape
        opacity = np.zeros((height, width), np.float32)
        for _ in range(spots):
            centre = tuple(int(v) for v in rng.uniform(8, (width - 8, height - 8)))
            axes = tuple(int(v) for v in rng.integers(2, 8, 2))
            cv2.ellipse(opacity, centre, axes, float(rng.uniform(0, 180)), 0, 360, 1.0, -1)
        opacity = cv2.GaussianBlur(opacity, (0, 0), 0.7)
        tone = 0.03 if rng.random() < 0.5 else 0.97
        frame[0] = frame[0] * torch.from_numpy(1 - opacity) + torch.from_numpy(opacity) * tone
        truths.append(opacity > 0.05)
    return truths


def neighbours(frames: list, t: int) -> tuple[np.ndarray, np.ndarray]:
    """The frames before and after, moved onto frame `t` by the motion of the frames as they are."""
    lumas = {offset: finite_luma(frame) for offset, frame in around(frames, t, 1).items()}
    near = moved_neighbours(lumas, lambda a, b: motion_between(frames[t + a], frames[t + b]))
    return near[-1].picture, near[1].picture


def f1(mask: np.ndarray, truth: np.ndarray) -> float:
    return float(2 * (mask & truth).sum() / (mask.sum() + truth.sum()))


def test_blots_on_a_pan_are_found_better_than_by_the_baseline() -> None:
    frames = film(7)
    truths = dirty(frames)
    ours, theirs, truth = [], [], []
    for t in (2, 3, 4):
        ours.append(found(frames, t))
        before, after = neighbours(frames, t)
        theirs.append(srod(frames[t][0].numpy(), before, after))
        truth.append(truths[t])
    best = max(f1(np.stack(theirs) > level, np.stack(truth)) for level in np.linspace(0.01, 0.2, 20))
    got = f1(np.stack(ours), np.stack(truth))
    assert got > 0.8
    assert got > best


def test_clean_film_is_left_alone() -> None:
    frames = film(7, speed=2.5)
    assert found(frames, 3).mean() < 1e-4


def test_a_moving_object_is_no_dirt() -> None:
    frames = film(7, speed=0.0)
    for t, frame in enumerate(frames):
        frame[0, 50:58, 20 + 9 * t : 28 + 9 * t] = 0.95
    mask = found(frames, 3)
    assert mask[50:58, 47:55].mean() < 0.1
    assert mask.mean() < 2e-3


@pytest.mark.parametrize(("gain", "offset"), [(1.3, 0.0), (0.8, 0.03)])
def test_flicker_and_flashes_are_no_dirt(gain: float, offset: float) -> None:
    frames = film(7)
    frames[3] = frames[3] * gain + offset
    assert found(frames, 3).mean() < 5e-4


def test_the_encoding_does_not_matter() -> None:
    frames = film(7)
    truth = dirty(frames)[3]
    logarithmic = [0.1 + 0.55 * frame for frame in frames]
    assert f1(found(logarithmic, 3), truth) == pytest.approx(f1(found(frames, 3), truth), abs=0.03)


def test_a_repeated_frame_hides_no_dirt() -> None:
    frames = film(7)
    truth = dirty(frames)[3]
    frames[4] = frames[3] + 1e-4
    assert f1(found(frames, 3), truth) > 0.7


def test_the_same_window_gives_the_same_bytes_whatever_was_seen_before() -> None:
    frames = film(7)
    dirty(frames)
    first = look(frames, 3)
    for t in (2, 3, 4):
        look(frames, t)
    assert np.array_equal(first, look([frame.clone() for frame in frames], 3))


def test_one_frame_says_nothing_and_two_say_something() -> None:
    frames = film(2, speed=0.5)
    assert not look(frames[:1], 0).any()
    frames[0] = frames[0].clone()  # what was looked at is remembered, and not to be written into
    frames[0][0, 40:46, 60:66] = 0.98
    assert found(frames, 0)[41:45, 61:65].all()


@settings(max_examples=8, deadline=None)
@given(
    height=st.integers(16, 41), width=st.integers(16, 41), channels=st.sampled_from([1, 3]), frames=st.integers(1, 5)
)
def test_any_size(height: int, width: int, channels: int, frames: int) -> None:
    made = [frame.repeat(channels, 1, 1) for frame in film(frames, height, width)]
    kept = [frame.clone() for frame in made]
    probability = look(made, frames // 2)
    assert probability.shape == (height, width)
    assert probability.dtype == np.float32
    assert 0.0 <= probability.min() <= probability.max() <= 1.0
    assert all(torch.equal(a, b) for a, b in zip(made, kept, strict=True))


def test_pixels_that_are_no_numbers_do_no_harm() -> None:
    frames = film(5)
    frames[2][0, 10, 10], frames[3][0, 20, 20] = float("nan"), float("inf")
    assert np.isfinite(look(frames, 2)).all()
