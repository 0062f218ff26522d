"""Real movement with known cuts, made from the demo's own clips."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
import torch

DEMO = Path(__file__).parents[3] / "resources" / "demo"
SIZE = (160, 90)
LENGTH = 90


@cache
def clip(name: str) -> tuple[np.ndarray, ...]:
    with av.open(str(DEMO / name)) as container:
        frames = []
        for frame in container.decode(video=0):
            frames.append(cv2.resize(frame.to_ndarray(format="rgb24"), SIZE, interpolation=cv2.INTER_AREA))
            if len(frames) == LENGTH:
                break
    return tuple(frames)


@pytest.fixture(scope="package", autouse=True)
def one_torch_thread() -> Iterator[None]:
    """On a busy machine the network's threads spend more time waiting for each other than working."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def clips() -> list[tuple[np.ndarray, ...]]:
    names = ["bottles.mp4", "gesture_again.mkv", "cars.mp4", "gesture_sister.mkv", "gesture_please.mkv"]
    missing = [name for name in names if not (DEMO / name).exists()]
    if missing:
        pytest.skip(f"the demo clips {missing} are not here")
    return [clip(name) for name in names]


@pytest.fixture(scope="session")
def edited(clips) -> tuple[list[np.ndarray], list[int]]:
    """Ten pieces of 26 frames each, cut hard; three of the joints are between people in the same framing."""
    frames: list[np.ndarray] = []
    cuts: list[int] = []
    for start in (4, 50):
        for frames_of_one in clips:
            if frames:
                cuts.append(len(frames))
            frames.extend(frames_of_one[start : start + 26])
    return frames, cuts
