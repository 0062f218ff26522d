"""The training loop: the same seed, the same losses; stopped and gone on with, the same network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from app.errors import ProjectError
from app.training.trainer import CHECKPOINT, Schedule, train

CPU = torch.device("cpu")


class Line:
    """Learns y = 3x + 1."""

    def network(self) -> nn.Module:
        return nn.Linear(1, 1)

    def batch(self, step: int) -> tuple[Tensor, ...]:
        x = torch.from_numpy(np.random.default_rng((5, step)).normal(size=(16, 1)).astype(np.float32))
        return x, 3.0 * x + 1.0

    def loss(self, network: nn.Module, batch: tuple[Tensor, ...]) -> Tensor:
        return ((network(batch[0]) - batch[1]) ** 2).mean()

    def figures(self, network: nn.Module) -> dict[str, float]:
        with torch.no_grad():
            return {"error": float(abs(network(torch.tensor([[2.0]])) - 7.0))}


def schedule(steps: int, seed: int = 1) -> Schedule:
    return Schedule(minutes=60.0, rate=0.05, seed=seed, steps=steps, checked_every=40)


def losses(folder: Path) -> list[str]:
    return [row.split(",")[1] for row in (folder / "losses.csv").read_text().splitlines()[1:]]


def test_it_learns_and_draws_its_curve(tmp_path: Path) -> None:
    gone: list[float] = []
    _, figures = train(Line(), tmp_path, schedule(400), CPU, lambda step, loss, part, seconds: gone.append(part))
    assert figures["error"] < 0.1 and gone[-1] == 1.0 and gone == sorted(gone)
    drawing = (tmp_path / "curve.svg").read_text()
    assert drawing.count("<polyline") == 2 and ">error<" in drawing and "400 steps" in drawing


def test_the_same_seed_gives_the_same_losses_and_another_gives_others(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        train(Line(), tmp_path / name, schedule(100, seed), CPU)
    assert losses(tmp_path / "a") == losses(tmp_path / "b") != losses(tmp_path / "c")


def test_how_long_it_will_be_does_not_change_how_it_begins(tmp_path: Path) -> None:
    train(Line(), tmp_path / "short", schedule(100), CPU)
    train(Line(), tmp_path / "long", schedule(200), CPU)
    assert losses(tmp_path / "short")[:70] == losses(tmp_path / "long")[:70]


def test_stopped_and_gone_on_with_it_ends_the_same(tmp_path: Path) -> None:
    whole, _ = train(Line(), tmp_path / "whole", schedule(120), CPU)

    class Stop(Exception):
        pass

    count = iter(range(1000))

    def check() -> None:
        if next(count) == 70:
            raise Stop

    with pytest.raises(Stop):
        train(Line(), tmp_path / "parts", schedule(120), CPU, check=check)
    again, _ = train(Line(), tmp_path / "parts", schedule(120), CPU)
    assert losses(tmp_path / "whole") == losses(tmp_path / "parts")
    for name, value in whole.state_dict().items():
        assert torch.equal(value, again.state_dict()[name])


def test_another_trainings_checkpoint_is_refused(tmp_path: Path) -> None:
    torch.save({"network": {}}, tmp_path / CHECKPOINT)
    with pytest.raises(ProjectError, match="no checkpoint of this training"):
        train(Line(), tmp_path, schedule(10), CPU)
