"""Figures on photographed movement, beside the plain methods, with noise unknown to ours and known to theirs."""

from __future__ import annotations

from importlib.resources import as_file, files

import av
import cv2
import numpy as np
import pytest
import torch

from operators.contract import Context, FloatArray, FrameInfo, Window
from operators.denoise.operator import OPERATOR, DenoiseParams
from operators.motion import estimate, search_picture, to_full_size, warp

CLIPS = {"gesture_sister.mkv": 30, "cars.mp4": 65, "bottles.mp4": 520}


def grey_frames(name: str, first: int) -> list[FloatArray]:
    with as_file(files("resources.demo").joinpath(name)) as path, av.open(str(path)) as container:
        wanted = [f for i, f in zip(range(first + 5), container.decode(video=0), strict=False) if i >= first]
    frames = [frame.to_ndarray(format="gray").astype(np.float32) / 255 for frame in wanted]
    return [cv2.resize(frame, (426, 284), interpolation=cv2.INTER_AREA) for frame in frames]


def worn(frame: FloatArray, rng: np.random.Generator, kind: str) -> FloatArray:
    noise = rng.normal(0, 1, frame.shape).astype(np.float32)
    if kind == "grain":
        noise = cv2.GaussianBlur(noise, (0, 0), 0.8)
        noise *= (0.5 + 2 * frame * (1 - frame)) / noise.std()
    return frame + noise * np.float32(12 / 255)


def psnr(a: FloatArray, b: FloatArray, where: np.ndarray | None = None) -> float:
    error = np.square(a - b) if where is None else np.square(a - b)[where]
    return float(10 * np.log10(1 / error.mean()))


def mean_of_three(frames: list[FloatArray]) -> FloatArray:
    target = search_picture(frames[2])
    moved = [
        warp(frames[i], to_full_size(estimate(target, search_picture(frames[i])), frames[i].shape)) for i in (1, 3)
    ]
    return (frames[2] + moved[0] + moved[1]) / 3


def best_nlm(noisy: FloatArray, clean: FloatArray) -> float:
    shown = np.clip(noisy * 255, 0, 255).astype(np.uint8)
    trials = [cv2.fastNlMeansDenoising(shown, None, h, 5, 15) for h in (8.0, 11.0, 15.0)]
    return max(psnr(trial.astype(np.float32) / 255, clean) for trial in trials)


@pytest.mark.parametrize("kind", ["white", "grain"])
@pytest.mark.parametrize("name", CLIPS)
def test_beats_the_plain_methods_and_never_harms_what_moves(name: str, kind: str) -> None:
    clean = grey_frames(name, CLIPS[name])
    rng = np.random.default_rng(1)
    noisy = [worn(frame, rng, kind) for frame in clean]
    frames = {i - 2: torch.from_numpy(frame[None]) for i, frame in enumerate(noisy)}
    ours = OPERATOR.run(Window(frames, FrameInfo(426, 284, 1)), DenoiseParams(), Context()).numpy()[0]
    moving = cv2.GaussianBlur(np.abs(clean[2] - clean[1]), (0, 0), 2) > 0.02
    assert moving.sum() > 200
    assert psnr(ours, clean[2]) > psnr(mean_of_three(noisy), clean[2]) + 2.0
    assert psnr(ours, clean[2]) > best_nlm(noisy[2], clean[2]) + 0.3
    assert psnr(ours, clean[2], moving) > psnr(noisy[2], clean[2], moving) + 1.0
