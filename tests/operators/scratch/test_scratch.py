"""Line scratches on artificial film."""

from __future__ import annotations

import json

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from operators.contract import Context, Window
from operators.scratch.operator import OPERATOR, ScratchParams
from tests.operators.film import around, film, info

PARAMS = ScratchParams()


def run(frames: list) -> tuple[list[np.ndarray], tuple]:
    """The final probability of every frame and the tracks, as the engine makes them."""
    evidence, marks = [], {}
    for t, frame in enumerate(frames):
        seen = OPERATOR.look(Window(around(frames, t, 1), info(frame)), PARAMS, Context())
        evidence.append((np.rint(seen.probability * 255) / 255).astype(np.float32))
        marks[t] = tuple(json.loads(json.dumps(seen.marks)))
    tracks = OPERATOR.link(marks, info(frames[0]), PARAMS)
    return [OPERATOR.draw(e, tracks, t, info(frames[0]), PARAMS) for t, e in enumerate(evidence)], tracks


def scratched(frames: list, x: float, contrast: float = 0.25, rows: slice = slice(None), jitter: float = 0.3) -> list:
    """Score a line into the frames, in place; the truth masks."""
    rng, truths = np.random.default_rng(3), []
    for frame in frames:
        place = x + rng.normal(0, jitter)
        profile = contrast * np.exp(-0.5 * np.square(np.arange(frame.shape[2]) - place))
        truth = np.zeros(frame.shape[1:], bool)
        truth[rows] = np.abs(profile) > 6 / 255
        frame[0, rows] += torch.from_numpy(profile.astype(np.float32))
        truths.append(truth)
    return truths


def f1(mask: np.ndarray, truth: np.ndarray) -> float:
    return float(2 * (mask & truth).sum() / max(mask.sum() + truth.sum(), 1))


def test_light_and_dark_lines_are_found_to_the_pixel() -> None:
    frames = film(8, speed=2.0)
    truths = [a | b for a, b in zip(scratched(frames, 50.3), scratched(frames, 110.7, -0.2), strict=True)]
    drawn, tracks = run(frames)
    assert sum(track.probability >= 0.5 for track in tracks) == 2
    assert f1(np.stack(drawn) >= 0.5, np.stack(truths)) > 0.8


def test_a_broken_line_is_drawn_where_it_is() -> None:
    frames = film(8, speed=2.0)
    scratched(frames, 70.0, rows=slice(0, 50))
    scratched(frames, 70.0, rows=slice(90, 120))
    drawn, _ = run(frames)
    mask = np.stack(drawn) >= 0.5
    assert mask[:, 5:45, 70].mean() > 0.95
    assert mask[:, 60:80, 65:76].mean() < 0.05


def test_a_shot_of_three_frames_is_enough() -> None:
    frames = film(3)
    scratched(frames, 80.0)
    assert any(track.probability >= 0.5 and len(track.frames) == 3 for track in run(frames)[1])


def test_a_line_that_moves_with_the_scene_is_kept_in_the_picture() -> None:
    frames = film(8, speed=2.0)
    for t, frame in enumerate(frames):
        place = 90.0 - 2.0 * t
        frame[0] += torch.from_numpy((0.25 * np.exp(-0.5 * np.square(np.arange(160) - place))).astype(np.float32))
    assert not any(track.probability >= 0.5 for track in run(frames)[1])


def test_clean_film_has_none_and_draws_nothing() -> None:
    drawn, tracks = run(film(6, speed=2.0))
    assert not any(track.probability >= 0.5 for track in tracks)
    assert np.stack(drawn).max() < 0.5
    empty = OPERATOR.draw(np.ones((40, 50), np.float32), (), 0, info(torch.zeros(1, 40, 50)), PARAMS)
    assert not empty.any()


@settings(max_examples=8, deadline=None)
@given(height=st.integers(16, 41), width=st.integers(16, 41), frames=st.integers(1, 3))
def test_any_size(height: int, width: int, frames: int) -> None:
    drawn, _ = run(film(frames, height, width))
    assert all(picture.shape == (height, width) and 0.0 <= picture.min() <= picture.max() <= 1.0 for picture in drawn)
