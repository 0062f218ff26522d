"""What the detector is shown, what counts as wrong, and how it is scored."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from app.training.detection import Detection, Tally, weights
from app.training.shards import UNASKED, Sample, Shards, make_shards
from operators.dirt.features import CHANNELS
from operators.dirt.network import DirtNet


def sample(number: int) -> list[Sample]:
    dice = np.random.default_rng(number)
    planes = dice.integers(-4, 4, (len(CHANNELS), 192, 192)).astype(np.int8)
    truth = np.zeros((2, 192, 192), np.uint8)
    truth[0, 40:48, 60:70] = 1
    truth[1, :, 100:102] = 1
    truth[:, 150:160, 150:160] = UNASKED
    planes[6][truth[0] == 1] = 100
    return [Sample(planes, truth, "clip")]


@pytest.fixture
def task(tmp_path: Path) -> Detection:
    make_shards(tmp_path, 4, sample, 1, lambda ready, count: None)
    shards = Shards(tmp_path, range(4))
    return Detection(shards, shards, seed=3, batch=4)


def test_a_batch_depends_on_its_number_alone(task: Detection) -> None:
    first, again, other = task.batch(7), task.batch(7), task.batch(8)
    assert all(torch.equal(a, b) for a, b in zip(first, again, strict=True))
    assert not torch.equal(first[0], other[0]) and first[0].shape == (4, len(CHANNELS), 160, 160)


def test_what_is_not_asked_teaches_nothing(task: Detection) -> None:
    planes, truth = task.batch(0)
    network = DirtNet()
    kept = truth.clone()
    kept[:, :, :32, :32] = UNASKED
    logits = network(planes)
    logits.retain_grad()

    class Given(torch.nn.Module):
        def forward(self, planes: torch.Tensor) -> torch.Tensor:
            return logits

    task.loss(Given(), (planes, kept)).backward()
    assert logits.grad is not None
    assert (logits.grad[:, :, :32, :32] == 0).all() and (logits.grad[:, :, 32:] != 0).any()


def test_specks_count_more_and_outlines_less() -> None:
    truth = torch.zeros(1, 2, 64, 64)
    truth[0, 0, 10:12, 10:12] = 1
    truth[0, 0, 30:50, 30:50] = 1
    weight = weights(truth)[0, 0]
    assert weight[10, 10] > 2.0 and weight[40, 40] == pytest.approx(1.0, abs=0.05)
    assert weight[30, 40] < 0.7 and weight[29, 40] < 0.7 and weight[60, 5] == 1.0
    assert weights(truth)[0, 1, 40, 40] < 0.5, "what is dirt is hardly asked of the scratches"


def test_the_score_forgives_a_pixel_and_no_more() -> None:
    truth = np.zeros((2, 64, 64), np.uint8)
    truth[0, 20:30, 20:30] = 1

    def score(marked: tuple[slice, slice]) -> dict[str, float]:
        sure = np.zeros((2, 64, 64), np.float32)
        sure[0][marked] = 0.9
        tally = Tally(["clip"])
        tally.add(sure, truth, "clip")
        return tally.figures()

    exact = score((slice(20, 30), slice(20, 30)))
    assert exact["dirt F1"] == 1.0 and exact["dirt objects"] == 1.0 and exact["false per mille, clip"] == 0.0
    assert score((slice(19, 31), slice(19, 31)))["dirt F1"] == 1.0
    assert score((slice(16, 34), slice(16, 34)))["dirt F1"] < 0.6
    assert score((slice(24, 34), slice(20, 30)))["dirt F1"] < 0.85
    assert score((slice(0, 4), slice(0, 4)))["dirt F1"] == 0.0
