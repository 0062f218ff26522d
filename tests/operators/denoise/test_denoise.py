from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from operators.contract import Context, FrameInfo, Window
from operators.denoise.blocks import shrunk
from operators.denoise.noise import from_differences, from_one_frame
from operators.denoise.operator import OPERATOR, DenoiseParams

FLAT = np.ones(64, np.float32)


def window_of(frames: dict[int, torch.Tensor]) -> Window:
    channels, height, width = frames[0].shape
    return Window(frames, FrameInfo(width, height, channels))


def noisy_window(shape: tuple[int, ...], sigma: float, offsets: tuple[int, ...] = (-2, -1, 0, 1, 2)) -> Window:
    generator = torch.Generator().manual_seed(4)
    return window_of({o: 0.5 + sigma * torch.randn(shape, generator=generator) for o in offsets})


def run(window: Window, params: DenoiseParams | None = None) -> torch.Tensor:
    return OPERATOR.run(window, params or DenoiseParams(), Context())


@pytest.mark.parametrize("channels", [1, 2, 3, 5])
def test_strength_zero_is_identity(channels: int) -> None:
    window = noisy_window((channels, 20, 30), 0.1)
    params = DenoiseParams(strength=0.0)
    assert torch.equal(run(window, params), window.centre)
    assert OPERATOR.window(params) == (0, 0)


def test_small_strength_changes_little_and_more_changes_more() -> None:
    window = noisy_window((3, 48, 64), 0.05)
    changes = [
        float((run(window, DenoiseParams(strength=s)) - window.centre).square().mean()) for s in (0.05, 0.5, 1.0)
    ]
    assert changes[0] < 0.1 * changes[2]
    assert changes[0] < changes[1] < changes[2]


@settings(max_examples=20, deadline=None)
@given(
    channels=st.integers(1, 5),
    height=st.integers(1, 41),
    width=st.integers(1, 41),
    offsets=st.sampled_from([(0,), (0, 1), (-1, 0), (-2, -1, 0, 1, 2)]),
)
def test_any_size_and_any_end_of_a_shot(channels: int, height: int, width: int, offsets: tuple[int, ...]) -> None:
    window = noisy_window((channels, height, width), 0.05, offsets)
    before = {o: frame.clone() for o, frame in window.frames.items()}
    result = run(window)
    assert result.shape == window.centre.shape
    assert torch.isfinite(result).all()
    assert all(torch.equal(frame, before[o]) for o, frame in window.frames.items())
    first_passed = 3 if channels >= 3 else 1
    assert torch.equal(result[first_passed:], window.centre[first_passed:])


def test_the_same_window_gives_the_same_bytes() -> None:
    window = noisy_window((3, 50, 60), 0.05)
    assert torch.equal(run(window), run(window))


def test_a_noiseless_picture_is_left_exactly_alone() -> None:
    ramp = torch.linspace(0, 1, 64).expand(1, 48, 64).contiguous()
    assert torch.equal(run(window_of({-1: ramp, 0: ramp.clone(), 1: ramp.clone()})), ramp)


def test_values_outside_the_nominal_range_are_kept() -> None:
    window = noisy_window((3, 48, 64), 0.02)
    bright = window_of({o: frame * 4.0 - 1.0 for o, frame in window.frames.items()})
    result = run(bright)
    torch.testing.assert_close(result, run(window) * 4.0 - 1.0, atol=2e-2, rtol=0.0)
    assert float((run(window_of({o: f + 3.0 for o, f in window.frames.items()})) - 3.5).abs().mean()) < 0.01


def test_chroma_strength_zero_leaves_colour_differences() -> None:
    window = noisy_window((3, 48, 64), 0.05)
    result = run(window, DenoiseParams(chroma=0.0))
    torch.testing.assert_close(result[0] - result[2], window.centre[0] - window.centre[2], atol=1e-5, rtol=0.0)
    assert float((result.sum(0) - window.centre.sum(0)).abs().mean()) > 0.01


def test_flicker_between_frames_is_no_noise_and_leaves_the_brightness() -> None:
    rows, columns = torch.meshgrid(torch.arange(80.0), torch.arange(96.0), indexing="ij")
    picture = (0.5 + 0.2 * torch.sin(columns / 6) * torch.cos(rows / 9)).unsqueeze(0)
    generator = torch.Generator().manual_seed(1)
    gains = {-2: 0.93, -1: 1.08, 0: 1.0, 1: 0.9, 2: 1.06}
    frames = {o: g * picture + 0.02 * torch.randn(picture.shape, generator=generator) for o, g in gains.items()}
    result = run(window_of(frames))
    assert float(result.mean()) == pytest.approx(float(frames[0].mean()), abs=1e-3)
    assert float((result - picture).std()) < 0.4 * 0.02


def test_nothing_of_a_flash_or_a_cut_away_neighbour_comes_through() -> None:
    generator = torch.Generator().manual_seed(2)
    base = torch.full((1, 64, 64), 0.4)
    frames = {o: base + 0.01 * torch.randn(base.shape, generator=generator) for o in (-1, 0, 1)}
    frames[1][:, 20:40, 20:40] += 0.5
    inside = run(window_of(frames))[:, 20:40, 20:40]
    assert float((inside - 0.4).abs().max()) < 0.04


def test_noise_is_measured_by_brightness() -> None:
    rng = np.random.default_rng(3)
    brightness = np.tile(np.linspace(0.0, 1.0, 320, dtype=np.float32), (240, 1))
    true = 0.01 + 0.03 * brightness
    pair = [rng.normal(0, 1, brightness.shape).astype(np.float32) * true for _ in range(2)]
    model = from_differences([pair[0] - pair[1]], brightness)
    assert model.sigma_at(np.float32([[0.1, 0.9]])).ravel().tolist() == pytest.approx([0.013, 0.037], rel=0.12)
    assert model.spectrum.mean() == pytest.approx(1.0, rel=0.05)


def test_a_lone_frame_is_measured_too() -> None:
    noise = np.random.default_rng(3).normal(0, 0.03, (200, 200)).astype(np.float32)
    assert from_one_frame(0.5 + noise, np.full_like(noise, 0.5)).typical == pytest.approx(0.03, rel=0.05)


def test_blocks_without_noise_return_the_picture() -> None:
    picture = np.random.default_rng(1).random((37, 45)).astype(np.float32)
    np.testing.assert_allclose(shrunk(picture, np.zeros_like(picture), FLAT), picture, atol=2e-6)


def test_what_a_thread_denoised_before_does_not_matter() -> None:
    window, small = noisy_window((1, 284, 426), 0.05), noisy_window((1, 20, 30), 0.05)
    with ThreadPoolExecutor(1) as fresh:
        alone = fresh.submit(run, window).result()
    with ThreadPoolExecutor(1) as used:
        used.submit(run, small).result()
        after = used.submit(run, window).result()
    assert torch.equal(after, alone)
