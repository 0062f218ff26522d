"""Mending holes whose truth is known."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from operators.baselines import telea
from operators.contract import Context, Window
from operators.fill.grain import missing_grain
from operators.fill.operator import OPERATOR, FillParams
from tests.operators.film import around, film, info

PLAIN = FillParams(regrain=0.0)


def holed(frames: list, t: int, mask: np.ndarray, params: FillParams = PLAIN, seed: int = 7) -> torch.Tensor:
    """Frame `t` mended after the masked pixels were blackened."""
    damaged = [frame.clone() for frame in frames]
    damaged[t][:, torch.from_numpy(mask)] = 0.0
    reach, _ = OPERATOR.window(params)
    window = Window(around(damaged, t, reach), info(frames[t]), {0: mask})
    before = {offset: frame.clone() for offset, frame in window.frames.items()}
    mended = OPERATOR.run(window, params, Context(seed=seed))
    assert all(torch.equal(window.frames[offset], frame) for offset, frame in before.items())
    assert torch.equal(mended[:, torch.from_numpy(~mask)], damaged[t][:, torch.from_numpy(~mask)])
    return mended


def psnr(a: np.ndarray, b: np.ndarray) -> float:
    return float(-10 * np.log10(np.square(a - b).mean() + 1e-12))


def hole(height: int = 120, width: int = 160) -> np.ndarray:
    mask = np.zeros((height, width), bool)
    mask[40:64, 60:90] = True
    mask[20:23, 100:140] = True
    return mask


def test_a_hole_on_a_pan_is_filled_better_than_from_its_surroundings() -> None:
    frames, mask = film(5, speed=3.0), hole()
    truth = frames[2][0].numpy()
    ours = holed(frames, 2, mask)[0].numpy()
    theirs = telea(np.where(mask, 0, truth).astype(np.float32), mask)
    assert psnr(ours[mask], truth[mask]) > psnr(theirs[mask], truth[mask]) + 6.0
    assert psnr(ours[mask], truth[mask]) > 35.0


def test_flicker_does_not_show_in_the_patch() -> None:
    frames, mask = film(5), hole()
    truth = frames[2][0].numpy()
    flickering = [frame * gain for frame, gain in zip(frames, (0.9, 1.1, 1.0, 0.92, 1.08), strict=True)]
    mended = holed(flickering, 2, mask)[0].numpy()
    assert abs(mended[mask].mean() - truth[mask].mean()) < 0.004
    assert psnr(mended[mask], truth[mask]) > 33.0


def test_pixels_that_are_damaged_in_a_neighbour_are_not_taken_from_it() -> None:
    frames, mask = film(5, speed=0.0), hole()
    truth = frames[2][0].numpy()
    frames[1] = torch.where(torch.from_numpy(mask), torch.tensor(1.0), frames[1])
    damaged = {o: frames[2 + o] for o in (-1, 0, 1)}
    mended = OPERATOR.run(Window(damaged, info(frames[2]), {0: mask, -1: mask}), PLAIN, Context())
    assert psnr(mended[0].numpy()[mask], truth[mask]) > 33.0


def test_one_frame_is_mended_from_its_surroundings() -> None:
    frames, mask = film(1), hole()
    mended = holed(frames, 0, mask)[0].numpy()
    assert psnr(mended[mask], frames[0][0].numpy()[mask]) > 18.0


def test_where_the_mask_is_too_wide_the_picture_stays() -> None:
    frames, mask = film(5), hole()
    window = Window(around(frames, 2, 2), info(frames[2]), {0: mask})
    mended = OPERATOR.run(window, PLAIN, Context())[0].numpy()
    assert psnr(mended[mask], frames[2][0].numpy()[mask]) > 37.0


def test_regrain_brings_back_the_surroundings_grain() -> None:
    rng = np.random.default_rng(2)
    grainy = (0.5 + 0.02 * rng.standard_normal((96, 96, 1))).astype(np.float32)
    mask = np.zeros((96, 96), bool)
    mask[30:66, 30:66] = True
    smooth = np.where(mask[..., None], np.float32(0.5), grainy)
    noise = missing_grain(smooth, mask, ~mask, seed=4)
    assert not noise[~mask].any()
    inner = noise[36:60, 36:60]
    assert inner.std() == pytest.approx(0.02, rel=0.25)


def test_grain_is_the_same_for_the_same_seed_only() -> None:
    frames, mask = film(5, grain=0.02), hole()
    first = holed(frames, 2, mask, FillParams(), seed=1)
    assert torch.equal(first, holed(frames, 2, mask, FillParams(), seed=1))
    assert not torch.equal(first, holed(frames, 2, mask, FillParams(), seed=2))


def test_values_beyond_white_are_kept() -> None:
    frames = [frame * 4.0 + 3.0 for frame in film(5)]
    mended = holed(frames, 2, hole())
    assert mended[0].numpy()[hole()].min() > 3.0


def test_a_missing_mask_is_a_sentence() -> None:
    with pytest.raises(ValueError, match="mark something"):
        OPERATOR.run(Window({0: film(1)[0]}, info(film(1)[0])), PLAIN, Context())


@settings(max_examples=8, deadline=None)
@given(
    height=st.integers(16, 41), width=st.integers(16, 41), channels=st.sampled_from([1, 3]), frames=st.integers(1, 3)
)
def test_any_size(height: int, width: int, channels: int, frames: int) -> None:
    made = [frame.repeat(channels, 1, 1) for frame in film(frames, height, width)]
    mask = np.zeros((height, width), bool)
    mask[4:9, 5:12] = True
    mended = holed(made, frames // 2, mask, FillParams())
    assert mended.shape == (channels, height, width)
    assert mended.dtype == torch.float32
    assert torch.isfinite(mended).all()


def test_a_frame_that_is_all_damage_comes_out_whole() -> None:
    frames = film(3)
    mask = np.ones((120, 160), bool)
    mended = holed(frames, 1, mask)
    assert torch.isfinite(mended).all()
