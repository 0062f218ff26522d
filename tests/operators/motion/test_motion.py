"""Motion against known shifts."""

from __future__ import annotations

import gc

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from operators.motion import (
    MotionMemory,
    bridged,
    coarse,
    estimate,
    matched,
    misled,
    noise_of,
    round_trip_error,
    search_picture,
    to_full_size,
    warp,
    warp_mask,
)
from tests.operators.film import film, scene


def test_a_pan_is_found_within_a_fifth_of_a_pixel() -> None:
    a, b = (frame[0].numpy() for frame in film(2, speed=3.0))
    there = estimate(search_picture(a), search_picture(b))
    back = estimate(search_picture(b), search_picture(a))
    inner = there[12:-12, 12:-12]
    assert np.abs(np.median(inner[..., 0]) + 3.0) < 0.1
    assert np.quantile(np.abs(inner[..., 0] + 3.0), 0.9) < 0.2
    assert np.median(round_trip_error(there, back)) < 0.1


def test_flicker_is_no_motion() -> None:
    frame = film(1)[0][0].numpy()
    flow = estimate(search_picture(frame), search_picture(frame * 0.8 + 0.05))
    assert np.abs(flow).max() < 0.1


def test_large_pictures_are_searched_small_and_told_at_full_size() -> None:
    picture = np.repeat(np.repeat(scene(560, 700), 2, axis=0), 2, axis=1)[:1100, :1400]
    a, b = search_picture(picture), search_picture(np.roll(picture, 8, axis=1))
    assert max(a.pixels.shape) == 1024
    flow = to_full_size(estimate(a, b), picture.shape)
    assert flow.shape == (1100, 1400, 2)
    assert abs(np.median(flow[..., 0]) - 8.0) < 0.3


@settings(max_examples=15, deadline=None)
@given(height=st.integers(1, 40), width=st.integers(1, 40))
def test_any_size(height: int, width: int) -> None:
    picture = np.random.default_rng(height * 41 + width).random((height, width), np.float32)
    flow = to_full_size(estimate(search_picture(picture), search_picture(picture)), picture.shape)
    assert flow.shape == (height, width, 2)
    assert coarse(flow).shape == flow.shape
    assert np.isfinite(matched(warp(picture, flow), picture)).all()


def test_gain_and_offset_are_matched_and_damage_has_no_say() -> None:
    target = film(1)[0][0].numpy()
    moved = (target - 0.03) / 1.15
    target[40:60, 50:80] = 0.95
    corrected = matched(moved, target)
    outside = np.ones(target.shape, bool)
    outside[30:70, 40:90] = False
    assert np.abs(corrected - target)[outside].max() < 0.004
    # Nor does the damage leak into the neighbour's brightness at that place.
    assert abs(corrected[40:60, 50:80].mean() - (moved[40:60, 50:80] * 1.15 + 0.03).mean()) < 0.01


def test_motion_under_a_hole_is_that_round_it() -> None:
    truth = np.dstack([np.full((80, 100), 2.0), np.tile(np.linspace(-1, 1, 100), (80, 1))]).astype(np.float32)
    hole = np.zeros((80, 100), bool)
    hole[20:60, 30:70] = True
    wrong = truth.copy()
    wrong[hole] = 30.0
    mended = bridged(wrong, hole)
    assert np.array_equal(mended[~hole], truth[~hole])
    assert np.abs(mended - truth).max() < 0.35


def test_a_blot_spoils_motion_farther_than_a_speck() -> None:
    mask = np.zeros((80, 80), bool)
    mask[10:12, 10:12] = True
    mask[40:60, 40:60] = True
    wide = misled(mask)
    assert wide[9:13, 9:13].all()
    assert not wide[:8, :].any()
    assert wide[30:70, 30:70].all()


def test_noise_is_measured_on_a_slope() -> None:
    rng = np.random.default_rng(1)
    slope = np.tile(np.linspace(0, 1, 200, dtype=np.float32), (150, 1))
    noisy = slope + 0.02 * rng.standard_normal((150, 200), np.float32)
    assert abs(noise_of(noisy) - 0.02) < 0.002
    assert noise_of(slope) < 3e-4


def test_a_mask_moves_with_the_picture_and_the_outside_is_masked() -> None:
    mask = np.zeros((20, 30), bool)
    mask[10, 15] = True
    flow = np.zeros((20, 30, 2), np.float32)
    flow[..., 0] = 4.0
    moved = warp_mask(mask, flow)
    assert moved[10, 11]
    assert moved[:, 27:].all()
    assert moved.sum() == 1 + 20 * 4


def test_memory_forgets_dead_frames_and_old_ones() -> None:
    memory, made = MotionMemory(size=2), []

    def ask(what: str, frame: torch.Tensor) -> int:
        return memory.recall(what, (frame,), lambda: made.append(what) or len(made))

    frame = torch.zeros(1)
    assert ask("a", frame) == ask("a", frame) == 1
    ask("b", frame)
    ask("c", frame)
    assert ask("a", frame) == 4
    del frame
    gc.collect()
    assert ask("c", torch.zeros(1)) == 5
